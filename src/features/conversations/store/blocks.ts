import { sql } from 'kysely'
import type { ConversationId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

/** Once a day, thread and rule. */
export async function insertBlocks(
  tx: Transaction,
  workspace: WorkspaceId,
  met: { user: UserId; conversation: ConversationId; codes: readonly string[]; hard: boolean; at: Date },
): Promise<void> {
  await sql`insert into blocks_met (workspace_id, on_day, user_id, conversation_id, code, hard)
    select ${workspace}::uuid, (${met.at}::timestamptz at time zone 'UTC')::date, ${met.user}::uuid, ${met.conversation}::uuid, code, ${met.hard}
    from unnest(${[...new Set(met.codes)].sort()}::text[]) as code on conflict do nothing`.execute(tx)
}
