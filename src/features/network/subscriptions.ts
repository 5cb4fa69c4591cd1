import { personErasing, personMoved, personMoveUndone } from '#features/people/index.ts'
import type { PersonId, WorkspaceId } from '#kernel/ids.ts'
import type { Events } from '#platform/events.ts'
import { enqueue } from '#platform/tasks.ts'
import type { Transaction } from '#storage/database.ts'
import { markDue } from './store/due.ts'
import { listTiedTo } from './store/ties.ts'
import { refreshNetworkTask } from './task-kinds.ts'

/** They, and everybody who is tied to them: a tie is worked out from the one side only. */
async function againWith(tx: Transaction, workspace: WorkspaceId, people: readonly PersonId[]): Promise<void> {
  await markDue(tx, workspace, [...people, ...(await listTiedTo(tx, workspace, people))])
  await enqueue(tx, refreshNetworkTask, workspace, { workspace }, { queue: `network:${workspace}`, priority: 1 })
}

/** Ties are worked out from whose rows they are now: after a merge, its undoing, a split or an erasure that is somebody else. */
export function hearForNetwork(events: Events): void {
  events.hear(personMoved, (tx, { workspace, from, to }) => againWith(tx, workspace, [from, to]))
  events.hear(personMoveUndone, (tx, { workspace, from, to }) => againWith(tx, workspace, [from, to]))
  events.hear(personErasing, (tx, { workspace, people }) => againWith(tx, workspace, people))
}
