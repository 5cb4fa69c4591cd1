import type en from './locale/en.json'

export type Words = typeof en

const files = import.meta.glob<Words>('./locale/*.json', { import: 'default' })

export const languages = Object.keys(files).map(path => path.slice('./locale/'.length, -'.json'.length))

/** The first of the wishes that there are words for: `pt-BR` finds `pt`. */
export function chooseLanguage(wishes: readonly string[]): string {
  const short = wishes.map(wish => wish.toLowerCase().split('-')[0] ?? '')
  return short.find(wish => languages.includes(wish)) ?? 'en'
}

/** One small file; when it can't be had the chat can't speak, and the page says so by staying as it was. */
export async function loadWords(language: string): Promise<Words> {
  const load = files[`./locale/${language}.json`]
  if (!load) throw new Error(`no words for ${language}`)
  return load()
}

export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (hole, name: string) => values[name] ?? hole)

/** `6 minutes`, `2 hours`, `3 days`: no more exact than it is known. */
export function formatDuration(minutes: number, language: string): string {
  const [count, unit] =
    minutes < 90 ? [minutes, 'minute'] : minutes < 2880 ? [minutes / 60, 'hour'] : [minutes / 1440, 'day']
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  }).format(count)
}

/** By the visitor's own clock: today the hour says it, later the day goes with it. */
export function formatReturn(at: string, words: Words, language: string): string {
  const date = new Date(at)
  const hour = { hour: 'numeric', minute: '2-digit' } as const
  return date.toDateString() === new Date().toDateString()
    ? fill(words.backAt, { time: date.toLocaleTimeString(language, hour) })
    : fill(words.back, { time: date.toLocaleString(language, { weekday: 'long', ...hour }) })
}
