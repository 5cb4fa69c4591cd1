import { newId, type PersonId, type PoolId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import type { Transaction } from '#storage/database.ts'
import { type ComeBackId, deleteComeBack, insertComeBack } from '../store/come-backs.ts'
import { insertEntries } from '../store/log.ts'
import { insertMembers, removeMembers } from '../store/members.ts'
import { findPool } from '../store/pools.ts'

/** `pooled`: they were not in the pool before. */
export type KeptForLater = { comeBack: ComeBackId; pooled: boolean }

/** Into a pool now, and onto the caller's Today on that day. Part of the transaction of whoever says "not now". */
export async function keepForLater(
  tx: Transaction,
  caller: Caller,
  given: { person: PersonId; pool: PoolId; on: string; about: string },
  at: Date,
): Promise<Result<KeptForLater, { code: 'no-such-pool' }>> {
  const { workspace, user } = caller
  const pool = await findPool(tx, workspace, user, given.pool, 'for-update')
  if (!pool || pool.removedAt) return refuse({ code: 'no-such-pool' })
  const added = await insertMembers(tx, workspace, pool.id, [given.person], { user, at })
  await insertEntries(
    tx,
    workspace,
    pool.id,
    added.map(person => ({ person, kind: 'came', cause: 'hand', detail: {} })),
    { user, at },
  )
  const comeBack = newId<'ComeBack'>(at.getTime())
  await insertComeBack(tx, workspace, user, { id: comeBack, ...given }, at)
  tellBrowsers(tx, workspace, { kind: 'pools.changed', payload: { pool: pool.id, people: [given.person] } })
  return done({ comeBack, pooled: added.length > 0 })
}

/** As it was before `keepForLater`. */
export async function takeBackForLater(
  tx: Transaction,
  caller: Caller,
  given: { person: PersonId; pool: PoolId | null } & KeptForLater,
  at: Date,
): Promise<void> {
  const { workspace, user } = caller
  await deleteComeBack(tx, workspace, given.comeBack)
  const pool = given.pool && given.pooled ? await findPool(tx, workspace, user, given.pool, 'for-update') : undefined
  if (!pool) return
  const removed = await removeMembers(tx, workspace, pool, [given.person])
  await insertEntries(
    tx,
    workspace,
    pool.id,
    removed.map(({ person }) => ({ person, kind: 'went', cause: 'hand', detail: {} })),
    { user, at },
  )
  tellBrowsers(tx, workspace, { kind: 'pools.changed', payload: { pool: pool.id, people: [given.person] } })
}
