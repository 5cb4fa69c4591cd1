import { useSyncExternalStore } from 'react'

/** What one browser remembers of its owner's taste; nothing here is secret or shared. */
export type Preferences = {
  theme: 'system' | 'light' | 'dark'
  density: 'compact' | 'row' | 'roomy'
  language: string
  singleKeys: boolean
  /** Longer texts as they will look, or as Markdown. */
  writing: 'rich' | 'markdown'
  /** Key id to combination, where the owner chose another than ours. */
  keys: Readonly<Record<string, string>>
}

const storageKey = 'kith.preferences'
const initial: Preferences = {
  theme: 'system',
  density: 'row',
  language: '',
  singleKeys: true,
  writing: 'rich',
  keys: {},
}

function read(): Preferences {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}')
    return sanitise(stored)
  } catch {
    return initial
  }
}

function sanitise(stored: unknown): Preferences {
  if (typeof stored !== 'object' || stored === null) return initial
  const { theme, density, language, singleKeys, writing, keys } = { ...initial, ...stored }
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    density: density === 'compact' || density === 'roomy' ? density : 'row',
    language: typeof language === 'string' ? language : '',
    singleKeys: singleKeys !== false,
    writing: writing === 'markdown' ? 'markdown' : 'rich',
    keys: Object.fromEntries(Object.entries(keys ?? {}).filter(([, combination]) => typeof combination === 'string')),
  }
}

let current: Preferences = typeof localStorage === 'undefined' ? initial : read()
const listeners = new Set<() => void>()

export const preferences = (): Preferences => current

export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change }
  try {
    localStorage.setItem(storageKey, JSON.stringify(current))
  } catch {
    // Storage may be full or forbidden: the choice then lasts as long as the page.
  }
  applyAppearance()
  for (const listener of listeners) listener()
}

/** The same three lines as public/theme-boot.js, which runs before the first paint. */
export function applyAppearance(): void {
  const root = document.documentElement
  if (current.theme === 'system') delete root.dataset.theme
  else root.dataset.theme = current.theme
  root.dataset.density = current.density
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, preferences)
}

if (typeof window !== 'undefined') {
  window.addEventListener('storage', event => {
    if (event.key !== storageKey) return
    current = read()
    applyAppearance()
    for (const listener of listeners) listener()
  })
}
