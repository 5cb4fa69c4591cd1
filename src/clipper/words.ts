import de from './locale/de.json'
import en from './locale/en.json'

type Key = keyof typeof en

const words: Record<Key, string> = /^de\b/i.test(navigator.language) ? de : en

/** A text in the browser's language; `{{name}}` filled in. A key that is not there (a stage of a later server) is shown as it is. */
export function say(key: string, values: Readonly<Record<string, string>> = {}): string {
  const text: string = Object.hasOwn(words, key) ? words[key as Key] : key.replace(/^.*\./, '')
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')
}
