import { sql } from 'kysely'
import type { ConversationId, Id, MessageId, PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

export async function insertOverride(
  tx: Transaction,
  workspace: WorkspaceId,
  row: {
    id: Id<'Override'>
    user: UserId
    askedBy: UserId | null
    message: MessageId | null
    conversation: ConversationId | null
    person: PersonId | null
    codes: readonly string[]
    draft: string
    reason: string
    state: 'asked' | 'granted' | 'declined' | 'used'
    at: Date
  },
): Promise<void> {
  await sql`insert into overrides (workspace_id, override_id, user_id, asked_by, message_id, conversation_id, person_id, codes, draft,
      reason, state, at)
    values (${workspace}, ${row.id}, ${row.user}, ${row.askedBy}, ${row.message}, ${row.conversation}, ${row.person},
      ${row.codes}::text[], ${row.draft}, ${row.reason}, ${row.state}, ${row.at})`.execute(tx)
}
