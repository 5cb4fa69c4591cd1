import { sql } from 'kysely'
import type { ConnectionId, ConversationId, MessageId, PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'

export type OutboxAction = 'message' | 'invite' | 'answer'
export type OutboxPayload = {
  to: { id: string; kind: 'direct' | 'room' }
  text: string
  replyTo?: string
  quoted?: { text: string; from: { id: string; name?: string } }
  accept?: boolean
}

export type OutboxRow = {
  message: MessageId
  connection: ConnectionId
  conversation: ConversationId
  action: OutboxAction
  payload: OutboxPayload
  bucket: string
  attempts: number
}

export const outboxChannel = 'kith_outbox'

/** Queued at the end of its bucket; the node that holds the connection is woken when the transaction commits. */
export async function insertOutbox(
  tx: Transaction,
  workspace: WorkspaceId,
  row: Omit<OutboxRow, 'attempts'>,
  notBefore: Date,
): Promise<void> {
  await sql`insert into outbox (workspace_id, message_id, connection_id, conversation_id, action, payload, bucket, state, not_before)
    values (${workspace}, ${row.message}, ${row.connection}, ${row.conversation}, ${row.action}, ${JSON.stringify(row.payload)}::jsonb,
      ${row.bucket}, 'queued', ${notBefore})`.execute(tx)
  await notifyOutbox(tx, row.connection)
}

export async function notifyOutbox(tx: Transaction, connection: ConnectionId): Promise<void> {
  await sql`select pg_notify(${outboxChannel}, ${connection})`.execute(tx)
}

/** The first row of every bucket that has nothing under way: due ones, and when the next becomes due. */
export async function claimHeads(
  tx: Transaction,
  workspace: WorkspaceId,
  connection: ConnectionId,
  now: Date,
): Promise<{ claimed: OutboxRow[]; nextAt: Date | null }> {
  const { rows: heads } = await sql<OutboxRow & { dueAt: Date }>`
    select h.*, greatest(h.not_before, coalesce(b.held_until, h.not_before)) as "dueAt"
    from (
      select distinct on (bucket) message_id as message, connection_id as connection, conversation_id as conversation, action, payload,
        bucket, attempts, not_before
      from outbox o
      where workspace_id = ${workspace} and connection_id = ${connection} and state = 'queued'
        and not exists (select from outbox busy where busy.workspace_id = ${workspace} and busy.connection_id = ${connection}
          and busy.bucket = o.bucket and busy.state = 'sending')
      order by bucket, position) h
    left join rate_buckets b on b.workspace_id = ${workspace} and b.connection_id = ${connection} and b.bucket = h.bucket
    order by "dueAt" limit 200`.execute(tx)
  const due = heads.filter(head => head.dueAt <= now)
  const nextAt = heads.find(head => head.dueAt > now)?.dueAt ?? null
  if (due.length === 0) return { claimed: [], nextAt }
  await sql`update outbox set state = 'sending', sending_since = ${now}, attempts = attempts + 1
    where workspace_id = ${workspace} and message_id = any(${due.map(row => row.message)}::uuid[])`.execute(tx)
  return { claimed: due, nextAt }
}

export async function deleteOutbox(
  tx: Transaction,
  workspace: WorkspaceId,
  messages: readonly MessageId[],
): Promise<MessageId[]> {
  if (messages.length === 0) return []
  const { rows } = await sql<{ id: MessageId }>`delete from outbox
    where workspace_id = ${workspace} and message_id = any(${messages}::uuid[]) returning message_id as id`.execute(tx)
  return rows.map(row => row.id)
}

/** Only what has not begun to be sent can be taken back. */
export async function deleteQueued(tx: Transaction, workspace: WorkspaceId, message: MessageId): Promise<boolean> {
  const { rows } = await sql`delete from outbox
    where workspace_id = ${workspace} and message_id = ${message} and state = 'queued' returning message_id`.execute(tx)
  return rows.length > 0
}

export async function updateOutboxQueued(
  tx: Transaction,
  workspace: WorkspaceId,
  message: MessageId,
  notBefore: Date,
): Promise<ConnectionId | undefined> {
  const { rows } = await sql<{ connection: ConnectionId }>`update outbox
    set state = 'queued', sending_since = null, not_before = ${notBefore}
    where workspace_id = ${workspace} and message_id = ${message} returning connection_id as connection`.execute(tx)
  return rows[0]?.connection
}

export async function updateOutboxUnknown(tx: Transaction, workspace: WorkspaceId, message: MessageId): Promise<void> {
  await sql`update outbox set state = 'unknown', sending_since = null where workspace_id = ${workspace} and message_id = ${message}`.execute(
    tx,
  )
}

/** After a crash: what was being sent when the node died. */
export async function findInterrupted(
  tx: Transaction,
  workspace: WorkspaceId,
  connection: ConnectionId,
): Promise<MessageId[]> {
  const { rows } = await sql<{ id: MessageId }>`select message_id as id from outbox
    where workspace_id = ${workspace} and connection_id = ${connection} and state = 'sending' order by position`.execute(
    tx,
  )
  return rows.map(row => row.id)
}

export async function upsertHold(
  tx: Transaction,
  workspace: WorkspaceId,
  connection: ConnectionId,
  bucket: string,
  hold: { until: Date; code: string; text: string },
): Promise<void> {
  await sql`insert into rate_buckets (workspace_id, connection_id, bucket, held_until, code, text)
    values (${workspace}, ${connection}, ${bucket}, ${hold.until}, ${hold.code}, ${hold.text})
    on conflict (workspace_id, connection_id, bucket) do update
      set held_until = excluded.held_until, code = excluded.code, text = excluded.text`.execute(tx)
}

export async function insertSentText(
  tx: Transaction,
  workspace: WorkspaceId,
  row: {
    message: MessageId
    user: UserId
    person: PersonId | null
    recipient: string
    tool: ToolId
    sentAt: Date
    text: string
    fingerprint: bigint
  },
): Promise<void> {
  await sql`insert into sent_texts (workspace_id, message_id, user_id, person_id, recipient, tool, sent_at, text, fingerprint)
    values (${workspace}, ${row.message}, ${row.user}, ${row.person}, ${row.recipient}, ${row.tool}, ${row.sentAt},
      ${row.text}, ${BigInt.asIntN(64, row.fingerprint).toString()}::bigint)`.execute(tx)
}

export async function deleteSentText(tx: Transaction, workspace: WorkspaceId, message: MessageId): Promise<void> {
  await sql`delete from sent_texts where workspace_id = ${workspace} and message_id = ${message}`.execute(tx)
}

/** Direct messages of the last days, newest first. */
export async function listSentTexts(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  since: Date,
): Promise<{ to: string; text: string; fingerprint: bigint }[]> {
  const { rows } = await sql<{ to: string; text: string; fingerprint: string }>`
    select coalesce(person_id::text, recipient) as "to", text, fingerprint::text as fingerprint from sent_texts
    where workspace_id = ${workspace} and user_id = ${user} and sent_at >= ${since} order by sent_at desc limit 5000`.execute(
    tx,
  )
  return rows.map(row => ({ ...row, fingerprint: BigInt.asUintN(64, BigInt(row.fingerprint)) }))
}
