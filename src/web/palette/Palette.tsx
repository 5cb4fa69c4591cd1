import { useEffect, useMemo, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { keysOf } from '#web/keyboard/keymap.ts'
import { ChoiceField } from '#web/kit/ChoiceField.tsx'
import { Keys } from '#web/kit/Keys.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { usePreferences } from '#web/preferences.ts'
import { askSources, type Command, matchCommands, useAllCommands } from './commands.ts'

/** ⌘K: people, screens, and first what fits the selection. */
export function Palette({ onClose }: { onClose: () => void }) {
  const t = useText('shell')
  const { keys } = usePreferences()
  const commands = useAllCommands()
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<readonly Command[]>([])
  const shown = useMemo(() => [...matchCommands([...commands, ...found], query)], [commands, found, query])

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

  const run = (command: Command) => {
    if (command.unavailable !== undefined) return
    onClose()
    // After the dialog has given focus back, so that the command may move it.
    setTimeout(command.run)
  }
  return (
    <Sheet title={t('palette.title')} place="top" bare onClose={onClose}>
      <ChoiceField
        label={t('palette.title')}
        placeholder={t('palette.placeholder')}
        typed={query}
        onType={setQuery}
        choices={shown}
        onPick={run}
        none={t('palette.none', { query })}
      >
        {command => {
          const combination = command.shortcut && keysOf(command.shortcut, keys)[0]
          return (
            <>
              <span>
                {command.label}
                {command.unavailable !== undefined && <span className="k-meta"> {command.unavailable}</span>}
              </span>
              <span className="k-meta">{t(`palette.${command.group}`)}</span>
              {combination && <Keys combination={combination} />}
            </>
          )
        }}
      </ChoiceField>
    </Sheet>
  )
}
