/** Zeros in memory that threads can share: handed to another thread, nothing is copied. */
export const sharedInts = (length: number): Int32Array => new Int32Array(new SharedArrayBuffer(length * 4))

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
