import { sql } from 'kysely'
import type { RemoteConversation } from '#connectors/contract.ts'
import type { ConnectionId, ConversationId, MessageId, PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'
import type { FileId } from './files.ts'

/** `forward`: to the recruiter's own address, and no message of any conversation. */
export type OutboxAction = 'message' | 'invite' | 'answer' | 'edit' | 'retract' | 'react' | 'forward'
export type OutboxPayload = {
  to: RemoteConversation
  text: string
  replyTo?: string
  quoted?: { text: string; from: { id: string; name?: string } }
  accept?: boolean
  subject?: string
  /** Instead of free text; `text` is how it reads to them. */
  template?: { name: string; language: string; values: readonly string[] }
  files?: readonly { id: FileId; name: string; mimeType: string }[]
  /** Of a change: the key of the message that it is about, and all reactions of ours from now on. */
  target?: string
  emoji?: readonly string[]
}

export type OutboxRow = {
  /** The message, or the change of one. */
  message: MessageId
  connection: ConnectionId
  /** Null: words of ours to the recruiter. */
  conversation: ConversationId | null
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
  row: Omit<OutboxRow, 'attempts'> & { subject?: MessageId | null },
  notBefore: Date,
): Promise<void> {
  await sql`insert into outbox (workspace_id, message_id, subject_id, connection_id, conversation_id, action, payload, bucket, state, not_before)
    values (${workspace}, ${row.message}, ${row.subject === undefined ? row.message : row.subject}, ${row.connection}, ${row.conversation}, ${row.action}, ${JSON.stringify(row.payload)}::jsonb,
      ${row.bucket}, 'queued', ${notBefore})`.execute(tx)
  await notifyOutbox(tx, row.connection)
}

export async function notifyOutbox(tx: Transaction, connection: ConnectionId): Promise<void> {
  await sql`select pg_notify(${outboxChannel}, ${connection})`.execute(tx)
}

/**
 * Marks what may leave now and gives it in the order it was queued: of each bucket the rows before the first that is not due yet, one
 * of them where `perBucket` is one. Left out are buckets that are held, those in `busy`, and, when the lease went to another node,
 * everything. A row that was timed for later by hand (`nearAt` or beyond) holds back nothing behind it. The update
 * says neither connection nor `= 'queued'`: with them PostgreSQL walks the whole queue instead of the primary key.
 */
export async function claimDue(
  tx: Transaction,
  connection: { workspace: WorkspaceId; id: ConnectionId; leaseHolder: string | null },
  given: { now: Date; nearAt: Date; busy: readonly string[]; perBucket: number; limit: number },
): Promise<OutboxRow[]> {
  const { workspace, id } = connection
  const queued = sql`o.workspace_id = ${workspace} and o.connection_id = ${id} and o.state = 'queued'`
  const { rows } = await sql<OutboxRow & { position: number }>`
    with recursive buckets as (
      (select o.bucket from outbox o where ${queued} order by o.bucket limit 1)
      union all
      select (select o.bucket from outbox o where ${queued} and o.bucket > b.bucket order by o.bucket limit 1)
      from buckets b where b.bucket is not null
    ), due as (
      select next.message_id from buckets b
      cross join lateral (
        select o.message_id, o.position, bool_and(o.not_before <= ${given.now}) over (order by o.position) as goes
        from (select * from outbox o where ${queued} and o.bucket = b.bucket and o.not_before < ${given.nearAt}
          order by o.position limit ${given.perBucket}) o) next
      where next.goes and b.bucket <> all(${given.busy}::text[])
        and not exists (select from rate_buckets h where h.workspace_id = ${workspace} and h.connection_id = ${id}
          and h.bucket = b.bucket and h.held_until > ${given.now})
      order by next.position limit ${given.limit}
    )
    update outbox o set state = 'sending', sending_since = ${given.now}, attempts = attempts + 1
    where o.workspace_id = ${workspace} and o.message_id = any(array(select message_id from due))
      and o.state <> all(array['sending', 'unknown'])
      and exists (select from connections c where c.workspace_id = ${workspace} and c.connection_id = ${id}
        and c.lease_holder is not distinct from ${connection.leaseHolder}::uuid)
    returning o.message_id as message, o.connection_id as connection, o.conversation_id as conversation, o.action, o.payload, o.bucket,
      o.attempts, o.position`.execute(tx)
  return rows.sort((a, b) => a.position - b.position)
}

/** The next instant after `now` at which something that waits becomes due. */
export async function findNextDue(
  tx: Transaction,
  workspace: WorkspaceId,
  connection: ConnectionId,
  now: Date,
): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(due) as at from (
      select greatest(o.not_before, h.held_until) as due from outbox o
      left join rate_buckets h on h.workspace_id = o.workspace_id and h.connection_id = o.connection_id and h.bucket = o.bucket
      where o.workspace_id = ${workspace} and o.connection_id = ${connection} and o.state = 'queued') waiting
    where due > ${now}`.execute(tx)
  return rows[0]?.at ?? null
}

/** Those of `conversations` that are with somebody who is do-not-contact or has stopped us; rooms are nobody's. */
export async function findUnwanted(
  tx: Transaction,
  workspace: WorkspaceId,
  conversations: readonly ConversationId[],
): Promise<Set<ConversationId>> {
  if (conversations.length === 0) return new Set()
  const { rows } = await sql<{ id: ConversationId }>`select c.conversation_id as id from conversations c
    left join people p on p.workspace_id = c.workspace_id and p.person_id = c.person_id
    where c.workspace_id = ${workspace} and c.conversation_id = any(${conversations}::uuid[]) and c.kind <> 'room'
      and (p.do_not_contact_at is not null or exists (select from conversations s where s.workspace_id = c.workspace_id
        and s.tool = c.tool and s.remote_id = c.remote_id and s.stopped_at is not null))`.execute(tx)
  return new Set(rows.map(row => row.id))
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

/** Back to their places, not before the times given. */
export async function updateOutboxHeld(
  tx: Transaction,
  workspace: WorkspaceId,
  rows: readonly { message: MessageId; until: Date }[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`update outbox o set state = 'queued', sending_since = null, not_before = r.until
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(message uuid, until timestamptz)
    where o.workspace_id = ${workspace} and o.message_id = r.message`.execute(tx)
}

export async function updateOutboxUnknown(
  tx: Transaction,
  workspace: WorkspaceId,
  messages: readonly MessageId[],
): Promise<void> {
  if (messages.length === 0) return
  await sql`update outbox set state = 'unknown', sending_since = null
    where workspace_id = ${workspace} and message_id = any(${messages}::uuid[])`.execute(tx)
}

/**
 * Puts back what was marked for sending and is not in `begun`: a claim whose commit was not heard of. Only for the node that holds the
 * connection.
 */
export async function updateOutboxUnbegun(
  tx: Transaction,
  workspace: WorkspaceId,
  connection: ConnectionId,
  begun: readonly MessageId[],
): Promise<void> {
  await sql`update outbox set state = 'queued', sending_since = null
    where workspace_id = ${workspace} and connection_id = ${connection} and state = 'sending'
      and message_id <> all(${begun}::uuid[])`.execute(tx)
}

/** After a crash: what was being sent when the node died. */
export async function findInterrupted(
  tx: Transaction,
  workspace: WorkspaceId,
  connection: ConnectionId,
): Promise<{ message: MessageId; action: OutboxAction }[]> {
  const { rows } = await sql<{ message: MessageId; action: OutboxAction }>`
    select message_id as message, action from outbox
    where workspace_id = ${workspace} and connection_id = ${connection} and state = 'sending' order by position`.execute(
    tx,
  )
  return rows
}

/** The longest hold of each bucket counts. */
export async function upsertHolds(
  tx: Transaction,
  workspace: WorkspaceId,
  connection: ConnectionId,
  holds: readonly { bucket: string; until: Date; code: string; text: string }[],
): Promise<void> {
  if (holds.length === 0) return
  await sql`insert into rate_buckets (workspace_id, connection_id, bucket, held_until, code, text)
    select distinct on (h.bucket) ${workspace}::uuid, ${connection}::uuid, h.bucket, h.until, h.code, h.text
    from jsonb_to_recordset(${JSON.stringify(holds)}::jsonb) as h(bucket text, until timestamptz, code text, text text)
    order by h.bucket, h.until desc
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
