import { findMovedRows, personMoved, personMoveUndone, recordMovedRows } from '#features/people/index.ts'
import type { Events } from '#platform/events.ts'
import { movedTables, restoreOwner, updateOwner } from './store/moves.ts'

/** Items, feeds, readings and quotes go where their person goes, and back. */
export function hearForActivity(events: Events): void {
  events.hear(personMoved, async (tx, { workspace, move, kind, from, to, profiles }) => {
    for (const table of movedTables) {
      const ids = await updateOwner(tx, workspace, table, from, to, kind === 'merge' ? undefined : profiles)
      await recordMovedRows(tx, workspace, move, table, ids)
    }
  })
  events.hear(personMoveUndone, async (tx, { workspace, move, from, to }) => {
    for (const table of movedTables) {
      const { rowIds } = await findMovedRows(tx, workspace, move, table)
      await restoreOwner(tx, workspace, table, from, to, rowIds)
    }
  })
}
