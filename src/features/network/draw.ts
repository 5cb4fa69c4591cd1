import { UndirectedGraph } from 'graphology'
import louvainModule from 'graphology-communities-louvain'
import forceAtlas2Module from 'graphology-layout-forceatlas2'

// Their types say that the function is `default` of what Node gives; Node gives the function itself.
const louvain = louvainModule as unknown as typeof louvainModule.default
const forceAtlas2 = forceAtlas2Module as unknown as typeof forceAtlas2Module.default

/** Corners by number; `ties` of two numbers and a strength, each pair once. `from`: where a corner stood before, if it did. */
export type Sketch = {
  corners: readonly { x: number | null; y: number | null }[]
  ties: readonly (readonly [number, number, number])[]
}
export type Drawing = { x: number[]; y: number[]; community: number[]; bridge: number[] }

/** Always the same numbers, so that the same network is drawn the same. */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Ways begin from so many corners; from all of them when there are fewer. */
const sampled = 256

/**
 * How much of what passes between others passes by each corner, 0 to 1 of the most: betweenness (Brandes) over shortest ways,
 * from a sample of corners in larger networks.
 */
export function bridgesOf(count: number, ties: Sketch['ties']): number[] {
  const near: number[][] = Array.from({ length: count }, () => [])
  for (const [a, b] of ties) {
    near[a]?.push(b)
    near[b]?.push(a)
  }
  const random = seeded(count)
  const starts = Array.from({ length: count }, (_, n) => n)
  const used = Math.min(count, sampled)
  for (let n = 0; n < used; n += 1) {
    const other = n + Math.floor(random() * (count - n))
    ;[starts[n], starts[other]] = [starts[other] ?? n, starts[n] ?? other]
  }
  const passed = new Float64Array(count)
  const far = new Int32Array(count)
  const ways = new Float64Array(count)
  const share = new Float64Array(count)
  for (const start of starts.slice(0, used)) {
    far.fill(-1)
    ways.fill(0)
    share.fill(0)
    far[start] = 0
    ways[start] = 1
    const order = [start]
    for (let at = 0; at < order.length; at += 1) {
      const here = order[at] ?? 0
      for (const next of near[here] ?? []) {
        if (far[next] === -1) {
          far[next] = (far[here] ?? 0) + 1
          order.push(next)
        }
        if (far[next] === (far[here] ?? 0) + 1) ways[next] = (ways[next] ?? 0) + (ways[here] ?? 0)
      }
    }
    for (let at = order.length - 1; at > 0; at -= 1) {
      const here = order[at] ?? 0
      for (const before of near[here] ?? [])
        if (far[before] === (far[here] ?? 0) - 1)
          share[before] = (share[before] ?? 0) + ((ways[before] ?? 0) / (ways[here] || 1)) * (1 + (share[here] ?? 0))
      passed[here] = (passed[here] ?? 0) + (share[here] ?? 0)
    }
  }
  const most = Math.max(1, ...passed)
  return Array.from(passed, one => one / most)
}

/** Communities (Louvain), bridges and places (ForceAtlas2) of a network; minutes of work at most, so never where others wait. */
export function draw({ corners, ties }: Sketch): Drawing {
  const random = seeded(1)
  const graph = new UndirectedGraph()
  for (const n of corners.keys()) graph.addNode(n)
  for (const [a, b, weight] of ties) if (a !== b && !graph.hasEdge(a, b)) graph.addEdge(a, b, { weight })
  const found = graph.size > 0 ? louvain(graph, { getEdgeWeight: 'weight', rng: random }) : {}
  // Communities begin apart from each other, on a spiral, their people around its point: the forces have little left to do.
  const apart = Math.sqrt(corners.length) * 6
  for (const [n, { x, y }] of corners.entries()) {
    const community = Number(found[n] ?? n)
    const [turn, out] = [community * 2.399_963, Math.sqrt(community + 0.5) * apart * 0.3]
    const [angle, away] = [random() * 2 * Math.PI, Math.sqrt(random()) * apart * 0.3]
    graph.setNodeAttribute(n, 'x', x ?? Math.cos(turn) * out + Math.cos(angle) * away)
    graph.setNodeAttribute(n, 'y', y ?? Math.sin(turn) * out + Math.sin(angle) * away)
  }
  const settled = corners.filter(one => one.x !== null).length > corners.length * 0.8
  const iterations = (settled ? 0.3 : 1) * (corners.length > 3_000 ? 50 : 400)
  if (corners.length > 1)
    forceAtlas2.assign(graph, {
      iterations: Math.round(iterations),
      getEdgeWeight: 'weight',
      settings: {
        ...forceAtlas2.inferSettings(graph),
        barnesHutOptimize: corners.length > 500,
        gravity: 2,
        edgeWeightInfluence: 0.5,
        scalingRatio: 40,
        strongGravityMode: false,
      },
    })
  const drawing: Drawing = { x: [], y: [], community: [], bridge: bridgesOf(corners.length, ties) }
  graph.forEachNode((node, { x, y }) => {
    drawing.x.push(Number(x))
    drawing.y.push(Number(y))
    drawing.community.push(found[node] ?? Number(node))
  })
  return drawing
}
