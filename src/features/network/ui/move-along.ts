import type Sigma from 'sigma'
import type { Corner, Edge } from './drawing-look.ts'

/** A frame that takes longer than this can't be drawn while something moves. */
const slowMs = 40
/** As far as the picture may be moved or stretched before it is drawn anew all the same. */
const [farShare, stretch] = [0.5, 2.5]

type Place = { x: number; y: number; scale: number }
const home: Place = { x: 0, y: 0, scale: 1 }

/**
 * Where a frame takes long (without a graphics card a large network takes half a second), the picture that stands there moves with the
 * camera, and is drawn anew once camera and pointer have been at rest for `restMs`. Where frames are quick, nothing changes. Gives how to let go of it.
 */
export function moveAlong(sigma: Sigma<Corner, Edge>, canvas: HTMLCanvasElement, restMs: number): () => void {
  const gl = canvas.getContext('webgl2')
  // Sigma has no door between the wish for a frame and the frame; all its wishes pass here.
  const frames = sigma as unknown as { render: () => Sigma<Corner, Edge> }
  const render = frames.render.bind(sigma)
  let tookMs = 0
  let drawnAt = sigma.getCamera().getState()
  let movedAt = Number.NEGATIVE_INFINITY
  /** The pointer passes over people, each of whom would be marked by a frame of its own. */
  let pointedAt = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined
  let over = false

  /** How long the card, or what stands in for it, has been at the frame that was just handed over. */
  const measure = (since: number) => {
    const fence = gl?.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0)
    if (!gl || !fence) return
    gl.flush()
    const look = () => {
      if (over) return
      if (gl.getSyncParameter(fence, gl.SYNC_STATUS) !== gl.SIGNALED) return void requestAnimationFrame(look)
      tookMs = performance.now() - since
      gl.deleteSync(fence)
    }
    requestAnimationFrame(look)
  }

  const place = (): Place => {
    const { width, height } = sigma.getDimensions()
    const [from, to] = [
      { x: 0, y: 0 },
      { x: width, y: height },
    ].map(corner => sigma.graphToViewport(sigma.viewportToGraph(corner, { cameraState: drawnAt })))
    return from && to ? { x: from.x, y: from.y, scale: (to.x - from.x) / width } : home
  }
  const put = ({ x, y, scale }: Place) => {
    canvas.style.transform = `translate(${x}px, ${y}px) scale(${scale})`
  }
  const isFar = ({ x, y, scale }: Place) => {
    const { width, height } = sigma.getDimensions()
    const [across, down] = [x + (width * (scale - 1)) / 2, y + (height * (scale - 1)) / 2]
    const away = Math.abs(across) > width * farShare || Math.abs(down) > height * farShare
    return away || scale > stretch || scale < 1 / stretch
  }

  canvas.style.transformOrigin = '0 0'
  frames.render = () => {
    const since = performance.now()
    if (tookMs > slowMs && since - Math.max(movedAt, pointedAt) < restMs) {
      const moved = place()
      if (!isFar(moved)) {
        put(moved)
        // What stands over the drawing goes with it.
        sigma.emit('afterRender')
        return sigma
      }
    }
    put(home)
    drawnAt = sigma.getCamera().getState()
    render()
    measure(since)
    return sigma
  }
  const atRest = () => {
    clearTimeout(timer)
    timer = setTimeout(() => sigma.scheduleRender(), restMs + 20)
  }
  const noteMove = () => {
    movedAt = performance.now()
    atRest()
  }
  const notePointer = () => {
    if (tookMs <= slowMs) return
    pointedAt = performance.now()
    atRest()
  }
  sigma.getCamera().on('updated', noteMove)
  canvas.parentElement?.addEventListener('pointermove', notePointer)
  return () => {
    over = true
    clearTimeout(timer)
    canvas.parentElement?.removeEventListener('pointermove', notePointer)
    sigma.getCamera().off('updated', noteMove)
  }
}
