import { minuteMs } from '#kernel/clock.ts'
import type { WorkspaceId } from '#kernel/ids.ts'
import { enqueue } from '#platform/tasks.ts'
import { acrossWorkspaces, inWorkspace } from '#storage/database.ts'
import { isMetDue, listMetDue, refreshMet } from '../store/met-people.ts'
import { refreshTask } from '../task-kinds.ts'
import type { ReportsDeps } from './deps.ts'

type Deps = Pick<ReportsDeps, 'db' | 'clock'>
const peopleAtOnce = 10_000
/** A reader of a report waits for so many; for more, the report says that it is behind. */
const peopleForReader = 2_000

/** Until nobody is due but those whom somebody else holds. */
export async function refreshWorkspace(deps: Deps, workspace: WorkspaceId, signal?: AbortSignal): Promise<void> {
  for (;;) {
    signal?.throwIfAborted()
    const settled = await inWorkspace(deps.db, workspace, tx =>
      refreshMet(tx, workspace, deps.clock.now(), peopleAtOnce),
    )
    if (!settled) return
  }
}

/** Before a report is read. True: there is more to work out than a reader should wait for. */
export async function refreshForReader(deps: Deps, workspace: WorkspaceId): Promise<boolean> {
  await inWorkspace(deps.db, workspace, tx => refreshMet(tx, workspace, deps.clock.now(), peopleForReader))
  return inWorkspace(deps.db, workspace, tx => isMetDue(tx, workspace))
}

/** All workspaces, one after the other, and the next round. Across workspaces: time passes for all. */
export async function refreshAll(deps: Deps, signal: AbortSignal): Promise<void> {
  const now = deps.clock.now()
  const due = await acrossWorkspaces(deps.db, tx => listMetDue(tx, now))
  for (const workspace of due) await refreshWorkspace(deps, workspace, signal)
  await acrossWorkspaces(deps.db, tx =>
    enqueue(tx, refreshTask, 'round', {}, { runAt: new Date(deps.clock.now().getTime() + minuteMs) }),
  )
}

/** At the start of a server, so that the rounds begin. */
export function planReports(deps: Pick<Deps, 'db'>): Promise<void> {
  return acrossWorkspaces(deps.db, tx => enqueue(tx, refreshTask, 'round', {}))
}
