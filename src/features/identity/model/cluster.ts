/** Compared pairs worth keeping: rows and log2 odds of being one person. */
export type Edges = { a: Int32Array; b: Int32Array; weight: Float32Array; length: number }

export type ClusterOptions = {
  /** Two groups join while the mean weight between them is at least this. */
  stop: number
  /** Weight of a pair that was not compared, and the least that one pair counts. */
  floor: number
  /** The most that one pair counts. */
  cap: number
}

/**
 * Average-link clustering over sparse edges: the two groups with the highest mean weight join first, until the mean
 * falls below `stop`. A pair at or below -50 is a veto: its groups never join. Gives each row the first row of its group.
 */
export function clusterRows(rowCount: number, edges: Edges, options: ClusterOptions): Int32Array {
  const parent = new Int32Array(rowCount)
  for (let row = 0; row < rowCount; row++) parent[row] = row
  for (let edge = 0; edge < edges.length; edge++) {
    if (edges.weight[edge]! < options.stop) continue
    const one = findRoot(parent, edges.a[edge]!)
    const other = findRoot(parent, edges.b[edge]!)
    if (one < other) parent[other] = one
    else if (other < one) parent[one] = other
  }
  const roots = new Int32Array(rowCount)
  for (let row = 0; row < rowCount; row++) roots[row] = findRoot(parent, row)
  const starts = new Int32Array(rowCount + 1)
  for (let edge = 0; edge < edges.length; edge++) {
    const root = roots[edges.a[edge]!]!
    if (root === roots[edges.b[edge]!]) starts[root + 1]!++
  }
  for (let row = 0; row < rowCount; row++) starts[row + 1]! += starts[row]!
  const next = starts.slice(0, rowCount)
  const order = new Int32Array(starts[rowCount]!)
  for (let edge = 0; edge < edges.length; edge++) {
    const root = roots[edges.a[edge]!]!
    if (root === roots[edges.b[edge]!]) order[next[root]!++] = edge
  }
  const labels = new Int32Array(rowCount)
  for (let row = 0; row < rowCount; row++) labels[row] = row
  for (let root = 0; root < rowCount; root++) {
    const begin = starts[root]!
    const end = starts[root + 1]!
    if (end === begin) continue
    if (end === begin + 1) {
      const edge = order[begin]!
      const a = edges.a[edge]!
      const b = edges.b[edge]!
      if (edges.weight[edge]! >= options.stop) labels[Math.max(a, b)] = Math.min(a, b)
    } else joinComponent(edges, order.subarray(begin, end), labels, options)
  }
  return labels
}

function findRoot(parent: Int32Array, row: number): number {
  let root = row
  while (parent[root] !== root) root = parent[root]!
  let at = row
  while (parent[at] !== root) {
    const up = parent[at]!
    parent[at] = root
    at = up
  }
  return root
}

function joinComponent(edges: Edges, order: Int32Array, labels: Int32Array, { stop, floor, cap }: ClusterOptions) {
  // Groups are named by their first row; `excess` holds the sum of (weight - floor) over pairs between two groups.
  const excess = new Map<number, Map<number, number>>()
  const sizes = new Map<number, number>()
  const stamps = new Map<number, number>()
  const members = new Map<number, number[]>()
  const heap = createHeap()
  for (const edge of order) {
    const weight = edges.weight[edge]!
    const value = weight <= -50 ? -1e9 : Math.max(0, Math.min(cap, weight) - floor)
    note(edges.a[edge]!, edges.b[edge]!, value)
    note(edges.b[edge]!, edges.a[edge]!, value)
  }
  for (const [row, neighbours] of excess) {
    for (const [other, value] of neighbours)
      if (row < other && floor + value >= stop) heap.push(floor + value, row, other, 0)
  }
  for (;;) {
    const best = heap.pop()
    if (!best) break
    const { a, b } = best
    if ((stamps.get(a) ?? -1) + (stamps.get(b) ?? -1) !== best.stamp || !sizes.has(a) || !sizes.has(b)) continue
    const ofA = excess.get(a)
    const ofB = excess.get(b)
    const size = (sizes.get(a) ?? 0) + (sizes.get(b) ?? 0)
    const list = members.get(a)
    if (!ofA || !ofB || !list) continue
    for (const row of members.get(b) ?? []) list.push(row)
    members.delete(b)
    sizes.delete(b)
    sizes.set(a, size)
    stamps.set(a, (stamps.get(a) ?? 0) + (stamps.get(b) ?? 0) + 1)
    ofA.delete(b)
    for (const [other, value] of ofB) {
      if (other === a) continue
      const sum = (ofA.get(other) ?? 0) + value
      ofA.set(other, sum)
      const back = excess.get(other)
      back?.delete(b)
      back?.set(a, sum)
    }
    excess.delete(b)
    const stampA = stamps.get(a) ?? 0
    for (const [other, value] of ofA) {
      const mean = floor + value / (size * (sizes.get(other) ?? 1))
      if (mean >= stop) heap.push(mean, Math.min(a, other), Math.max(a, other), stampA + (stamps.get(other) ?? 0))
    }
  }
  for (const [row, list] of members) {
    let first = row
    for (const member of list) if (member < first) first = member
    for (const member of list) labels[member] = first
  }

  function note(row: number, other: number, value: number) {
    let neighbours = excess.get(row)
    if (!neighbours) {
      neighbours = new Map()
      excess.set(row, neighbours)
      sizes.set(row, 1)
      stamps.set(row, 0)
      members.set(row, [row])
    }
    neighbours.set(other, value)
  }
}

type Candidate = { mean: number; a: number; b: number; stamp: number }

/** A heap with the highest mean on top; equal means in order of rows, so that a run repeats exactly. */
function createHeap() {
  const items: Candidate[] = []
  const before = (x: Candidate, y: Candidate) =>
    x.mean > y.mean || (x.mean === y.mean && (x.a < y.a || (x.a === y.a && x.b < y.b)))
  return {
    push(mean: number, a: number, b: number, stamp: number) {
      const item = { mean, a, b, stamp }
      let at = items.length
      items.push(item)
      while (at > 0) {
        const up = (at - 1) >> 1
        if (!before(item, items[up]!)) break
        items[at] = items[up]!
        at = up
      }
      items[at] = item
    },
    pop(): Candidate | undefined {
      const top = items[0]
      const last = items.pop()
      if (!last || !top || items.length === 0) return top
      let at = 0
      for (;;) {
        let down = at * 2 + 1
        if (down >= items.length) break
        if (down + 1 < items.length && before(items[down + 1]!, items[down]!)) down++
        if (!before(items[down]!, last)) break
        items[at] = items[down]!
        at = down
      }
      items[at] = last
      return top
    },
  }
}
