import type { Evidence } from '#features/people/model.ts'
import type { ToolId } from '#kernel/tools.ts'
import { findComparator } from './comparators.ts'
import { levelIn, rowComparer } from './compare-rows.ts'
import { probabilityOf } from './evidence.ts'
import { buildFields, normaliserOf } from './fields.ts'
import { type LearnedModel, type LearnedRarity, usualModel, usualWeights } from './learned.ts'
import type { Meaning } from './meanings.ts'
import type { RecognisedColumn } from './recognise.ts'
import { encodeRows } from './table.ts'

/** What is known of one person, or said by a record that may be about them; made by `factsOf`. */
export type PersonFacts = {
  name: string
  given: string
  family: string
  born: string
  place: string
  mails: readonly string[]
  phones: readonly string[]
  pages: readonly string[]
  handles: readonly string[]
  employers: readonly string[]
  titles: readonly string[]
  /** By tool; `key` is equal for every spelling of one account. */
  accounts: readonly { tool: ToolId; key: string }[]
}

/**
 * `link`: one person beyond reasonable doubt, and nothing of which one human has one speaks against it. `review`: a recruiter is
 * asked; always when an address of one's own is shared. `leave`: two people.
 */
export type Verdict = 'link' | 'review' | 'leave'

export type PairScore = { probability: number; log2Odds: number; verdict: Verdict; evidence: Evidence[] }

/** From these probabilities on two people are one, or a recruiter is asked. */
export const bands = { link: 0.95, review: 0.3 }

/** From how many bits on a shared value counts as rare, or, below zero, as common. */
const telling = 1.5

/** The columns of `factColumns` that a pair is compared in, each with one value: of several, those that agree best. */
const columns = [
  ['name', 'full-name'],
  ['given', 'given-name'],
  ['family', 'surname'],
  ['born', 'birth-date'],
  ['place', 'place'],
  ['mail', 'e-mail'],
  ['phone', 'phone'],
  ['page', 'url'],
  ['handle', 'handle'],
  ['employer', 'employer'],
  ['title', 'title'],
] as const satisfies readonly (readonly [string, Meaning])[]

const columnNames = columns.map(([name]) => name)
const recognised = columns.map(([name, meaning], column): RecognisedColumn => ({ column, name, meaning, by: 'map' }))

/** Tools where one human may well have several addresses. */
const plural: ReadonlySet<ToolId> = new Set(['email', 'sms', 'blog', 'forum', 'xmpp', 'irc', 'matrix', 'whatsapp'])

/** Accounts are no column of a list: what they weigh is not learned. Of LinkedIn profiles one human has one. */
const accountWeights = { same: 22, different: -4, twoOfOne: -20 }
const onePageEach: ReadonlySet<ToolId> = new Set(['linkedin'])

/** What keeps two apart until a recruiter says why not, whatever few people have taught of its weight. */
const settling: ReadonlySet<string> = new Set(['given-name:1', 'birth-date:1'])

/** Texts compared in a profile's own list: of two lists, the pair that agrees best. */
function best(meaning: Meaning, ofA: readonly string[], ofB: readonly string[]): [string, string] {
  const [firstA = '', firstB = ''] = [ofA[0], ofB[0]]
  if (ofA.length < 2 && ofB.length < 2) return [firstA, firstB]
  const comparator = findComparator(meaning)
  const normalise = normaliserOf(meaning, [])
  let found: [string, string] = [firstA, firstB]
  let highest = -1
  for (const a of ofA)
    for (const b of ofB) {
      const [one, other] = [normalise(a), normalise(b)]
      const level =
        one === '' || other === '' || !comparator
          ? 0
          : one === other
            ? comparator.levels.length
            : comparator.compare(one, other)
      if (level > highest) {
        highest = level
        found = [a, b]
      }
    }
  return found
}

/** Names of different writings can't be compared letter by letter: they speak for nothing. */
function comparableNames(a: PersonFacts, b: PersonFacts): boolean {
  const [one, other] = [writingOf(a.name), writingOf(b.name)]
  return one === other || one === 'none' || other === 'none'
}

const writings = ['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Devanagari', 'Hangul', 'Thai'].map(
  name => [name, new RegExp(`\\p{Script=${name}}`, 'u')] as const,
)
const writingOf = (name: string): string =>
  /^[ -~]*$/.test(name)
    ? 'Latin'
    : (writings.find(([, letters]) => letters.test(name))?.[0] ?? (/\p{L}/u.test(name) ? 'other' : 'none'))

function rowsOf(a: PersonFacts, b: PersonFacts): [string[], string[]] {
  const hasNames = comparableNames(a, b)
  const named = (of: string) => (hasNames ? of : '')
  const pairs: [string, string][] = [
    [named(a.name), named(b.name)],
    [named(a.given), named(b.given)],
    [named(a.family), named(b.family)],
    [a.born, b.born],
    [a.place, b.place],
    best('e-mail', a.mails, b.mails),
    best('phone', a.phones, b.phones),
    best('url', a.pages, b.pages),
    best('handle', a.handles, b.handles),
    best('employer', a.employers, b.employers),
    best('title', a.titles, b.titles),
  ]
  return [pairs.map(([one]) => one), pairs.map(([, other]) => other)]
}

/** The account that both have, or the tools where each has another one. */
function accountEvidence(a: PersonFacts, b: PersonFacts): Evidence[] {
  const found: Evidence[] = []
  const shared = a.accounts.find(one => b.accounts.some(other => other.tool === one.tool && other.key === one.key))
  if (shared)
    found.push({
      fact: 'profile',
      left: shared.key,
      right: shared.key,
      weight: accountWeights.same,
      says: 'the same profile',
    })
  const seen = new Set<ToolId>(plural)
  for (const { tool, key } of a.accounts) {
    if (seen.has(tool)) continue
    seen.add(tool)
    const mine = a.accounts.filter(one => one.tool === tool)
    const theirs = b.accounts.filter(one => one.tool === tool)
    const [other] = theirs
    if (!other || mine.some(one => theirs.some(each => each.key === one.key))) continue
    const weight = onePageEach.has(tool) ? accountWeights.twoOfOne : accountWeights.different
    found.push({ fact: 'profile', left: key, right: other.key, weight, says: 'different profiles on one tool' })
  }
  return found
}

type Ready = {
  weights: Map<string, readonly number[]>
  rarity: Map<string, { rest: number; values: Map<string, number> }>
  common: ReadonlySet<string>
}
const ready = new WeakMap<LearnedModel, Ready>()

function prepare(model: LearnedModel): Ready {
  let found = ready.get(model)
  if (!found) {
    const rarityOf = ({ rest, values }: LearnedRarity) => ({ rest, values: new Map(values) })
    found = {
      weights: new Map(
        model.facts.map(({ column, degrees }) => {
          const list = [0]
          for (const { degree, weight } of degrees) list[degree] = weight
          return [column, list]
        }),
      ),
      rarity: new Map(model.rarity.map(each => [each.column, rarityOf(each)])),
      common: new Set(model.commonWords),
    }
    ready.set(model, found)
  }
  return found
}

const rounded = (bits: number) => Math.round(bits * 100) / 100

/**
 * Judges whether two are the same person, with every fact that counted for it or against it: the one judge of the pairs that a look
 * through everyone finds and of whoever comes with an import or a clip. `a`'s values stand left. `fact` of the evidence is
 * `meaning:degree`, with `:rare` or `:common` behind it where the shared value is.
 */
export function scorePair(a: PersonFacts, b: PersonFacts, model: LearnedModel = usualModel): PairScore {
  const { weights, rarity, common } = prepare(model)
  const table = encodeRows(rowsOf(a, b), columnNames)
  const fields = buildFields(table, recognised, common)
  const { low, high } = rowComparer(fields)(0, 1)
  const evidence = accountEvidence(a, b)
  let log2Odds = Math.log2(model.prior / (1 - model.prior)) + evidence.reduce((sum, { weight }) => sum + weight, 0)
  let sharesAddress = evidence.some(({ weight }) => weight > 0)
  const levels = new Map<string, number>()
  for (const [index, field] of fields.fields.entries()) {
    const level = levelIn(low, high, index)
    levels.set(field.label, level)
    if (level === 0) continue
    const isTop = level === field.levels.length - 1
    const value = field.values[field.codes[0]!] ?? ''
    const rarer = isTop ? rarity.get(field.label) : undefined
    const extra = rarer ? (rarer.values.get(value) ?? rarer.rest) : 0
    const usual = (weights.get(field.label) ?? usualWeights(field.meaning))[level] ?? 0
    const weight = field.levels[level]?.veto ? accountWeights.twoOfOne : usual + extra
    const mark = extra > telling ? ':rare' : extra < -telling ? ':common' : ''
    if (isTop && mark !== ':common' && (field.meaning === 'e-mail' || field.meaning === 'phone')) sharesAddress = true
    log2Odds += weight
    const column = table.columns.find(each => each.name === field.label)
    const left = column?.values[column.codes[0]!]
    const right = column?.values[column.codes[1]!]
    evidence.push({
      fact: `${field.meaning}:${level}${mark}`,
      ...(left && { left }),
      ...(right && { right }),
      weight: rounded(weight),
      says: field.levels[level]?.words ?? '',
    })
  }
  let tied = 0
  for (const { first, firstFrom, second, secondFrom, bits } of model.ties)
    if ((levels.get(first) ?? 0) >= firstFrom && (levels.get(second) ?? 0) >= secondFrom) tied -= bits
  log2Odds += tied
  if (tied < 0) evidence.push({ fact: 'tied', weight: rounded(tied), says: 'facts that often go together' })
  const probability = probabilityOf(log2Odds)
  return {
    probability,
    log2Odds,
    verdict: verdictOf(probability, sharesAddress, evidence),
    evidence: evidence
      .filter(({ weight }) => Math.abs(weight) >= 0.5)
      .sort((x, y) => Math.abs(y.weight) - Math.abs(x.weight)),
  }
}

function verdictOf(probability: number, sharesAddress: boolean, evidence: readonly Evidence[]): Verdict {
  const isGrave = ({ fact, weight }: Evidence) => settling.has(fact) || (fact === 'profile' && weight < 0)
  if (probability >= bands.link && !evidence.some(isGrave)) return 'link'
  return probability >= bands.review || sharesAddress ? 'review' : 'leave'
}
