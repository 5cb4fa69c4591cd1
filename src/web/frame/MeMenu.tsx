import type { Me } from '#web/api/me.ts'
import { changeLanguage, useLanguage, useText } from '#web/i18n/i18n.ts'
import { languages } from '#web/i18n/languages.ts'
import { Icon } from '#web/kit/Icon.tsx'
import { Menu, type MenuEntry } from '#web/kit/Menu.tsx'
import { setPreferences, usePreferences } from '#web/preferences.ts'

const themes = ['system', 'light', 'dark'] as const
const densities = ['compact', 'row', 'roomy'] as const

export function MeMenu({ me, onHelp, onSignOut }: { me: Me; onHelp: () => void; onSignOut: () => void }) {
  const t = useText('shell')
  const { theme, density } = usePreferences()
  const language = useLanguage()
  const tick = (on: boolean) => (on ? <Icon name="check" size={16} /> : undefined)
  const entries: readonly MenuEntry[] = [
    { kind: 'heading', key: 'who', label: [me.name, me.workspace].filter(Boolean).join(' · ') },
    { kind: 'line', key: 'line-1' },
    { kind: 'heading', key: 'theme', label: t('me.theme') },
    ...themes.map(
      (each): MenuEntry => ({
        kind: 'item',
        key: each,
        label: t(`me.theme-${each}`),
        hint: tick(each === theme),
        run: () => setPreferences({ theme: each }),
      }),
    ),
    { kind: 'heading', key: 'density', label: t('me.density') },
    ...densities.map(
      (each): MenuEntry => ({
        kind: 'item',
        key: each,
        label: t(`me.density-${each}`),
        hint: tick(each === density),
        run: () => setPreferences({ density: each }),
      }),
    ),
    { kind: 'heading', key: 'language', label: t('me.language') },
    ...languages
      .filter(each => !each.pseudo || import.meta.env.DEV)
      .map(
        (each): MenuEntry => ({
          kind: 'item',
          key: each.code,
          label: each.name,
          hint: tick(each.code === language.code),
          run: () => void changeLanguage(each.code),
        }),
      ),
    { kind: 'line', key: 'line-2' },
    { kind: 'item', key: 'help', label: t('help.title'), run: onHelp },
    { kind: 'item', key: 'out', label: t('me.sign-out'), run: onSignOut },
  ]
  return (
    <Menu
      label={t('me.menu')}
      entries={entries}
      target={
        <button type="button" className="k-me" aria-label={t('me.of', { name: me.name })}>
          <Icon name="me" />
          <span>{me.name}</span>
          <Icon name="down" size={14} />
        </button>
      }
    />
  )
}
