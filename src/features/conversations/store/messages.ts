import { sql } from 'kysely'
import type { ConnectionId, ConversationId, MessageId, PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { Delivery } from '../model.ts'

export type MessageRow = {
  id: MessageId
  conversation: ConversationId
  connection: ConnectionId
  person: PersonId | null
  user: UserId | null
  kind: 'text' | 'gap' | 'invite' | 'system'
  own: boolean
  senderId: string | null
  senderName: string | null
  text: string
  sentAt: Date
  history: boolean
  replyTo: MessageId | null
  editedAt: Date | null
  retractedAt: Date | null
  detail: Record<string, unknown>
  delivery: Delivery
  deliveryAt: Date
  deliveryCode: string | null
  deliveryText: string | null
}

const columns = sql`message_id as id, conversation_id as conversation, connection_id as connection, person_id as person,
  user_id as "user", kind, own, sender_id as "senderId", sender_name as "senderName", text, sent_at as "sentAt", history,
  reply_to as "replyTo", edited_at as "editedAt", retracted_at as "retractedAt", detail, delivery, delivery_at as "deliveryAt",
  delivery_code as "deliveryCode", delivery_text as "deliveryText"`

/** Whether the person wrote, or a colleague wrote to them, in another of their conversations since then. */
export async function hasMovedElsewhere(
  tx: Transaction,
  { workspace, user }: { workspace: WorkspaceId; user: UserId },
  { id, person, kind }: { id: ConversationId; person: PersonId | null; kind: string },
  since: Date,
): Promise<boolean> {
  if (!person || kind === 'room') return false
  const { rows } = await sql<{ moved: boolean }>`select exists (select from messages m
    join conversations c on c.workspace_id = m.workspace_id and c.conversation_id = m.conversation_id and c.kind <> 'room'
    where m.workspace_id = ${workspace} and m.person_id = ${person} and m.conversation_id <> ${id} and m.sent_at >= ${since}::timestamptz + interval '1 millisecond'
      and m.kind = 'text' and not m.history and m.delivery <> 'cancelled' and (not m.own or m.user_id is distinct from ${user})) as moved`.execute(
    tx,
  )
  return rows[0]?.moved ?? false
}

export type NewMessage = {
  id: MessageId
  conversation: ConversationId
  person: PersonId | null
  user: UserId | null
  kind: MessageRow['kind']
  own: boolean
  senderId: string | null
  senderName: string | null
  text: string
  sentAt: Date
  history: boolean
  replyTo: MessageId | null
  detail: Record<string, unknown>
  delivery: Delivery
}

/** One statement for any number of messages of one connection. */
export async function insertMessages(
  tx: Transaction,
  workspace: WorkspaceId,
  connection: ConnectionId,
  messages: readonly NewMessage[],
  now: Date,
): Promise<void> {
  if (messages.length === 0) return
  await sql`insert into messages (workspace_id, message_id, conversation_id, connection_id, person_id, user_id, kind, own, sender_id,
      sender_name, text, sent_at, history, reply_to, detail, delivery, delivery_at, created_at)
    select ${workspace}, m.id, m.conversation, ${connection}, m.person, m."user", m.kind, m.own, m."senderId", m."senderName", m.text,
      m."sentAt", m.history, m."replyTo", m.detail, m.delivery, ${now}, ${now}
    from jsonb_to_recordset(${JSON.stringify(messages)}::jsonb) as m(id uuid, conversation uuid, person uuid, "user" uuid, kind text,
      own boolean, "senderId" text, "senderName" text, text text, "sentAt" timestamptz, history boolean, "replyTo" uuid, detail jsonb,
      delivery text)`.execute(tx)
}

/** Keys that a row claimed before stay with it. A key without a message marks an event as seen. */
export async function insertMessageKeys(
  tx: Transaction,
  workspace: WorkspaceId,
  connection: ConnectionId,
  keys: readonly { key: string; message: MessageId | null }[],
): Promise<void> {
  if (keys.length === 0) return
  await sql`insert into message_keys (workspace_id, connection_id, message_key, message_id)
    select ${workspace}, ${connection}, k.key, k.message
    from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k(key text, message uuid)
    on conflict do nothing`.execute(tx)
}

/** Known keys → their message (null for an event that is no message). */
export async function findMessageKeys(
  tx: Transaction,
  workspace: WorkspaceId,
  connection: ConnectionId,
  keys: readonly string[],
): Promise<Map<string, MessageId | null>> {
  if (keys.length === 0) return new Map()
  const { rows } = await sql<{ key: string; message: MessageId | null }>`
    select message_key as key, message_id as message from message_keys
    where workspace_id = ${workspace} and connection_id = ${connection} and message_key = any(${keys}::text[])`.execute(
    tx,
  )
  return new Map(rows.map(row => [row.key, row.message]))
}

export async function findMessages(
  tx: Transaction,
  workspace: WorkspaceId,
  ids: readonly MessageId[],
): Promise<MessageRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<MessageRow>`select ${columns} from messages
    where workspace_id = ${workspace} and message_id = any(${ids}::uuid[])`.execute(tx)
  return rows
}

/** Newest first; `before` is the last row of the page before. */
export async function listMessages(
  tx: Transaction,
  workspace: WorkspaceId,
  of: { conversation: ConversationId } | { person: PersonId },
  before: { sentAt: Date; id: MessageId } | undefined,
  limit: number,
): Promise<MessageRow[]> {
  const which = 'conversation' in of ? sql`conversation_id = ${of.conversation}` : sql`person_id = ${of.person}`
  const place = before ? sql`and (sent_at, message_id) < (${before.sentAt}, ${before.id})` : sql``
  const { rows } = await sql<MessageRow>`select ${columns} from messages
    where workspace_id = ${workspace} and ${which} and delivery <> 'cancelled' ${place}
    order by sent_at desc, message_id desc limit ${limit}`.execute(tx)
  return rows
}

/** When they last wrote in each of `conversations`; those in which they never did are left out. */
export async function listLastIn(
  tx: Transaction,
  workspace: WorkspaceId,
  conversations: readonly ConversationId[],
): Promise<Map<ConversationId, Date>> {
  if (conversations.length === 0) return new Map()
  const { rows } = await sql<{ id: ConversationId; at: Date }>`
    select c.id, m.sent_at as at from unnest(${conversations}::uuid[]) as c(id)
    cross join lateral (select sent_at from messages where workspace_id = ${workspace} and conversation_id = c.id
      and not own and kind = 'text' order by sent_at desc, message_id desc limit 1) m`.execute(tx)
  return new Map(rows.map(row => [row.id, row.at]))
}

/**
 * Unproven states give way, proofs only rise (model.ts laterDelivery, said in SQL so that one statement serves a batch). `key`: under
 * which the network knows it from now on. The ids stand there twice: of a join alone PostgreSQL may read all messages there are.
 */
export async function updateDelivery(
  tx: Transaction,
  workspace: WorkspaceId,
  news: readonly { message: MessageId; delivery: Delivery; at: Date; code?: string; text?: string; key?: string }[],
): Promise<Pick<MessageRow, 'id' | 'conversation' | 'person' | 'delivery'>[]> {
  if (news.length === 0) return []
  const { rows } = await sql<Pick<MessageRow, 'id' | 'conversation' | 'person' | 'delivery'>>`
    update messages m set delivery = n.delivery, delivery_at = n.at, delivery_code = n.code, delivery_text = n.text,
      detail = case when n.key is null then m.detail else m.detail || jsonb_build_object('key', n.key) end
    from (select distinct on (r.message) * from jsonb_to_recordset(${JSON.stringify(news)}::jsonb)
        as r(message uuid, delivery text, at timestamptz, code text, text text, key text)
      order by r.message, array_position(array['accepted', 'delivered', 'read'], r.delivery) desc nulls last) n
    where m.workspace_id = ${workspace} and m.message_id = n.message
      and m.message_id = any(${news.map(({ message }) => message)}::uuid[]) and m.delivery <> 'received'
      and case
        when n.delivery = 'refused' then m.delivery not in ('delivered', 'read')
        when m.delivery = 'refused' and n.delivery = 'accepted' then m.delivery_code is not distinct from 'decided'
        else coalesce(array_position(array['accepted', 'delivered', 'read'], n.delivery), 0)
          >= coalesce(array_position(array['accepted', 'delivered', 'read'], m.delivery), 0) end
      and m.delivery <> n.delivery
    returning m.message_id as id, m.conversation_id as conversation, m.person_id as person, m.delivery`.execute(tx)
  return rows
}

/** A read mark speaks for everything of ours before it (XEP-0333). */
export async function updateReadUpTo(
  tx: Transaction,
  workspace: WorkspaceId,
  conversation: ConversationId,
  sentAt: Date,
  at: Date,
): Promise<Pick<MessageRow, 'id' | 'conversation' | 'person' | 'delivery'>[]> {
  const { rows } = await sql<Pick<MessageRow, 'id' | 'conversation' | 'person' | 'delivery'>>`
    update messages set delivery = 'read', delivery_at = ${at}
    where workspace_id = ${workspace} and conversation_id = ${conversation} and own and sent_at <= ${sentAt}
      and delivery in ('accepted', 'delivered')
    returning message_id as id, conversation_id as conversation, person_id as person, delivery`.execute(tx)
  return rows
}

export async function updateMessageText(
  tx: Transaction,
  workspace: WorkspaceId,
  message: MessageId,
  text: string,
  at: Date,
): Promise<void> {
  await sql`update messages set detail = jsonb_set(detail, '{before}', coalesce(detail->'before', '[]') || to_jsonb(text)),
      text = ${text}, edited_at = ${at}
    where workspace_id = ${workspace} and message_id = ${message} and (edited_at is null or edited_at < ${at}) and text <> ${text}`.execute(
    tx,
  )
}

export async function updateMessageRetracted(
  tx: Transaction,
  workspace: WorkspaceId,
  message: MessageId,
  at: Date,
): Promise<void> {
  await sql`update messages set retracted_at = ${at}, text = '', detail = detail - '{before,files,folded}'::text[]
    where workspace_id = ${workspace} and message_id = ${message}`.execute(tx)
}

/** Whose reactions are ours, in `detail.reactions`. */
export const ourReactions = ''

/** What `from` thinks of the message, replaced whole. */
export async function updateReactions(
  tx: Transaction,
  workspace: WorkspaceId,
  message: MessageId,
  from: string,
  emoji: readonly string[],
): Promise<void> {
  await sql`update messages set detail = jsonb_set(detail, '{reactions}',
      coalesce(detail->'reactions', '{}') || jsonb_build_object(${from}::text, ${JSON.stringify(emoji)}::jsonb))
    where workspace_id = ${workspace} and message_id = ${message}`.execute(tx)
}

/** The line under the name says what the last message says now. */
export async function updatePreviewOf(
  tx: Transaction,
  workspace: WorkspaceId,
  message: MessageId,
  preview: string,
): Promise<void> {
  await sql`update conversations c set last_preview = ${preview} from messages m
    where m.workspace_id = ${workspace} and m.message_id = ${message} and c.workspace_id = ${workspace}
      and c.conversation_id = m.conversation_id and c.last_message_at <= m.sent_at`.execute(tx)
}

/** Messages that came before the person was known. */
export async function updateMessagesPerson(
  tx: Transaction,
  workspace: WorkspaceId,
  conversation: ConversationId,
  person: PersonId,
): Promise<void> {
  await sql`update messages set person_id = ${person} where workspace_id = ${workspace} and conversation_id = ${conversation}`.execute(
    tx,
  )
}

/** The key under which the network knows the last message from them, for a read mark. */
export async function findLastIncomingKey(
  tx: Transaction,
  workspace: WorkspaceId,
  connection: ConnectionId,
  conversation: ConversationId,
): Promise<string | undefined> {
  const { rows } = await sql<{ key: string }>`
    select k.message_key as key from messages m
    join message_keys k on k.workspace_id = m.workspace_id and k.connection_id = ${connection} and k.message_id = m.message_id
    where m.workspace_id = ${workspace} and m.conversation_id = ${conversation} and not m.own and m.kind = 'text'
    order by m.sent_at desc, m.message_id desc limit 1`.execute(tx)
  return rows[0]?.key
}

/** The first message of a conversation at or after an instant, with the key under which its network told it. */
export async function findFirstKeySince(
  tx: Transaction,
  workspace: WorkspaceId,
  conversation: ConversationId,
  since: Date,
): Promise<string | undefined> {
  const { rows } = await sql<{ key: string }>`select detail->>'key' as key from messages
    where workspace_id = ${workspace} and conversation_id = ${conversation} and kind = 'text' and sent_at >= ${since}
      and detail ? 'key'
    order by sent_at, message_id limit 1`.execute(tx)
  return rows[0]?.key
}

export async function deleteMessage(tx: Transaction, workspace: WorkspaceId, message: MessageId): Promise<void> {
  await sql`delete from messages where workspace_id = ${workspace} and message_id = ${message}`.execute(tx)
}

export async function updateMessageDetail(
  tx: Transaction,
  workspace: WorkspaceId,
  message: MessageId,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  await sql`update messages set detail = detail || ${JSON.stringify(detail)}::jsonb
    where workspace_id = ${workspace} and message_id = ${message}`.execute(tx)
}
