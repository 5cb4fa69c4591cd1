/** Numbers the distinct pairs (a[i], b[i]) from 1 in order of appearance; 0 where either is 0. No texts, no Map. */
export function joinIds(a: Int32Array, b: Int32Array): { ids: Int32Array; count: number } {
  const rowCount = a.length
  const ids = new Int32Array(rowCount)
  let size = 1 << Math.max(4, Math.ceil(Math.log2(rowCount * 1.6 + 1)))
  if (size > 1 << 26) size = 1 << 26
  const mask = size - 1
  const slots = new Int32Array(size)
  const firstRow = new Int32Array(rowCount + 1)
  let count = 0
  for (let row = 0; row < rowCount; row++) {
    const left = a[row]!
    const right = b[row]!
    if (left === 0 || right === 0) continue
    let slot = (Math.imul(left, 0x9e3779b1) ^ Math.imul(right + 0x7f4a7c15, 0x85ebca6b)) >>> 0
    slot = (slot ^ (slot >>> 15)) & mask
    for (;;) {
      const id = slots[slot]!
      if (id === 0) {
        slots[slot] = ++count
        firstRow[count] = row
        ids[row] = count
        break
      }
      const first = firstRow[id]!
      if (a[first] === left && b[first] === right) {
        ids[row] = id
        break
      }
      slot = (slot + 1) & mask
    }
  }
  return { ids, count }
}

/** Rows in the order of their ids (counting sort): rows of id k are `order[starts[k]]` to before `order[starts[k+1]]`. */
export function groupById(ids: Int32Array, count: number): { starts: Int32Array; order: Int32Array } {
  const starts = new Int32Array(count + 2)
  for (let row = 0; row < ids.length; row++) starts[ids[row]! + 1]!++
  for (let id = 1; id < starts.length; id++) starts[id]! += starts[id - 1]!
  const next = starts.slice()
  const order = new Int32Array(ids.length)
  for (let row = 0; row < ids.length; row++) order[next[ids[row]!]!++] = row
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
