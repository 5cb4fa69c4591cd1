import { levelIn } from './compare-rows.ts'
import { tieCorrection, type Weights } from './estimate.ts'
import type { Field } from './fields.ts'

/** One fact for (weight above 0) or against, in log2 odds. */
export type Evidence = { field: string; words: string; weight: number }

/** Probability from log2 odds. */
export function probabilityOf(log2Odds: number): number {
  return 1 / (1 + 2 ** -log2Odds)
}

/** Gives the facts of a pair, strongest first; facts below half a bit are left out. */
export function patternExplainer(
  fields: readonly Field[],
  weights: Weights,
  rarity: (field: number, row: number) => number,
): (low: number, high: number, row: number) => Evidence[] {
  // Of each field what its levels say, worked out once: a million rows are explained after one another.
  const said = fields.map(({ label, levels }, index) => {
    const learned = weights.fields[index]
    return levels.map(({ words }, level) => ({
      field: label,
      words,
      rare: words.replace('same ', 'same rare '),
      common: words.replace('same ', 'same common '),
      base: learned && level > 0 ? Math.log2(learned.m[level]! / learned.u[level]!) : Number.NaN,
      isTop: level === levels.length - 1,
    }))
  })
  return (low, high, row) => {
    const facts: Evidence[] = []
    const put = (fact: Evidence) => {
      const size = Math.abs(fact.weight)
      if (!(size >= 0.5)) return
      let at = facts.length
      while (at > 0 && Math.abs(facts[at - 1]!.weight) < size) at--
      facts.splice(at, 0, fact)
    }
    for (let index = 0; index < said.length; index++) {
      const level = levelIn(low, high, index)
      const fact = level === 0 ? undefined : said[index]![level]
      if (!fact) continue
      const extra = fact.isTop ? rarity(index, row) : 0
      const words = extra > 1.5 ? fact.rare : extra < -1.5 ? fact.common : fact.words
      put({ field: fact.field, words, weight: fact.base + extra })
    }
    const tied = -tieCorrection(weights.ties, low, high) / Math.LN2
    if (tied < 0) put({ field: 'tied fields', words: 'facts that often go together', weight: tied })
    return facts
  }
}

/** `same rare surname +9.1; different postcode -2.9` */
export function evidenceText(facts: readonly Evidence[], most = 6): string {
  return facts
    .slice(0, most)
    .map(fact => `${fact.words} ${fact.weight >= 0 ? '+' : '-'}${tenths(Math.abs(fact.weight))}`)
    .join('; ')
}

/** A million rows have a few hundred different weights; to write a number costs more than all else about it. */
const written: string[] = []
function tenths(weight: number): string {
  const count = Math.round(weight * 10)
  if (!(count < 1_000)) return weight.toFixed(1)
  written[count] ??= (count / 10).toFixed(1)
  return written[count]
}
