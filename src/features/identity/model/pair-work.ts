import { type Blocks, countUnits, type RuleHelper, unitWalker } from './blocking.ts'
import { findComparator } from './comparators.ts'
import type { rowComparer } from './compare-rows.ts'
import type { Field, Fields } from './fields.ts'
import { createPairStore, type PairPart } from './pair-store.ts'

/** Fields as another thread can take them: without their functions. */
export type PlainFields = {
  fields: Omit<Field, 'compare' | 'quick' | 'shortcut'>[]
  rest: Omit<Fields, 'fields'>
}

/** The pairs of one unit of the blocks. */
export type UnitPart = { unit: number; part: PairPart }

/** The next unit that nobody has taken, in memory that threads share. */
export type Taken = Int32Array

/** It compares pairs too. */
export type PairSession = RuleHelper & {
  pairs(blocks: Blocks, taken: Taken): () => UnitPart[]
  end(): void
}

/** `from`: so many rows are worth the copying. */
export type PairHelper = { from: number; begin(fields: PlainFields): PairSession }

export const plainFields = ({ fields, ...rest }: Fields): PlainFields => ({
  fields: fields.map(({ compare: _, quick: __, shortcut: ___, ...plain }) => plain),
  rest,
})

export function wholeFields({ fields, rest }: PlainFields): Fields {
  const whole: Field[] = fields.map(field => {
    const comparator = field.words ? undefined : findComparator(field.meaning)
    if (!comparator) return { ...field, compare: () => 1 }
    const { compare, quick, shortcut } = comparator
    return { ...field, compare, ...(quick && { quick }), ...(shortcut && { shortcut }) }
  })
  return { ...rest, fields: whole }
}

/** Compares unit after unit, as long as there are some that nobody has taken. */
export function workUnits(blocks: Blocks, taken: Taken, compare: ReturnType<typeof rowComparer>): UnitPart[] {
  const walk = unitWalker(blocks)
  const units = countUnits(blocks)
  const done: UnitPart[] = []
  for (let unit = Atomics.add(taken, 0, 1); unit < units; unit = Atomics.add(taken, 0, 1)) {
    const store = createPairStore()
    walk(unit, (a, b) => {
      const { low, high } = compare(a, b)
      store.add(a, b, low, high)
    })
    done.push({ unit, part: store.finish() })
  }
  return done
}
