import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'

type Choice = {
  id: string
  chosen?: boolean
  /** Why it can't be picked now. */
  unavailable?: string | undefined
}

/** What is typed narrows the list below, arrows move in it, Enter takes: a combobox over a listbox; focus stays in the field. */
export function ChoiceField<One extends Choice>(props: {
  label: string
  placeholder: string
  typed: string
  onType: (typed: string) => void
  choices: readonly One[]
  /** Asked for what is unavailable, too. */
  onPick: (one: One) => void
  /** What stands there where nothing fits. */
  none: string
  /** More choices are on their way: Enter takes the first that fits once they are here. */
  loading?: boolean
  children: (one: One) => ReactNode
}) {
  const { label, placeholder, typed, onType, choices, onPick, none, loading = false, children } = props
  const t = useText('shell')
  const [at, setAt] = useState(0)
  const [entered, setEntered] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  const listId = useId()
  const active = Math.min(at, choices.length - 1)
  useEffect(() => {
    list.current?.querySelector(`[data-at="${active}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const isDue = entered && !loading
  useEffect(() => {
    if (!isDue) return
    setEntered(false)
    const one = choices[active]
    if (one) onPick(one)
  }, [isDue, choices, active, onPick])
  return (
    <>
      <input
        className="k-palette-field"
        type="text"
        role="combobox"
        aria-label={label}
        placeholder={placeholder}
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={event => {
          onType(event.target.value)
          setAt(0)
          setEntered(false)
        }}
        onKeyDown={event => {
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
          if (step !== undefined && choices.length > 0) {
            event.preventDefault()
            setAt((active + step + choices.length) % choices.length)
          } else if (event.key === 'Enter') {
            event.preventDefault()
            const one = choices[active]
            if (loading) setEntered(true)
            else if (one) onPick(one)
          }
        }}
      />
      <div className="k-palette-list" ref={list} id={listId} role="listbox" aria-label={label} tabIndex={-1}>
        {choices.map((each, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys
          <div
            key={each.id}
            id={`${listId}-${index}`}
            data-at={index}
            role="option"
            tabIndex={-1}
            className="k-palette-item"
            aria-selected={index === active}
            aria-checked={each.chosen}
            aria-disabled={each.unavailable !== undefined || undefined}
            onPointerMove={() => setAt(index)}
            onClick={() => onPick(each)}
          >
            {children(each)}
          </div>
        ))}
      </div>
      {(loading || choices.length === 0) && (
        <p className="k-palette-none" role="status">
          {loading ? t(entered ? 'loading-choice' : 'loading') : none}
        </p>
      )}
    </>
  )
}
