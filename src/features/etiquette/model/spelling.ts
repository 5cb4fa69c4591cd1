/** What one word tells of its language: as a word, and by its letters. */
export type Tells = { languages: readonly number[]; weight: number; hints: number }

/** `key`: its stem; `begin`: how that begins; `marks`: the meanings as strings, to stand beside stems. With hashes (`key-table.ts`). */
export type WordPart = {
  part: string
  key: string
  keyHash: number
  begin: string
  beginHash: number
  meanings: readonly number[]
  marks: readonly string[]
  /** How it sounds in other languages; empty for short words. */
  cognate: string
  cognateHash: number
  /** By all of which it may be known: its stem, its meanings, its sound. */
  keys: readonly string[]
  hashes: readonly number[]
}

/** What a word says for comparing texts. */
export type WordFacts = {
  number: string | undefined
  empty: boolean
  /** Of a word with hyphens each part, without empty words and single letters. */
  parts: readonly WordPart[]
  /** The stems of those that say something by themselves: longer ones, and no numbers. */
  stems: readonly string[]
}

/** A side of a pair of opposites; 0: the same in both. */
export type Side = { pair: number; side: 0 | 1 | 2 }
/** Of a set whose members exclude each other, such as the days of the week, one. */
export type Member = readonly [set: string, member: string]

/** Several keys of one thing, each with its hash. */
export type Keys = { texts: readonly string[]; hashes: readonly number[] }

/** What a word says against others: by itself, by how it begins, and whether it may be the second of two that say something together. */
export type WordSays = {
  sides: readonly Side[] | undefined
  begun: readonly Side[]
  second: boolean
  when: Member | undefined
  /** By what it may be known: its stem, its meanings, its place in a set. Undefined where it says nothing. */
  keys: Keys | undefined
}

/** What a word is to the weights of job talk: its meanings, and its stem where it may tell something by itself. */
export type WordSense = {
  meanings: readonly number[]
  stem: string
  /** Of the stem among those with a weight, 0 for none, -1 for one that nothing was learnt of. */
  number: number
  /** The same of how the stem begins and ends: what compounds and endings that were never seen share with words that were. */
  parts: readonly number[]
  between: boolean
}

/**
 * All words of the same letters share one spelling, whatever their capitals and wherever they stand: what the rules know of a word hangs
 * on it and is worked out once. The same few thousand make up nearly all texts.
 */
export type Spelling = {
  readonly small: string
  readonly folded: string
  tells: Tells | undefined
  facts: WordFacts | undefined
  says: WordSays | undefined
  /** Which patterns may match where it stands (`gates.ts`); 0 until somebody asks. */
  gates: number
  /** By the number of the language. */
  readonly senses: (WordSense | undefined)[]
}

const MOST = 49_152
const PLACES = 131_072
/** Of each place: which spelling, counted from one, below zero where its letters must be looked at; and three numbers made of its letters. */
const COLUMNS = 4
let places = new Int32Array(PLACES * COLUMNS)
let all: Spelling[] = []
/** Which of them were met again. */
const met = new Uint8Array(MOST)

/** So many letters of one byte fit into three numbers: they tell the word by themselves. */
const LETTERS_AT_ONCE = 12

const placeOf = (one: number, two: number, three: number): number => {
  const mixed = Math.imul(one, 0x9e3779b1) ^ Math.imul(two, 0x85ebca6b) ^ Math.imul(three, 0xc2b2ae35)
  return ((mixed ^ (mixed >>> 15)) & (PLACES - 1)) * COLUMNS
}
const placeAfter = (place: number): number => (place + COLUMNS) & (PLACES * COLUMNS - 1)

/** Of a word of a text in small letters: found by its letters, without cutting it out. */
export function spellingOf(text: string, start: number, end: number, fold: (text: string) => string): Spelling {
  let one = 0
  let two = 0
  let three = 0
  let seen = 0
  const short = end - start <= LETTERS_AT_ONCE
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    seen |= code
    if (short) {
      three = (three << 8) | (two >>> 24)
      two = (two << 8) | (one >>> 24)
      one = (one << 8) | code
    } else {
      three = (three ^ two) | 0
      two = one
      one = (Math.imul(one, 31) + code) | 0
    }
  }
  const told = short && seen < 256
  let place = placeOf(one, two, three)
  for (let number = places[place] ?? 0; number !== 0; number = places[place] ?? 0) {
    if (places[place + 1] === one && places[place + 2] === two && places[place + 3] === three) {
      const at = (number < 0 ? -number : number) - 1
      const known = all[at]
      if (known && number > 0 === told && (told || isSpelt(known.small, text, start, end))) {
        met[at] = 1
        return known
      }
    }
    place = placeAfter(place)
  }
  if (all.length >= MOST) {
    makeRoom()
    return spellingOf(text, start, end, fold)
  }
  const small = text.slice(start, end)
  const spelling: Spelling = {
    small,
    folded: seen < 128 ? small : fold(small),
    tells: undefined,
    facts: undefined,
    says: undefined,
    gates: 0,
    senses: [],
  }
  all.push(spelling)
  places[place] = told ? all.length : -all.length
  places[place + 1] = one
  places[place + 2] = two
  places[place + 3] = three
  return spelling
}

/** Words that were met once go: names, mostly. Where too few of them are, all do. */
function makeRoom(): void {
  const before = places
  const known = all
  places = new Int32Array(PLACES * COLUMNS)
  all = []
  let kept = 0
  for (let at = 0; at < known.length; at++) kept += met[at] ?? 0
  if (kept <= MOST / 2)
    for (let from = 0; from < before.length; from += COLUMNS) {
      const number = before[from] ?? 0
      const at = (number < 0 ? -number : number) - 1
      const spelling = known[at]
      if (!spelling || met[at] !== 1) continue
      const one = before[from + 1] ?? 0
      const two = before[from + 2] ?? 0
      const three = before[from + 3] ?? 0
      let place = placeOf(one, two, three)
      while (places[place] !== 0) place = placeAfter(place)
      all.push(spelling)
      places[place] = number < 0 ? -all.length : all.length
      places[place + 1] = one
      places[place + 2] = two
      places[place + 3] = three
    }
  met.fill(0)
}

/** Letter by letter: words are short. */
function isSpelt(small: string, text: string, start: number, end: number): boolean {
  if (small.length !== end - start) return false
  for (let i = start; i < end; i++) if (small.charCodeAt(i - start) !== text.charCodeAt(i)) return false
  return true
}
