import { readFileSync } from 'node:fs'

const FOLDER = new URL('../../../../tests/fixtures/etiquette-talk/', import.meta.url)

export type Labelled = { text: string; language: string; jobTalk: boolean }

/** A page of messages: `[en]` begins a language, `+` is job talk, `-` is none. */
export function readLabelled(name: string): Labelled[] {
  const found: Labelled[] = []
  let language = 'en'
  for (const line of readFileSync(new URL(`${name}.txt`, FOLDER), 'utf8').split('\n')) {
    const section = /^\[(\w+)\]$/.exec(line)
    if (section) language = section[1] ?? 'en'
    else if (/^[+-] /.test(line)) found.push({ text: line.slice(2), language, jobTalk: line.startsWith('+') })
  }
  return found
}
