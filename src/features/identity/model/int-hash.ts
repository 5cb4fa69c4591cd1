/** Zeros in memory that threads can share: handed to another thread, nothing is copied. */
export const sharedInts = (length: number): Int32Array => new Int32Array(new SharedArrayBuffer(length * 4))

/**
 * Numbers the distinct pairs (a[i], b[i]) from 1 in order of appearance; 0 where either is 0. No texts, no Map. Where the sizes of a's
 * or b's ids are told, a row that is alone with its id stays alone and gets 0.
 */
export function joinIds(
  a: Int32Array,
  b: Int32Array,
  sizesOfA?: Int32Array,
  sizesOfB?: Int32Array,
): { ids: Int32Array<ArrayBuffer>; count: number } {
  const rowCount = a.length
  const ids = new Int32Array(rowCount)
  const rows = new Int32Array(rowCount)
  let joined = 0
  for (let row = 0; row < rowCount; row++)
    if (a[row] !== 0 && b[row] !== 0 && sizesOfA?.[a[row]!] !== 1 && sizesOfB?.[b[row]!] !== 1) rows[joined++] = row
  let size = 1 << Math.max(4, Math.ceil(Math.log2(joined * 1.6 + 1)))
  if (size > 1 << 26) size = 1 << 26
  const mask = size - 1
  // Both ids and their number side by side, so that one look into the memory brings all of them.
  const slots = new Int32Array(size * 4)
  let count = 0
  for (let index = 0; index < joined; index++) {
    const row = rows[index]!
    const left = a[row]!
    const right = b[row]!
    let slot = (Math.imul(left, 0x9e3779b1) ^ Math.imul(right + 0x7f4a7c15, 0x85ebca6b)) >>> 0
    slot = (slot ^ (slot >>> 15)) & mask
    for (;;) {
      const at = slot * 4
      const id = slots[at + 2]!
      if (id === 0) {
        slots[at] = left
        slots[at + 1] = right
        slots[at + 2] = ++count
        ids[row] = count
        break
      }
      if (slots[at] === left && slots[at + 1] === right) {
        ids[row] = id
        break
      }
      slot = (slot + 1) & mask
    }
  }
  return { ids, count }
}

/** Rows in the order of their ids: those of the k-th id that has some are `order[starts[k]]` to before `order[starts[k+1]]`. */
export type Groups = { starts: Int32Array; order: Int32Array }

/** By counting sort, in memory that threads can share. `sizes`: of each id; rows of an id of no size are left out. */
export function groupById(ids: Int32Array, sizes: Int32Array): Groups {
  const next = new Int32Array(sizes.length)
  let groups = 0
  let rows = 0
  for (let id = 1; id < sizes.length; id++) {
    next[id] = rows
    rows += sizes[id]!
    if (sizes[id]! > 0) groups++
  }
  const starts = sharedInts(groups + 1)
  let group = 0
  for (let id = 1; id < sizes.length; id++) if (sizes[id]! > 0) starts[group++] = next[id]!
  starts[groups] = rows
  const order = sharedInts(rows)
  for (let row = 0; row < ids.length; row++) {
    const id = ids[row]!
    if (id !== 0 && sizes[id]! > 0) order[next[id]!++] = row
  }
  return { starts, order }
}

/** Numbers in [0, 1) that are the same at every run (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
