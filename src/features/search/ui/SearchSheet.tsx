import { useNavigate } from '@tanstack/react-router'
import { useEffect, useId, useRef, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Sheet } from '#web/kit/Sheet.tsx'
import { ErrorState } from '#web/kit/States.tsx'
import { chips } from '../model.ts'
import type { Option } from './options.tsx'
import { useGroups } from './use-groups.tsx'
import './search.css'

const pauseMs = 120

/** Everything by its words: a combobox over groups; focus stays in the field, chips put their word into it. */
export function SearchSheet({ onClose }: { onClose: () => void }) {
  const t = useText('search')
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  const [at, setAt] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const listId = useId()
  const { groups, waiting, error, retry } = useGroups(asked)
  const options = groups.flatMap(group => group.options)
  const active = Math.min(at, options.length - 1)

  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed), pauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  useEffect(() => {
    list.current?.querySelector(`[data-at="${active}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const type = (text: string) => {
    setTyped(text)
    setAt(0)
  }
  const choose = (option: Option | undefined) => {
    if (!option) return
    if ('complete' in option) {
      type(option.complete)
      setAsked(option.complete)
      field.current?.focus()
      return
    }
    onClose()
    // After the dialog has given focus back, so that the page may take it.
    setTimeout(() => void navigate(option.to))
  }
  const isEmpty = asked.trim() === ''
  return (
    <Sheet title={t('title')} place="top" bare onClose={onClose}>
      <input
        ref={field}
        className="k-palette-field"
        type="text"
        role="combobox"
        aria-label={t('title')}
        placeholder={t('placeholder')}
        aria-expanded={options.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={300}
        value={typed}
        onChange={event => type(event.target.value)}
        onKeyDown={event => {
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
          if (step !== undefined && options.length > 0) {
            event.preventDefault()
            setAt((active + step + options.length) % options.length)
          } else if (event.key === 'Enter') {
            event.preventDefault()
            choose(options[active])
          }
        }}
      />
      <fieldset className="f-chips">
        <legend className="hush">{t('chips')}</legend>
        {chips.map(chip => (
          <button
            key={chip}
            type="button"
            className="f-chip"
            title={t(`chip.${chip}`)}
            onClick={() => {
              type(`${typed.trimEnd()}${typed.trim() === '' ? '' : ' '}${chip}:`)
              field.current?.focus()
            }}
          >
            {`${chip}:`}
          </button>
        ))}
      </fieldset>
      <div className="k-palette-list" ref={list} id={listId} role="listbox" aria-label={t('title')} tabIndex={-1}>
        {groups.map(group => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options in a listbox
          <div key={group.id} role="group" aria-labelledby={`${listId}-${group.id}`}>
            <p id={`${listId}-${group.id}`} className="k-palette-group">
              {group.label}
            </p>
            {group.options.map(option => {
              const index = options.indexOf(option)
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys
                <div
                  key={option.id}
                  id={`${listId}-${index}`}
                  data-at={index}
                  role="option"
                  tabIndex={-1}
                  className="k-palette-item f-option"
                  aria-selected={index === active}
                  onPointerMove={() => setAt(index)}
                  onClick={() => choose(option)}
                >
                  {option.content}
                </div>
              )
            })}
          </div>
        ))}
      </div>
      {error && options.length === 0 && <ErrorState detail={error.message} onRetry={retry} />}
      {isEmpty && <p className="k-palette-none">{t('hint')}</p>}
      {!isEmpty && !error && options.length === 0 && (
        <p className="k-palette-none" role="status">
          {waiting ? t('looking') : t('none', { query: asked.trim() })}
        </p>
      )}
    </Sheet>
  )
}
