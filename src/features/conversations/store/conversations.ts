import { sql } from 'kysely'
import type { RemoteConversation } from '#connectors/contract.ts'
import type { ConnectionId, ConversationId, LabelId, PersonId, ProfileId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'
import type { Suspicion } from '../model/suspicion.ts'
import type { Snooze, WakeReason } from '../model.ts'

export type Conversation = {
  id: ConversationId
  connection: ConnectionId
  tool: ToolId
  kind: 'direct' | 'room' | 'visitor' | 'public'
  remoteId: string
  /** Of a public conversation: the address of the person it is with. */
  peerId: string | null
  title: string | null
  person: PersonId | null
  profile: ProfileId | null
  requested: boolean
  assignee: UserId | null
  doneAt: Date | null
  snoozedUntil: Date | null
  snoozeFor: Snooze['for'] | null
  wokeAt: Date | null
  wokeWhy: WakeReason | null
  remindAt: Date | null
  unread: number
  /** Unread ones of a room that speak of us. */
  mentions: number
  lastMessageAt: Date | null
  lastPreview: string | null
  lastOwn: boolean | null
  version: number
  labels: LabelId[]
  /** Why a visitor's chat is taken for spam; `none`: somebody said that it is not. */
  suspicion: Suspicion | 'none' | null
  /** Where it stands in the inbox: its last message, or when it came back by itself. */
  topAt: Date | null
}

export const conversationColumns = sql`c.conversation_id as id, c.connection_id as connection, c.tool, c.kind, c.remote_id as "remoteId", c.peer_id as "peerId",
  c.title,
  c.person_id as person, c.profile_id as profile, c.requested, c.assignee_id as assignee, c.done_at as "doneAt",
  c.snoozed_until as "snoozedUntil", c.snooze_for as "snoozeFor", c.woke_at as "wokeAt", c.woke_why as "wokeWhy",
  c.remind_at as "remindAt", c.unread_count as unread, c.mention_count as mentions, c.last_message_at as "lastMessageAt", c.last_preview as "lastPreview",
  c.last_own as "lastOwn", c.version, c.labels, c.suspicion, c.top_at as "topAt"`

/** Who is on the other side, by the address under which profiles know them; of a room, the room. */
export const addressOf = ({ peerId, remoteId }: Pick<Conversation, 'peerId' | 'remoteId'>): string => peerId ?? remoteId

/** Before whom the words stand: what the rules judge by. */
export function surfaceOf(kind: Conversation['kind']): 'direct' | 'room' | 'public' {
  return kind === 'visitor' ? 'direct' : kind
}

/** The conversation as its connector knows it. */
export function remoteOf({
  remoteId: id,
  kind,
  peerId,
  tool,
}: Pick<Conversation, 'remoteId' | 'kind' | 'peerId' | 'tool'>): RemoteConversation {
  if (kind === 'public') return { id, kind, with: peerId ?? id, tool }
  return { id, kind: kind === 'room' ? 'room' : 'direct', tool }
}

export type WantedConversation = Pick<Conversation, 'id' | 'remoteId' | 'kind' | 'title'> & {
  peerId?: string | null
  tool?: ToolId | null
}

/**
 * Finds or makes the conversation of each remote id; a new one takes the person of the profile with that address on the tool. What is
 * there under the title given is read and not written: most messages come to conversations that are known. `tool`: of the network that
 * a bridge carries there; null, and for a conversation that is new to be the connection's own.
 */
export async function upsertConversations(
  tx: Transaction,
  workspace: WorkspaceId,
  connection: { id: ConnectionId; tool: ToolId },
  wanted: readonly WantedConversation[],
  now: Date,
): Promise<Map<string, Conversation>> {
  if (wanted.length === 0) return new Map()
  const { rows: known } = await sql<Conversation>`select ${conversationColumns} from conversations c
    where workspace_id = ${workspace} and connection_id = ${connection.id} and remote_id = any(${wanted.map(row => row.remoteId)}::text[])
    order by remote_id for no key update`.execute(tx)
  const found = new Map(known.map(row => [row.remoteId, row]))
  const missing = wanted.filter(({ remoteId, title, tool }) => {
    const row = found.get(remoteId)
    return !row || (title !== null && title !== row.title) || (tool != null && tool !== row.tool)
  })
  if (missing.length === 0) return found
  const { rows } = await sql<Conversation>`
    insert into conversations as c (workspace_id, conversation_id, connection_id, tool, kind, remote_id, peer_id, title, person_id,
      profile_id, requested, created_at)
    select ${workspace}, w.id, ${connection.id}, coalesce(w.tool, ${connection.tool}), w.kind, w."remoteId", w."peerId", w.title,
      p.person_id, p.profile_id, w.kind in ('direct', 'public') and p.person_id is null, ${now}
    from jsonb_to_recordset(${JSON.stringify(missing)}::jsonb)
      as w(id uuid, "remoteId" text, "peerId" text, kind text, title text, tool text)
    left join profiles p on p.workspace_id = ${workspace} and p.tool = coalesce(w.tool, ${connection.tool})
      and p.profile_key = coalesce(w."peerId", w."remoteId")
      and w.kind <> 'room'
    order by w."remoteId"
    on conflict (workspace_id, connection_id, remote_id) do update set title = coalesce(excluded.title, c.title),
      tool = case when excluded.tool = ${connection.tool} then c.tool else excluded.tool end
    returning ${conversationColumns}`.execute(tx)
  for (const row of rows) found.set(row.remoteId, row)
  return found
}

export async function findConversationAt(
  tx: Transaction,
  workspace: WorkspaceId,
  connection: ConnectionId,
  remoteId: string,
): Promise<Conversation | undefined> {
  const { rows } = await sql<Conversation>`select ${conversationColumns} from conversations c
    where workspace_id = ${workspace} and connection_id = ${connection} and remote_id = ${remoteId}`.execute(tx)
  return rows[0]
}

/** What a batch of new messages did to each conversation. A message from them opens it again, and ends every waiting for it. */
export async function updateAfterMessages(
  tx: Transaction,
  workspace: WorkspaceId,
  news: readonly {
    id: ConversationId
    count: number
    unread: number
    mentions?: number
    lastMessageAt: Date
    lastPreview: string
    /** Null: as it was. */
    lastOwn: boolean | null
  }[],
): Promise<void> {
  if (news.length === 0) return
  await sql`update conversations c set version = c.version + n.count, unread_count = c.unread_count + n.unread,
      mention_count = c.mention_count + coalesce(n.mentions, 0),
      last_preview = case when c.last_message_at is null or n."lastMessageAt" >= c.last_message_at then n."lastPreview" else c.last_preview end,
      last_own = case when c.last_message_at is null or n."lastMessageAt" >= c.last_message_at then coalesce(n."lastOwn", c.last_own) else c.last_own end,
      last_message_at = greatest(c.last_message_at, n."lastMessageAt"),
      done_at = case when n.unread > 0 then null else c.done_at end,
      snoozed_until = case when n.unread > 0 then null else c.snoozed_until end,
      snooze_for = case when n.unread > 0 then null else c.snooze_for end,
      remind_at = case when n.unread > 0 then null else c.remind_at end,
      woke_why = case when n.unread > 0 and c.snoozed_until is not null then 'answered'
        when n.unread > 0 or n."lastOwn" then null else c.woke_why end,
      woke_at = case when n.unread > 0 and c.snoozed_until is not null then n."lastMessageAt"
        when n.unread > 0 or n."lastOwn" then null else c.woke_at end
    from jsonb_to_recordset(${JSON.stringify(news)}::jsonb)
      as n(id uuid, count int, unread int, mentions int, "lastMessageAt" timestamptz, "lastPreview" text, "lastOwn" boolean)
    where c.workspace_id = ${workspace} and c.conversation_id = n.id`.execute(tx)
}

/** Their own word for “no more”, or for taking it back; null: write again. */
export async function updateStopped(
  tx: Transaction,
  workspace: WorkspaceId,
  tool: ToolId,
  remoteId: string,
  stoppedAt: Date | null,
): Promise<void> {
  await sql`update conversations set stopped_at = ${stoppedAt}::timestamptz
    where workspace_id = ${workspace} and tool = ${tool} and remote_id = ${remoteId} and kind <> 'room'`.execute(tx)
}

/** Also when it was said to another number or account of ours. */
export async function isStopped(
  tx: Transaction,
  workspace: WorkspaceId,
  { tool, remoteId }: Pick<Conversation, 'tool' | 'remoteId'>,
): Promise<boolean> {
  const { rows } = await sql<{ stopped: boolean }>`select exists (select from conversations
    where workspace_id = ${workspace} and tool = ${tool} and remote_id = ${remoteId} and stopped_at is not null) as stopped`.execute(
    tx,
  )
  return rows[0]?.stopped ?? false
}

export async function findConversation(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ConversationId,
): Promise<Conversation | undefined> {
  const { rows } = await sql<Conversation>`select ${conversationColumns} from conversations c
    where workspace_id = ${workspace} and conversation_id = ${id}`.execute(tx)
  return rows[0]
}

/** Where they were last talked with alone over this tool, on a connection that is still there. */
export async function findDirect(
  tx: Transaction,
  workspace: WorkspaceId,
  person: PersonId,
  tool: ToolId,
): Promise<Conversation | undefined> {
  const { rows } = await sql<Conversation>`select ${conversationColumns} from conversations c
      join connections k on k.workspace_id = c.workspace_id and k.connection_id = c.connection_id and k.removed_at is null
    where c.workspace_id = ${workspace} and c.person_id = ${person} and c.tool = ${tool} and c.kind <> 'room'
    order by c.last_message_at desc nulls last limit 1`.execute(tx)
  return rows[0]
}

/** Over any tool: the caller's own connection first, then where something was said last. */
export async function findLatestDirect(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  person: PersonId,
): Promise<Conversation | undefined> {
  const { rows } = await sql<Conversation>`select ${conversationColumns} from conversations c
      join connections k on k.workspace_id = c.workspace_id and k.connection_id = c.connection_id and k.removed_at is null
    where c.workspace_id = ${workspace} and c.person_id = ${person} and c.kind in ('direct', 'visitor')
    order by (k.user_id = ${user}) desc, c.last_message_at desc nulls last, c.conversation_id limit 1`.execute(tx)
  return rows[0]
}

/** The conversation, and with a person all others with them: one thread over all tools. */
export async function listThread(
  tx: Transaction,
  workspace: WorkspaceId,
  { id, person, kind }: Pick<Conversation, 'id' | 'person' | 'kind'>,
): Promise<Conversation[]> {
  const which = person && kind !== 'room' ? sql`person_id = ${person} and kind <> 'room'` : sql`conversation_id = ${id}`
  const { rows } =
    await sql<Conversation>`select ${conversationColumns} from conversations c where workspace_id = ${workspace} and ${which}
    order by conversation_id`.execute(tx)
  return rows
}

export async function listConversations(
  tx: Transaction,
  workspace: WorkspaceId,
  ids: readonly ConversationId[],
): Promise<Conversation[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Conversation>`select ${conversationColumns} from conversations c
    where workspace_id = ${workspace} and conversation_id = any(${ids}::uuid[])`.execute(tx)
  return rows
}

/** Holds the row until the transaction ends, so that two sends see each other. */
export async function findConversationForUpdate(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ConversationId,
): Promise<Conversation | undefined> {
  const { rows } = await sql<Conversation>`select ${conversationColumns} from conversations c
    where workspace_id = ${workspace} and conversation_id = ${id} for no key update`.execute(tx)
  return rows[0]
}

export async function findConversationByRemote(
  tx: Transaction,
  workspace: WorkspaceId,
  connection: ConnectionId,
  remoteId: string,
): Promise<Conversation | undefined> {
  const { rows } = await sql<Conversation>`select ${conversationColumns} from conversations c
    where workspace_id = ${workspace} and connection_id = ${connection} and remote_id = ${remoteId}`.execute(tx)
  return rows[0]
}

export async function updateConversationRead(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ConversationId,
): Promise<void> {
  await sql`update conversations set unread_count = 0, mention_count = 0 where workspace_id = ${workspace} and conversation_id = ${id}`.execute(
    tx,
  )
}

/** Counts anew what is unread where one of these messages of theirs was read; gives the conversations in which less is unread now. */
export async function updateSeenUpTo(
  tx: Transaction,
  workspace: WorkspaceId,
  read: readonly { conversation: ConversationId; sentAt: Date; own: boolean }[],
): Promise<{ id: ConversationId; person: PersonId | null; unread: number }[]> {
  const theirs = read.flatMap(({ conversation, sentAt, own }) => (own ? [] : [{ id: conversation, at: sentAt }]))
  if (theirs.length === 0) return []
  const { rows } = await sql<{ id: ConversationId; person: PersonId | null; unread: number }>`
    update conversations c set unread_count = n.unread, mention_count = least(c.mention_count, n.unread)
    from (select r.id, (select count(*)::int from messages m where m.workspace_id = ${workspace} and m.conversation_id = r.id
          and m.sent_at > max(r.at) and not m.own and m.kind = 'text' and not m.history and not m.detail ? 'automatic') as unread
        from jsonb_to_recordset(${JSON.stringify(theirs)}::jsonb) as r(id uuid, at timestamptz) group by r.id) n
    where c.workspace_id = ${workspace} and c.conversation_id = n.id and c.unread_count > n.unread
    returning c.conversation_id as id, c.person_id as person, c.unread_count as unread`.execute(tx)
  return rows
}

export async function updateConversationPerson(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ConversationId,
  person: PersonId,
  profile: ProfileId,
): Promise<void> {
  await sql`update conversations set person_id = ${person}, profile_id = ${profile}, requested = false,
      suspicion = case when suspicion is null then null else 'none' end
    where workspace_id = ${workspace} and conversation_id = ${id}`.execute(tx)
}

/** A visitor's chat becomes a request, until somebody says that it is none of that. */
export async function updateSuspicion(
  tx: Transaction,
  workspace: WorkspaceId,
  connection: ConnectionId,
  remoteId: string,
  suspicion: Suspicion,
): Promise<void> {
  await sql`update conversations set suspicion = ${suspicion}, requested = true
    where workspace_id = ${workspace} and connection_id = ${connection} and remote_id = ${remoteId}
      and suspicion is distinct from 'none'`.execute(tx)
}

/** Whether a bridge carries it: the person is on another network than the connection. */
export async function findLink(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ConversationId,
): Promise<'own' | 'carried' | 'by-hand'> {
  const { rows } = await sql<{
    link: 'own' | 'carried' | 'by-hand'
  }>`select case when k.config->>'hand' = 'yes' then 'by-hand'
      when c.tool <> k.tool then 'carried' else 'own' end as link from conversations c
    join connections k on k.workspace_id = c.workspace_id and k.connection_id = c.connection_id
    where c.workspace_id = ${workspace} and c.conversation_id = ${id}`.execute(tx)
  return rows[0]?.link ?? 'own'
}

/** A line was taken away: the list shows the one before it. The version goes on, so that nobody answers what is gone. */
export async function updateAfterRemoval(tx: Transaction, workspace: WorkspaceId, id: ConversationId): Promise<void> {
  await sql`update conversations c set version = c.version + 1, last_message_at = m.sent_at, last_own = m.own,
      last_preview = coalesce(left(m.text, 120), '')
    from (select 1) as always left join lateral (select sent_at, own, text from messages
      where workspace_id = ${workspace} and conversation_id = ${id} and kind in ('text', 'invite') and delivery <> 'cancelled'
      order by sent_at desc, message_id desc limit 1) m on true
    where c.workspace_id = ${workspace} and c.conversation_id = ${id}`.execute(tx)
}

/** Where something was said since then, the latest first. */
export async function listConversationsAround(
  tx: Transaction,
  workspace: WorkspaceId,
  connection: ConnectionId,
  since: Date,
): Promise<Conversation[]> {
  const { rows } = await sql<Conversation>`select ${conversationColumns} from conversations c
    where workspace_id = ${workspace} and connection_id = ${connection} and last_message_at >= ${since}
    order by last_message_at desc limit 200`.execute(tx)
  return rows
}
