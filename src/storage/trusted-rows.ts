import { sql } from 'kysely'
import type { WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

/**
 * Writes rows whose foreign keys hold by themselves: the rows they point to are written or locked by the same `work`, so that nobody
 * else can take them away. Looking each up again is half the cost of writing it. Everything else is checked as ever (unique keys, row-level
 * security); where the role may not switch the look-ups off, they are made.
 */
export async function writeTrusted(tx: Transaction, workspace: WorkspaceId, work: () => Promise<void>): Promise<void> {
  // The one row they point to that was here before: it can't go until this transaction ends.
  await sql`select case when has_parameter_privilege('session_replication_role', 'set')
      then set_config('session_replication_role', 'replica', true) end
    from (select 1 from workspaces where workspace_id = ${workspace} for key share) held`.execute(tx)
  await work()
  await sql`select case when has_parameter_privilege('session_replication_role', 'set')
      then set_config('session_replication_role', 'origin', true) end`.execute(tx)
}
