import type { Groups } from './int-hash.ts'

/** A number from 1 to before `size` for each row; 0 where it has none. */
export type Ids = { ids: Int32Array; size: number }

/** Rows that share their id with others, id by id, those of each in their order. `rows`: whose the ids are, where not of all. */
export function sharedRows({ ids, size }: Ids, rows?: Int32Array): Groups {
  const next = new Int32Array(size)
  for (let at = 0; at < ids.length; at++) next[ids[at]!]!++
  let groups = 0
  for (let id = 1; id < size; id++) if (next[id]! > 1) groups++
  const starts = new Int32Array(groups + 1)
  let [group, count] = [0, 0]
  next[0] = -1
  for (let id = 1; id < size; id++) {
    const sharing = next[id]!
    next[id] = sharing > 1 ? count : -1
    if (sharing < 2) continue
    starts[group++] = count
    count += sharing
  }
  starts[groups] = count
  const order = new Int32Array(count)
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at]!
    const place = next[id]!
    if (place < 0) continue
    order[place] = rows ? rows[at]! : at
    next[id] = place + 1
  }
  return { starts, order }
}

/**
 * Sums `pairsOf` over the numbers of rows that share a second id too. No texts, no Map, no hash: what is counted of one group is
 * taken back before the next. A row that is alone counts as none.
 */
export function sumJoined({ starts, order }: Groups, { ids, size }: Ids, pairsOf: (rows: number) => number): number {
  const counts = new Int32Array(size)
  let sum = 0
  for (let group = 0; group + 1 < starts.length; group++) {
    const [from, to] = [starts[group]!, starts[group + 1]!]
    for (let at = from; at < to; at++) counts[ids[order[at]!]!]!++
    counts[0] = 0
    for (let at = from; at < to; at++) {
      const id = ids[order[at]!]!
      if (counts[id]! > 1) sum += pairsOf(counts[id]!)
      counts[id] = 0
    }
  }
  return sum
}

/** Numbers the distinct pairs of ids that several rows have, from 1 in order of appearance; 0 where either is 0 or a row is alone. */
export function joinIds(first: Ids, { ids, size }: Ids): { ids: Int32Array<ArrayBuffer>; count: number } {
  const { starts, order } = sharedRows(first)
  const joined = new Int32Array(ids.length)
  // How many rows of a group have an id; then, below zero, the number of the two.
  const state = new Int32Array(size)
  let found = 0
  for (let group = 0; group + 1 < starts.length; group++) {
    const [from, to] = [starts[group]!, starts[group + 1]!]
    for (let at = from; at < to; at++) state[ids[order[at]!]!]!++
    state[0] = 0
    for (let at = from; at < to; at++) {
      const id = ids[order[at]!]!
      if (state[id]! > 1) state[id] = -++found
      if (state[id]! < 0) joined[order[at]!] = -state[id]!
    }
    for (let at = from; at < to; at++) state[ids[order[at]!]!] = 0
  }
  const numbers = new Int32Array(found + 1)
  let count = 0
  for (let row = 0; row < joined.length; row++) {
    const number = joined[row]!
    if (number === 0) continue
    if (numbers[number] === 0) numbers[number] = ++count
    joined[row] = numbers[number]!
  }
  return { ids: joined, count }
}
