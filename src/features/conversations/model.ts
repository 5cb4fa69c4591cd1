import { minuteMs, secondMs } from '#kernel/clock.ts'

/**
 * Where an outgoing message stands. queued → sending → accepted → delivered → read, or later (the network asked for a pause),
 * refused, cancelled, or unknown: it may have arrived, and a person decides.
 */
export const deliveries = [
  'queued',
  'sending',
  'later',
  'unknown',
  'refused',
  'cancelled',
  'accepted',
  'delivered',
  'read',
  'received',
] as const
export type Delivery = (typeof deliveries)[number]

const proven = ['accepted', 'delivered', 'read'] as const

/**
 * News of a message: a proof of arrival never goes back, and anything not proven gives way to a proof. Taken by the network is no
 * arrival: a mail that comes back is refused, and a copy of it seen later proves nothing.
 */
export function laterDelivery(current: Delivery, news: Delivery): Delivery {
  const rank = (state: Delivery) => (proven as readonly string[]).indexOf(state)
  if (current === 'received') return current
  if (news === 'refused') return current === 'delivered' || current === 'read' ? current : news
  if (current === 'refused' && news === 'accepted') return current
  return rank(news) > rank(current) || rank(current) === -1 ? news : current
}

export const outboxLimits = {
  /** A send waits this long for `z`. */
  undoMs: 5 * secondMs,
  /** Within this time of their last message it is a live exchange: no waiting. */
  liveExchangeMs: 5 * minuteMs,
  maxTextCodePoints: 20_000,
  /** So many are claimed by one transaction, and so many may be on their way over one connection. */
  perTurn: 250,
  underWay: 500,
  /** Another node may take a connection over after this long without a renewal. */
  leaseMs: 15 * secondMs,
  renewMs: 5 * secondMs,
} as const

/** Why nothing can be written over a way now. `they-first`: on that tool only they can begin. */
export const unableReasons = ['removed', 'paused', 'needs-you', 'they-first'] as const
export type Unable = (typeof unableReasons)[number]

/** What speaks for writing over one way to a person rather than another. */
export type Way = {
  unable: Unable | null
  lastInAt: Date | null
  lastAt: Date | null
  presence: 'online' | 'away' | 'off'
  mine: boolean
}

/** The best first: what works, then where they spoke last, where we did, who is online there, and our own account. */
export function compareWays(a: Way, b: Way): number {
  const time = (at: Date | null) => at?.getTime() ?? 0
  const here = { online: 2, away: 1, off: 0 } as const
  return (
    Number(a.unable !== null) - Number(b.unable !== null) ||
    time(b.lastInAt) - time(a.lastInAt) ||
    time(b.lastAt) - time(a.lastAt) ||
    here[b.presence] - here[a.presence] ||
    Number(b.mine) - Number(a.mine)
  )
}

/** How long a send waits, so that it can be taken back. */
export function undoDelayMs(lastInAt: Date | undefined, now: Date): number {
  const live = lastInAt !== undefined && now.getTime() - lastInAt.getTime() <= outboxLimits.liveExchangeMs
  return live ? 0 : outboxLimits.undoMs
}

/** The line under a name in the inbox: first line, cut at a word. */
export function previewOf(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  if (line.length <= 120) return line
  const cut = line.slice(0, 119)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 80))}…`
}
