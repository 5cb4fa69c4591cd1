import { sql } from 'kysely'
import { nameHandedOver } from '#features/people/index.ts'
import type { PoolId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

export async function listPoolsOf(tx: Transaction, workspace: WorkspaceId, user: UserId): Promise<PoolId[]> {
  const { rows } = await sql<{ id: PoolId }>`select pool_id as id from pools
    where workspace_id = ${workspace} and owner_id = ${user} and removed_at is null order by pool_id`.execute(tx)
  return rows.map(row => row.id)
}

export async function updatePoolsOf(
  tx: Transaction,
  workspace: WorkspaceId,
  pools: readonly PoolId[],
  { from, to }: { from: UserId; to: UserId },
): Promise<PoolId[]> {
  const taken = sql`select from pools o where o.workspace_id = mine.workspace_id and o.owner_id = ${to} and o.removed_at is null
    and lower(o.name) = lower(mine.name)`
  const { rows } = await sql<{
    id: PoolId
  }>`update pools mine set owner_id = ${to}, name = ${nameHandedOver(from, taken)}
    where mine.workspace_id = ${workspace} and mine.owner_id = ${from} and mine.pool_id = any(${[...pools]}::uuid[])
    returning mine.pool_id as id`.execute(tx)
  return rows.map(row => row.id)
}
