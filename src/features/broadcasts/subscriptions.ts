import { findMovedRows, personErasing, personMoved, personMoveUndone, recordMovedRows } from '#features/people/index.ts'
import type { Events } from '#platform/events.ts'
import { deleteSubscribersOf, moveSubscribers, updatePersonOf } from './store/subscribers.ts'

/** Who is erased is on no list any more; who turns out to be somebody else takes their lists along. */
export function hearForBroadcasts(events: Events): void {
  events.hear(personErasing, (tx, { workspace, people }) => deleteSubscribersOf(tx, workspace, people))
  events.hear(personMoved, async (tx, { workspace, move, kind, from, to }) => {
    if (kind !== 'merge') return
    const moved = await moveSubscribers(tx, workspace, from, to)
    if (moved.length > 0) await recordMovedRows(tx, workspace, move, 'list_subscribers', moved, [])
  })
  events.hear(personMoveUndone, async (tx, { workspace, move, kind, from, to }) => {
    if (kind !== 'merge') return
    const { rowIds } = await findMovedRows(tx, workspace, move, 'list_subscribers')
    if (rowIds.length > 0) await updatePersonOf(tx, workspace, rowIds, to, from)
  })
}
