import { findMovedRows, personErasing, personMoved, personMoveUndone, recordMovedRows } from '#features/people/index.ts'
import type { Events } from '#platform/events.ts'
import { deleteOfPeople, type MovedTable, movedTables, restoreOwner, updateOwner } from './store/moves.ts'

const tables = Object.keys(movedTables) as MovedTable[]

/** Threads go where their person goes, and back; with an erased person they end. */
export function hearForConversations(events: Events): void {
  events.hear(personMoved, async (tx, { workspace, move, kind, from, to, profiles }) => {
    for (const table of tables) {
      const ids = await updateOwner(tx, workspace, table, from, to, kind === 'merge' ? undefined : profiles)
      await recordMovedRows(tx, workspace, move, table, ids)
    }
  })
  events.hear(personMoveUndone, async (tx, { workspace, move, from, to }) => {
    for (const table of tables) {
      const { rowIds } = await findMovedRows(tx, workspace, move, table)
      await restoreOwner(tx, workspace, table, from, to, rowIds)
    }
  })
  events.hear(personErasing, (tx, { workspace, people }) => deleteOfPeople(tx, workspace, people))
}
