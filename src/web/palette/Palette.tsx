import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { keysOf } from '#web/keyboard/keymap.ts'
import { Keys } from '#web/kit/Keys.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { usePreferences } from '#web/preferences.ts'
import { askSources, type Command, matchCommands, useAllCommands } from './commands.ts'

/** ⌘K: people, screens, and first what fits the selection. A combobox over a listbox; focus stays in the field. */
export function Palette({ onClose }: { onClose: () => void }) {
  const t = useText('shell')
  const { keys } = usePreferences()
  const commands = useAllCommands()
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<readonly Command[]>([])
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const listId = useId()
  const shown = useMemo(() => [...matchCommands([...commands, ...found], query)], [commands, found, query])
  const active = Math.min(at, shown.length - 1)

  useEffect(() => {
    const asked = new AbortController()
    const timer = setTimeout(() => {
      if (query.trim() === '') setFound([])
      else askSources(query, asked.signal).then(answer => !asked.signal.aborted && setFound(answer))
    }, 120)
    return () => {
      clearTimeout(timer)
      asked.abort()
    }
  }, [query])

  useEffect(() => {
    list.current?.querySelector(`[data-at="${active}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const run = (command: Command | undefined) => {
    if (!command || command.unavailable !== undefined) return
    onClose()
    // After the dialog has given focus back, so that the command may move it.
    setTimeout(command.run)
  }
  return (
    <Sheet title={t('palette.title')} place="top" bare onClose={onClose}>
      <input
        className="k-palette-field"
        type="text"
        role="combobox"
        aria-label={t('palette.title')}
        placeholder={t('palette.placeholder')}
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={event => {
          setQuery(event.target.value)
          setAt(0)
        }}
        onKeyDown={event => {
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
          if (step !== undefined && shown.length > 0) {
            event.preventDefault()
            setAt((active + step + shown.length) % shown.length)
          } else if (event.key === 'Enter') {
            event.preventDefault()
            run(shown[active])
          }
        }}
      />
      <div
        className="k-palette-list"
        ref={list}
        id={listId}
        role="listbox"
        aria-label={t('palette.title')}
        tabIndex={-1}
      >
        {shown.map((command, index) => {
          const combination = command.shortcut && keysOf(command.shortcut, keys)[0]
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys
            <div
              key={command.id}
              id={`${listId}-${index}`}
              data-at={index}
              role="option"
              tabIndex={-1}
              className="k-palette-item"
              aria-selected={index === active}
              aria-disabled={command.unavailable !== undefined || undefined}
              onPointerMove={() => setAt(index)}
              onClick={() => run(command)}
            >
              <span>
                {command.label}
                {command.unavailable !== undefined && <span className="k-meta"> {command.unavailable}</span>}
              </span>
              <span className="k-meta">{t(`palette.${command.group}`)}</span>
              {combination && <Keys combination={combination} />}
            </div>
          )
        })}
      </div>
      {shown.length === 0 && <p className="k-palette-none">{t('palette.none', { query })}</p>}
    </Sheet>
  )
}
