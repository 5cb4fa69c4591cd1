import { differenceOf } from '#kernel/interval.ts'
import { type ColumnKey, type Finding, fewestPeople, type Row, type Share } from './table.ts'

/** Two-sided 95 % over all that is compared at once (Bonferroni): by the number of comparisons, from the normal distribution. */
export function zFor(comparisons: number): number {
  return inverseNormal(1 - 0.025 / Math.max(1, comparisons))
}

/** Bisection over the distribution itself: no table, exact to nine digits. */
function inverseNormal(share: number): number {
  let [low, high] = [0, 10]
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2
    if (normal(middle) < share) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The normal distribution up to `z` ≥ 0, by its series (Marsaglia 2004). */
function normal(z: number): number {
  let [sum, term] = [z, z]
  for (let n = 3; Math.abs(term) > 1e-16 * Math.abs(sum) && n < 400; n += 2) {
    term *= (z * z) / n
    sum += term
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI)
}

/**
 * Each row against all the others together. Something is said only where both have enough people and Newcombe's interval of the
 * difference, widened for the number of rows, leaves out zero; where rows could be compared and none differs, that is said.
 */
export function compareRows(
  rows: readonly (Pick<Row, 'key' | 'label'> & { share: Share })[],
  column: ColumnKey,
): Finding[] {
  const whole = rows.reduce((sum, { share }) => ({ hits: sum.hits + share.hits, of: sum.of + share.of }), {
    hits: 0,
    of: 0,
  })
  const able = rows
    .map(row => ({ ...row, others: { hits: whole.hits - row.share.hits, of: whole.of - row.share.of } }))
    .filter(({ share, others }) => share.of >= fewestPeople && others.of >= fewestPeople)
  if (able.length === 0) return []
  const z = zFor(able.length)
  const found = able.flatMap(({ key, label, share, others }): Finding[] => {
    const { low, high } = differenceOf(
      { hits: others.hits, total: others.of },
      { hits: share.hits, total: share.of },
      z,
    )
    const row = { key, label }
    if (low > 0) return [{ code: 'more', column, row, share, others }]
    if (high < 0) return [{ code: 'fewer', column, row, share, others }]
    return []
  })
  return found.length > 0 || able.length < 2 ? found : [{ code: 'no-difference', column, rows: able.length }]
}

/**
 * As how many equally used ways they count: the exponential of Shannon's entropy (Hill's number of order 1, 1973). 1: all came by one.
 */
export function evenWays(counts: readonly number[]): number {
  const all = counts.reduce((sum, count) => sum + count, 0)
  if (all === 0) return 0
  const entropy = counts
    .filter(count => count > 0)
    .reduce((sum, count) => sum - (count / all) * Math.log(count / all), 0)
  return Math.exp(entropy)
}
