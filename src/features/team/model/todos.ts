import { dayMs } from '#kernel/clock.ts'

export const todoLimits = { textLength: 500, pageSize: 100, aheadMs: 2 * 365 * dayMs } as const

export const dueGroups = ['overdue', 'today', 'week', 'later', 'some-day'] as const
export type DueGroup = (typeof dueGroups)[number]

/** Calendar days as `2026-11-30`; `week` is the six days after today. */
export function dueGroup(dueOn: string | null, today: string): DueGroup {
  if (dueOn === null) return 'some-day'
  if (dueOn < today) return 'overdue'
  if (dueOn === today) return 'today'
  return dueOn <= daysAfter(today, 6) ? 'week' : 'later'
}

/** Counted on the calendar, so that a day of 23 or 25 hours is one day too. */
export function daysAfter(day: string, days: number): string {
  const at = new Date(`${day}T12:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}
