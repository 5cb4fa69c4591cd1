import { type Blocks, forEachPair } from './blocking.ts'
import { findComparator } from './comparators.ts'
import { rowComparer } from './compare-rows.ts'
import type { Field, Fields } from './fields.ts'
import { createPairStore, type PairPart } from './pair-store.ts'

/** One part of the comparing as another thread can take it: fields without their functions. */
export type PairJob = {
  fields: Omit<Field, 'compare' | 'quick' | 'shortcut'>[]
  rest: Omit<Fields, 'fields'>
  blocks: Blocks
  part: number
}

/** Starts a part elsewhere; the function that it gives waits for the pairs. */
export type PairHelper = (job: PairJob) => () => PairPart

export function pairJob({ fields, ...rest }: Fields, blocks: Blocks, part: number): PairJob {
  return {
    fields: fields.map(({ compare: _, quick: __, shortcut: ___, ...plain }) => plain),
    rest,
    blocks,
    part,
  }
}

/** Compares the pairs of a job. */
export function workPairs({ fields, rest, blocks, part }: PairJob): PairPart {
  const whole: Field[] = fields.map(field => {
    const comparator = field.words ? undefined : findComparator(field.meaning)
    if (!comparator) return { ...field, compare: () => 1 }
    const { compare, quick, shortcut } = comparator
    return { ...field, compare, ...(quick && { quick }), ...(shortcut && { shortcut }) }
  })
  const compare = rowComparer({ ...rest, fields: whole })
  const store = createPairStore()
  forEachPair(blocks, part, (a, b) => {
    const { low, high } = compare(a, b)
    store.add(a, b, low, high)
  })
  return store.finish()
}
