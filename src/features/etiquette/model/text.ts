import { remember } from './remember.ts'
import { type Spelling, spellingOf } from './spelling.ts'

/** UTF-16 offsets into the draft, end excluded. */
export type Span = readonly [start: number, end: number]

/** `words`: those of the whole text that stand in it, so that none is cut twice. */
export type Sentence = { text: string; folded: string; start: number; end: number; words: readonly Word[] }
export type Word = { folded: string; start: number; end: number; spelling: Spelling }

const FOLD = new Map<string, string>([
  ['’', "'"],
  ['‘', "'"],
  ['´', "'"],
  ['`', "'"],
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['«', '"'],
  ['»', '"'],
  ['\u00a0', ' '],
  ['\u202f', ' '],
  ['\t', ' '],
  ['–', '-'],
  ['—', '-'],
  ['ß', 's'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['æ', 'a'],
  ['œ', 'o'],
])

function foldCharacter(character: string): string {
  const known = FOLD.get(character)
  if (known !== undefined) return known
  const lower = character.toLowerCase()
  const lowerKnown = FOLD.get(lower)
  const base = lowerKnown ?? lower.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
  const folded = base.length === character.length ? base : lower.length === character.length ? lower : character
  if (FOLD.size < 4_000) FOLD.set(character, folded)
  return folded
}

const BEYOND_ASCII = /[\t`\u0080-\ud7ff\ue000-\uffff]/g

let lastFolded: readonly [text: string, folded: string] = ['', '']

/** Every place where a pattern stands, begin and end; the pattern goes on from match to match. */
export function placesOf(pattern: RegExp, text: string): Span[] {
  const found: Span[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text))
    found.push([match.index, match.index + match[0].length])
  return found
}

/** Lower case without accents, quotes and dashes made plain; exactly as long as its input, so offsets hold in both. */
export function fold(text: string): string {
  if (lastFolded[0] === text) return lastFolded[1]
  const lower = text.toLowerCase()
  const folded = foldLower(lower.length === text.length ? lower : lowerOneByOne(text))
  lastFolded = [text, folded]
  return folded
}

const foldLower = (small: string): string => small.replace(BEYOND_ASCII, foldCharacter)

/** A letter whose small form is longer stays as it is. */
function lowerOneByOne(text: string): string {
  let out = ''
  for (let i = 0; i < text.length; i++) {
    const small = text.charAt(i).toLowerCase()
    out += small.length === 1 ? small : text.charAt(i)
  }
  return out
}

const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|z\.b|d\.h|p\.ex|p\.e|u\.a|o\.a|d\.w\.z|mr|mrs|ms|dr|prof|st|vs|etc|bzw|ca|usw|nr|bijv|sr|sra|srta|dna|mme|mlle|no|inc|ltd|approx|u|z|d|p|[a-z])\.$/
const END = /[.!?…。！？؟]/
const isEnd = (code: number) =>
  code === 46 || code === 33 || code === 63 || (code > 1_000 && END.test(String.fromCharCode(code)))

const SPACE = /\s/
const isSpace = (code: number) =>
  code === 32 || code === 10 || ((code < 32 || code > 126) && SPACE.test(String.fromCharCode(code)))

/** The place of the first word, looking from `from` on, that begins at `start` or behind it. */
export function skipTo(words: readonly Word[], from: number, start: number): number {
  let at = from
  for (let word = words[at]; word && word.start < start; word = words[at]) at++
  return at
}

/** Sentences as a reader counts them: abbreviations, numbers and addresses don't end one, line breaks do. */
export const splitSentences: (text: string) => readonly Sentence[] = remember(cutSentences, 128)

/** A text whose sentences are cut up to `start`, to which `word` of its words stand. */
type Cut = {
  readonly text: string
  readonly folded: string
  readonly words: readonly Word[]
  readonly found: Sentence[]
  start: number
  word: number
}

function cutTo(cut: Cut, end: number): void {
  const { text, words, found } = cut
  let from = cut.start
  let to = end
  while (from < to && isSpace(text.charCodeAt(from))) from++
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--
  cut.start = end
  const first = skipTo(words, cut.word, from)
  const last = skipTo(words, first, to)
  cut.word = last
  if (last > first || (to > from && /[\p{L}\p{N}]/u.test(text.slice(from, to)))) {
    found.push({
      text: text.slice(from, to),
      folded: cut.folded.slice(from, to),
      start: from,
      end: to,
      words: words.slice(first, last),
    })
  } else if (to > from) {
    const before = found.at(-1)
    if (before) found[found.length - 1] = { ...before, end: to }
  }
}

function cutSentences(text: string): readonly Sentence[] {
  const folded = fold(text)
  const cut: Cut = { text, folded, words: splitWords(text), found: [], start: 0, word: 0 }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 10) {
      cutTo(cut, i + 1)
    } else if (isEnd(code)) {
      let end = i + 1
      while (end < text.length && (isEnd(text.charCodeAt(end)) || /["'”’)\]»]/.test(text.charAt(end)))) end++
      const next = text.charAt(end)
      const cjk = code === 0x3002 || code === 0xff01 || code === 0xff1f
      if (end < text.length && !cjk && !/\s/.test(next) && !/\p{Extended_Pictographic}/u.test(next)) continue
      if (code === 46 && end === i + 1) {
        if (ABBREVIATION.test(folded.slice(Math.max(0, i - 8), i + 1)) && end < text.length) continue
        if (/\d/.test(text.charAt(i - 1)) && /^\s+\p{Ll}/u.test(text.slice(end, end + 4))) continue
      }
      cutTo(cut, end)
      i = end - 1
    }
  }
  cutTo(cut, text.length)
  return cut.found
}

// Nobody writes a sentence longer than this; what is, is judged piece by piece, so that no text takes long.
const MOST_OF_A_SENTENCE = 400

/** What the rules read of a draft; far beyond what any tool calls too long, so that a hostile one costs no more than a long one. */
export const MOST_OF_A_DRAFT = 12_000

/** The sentence itself, or its pieces when it has no end: cut at a space where there is one. */
export function piecesOf(sentence: Sentence): readonly Sentence[] {
  if (sentence.text.length <= MOST_OF_A_SENTENCE) return [sentence]
  const pieces: Sentence[] = []
  let word = 0
  for (let from = 0; from < sentence.text.length; ) {
    let to = Math.min(sentence.text.length, from + MOST_OF_A_SENTENCE)
    const space = sentence.text.lastIndexOf(' ', to)
    if (to < sentence.text.length && space > from + MOST_OF_A_SENTENCE / 2) to = space
    const first = skipTo(sentence.words, word, sentence.start + from)
    word = skipTo(sentence.words, first, sentence.start + to)
    pieces.push({
      text: sentence.text.slice(from, to),
      folded: sentence.folded.slice(from, to),
      start: sentence.start + from,
      end: sentence.start + to,
      words: sentence.words.slice(first, word),
    })
    from = to
  }
  return pieces
}

const WORD = /[\p{L}\p{N}]+(?:['’.+#-]?[\p{L}\p{N}]+)*[+#]*/gu
const BEYOND_LATIN = /[\u0250-\u1fff\u2070-\uffff²³¹¼-¾]/
// Emoji and signs are neither: they end a word as a space does.
const LETTER_BEYOND_LATIN = /(?![\0-\u024f])[\p{L}\p{N}]|[²³¹¼-¾]/u

// For Latin letters, which is nearly all there is: 1 a letter or digit, 2 what may stand once between two of them.
const KIND = new Uint8Array(0x250)
for (const character of "'.+#-") KIND[character.charCodeAt(0)] = 2
for (let code = 0; code < KIND.length; code++)
  if (/[A-Za-z0-9ªµºÀ-ÖØ-öø-ɏ]/.test(String.fromCharCode(code))) KIND[code] = 1

const kindOf = (code: number): number => (code < 0x250 ? (KIND[code] ?? 0) : code === 0x2019 ? 2 : 0)
const isPlusOrHash = (code: number) => code === 43 || code === 35

export const splitWords: (text: string) => readonly Word[] = remember(cutWords, 128)

/** A word as it stands in its text. */
export const writtenIn = (text: string, { start, end }: Word): string => text.slice(start, end)

// Between two words such a sign becomes, made plain, part of one: “rock`n`roll”, “ten–twelve”.
const JOINS = /[‘´`–—]/

/** The words of a sentence whose signs were made plain; offsets are those of the whole text. */
export function plainWordsOf({ text, folded, start, words }: Sentence): readonly Word[] {
  if (!JOINS.test(text)) return words
  return movedBy(start, splitWords(folded))
}

export const movedBy = (by: number, words: readonly Word[]): readonly Word[] =>
  words.map(({ folded, start, end, spelling }) => ({ folded, start: start + by, end: end + by, spelling }))

/** The latest text that begins with such a letter: while somebody types, all but its end is cut already. */
const typed = new Array<{ text: string; words: readonly Word[] } | undefined>(32).fill(undefined)

/** Those words of the text that stand as they were, whatever comes after: a word reaches for two letters more than it has. */
function cutBefore(text: string): Word[] {
  const before = typed[text.charCodeAt(0) & 31]
  if (!before || before.words.length < 3 || !text.startsWith(before.text)) return []
  let count = before.words.length
  while (count > 0 && (before.words[count - 1]?.end ?? 0) + 2 > before.text.length) count--
  return before.words.slice(0, count)
}

function cutWords(text: string): readonly Word[] {
  const lower = text.toLowerCase()
  const small = lower.length === text.length ? lower : lowerOneByOne(text)
  if (BEYOND_LATIN.test(small) && LETTER_BEYOND_LATIN.test(small)) {
    return [...text.matchAll(WORD)].map(({ 0: { length }, index }) => wordOf(small, index, index + length))
  }
  const words = cutBefore(text)
  const { length } = small
  for (let i = words.at(-1)?.end ?? 0; i < length; i++) {
    if (kindOf(small.charCodeAt(i)) !== 1) continue
    let end = i + 1
    for (; end < length; end++) {
      const kind = kindOf(small.charCodeAt(end))
      if (kind === 0 || (kind === 2 && (end + 1 === length || kindOf(small.charCodeAt(end + 1)) !== 1))) break
    }
    while (end < length && isPlusOrHash(small.charCodeAt(end))) end++
    words.push(wordOf(small, i, end))
    i = end - 1
  }
  typed[text.charCodeAt(0) & 31] = { text, words }
  return words
}

function wordOf(small: string, start: number, end: number): Word {
  const spelling = spellingOf(small, start, end, foldLower)
  return { folded: spelling.folded, start, end, spelling }
}

export function countCodePoints(text: string): number {
  let count = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0xdc00 || code > 0xdfff) count++
  }
  return count
}

export const urlPattern =
  /\bhttps?:\/\/[^\s<>"')\]]+|\bwww\.[^\s<>"')\]]+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|io|dev|eu|de|fr|es|pt|nl|uk|jobs|careers|me|co|app|example|br|at|ch|be)(?:\/[^\s<>"')\]]*)?(?![\w@])/gi

const MAY_HOLD_URL = /\.[a-z0-9]|:\//i
export const mayHoldUrl = (text: string): boolean => MAY_HOLD_URL.test(text)

export function findUrls(text: string): { url: string; start: number; end: number }[] {
  if (!mayHoldUrl(text)) return []
  return [...text.matchAll(urlPattern)]
    .filter(match => text.charAt(match.index - 1) !== '@')
    .map(match => ({ url: match[0], start: match.index, end: match.index + match[0].length }))
}

// From “‼” on, without the quotation marks and dashes that stand in many texts.
const MAY_HOLD_EMOJI = /[©®\u203c-\u2bff\u3030-\u3299\ud83c-\ud83e]/

export function countEmoji(text: string): number {
  if (!MAY_HOLD_EMOJI.test(text)) return 0
  return (
    text.match(/\p{Extended_Pictographic}(?:\u200d\p{Extended_Pictographic}|\ufe0f|[\u{1f3fb}-\u{1f3ff}])*/gu)
      ?.length ?? 0
  )
}
