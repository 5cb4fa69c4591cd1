import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { meQuery } from '#web/api/me.ts'
import { liveRules } from '#web/features.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Strip } from '#web/kit/States.tsx'
import { type LiveHandlers, type LiveState, openLive } from './client.ts'

type Listener = (kind: string, payload: unknown) => void
type Line = { state: LiveState; events: Set<Listener>; signals: Set<Listener> }

const LiveContext = createContext<Line>({ state: { kind: 'connecting' }, events: new Set(), signals: new Set() })

const sleptMs = 15_000
const tickMs = 5_000
/** A page that was not touched for this long has nobody before it. */
const touchedMs = 60_000
const touches = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

/** Holds the line while someone is signed in; events make the cached answers stale that the features' rules name. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient()
  const [state, setState] = useState<LiveState>({ kind: 'connecting' })
  const [events] = useState(() => new Set<Listener>())
  const [signals] = useState(() => new Set<Listener>())

  useEffect(() => {
    const { protocol, host } = window.location
    let touched = Date.now()
    const touch = () => {
      touched = Date.now()
    }
    for (const kind of touches) window.addEventListener(kind, touch, { passive: true })
    const handlers: LiveHandlers = {
      onState: setState,
      isAwake: () => document.visibilityState === 'visible' && Date.now() - touched < touchedMs,
      onReset: () => void queries.invalidateQueries(),
      onSignal: (kind, payload) => {
        for (const listener of signals) listener(kind, payload)
      },
      onEvent: (kind, payload) => {
        for (const rule of liveRules(kind))
          for (const queryKey of rule(payload)) void queries.invalidateQueries({ queryKey })
        for (const listener of events) listener(kind, payload)
      },
    }
    const from = queries.getQueryData(meQuery.queryKey)?.live
    const line = openLive(`${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}/api/v1/live`, handlers, from)
    let last = Date.now()
    const clock = setInterval(() => {
      const now = Date.now()
      if (now - last > sleptMs + tickMs) line.wake()
      last = now
    }, tickMs)
    window.addEventListener('online', line.wake)
    return () => {
      clearInterval(clock)
      window.removeEventListener('online', line.wake)
      for (const kind of touches) window.removeEventListener(kind, touch)
      line.close()
    }
  }, [queries, events, signals])

  return <LiveContext value={{ state, events, signals }}>{children}</LiveContext>
}

export function useLiveState(): LiveState {
  return useContext(LiveContext).state
}

/** Signals are not kept by the server: presence, typing. Events are: use them for what must be spoken or moved at once. */
export function useLive(sort: 'event' | 'signal', listener: Listener): void {
  const line = useContext(LiveContext)
  const latest = useRef(listener)
  latest.current = listener
  const set = sort === 'event' ? line.events : line.signals
  useEffect(() => {
    const own: Listener = (kind, payload) => latest.current(kind, payload)
    set.add(own)
    return () => {
      set.delete(own)
    }
  }, [set])
}

/** "Offline since 14:02. Writing works; 3 messages wait." */
export function OfflineStrip({ state, waiting = 0 }: { state: LiveState; waiting?: number }) {
  const t = useText('shell')
  const { formats } = useLanguage()
  if (state.kind === 'behind') return <Strip tone="info">{t('live.behind')}</Strip>
  if (state.kind !== 'offline') return null
  const since = new Intl.DateTimeFormat(formats, { timeStyle: 'short' }).format(state.since)
  return (
    <Strip tone="warn">
      {t('live.offline', { since })} {waiting > 0 ? t('live.waiting', { count: waiting }) : t('live.writing')}
    </Strip>
  )
}
