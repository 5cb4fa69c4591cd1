/** A small generator of its own (mulberry32): the same seed gives the same workspace on every machine. */
export type Random = {
  /** In [0, 1). */
  next(): number
  /** A whole number in [from, to]. */
  between(from: number, to: number): number
  pick<T>(from: readonly T[]): T
  chance(probability: number): boolean
  /** Some of them, in their order. */
  some<T>(from: readonly T[], count: number): T[]
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const pick = <T>(from: readonly T[]): T => {
    const found = from[Math.floor(next() * from.length)]
    if (found === undefined) throw new RangeError('nothing to pick from')
    return found
  }
  return {
    next,
    between,
    pick,
    chance: probability => next() < probability,
    some(from, count) {
      const chosen = new Set<number>()
      while (chosen.size < Math.min(count, from.length)) chosen.add(Math.floor(next() * from.length))
      return from.filter((_, index) => chosen.has(index))
    },
  }
}

/** Fills {slots}; each time one stands there it may get another value. An unknown slot is a mistake in a text. */
export function fill(text: string, slots: Readonly<Record<string, () => string>>): string {
  const filled = text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const slot = slots[name]
    if (!slot) throw new Error(`no such slot: {${name}} in “${text}”`)
    return slot()
  })
  return filled
}
