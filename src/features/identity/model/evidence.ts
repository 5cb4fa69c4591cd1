import { levelIn } from './compare-rows.ts'
import { tieCorrection, type Weights } from './estimate.ts'
import type { Field } from './fields.ts'

/** One fact for (weight above 0) or against, in log2 odds. */
export type Evidence = { field: string; words: string; weight: number }

/** Probability from log2 odds. */
export function probabilityOf(log2Odds: number): number {
  return 1 / (1 + 2 ** -log2Odds)
}

/** The facts of a pair, strongest first; facts below half a bit are left out. */
export function explainPattern(
  fields: readonly Field[],
  weights: Weights,
  low: number,
  high: number,
  row: number,
  rarity: (field: number, row: number) => number,
): Evidence[] {
  const facts: Evidence[] = []
  for (const [index, field] of fields.entries()) {
    const level = levelIn(low, high, index)
    if (level === 0) continue
    const learned = weights.fields[index]
    if (!learned) continue
    const top = field.levels.length - 1
    const extra = level === top ? rarity(index, row) : 0
    const base = Math.log2(learned.m[level]! / learned.u[level]!)
    const words = field.levels[level]?.words ?? ''
    facts.push({
      field: field.label,
      words:
        extra > 1.5
          ? words.replace('same ', 'same rare ')
          : extra < -1.5
            ? words.replace('same ', 'same common ')
            : words,
      weight: base + extra,
    })
  }
  const tied = -tieCorrection(weights.ties, low, high) / Math.LN2
  if (tied < 0) facts.push({ field: 'tied fields', words: 'facts that often go together', weight: tied })
  return facts.filter(fact => Math.abs(fact.weight) >= 0.5).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
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
