import { UndirectedGraph } from 'graphology'
import { readStage } from '#web/kit/stages.ts'
import { gradeOf } from '../model.ts'
import type { Network, Shown, Tie } from './select.ts'
import { shapeOf } from './select.ts'

export type Corner = {
  x: number
  y: number
  size: number
  color: string
  label: string
  shape: string
  zIndex: number
  labels: 'auto' | 'visible' | 'hidden'
}
export type Edge = { size: number; color: string }
export type Look = ReturnType<typeof readLook>

const stageTokens: Readonly<Record<string, string>> = { 'do-not-contact': 'dnc' }
const stageNames = [
  'found',
  'read',
  'engaged',
  'acknowledged',
  'connected',
  'introduced',
  'interested',
  'candidate',
  'referrer',
  'passive',
  'declined',
  'do-not-contact',
]

/** Tokens as the canvas needs them: it knows no `light-dark()`. */
export function readLook(at: HTMLElement) {
  const probe = document.createElement('span')
  at.append(probe)
  const colour = (token: string) => {
    probe.style.color = `var(--${token})`
    const [r = 0, g = 0, b = 0] =
      getComputedStyle(probe)
        .color.match(/[\d.]+/g)
        ?.map(Number) ?? []
    return `#${[r, g, b].map(one => Math.round(one).toString(16).padStart(2, '0')).join('')}`
  }
  const look = {
    stages: new Map(stageNames.map(stage => [stage, colour(`st-${stageTokens[stage] ?? stage}`)])),
    line: colour('line'),
    tie: colour('control'),
    text: colour('text'),
    surface: colour('surface'),
    accent: colour('accent'),
    font: getComputedStyle(at).fontFamily,
  }
  probe.remove()
  return look
}

/** How a person looks now: faded where the filters leave them out, named where somebody is in hand. */
export const cornerLook = (look: Look, network: Network, shown: Shown, at: number, n: number) => {
  const one = network.people[n]
  const seen = shown.people.has(n)
  return {
    color: seen ? (look.stages.get(one?.stage ?? '') ?? look.text) : look.line,
    label: seen ? (one?.name ?? '') : '',
    zIndex: n === at ? 3 : seen ? 2 : 0,
    labels: n === at || (at >= 0 && seen) ? ('visible' as const) : ('auto' as const),
  }
}
export const placeOf = (network: Network, focus: string | undefined) =>
  focus === undefined ? -1 : network.people.findIndex(one => one.id === focus)

/** Of so many people each is drawn smaller. */
const manyPeople = 1_500

/** Everybody at their place, without ties. */
export function cornersOf(look: Look, network: Network, shown: Shown, at: number): UndirectedGraph<Corner, Edge> {
  const [least, more] = network.people.length > manyPeople ? [1.2, 5] : [3.5, 9]
  const graph = new UndirectedGraph<Corner, Edge>()
  for (const [n, one] of network.people.entries())
    graph.addNode(n, {
      x: one.x,
      y: one.y,
      size: least + more * Math.sqrt(one.bridge),
      shape: shapeOf(readStage(one.stage)),
      ...cornerLook(look, network, shown, at, n),
    })
  return graph
}

/** Draws exactly these ties. Sigma reads everything again for each tie that goes, but once when all go. */
export function drawTies(graph: UndirectedGraph<Corner, Edge>, look: Look, ties: ReadonlySet<Tie>): void {
  const wanted = new Map([...ties].map(tie => [`${tie.a}-${tie.b}`, tie]))
  if (graph.someEdge(edge => !wanted.has(edge))) graph.clearEdges()
  for (const [edge, tie] of wanted)
    if (!graph.hasEdge(edge))
      graph.addEdgeWithKey(edge, tie.a, tie.b, {
        size: { strong: 2.2, fair: 1.2, weak: 0.6 }[gradeOf(tie.strength)],
        color: look.tie,
      })
}

/** How sigma reads them. */
export const styles = (look: Look) => ({
  nodes: {
    x: { attribute: 'x' },
    y: { attribute: 'y' },
    size: { attribute: 'size' },
    color: { attribute: 'color' },
    shape: { attribute: 'shape' },
    label: { attribute: 'label' },
    zIndex: { attribute: 'zIndex' },
    labelColor: look.text,
    labelSize: 12,
    labelFont: look.font,
    labelVisibility: (corner: Corner, state: { isHovered: boolean }) => (state.isHovered ? 'visible' : corner.labels),
    backdropVisibility: (_: Corner, state: { isHovered: boolean }) => (state.isHovered ? 'visible' : 'hidden'),
    backdropColor: look.surface,
    backdropBorderColor: look.accent,
    backdropBorderWidth: 1,
    backdropShadowColor: 'rgba(0, 0, 0, 0.2)',
    backdropShadowBlur: 6,
    backdropPadding: 4,
    cursor: 'pointer',
  },
  edges: {
    size: { attribute: 'size' },
    color: { attribute: 'color' },
    opacity: 0.35,
  },
})
