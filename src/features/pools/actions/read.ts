import { type AudienceFit, audienceFit } from '#features/conversations/index.ts'
import { dayMs } from '#kernel/clock.ts'
import type { PoolId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { type Caller, mayActAs } from '#kernel/roles.ts'
import { inWorkspace } from '#storage/database.ts'
import type { PoolDeps } from '../deps.ts'
import { countSpans, type Spans } from '../store/health.ts'
import { membersOf } from '../store/members.ts'
import { findPool, type ListedPool, listPools, type Pool } from '../store/pools.ts'

const lately = 30 * dayMs

export function readPools(deps: PoolDeps, caller: Caller): Promise<ListedPool[]> {
  const since = new Date(deps.clock.now().getTime() - lately)
  return inWorkspace(deps.db, caller.workspace, tx => listPools(tx, caller.workspace, caller.user, since))
}

export function readPool(
  deps: PoolDeps,
  caller: Caller,
  id: PoolId,
): Promise<Result<{ pool: Pool; mayChange: boolean }, { code: 'no-such-pool' }>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const pool = await findPool(tx, caller.workspace, caller.user, id)
    if (!pool || pool.removedAt) return refuse({ code: 'no-such-pool' })
    return done({ pool, mayChange: pool.owner === caller.user || mayActAs(caller.role, 'admin') })
  })
}

export type Health = { size: number; spans: Spans; fit: AudienceFit; came: number; went: number }

/** How a pool does, all of it counted now. */
export function readHealth(
  deps: PoolDeps,
  caller: Caller,
  id: PoolId,
  timezone: string,
): Promise<Result<Health, { code: 'no-such-pool' }>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const { workspace, user } = caller
    const pool = await findPool(tx, workspace, user, id)
    if (!pool || pool.removedAt) return refuse({ code: 'no-such-pool' })
    const now = deps.clock.now()
    const people = membersOf(workspace, id)
    const listed = (await listPools(tx, workspace, user, new Date(now.getTime() - lately))).find(one => one.id === id)
    return done({
      size: pool.size,
      spans: await countSpans(tx, workspace, people, now),
      fit: await audienceFit(tx, caller, people, pool.size, now, timezone),
      came: listed?.came ?? 0,
      went: listed?.went ?? 0,
    })
  })
}
