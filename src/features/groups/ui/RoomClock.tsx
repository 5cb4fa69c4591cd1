import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { fetchJson } from '#web/api/client.ts'

const stepMs = 1_000
const tellEveryMs = 15_000
/** Without a touch for so long nobody is reading; without a letter for so long nobody is writing. */
const inUseMs = 60_000
const writingMs = 15_000

type Place = { conversation: string } | { group: string }

/** A room in the inbox, or an open item of a place. The page of a group itself is bookkeeping. */
export function placeAt(pathname: string, item: unknown): Place | undefined {
  const [, conversation] = /^\/inbox\/([0-9a-f-]{36})$/.exec(pathname) ?? []
  if (conversation) return { conversation }
  const [, group] = /^\/groups\/([0-9a-f-]{36})$/.exec(pathname) ?? []
  return group && typeof item === 'string' ? { group } : undefined
}

/** What this browser found to be no group: its clock stays still. */
const noGroup = new Set<string>()

/** Counts the time that a room, or something read of a place, is in front and in use. Shows nothing. */
export function RoomClock() {
  const { pathname, search } = useLocation()
  const place = placeAt(pathname, Reflect.get(search, 'item'))
  const key = place ? JSON.stringify(place) : ''
  useEffect(() => {
    if (key === '' || noGroup.has(key)) return
    return runClock(key)
  }, [key])
  return null
}

function runClock(key: string): () => void {
  const place: unknown = JSON.parse(key)
  let read = 0
  let talk = 0
  let touched = performance.now()
  let typed = Number.NEGATIVE_INFINITY
  let last = performance.now()
  let told = performance.now()
  const touch = () => {
    touched = performance.now()
  }
  const type = (event: Event) => {
    touch()
    if (event.target instanceof HTMLTextAreaElement) typed = performance.now()
  }
  const tell = (leaving: boolean) => {
    told = performance.now()
    const spent = { readMs: Math.round(read), talkMs: Math.round(talk) }
    if (spent.readMs + spent.talkMs < stepMs) return
    read = 0
    talk = 0
    const body = JSON.stringify({ ...(place as object), ...spent })
    const headers = { 'content-type': 'application/json' }
    fetchJson('/api/v1/groups/time', { method: 'POST', body, headers, keepalive: leaving })
      .then(answer => {
        if (typeof answer !== 'object' || answer === null || Reflect.get(answer, 'counted') !== false) return
        noGroup.add(key)
        stop()
      })
      // A minute that is lost is better than one that is counted twice.
      .catch(() => undefined)
  }
  const timer = setInterval(() => {
    const now = performance.now()
    // A computer that slept was not read on.
    const passed = Math.min(now - last, 2 * stepMs)
    last = now
    if (document.visibilityState === 'visible' && now - touched < inUseMs) {
      if (now - typed < writingMs) talk += passed
      else read += passed
    }
    if (now - told >= tellEveryMs) tell(false)
  }, stepMs)
  const hide = () => {
    if (document.visibilityState === 'hidden') tell(true)
  }
  const touches = ['pointermove', 'pointerdown', 'wheel', 'scroll'] as const
  for (const kind of touches) document.addEventListener(kind, touch, { passive: true, capture: true })
  document.addEventListener('keydown', touch)
  document.addEventListener('input', type)
  document.addEventListener('visibilitychange', hide)
  function stop() {
    clearInterval(timer)
    for (const kind of touches) document.removeEventListener(kind, touch, { capture: true })
    document.removeEventListener('keydown', touch)
    document.removeEventListener('input', type)
    document.removeEventListener('visibilitychange', hide)
  }
  return () => {
    tell(true)
    stop()
  }
}
