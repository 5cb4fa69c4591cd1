import { perReading } from '../per-reading.ts'
import { type Sentence, splitWords, type Word } from '../text.ts'
import type { Reading } from '../types.ts'
import {
  clausesOf,
  type How,
  howOf,
  keysIn,
  MAY_COMPARE,
  mayHold,
  type Said,
  saidIn,
  saysOneOf,
  sidesIn,
  type TwoSides,
  unitsOf,
} from './said.ts'

/** How much two clauses speak of the same. */
export function sharedBy(a: Said, b: Said, bySides: boolean): number {
  let shared = 0
  // On whichever side: both speak of the same.
  if (bySides) for (const pair of a.sides.keys()) if (b.sides.has(pair)) return sharedBy(a, b, false) + 1
  for (const keys of a.words) if (saysOneOf(b, keys)) shared++
  for (const pair of a.alike) if (b.alike.has(pair)) shared++
  return shared
}

/** Those of all its clauses, which need not be cut for them. */
const keysOf: (reading: Reading) => Uint8Array = perReading(({ title, text }) =>
  keysIn([splitWords(title), splitWords(text)]),
)

const pairsOf: (reading: Reading) => ReadonlySet<number> = perReading(
  reading => new Set(unitsOf(reading).flatMap(({ sides }) => [...sides.keys()])),
)

/** Whether a reading says on which side of it something stands: then it is said or turned round, but nothing new. */
export const saysWhichSide = (word: Word, before: Word | undefined, reading: Reading): boolean =>
  sidesIn(word, before).some(({ pair }) => pairsOf(reading).has(pair))

/** The largest share of a claim's words that one clause of the readings, or two beside each other, has. */
export function saidTogether(claimed: Sentence, readings: readonly Reading[]): number {
  const { words } = saidIn(claimed)
  if (words.length === 0) return 1
  let most = 0
  for (const reading of readings)
    for (const unit of unitsOf(reading)) {
      let shared = 0
      for (const keys of words) if (saysOneOf(unit, keys)) shared++
      most = Math.max(most, shared)
    }
  return most / words.length
}

/** How much a clause may share with a reading as a whole. */
function sharedWith({ words }: Said, reading: Reading): number {
  const all = keysOf(reading)
  let shared = 0
  for (const keys of words) if (mayHold(all, keys)) shared++
  return shared
}

/** `silent`: of the sides on which the claim stands it says nothing. */
type Against = {
  turned: boolean
  denied: boolean
  silent: boolean /** On whose other sides. */
  pairs: readonly number[]
}

/** Whether one stands on the other side of what the other says. Turned twice is the same: “lost none” and “kept all”. */
function against(claim: Said, text: Said): Against {
  const ours = howOf(claim)
  const theirs = howOf(text)
  let opposite = isSwapped(ours, theirs)
  let silent = claim.sides.size > 0
  const pairs: number[] = []
  for (const [pair, side] of claim.sides) {
    const other = text.sides.get(pair)
    if (other !== undefined) silent = false
    if (other === undefined || side === 3 || other === 3 || side === other) continue
    opposite = true
    pairs.push(pair)
  }
  if (!opposite) opposite = hasPrefixed(claim.stems, text.stems) || hasPrefixed(text.stems, claim.stems)
  const denied = opposite
    ? ours.denies !== theirs.denies
    : (ours.denies || ours.refuses) !== (theirs.denies || theirs.refuses)
  return { turned: opposite, denied, silent, pairs }
}

/** Whether one says otherwise what the other says: on its other side, by a denial, or of another time. */
export function isOtherwise(claim: Said, text: Said): boolean {
  const { turned, denied } = against(claim, text)
  return turned !== denied || otherTime(claim, text)
}

const UNDOES = /^(?:un|dis|des|on|in)(?=[a-z]{4})/

/** “Desafinado” where the other says “afinado”. */
function hasPrefixed(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const stem of some) {
    if (!UNDOES.test(stem) || others.has(stem)) continue
    const rest = stem.replace(UNDOES, '')
    for (const other of others) if (other === rest || (rest.length >= 5 && other.startsWith(rest))) return true
  }
  return false
}

/** Says one of a set, or stands on one side, where the text says several of it: its clauses say which, the sentence as a whole does not. */
function isBlurred(claim: Said, text: Said): boolean {
  for (const [set, member] of claim.sets) if (member !== 'several' && text.sets.get(set) === 'several') return true
  for (const [pair, side] of claim.sides) if (side !== 3 && text.sides.get(pair) === 3) return true
  return false
}

/** “You write that you miss the mud” of a text that says “not the mud”. */
function isExcluded(claim: Said, text: Said): boolean {
  if (claim.stems.size > 3 || !howOf(text).excludes || howOf(claim).denies) return false
  for (const stem of text.stems) if (!claim.stems.has(stem)) return false
  return true
}

/** “Thrillers go faster than poetry” of a text that says it the other way round, “rye, never wheat” of one of wheat. */
const isSwapped = (claim: How, text: How): boolean =>
  crosses(claim.compares, text.compares) || crosses(claim.apart, text.apart)

/** What the one denies is something that the other says. */
function deniesShared(claim: Said, text: Said): boolean {
  const ours = howOf(claim)
  const theirs = howOf(text)
  if (ours.refuses || theirs.refuses) return true
  // “Not thrown out” denies that they were fired.
  const [{ denied, deniedSides }, { words, sides }] = ours.denies ? [ours, text] : [theirs, claim]
  for (const [pair, side] of deniedSides) if (sides.get(pair) === side) return true
  return words.some(({ texts }) => texts.some(key => denied.has(key)))
}

/** Something of each side stands on the other one there, and only there. */
function crosses(claim: TwoSides | undefined, text: TwoSides | undefined): boolean {
  if (!claim || !text) return false
  const moved = (from: ReadonlySet<string>, to: ReadonlySet<string>, not: readonly ReadonlySet<string>[]) =>
    [...from].some(stem => to.has(stem) && not.every(set => !set.has(stem)))
  return moved(claim.one, text.other, [claim.other, text.one]) && moved(claim.other, text.one, [claim.one, text.other])
}

/** Another day, month or season of the same thing. */
function otherTime(claim: Said, text: Said): boolean {
  for (const [set, member] of claim.sets) {
    const other = text.sets.get(set)
    if (other !== undefined && other !== 'several' && member !== 'several' && other !== member) return true
  }
  return false
}

/** Whether any of its words stands on a side, or says that there is more or less of something. */
const mayOppose = ({ folded, words }: Sentence): boolean =>
  MAY_COMPARE.test(folded) || words.some((word, i) => sidesIn(word, words[i - 1]).some(({ side }) => side > 0))

/** So many words are shared by two clauses about the same thing, where nothing else says that they are. */
const ENOUGH = 3
const ENOUGH_IF_SURE = 2
const MOST_OF = 0.6
const MUCH_OF = 0.4

/**
 * `said`: the draft says in so many words that they wrote it; `judged`: it says what it thinks of it (“a pity that”); `praised`: it says what
 * it thinks, but not of what; `told`: neither.
 */
export type Claimed = 'said' | 'judged' | 'praised' | 'told'

/**
 * Whether a claim says the opposite of what a reading says of the same thing: with the opposite word, with another member of a set, or by
 * denying what is said or the other way round. Where the readings also say what is claimed, nothing is turned round. What is only told
 * must stand on an opposite side in a clause that takes up more of theirs.
 */
export function isTurnedRound(claimed: Sentence, readings: readonly Reading[], how: Claimed): boolean {
  const sure = how !== 'told'
  const clauses = clausesOf(claimed, 8)
  const whole = clauses.length === 1 && clauses[0]?.text === claimed.text
  return (sure && !whole ? [claimed, ...clauses] : clauses).some(clause => {
    // Nothing but an opposite word counts there: the readings need not be looked at.
    if (!sure && !mayOppose(clause)) return false
    const claim = saidIn(clause)
    if (!sure && claim.sides.size === 0 && !howOf(claim).compares) return false
    const least = sure ? 1 : ENOUGH
    let found = 0
    let opposed = 0
    let held = 0
    let heldAloud = 0
    const opposedOf = new Map<number, number>()
    const heldOf = new Map<number, number>()
    for (const reading of readings) {
      // Where a reading as a whole shares too little, none of its clauses shares enough.
      if (sharedWith(claim, reading) + claim.alike.size < least) continue
      for (const unit of unitsOf(reading)) {
        const shared = sharedBy(claim, unit, how === 'said' || how === 'judged')
        if (shared === 0) continue
        if (sure && isExcluded(claim, unit)) return true
        const { turned, denied, silent, pairs } = against(claim, unit)
        const alone = how !== 'praised' && claim.words.length === 1 && unit.words.length <= 2
        const near =
          (shared >= 2 || alone) &&
          shared >= unit.words.length * (unit.how?.answered ? MUCH_OF : MOST_OF) &&
          shared >= claim.words.length * MUCH_OF
        const enough = shared >= (sure ? ENOUGH_IF_SURE : ENOUGH) || (sure && claim.stems.size <= 3)
        if (turned && !denied && enough) {
          opposed = Math.max(opposed, shared)
          for (const pair of pairs) opposedOf.set(pair, Math.max(opposedOf.get(pair) ?? 0, shared))
        } else if (
          sure &&
          !turned &&
          denied &&
          near &&
          (how === 'said' || whole || clause !== claimed) &&
          deniesShared(claim, unit)
        )
          found = Math.max(found, shared)
        else if (sure && enough && (how === 'said' || shared >= ENOUGH_IF_SURE) && otherTime(claim, unit))
          found = Math.max(found, shared)
        else if ((!denied || turned) && !isBlurred(claim, unit)) {
          held = Math.max(held, shared)
          if (!silent || !sure) heldAloud = Math.max(heldAloud, shared)
          for (const [pair, side] of claim.sides)
            if (unit.sides.get(pair) === side) heldOf.set(pair, Math.max(heldOf.get(pair) ?? 0, shared))
        }
      }
    }
    if ((found > 0 && found >= held) || (opposed > 0 && opposed >= heldAloud)) return true
    // What is held elsewhere of another pair does not hold this one.
    return sure && [...opposedOf].some(([pair, of]) => of > (heldOf.get(pair) ?? 0))
  })
}
