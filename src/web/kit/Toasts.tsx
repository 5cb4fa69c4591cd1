import { useSyncExternalStore } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { useKey } from '#web/keyboard/registry.ts'
import { announce } from './Announcer.tsx'
import { Button, CloseButton } from './Button.tsx'
import './states.css'

type Toast = { id: number; words: string; undo: (() => void) | undefined; timer: ReturnType<typeof setTimeout> }

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

/** Says what was done; with `undo` it can be taken back by its button or `z`. At most three stay. */
export function tell(words: string, undo?: () => void): void {
  lastId += 1
  const id = lastId
  for (const old of toasts.slice(0, Math.max(0, toasts.length - 2))) drop(old.id)
  set([...toasts, { id, words, undo, timer: setTimeout(() => drop(id), stayMs) }])
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
  return (
    <section className="k-toasts" aria-label={t('toasts')}>
      {shown.map(toast => (
        <UndoToast
          key={toast.id}
          words={toast.words}
          undo={toast.undo && (() => undoToast(toast))}
          close={() => drop(toast.id)}
        />
      ))}
    </section>
  )
}

function undoToast(toast: Toast): void {
  drop(toast.id)
  toast.undo?.()
}

export function UndoToast({
  words,
  undo,
  close,
}: {
  words: string
  undo?: (() => void) | undefined
  close: () => void
}) {
  const t = useText('shell')
  return (
    <div className="k-toast">
      <span>{words}</span>
      {undo && (
        <Button size="row" look="quiet" aria-keyshortcuts="z" onClick={undo}>
          {t('undo')}
        </Button>
      )}
      <CloseButton onClick={close} />
    </div>
  )
}
