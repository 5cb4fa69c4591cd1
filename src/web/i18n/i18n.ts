import i18next from 'i18next'
import { useCallback } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import { preferences, setPreferences } from '#web/preferences.ts'
import { findLanguage, type Language } from './languages.ts'
import { pseudoTexts, type Texts } from './pseudo.ts'

const shellFiles = import.meta.glob<Texts>('../locale/*.json', { import: 'default' })
const featureFiles = import.meta.glob<Texts>('../../features/*/ui/locale/*.json', { import: 'default' })

function findFile(namespace: string, source: string) {
  return namespace === 'shell'
    ? shellFiles[`../locale/${source}.json`]
    : featureFiles[`../../features/${namespace}/ui/locale/${source}.json`]
}

export function currentLanguage(): Language {
  const asked = new URLSearchParams(window.location.search).get('lang')
  return findLanguage([asked ?? '', preferences().language, ...navigator.languages].filter(Boolean))
}

let language = typeof window === 'undefined' ? findLanguage([]) : currentLanguage()
const loaded = new Set<string>(['shell'])

/** Loads one feature's texts in the current language; a page's route waits for this before it shows. */
export async function loadTexts(namespace: string): Promise<void> {
  loaded.add(namespace)
  if (i18next.hasResourceBundle(language.code, namespace)) return
  const load = findFile(namespace, language.source)
  if (!load) return
  const texts = await load()
  i18next.addResourceBundle(language.code, namespace, language.pseudo ? pseudoTexts(texts) : texts)
}

function applyDirection(): void {
  document.documentElement.lang = language.pseudo ? 'en' : language.code
  document.documentElement.dir = language.direction
}

export async function startI18n(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language.code,
    fallbackLng: false,
    defaultNS: 'shell',
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false, bindI18n: 'languageChanged', bindI18nStore: 'added' },
  })
  await loadTexts('shell')
  applyDirection()
}

export async function changeLanguage(code: string): Promise<void> {
  setPreferences({ language: code })
  language = findLanguage([code])
  await Promise.all([...loaded].map(loadTexts))
  await i18next.changeLanguage(language.code)
  applyDirection()
}

/** Rebuilt when the language changes, so formats follow words. */
export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return findLanguage([i18n.language])
}

export type Text = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** The texts of one namespace: `const t = useText('people')`. Plurals: pass `count`; keys end in `_one`, `_other`. */
export function useText(namespace: string): Text {
  const { t } = useTranslation(namespace)
  return useCallback<Text>((key, values) => t(key, { ...values }), [t])
}
