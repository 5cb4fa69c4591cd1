import type { Editor } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { isInTable, selectedRect } from '@tiptap/pm/tables'
import type { MenuEntry } from '../Menu.tsx'
import { type Alignment, alignments } from './schema.ts'

/** A column stands as its head does. */
const align = (editor: Editor, how: Alignment) =>
  editor.commands.command(({ state, tr }) => {
    const { table, tableStart, map, left, right } = selectedRect(state)
    for (const at of map.map.slice(left, right)) {
      const head = table.nodeAt(at)
      if (head) tr.setNodeMarkup(tableStart + at, undefined, { ...head.attrs, align: how })
    }
    return true
  })

/** A table keeps its last row and its last column. */
export function removable(state: EditorState): { canRow: boolean; canColumn: boolean } {
  const size = isInTable(state) ? selectedRect(state).map : undefined
  return { canRow: (size?.height ?? 0) > 1, canColumn: (size?.width ?? 0) > 1 }
}

/** What can be done to the table that the caret is in. `can`: what may be removed. */
export function tableEntries(
  editor: Editor,
  say: (key: string) => string,
  can: { row: boolean; column: boolean },
): MenuEntry[] {
  const item = (key: string, run: () => void, unavailable?: string): MenuEntry => ({
    kind: 'item',
    key,
    label: say(`rich.${key}`),
    run,
    ...(unavailable === undefined ? {} : { unavailable }),
  })
  return [
    item('row-above', () => editor.commands.addRowBefore()),
    item('row-below', () => editor.commands.addRowAfter()),
    item('row-off', () => editor.commands.deleteRow(), can.row ? undefined : say('rich.only-row')),
    { kind: 'line', key: 'columns' },
    item('column-before', () => editor.commands.addColumnBefore()),
    item('column-after', () => editor.commands.addColumnAfter()),
    item('column-off', () => editor.commands.deleteColumn(), can.column ? undefined : say('rich.only-column')),
    { kind: 'line', key: 'alignment' },
    ...alignments.map(how => item(`align-${how}`, () => align(editor, how))),
    { kind: 'line', key: 'whole' },
    {
      kind: 'item',
      key: 'table-off',
      label: say('rich.table-off'),
      run: () => editor.commands.deleteTable(),
      danger: true,
    },
  ]
}
