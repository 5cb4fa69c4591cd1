import { dayMs, minuteMs } from '#kernel/clock.ts'
import { isQuiet, type QuietHours } from './quiet.ts'

/** `away`: no browser of theirs was touched for `awayMinutes`; `schedule`: on these days between these times. */
export const reachModes = ['always', 'away', 'schedule'] as const
export type ReachMode = (typeof reachModes)[number]

export type ReachWhen = {
  mode: ReachMode
  awayMinutes: number
  /** 1: Monday. */
  days: readonly number[]
  from: string
  to: string
}

export const reachLimits = {
  codeMs: 15 * minuteMs,
  codeTries: 5,
  /** Words of ours to that address in one hour. */
  tellsPerHour: 30,
  /** An answer without a mark goes to whom was forwarded last, within this time. */
  openMs: 3 * dayMs,
  /** Two people forwarded this close to the answer: only a mark says whom it is for. */
  crossingMs: minuteMs,
  rivalMs: 15 * minuteMs,
  /** What waited longer than this is forwarded no more. */
  waitMs: dayMs,
  maxText: 2_000,
  answerWaitMs: 500,
  answerWaits: 40,
} as const

type Wall = { day: number; minute: number }

function wallOf(at: Date, timeZone: string): Wall {
  const parts = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).formatToParts(at)
  const part = (type: string) => parts.find(each => each.type === type)?.value ?? ''
  const day = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(part('weekday')) + 1
  return { day, minute: Number(part('hour')) * 60 + Number(part('minute')) }
}

const minuteIn = (time: string): number => {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}

const daysMinutes = 24 * 60
/** Equal ends: the whole day. */
const lies = (minute: number, from: number, to: number) =>
  from === to || (from < to ? minute >= from && minute < to : minute >= from || minute < to)

/** Minutes until the times given begin on one of the days; 0 when it is so now, undefined for no day at all. */
function untilOpen({ days, from, to }: ReachWhen, { day, minute }: Wall): number | undefined {
  const [begin, end] = [minuteIn(from), minuteIn(to)]
  const before = day === 1 ? 7 : day - 1
  // After midnight it is still the evening of the day before.
  const overnight = begin > end && minute < end
  if (lies(minute, begin, end) && days.includes(overnight ? before : day)) return 0
  const starts = days.map(each => {
    const ahead =
      (((each - day + 7) % 7) * daysMinutes + (begin === end ? 0 : begin) - minute + 7 * daysMinutes) %
      (7 * daysMinutes)
    return ahead === 0 ? 7 * daysMinutes : ahead
  })
  return starts.length === 0 ? undefined : Math.min(...starts)
}

/** The first moment, now or later, at which a message may be forwarded by what is known now; undefined: never. */
export function forwardAt(
  when: ReachWhen,
  known: { now: Date; awakeAt: Date | null; timeZone: string; quiet: QuietHours },
): Date | undefined {
  const { now, awakeAt, timeZone, quiet } = known
  const wall = wallOf(now, timeZone)
  const later = (minutes: number) => new Date(now.getTime() + minutes * minuteMs)
  if (when.mode === 'schedule') {
    const wait = untilOpen(when, wall)
    if (wait === undefined) return undefined
    if (wait > 0) return later(wait)
  }
  if (when.mode === 'away' && awakeAt) {
    const awayAt = new Date(awakeAt.getTime() + when.awayMinutes * minuteMs)
    if (awayAt > now) return awayAt
  }
  if (isQuiet(quiet, now, timeZone)) return later((minuteIn(quiet.to) - wall.minute + daysMinutes) % daysMinutes || 1)
  return now
}

/** `[k7]` before an answer, or in the subject of one. */
export const markOf = (number: number): string => `[k${number}]`

const mark = /\[k(\d{1,7})\]/i
const leading = /^\s*\[k(\d{1,7})\]\s*[:,]?\s*/i

/** The mark at its beginning, and the answer without it. */
export function answerIn(text: string): { number?: number; text: string } {
  const found = leading.exec(text)
  return found ? { number: Number(found[1]), text: text.slice(found[0].length).trim() } : { text: text.trim() }
}

export function numberInSubject(subject: string | undefined): number | undefined {
  const found = mark.exec(subject ?? '')?.[1]
  return found === undefined ? undefined : Number(found)
}

const heading = /^\[k\d{1,7}\] [^\n]* · [^\n]*\n/
const ownWords = 'Kith: '

/** A forward or a word of some Kith, this one or another: forwarded or answered it would go round for ever. */
export const isByKith = (text: string): boolean => heading.test(text) || text.startsWith(ownWords)

export function forwardText(given: {
  number: number
  name: string
  tool: string
  text: string
  /** A line for files, with the place where they are. */
  files?: string
  /** Said in the place of what is too long. */
  more: string
  max: number
}): string {
  const head = `${markOf(given.number)} ${given.name.replaceAll(/\s+/g, ' ').slice(0, 80)} · ${given.tool}\n`
  const tail = given.files === undefined ? '' : `${given.text === '' ? '' : '\n'}${given.files}`
  const room = given.max - [...head].length - [...tail].length
  const letters = [...given.text]
  if (letters.length <= room) return `${head}${given.text}${tail}`
  const kept = letters.slice(0, Math.max(room - [...given.more].length - 2, 0)).join('')
  return `${head}${kept}… ${given.more}${tail}`
}

export const kithSays = (words: string): string => `${ownWords}${words}`

const codeLetters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Eight letters that can't be taken for others, in two halves. */
export function codeFrom(random: Uint8Array): string {
  const letters = [...random.slice(0, 8)].map(byte => codeLetters[byte % codeLetters.length]).join('')
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** As typed on a phone: capitals, blanks and the hyphen don't matter. Undefined: no code. */
export function codeIn(text: string): string | undefined {
  const bare = text
    .toLowerCase()
    .replaceAll(/[\s-]/g, '')
    .replace(/^kith:?/, '')
  return bare.length === 8 && [...bare].every(letter => codeLetters.includes(letter)) ? bare : undefined
}
