import { sql } from 'kysely'
import type { ConversationId, ThreadNoteId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

export type ThreadNote = {
  id: ThreadNoteId
  conversation: ConversationId
  user: UserId
  text: string
  mentions: UserId[]
  at: Date
  removedAt: Date | null
}

const columns = sql`thread_note_id as id, conversation_id as conversation, user_id as "user", text, mentions, created_at as at,
  removed_at as "removedAt"`

/** False when it is there already. */
export async function insertThreadNote(tx: Transaction, workspace: WorkspaceId, note: ThreadNote): Promise<boolean> {
  const { rows } =
    await sql`insert into thread_notes (workspace_id, thread_note_id, conversation_id, user_id, text, mentions, created_at)
    values (${workspace}, ${note.id}, ${note.conversation}, ${note.user}, ${note.text}, ${note.mentions}::uuid[], ${note.at})
    on conflict do nothing returning thread_note_id`.execute(tx)
  return rows.length > 0
}

/** The latest of a thread, oldest first. */
export async function listThreadNotes(
  tx: Transaction,
  workspace: WorkspaceId,
  conversations: readonly ConversationId[],
  limit: number,
): Promise<ThreadNote[]> {
  const { rows } = await sql<ThreadNote>`select * from (select ${columns} from thread_notes
    where workspace_id = ${workspace} and conversation_id = any(${conversations}::uuid[]) and removed_at is null
    order by created_at desc, thread_note_id desc limit ${limit}) latest order by at, id`.execute(tx)
  return rows
}

/** Removed ones included: they can come back. */
export async function findThreadNoteForUpdate(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ThreadNoteId,
): Promise<ThreadNote | undefined> {
  const { rows } = await sql<ThreadNote>`select ${columns} from thread_notes
    where workspace_id = ${workspace} and thread_note_id = ${id} for update`.execute(tx)
  return rows[0]
}

export async function updateThreadNoteRemoved(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ThreadNoteId,
  at: Date | null,
): Promise<void> {
  await sql`update thread_notes set removed_at = ${at} where workspace_id = ${workspace} and thread_note_id = ${id}`.execute(
    tx,
  )
}
