import { z } from 'zod'
import { minuteMs } from '#kernel/clock.ts'
import { newId, type SavedSearchId, type WorkspaceId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { idOf } from '#kernel/schema.ts'
import { tellBrowsers } from '#platform/live.ts'
import { defineTask, enqueue } from '#platform/tasks.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import { prepareSearch, type Wanted } from '../store/matching.ts'
import {
  deleteSavedSearch,
  findSavedSearchForUpdate,
  insertSavedSearch,
  listSavedSearches,
  listWatchedSearches,
  type SavedSearch,
  updateSavedSearch,
  updateSavedSearchChecked,
  updateSavedSearchSeen,
  writeSavedSearchPeople,
} from '../store/saved-searches.ts'
import { listMatches } from '../store/search.ts'
import { readQuery, type SearchDeps, type SearchInput, wantedOf } from './search.ts'

/** Of more than these nobody would want to be told one by one. */
export const mostWatched = 10_000
const everyMs = 5 * minuteMs

export const watchSearchesTask = defineTask('people.watch-searches', z.object({ workspace: idOf<'Workspace'>() }))

/** A search as the list's address has it: what is not understood is refused when it is saved. */
export type KeptSearch = Omit<SearchInput, 'cursor' | 'limit' | 'fresh'>

export type SavedRefusal =
  | { code: 'broken-query'; message: string; at: number }
  | { code: 'no-pools' }
  | { code: 'no-such-search' }
  | { code: 'name-taken'; name: string }
  | { code: 'too-broad' }

type Deps = SearchDeps

const enqueueWatch = (tx: Transaction, deps: Pick<Deps, 'clock'>, workspace: WorkspaceId) =>
  enqueue(tx, watchSearchesTask, workspace, { workspace }, { runAt: new Date(deps.clock.now().getTime() + everyMs) })

function wantedBy(deps: Deps, caller: Caller, search: KeptSearch): Result<Wanted, SavedRefusal> {
  const parsed = readQuery(deps, search.q)
  if (!parsed.ok) return refuse({ code: 'broken-query', ...parsed.problem })
  if (search.pool && !deps.inPool) return refuse({ code: 'no-pools' })
  return done(wantedOf(deps, caller, search, parsed.query))
}

/** Undefined when more fit than are watched. */
async function listFitting(tx: Transaction, wanted: Wanted) {
  await prepareSearch(tx)
  const people = await listMatches(tx, wanted, mostWatched + 1)
  return people.length > mostWatched ? undefined : people
}

/** Whoever fits already is no news. */
export function saveSearch(
  deps: Deps,
  caller: Caller,
  given: { name: string; search: KeptSearch; notify: boolean },
): Promise<Result<SavedSearchId, SavedRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const wanted = wantedBy(deps, caller, given.search)
    if (!wanted.ok) return wanted
    const people = given.notify ? await listFitting(tx, wanted.value) : []
    if (!people) return refuse({ code: 'too-broad' })
    const at = deps.clock.now()
    const saved: SavedSearch = {
      saved_id: newId<'SavedSearch'>(at.getTime()),
      user_id: caller.user,
      name: given.name,
      search: Object.fromEntries(Object.entries(given.search).flatMap(([key, value]) => (value ? [[key, value]] : []))),
      notify: given.notify,
      too_broad: false,
      created_at: at,
      checked_at: at,
    }
    if (!(await insertSavedSearch(tx, caller.workspace, saved))) return refuse({ code: 'name-taken', name: given.name })
    await writeSavedSearchPeople(tx, caller.workspace, saved.saved_id, people, at, true)
    if (given.notify) await enqueueWatch(tx, deps, caller.workspace)
    tellBrowsers(tx, caller.workspace, { kind: 'people.searches-changed', payload: {}, user: caller.user })
    return done(saved.saved_id)
  })
}

export const readSavedSearches = (deps: Deps, caller: Caller) =>
  inWorkspace(deps.db, caller.workspace, tx => listSavedSearches(tx, caller.workspace, caller.user))

/** Watching begins with who fits now. */
export function changeSavedSearch(
  deps: Deps,
  caller: Caller,
  saved: SavedSearchId,
  change: { notify: boolean },
): Promise<Result<void, SavedRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const known = await findSavedSearchForUpdate(tx, caller.workspace, caller.user, saved)
    if (!known) return refuse({ code: 'no-such-search' })
    if (change.notify && !known.notify) {
      const wanted = wantedBy(deps, caller, known.search)
      if (!wanted.ok) return wanted
      const people = await listFitting(tx, wanted.value)
      if (!people) return refuse({ code: 'too-broad' })
      const at = deps.clock.now()
      await writeSavedSearchPeople(tx, caller.workspace, saved, people, at, true)
      await updateSavedSearchChecked(tx, caller.workspace, saved, false, at)
      await enqueueWatch(tx, deps, caller.workspace)
    }
    await updateSavedSearch(tx, caller.workspace, saved, change)
    tellBrowsers(tx, caller.workspace, { kind: 'people.searches-changed', payload: {}, user: caller.user })
    return done(undefined)
  })
}

export function dropSavedSearch(deps: Deps, caller: Caller, saved: SavedSearchId): Promise<Result<void, SavedRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    if (!(await findSavedSearchForUpdate(tx, caller.workspace, caller.user, saved)))
      return refuse({ code: 'no-such-search' })
    await deleteSavedSearch(tx, caller.workspace, saved)
    tellBrowsers(tx, caller.workspace, { kind: 'people.searches-changed', payload: {}, user: caller.user })
    return done(undefined)
  })
}

/** The new ones were looked at. */
export function seeSavedSearch(deps: Deps, caller: Caller, saved: SavedSearchId): Promise<Result<void, SavedRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    if (!(await findSavedSearchForUpdate(tx, caller.workspace, caller.user, saved)))
      return refuse({ code: 'no-such-search' })
    const seen = await updateSavedSearchSeen(tx, caller.workspace, saved, deps.clock.now())
    if (seen > 0)
      tellBrowsers(tx, caller.workspace, { kind: 'people.searches-changed', payload: {}, user: caller.user })
    return done(undefined)
  })
}

/** `search` and `user` as the owner's own: stages are theirs. */
async function lookAgain(deps: Deps, workspace: WorkspaceId, saved: SavedSearch): Promise<void> {
  await inWorkspace(deps.db, workspace, async tx => {
    const owner: Caller = { workspace, user: saved.user_id, role: 'viewer' }
    const known = await findSavedSearchForUpdate(tx, workspace, saved.user_id, saved.saved_id)
    if (!known?.notify) return
    const wanted = wantedBy(deps, owner, known.search)
    // A field or stage that is known no more: the list says so when the search is opened.
    const people = wanted.ok ? await listFitting(tx, wanted.value) : []
    const at = deps.clock.now()
    await updateSavedSearchChecked(tx, workspace, saved.saved_id, people === undefined, at)
    if (!people || !wanted.ok) return
    const fresh = await writeSavedSearchPeople(tx, workspace, saved.saved_id, people, at, false)
    const [first] = fresh
    if (!first) return
    tellBrowsers(tx, workspace, {
      kind: 'people.search-found',
      payload: {
        search: saved.saved_id,
        name: known.name,
        found: fresh.length,
        ...(fresh.length === 1 ? { person: first } : {}),
      },
      user: saved.user_id,
    })
  })
}

/** Looks who is new for every search that tells of it, and comes again while there is one. */
export async function watchSearches(deps: Deps, workspace: WorkspaceId, signal: AbortSignal): Promise<void> {
  const watched = await inWorkspace(deps.db, workspace, tx => listWatchedSearches(tx, workspace))
  if (watched.length === 0) return
  await inWorkspace(deps.db, workspace, tx => enqueueWatch(tx, deps, workspace))
  for (const saved of watched) {
    signal.throwIfAborted()
    await lookAgain(deps, workspace, saved)
  }
}
