import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Menu, type MenuEntry } from '../Menu.tsx'
import { LinkForm } from './LinkForm.tsx'
import { removable, tableEntries } from './table-entries.ts'

const icons = {
  bullets: 'M8 5h9M8 10h9M8 15h9M3.500 5h.01M3.500 10h.01M3.500 15h.01',
  numbers: 'M8 5h9M8 10h9M8 15h9M3 3.500h1v3M3 9h1.500v1L3 11.500h1.500M3 14h1.500v2.500H3',
  tasks: 'M9 5h8M9 14h8M3 3.500h4v4H3zM3 14l1.500 1.500L7.500 12.500',
  quote: 'M4 5v10M8 6h9M8 10h9M8 14h6',
  link: 'M8.500 11.500a3 3 0 0 0 4.300 0l3-3a3 3 0 0 0-4.300-4.300l-1 1M11.500 8.500a3 3 0 0 0-4.300 0l-3 3a3 3 0 0 0 4.300 4.300l1-1',
  image: 'M3 4h14v12H3zM3 13l4-4 4 4 2.500-2.500L17 14M13 7.500h.01',
  rule: 'M3 10h14',
  table: 'M3 4h14v12H3zM3 8h14M3 12h14M10 4v12',
  undo: 'M7 5 3.500 8.500 7 12M3.500 8.500H12a4 4 0 0 1 0 8H8',
  redo: 'M13 5l3.500 3.500L13 12M16.500 8.500H8a4 4 0 0 0 0 8h4',
} as const

function Drawn({ icon }: { icon: keyof typeof icons }) {
  return (
    <svg
      width={18}
      height={18}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={icon === 'bullets' ? 1.8 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={icons[icon]} />
    </svg>
  )
}

type Tool = {
  key: string
  face: ReactNode
  keys?: string
  pressed?: boolean
  off?: boolean
  run: () => void
  /** Opens under the button, in place of `run`. */
  menu?: readonly MenuEntry[]
}

/** What a word or a block can become. Arrows go from one button to the next; Tab leads out of it. */
export function Toolbar(props: { editor: Editor; onImage: (() => void) | undefined; controls: string }) {
  const { editor, onImage, controls } = props
  const t = useText('shell')
  const [isLinking, setLinking] = useState(false)
  const [at, setAt] = useState(0)
  const bar = useRef<HTMLDivElement>(null)
  const is = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      strike: now.isActive('strike'),
      code: now.isActive('code'),
      h2: now.isActive('heading', { level: 2 }),
      h3: now.isActive('heading', { level: 3 }),
      bullets: now.isActive('bulletList'),
      numbers: now.isActive('orderedList'),
      tasks: now.isActive('taskList'),
      quote: now.isActive('blockquote'),
      link: now.isActive('link'),
      source: now.isActive('source'),
      table: now.isActive('table'),
      ...removable(now.state),
      canUndo: now.can().undo(),
      canRedo: now.can().redo(),
    }),
  })
  const chain = () => editor.chain().focus()
  const off = is.source
  const tools: readonly Tool[] = [
    { key: 'bold', face: <b>B</b>, keys: '⌘B', pressed: is.bold, off, run: () => chain().toggleBold().run() },
    { key: 'italic', face: <i>I</i>, keys: '⌘I', pressed: is.italic, off, run: () => chain().toggleItalic().run() },
    { key: 'strike', face: <s>S</s>, pressed: is.strike, off, run: () => chain().toggleStrike().run() },
    { key: 'code', face: <code>{'<>'}</code>, pressed: is.code, off, run: () => chain().toggleCode().run() },
    { key: 'h2', face: 'H2', pressed: is.h2, off, run: () => chain().toggleHeading({ level: 2 }).run() },
    { key: 'h3', face: 'H3', pressed: is.h3, off, run: () => chain().toggleHeading({ level: 3 }).run() },
    {
      key: 'bullets',
      face: <Drawn icon="bullets" />,
      pressed: is.bullets,
      off,
      run: () => chain().toggleBulletList().run(),
    },
    {
      key: 'numbers',
      face: <Drawn icon="numbers" />,
      pressed: is.numbers,
      off,
      run: () => chain().toggleOrderedList().run(),
    },
    { key: 'tasks', face: <Drawn icon="tasks" />, pressed: is.tasks, off, run: () => chain().toggleTaskList().run() },
    { key: 'quote', face: <Drawn icon="quote" />, pressed: is.quote, off, run: () => chain().toggleBlockquote().run() },
    {
      key: 'link',
      face: <Drawn icon="link" />,
      pressed: is.link,
      off,
      run: () => setLinking(!isLinking),
    },
    ...(onImage ? [{ key: 'image', face: <Drawn icon="image" />, off, run: onImage }] : []),
    is.table
      ? {
          key: 'in-table',
          face: <Drawn icon="table" />,
          run: () => undefined,
          menu: tableEntries(editor, t, { row: is.canRow, column: is.canColumn }),
        }
      : {
          key: 'table',
          face: <Drawn icon="table" />,
          off,
          run: () => chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
        },
    { key: 'rule', face: <Drawn icon="rule" />, off, run: () => chain().setHorizontalRule().run() },
    { key: 'undo', face: <Drawn icon="undo" />, off: !is.canUndo, run: () => chain().undo().run() },
    { key: 'redo', face: <Drawn icon="redo" />, off: !is.canRedo, run: () => chain().redo().run() },
  ]
  const move = (event: KeyboardEvent) => {
    const rtl = bar.current && getComputedStyle(bar.current).direction === 'rtl'
    const steps: Readonly<Record<string, number>> = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1 }
    const step = steps[event.key]
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? tools.length - 1
          : step !== undefined
            ? (at + step + tools.length) % tools.length
            : undefined
    if (to === undefined) return
    event.preventDefault()
    setAt(to)
    bar.current?.querySelectorAll('button')[to]?.focus()
  }
  const button = (tool: Tool, index: number) => (
    <button
      key={tool.key}
      type="button"
      className="k-rich-tool"
      aria-label={t(`rich.${tool.key}`)}
      title={[t(`rich.${tool.key}`), tool.keys].filter(Boolean).join(' ')}
      aria-pressed={tool.pressed}
      aria-disabled={tool.off || undefined}
      tabIndex={index === at ? 0 : -1}
      onFocus={() => setAt(index)}
      // The words stay chosen while a button is pressed.
      onMouseDown={event => event.preventDefault()}
      onClick={() => {
        if (!tool.off) tool.run()
      }}
    >
      <span aria-hidden="true">{tool.face}</span>
    </button>
  )
  return (
    <div className="k-rich-top">
      <div
        ref={bar}
        role="toolbar"
        tabIndex={-1}
        aria-label={t('rich.tools')}
        aria-controls={controls}
        className="k-rich-tools"
        onKeyDown={move}
      >
        {tools.map((tool, index) =>
          tool.menu ? (
            <Menu
              key={tool.key}
              target={button(tool, index)}
              entries={tool.menu}
              label={t(`rich.${tool.key}`)}
              onClosed={() => editor.commands.focus()}
            />
          ) : (
            button(tool, index)
          ),
        )}
      </div>
      {isLinking && <LinkForm editor={editor} isLink={is.link} onClose={() => setLinking(false)} />}
    </div>
  )
}
