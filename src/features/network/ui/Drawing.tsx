import { UndirectedGraph } from 'graphology'
import { useEffect, useRef, useState } from 'react'
import Sigma from 'sigma'
import { sdfCircle, sdfDiamond, sdfSquare } from 'sigma/rendering'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { readStage } from '#web/kit/stages.ts'
import { gradeOf } from '../model.ts'
import type { Network, Shown } from './select.ts'
import { shapeOf } from './select.ts'

type Corner = {
  x: number
  y: number
  size: number
  color: string
  label: string
  shape: string
  zIndex: number
  labels: 'auto' | 'visible' | 'hidden'
}
type Edge = { size: number; color: string; shown: 'visible' | 'hidden' }
type Look = ReturnType<typeof readLook>

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
function readLook(at: HTMLElement) {
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
const cornerLook = (look: Look, network: Network, shown: Shown, at: number, n: number) => {
  const one = network.people[n]
  const seen = shown.people.has(n)
  return {
    color: seen ? (look.stages.get(one?.stage ?? '') ?? look.text) : look.line,
    label: seen ? (one?.name ?? '') : '',
    zIndex: n === at ? 3 : seen ? 2 : 0,
    labels: n === at || (at >= 0 && seen) ? ('visible' as const) : ('auto' as const),
  }
}
const edgeLook = (look: Look, seen: boolean) => ({
  color: look.tie,
  shown: seen ? ('visible' as const) : ('hidden' as const),
})
const placeOf = (network: Network, focus: string | undefined) =>
  focus === undefined ? -1 : network.people.findIndex(one => one.id === focus)

/** Changes when the theme does. */
function useTheme(): number {
  const [turns, setTurns] = useState(0)
  useEffect(() => {
    const turn = () => setTurns(before => before + 1)
    const system = window.matchMedia('(prefers-color-scheme: dark)')
    const root = new MutationObserver(turn)
    root.observe(document.documentElement, { attributes: true })
    system.addEventListener('change', turn)
    return () => {
      root.disconnect()
      system.removeEventListener('change', turn)
    }
  }, [])
  return turns
}

const still = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches
const [stepPx, zoomBy, nearRatio] = [80, 1.5, 0.25]
/** With so many ties they are left out while the drawing is moved. */
const manyTies = 6_000
/** Of so many people each is drawn smaller. */
const manyPeople = 1_500

/** The network on a canvas. Everything in it is in the list as well, which is what a screen reader is led to. */
export function Drawing(props: {
  network: Network
  shown: Shown
  focus: string | undefined
  onFocus: (person: string | undefined) => void
  communities: readonly { number: number; name: string }[]
}) {
  const { network, shown, focus, onFocus, communities } = props
  const t = useText('network')
  const box = useRef<HTMLDivElement>(null)
  const names = useRef<HTMLDivElement>(null)
  const drawn = useRef<Sigma<Corner, Edge>>(undefined)
  const chosen = useRef(onFocus)
  chosen.current = onFocus
  const [broken, setBroken] = useState(false)
  const theme = useTheme()
  const painted = useRef<{ shown: Shown; focus: string | undefined; theme: number }>({ shown, focus, theme })

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown changes below, without making the drawing anew
  useEffect(() => {
    if (!box.current) return
    const look = readLook(box.current)
    const at = placeOf(network, focus)
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
    for (const tie of network.ties)
      graph.addEdgeWithKey(`${tie.a}-${tie.b}`, tie.a, tie.b, {
        size: { strong: 2.2, fair: 1.2, weak: 0.6 }[gradeOf(tie.strength)],
        ...edgeLook(look, shown.ties.has(tie)),
      })
    painted.current = { shown, focus, theme }
    try {
      const sigma = new Sigma<Corner, Edge>(graph, box.current, {
        settings: {
          itemSizesReference: 'screen',
          hideEdgesOnMove: network.ties.length > manyTies,
          antialiasEdges: network.ties.length <= manyTies,
          labelDensity: 0.4,
          labelGridCellSize: 120,
          labelRenderedSizeThreshold: 5,
          minCameraRatio: 0.02,
          maxCameraRatio: 3,
          allowInvalidContainer: true,
        },
        primitives: { nodes: { shapes: [sdfCircle(), sdfDiamond(), sdfSquare()] } },
        styles: styles(look),
      } as unknown as ConstructorParameters<typeof Sigma<Corner, Edge>>[2])
      sigma.on('clickNode', ({ node }) => chosen.current(network.people[Number(node)]?.id))
      sigma.on('clickStage', () => chosen.current(undefined))
      drawn.current = sigma
      return () => {
        drawn.current = undefined
        sigma.kill()
      }
    } catch {
      // No WebGL here: the list has everything.
      setBroken(true)
      return
    }
  }, [network])

  useEffect(() => {
    const sigma = drawn.current
    const before = painted.current
    const same = before.shown === shown && before.focus === focus && before.theme === theme
    if (!sigma || !box.current || same) return
    painted.current = { shown, focus, theme }
    const look = readLook(box.current)
    const at = placeOf(network, focus)
    const graph = sigma.getGraph()
    graph.updateEachNodeAttributes((node, old) => ({
      ...old,
      ...cornerLook(look, network, shown, at, Number(node)),
    }))
    const ties = new Set([...shown.ties].map(tie => `${tie.a}-${tie.b}`))
    graph.updateEachEdgeAttributes((edge, old) => ({ ...old, ...edgeLook(look, ties.has(edge)) }), {
      attributes: ['color', 'shown'],
    })
  }, [network, shown, focus, theme])

  useEffect(() => {
    const sigma = drawn.current
    const at = placeOf(network, focus)
    const place = at < 0 ? undefined : sigma?.getNodeDisplayData(String(at))
    if (!sigma || !place) return
    const to = { x: place.x, y: place.y, ratio: Math.min(sigma.getCamera().getState().ratio, nearRatio) }
    if (still()) sigma.getCamera().setState(to)
    else void sigma.getCamera().animate(to, { duration: 300 })
  }, [network, focus])

  // Names of communities stand over the drawing and go with it.
  useEffect(() => {
    const sigma = drawn.current
    const layer = names.current
    if (!sigma || !layer) return
    const centres = communities.flatMap(({ number, name }) => {
      const own = network.people.filter(one => one.community === number)
      if (own.length === 0) return []
      const sum = own.reduce((all, one) => ({ x: all.x + one.x, y: all.y + one.y }), { x: 0, y: 0 })
      const label = document.createElement('span')
      label.textContent = name
      layer.append(label)
      return [{ label, x: sum.x / own.length, y: Math.max(...own.map(one => one.y)) }]
    })
    const place = () => {
      for (const { label, x, y } of centres) {
        const at = sigma.graphToViewport({ x, y })
        label.style.transform = `translate(${Math.round(at.x)}px, ${Math.round(at.y)}px) translate(-50%, -150%)`
      }
    }
    place()
    sigma.on('afterRender', place)
    return () => {
      sigma.off('afterRender', place)
      layer.replaceChildren()
    }
  }, [network, communities])

  const zoom = (by: number) => {
    const camera = drawn.current?.getCamera()
    if (camera) camera.setState({ ratio: Math.min(3, Math.max(0.02, camera.getState().ratio * by)) })
  }
  const whole = () => drawn.current?.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1 })
  const pan = (x: number, y: number) => {
    const camera = drawn.current?.getCamera()
    if (!camera || !box.current) return
    const state = camera.getState()
    const step = (stepPx / Math.max(1, box.current.clientWidth)) * state.ratio
    camera.setState({ x: state.x + x * step, y: state.y + y * step })
  }
  const keysHere: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => pan(-1, 0),
    ArrowRight: () => pan(1, 0),
    ArrowUp: () => pan(0, 1),
    ArrowDown: () => pan(0, -1),
    '+': () => zoom(1 / zoomBy),
    '-': () => zoom(zoomBy),
    '0': whole,
    Escape: () => onFocus(undefined),
  }
  if (broken) return <p className="n-broken">{t('drawing.no-webgl')}</p>
  return (
    <div className="n-drawing">
      <div
        ref={box}
        className="n-canvas"
        role="application"
        aria-label={t('drawing.label', { people: shown.people.size, ties: shown.ties.size })}
        aria-describedby="n-drawing-keys"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved by keys
        tabIndex={0}
        onKeyDown={event => {
          const act = keysHere[event.key]
          if (!act || event.ctrlKey || event.metaKey || event.altKey) return
          event.preventDefault()
          event.stopPropagation()
          act()
        }}
      />
      <div ref={names} className="n-names" aria-hidden="true" />
      <span id="n-drawing-keys" className="hush">
        {t('drawing.keys')}
      </span>
      <div className="n-zoom">
        <Button size="row" aria-label={t('drawing.in')} onClick={() => zoom(1 / zoomBy)}>
          +
        </Button>
        <Button size="row" aria-label={t('drawing.out')} onClick={() => zoom(zoomBy)}>
          −
        </Button>
        <Button size="row" onClick={whole}>
          {t('drawing.whole')}
        </Button>
      </div>
    </div>
  )
}

const styles = (look: Look) => ({
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
    visibility: { attribute: 'shown' },
  },
})
