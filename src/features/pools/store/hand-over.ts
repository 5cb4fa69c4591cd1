import { sql } from 'kysely'
import type { PoolId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

export async function listPoolsOf(tx: Transaction, workspace: WorkspaceId, user: UserId): Promise<PoolId[]> {
  const { rows } = await sql<{ id: PoolId }>`select pool_id as id from pools
    where workspace_id = ${workspace} and owner_id = ${user} and removed_at is null order by pool_id`.execute(tx)
  return rows.map(row => row.id)
}

/** A name that the other has already gets the giver's behind it. */
export async function updatePoolsOf(
  tx: Transaction,
  workspace: WorkspaceId,
  pools: readonly PoolId[],
  { from, to }: { from: UserId; to: UserId },
): Promise<PoolId[]> {
  const { rows } = await sql<{ id: PoolId }>`update pools p set owner_id = ${to},
      name = case when exists (select from pools o where o.workspace_id = p.workspace_id and o.owner_id = ${to} and o.removed_at is null
        and lower(o.name) = lower(p.name)) then left(p.name, 60) || ' (' || left((select name from users u
        where u.workspace_id = p.workspace_id and u.user_id = ${from}), 30) || ')' else p.name end
    where p.workspace_id = ${workspace} and p.owner_id = ${from} and p.pool_id = any(${[...pools]}::uuid[])
    returning p.pool_id as id`.execute(tx)
  return rows.map(row => row.id)
}
