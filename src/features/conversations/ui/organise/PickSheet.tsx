import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Icon } from '#web/kit/Icon.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'

export type Pick = {
  id: string
  label: string
  /** Found by these as well. */
  words?: string
  /** Stands before the label. */
  mark?: ReactNode
  hint?: ReactNode
  chosen?: boolean
  /** Why it can't be picked now. */
  unavailable?: string | undefined
  run: () => void
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()

const fits = (label: string, typed: string): boolean => {
  const words = fold(label).split(/[\s,:/-]+/)
  return fold(typed)
    .split(/\s+/)
    .filter(Boolean)
    .every(each => words.some(word => word.startsWith(each)))
}

/**
 * A few things to choose from, by typing, arrows and Enter; a combobox over a listbox, as the palette is. With `several` it stays
 * open and Esc ends it. `made` is what is typed and fits nothing.
 */
export function PickSheet(props: {
  title: string
  placeholder: string
  picks: readonly Pick[]
  onClose: () => void
  several?: boolean
  /** Whoever opened it closes it: the choice has a second step. */
  keepOpen?: boolean
  made?: (typed: string) => Pick | undefined
  children?: ReactNode
}) {
  const { title, placeholder, picks, onClose, several = false, keepOpen = false, made, children } = props
  const t = useText('conversations')
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const listId = useId()
  const found = picks.filter(each => fits(`${each.label} ${each.words ?? ''}`, typed))
  const extra = typed.trim() === '' ? undefined : made?.(typed.trim())
  const shown = extra ? [...found, extra] : found
  const active = Math.min(at, shown.length - 1)
  useEffect(() => {
    list.current?.querySelector(`[data-at="${active}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const pick = (one: Pick | undefined) => {
    if (!one || one.unavailable !== undefined) return
    if (several || keepOpen) {
      if (several) setTyped('')
      one.run()
      return
    }
    onClose()
    // After the dialog has given focus back.
    setTimeout(one.run)
  }
  return (
    <Sheet title={title} place="top" bare onClose={onClose}>
      <input
        className="k-palette-field"
        type="text"
        role="combobox"
        aria-label={title}
        placeholder={placeholder}
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={event => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={event => {
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
          if (step !== undefined && shown.length > 0) {
            event.preventDefault()
            setAt((active + step + shown.length) % shown.length)
          } else if (event.key === 'Enter') {
            event.preventDefault()
            pick(shown[active])
          }
        }}
      />
      <div className="k-palette-list" ref={list} id={listId} role="listbox" aria-label={title} tabIndex={-1}>
        {shown.map((each, index) => (
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
            onClick={() => pick(each)}
          >
            {each.mark}
            <span>
              <bdi>{each.label}</bdi>
              {each.unavailable !== undefined && <span className="k-meta"> {each.unavailable}</span>}
            </span>
            {each.hint !== undefined && <span className="k-meta">{each.hint}</span>}
            {each.chosen && <Icon name="check" size={16} />}
          </div>
        ))}
      </div>
      {shown.length === 0 && <p className="k-palette-none">{t('pick.none')}</p>}
      {children}
      {several && <p className="c-pick-foot k-meta">{t('pick.several')}</p>}
    </Sheet>
  )
}
