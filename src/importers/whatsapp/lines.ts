/** A message as its line begins; `numbers` are the three of the date in the order written. */
export type ChatLine = {
  numbers: readonly [number, number, number]
  separator: string
  hour: number
  minute: number
  second: number
  half: 'am' | 'pm' | undefined
  /** Absent: a note of the app (who joined, that it is encrypted). */
  sender?: string
  text: string
}

/** Between the parts of the date: also the years, months and days of Chinese, Japanese and Korean. */
const start =
  /^[\u200e\u200f\ufeff]*\[?(\d{1,4})\s?([/.\-年년])\s?(\d{1,2})\s?[/.\-月월]\s?(\d{1,4})[日일]?\.?(?:\s?г\.?)?[,،]?\s+(?:(?:um|at|à|às|alle|a las|klo|kl\.?|lúc)\s+)?(?:(上午|凌晨|清晨|早上|中午|下午|晚上|午前|午後|오전|오후|ÖÖ|ÖS)\s?)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\s*(?:([ap])\.?\s?m\.?|([صم])(?=\s|\])|(?:ч\.)))?(\]\s*|\s+[-–]\s+|,\s(?=[^,:]{1,60}\s:\s))/i
const mornings = new Set(['上午', '凌晨', '清晨', '早上', '午前', '오전', 'öö', 'ص', 'a'])

/** Arabic, Persian and Indian digits as ours; every other letter stays where it is. */
const plainDigits = (text: string) =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g, digit => {
    const code = digit.charCodeAt(0)
    return String((code & 0xf) - (code >= 0x0966 ? 6 : 0))
  })
const longestStart = 60

const opening = /^[\u200e\u200f]*([^:\u200e][^:]{0,79}?):\s(?=.|$)/

/** The start of a message in any of the app's layouts; undefined for a line that goes on with the message before. */
export function readChatLine(raw: string): ChatLine | undefined {
  const line = raw.replace(/[\u202f\u00a0]/g, ' ')
  const match = start.exec(plainDigits(line.slice(0, longestStart)) + line.slice(longestStart))
  if (!match) return undefined
  const half = (match[5] ?? match[9] ?? match[10])?.toLowerCase()
  const rest = line.slice(match[0].length)
  const sender = opening.exec(rest)
  const words = sender ? rest.slice(sender[0].length) : rest
  return {
    numbers: [Number(match[1]), Number(match[3]), Number(match[4])],
    separator: match[2] ?? '/',
    hour: Number(match[6]),
    minute: Number(match[7]),
    second: Number(match[8] ?? '0'),
    half: half === undefined ? undefined : mornings.has(half) ? 'am' : 'pm',
    ...(sender?.[1] && { sender: clean(sender[1]) }),
    text: words,
  }
}

const clean = (name: string): string =>
  name
    .replace(/[\u200e\u200f\u202a-\u202e]/g, '')
    .replace(/^~\s*/, '')
    .trim()

export type DateOrder = 'dmy' | 'mdy' | 'ymd'

/** Learns from every date of a file which number is the day: one above 12, else the order in which the file's dates never go back. */
export function createOrderFinder(): { see(line: ChatLine): void; order(): DateOrder } {
  const beyond = [false, false, false]
  let dots = false
  let twelveHours = false
  let backwards = { dmy: 0, mdy: 0 }
  let before: { dmy: number; mdy: number } | undefined
  return {
    see({ numbers, separator, half }) {
      const [a, b, c] = numbers
      if (a > 999) beyond[2] = true
      else if (a > 12) beyond[0] = true
      if (b > 12) beyond[1] = true
      dots ||= separator === '.'
      twelveHours ||= half !== undefined
      const year = c * 10_000
      const now = { dmy: year + b * 100 + a, mdy: year + a * 100 + b }
      if (before)
        backwards = {
          dmy: backwards.dmy + (now.dmy < before.dmy ? 1 : 0),
          mdy: backwards.mdy + (now.mdy < before.mdy ? 1 : 0),
        }
      before = now
    },
    order() {
      if (beyond[2]) return 'ymd'
      if (beyond[0]) return 'dmy'
      if (beyond[1]) return 'mdy'
      if (backwards.dmy !== backwards.mdy) return backwards.dmy < backwards.mdy ? 'dmy' : 'mdy'
      return twelveHours && !dots ? 'mdy' : 'dmy'
    },
  }
}

/** The instant, taken as UTC since the file states no zone; undefined for no date. */
export function instantOfLine(line: ChatLine, order: DateOrder): string | undefined {
  const [a, b, c] = line.numbers
  const [year, month, day] = order === 'ymd' ? [a, b, c] : order === 'mdy' ? [c, a, b] : [c, b, a]
  const hour =
    line.half === 'pm' && line.hour < 12 ? line.hour + 12 : line.half === 'am' && line.hour === 12 ? 0 : line.hour
  // Thailand counts from 543 years earlier.
  const full = year < 100 ? 2_000 + year : year > 2_400 ? year - 543 : year
  const at = new Date(Date.UTC(full, month - 1, day, hour, line.minute, line.second))
  const isReal =
    at.getUTCMonth() === month - 1 &&
    at.getUTCDate() === day &&
    hour < 24 &&
    line.minute < 60 &&
    full > 2_008 &&
    full < 2_100
  return isReal ? at.toISOString() : undefined
}
