import { audit } from '#features/accounts/index.ts'
import { compileSearch } from '#features/people/index.ts'
import { newId, type PoolId, type UserId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { type Caller, mayActAs } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import type { KeepDeps, PoolDeps } from '../deps.ts'
import { hasSearch, type PoolKind, type PoolSearch, poolLimits, tidySearch } from '../model.ts'
import {
  countPools,
  findPool,
  listColleagues,
  listShares,
  lockDynamicPools,
  type Pool,
  replaceShares,
  type Share,
  upsertPool,
} from '../store/pools.ts'
import { lockWatch } from '../store/watch.ts'
import { askToKeep, refreshPool } from './keep.ts'

export type ManageRefusal =
  | { code: 'no-such-pool' }
  | { code: 'name-taken' }
  | { code: 'too-many-pools' }
  | { code: 'nothing-asked' }
  | { code: 'broken-query'; message: string }
  | { code: 'not-yours' }

export type GivenPool = {
  kind: PoolKind
  name: string
  about?: string
  search?: PoolSearch
  team?: boolean
  warmWeeks?: number | null
  offer?: { title: string; url: string } | null
}

const newsOfNobody = { people: new Map(), everybody: true } as const

const tell = (tx: Transaction, caller: Caller, pool: PoolId) =>
  tellBrowsers(tx, caller.workspace, { kind: 'pools.changed', payload: { pool } })

/** Whether the search can be read, by the same parser that will ask it. */
function checkSearch(
  deps: KeepDeps,
  caller: Pick<Caller, 'workspace' | 'user'>,
  search: PoolSearch,
): Result<PoolSearch, ManageRefusal> {
  const tidy = tidySearch(search)
  if (!hasSearch(tidy)) return refuse({ code: 'nothing-asked' })
  const compiled = compileSearch(deps, caller, tidy)
  return compiled.ok ? done(tidy) : refuse({ code: 'broken-query', message: compiled.refusal.message })
}

/** A dynamic pool is filled before this answers. */
export async function addPool(
  deps: KeepDeps,
  caller: Caller,
  given: GivenPool,
  sample = false,
): Promise<Result<PoolId, ManageRefusal>> {
  return inWorkspace(deps.db, caller.workspace, tx => insertPool(tx, deps, caller, given, sample))
}

/** The same inside a transaction of the caller's. */
export async function insertPool(
  tx: Transaction,
  deps: KeepDeps,
  caller: Caller,
  given: GivenPool,
  sample = false,
): Promise<Result<PoolId, ManageRefusal>> {
  const { workspace, user } = caller
  const asked = given.kind === 'dynamic' ? checkSearch(deps, caller, given.search ?? {}) : done(null)
  if (!asked.ok) return asked
  if ((await countPools(tx, workspace)) >= poolLimits.perWorkspace) return refuse({ code: 'too-many-pools' })
  const now = deps.clock.now()
  const id = newId<'Pool'>(now.getTime())
  const written = await upsertPool(tx, workspace, {
    id,
    owner: user,
    kind: given.kind,
    name: given.name.trim(),
    about: given.about?.trim() ?? '',
    search: asked.value,
    team: given.team ?? false,
    warmWeeks: given.warmWeeks ?? null,
    offer: given.offer ?? null,
    sample,
    createdAt: now,
    removedAt: null,
  })
  if (!written) return refuse({ code: 'name-taken' })
  if (given.kind === 'dynamic') await refill(tx, deps, caller, id, 'created')
  tell(tx, caller, id)
  return done(id)
}

async function refill(
  tx: Transaction,
  deps: KeepDeps,
  { workspace }: Caller,
  pool: PoolId,
  cause: 'created' | 'search-changed',
): Promise<void> {
  const since = deps.clock.now()
  // What changes from here on is seen by the next look, be it before this commits or after.
  await lockWatch(tx, workspace, since)
  for (const found of await lockDynamicPools(tx, workspace, pool))
    await refreshPool(tx, deps, workspace, found, { news: newsOfNobody, only: undefined, since, cause })
  await askToKeep(tx, workspace)
}

const mayChange = (caller: Caller, pool: Pool) => pool.owner === caller.user || mayActAs(caller.role, 'admin')

/** By its owner or an admin. `removed` takes it away and, taken back, brings it as it was. */
export function changePool(
  deps: PoolDeps,
  caller: Caller,
  id: PoolId,
  change: Omit<Partial<GivenPool>, 'kind'> & { removed?: boolean },
): Promise<Result<void, ManageRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const { workspace } = caller
    const pool = await findPool(tx, workspace, caller.user, id, 'for-update')
    if (!pool || (pool.removedAt && change.removed !== false)) return refuse({ code: 'no-such-pool' })
    if (!mayChange(caller, pool)) return refuse({ code: 'not-yours' })
    const now = deps.clock.now()
    let { search } = pool
    if (pool.kind === 'dynamic' && change.search) {
      const asked = checkSearch(deps, { workspace, user: pool.owner }, change.search)
      if (!asked.ok) return asked
      search = asked.value
    }
    const written = await upsertPool(tx, workspace, {
      ...pool,
      name: change.name?.trim() ?? pool.name,
      about: change.about?.trim() ?? pool.about,
      search,
      team: change.team ?? pool.team,
      warmWeeks: change.warmWeeks === undefined ? pool.warmWeeks : change.warmWeeks,
      offer: change.offer === undefined ? pool.offer : change.offer,
      removedAt: change.removed === undefined ? pool.removedAt : change.removed ? now : null,
    })
    if (!written) return refuse({ code: 'name-taken' })
    if (JSON.stringify(search) !== JSON.stringify(pool.search)) await refill(tx, deps, caller, id, 'search-changed')
    else if (change.removed === false && pool.kind === 'dynamic') await askToKeep(tx, workspace)
    if (change.removed !== undefined)
      await audit(tx, {
        caller,
        at: now,
        action: change.removed ? 'pool.removed' : 'pool.restored',
        subjectKind: 'pool',
        subject: id,
        detail: { name: pool.name },
      })
    tell(tx, caller, id)
    return done(undefined)
  })
}

export type Sharing = { team: boolean; shares: Share[]; colleagues: { id: UserId; name: string }[] }

export function readSharing(deps: PoolDeps, caller: Caller, id: PoolId): Promise<Result<Sharing, ManageRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const { workspace, user } = caller
    const pool = await findPool(tx, workspace, user, id)
    if (!pool || pool.removedAt) return refuse({ code: 'no-such-pool' })
    const shares = await listShares(tx, workspace, id)
    const colleagues = await listColleagues(tx, workspace, pool.owner)
    return done({ team: pool.team, shares, colleagues })
  })
}

/** With exactly these colleagues, beside its owner. */
export function sharePool(
  deps: PoolDeps,
  caller: Caller,
  id: PoolId,
  users: readonly UserId[],
): Promise<Result<void, ManageRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const { workspace, user } = caller
    const pool = await findPool(tx, workspace, user, id, 'for-update')
    if (!pool || pool.removedAt) return refuse({ code: 'no-such-pool' })
    if (!mayChange(caller, pool)) return refuse({ code: 'not-yours' })
    const at = deps.clock.now()
    await replaceShares(
      tx,
      workspace,
      id,
      users.filter(one => one !== pool.owner),
      { user, at },
    )
    await audit(tx, {
      caller,
      at,
      action: 'pool.shared',
      subjectKind: 'pool',
      subject: id,
      detail: { with: users.length },
    })
    tell(tx, caller, id)
    return done(undefined)
  })
}
