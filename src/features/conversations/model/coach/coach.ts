import {
  type Code,
  countCodePoints,
  countEmoji,
  detectLanguage,
  splitSentences,
  splitWords,
} from '#features/etiquette/model.ts'
import type { TextNumbers } from '#features/tools/model.ts'
import { splitThoughts } from './split.ts'
import { ADDRESS, FUNCTION_WORDS, GREETING, JARGON, type Manner, manners, SIGN_OFF } from './words.ts'

export const hintIds = [
  'language',
  'formality',
  'split',
  'length',
  'longer-than-theirs',
  'sign-off',
  'greeting',
  'capitals',
  'exclamation',
  'jargon',
  'readability',
  'emoji',
  'style',
] as const
export type HintId = (typeof hintIds)[number]

/** `facts` fill the sentence; `parts` are the messages that a split would send. */
export type Hint = { id: HintId; facts: Readonly<Record<string, string | number>>; parts?: readonly string[] }

export type CoachContext = {
  numbers: TextNumbers
  /** What they wrote, oldest first. */
  theirs: readonly string[]
  /** What etiquette says already: never said twice. */
  said: ReadonlySet<Code>
  /** Hints this recruiter does not want on this tool. */
  quiet: ReadonlySet<string>
  /** Words of the tool's glossary: its capitals are no shouting and its words no jargon. */
  lingo?: ReadonlySet<string>
}

const mostHints = 2
const recent = 12
// Etiquette warns at the limit; the coach speaks a little before it.
const nearLimit = 0.7
const timesTheirs = 3
const leastLong = 120
const longSentence = 28
const hardText = 55
const leastTheirWords = 40
const leastOurWords = 25
const sameManner = 0.55

type Read = {
  draft: string
  theirs: readonly string[]
  language: string | undefined
  theirLanguage: string | undefined
  context: CoachContext
}
type Rule = (read: Read) => Omit<Hint, 'id'> | undefined

/** At most two, the most useful first. Suggests; changes nothing. */
export function coach(draft: string, context: CoachContext): Hint[] {
  if (draft.trim() === '') return []
  const theirs = context.theirs.filter(text => text.trim() !== '').slice(-recent)
  const read: Read = {
    draft,
    theirs,
    context,
    language: detectLanguage(draft)?.language,
    theirLanguage: detectLanguage(theirs.join('\n'))?.language,
  }
  const hints: Hint[] = []
  for (const id of hintIds) {
    if (context.quiet.has(id) || COVERED[id]?.some(code => context.said.has(code))) continue
    const found = RULES[id](read)
    if (found) hints.push({ id, ...found })
    if (hints.length === mostHints) break
  }
  return hints
}

const COVERED: Partial<Readonly<Record<HintId, readonly Code[]>>> = {
  language: ['wrong-language'],
  formality: ['wrong-register'],
  length: ['too-long'],
  'longer-than-theirs': ['too-long'],
  greeting: ['letter-style'],
  'sign-off': ['letter-style'],
  capitals: ['wrong-register'],
  emoji: ['wrong-register'],
  style: ['wrong-register'],
}

const RULES: Readonly<Record<HintId, Rule>> = {
  language: ({ draft, theirs, language, theirLanguage }) =>
    theirs.length > 0 && language && theirLanguage && language !== theirLanguage && countCodePoints(draft) >= 20
      ? { facts: { language: theirLanguage } }
      : undefined,
  formality: ({ draft, theirs, language }) => {
    const address = language ? ADDRESS[language] : undefined
    if (!address) return undefined
    const familiar = address.familiar.exec(draft)
    const polite = address.polite.exec(draft)
    if (familiar && polite) return { facts: { what: 'mixed', one: familiar[0], other: polite[0] } }
    const text = theirs.join('\n')
    const theyFamiliar = address.familiar.test(text)
    const theyPolite = address.polite.test(text)
    if (polite && theyFamiliar && !theyPolite) return { facts: { what: 'familiar', one: polite[0], other: '' } }
    if (familiar && theyPolite && !theyFamiliar) return { facts: { what: 'polite', one: familiar[0], other: '' } }
    return undefined
  },
  split: ({ draft, context }) => {
    if (context.numbers.letter) return undefined
    const parts = splitThoughts(draft)
    return parts.length >= 2 && splitSentences(draft).length >= 3
      ? { facts: { count: parts.length }, parts }
      : undefined
  },
  length: ({ draft, context: { numbers } }) => {
    const has = countCodePoints(draft)
    return has > numbers.maxCodePoints * nearLimit ? { facts: { has, allows: numbers.maxCodePoints } } : undefined
  },
  'longer-than-theirs': ({ draft, theirs }) => {
    if (theirs.length < 2) return undefined
    const lengths = theirs.map(countCodePoints).toSorted((a, b) => a - b)
    const usual = lengths[Math.floor(lengths.length / 2)] ?? 0
    const has = countCodePoints(draft)
    return has > Math.max(leastLong, usual * timesTheirs) ? { facts: { has, usual } } : undefined
  },
  'sign-off': ({ draft, theirs, context }) => {
    const found = SIGN_OFF.exec(draft.trimEnd())
    const theySign = theirs.some(text => SIGN_OFF.test(text.trimEnd()))
    if (!found || found.index === 0 || theySign || (context.numbers.letter && theirs.length < 2)) return undefined
    return { facts: { what: alone(theirs), words: (found[1] ?? '').trim() } }
  },
  greeting: ({ draft, theirs }) => {
    const found = GREETING.exec(`${draft}\n`)
    if (!found || theirs.length < 2 || theirs.some(text => GREETING.test(`${text}\n`))) return undefined
    return { facts: { words: found[0].replace(/[,!.\s]+$/, '').trim() } }
  },
  capitals: ({ draft, theirs, context }) => {
    const known = new Set(theirs.flatMap(text => text.match(/(?<![\p{L}])\p{Lu}{4,}(?![\p{L}])/gu) ?? []))
    const loud = (draft.match(/(?<![\p{L}\p{N}])\p{Lu}{4,}(?![\p{L}\p{N}])/gu) ?? []).filter(
      word => !known.has(word) && !context.lingo?.has(word.toLowerCase()),
    )
    const [first] = loud
    return loud.length >= 2 && first ? { facts: { words: loud.slice(0, 2).join(' ') } } : undefined
  },
  exclamation: ({ draft, theirs }) => {
    const marks = countMarks(draft)
    const theirMost = Math.max(1, ...theirs.map(countMarks))
    return marks > theirMost ? { facts: { what: alone(theirs), count: marks } } : undefined
  },
  jargon: ({ draft, theirs, language, context }) => {
    const text = draft.toLowerCase()
    const their = theirs.join('\n').toLowerCase()
    for (const [said, plain] of JARGON[language ?? 'en'] ?? []) {
      if (context.lingo?.has(said) || their.includes(said)) continue
      const at = text.indexOf(said)
      if (at >= 0 && !isLetter(text.charAt(at - 1)) && !isLetter(text.charAt(at + said.length)))
        return { facts: { said, plain } }
    }
    return undefined
  },
  readability: ({ draft }) => {
    const sentences = splitSentences(draft)
    const counts = sentences.map(sentence => splitWords(sentence.text).length)
    const longest = Math.max(0, ...counts)
    if (longest >= longSentence) return { facts: { what: 'long', words: longest } }
    const words = splitWords(draft)
    if (words.length < leastOurWords) return undefined
    const long = words.filter(({ start, end }) => end - start > 6).length
    const lix = words.length / sentences.length + (100 * long) / words.length
    return lix > hardText ? { facts: { what: 'hard', words: Math.round(lix) } } : undefined
  },
  emoji: ({ draft, theirs }) => {
    const ours = countEmoji(draft)
    const none = theirs.length >= 2 && theirs.every(text => countEmoji(text) === 0)
    return ours >= 2 && none ? { facts: { count: ours } } : undefined
  },
  style: ({ draft, theirs, language, theirLanguage }) => {
    if (!language || language !== theirLanguage) return undefined
    const text = theirs.join('\n')
    if (splitWords(text).length < leastTheirWords || splitWords(draft).length < leastOurWords) return undefined
    const { likeness, most } = compareManner(draft, text, language) ?? { likeness: 1, most: undefined }
    return likeness < sameManner && most ? { facts: { what: most } } : undefined
  },
}

/** Compared with what they wrote, or, where they have written nothing yet, said for itself. */
const alone = (theirs: readonly string[]) => (theirs.length === 0 ? 'alone' : 'than-theirs')
const isLetter = (character: string) => /\p{L}/u.test(character)
const countMarks = (text: string) => text.match(/[!！]/g)?.length ?? 0

/**
 * Language style matching: per kind of function word 1 − |a − b| / (a + b) of its share, kinds that neither uses left out, averaged.
 * `most` is the kind that we use far more than they do.
 */
export function compareManner(
  ours: string,
  theirs: string,
  language: string,
): { likeness: number; most: Manner | undefined } | undefined {
  const lists = FUNCTION_WORDS[language]
  if (!lists) return undefined
  const shareOf = (text: string) => {
    const words =
      text
        .toLowerCase()
        .replaceAll('’', "'")
        .match(/[\p{L}'-]+/gu) ?? []
    return Object.fromEntries(
      manners.map(manner => [manner, words.filter(word => lists[manner].has(word)).length / Math.max(1, words.length)]),
    ) as Record<Manner, number>
  }
  const a = shareOf(ours)
  const b = shareOf(theirs)
  const used = manners.filter(manner => a[manner] + b[manner] > 0)
  if (used.length < 3) return undefined
  const likeness =
    used.reduce((sum, manner) => sum + 1 - Math.abs(a[manner] - b[manner]) / (a[manner] + b[manner]), 0) / used.length
  const [most] = used.filter(manner => a[manner] > b[manner]).toSorted((x, y) => a[y] - b[y] - (a[x] - b[x]))
  return { likeness, most }
}
