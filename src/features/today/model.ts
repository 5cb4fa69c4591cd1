import { aheadOfUtc, dayMs } from '#kernel/clock.ts'
import type { PersonId } from '#kernel/ids.ts'

export { type WeekReason, weekReasons } from './model/week.ts'

/** Sections of the page, the most urgent first. */
export const sections = [
  'waiting',
  'online',
  'planned',
  'read',
  'invite',
  'introduce',
  'interested',
  'jobs',
  'warm',
  'groups',
] as const
export type SectionId = (typeof sections)[number]

/** Why somebody stands here today; the screen says it in its language. */
export const because = [
  'pool',
  'rhythm',
  'news',
  'our-post',
  'new-job',
  'planned',
  'come-back',
  'give-first',
  'week',
  'group-question',
  'group-new',
  'group-away',
  'group-never',
] as const
export type Because = { code: (typeof because)[number]; text: string | null; count: number | null }

/** About how long each step takes, in minutes; a reading takes as long as its text. */
const stepMinutes: Readonly<Record<string, number>> = {
  reply: 3,
  invite: 2,
  introduce: 4,
  talk: 5,
  'talk-work': 6,
  engage: 4,
  write: 8,
  'keep-warm': 4,
  visit: 15,
}

export function minutesOf(step: string, readingMinutes?: number): number {
  return readingMinutes ?? stepMinutes[step] ?? 3
}

/** Each person once: in the first section that has them, which is the most urgent. */
export function eachOnce<T extends { person: PersonId | null }>(sections: readonly (readonly T[])[]): T[][] {
  const seen = new Set<PersonId>()
  return sections.map(section =>
    section.filter(item => {
      if (item.person === null) return true
      if (seen.has(item.person)) return false
      seen.add(item.person)
      return true
    }),
  )
}

const worthDoingNow = new Set(['reply', 'invite', 'introduce', 'talk', 'talk-work'])

/** Being online is a reason only for a step that needs them there. */
export const isForNow = (step: string) => worthDoingNow.has(step)

/** A zone that is unknown counts as UTC. */
export const zoneOr = (timezone: string) => (isZone(timezone) ? timezone : 'UTC')

/** The calendar day there, and its place in the week: 1 is Monday. A zone that is unknown counts as UTC. */
export function dayIn(timezone: string, now: Date): { on: string; weekday: number } {
  const on = new Intl.DateTimeFormat('en-CA', {
    timeZone: zoneOr(timezone),
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(now)
  return { on, weekday: ((new Date(`${on}T12:00:00Z`).getUTCDay() + 6) % 7) + 1 }
}

/** The instant at which Monday began there. A zone that is unknown counts as UTC. */
export function weekBegan(timezone: string, now: Date): Date {
  const { on, weekday } = dayIn(timezone, now)
  const clock = Date.parse(`${on}T00:00:00Z`) - (weekday - 1) * dayMs
  const zone = zoneOr(timezone)
  // The second look is for weeks in which the clocks were changed.
  const near = clock - aheadOfUtc(zone, clock)
  return new Date(clock - aheadOfUtc(zone, near))
}

function isZone(timezone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: timezone }).format(0) !== ''
  } catch {
    return false
  }
}
