import { meanings } from './meanings.ts'

/** What was learnt, as text: made by `npm run job-talk`, read when the first text of a language comes. */
export type PackedWeights = {
  /** Of meanings alone, near each other, and side by side: key by key in growing order. */
  alone: string
  near: string
  beside: string
}
export type PackedWords = {
  /** Stems in the order of the alphabet. */
  stems: string
  weights: string
  /** Two stems side by side: the number of the first times the count of stems, plus the second. Number 0 is no stem. */
  pairs: string
}

/** A weight of 1 is job talk half the time; they are kept in steps of this. */
export const WEIGHT_STEP = 0.05
export const meaningCount: number = meanings.length

/** Keys in base 36, each as its distance from the one before, then `:` or, for a weight below nothing, `-`, and how many steps. */
export function pack(weights: ReadonlyMap<number, number>): string {
  let last = 0
  return [...weights]
    .map(([key, weight]) => [key, Math.round(weight / WEIGHT_STEP)] as const)
    .filter(([, steps]) => steps !== 0)
    .sort((a, b) => a[0] - b[0])
    .map(([key, steps]) => {
      const distance = key - last
      last = key
      return `${distance.toString(36)}${steps < 0 ? '-' : ':'}${Math.abs(steps).toString(36)}`
    })
    .join(' ')
}

/** Each key, and how many steps its weight has. */
export function unpack(packed: string): [key: number, steps: number][] {
  if (packed === '') return []
  let key = 0
  return packed.split(' ').map(entry => {
    const cut = entry.search(/[:-]/)
    key += Number.parseInt(entry.slice(0, cut), 36)
    const steps = Number.parseInt(entry.slice(cut + 1), 36)
    return [key, entry.charAt(cut) === '-' ? -steps : steps]
  })
}
