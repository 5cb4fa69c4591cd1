import { Popover } from '@mantine/core'
import { Fragment, useEffect, useId, useRef, useState } from 'react'
import type { Term } from '#features/tools/model.ts'
import type { ToolId } from '#kernel/tools.ts'
import { useLingoFinder } from '../composer/lingo.ts'

/** What they wrote, with the tool's words explained in place: by pointer, by key and by touch. */
export function TheirText({ text, tool }: { text: string; tool: ToolId }) {
  const find = useLingoFinder(tool)
  const found = find?.(text) ?? []
  if (found.length === 0) return text
  return (
    <>
      {found.map(({ start, end, term }, index) => (
        <Fragment key={start}>
          {text.slice(found[index - 1]?.end ?? 0, start)}
          <Word word={text.slice(start, end)} term={term} />
        </Fragment>
      ))}
      {text.slice(found.at(-1)?.end ?? 0)}
    </>
  )
}

const leaveMs = 150

/** Opens by pointer, focus or press; Esc closes it, and the pointer may move onto it. */
function Word({ word, term }: { word: string; term: Term }) {
  const [open, setOpen] = useState(false)
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined)
  const id = useId()
  useEffect(() => () => clearTimeout(leaving.current), [])
  const enter = () => {
    clearTimeout(leaving.current)
    setOpen(true)
  }
  const leave = () => {
    leaving.current = setTimeout(() => setOpen(false), leaveMs)
  }
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="top-start"
      withRoles={false}
      shadow="md"
      offset={4}
      portalProps={{ target: '#main' }}
    >
      <Popover.Target>
        <button
          type="button"
          className="c-lingo"
          aria-describedby={open ? id : undefined}
          onPointerEnter={event => event.pointerType === 'mouse' && enter()}
          onPointerLeave={event => event.pointerType === 'mouse' && leave()}
          onFocus={enter}
          onBlur={leave}
          onClick={enter}
          onKeyDown={event => {
            if (event.key !== 'Escape' || !open) return
            event.stopPropagation()
            setOpen(false)
          }}
        >
          {word}
        </button>
      </Popover.Target>
      <Popover.Dropdown role="tooltip" id={id} className="c-lingo-tip" onPointerEnter={enter} onPointerLeave={leave}>
        <strong>{term.term}</strong> {term.meaning}
        {term.note && <span className="c-lingo-note"> {term.note}</span>}
      </Popover.Dropdown>
    </Popover>
  )
}
