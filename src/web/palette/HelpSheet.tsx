import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { combinationOf } from '#web/keyboard/combination.ts'
import { isPrintable, type KeyId, keymap, keysOf, scopes } from '#web/keyboard/keymap.ts'
import { useLiveKeys } from '#web/keyboard/registry.ts'
import { IconButton } from '#web/kit/Button.tsx'
import { CheckField } from '#web/kit/Fields.tsx'
import { Keys } from '#web/kit/Keys.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { setPreferences, usePreferences } from '#web/preferences.ts'

/** The keys that work on this screen now, from the registry: it can't promise what is not there. Keys are changed here too. */
export function HelpSheet({ onClose }: { onClose: () => void }) {
  const t = useText('shell')
  const live = useLiveKeys()
  const { singleKeys, keys } = usePreferences()
  const [changing, setChanging] = useState<KeyId>()
  return (
    <Sheet title={t('help.title')} onClose={onClose}>
      <div className="k-help">
        <CheckField
          look="switch"
          label={t('help.letters')}
          hint={t('help.letters-hint')}
          checked={singleKeys}
          onChange={event => setPreferences({ singleKeys: event.target.checked })}
        />
        {scopes.map(scope => {
          const ids = live.filter(id => keymap[id].scope === scope)
          if (ids.length === 0) return null
          return (
            <section key={scope}>
              <h3>{t(`scopes.${scope}`)}</h3>
              <dl>
                {ids.map(id => (
                  <div key={id}>
                    <dt>{t(`keys.${id}`)}</dt>
                    <dd>
                      {changing === id ? (
                        <KeyCatcher id={id} onDone={() => setChanging(undefined)} />
                      ) : (
                        keysOf(id, keys).map(combination => (
                          <span
                            key={combination}
                            className={!singleKeys && isPrintable(combination) ? 'k-off' : undefined}
                          >
                            <Keys combination={combination} />
                            <span className="hush">{combination}</span>
                          </span>
                        ))
                      )}
                    </dd>
                    <dd>
                      {keys[id] === undefined ? (
                        <IconButton label={t('help.change', { key: t(`keys.${id}`) })} onClick={() => setChanging(id)}>
                          <span aria-hidden="true">…</span>
                        </IconButton>
                      ) : (
                        <IconButton
                          label={t('help.reset', { key: t(`keys.${id}`) })}
                          onClick={() =>
                            setPreferences({
                              keys: Object.fromEntries(Object.entries(keys).filter(([each]) => each !== id)),
                            })
                          }
                        >
                          <span aria-hidden="true">↺</span>
                        </IconButton>
                      )}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
      </div>
    </Sheet>
  )
}

function KeyCatcher({ id, onDone }: { id: KeyId; onDone: () => void }) {
  const t = useText('shell')
  const { keys } = usePreferences()
  const [taken, setTaken] = useState<KeyId>()
  const live = useLiveKeys()
  return (
    <span>
      <input
        className="k-input"
        readOnly
        // biome-ignore lint/a11y/noAutofocus: it replaces the button that was just pressed
        autoFocus
        aria-label={t('help.press', { key: t(`keys.${id}`) })}
        placeholder={t('help.press-short')}
        onBlur={onDone}
        onKeyDown={event => {
          if (event.key === 'Tab') return
          event.preventDefault()
          event.stopPropagation()
          if (event.key === 'Escape') return onDone()
          const combination = combinationOf(event.nativeEvent)
          if (combination === undefined) return
          const other = live.find(each => each !== id && keysOf(each, keys).includes(combination))
          if (other) return setTaken(other)
          setPreferences({ keys: { ...keys, [id]: combination } })
          onDone()
        }}
      />
      {taken && <span className="k-field-error">{t('help.taken', { key: t(`keys.${taken}`) })}</span>}
    </span>
  )
}
