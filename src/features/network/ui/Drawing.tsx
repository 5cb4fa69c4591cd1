import type { UndirectedGraph } from 'graphology'
import { useEffect, useMemo, useRef, useState } from 'react'
import Sigma from 'sigma'
import { sdfCircle, sdfDiamond, sdfSquare } from 'sigma/rendering'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { type Corner, cornerLook, cornersOf, drawTies, type Edge, placeOf, readLook, styles } from './drawing-look.ts'
import { moveAlong } from './move-along.ts'
import type { Network, Shown } from './select.ts'
import { inOrder, tiesDrawn, tiesInView } from './ties-in-view.ts'

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
/** So long the drawing has to stand still before other ties are drawn. */
const restMs = 250

type Box = { left: number; top: number; width: number; height: number }
const boxOf = (at: HTMLElement): Box => ({
  left: at.offsetLeft,
  top: at.offsetTop,
  width: at.offsetWidth,
  height: at.offsetHeight,
})
const overlaps = (one: Box, other: Box) =>
  one.left < other.left + other.width &&
  other.left < one.left + one.width &&
  one.top < other.top + other.height &&
  other.top < one.top + one.height

/** Undefined when it is everybody. */
function peopleInView(sigma: Sigma<Corner, Edge>, network: Network): ReadonlySet<number> | undefined {
  const { width, height } = sigma.getDimensions()
  const corners = [0, width].flatMap(x => [0, height].map(y => sigma.viewportToGraph({ x, y })))
  const [left, right] = [Math.min(...corners.map(one => one.x)), Math.max(...corners.map(one => one.x))]
  const [top, bottom] = [Math.min(...corners.map(one => one.y)), Math.max(...corners.map(one => one.y))]
  const seen = new Set<number>()
  for (const [n, { x, y }] of network.people.entries())
    if (x >= left && x <= right && y >= top && y <= bottom) seen.add(n)
  return seen.size === network.people.length ? undefined : seen
}

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
  const noteBox = useRef<HTMLParagraphElement>(null)
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
    const graph = cornersOf(look, network, shown, at)
    drawTies(graph, look, tiesInView(network, inOrder(shown), undefined, at))
    painted.current = { shown, focus, theme }
    try {
      const sigma = new Sigma<Corner, Edge>(graph, box.current, {
        settings: {
          itemSizesReference: 'screen',
          antialiasEdges: network.ties.length <= tiesDrawn,
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
      const canvas = box.current.querySelector('canvas')
      const letGo = canvas ? moveAlong(sigma, canvas, restMs) : undefined
      return () => {
        letGo?.()
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
    graph.updateEachEdgeAttributes((_, old) => ({ ...old, color: look.tie }), { attributes: ['color'] })
  }, [network, shown, focus, theme])

  // Where there are too many ties to read, those of whoever is in view are drawn, strongest first.
  const ordered = useMemo(() => inOrder(shown), [shown])
  useEffect(() => {
    const sigma = drawn.current
    if (!sigma || !box.current) return
    const look = readLook(box.current)
    const at = placeOf(network, focus)
    const graph = sigma.getGraph() as UndirectedGraph<Corner, Edge>
    let timer: ReturnType<typeof setTimeout> | undefined
    const draw = () => drawTies(graph, look, tiesInView(network, ordered, peopleInView(sigma, network), at))
    draw()
    if (ordered.length <= tiesDrawn) return
    const rested = () => {
      clearTimeout(timer)
      timer = setTimeout(draw, restMs)
    }
    sigma.getCamera().on('updated', rested)
    return () => {
      clearTimeout(timer)
      sigma.getCamera().off('updated', rested)
    }
  }, [network, ordered, focus])

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
      const size = { width: label.offsetWidth, height: label.offsetHeight }
      return [{ label, size, x: sum.x / own.length, y: Math.max(...own.map(one => one.y)) }]
    })
    const place = () => {
      const taken: Box[] = noteBox.current ? [boxOf(noteBox.current)] : []
      for (const { label, size, x, y } of centres) {
        const at = sigma.graphToViewport({ x, y })
        const box = { left: Math.round(at.x - size.width / 2), top: Math.round(at.y - size.height * 1.5), ...size }
        label.style.transform = `translate(${box.left}px, ${box.top}px)`
        // The larger community keeps its name; the other's is there again when they are further apart.
        const free = !taken.some(other => overlaps(box, other))
        label.style.visibility = free ? 'visible' : 'hidden'
        if (free) taken.push(box)
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
      {shown.ties.size > tiesDrawn && (
        <p ref={noteBox} className="n-strongest k-meta">
          {t('drawing.strongest', { drawn: tiesDrawn, ties: shown.ties.size })}
        </p>
      )}
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
