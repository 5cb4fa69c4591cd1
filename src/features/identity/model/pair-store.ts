const chunkSize = 1 << 16

/** All compared pairs with the number of their pattern, and how often each pattern occurs. */
export type PairStore = ReturnType<typeof createPairStore>

type Chunk = { a: Int32Array<ArrayBuffer>; b: Int32Array<ArrayBuffer>; pattern: Int32Array<ArrayBuffer> }

/** Pairs that were compared elsewhere; their pattern numbers count in `lows` and `highs`. */
export type PairPart = { pairs: (Chunk & { size: number })[]; lows: Int32Array; highs: Int32Array }

export function createPairStore() {
  const chunks: Chunk[] = []
  const sizes: number[] = []
  let isClosed = false
  let length = 0
  let slots = new Int32Array(1 << 12)
  let lows = new Int32Array(1 << 11)
  let highs = new Int32Array(1 << 11)
  let counts = new Float64Array(1 << 11)
  let patternCount = 0

  function patternOf(low: number, high: number): number {
    let slot = slotOf(low, high)
    const found = slots[slot]!
    if (found > 0) return found - 1
    if (patternCount === lows.length) {
      grow()
      slot = slotOf(low, high)
    }
    lows[patternCount] = low
    highs[patternCount] = high
    slots[slot] = ++patternCount
    return patternCount - 1
  }

  /** The slot that holds the pattern, or the free one where it belongs. */
  function slotOf(low: number, high: number): number {
    const mask = slots.length - 1
    let slot = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)
    slot = (slot ^ (slot >>> 15)) & mask
    for (;;) {
      const found = slots[slot]! - 1
      if (found < 0 || (lows[found] === low && highs[found] === high)) return slot
      slot = (slot + 1) & mask
    }
  }

  function grow() {
    lows = widen(lows)
    highs = widen(highs)
    const wider = new Float64Array(counts.length * 2)
    wider.set(counts)
    counts = wider
    slots = new Int32Array(slots.length * 2)
    for (let pattern = 0; pattern < patternCount; pattern++)
      slots[slotOf(lows[pattern]!, highs[pattern]!)] = pattern + 1
  }

  return {
    add(a: number, b: number, low: number, high: number) {
      if (isClosed) throw new Error('Pairs can only be added before others are appended.')
      const at = length & (chunkSize - 1)
      if (at === 0) {
        sizes.push(0)
        chunks.push({ a: new Int32Array(chunkSize), b: new Int32Array(chunkSize), pattern: new Int32Array(chunkSize) })
      }
      const chunk = chunks[chunks.length - 1]!
      const pattern = patternOf(low, high)
      chunk.a[at] = a
      chunk.b[at] = b
      chunk.pattern[at] = pattern
      counts[pattern]!++
      length++
      sizes[sizes.length - 1] = at + 1
    },
    /** Takes in the pairs of another part, which stands behind these. */
    append({ pairs, lows: otherLows, highs: otherHighs }: PairPart) {
      const numbers = Int32Array.from(otherLows, (low, index) => patternOf(low, otherHighs[index]!))
      for (const { a, b, pattern, size } of pairs) {
        for (let at = 0; at < size; at++) pattern[at] = numbers[pattern[at]!]!
        for (let at = 0; at < size; at++) counts[pattern[at]!]!++
        sizes.push(size)
        chunks.push({ a, b, pattern })
        length += size
      }
      // What follows would begin in the middle of the last piece.
      isClosed = true
    },
    /** The pairs and patterns as they can be handed to another thread. */
    finish(): PairPart {
      return {
        pairs: chunks.map(({ a, b, pattern }, index) => {
          const size = sizes[index] ?? 0
          const cut = (array: Int32Array<ArrayBuffer>) => (size === chunkSize ? array : array.slice(0, size))
          return { a: cut(a), b: cut(b), pattern: cut(pattern), size }
        }),
        lows: lows.slice(0, patternCount),
        highs: highs.slice(0, patternCount),
      }
    },
    /** The pairs in their order, piece by piece. */
    get pieces(): readonly (Chunk & { size: number })[] {
      return chunks.map((chunk, index) => ({ ...chunk, size: sizes[index] ?? 0 }))
    },
    get length() {
      return length
    },
    get patterns() {
      return { count: patternCount, lows, highs, counts }
    },
  }
}

function widen(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(array.length * 2)
  wider.set(array)
  return wider
}
