import { daysAfter } from '../model.ts'

/** The calendar day here: `2026-11-30`. */
export function localDay(at: Date = new Date()): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/** An hour of a calendar day on this clock. */
export const atHour = (day: string, hour: number): Date => new Date(`${day}T${String(hour).padStart(2, '0')}:00:00`)

/** "today", "tomorrow", "Tue" within a week, else "14 Nov", with its year where that is another. */
export function dayWords(day: string, today: string, formats: string): string {
  const at = atHour(day, 12)
  const near = [-1, 0, 1].find(days => daysAfter(today, days) === day)
  if (near !== undefined) return new Intl.RelativeTimeFormat(formats, { numeric: 'auto' }).format(near, 'day')
  if (day > today && day <= daysAfter(today, 6)) return new Intl.DateTimeFormat(formats, { weekday: 'long' }).format(at)
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const)
  return new Intl.DateTimeFormat(formats, { day: 'numeric', month: 'short', ...year }).format(at)
}

/** For a field of the type datetime-local. */
export const localInstant = (at: Date): string =>
  `${localDay(at)}T${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`
