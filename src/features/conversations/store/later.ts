import { sql } from 'kysely'
import type { ConversationId, MessageId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

export const heldCodes = [
  'thread-moved',
  'not-yet',
  'worth-a-look',
  'writer-gone',
  'too-late',
  'colleague-wrote',
] as const
export type Held = { code: (typeof heldCodes)[number]; reasons: { code: string; message: string }[] }

export type LaterMessage = {
  id: MessageId
  conversation: ConversationId
  user: UserId
  action: 'message' | 'invite'
  text: string
  subject: string | null
  replyTo: MessageId | null
  sendAt: Date
  /** Warnings its writer saw. */
  accepted: string[]
  /** The version of the whole thread that its writer knew. */
  seenVersion: number
  heldAt: Date | null
  held: Held | null
}

const columns = sql`message_id as id, conversation_id as conversation, user_id as "user", action, text, subject,
  reply_to as "replyTo", send_at as "sendAt", accepted, seen_version as "seenVersion", held_at as "heldAt", held_why as held`

/** Written anew it is held no longer. */
export async function upsertLater(
  tx: Transaction,
  workspace: WorkspaceId,
  row: Omit<LaterMessage, 'heldAt' | 'held'>,
  now: Date,
): Promise<void> {
  await sql`insert into later_messages (workspace_id, message_id, conversation_id, user_id, action, text, subject, reply_to, send_at,
      accepted, seen_version, created_at)
    values (${workspace}, ${row.id}, ${row.conversation}, ${row.user}, ${row.action}, ${row.text}, ${row.subject}, ${row.replyTo},
      ${row.sendAt}, ${row.accepted}::text[], ${row.seenVersion}, ${now})
    on conflict (workspace_id, message_id) do update set text = excluded.text, send_at = excluded.send_at, accepted = excluded.accepted,
      seen_version = excluded.seen_version, created_at = excluded.created_at, held_at = null, held_why = null`.execute(
    tx,
  )
}

export async function findLaterForUpdate(
  tx: Transaction,
  workspace: WorkspaceId,
  id: MessageId,
): Promise<LaterMessage | undefined> {
  const { rows } = await sql<LaterMessage>`select ${columns} from later_messages
    where workspace_id = ${workspace} and message_id = ${id} for update`.execute(tx)
  return rows[0]
}

/** When its words were last looked at by who wrote them. */
export async function findLaterWrittenAt(
  tx: Transaction,
  workspace: WorkspaceId,
  id: MessageId,
): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date }>`select created_at as at from later_messages
    where workspace_id = ${workspace} and message_id = ${id}`.execute(tx)
  return rows[0]?.at
}

/** In the order in which they leave. */
export async function listLater(
  tx: Transaction,
  workspace: WorkspaceId,
  conversations: readonly ConversationId[],
): Promise<LaterMessage[]> {
  const { rows } = await sql<LaterMessage>`select ${columns} from later_messages
    where workspace_id = ${workspace} and conversation_id = any(${conversations}::uuid[]) order by send_at, message_id limit 100`.execute(
    tx,
  )
  return rows
}

export async function updateLaterHeld(
  tx: Transaction,
  workspace: WorkspaceId,
  id: MessageId,
  held: Held,
  at: Date,
): Promise<void> {
  await sql`update later_messages set held_at = ${at}, held_why = ${JSON.stringify(held)}::jsonb
    where workspace_id = ${workspace} and message_id = ${id}`.execute(tx)
}

export async function deleteLater(tx: Transaction, workspace: WorkspaceId, id: MessageId): Promise<void> {
  await sql`delete from later_messages where workspace_id = ${workspace} and message_id = ${id}`.execute(tx)
}

/** Whether anybody but the writer is among the last `count` who said something in these. */
export async function hasOthersLately(
  tx: Transaction,
  workspace: WorkspaceId,
  conversations: readonly ConversationId[],
  writer: UserId,
  count: number,
): Promise<boolean> {
  const { rows } = await sql`select from (select own, user_id from messages
      where workspace_id = ${workspace} and conversation_id = any(${conversations}::uuid[]) and kind in ('text', 'invite')
      order by created_at desc, message_id desc limit ${count}) latest
    where not (own and user_id is not distinct from ${writer}) limit 1`.execute(tx)
  return rows.length > 0
}
