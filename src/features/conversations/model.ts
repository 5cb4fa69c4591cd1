import { dayMs, minuteMs, secondMs } from '#kernel/clock.ts'

export { type ChannelFit, type FitReason, judgeChannels, type ToolFacts, type ToolFit } from './model/channel-fit.ts'
export { isAsked, withoutGranted } from './model/grants.ts'
export { type DayPart, dayParts } from './model/habit.ts'
export { type LabelColour, labelColours, labelLimits } from './model/labels.ts'
export { type NoticeKind, noticeKinds } from './model/notices.ts'
export { tellsPresence } from './model/presence.ts'
export {
  fillIn,
  firstNameOf,
  type KnownVariable,
  knownVariables,
  unfilledIn,
  variablesIn,
} from './model/saved-reply.ts'
export {
  applyChange,
  inverseOf,
  organiseLimits,
  type Snooze,
  type Standing,
  type StandingChange,
  snoozeKinds,
  type WakeReason,
  wakeReasons,
  wakesAt,
} from './model/standing.ts'

export {
  aroundSlot,
  type FilledIn,
  type FreeText,
  fillTemplate,
  isClosed,
  missingSlot,
  slotValue,
  templateLimits,
} from './model/template.ts'

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
  /** An unclear send is repeated after this long, on networks that take the same message only once. */
  askAgainMs: 5 * secondMs,
  /** So many are claimed by one transaction, and so many may be on their way over one connection. */
  perTurn: 250,
  underWay: 500,
  /** Another node may take a connection over after this long without a renewal. */
  leaseMs: 15 * secondMs,
  renewMs: 5 * secondMs,
} as const

/** What we change about a message that was sent. */
export const changeKinds = ['edit', 'retract', 'react'] as const
export type ChangeKind = (typeof changeKinds)[number]
export const changeStates = ['queued', 'sending', 'later', 'unknown', 'refused', 'accepted', 'cancelled'] as const
export type ChangeState = (typeof changeStates)[number]

/** What a network lets us do with messages of one conversation. `0` ms: at any age. */
export type Abilities = {
  reply: boolean
  react: boolean
  edit: { can: boolean; maxAgeMs: number }
  retract: { can: boolean; maxAgeMs: number }
}

/** Why something can't be done with a message; `network`: its tool has no such thing. */
export type WhyNot = 'network' | 'too-old' | 'not-ours' | 'not-sent' | 'taken-back'

type Sent = { own: boolean; kind: string; delivery: Delivery; sentAt: Date; retracted: boolean; byHand: boolean }

/** Undefined: it can be done now. The same answer stands in the menu and behind the server's refusal. */
export function whyNot(
  act: ChangeKind | 'reply',
  message: Sent,
  abilities: Abilities | undefined,
  now: Date,
): WhyNot | undefined {
  if (message.retracted) return 'taken-back'
  const age = now.getTime() - message.sentAt.getTime()
  const arrived = !message.own || ['accepted', 'delivered', 'read'].includes(message.delivery)
  if (!abilities || message.byHand || message.kind !== 'text') return 'network'
  if (act === 'reply' || act === 'react') {
    if (!abilities[act]) return 'network'
    return arrived ? undefined : 'not-sent'
  }
  if (!message.own) return 'not-ours'
  if (!abilities[act].can) return 'network'
  if (!arrived) return 'not-sent'
  return abilities[act].maxAgeMs > 0 && age > abilities[act].maxAgeMs ? 'too-old' : undefined
}

/**
 * Rules about when and whether to write at all were judged when the message was sent; a correction is judged by what it says now.
 */
const aboutWriting = new Set([
  'too-soon',
  'too-often',
  'quiet-hours',
  'message-before-connected',
  'invite-before-acknowledged',
  'nothing-read',
  'reading-not-shown',
  'no-introduction',
  'window-closed',
])
export const isAboutWords = (code: string): boolean => !aboutWriting.has(code)

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
  /** How well its tool suits them; see channel-fit.ts. */
  fit: number
}

/** So long after their last words we go on where they spoke. */
export const goOnForMs = 14 * dayMs

/**
 * The best first: what works, then where they spoke lately, then the tool that suits them, where they spoke at all, where we did, who is
 * online there, and our own account.
 */
export function compareWays(a: Way, b: Way, now: Date): number {
  const time = (at: Date | null) => at?.getTime() ?? 0
  const lately = (at: Date | null) => (at && now.getTime() - at.getTime() <= goOnForMs ? at.getTime() : 0)
  const here = { online: 2, away: 1, off: 0 } as const
  return (
    Number(a.unable !== null) - Number(b.unable !== null) ||
    lately(b.lastInAt) - lately(a.lastInAt) ||
    b.fit - a.fit ||
    time(b.lastInAt) - time(a.lastInAt) ||
    time(b.lastAt) - time(a.lastAt) ||
    here[b.presence] - here[a.presence] ||
    Number(b.mine) - Number(a.mine)
  )
}

export const fileLimits = {
  /** Of one file to send, whatever its network would take. */
  maxBytes: 25 * 1024 * 1024,
  maxFetchBytes: 100 * 1024 * 1024,
  maxPictureBytes: 20 * 1024 * 1024,
  /** What was put to a message and never sent is forgotten. */
  unsentDays: 7,
} as const

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

/** Whose posts tell our share of promotion in a room; of fewer than `leastPosts` it is not known. */
export const roomShare = { days: 90, leastPosts: 5, mostPosts: 100 } as const
