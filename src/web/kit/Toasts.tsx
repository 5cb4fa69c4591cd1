import { type RefObject, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { useKey } from '#web/keyboard/registry.ts'
import { announce } from './Announcer.tsx'
import { Button, CloseButton } from './Button.tsx'
import './states.css'

/** Where what is said leads. */
type Step = { words: string; run: () => void }
type Toast = {
  id: number
  words: string
  undo: (() => void) | undefined
  step: Step | undefined
  timer: ReturnType<typeof setTimeout>
}

const stayMs = 8_000
let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

function set(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

function drop(id: number): void {
  clearTimeout(toasts.find(toast => toast.id === id)?.timer)
  set(toasts.filter(toast => toast.id !== id))
}

/** Says what was done; with `undo` it can be taken back by its button or `z`, with `step` gone on from. At most three stay. */
export function tell(words: string, undo?: () => void, step?: Step): void {
  lastId += 1
  const id = lastId
  for (const old of toasts.slice(0, Math.max(0, toasts.length - 2))) drop(old.id)
  set([...toasts, { id, words, undo, step, timer: setTimeout(() => drop(id), stayMs) }])
  announce(words)
}

/** Undoes the newest thing that can be undone. */
function undoLast(): boolean {
  const last = toasts.findLast(toast => toast.undo)
  if (!last) return false
  drop(last.id)
  last.undo?.()
  return true
}

export function Toasts() {
  const t = useText('shell')
  const shown = useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => toasts,
  )
  useKey('undo', undoLast, { enabled: shown.some(toast => toast.undo) })
  const place = useRef<HTMLElement>(null)
  const floorPx = useFloor(place, shown.length)
  return (
    <section
      ref={place}
      className="k-toasts"
      aria-label={t('toasts')}
      style={floorPx === undefined ? undefined : { insetBlockEnd: floorPx }}
    >
      {shown.map(toast => (
        <UndoToast
          key={toast.id}
          words={toast.words}
          undo={toast.undo && (() => undoToast(toast))}
          step={toast.step && stepOf(toast, toast.step)}
          close={() => drop(toast.id)}
        />
      ))}
    </section>
  )
}

const gapPx = 8

/**
 * Buttons that are needed now and stand at the lower edge (`data-floor`) are never covered: the toasts stand on them. Pixels from
 * the lower edge; undefined: their usual place is free.
 */
function useFloor(place: RefObject<HTMLElement | null>, count: number): number | undefined {
  const [floorPx, setFloorPx] = useState<number>()
  useLayoutEffect(() => {
    if (count === 0) {
      setFloorPx(undefined)
      return
    }
    const measure = () => {
      const heightPx = place.current?.offsetHeight ?? 0
      const zone = window.innerHeight - heightPx - 2 * gapPx - barPx()
      const tops = [...document.querySelectorAll('[data-floor]')]
        .map(each => each.getBoundingClientRect())
        .filter(each => each.height > 0 && each.bottom > zone && each.top < window.innerHeight)
        .map(each => each.top)
      setFloorPx(tops.length === 0 ? undefined : window.innerHeight - Math.min(...tops) + gapPx)
    }
    measure()
    const changes = new MutationObserver(measure)
    changes.observe(document.body, { childList: true, subtree: true })
    window.addEventListener('scroll', measure, true)
    window.addEventListener('resize', measure)
    return () => {
      changes.disconnect()
      window.removeEventListener('scroll', measure, true)
      window.removeEventListener('resize', measure)
    }
  }, [place, count])
  return floorPx
}

/** On a phone the bar with the screens is below them. */
const barPx = () => (window.innerWidth < 700 ? 64 : 16)

const stepOf = (toast: Toast, { words, run }: Step): Step => ({
  words,
  run: () => {
    drop(toast.id)
    run()
  },
})

function undoToast(toast: Toast): void {
  drop(toast.id)
  toast.undo?.()
}

export function UndoToast({
  words,
  undo,
  step,
  close,
}: {
  words: string
  undo?: (() => void) | undefined
  step?: Step | undefined
  close: () => void
}) {
  const t = useText('shell')
  return (
    <div className="k-toast">
      <span>{words}</span>
      {step && (
        <Button size="row" look="quiet" onClick={step.run}>
          {step.words}
        </Button>
      )}
      {undo && (
        <Button size="row" look="quiet" aria-keyshortcuts="z" onClick={undo}>
          {t('undo')}
        </Button>
      )}
      <CloseButton onClick={close} />
    </div>
  )
}
