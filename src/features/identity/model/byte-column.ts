import { sharedInts } from './int-hash.ts'

export type ColumnBuilder = ReturnType<typeof columnBuilder>

/** A text of more signs would be too long for some engines. */
const cutAtMost = 1 << 28

/** A dictionary over bytes: open addressing on a hash of the cell, distinct cells copied to one arena. */
export function columnBuilder(expectedRows: number) {
  let codes = new Int32Array(expectedRows)
  let rows = 0
  let arena = new Uint8Array(1 << 12)
  let arenaEnd = 0
  let starts = new Int32Array(1 << 8)
  let count = 1
  /** Every byte so far, one over the other. */
  let signs = 0
  let size = 1 << 9
  // Hash and code side by side: a cell that is new is known for it by one look into the memory.
  let slots = new Int32Array(size * 2)

  function add(source: Uint8Array, from: number, to: number) {
    if (rows === codes.length) codes = grown(codes)
    codes[rows++] = from === to ? 0 : codeOf(source, from, to)
  }

  function codeOf(source: Uint8Array, from: number, to: number): number {
    let hash = 0x811c9dc5
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ source[at]!, 0x01000193)
    hash ^= hash >>> 15
    const length = to - from
    let slot = hash & (size - 1)
    for (;;) {
      const code = slots[slot * 2 + 1]!
      if (code === 0) break
      if (slots[slot * 2] === hash) {
        const begin = starts[code]!
        if (starts[code + 1]! - begin === length) {
          let at = 0
          while (at < length && arena[begin + at] === source[from + at]) at++
          if (at === length) return code
        }
      }
      slot = (slot + 1) & (size - 1)
    }
    while (arenaEnd + length > arena.length) {
      const wider = new Uint8Array(arena.length * 2)
      wider.set(arena)
      arena = wider
    }
    for (let at = from; at < to; at++) {
      const byte = source[at]!
      arena[arenaEnd++] = byte
      signs |= byte
    }
    if (count + 2 > starts.length) starts = grown(starts)
    starts[count + 1] = arenaEnd
    slots[slot * 2] = hash
    slots[slot * 2 + 1] = count
    if (++count * 2 > size) widen()
    return count - 1
  }

  function widen() {
    const before = slots
    size *= 2
    slots = new Int32Array(size * 2)
    for (let at = 0; at < before.length; at += 2) {
      if (before[at + 1] === 0) continue
      let free = before[at]! & (size - 1)
      while (slots[free * 2 + 1] !== 0) free = (free + 1) & (size - 1)
      slots[free * 2] = before[at]!
      slots[free * 2 + 1] = before[at + 1]!
    }
  }

  function finish() {
    const decoder = new TextDecoder()
    const values = ['']
    // Where a sign is a byte, one text is cut into all of them: a call of the decoder for each costs ten times as much.
    const whole = signs < 128 && arenaEnd <= cutAtMost ? decoder.decode(arena.subarray(0, arenaEnd)) : undefined
    for (let code = 1; code < count; code++) {
      const [from, to] = [starts[code]!, starts[code + 1]!]
      values.push(whole?.slice(from, to) ?? decoder.decode(arena.subarray(from, to)))
    }
    const kept = sharedInts(rows)
    kept.set(codes.subarray(0, rows))
    return { codes: kept, values }
  }

  return { add, finish }
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(array.length * 2)
  wider.set(array)
  return wider
}
