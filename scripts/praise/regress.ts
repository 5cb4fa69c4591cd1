export type Example = { values: readonly number[]; yes: boolean; weight: number }
/** `start` and a weight of each value: their sum is above 0 where yes is likelier. */
export type Fitted = { start: number; of: readonly number[] }

export const sumOf = ({ start, of }: Fitted, values: readonly number[]): number =>
  of.reduce((sum, weight, i) => sum + weight * (values[i] ?? 0), start)

const ROUNDS = 8
const CLOSE = 1e-4

/** Logistic regression by Newton's method; values are brought to one spread, and `held` keeps their weights small. */
export function regress(examples: readonly Example[], held: number): Fitted {
  const size = examples[0]?.values.length ?? 0
  const at = (values: readonly number[], i: number) => values[i] ?? 0
  const count = Math.max(1, examples.length)
  const means = Array.from(
    { length: size },
    (_, i) => examples.reduce((sum, { values }) => sum + at(values, i), 0) / count,
  )
  const spreads = means.map(
    (mean, i) => Math.sqrt(examples.reduce((sum, { values }) => sum + (at(values, i) - mean) ** 2, 0) / count) + 1e-6,
  )
  const rows = examples.map(({ values, yes, weight }) => ({
    x: [1, ...means.map((mean, i) => (at(values, i) - mean) / at(spreads, i))],
    y: yes ? 1 : 0,
    weight,
  }))
  const found = new Array<number>(size + 1).fill(0)
  for (let round = 0; round < ROUNDS; round++) {
    const slope = found.map((value, i) => (i === 0 ? 0 : held * value))
    const bends = found.map((_, i) => found.map((_, j) => (i === j ? (i === 0 ? CLOSE : held) : 0)))
    for (const { x, y, weight } of rows) {
      const chance = 1 / (1 + Math.exp(-x.reduce((sum, value, i) => sum + value * at(found, i), 0)))
      const bend = weight * chance * (1 - chance)
      for (let i = 0; i <= size; i++) {
        const value = at(x, i)
        slope[i] = at(slope, i) + weight * (chance - y) * value
        const row = bends[i]
        if (row) for (let j = i; j <= size; j++) row[j] = at(row, j) + bend * value * at(x, j)
      }
    }
    for (const [i, row] of bends.entries()) for (let j = 0; j < i; j++) row[j] = bends[j]?.[i] ?? 0
    const step = solve(bends, slope)
    for (const [i, by] of step.entries()) found[i] = at(found, i) - by
    if (Math.max(...step.map(Math.abs)) < CLOSE) break
  }
  const of = spreads.map((spread, i) => at(found, i + 1) / spread)
  return { start: of.reduce((sum, weight, i) => sum - weight * at(means, i), at(found, 0)), of }
}

/** Gauss's elimination; `rows` is symmetric and every pivot above 0. */
function solve(rows: number[][], right: number[]): number[] {
  const left = rows.map((row, i) => [...row, right[i] ?? 0])
  const size = left.length
  const get = (i: number, j: number) => left[i]?.[j] ?? 0
  for (let pivot = 0; pivot < size; pivot++)
    for (let i = pivot + 1; i < size; i++) {
      const by = get(i, pivot) / get(pivot, pivot)
      const row = left[i]
      if (row && by !== 0) for (let j = pivot; j <= size; j++) row[j] = get(i, j) - by * get(pivot, j)
    }
  const solved = new Array<number>(size).fill(0)
  for (let i = size - 1; i >= 0; i--) {
    let rest = get(i, size)
    for (let j = i + 1; j < size; j++) rest -= get(i, j) * (solved[j] ?? 0)
    solved[i] = rest / get(i, i)
  }
  return solved
}
