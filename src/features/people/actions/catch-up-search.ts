import { z } from 'zod'
import type { Clock } from '#kernel/clock.ts'
import { newId, type WorkspaceId } from '#kernel/ids.ts'
import { idOf } from '#kernel/schema.ts'
import { defineTask, enqueue } from '#platform/tasks.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import {
  deleteSearchDue,
  findSearchDueForUpdate,
  hasSearchDue,
  insertSearchDue,
  listUnsearched,
  prepareBulkSearch,
  settleSearchIndexes,
} from '../store/search-index/due.ts'
import { insertPersonSearch, type NewlyFindable } from '../store/search-index/insert-new.ts'
import type { Lexicon } from '../store/search-index/lexicon.ts'
import { refreshPersonSearch } from '../store/search-index/refresh.ts'

const atOnce = 500
/** Whoever writes people makes them searchable within moments; what is still due after this was left behind. */
const waitMs = 10_000

export const catchUpSearchTask = defineTask('people.catch-up-search', z.object({ workspace: idOf<'Workspace'>() }))

type Deps = { db: Database; clock: Clock }

const enqueueCatchUp = (tx: Transaction, { clock }: Pick<Deps, 'clock'>, workspace: WorkspaceId) =>
  enqueue(tx, catchUpSearchTask, workspace, { workspace }, { runAt: new Date(clock.now().getTime() + waitMs) })

/** What `makeSearchable` has yet to do for people who were just written. */
export type Findables = { due: string; people: readonly NewlyFindable[] }

/** Notes, with the transaction that writes them, that these people are not searchable yet. */
export async function noteFindable(
  tx: Transaction,
  deps: Pick<Deps, 'clock'>,
  workspace: WorkspaceId,
  people: readonly NewlyFindable[],
): Promise<Findables | undefined> {
  const ids = people.map(one => one.person_id).sort()
  const [first_id, last_id] = [ids[0], ids.at(-1)]
  if (!first_id || !last_id) return undefined
  const due = newId<'SearchDue'>()
  await insertSearchDue(tx, workspace, { due_id: due, first_id, last_id })
  await enqueueCatchUp(tx, deps, workspace)
  return { due, people }
}

/** Written twice at once, or each waited for the other. */
const clashes: readonly unknown[] = ['23505', '40P01']
const isClash = (error: unknown) => error instanceof Error && 'code' in error && clashes.includes(error.code)

/** Makes them searchable, unless the task was faster. */
export async function makeSearchable(
  deps: Deps,
  workspace: WorkspaceId,
  lexicon: Lexicon,
  { due, people }: Findables,
  signal: AbortSignal,
): Promise<void> {
  try {
    await inWorkspace(deps.db, workspace, async tx => {
      await prepareBulkSearch(tx)
      if (await deleteSearchDue(tx, workspace, due)) await insertPersonSearch(tx, workspace, lexicon, people)
    })
  } catch (error) {
    // Somebody changed one of them while they were written, or another import writes words too.
    if (!isClash(error)) throw error
    await catchUpSearch(deps, workspace, signal)
  }
}

/** Makes everyone searchable who was left behind, by a crash or an import that was stopped. */
export async function catchUpSearch(deps: Deps, workspace: WorkspaceId, signal: AbortSignal): Promise<void> {
  for (;;) {
    signal.throwIfAborted()
    const more = await inWorkspace(deps.db, workspace, async tx => {
      const due = await findSearchDueForUpdate(tx, workspace)
      if (!due) {
        // Others are at the rest: should they fail, it is looked at again.
        if (await hasSearchDue(tx, workspace)) await enqueueCatchUp(tx, deps, workspace)
        else await settleSearchIndexes(tx)
        return false
      }
      const people = await listUnsearched(tx, workspace, due, atOnce)
      await refreshPersonSearch(tx, workspace, people)
      if (people.length < atOnce) await deleteSearchDue(tx, workspace, due.due_id)
      return true
    })
    if (!more) return
  }
}
