import { sql } from 'kysely'
import type { UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

/** Whoever is here and may work; a viewer, or somebody who left, is none. */
export async function findColleague(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
): Promise<{ id: UserId; name: string } | undefined> {
  const { rows } = await sql<{ id: UserId; name: string }>`select user_id as id, name from users
    where workspace_id = ${workspace} and user_id = ${user} and disabled_at is null and role <> 'viewer'`.execute(tx)
  return rows[0]
}
