import type { Editor } from '@tiptap/core'
import { selectedRect } from '@tiptap/pm/tables'
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

/** What can be done to the table that the caret is in. */
export function tableEntries(editor: Editor, say: (key: string) => string): MenuEntry[] {
  const item = (key: string, run: () => void, unavailable?: string): MenuEntry => ({
    kind: 'item',
    key,
    label: say(`rich.${key}`),
    run,
    ...(unavailable === undefined ? {} : { unavailable }),
  })
  const { commands } = editor
  const can = editor.can()
  return [
    item('row-above', () => commands.addRowBefore()),
    item('row-below', () => commands.addRowAfter()),
    item('row-off', () => commands.deleteRow(), can.deleteRow() ? undefined : say('rich.only-row')),
    { kind: 'line', key: 'columns' },
    item('column-before', () => commands.addColumnBefore()),
    item('column-after', () => commands.addColumnAfter()),
    item('column-off', () => commands.deleteColumn(), can.deleteColumn() ? undefined : say('rich.only-column')),
    { kind: 'line', key: 'alignment' },
    ...alignments.map(how => item(`align-${how}`, () => align(editor, how))),
    { kind: 'line', key: 'whole' },
    { kind: 'item', key: 'table-off', label: say('rich.table-off'), run: () => commands.deleteTable(), danger: true },
  ]
}
