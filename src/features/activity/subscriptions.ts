import { findMovedRows, personMoved, personMoveUndone, recordMovedRows } from '#features/people/index.ts'
import type { Events } from '#platform/events.ts'
import { activityFound } from './events.ts'
import { listUntold, updateLanguages } from './store/languages.ts'
import { movedTables, restoreOwner, updateOwner } from './store/moves.ts'

/** The language of a text, when it can be told; `sure` when it tells more than what its feed declares. */
type LanguageOf = (text: string) => { language: string; sure: boolean } | undefined

/** Items, feeds, readings and quotes go where their person goes, and back; what was found is read for its language. */
export function hearForActivity(events: Events, languageOf: LanguageOf = () => undefined): void {
  events.hear(activityFound, async (tx, { workspace, items }) => {
    const found = await listUntold(
      tx,
      workspace,
      items.map(item => item.activity),
    )
    const told = found.flatMap(({ activity, text, declared }) => {
      const seen = languageOf(text)
      return seen && seen.language !== declared && (declared === null || seen.sure)
        ? [{ activity, language: seen.language }]
        : []
    })
    await updateLanguages(tx, workspace, told)
  })
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
