import type { Reason } from '#features/etiquette/model.ts'
import { dayMs, hourMs } from '#kernel/clock.ts'
import { cutSpan } from '#web/kit/verdict/reasons.ts'

/** Takes out all that is marked for one reason: a judgement marks one place at a time, so what is left is judged again. */
export function cutAll(
  text: string,
  reason: Reason,
  judge: (text: string) => readonly Reason[],
): { left: string; taken: readonly string[] } {
  const taken: string[] = []
  let left = text
  let found: Reason | undefined = reason
  while (found?.span) {
    const [start, end]: readonly [number, number] = found.span
    const shorter = cutSpan(left, [start, end])
    if (shorter.length >= left.length) break
    taken.push(left.slice(start, end).trim())
    left = shorter
    found = judge(left).find(({ code, action }) => code === reason.code && action === 'cut')
  }
  return { left, taken }
}

/** The first part goes now; what is too much waits for the next message. */
export function splitAtSpan(text: string, span: readonly [number, number]): { now: string; later: string } {
  const whole = { now: text.slice(0, span[0]).trim(), later: text.slice(span[0]).trim() }
  return whole.now === '' ? { now: text.trim(), later: '' } : whole
}

const partsIn = (at: Date, timeZone: string) => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    weekday: 'short',
  }).formatToParts(at)
  const of = (type: string) => parts.find(part => part.type === type)?.value ?? ''
  return { hour: Number(of('hour')), minute: Number(of('minute')), weekday: of('weekday') }
}

/** The next time a clock in that zone shows the hour, at least a minute from now; daylight saving is heeded. */
export function nextHour(hour: number, now: Date, timeZone: string): Date {
  const start = Math.floor(now.getTime() / (15 * 60_000)) * 15 * 60_000
  for (let at = start; at <= start + dayMs + 2 * hourMs; at += 15 * 60_000) {
    const here = partsIn(new Date(at), timeZone)
    if (here.hour === hour && here.minute === 0 && at > now.getTime() + 60_000) return new Date(at)
  }
  return new Date(now.getTime() + dayMs)
}

export const hourWords = (hour: number) => `${String(hour).padStart(2, '0')}:00`

/** Monday at eight by this clock, never today. */
export function nextMonday(now: Date, timeZone: string): Date {
  let at = nextHour(8, now, timeZone)
  while (partsIn(at, timeZone).weekday !== 'Mon') at = nextHour(8, new Date(at.getTime() + hourMs), timeZone)
  return at
}
