import { sql } from 'kysely'
import type { ConversationId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

export async function findDraft(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  conversation: ConversationId,
): Promise<string | undefined> {
  const { rows } = await sql<{ text: string }>`select text from drafts
    where workspace_id = ${workspace} and user_id = ${user} and conversation_id = ${conversation}`.execute(tx)
  return rows[0]?.text
}

export async function upsertDraft(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  conversation: ConversationId,
  text: string,
  now: Date,
): Promise<void> {
  await (text === ''
    ? sql`delete from drafts where workspace_id = ${workspace} and user_id = ${user} and conversation_id = ${conversation}`
    : sql`insert into drafts (workspace_id, user_id, conversation_id, text, updated_at)
        values (${workspace}, ${user}, ${conversation}, ${text}, ${now})
        on conflict (workspace_id, user_id, conversation_id) do update set text = excluded.text, updated_at = excluded.updated_at`
  ).execute(tx)
}
