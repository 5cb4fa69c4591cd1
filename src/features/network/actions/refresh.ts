import { type Clock, dayMs } from '#kernel/clock.ts'
import type { PersonId, WorkspaceId } from '#kernel/ids.ts'
import { tellBrowsers } from '#platform/live.ts'
import { enqueue } from '#platform/tasks.ts'
import { acrossWorkspaces, type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import { spokenOf } from '../model/said-of.ts'
import { holdPeople, listWorkspacesDue, markFaded, takeDue } from '../store/due.ts'
import { findMap } from '../store/map.ts'
import { refreshNear } from '../store/strength.ts'
import {
  deleteTiesFrom,
  insertRecruiterTies,
  insertRoomTies,
  insertSpokenTies,
  insertThreadTies,
  insertToldTies,
  listNaming,
  listTiedTo,
} from '../store/ties.ts'
import { mapNetworkTask, refreshNetworkTask, sweepNetworkTask } from '../task-kinds.ts'

export type RefreshDeps = { db: Database; clock: Clock }

const peopleAtOnce = 200
/** The drawing may lag behind by so much, a large one (seconds of work) by more, an empty one not at all; paths and lists never do. */
const drawnEveryMs = (people: number) => {
  if (people === 0) return 0
  return people < 2_000 ? 60_000 : 1_800_000
}
/** Talk that is older says nothing of today; facts count whenever they were. */
const talkDays = 3 * 365

async function workOut(tx: Transaction, workspace: WorkspaceId, due: readonly PersonId[], now: Date): Promise<void> {
  const people = await holdPeople(tx, workspace, due)
  if (people.length === 0) return
  const batch = { workspace, people, now, since: new Date(now.getTime() - talkDays * dayMs) }
  const before = await deleteTiesFrom(tx, workspace, people)
  await insertRecruiterTies(tx, batch)
  await insertRoomTies(tx, batch)
  await insertThreadTies(tx, batch)
  await insertToldTies(tx, batch)
  const items = await listNaming(tx, batch)
  await insertSpokenTies(
    tx,
    batch,
    items.flatMap(({ person, title, url, at, tool, ...item }) =>
      spokenOf({ tool, ...item }).map(one => ({ ...one, person, title, url, at, said: tool })),
    ),
  )
  const others = await listTiedTo(tx, workspace, people)
  const concerned = new Set<PersonId>([...before, ...others])
  for (const person of people) concerned.delete(person)
  await refreshNear(tx, workspace, [...people, ...(await holdPeople(tx, workspace, [...concerned]))], people, now)
}

/** Until nobody is due; gives how many were worked out. */
export async function refreshNetwork(deps: RefreshDeps, workspace: WorkspaceId, signal?: AbortSignal): Promise<number> {
  let all = 0
  for (;;) {
    signal?.throwIfAborted()
    const count = await inWorkspace(deps.db, workspace, async tx => {
      const due = await takeDue(tx, workspace, peopleAtOnce)
      await workOut(tx, workspace, due, deps.clock.now())
      return due.length
    })
    all += count
    // Those who were busy are marked again and left to the next round.
    if (count < peopleAtOnce) break
  }
  if (all > 0)
    await inWorkspace(deps.db, workspace, async tx => {
      tellBrowsers(tx, workspace, { kind: 'network.changed', payload: {} })
      const last = await findMap(tx, workspace)
      const runAt = new Date(
        Math.max(deps.clock.now().getTime(), last ? last.madeAt.getTime() + drawnEveryMs(last.people) : 0),
      )
      await enqueue(tx, mapNetworkTask, workspace, { workspace }, { queue: `network:${workspace}`, priority: 2, runAt })
    })
  return all
}

const sweepMs = 30_000
const fadeAfterDays = 30
const fadedAtOnce = 2_000

/** What was written is told by triggers, which can begin no task: every half minute somebody looks. */
export async function sweepNetwork(deps: RefreshDeps): Promise<void> {
  const now = deps.clock.now()
  await acrossWorkspaces(deps.db, async tx => {
    await markFaded(tx, new Date(now.getTime() - fadeAfterDays * dayMs), fadedAtOnce)
    for (const workspace of await listWorkspacesDue(tx))
      await enqueue(tx, refreshNetworkTask, workspace, { workspace }, { queue: `network:${workspace}`, priority: 1 })
    await enqueue(tx, sweepNetworkTask, 'round', {}, { runAt: new Date(now.getTime() + sweepMs), maxAttempts: 30_000 })
  })
}

/** At the start of a server, so that the round begins. */
export const planNetwork = (deps: Pick<RefreshDeps, 'db'>): Promise<void> =>
  acrossWorkspaces(deps.db, tx => enqueue(tx, sweepNetworkTask, 'round', {}))
