import { levelIn } from './compare-rows.ts'
import { type FactTable, factColumns } from './fact-table.ts'
import { type LearnedModel, learnedFrom } from './learned.ts'
import { bands } from './live.ts'
import type { Meaning } from './meanings.ts'
import type { PairHelper } from './pair-work.ts'
import { recogniseColumns } from './recognise.ts'
import { ownCopies, resolve } from './resolve.ts'

/** Pairs that are worth judging, the likeliest first, and what was learned to judge them by. */
export type FoundPairs = {
  pairs: { one: string; other: string }[]
  learned: LearnedModel
  people: number
  comparedPairs: number
}

/** At most so many pairs are put before a recruiter. */
export const mostAsked = 5_000

/** Who shares one of these is asked about, however little else agrees. */
const ownAddresses: readonly Meaning[] = ['e-mail', 'phone']

/** A fact is stored in another shape here than where the pair is judged: what is nearly asked is judged too. */
const leewayBits = 3

/** Looks through everyone for pairs that may be one person; `scorePair` judges them. */
export function findPairs({ table, personOf }: FactTable, helper?: PairHelper): FoundPairs {
  const map = new Map<string, Meaning>(factColumns)
  const resolution = resolve(table, recogniseColumns(table, map), { helper, keepShared: ownAddresses })
  const { fields, weights, edges, patterns } = resolution
  const learned = learnedFrom(resolution, table.rowCount)
  const shift = logOdds(learned.prior) - logOdds(weights.prior)
  const least = logOdds(bands.review) - shift - leewayBits
  const addresses = fields.fields.flatMap((field, index) =>
    ownAddresses.includes(field.meaning) ? [{ field, index }] : [],
  )
  const sharesAddress = (edge: number) => {
    const pattern = edges.pattern[edge]!
    return addresses.some(
      ({ field, index }) =>
        levelIn(patterns.lows[pattern]!, patterns.highs[pattern]!, index) === field.levels.length - 1 &&
        field.counts[field.codes[edges.a[edge]!]!]! <= ownCopies,
    )
  }
  const chosen: number[] = []
  for (let edge = 0; edge < edges.length; edge++) {
    if (edges.weight[edge]! >= least || sharesAddress(edge)) chosen.push(edge)
  }
  chosen.sort((x, y) => edges.weight[y]! - edges.weight[x]! || edges.a[x]! - edges.a[y]! || edges.b[x]! - edges.b[y]!)
  return {
    people: table.rowCount,
    comparedPairs: resolution.comparedPairs,
    learned,
    pairs: chosen.slice(0, mostAsked).map(edge => ({ one: personOf(edges.a[edge]!), other: personOf(edges.b[edge]!) })),
  }
}

const logOdds = (probability: number) => Math.log2(probability / (1 - probability))
