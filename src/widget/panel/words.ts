import { fillWords } from '#kernel/public-words.ts'
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

/** By the visitor's own clock: today the hour says it, later the day goes with it. */
export function formatReturn(at: string, words: Words, language: string): string {
  const date = new Date(at)
  const hour = { hour: 'numeric', minute: '2-digit' } as const
  return date.toDateString() === new Date().toDateString()
    ? fillWords(words.backAt, { time: date.toLocaleTimeString(language, hour) })
    : fillWords(words.back, { time: date.toLocaleString(language, { weekday: 'long', ...hour }) })
}
