import { unreachable } from '#kernel/result.ts'
import type { KnownLanguage } from '../language.ts'
import { memory } from '../remember.ts'
import type { Span } from '../text.ts'
import type { Clause } from './clauses.ts'
import type { Tag } from './frame.ts'
import { meanings } from './meanings.ts'
import { wordTables } from './tables.ts'
import { tellingWords } from './traits.ts'
import { type TraitKind, weigh } from './weigh.ts'

export type Evidence = { tag: Tag; weight: number; span: Span; words: string }

/** What is known of the latest sentences in each language. */
export function languageMemories<T>(most: number): Readonly<Record<KnownLanguage, ReturnType<typeof memory<T>>>> {
  const one = () => memory<T>(most)
  return { en: one(), de: one(), fr: one(), es: one(), pt: one(), nl: one() }
}

/** A trait of a text that was heard: which, by name, and how much it speaks for job talk, or below nothing, against it. */
export type Because = { trait: string; weight: number; spans: readonly Span[] }

/** Every trait of a sentence that has a weight, strongest first. */
export function whyIn(clause: Clause, language: KnownLanguage): Because[] {
  const stand: Span[] = []
  const words = tellingWords(clause, language, stand)
  const found: Because[] = []
  weigh(words, language, (weight, place, earlier, kind, one, other) => {
    const places = earlier < 0 ? [place] : [earlier, place]
    const spans = places.map(at => stand[at] ?? NOWHERE).filter(([start, end]) => end > start)
    found.push({ trait: nameOf(kind, one, other, language), weight, spans })
  })
  return found.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
}

const meant = (meaning: number) => meanings[meaning] ?? ''

function nameOf(kind: TraitKind, one: number, other: number, language: KnownLanguage): string {
  const { stems } = wordTables(language)
  switch (kind) {
    case 'stem':
      return `“${stems[one]}”`
    case 'part':
      return `“${stems[one]?.replace('~', '…')}”`
    case 'stems':
      return `“${stems[one]} ${stems[other]}”`
    case 'strange':
    case 'meaning':
      return meant(one)
    case 'near':
      return `${meant(one)} … ${meant(other)}`
    case 'beside':
      return `${meant(one)} ${meant(other)}`
    default:
      return unreachable(kind)
  }
}

// What a word means decides what the reason calls it; the first that fits.
const TAG_OF: readonly (readonly [meaning: string, tag: Tag])[] = [
  ['CV', 'cv'],
  ['REFER', 'referral'],
  ['MONEY', 'pay'],
  ['PAY', 'pay'],
  ['HIRE', 'hiring'],
  ['VACANCY', 'vacancy'],
  ['JOB', 'vacancy'],
  ['APPLY', 'vacancy'],
  ['JOIN', 'join-us'],
  ['SEEK', 'seeking'],
  ['NEED', 'seeking'],
  ['THINKOF', 'came-to-mind'],
  ['GROW', 'growing'],
  ['HAPPY', 'happy-there'],
  ['LEAVE', 'move'],
  ['CHANGE', 'move'],
  ['OPENTO', 'open-to'],
  ['INTEREST', 'open-to'],
]

const MOST_STRETCHES = 3
const NOWHERE: Span = [0, 0]

const remembered = languageMemories<readonly Evidence[]>(32)

/** The words of a sentence that made it job talk: each takes its share of every trait it belongs to. */
export function evidenceFor(clause: Clause, language: KnownLanguage): readonly Evidence[] {
  if (!clause.bare) return makeEvidence(clause, language)
  const { start } = clause
  const moved = (by: number, found: readonly Evidence[]) =>
    by === 0 ? found : found.map((item): Evidence => ({ ...item, span: [item.span[0] + by, item.span[1] + by] }))
  return moved(
    start,
    remembered[language](clause.text, () => moved(-start, makeEvidence(clause, language))),
  )
}

function makeEvidence(clause: Clause, language: KnownLanguage): readonly Evidence[] {
  const stand: Span[] = []
  const words = tellingWords(clause, language, stand)
  const share = new Float64Array(words.length)
  weigh(words, language, (weight, place, earlier) => {
    const each = earlier < 0 ? weight : weight / 2
    if (earlier >= 0) share[earlier] = (share[earlier] ?? 0) + each
    share[place] = (share[place] ?? 0) + each
  })
  const top = Math.max(...share)
  const stretches: { from: number; to: number; weight: number }[] = []
  for (const [i, amount] of share.entries()) {
    const [start, end] = stand[i] ?? NOWHERE
    if (end <= start || amount < top * 0.35 || amount <= 0) continue
    const last = stretches.at(-1)
    if (last && last.to === i - 1) {
      last.to = i
      last.weight += amount
    } else stretches.push({ from: i, to: i, weight: amount })
  }
  const asksWho = asksForSomebody(words.flatMap(word => word.meanings))
  return stretches
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_STRETCHES)
    .map(({ from, to, weight }) => {
      const said = words.slice(from, to + 1).flatMap(word => word.meanings.map(meaning => meanings[meaning]))
      const tag = asksWho ? 'referral' : (TAG_OF.find(([meaning]) => said.includes(meaning))?.[1] ?? 'advert')
      return { tag, weight, span: [(stand[from] ?? NOWHERE)[0], (stand[to] ?? NOWHERE)[1]], words: '' }
    })
}

/** “Who do you know that…”, “could you recommend somebody”. */
function asksForSomebody(said: readonly number[]): boolean {
  const has = (name: string) => said.some(meaning => meanings[meaning] === name)
  return has('QUESTION') && (has('WHO') || has('SOMEONE')) && (has('KNOW') || has('REFER') || has('WHO'))
}
