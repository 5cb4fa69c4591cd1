import { dayMs } from '#kernel/clock.ts'
import type { WorkspaceId } from '#kernel/ids.ts'
import { enqueue } from '#platform/tasks.ts'
import { acrossWorkspaces, inWorkspace } from '#storage/database.ts'
import { foldWeeks, isAnybodyDue, refreshDue } from '../store/people.ts'
import { deleteOldVisits, deleteSaltsBefore } from '../store/visits.ts'
import { tidyVisitsTask } from '../task-kinds.ts'
import type { AttributionDeps } from './deps.ts'
import { refreshSoon, tellChanged } from './join.ts'

const peopleAtOnce = 10_000
const againAfterMs = 2_000

/** Until nobody is due but those whom somebody else holds; they are looked at again soon. */
export async function refreshPeople(
  deps: Pick<AttributionDeps, 'db' | 'clock'>,
  workspace: WorkspaceId,
  signal?: AbortSignal,
): Promise<number> {
  let all = 0
  for (;;) {
    signal?.throwIfAborted()
    const count = await inWorkspace(deps.db, workspace, async tx => {
      const refreshed = await refreshDue(tx, workspace, peopleAtOnce)
      if (refreshed > 0) tellChanged(tx, workspace)
      return refreshed
    })
    all += count
    if (count === 0) break
  }
  await inWorkspace(deps.db, workspace, async tx => {
    await foldWeeks(tx, workspace)
    if (await isAnybodyDue(tx, workspace))
      await refreshSoon(tx, workspace, new Date(deps.clock.now().getTime() + againAfterMs))
  })
  return all
}

const visitsKeptDays = 30
const hoursKeptDays = 90

/** Yesterday's salt goes, single visits after thirty days, hours after ninety; days stay. Across workspaces: time passes for all. */
export async function tidyVisits(deps: Pick<AttributionDeps, 'db' | 'clock'>): Promise<void> {
  const now = deps.clock.now()
  const before = (days: number) => new Date(now.getTime() - days * dayMs)
  const tomorrow = new Date(`${new Date(now.getTime() + dayMs).toISOString().slice(0, 10)}T00:01:00Z`)
  await acrossWorkspaces(deps.db, async tx => {
    await deleteSaltsBefore(tx, now.toISOString().slice(0, 10))
    await deleteOldVisits(tx, { visits: before(visitsKeptDays), hours: before(hoursKeptDays) })
    await enqueue(tx, tidyVisitsTask, 'daily', {}, { runAt: tomorrow })
  })
}

/** At the start of a server, so that the daily round begins. */
export function planTidying(deps: Pick<AttributionDeps, 'db'>): Promise<void> {
  return acrossWorkspaces(deps.db, tx => enqueue(tx, tidyVisitsTask, 'daily', {}))
}
