import { hashOf, type KeyTable, placeFor, tableFor, valueAt, valueFor } from './key-table.ts'
import { numberOf } from './numbers.ts'
import { perReading } from './per-reading.ts'
import { memory } from './remember.ts'
import type { WordPart } from './spelling.ts'
import { beginOfStem, endOfStem, isEmptyWord, stem } from './stem.ts'
import { meaningLines, meaningsOf } from './synonyms.ts'
import { aboutProfile, answersIt, COMMON, isNamed, wordsBesideTitle } from './taken-up.ts'
import { fold, type Sentence, splitWords, type Word, writtenIn } from './text.ts'
import type { Reading } from './types.ts'
import { factsOf, markOf } from './word-facts.ts'

type Index = {
  /** By stem `IN_TEXT` for each time that it stands in the text, and bits for how stems begin and for how words sound. */
  table: KeyTable
  /** How many stems the text has. */
  stems: number
  title: ReadonlySet<string>
  numbers: ReadonlySet<string>
  foldedTitle: string
  /** All its words, a space before and after each. */
  foldedWords: () => string
  /** Words in which a shorter one may stand, each once, a space before and after each. */
  longWords: () => string
  /** A bit for each meaning that a word of the text has, and none of its title. */
  meanings: readonly number[]
  /** Of the latest sentences what they take up. */
  matches: (sentence: string, make: () => Match) => Match
}

// Of the numbers in `table`: a stem that is named in the text, how a stem begins, how a word sounds; above them how often a stem stands there.
const NAMED = 1
const BEGINS = 2
const SOUNDS = 4
const IN_TEXT = 8

function mark(table: KeyTable, key: string, hash: number, bit: number): void {
  const place = placeFor(table, key, hash)
  table.values[place] = (table.values[place] ?? 0) | bit
}

/** So many bits stay in a small whole number. */
const MEANINGS_IN_ONE = 30
const placeOfMeaning = (meaning: number): number => (meaning / MEANINGS_IN_ONE) | 0
const bitOf = (meaning: number): number => 1 << (meaning % MEANINGS_IN_ONE)

function setMeaning(meanings: number[], meaning: number): void {
  const place = placeOfMeaning(meaning)
  meanings[place] = (meanings[place] ?? 0) | bitOf(meaning)
}

function clearMeaning(meanings: number[], meaning: number): void {
  const place = placeOfMeaning(meaning)
  meanings[place] = (meanings[place] ?? 0) & ~bitOf(meaning)
}

const hasMeaning = ({ meanings }: Index, meaning: number): boolean =>
  ((meanings[placeOfMeaning(meaning)] ?? 0) & bitOf(meaning)) !== 0

export const indexOf = perReading(makeIndex)

function makeIndex({ title: ofTitle, text }: Reading): Index {
  const numbers = new Set<string>()
  const meanings = new Array<number>(Math.ceil(meaningLines / MEANINGS_IN_ONE)).fill(0)
  let joined: string | undefined
  let long: string | undefined
  const words = splitWords(text)
  const table = tableFor(words.length)
  let stems = 0
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    if (!word) break
    const { number, parts } = word.spelling.facts ?? factsOf(word)
    if (number !== undefined) numbers.add(number)
    if (parts.length === 0) continue
    const bits = isNamed(word, text) ? IN_TEXT | NAMED : IN_TEXT
    for (let at = 0; at < parts.length; at++) {
      const part = parts[at]
      if (!part) break
      const place = placeFor(table, part.key, part.keyHash)
      const before = table.values[place] ?? 0
      table.values[place] = before < IN_TEXT ? before | bits : (before + IN_TEXT) | (bits & NAMED)
      if (before >= IN_TEXT) continue
      stems++
      if (part.begin !== '') mark(table, part.begin, part.beginHash, BEGINS)
      if (part.cognate !== '') mark(table, part.cognate, part.cognateHash, SOUNDS)
      for (let of = 0; of < part.meanings.length; of++) setMeaning(meanings, part.meanings[of] ?? 0)
    }
  }
  const title = new Set<string>()
  for (const word of splitWords(ofTitle)) {
    const number = numberOf(word.folded)
    if (number !== undefined) title.add(number)
    for (const part of word.folded.split('-')) if (!isEmptyWord(part)) title.add(stem(part))
  }
  for (const key of title) for (const meaning of meaningsOf(key)) clearMeaning(meanings, meaning)
  return {
    table,
    stems,
    title,
    numbers,
    foldedTitle: fold(ofTitle).trim(),
    foldedWords: () => {
      joined ??= ` ${words.map(word => word.folded).join(' ')} `
      return joined
    },
    longWords: () => {
      long ??= longOf(words)
      return long
    },
    meanings,
    matches: memory<Match>(16),
  }
}

function longOf(words: readonly Word[]): string {
  const long = new Set<string>()
  for (const { folded } of words) if (folded.length >= shortestInside + moreThanInside) long.add(folded)
  return ` ${[...long].join(' ')} `
}

const hasStem = ({ table }: Index, key: string, hash: number): boolean => valueFor(table, key, hash) >= IN_TEXT
const holds = (index: Index, key: string, hash: number) => hasStem(index, key, hash) || index.title.has(key)
const begins = ({ table }: Index, word: string, at: number): boolean =>
  word.length - at >= 4 && (valueAt(table, word, at, at + 4) & BEGINS) !== 0

/** “Kreidetafel” takes up “Kreide”: a compound whose first or last part is a word of the text. */
function partOf(word: string, index: Index): string | undefined {
  if (word.length < 9) return undefined
  const fits = word.includes("'") ? fitsSlice : fitsStretch
  const mayBegin = begins(index, word, 0)
  for (let cut = 5; cut <= word.length - 4; cut++) {
    const found = mayBegin ? fits(word, 0, cut, index) : undefined
    if (found !== undefined) return found
    const from = word.length - cut
    const other = begins(index, word, from) ? fits(word, from, word.length, index) : undefined
    if (other !== undefined) return other
  }
  return undefined
}

/** The stem of what stands from `start` to `end` in a word without apostrophes, if it is one of the text. */
function fitsStretch(word: string, start: number, end: number, { table, title }: Index): string | undefined {
  const from = beginOfStem(word, start, end)
  const to = endOfStem(word, from, end)
  if (to - from < 4 || valueAt(table, word, from, to) < IN_TEXT) return undefined
  const key = word.slice(from, to)
  return title.has(key) ? undefined : key
}

function fitsSlice(word: string, start: number, end: number, index: Index): string | undefined {
  const key = stem(word.slice(start, end))
  return key.length > 3 && hasStem(index, key, hashOf(key)) && !index.title.has(key) ? key : undefined
}

const soundsLike = ({ cognate, cognateHash }: WordPart, { table }: Index): string | undefined =>
  cognate !== '' && (valueFor(table, cognate, cognateHash) & SOUNDS) !== 0 ? cognate : undefined

/** “The Abbotts” of a text where the draft names an Abbott. */
function familyOf(word: string, named: boolean, { table }: Index): string | undefined {
  if (!named || word.length < 4) return undefined
  const key = stem(`${word}s`)
  return (valueFor(table, key, hashOf(key)) & NAMED) !== 0 ? key : undefined
}

const shortestInside = 5
/** So many letters more has a word that takes up another. */
const moreThanInside = 3

/** “Water uit de gracht” takes up “grachtwater”: a longer word of the text that begins or ends with this one. */
function insideOf(word: string, index: Index): string | undefined {
  if (word.length < shortestInside || index.foldedTitle.includes(word)) return undefined
  const all = index.longWords()
  for (let at = all.indexOf(word); at >= 0; at = all.indexOf(word, at + 1)) {
    const begins = all.charCodeAt(at - 1) === 32
    const end = at + word.length
    // With its ending, which may be another.
    const ends = all.indexOf(' ', end) - end <= 2
    if (!begins && !ends) continue
    const whole = all.slice(all.lastIndexOf(' ', at) + 1, all.indexOf(' ', at))
    if (whole.length < word.length + moreThanInside || (!begins && whole.length < word.length + 4)) continue
    const key = stem(whole)
    if (!index.title.has(key) && !COMMON.has(key)) return `${key}/${word}`
  }
  return undefined
}

const COPIED_FROM = 6

/** How many words from `from` on stand in the text in this order; 0 when they are fewer than make a copy. */
function copiedRun(words: readonly Word[], from: number, index: Index): number {
  let run = COPIED_FROM
  let copied = false
  while (from + run <= words.length) {
    let phrase = ' '
    for (let at = from; at < from + run; at++) phrase += `${words[at]?.folded} `
    if (!index.foldedWords().includes(phrase)) break
    copied = true
    run++
  }
  return copied ? run - 1 : 0
}

/** How many words from `from` on may stand in the text, as far as a copy must reach: of those that say something by their stem. */
function knownRun(words: readonly Word[], from: number, index: Index): number {
  let at = from
  for (let word = words[at]; word && at - from < COPIED_FROM; word = words[++at]) {
    const part = factsOf(word).parts[0]
    if (part && !hasStem(index, part.key, part.keyHash)) break
  }
  return at - from
}

/** `left`: the words that are not copied from the text; `own`: how many of them say something. */
function withoutCopied(words: readonly Word[], index: Index): { left: readonly Word[]; copied: number; own: number } {
  const left: Word[] = []
  let copied = 0
  let own = 0
  // Up to here no copy begins: a word before it stands nowhere in the text.
  let clear = 0
  for (let i = 0; i < words.length; ) {
    if (i >= clear) {
      const known = knownRun(words, i, index)
      const run = known >= COPIED_FROM ? copiedRun(words, i, index) : 0
      if (run > 0) {
        copied += run
        i += run
        continue
      }
      clear = known >= COPIED_FROM ? i + 1 : i + known + 1
    }
    const word = words[i]
    if (!word) break
    left.push(word)
    if (!factsOf(word).empty) own++
    i++
  }
  return { left: copied === 0 ? words : left, copied, own }
}

/** Another word for the same thing counts less than the word. */
const SAME_MEANING = 0.7

/** `quoted`: words in a row that are theirs; `own`: words that say something and are not; `strongest`: the word of the draft that takes up most. */
export type Match = { score: number; stems: Set<string>; quoted: number; own: number; strongest: Strongest | undefined }
export type Strongest = { worth: number; text: string }

export const matchSentence = (sentence: Sentence, index: Index): Match =>
  index.matches(sentence.text, () => makeMatch(sentence, index))

function makeMatch(sentence: Sentence, index: Index): Match {
  const { left, copied, own } = withoutCopied(wordsBesideTitle(sentence, index.foldedTitle), index)
  const stems = new Set<string>()
  let score = copied > 0 && own >= 3 ? 1.7 : 0
  let strongest: Strongest | undefined
  let before = score
  let latest: Word | undefined
  const hear = (): void => {
    const worth = score - before
    before = score
    if (latest && latest.end - latest.start > 2 && worth > (strongest?.worth ?? 0.3))
      strongest = { worth, text: sentence.text.slice(latest.start - sentence.start, latest.end - sentence.start) }
  }
  for (const word of left) {
    hear()
    latest = word
    const { number, parts } = factsOf(word)
    // “Um”, “een”, “une” count nothing.
    if (number === '1' && word.folded !== '1' && word.folded !== 'one') continue
    if (number !== undefined && index.numbers.has(number) && !stems.has(number)) {
      stems.add(number)
      score += index.title.has(number) ? 0.25 : /^(?:19|20)\d\d$/.test(number) ? 0.5 : number.length === 1 ? 0.7 : 1.2
      continue
    }
    for (const one of parts) {
      const { part, key, keyHash, meanings, marks } = one
      if (stems.has(key)) continue
      const value = valueFor(index.table, key, keyHash)
      if (value < IN_TEXT) {
        const meaning = index.title.has(key) ? undefined : meanings.find(means => hasMeaning(index, means))
        const known =
          meaning !== undefined
            ? markOf(meaning)
            : (partOf(part, index) ??
              insideOf(part, index) ??
              soundsLike(one, index) ??
              familyOf(part, isNamed(word, sentence.text, sentence.start), index))
        if (known === undefined || stems.has(known)) continue
        stems.add(known)
        score += SAME_MEANING
        continue
      }
      stems.add(key)
      // The same thing in other words beside it is no second one.
      for (const mark of marks) stems.add(mark)
      const count = Math.trunc(value / IN_TEXT)
      const rarity = count === 1 ? 1 : count === 2 ? 0.8 : 0.5
      const size = part.length < 4 ? 0.7 : part.length >= LONG && count === 1 ? 1.35 : 1
      if (index.title.has(key)) score += 0.25
      else if (COMMON.has(key)) score += 0.3
      else score += rarity * size * ((value & NAMED) !== 0 ? 1.2 : 1)
    }
  }
  hear()
  if (stems.size > 0 && score >= 0.9 && answersIt(sentence.folded)) score += 0.5
  if (score > 0 && aboutProfile(sentence.folded)) score *= 0.35
  return { score, stems, quoted: copied, own, strongest }
}

/** From so many letters on, a word that stands in the text once is nobody's by chance. */
const LONG = 12

const isOnce = ({ table }: Index, key: string): boolean => Math.trunc(valueFor(table, key, hashOf(key)) / IN_TEXT) === 1

/** The reading to mention, and a word of it that few would know without reading. */
export function suggestDetail(readings: readonly Reading[]): { reading: Reading; detail?: string } | undefined {
  const reading = [...readings].sort(
    (a, b) =>
      (b.publishedAt ?? b.readAt ?? new Date(0)).getTime() - (a.publishedAt ?? a.readAt ?? new Date(0)).getTime(),
  )[0]
  if (!reading) return undefined
  const index = indexOf(reading)
  let longest: Word | undefined
  for (const word of splitWords(reading.text)) {
    const { folded, start, end } = word
    if (end - start < 5 || (longest && end - start <= longest.end - longest.start)) continue
    if (factsOf(word).empty || /\d/.test(folded)) continue
    const key = stem(folded)
    if (isOnce(index, key) && !index.title.has(key) && !COMMON.has(key)) longest = word
  }
  return {
    reading,
    ...(longest && longest.end - longest.start <= 24 && { detail: writtenIn(reading.text, longest) }),
  }
}

/** How much of a stretch of text is found in a reading: how many of its content stems. */
export function overlapWith(stems: ReadonlySet<string>, reading: Reading): number {
  if (stems.size === 0) return 0
  const index = indexOf(reading)
  let shared = 0
  for (const key of stems) if (holds(index, key, hashOf(key))) shared++
  return shared
}

/** How many words begin that have nothing else in common. */
const PREFIXES = new Set(
  'over voor onde unte uber inte cont comp conv vers verz verl verk vera verh beso gesc gest besc entr tran prof pres para perm'.split(
    ' ',
  ),
)

/** Whether a reading has a word, another form of it, another word for the same thing, or a compound of it. */
export function speaksOf(reading: Reading, word: Word): boolean {
  const index = indexOf(reading)
  return factsOf(word).parts.every(one => {
    const { part, key, keyHash, meanings } = one
    return (
      holds(index, key, keyHash) ||
      meanings.some(meaning => hasMeaning(index, meaning)) ||
      (part.length > 4 && !PREFIXES.has(part.slice(0, 4)) && begins(index, part, 0)) ||
      partOf(part, index) !== undefined ||
      insideOf(part, index) !== undefined ||
      soundsLike(one, index) !== undefined
    )
  })
}

export const contentStems = (text: string): Set<string> => stemsOf(splitWords(text))

export function stemsOf(words: readonly Word[]): Set<string> {
  const stems = new Set<string>()
  for (const word of words) for (const key of factsOf(word).stems) stems.add(key)
  return stems
}

export function numbersIn(text: string): { number: string; start: number; end: number }[] {
  const found: { number: string; start: number; end: number }[] = []
  for (const word of splitWords(text)) {
    const { number } = factsOf(word)
    if (number !== undefined && number !== '') found.push({ number, start: word.start, end: word.end })
  }
  return found
}

export function saysNumber(reading: Reading, number: string): boolean {
  const index = indexOf(reading)
  return index.numbers.has(number) || index.title.has(number) || isOfDate(number, reading.publishedAt)
}

/** The year or the day on which it was published. */
const isOfDate = (number: string, date: Date | undefined): boolean =>
  date !== undefined && [date.getUTCFullYear(), date.getUTCDate()].includes(Number(number))

export function saysName(reading: Reading, folded: string): boolean {
  const key = stem(folded)
  return holds(indexOf(reading), key, hashOf(key))
}
