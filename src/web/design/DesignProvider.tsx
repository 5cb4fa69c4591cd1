import { createTheme, DirectionContext, MantineProvider } from '@mantine/core'
import { type ReactNode, useSyncExternalStore } from 'react'
import { useLanguage } from '#web/i18n/i18n.ts'
import { usePreferences } from '#web/preferences.ts'

const theme = createTheme({
  fontFamily: 'var(--font)',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
})
const nothing = () => undefined

function useSystemTheme(): 'light' | 'dark' {
  return useSyncExternalStore(
    listener => {
      const query = window.matchMedia('(prefers-color-scheme: dark)')
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => (window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'),
  )
}

/**
 * Mantine lends behaviour (popover, menu); colours and sizes are ours. It may add no style element, because the page's policy
 * allows none: no generated variables, no global classes, no responsive style props.
 */
export function DesignProvider({ children }: { children: ReactNode }) {
  const system = useSystemTheme()
  const { theme: chosen } = usePreferences()
  const { direction } = useLanguage()
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme={chosen === 'system' ? system : chosen}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <DirectionContext value={{ dir: direction, setDirection: nothing, toggleDirection: nothing }}>
        {children}
      </DirectionContext>
    </MantineProvider>
  )
}
