import { dayMs } from '#kernel/clock.ts'

/** How two people are known to know each other; the strongest kind first. */
export const tieKinds = [
  'met',
  'talk',
  'introduction',
  'referral',
  'said',
  'endorsement',
  'room',
  'public',
  'thread',
  'mention',
  'link',
  'contact',
  'group',
] as const
export type TieKind = (typeof tieKinds)[number]

type Measure = {
  /** The most that this kind alone can say, of 1. */
  weight: number
  /** After so many days without more of it, half as much. */
  halfDays: number
  /** Said again and again it says more; else once is enough. */
  grows: boolean
}

/** A fact stays a fact for years; talk fades within one. */
const [fact, talk] = [
  { halfDays: 1_460, grows: false },
  { halfDays: 365, grows: true },
]
export const measures: Readonly<Record<TieKind, Measure>> = {
  met: { weight: 0.9, ...fact },
  talk: { weight: 0.9, ...talk },
  introduction: { weight: 0.8, ...fact },
  referral: { weight: 0.8, ...fact },
  said: { weight: 0.8, ...fact },
  endorsement: { weight: 0.6, ...fact },
  room: { weight: 0.6, ...talk },
  public: { weight: 0.5, ...talk },
  thread: { weight: 0.45, ...talk },
  mention: { weight: 0.45, ...talk },
  link: { weight: 0.4, ...talk },
  contact: { weight: 0.35, ...fact },
  group: { weight: 0.15, ...talk },
}

/** Of growing kinds: each month of the last twelve in which there was some adds this share of what is missing. */
export const monthAdds = 0.35
/** Of growing kinds, when only one of the two ever did it. */
export const oneWay = 0.6

/** One kind of tie of a pair, both directions together. `months`: ring of bits, see `monthBit`. */
export type Tie = {
  kind: TieKind
  events: number
  back: number
  months: number
  lastAt: Date
}

const ring = 24
const monthOf = (at: Date) => at.getUTCFullYear() * 12 + at.getUTCMonth()
/** The bit of a month. Only months of the last twelve are kept, so a ring of 24 never confuses two. */
export const monthBit = (at: Date): number => 1 << (monthOf(at) % ring)

/** How many of the last `last` months, this one included, had something. */
export function monthsIn(months: number, last: number, now: Date): number {
  let count = 0
  for (let ago = 0; ago < last; ago += 1) if (months & (1 << ((monthOf(now) - ago) % ring))) count += 1
  return count
}

export const isMutual = ({ events, back }: Pick<Tie, 'events' | 'back'>) => events > 0 && back > 0

/** Recency × depth × reciprocity of one kind, from 0 to its weight. The store's SQL says the same (`store/strength.ts`). */
export function strengthOf(tie: Tie, now: Date): number {
  const { weight, halfDays, grows } = measures[tie.kind]
  const days = Math.max(0, (now.getTime() - tie.lastAt.getTime()) / dayMs)
  const recency = 0.5 ** (days / halfDays)
  if (!grows) return weight * recency
  const depth = 1 - (1 - monthAdds) ** Math.max(1, monthsIn(tie.months, 12, now))
  return weight * recency * depth * (isMutual(tie) ? 1 : oneWay)
}

/** Of all kinds of one pair: as if each were a chance of its own that they know each other. */
export const together = (strengths: readonly number[]): number =>
  1 - strengths.reduce((none, one) => none * (1 - one), 1)

/** Strong, fair, weak: what the screen says and draws instead of a number. */
export type Grade = 'strong' | 'fair' | 'weak'
export const grades = ['strong', 'fair', 'weak'] as const
export const gradeOf = (strength: number): Grade => (strength >= 0.5 ? 'strong' : strength >= 0.2 ? 'fair' : 'weak')
