import { type Blocks, countUnits, type RuleHelper, unitWalker } from './blocking.ts'
import { findComparator } from './comparators.ts'
import type { rowComparer } from './compare-rows.ts'
import type { Drawn } from './estimate.ts'
import type { Field, Fields } from './fields.ts'
import { createPairStore, type PairPart } from './pair-store.ts'
import type { Learned, Telling, Told } from './telling.ts'

/** Fields as another thread can take them: without their functions. */
export type PlainFields = {
  fields: Omit<Field, 'compare' | 'quick' | 'shortcut'>[]
  rest: Omit<Fields, 'fields'>
}

/** The pairs of one unit of the blocks. */
export type UnitPart = { unit: number; part: PairPart }

/** All that is compared. `taken`: the next unit that nobody has taken, in memory that threads share. */
export type PairUnits = { blocks: Blocks; drawn: Drawn; taken: Int32Array }

/** It compares pairs too, and tells of rows why they are one person. */
export type PairSession = RuleHelper & {
  pairs(units: PairUnits): () => UnitPart[]
  tell(telling: Telling, learned: Learned): () => Told[]
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

/** So many pairs drawn at random are one unit. */
const drawnInUnit = 1 << 14

function compareDrawn({ a, b, lows, highs, length }: Drawn, from: number, compare: ReturnType<typeof rowComparer>) {
  const to = Math.min(length, from + drawnInUnit)
  for (let at = from; at < to; at++) {
    const { low, high } = compare(a[at]!, b[at]!)
    lows[at] = low
    highs[at] = high
  }
}

/** Compares unit after unit, as long as there are some that nobody has taken; after those of the blocks what was drawn. */
export function workUnits({ blocks, drawn, taken }: PairUnits, compare: ReturnType<typeof rowComparer>): UnitPart[] {
  const walk = unitWalker(blocks)
  const units = countUnits(blocks)
  const done: UnitPart[] = []
  const all = units + Math.ceil(drawn.length / drawnInUnit)
  for (let unit = Atomics.add(taken, 0, 1); unit < all; unit = Atomics.add(taken, 0, 1)) {
    if (unit >= units) {
      compareDrawn(drawn, (unit - units) * drawnInUnit, compare)
      continue
    }
    const store = createPairStore()
    walk(unit, (a, b) => {
      const { low, high } = compare(a, b)
      store.add(a, b, low, high)
    })
    done.push({ unit, part: store.finish() })
  }
  return done
}
