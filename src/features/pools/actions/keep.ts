import { compileSearch, prepareSearch, type StandingSearch } from '#features/people/index.ts'
import { type PersonId, parseId, type WorkspaceId } from '#kernel/ids.ts'
import { tellBrowsers } from '#platform/live.ts'
import { enqueue } from '#platform/tasks.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import type { KeepDeps } from '../deps.ts'
import { type Cause, type News, poolLimits, readNews } from '../model.ts'
import { insertEntries, listMovesSince, type NewEntry } from '../store/log.ts'
import { applySearch, listMatching } from '../store/members.ts'
import { hasDynamicPool, lockDynamicPools, type Pool } from '../store/pools.ts'
import { isSearchDue, listChanges, lockWatch, updateWatch } from '../store/watch.ts'
import { keepTask } from '../task-kinds.ts'

/** Asks for a look at once; from then on each look asks for the next while there is a dynamic pool. */
export const askToKeep = (tx: Transaction, workspace: WorkspaceId, runAt?: Date): Promise<void> =>
  enqueue(tx, keepTask, workspace, { workspace }, { queue: `pools:${workspace}`, ...(runAt ? { runAt } : {}) })

/** What changed since the last look, for every dynamic pool; everybody where the changes name nobody, and once an hour. */
export function keepPools(deps: KeepDeps, workspace: WorkspaceId): Promise<void> {
  return inWorkspace(deps.db, workspace, async tx => {
    if (!(await hasDynamicPool(tx, workspace))) return
    const now = deps.clock.now()
    const watch = await lockWatch(tx, workspace, now)
    const { events, seq, whole } = await listChanges(tx, workspace, watch.seq)
    const news = readNews(events, parseId<'Person'>)
    const due = await isSearchDue(tx, workspace)
    const sweep = !whole || news.everybody || due || now.getTime() - watch.sweptAt.getTime() >= poolLimits.sweepEveryMs
    if (sweep || news.people.size > 0)
      for (const pool of await lockDynamicPools(tx, workspace))
        await refreshPool(tx, deps, workspace, pool, {
          news,
          only: sweep ? undefined : [...news.people.keys()],
          since: watch.sweptAt,
        })
    // Whoever is searchable only later is looked for again at the next look.
    const sweptAt = due ? new Date(now.getTime() - poolLimits.sweepEveryMs) : sweep ? now : watch.sweptAt
    await updateWatch(tx, workspace, { seq, sweptAt })
    await askToKeep(tx, workspace, new Date(Date.now() + poolLimits.lookEveryMs))
  })
}

export type Refresh = {
  news: News
  /** Nobody else is looked at; undefined: everybody. */
  only: readonly PersonId[] | undefined
  since: Date
  /** For everybody who comes or goes now, where it is known. */
  cause?: 'created' | 'search-changed' | undefined
}

/** Brings one dynamic pool up to date; the pool's row is locked. A search that can no longer be read changes nobody. */
export async function refreshPool(
  tx: Transaction,
  deps: KeepDeps,
  workspace: WorkspaceId,
  pool: Pool,
  { news, only, since, cause }: Refresh,
): Promise<{ came: PersonId[]; went: PersonId[] }> {
  const none = { came: [], went: [] }
  if (!pool.search) return none
  const compiled = compileSearch(deps, { workspace, user: pool.owner }, pool.search)
  if (!compiled.ok) return none
  const search = compiled.value
  const now = deps.clock.now()
  await prepareSearch(tx)
  const moved = await applySearch(tx, workspace, pool.id, search.people(only), only, now)
  const count = moved.came.length + moved.went.length
  if (count === 0) return moved
  const entries: NewEntry[] =
    count > poolLimits.named || cause === 'created'
      ? [
          {
            person: null,
            kind: 'filled',
            cause: cause ?? 'words',
            detail: { came: moved.came.length, went: moved.went.length },
          },
        ]
      : await entriesOf(tx, workspace, pool, search, moved, { news, since, cause })
  await insertEntries(tx, workspace, pool.id, entries, { user: null, at: now })
  tellBrowsers(tx, workspace, { kind: 'pools.changed', payload: { pool: pool.id } })
  return moved
}

async function entriesOf(
  tx: Transaction,
  workspace: WorkspaceId,
  pool: Pool,
  search: StandingSearch,
  { came, went }: { came: readonly PersonId[]; went: readonly PersonId[] },
  { news, since, cause }: Pick<Refresh, 'news' | 'since' | 'cause'>,
): Promise<NewEntry[]> {
  const all = [...came, ...went]
  const holds: { says: string; people: Set<PersonId> }[] = []
  for (const part of search.parts) holds.push({ says: part.says, people: await listMatching(tx, part.people(all)) })
  const stageMoves = search.asksStage
    ? await listMovesSince(tx, workspace, pool.owner, all, since)
    : new Map<PersonId, { from: string; to: string }>()
  const why = (person: PersonId): Cause => {
    const told = cause ?? news.people.get(person)
    if (told && told !== 'words') return told
    return stageMoves.has(person) ? 'stage' : (told ?? (search.asksTime ? 'time' : 'words'))
  }
  const moveOf = (person: PersonId) => stageMoves.get(person) ?? {}
  return [
    ...came.map(
      (person): NewEntry => ({
        person,
        kind: 'came',
        cause: why(person),
        detail: { matched: holds.filter(part => part.people.has(person)).map(part => part.says), ...moveOf(person) },
      }),
    ),
    ...went.map(
      (person): NewEntry => ({
        person,
        kind: 'went',
        cause: why(person),
        detail: { missing: holds.filter(part => !part.people.has(person)).map(part => part.says), ...moveOf(person) },
      }),
    ),
  ]
}
