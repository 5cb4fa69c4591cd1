import { findComparator } from './comparators.ts'
import { type Field, otherNameLevels } from './fields.ts'
import type { Meaning } from './meanings.ts'
import type { Resolution } from './resolve.ts'
import { usualShares } from './usual.ts'

/** Two facts that often go together: what their agreement counts too much, in bits. */
export type LearnedTie = { first: string; firstFrom: number; second: string; secondFrom: number; bits: number }

/** Bits that a shared value adds for being rarer than usual (below zero: commoner); `rest` of values not in the list. */
export type LearnedRarity = {
  column: string
  rest: number
  values: readonly (readonly [value: string, bits: number])[]
}

/**
 * What a look through everyone taught: the weight in bits by column and degree of agreement, from "different" up; what goes
 * together; what is common here. All that a pair needs to be judged alone as it was among everyone.
 */
export type LearnedModel = {
  /** Share of pairs of one person among all pairs that could be formed. */
  prior: number
  facts: readonly { fact: string; column: string; degrees: readonly { degree: number; weight: number }[] }[]
  ties: readonly LearnedTie[]
  rarity: readonly LearnedRarity[]
  /** Words of names, besides given name and surname, that many here have. */
  commonWords: readonly string[]
}

/** Before anything is learned, and for facts that nobody here has yet. */
export const usualPrior = 2 ** -12

/**
 * A list without doubles teaches that there are none; yet who comes next may well be here. At least one in fifty is taken to be here
 * twice, and few people teach nothing of how often that is.
 */
const usualDoubles = 0.02

/** So many values of a column are told one by one, the commonest first. */
const mostValues = 5_000

const rounded = (bits: number) => Math.round(bits * 1000) / 1000

const usual = new Map<string, readonly number[]>()

/** The weights of a fact, by degree, before a workspace has taught its own. */
export function usualWeights(meaning: Meaning): readonly number[] {
  let weights = usual.get(meaning)
  if (!weights) {
    const levels = meaning === 'middle-name' ? otherNameLevels : (findComparator(meaning)?.levels ?? [])
    const shares = usualShares({ meaning, levels })
    weights = levels.map(({ m }, level) => (level === 0 ? 0 : Math.log2(m / shares[level]!)))
    usual.set(meaning, weights)
  }
  return weights
}

export const usualModel: LearnedModel = { prior: usualPrior, facts: [], ties: [], rarity: [], commonWords: [] }

export function learnedFrom({ fields, weights, corrections }: Resolution, people: number): LearnedModel {
  const { fields: list, names } = fields
  const labelOf = (index: number) => list[index]?.label ?? ''
  return {
    prior: Math.min(usualPrior, Math.max(weights.prior, usualDoubles / Math.max(1, people))),
    facts: list.map((field, index) => ({
      fact: field.meaning,
      column: field.label,
      degrees: field.levels.slice(1).map((_, at) => ({
        degree: at + 1,
        weight: rounded(Math.log2(weights.fields[index]!.m[at + 1]! / weights.fields[index]!.u[at + 1]!)),
      })),
    })),
    ties: weights.ties.map(({ first, firstFrom, second, secondFrom, lift }) => ({
      first: labelOf(first),
      firstFrom,
      second: labelOf(second),
      secondFrom,
      bits: rounded(lift / Math.LN2),
    })),
    rarity: list.flatMap((field, index) => rarityOf(field, corrections[index]) ?? []),
    commonWords: names.dictionary.filter((word, code) => names.others.isCommon[code] === 1 && word.length > 2),
  }
}

function rarityOf(field: Field, bits: Float32Array | undefined): LearnedRarity | undefined {
  if (!bits) return undefined
  const { counts, values, label } = field
  const told: number[] = []
  let pair: number | undefined
  for (let code = 1; code < values.length; code++) {
    if (counts[code]! > 2 && bits[code] !== 0) told.push(code)
    else if (counts[code] === 2) pair ??= bits[code]!
  }
  told.sort((x, y) => counts[y]! - counts[x]! || x - y)
  const left = told.splice(mostValues)
  const middle = left[left.length >> 1]
  return {
    column: label,
    rest: rounded(middle === undefined ? (pair ?? bits[1] ?? 0) : bits[middle]!),
    values: told.map(code => [values[code]!, rounded(bits[code]!)] as const),
  }
}
