import { fullYear, isCalendarDay, monthNumber } from '../text/dates.ts'

/** Minutes east of UTC. Ambiguous names mean what North American mail software meant by them, as RFC 822 has it. */
const zones: Readonly<Record<string, number>> = {
  UT: 0,
  UTC: 0,
  GMT: 0,
  Z: 0,
  WET: 0,
  WEST: 60,
  BST: 60,
  IST: 330,
  CET: 60,
  MET: 60,
  MEZ: 60,
  CEST: 120,
  MEST: 120,
  MESZ: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  MSD: 240,
  SAST: 120,
  PKT: 300,
  ICT: 420,
  SGT: 480,
  HKT: 480,
  AWST: 480,
  KST: 540,
  JST: 540,
  ACST: 570,
  AEST: 600,
  ACDT: 630,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
  NST: -210,
  NDT: -150,
  AST: -240,
  ADT: -180,
  ART: -180,
  BRT: -180,
  EST: -300,
  EDT: -240,
  ET: -300,
  CST: -360,
  CDT: -300,
  CT: -360,
  MST: -420,
  MDT: -360,
  MT: -420,
  PST: -480,
  PDT: -420,
  PT: -480,
  AKST: -540,
  AKDT: -480,
  HST: -600,
}

/** RFC 822 printed the military letters with the wrong sign, so RFC 5322 has them mean UTC, whichever it is. */
const isMilitary = (zone: string) => /^[A-IK-Y]$/.test(zone)

/** Minutes east of UTC, or undefined for a zone that is not known. */
function zoneOffset(zone: string | undefined): number | undefined {
  const text = (zone ?? '')
    .trim()
    .replace(/^\((.*)\)$/, '$1')
    .toUpperCase()
  if (text === '') return 0
  const numeric = /^(?:GMT|UTC?|Z)?\s*([+-\u2212])\s*(\d{1,2}):?(\d{2})?(?::?\d{2})?$/.exec(text)
  if (numeric) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0)
    if (minutes > 24 * 60) return undefined
    return numeric[1] === '+' ? minutes : -minutes
  }
  if (isMilitary(text)) return 0
  return zones[text]
}

type Parts = {
  year: number
  month: number
  day: number
  hour?: number
  minute?: number
  second?: number
  milli?: number
  offset: number | undefined
}

function instant({ year, month, day, hour = 0, minute = 0, second = 0, milli = 0, offset }: Parts): string | null {
  if (!isCalendarDay(year, month, day) || hour > 24 || minute > 59 || second > 60) return null
  const atMs = Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59), milli) - (offset ?? 0) * 60_000
  const date = new Date(atMs)
  if (Number.isNaN(atMs)) return null
  if (year < 100) date.setUTCFullYear(year)
  return date.toISOString()
}

function readClock(text: string): Pick<Parts, 'hour' | 'minute' | 'second' | 'milli'> {
  const [, hour, minute, second, fraction] = /(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2})(?:[.,](\d+))?)?/.exec(text) ?? []
  if (hour === undefined) return {}
  const afternoon = /p\.?m|오후|下午|午後|μμ/i.test(text)
  const morning = /a\.?m|오전|上午|午前|πμ/i.test(text)
  const base = Number(hour)
  return {
    hour: afternoon && base < 12 ? base + 12 : morning && base === 12 ? 0 : base,
    minute: Number(minute),
    second: Number(second ?? 0),
    milli: fraction ? Math.floor(Number(`0.${fraction}`) * 1000) : 0,
  }
}

const isoTime =
  /^[Tt\s]\s*(\d{1,2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d+))?)?)?\s*([A-Za-z]{1,5}|(?:[A-Za-z]{1,4})?\s*[+\-\u2212]\s*\d{1,2}:?\d{0,2})?\s*$/

function parseIso(text: string): string | null {
  const week = /^(\d{4})-?W(\d{2})(?:-?(\d))?$/.exec(text)
  if (week) {
    const year = Number(week[1])
    const fourth = new Date(Date.UTC(year, 0, 4))
    const dayMs = 86_400_000
    const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * dayMs
    return new Date(monday + ((Number(week[2]) - 1) * 7 + Number(week[3] ?? 1) - 1) * dayMs).toISOString()
  }
  const ordinal = /^(\d{4}|\d{2})-?(\d{3})(?=$|[Tt\s])(.*)$/.exec(text)
  const found =
    ordinal ??
    /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?=$|[Tt\s])(.*)$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})(?=$|[Tt\s])(.*)$/.exec(text) ??
    /^(\d{2})-(\d{2})-(\d{2})(?=$|[Tt\s])(.*)$/.exec(text) ??
    /^(\d{2})(\d{2})(\d{2})(?=$|[Tt\s])(.*)$/.exec(text)
  if (!found) return null
  const written = Number(found[1])
  const year = found[1]?.length === 2 ? fullYear(written) : written
  let [month, day] = [Number(found[2] ?? 1), Number(found[3] ?? 1)]
  const rest = (ordinal ? found[3] : found[4]) ?? ''
  if (ordinal) {
    const date = new Date(Date.UTC(year, 0, Number(found[2])))
    if (date.getUTCFullYear() !== year) return null
    ;[month, day] = [date.getUTCMonth() + 1, date.getUTCDate()]
  }
  if (rest.trim() === '') return instant({ year, month, day, offset: 0 })
  const time = isoTime.exec(rest)
  if (!time) return instant({ year, month, day, ...readClock(rest), offset: 0 })
  return instant({
    year,
    month,
    day,
    hour: Number(time[1]),
    minute: Number(time[2] ?? 0),
    second: Number(time[3] ?? 0),
    milli: time[4] ? Math.floor(Number(`0.${time[4]}`) * 1000) : 0,
    offset: zoneOffset(time[5]),
  })
}

/** Dates with a month's name, in whatever order: RFC 822 and 850, asctime, `Month D, YYYY`, and their localised cousins. */
function parseNamed(text: string): string | null {
  const clock = /\d{1,2}[:.]\d{2}(?:[:.]\d{1,2}(?:[.,]\d+)?)?(?:\s*[ap]\.?m\.?)?/i.exec(text)
  const before = clock ? text.slice(0, clock.index) : text
  const after = clock ? text.slice(clock.index + clock[0].length) : ''
  let [year, month, day]: (number | undefined)[] = []
  let zone: string | undefined
  const takeNumber = (digits: string) => {
    const value = Number(digits)
    if (digits.length >= 3 || (day !== undefined && year === undefined))
      year ??= digits.length >= 3 ? value : fullYear(value)
    else if (value > 31) year ??= fullYear(value)
    else day ??= value
  }
  for (const word of before.split(/[\s,/-]+/)) {
    const digits = /^(\d{1,4})(?:st|nd|rd|th|\.|ª|º)?$/i.exec(word)
    if (digits?.[1]) takeNumber(digits[1])
    else if (month === undefined) month = monthNumber(word)
  }
  for (const word of after.trim().split(/\s+/)) {
    const isYear = year === undefined && /^\d{4}$/.test(word)
    if (isYear) year = Number(word)
    else if (word !== '' && (zone === undefined || /^[+-]\d/.test(word)))
      zone = zone && /^[A-Z]+$/i.test(zone) && zoneOffset(zone) === 0 ? `${zone}${word}` : word
  }
  if (year === undefined || month === undefined || day === undefined) return null
  return instant({ year, month, day, ...(clock ? readClock(clock[0]) : {}), offset: zoneOffset(zone) })
}

/** `2004년 5월 28일 오후 11:31:58`, `2004-05-25 오후 11:23:17`, `2004年5月28日`: local clocks of their countries. */
function parseEastAsian(text: string): string | null {
  const match = /^(\d{4})\s*[년年-]\s*(\d{1,2})\s*[월月-]\s*(\d{1,2})\s*[일日]?(.*)$/.exec(text)
  if (!match) return null
  const isKorean = /[년월일오]/.test(text)
  return instant({
    year: Number(match[1]),
    month: Number(match[2]),
    day: Number(match[3]),
    ...readClock(match[4] ?? ''),
    offset: isKorean ? 540 : 0,
  })
}

/** `05/23/2024 10:00:00 AM` or `23/05/2024`: American unless the first number can only be a day. */
function parseSlashed(text: string): string | null {
  const match = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})(.*)$/.exec(text)
  if (!match) return null
  const [first, second] = [Number(match[1]), Number(match[2])]
  const dayFirst = first > 12 || text.includes(`${match[1]}.${match[2]}.`)
  const zone = /([+-]\d{2}:?\d{2}|\b[A-Z]{3,4})\s*$/.exec(match[4] ?? '')?.[1]
  return instant({
    year: Number(match[3]),
    month: dayFirst ? second : first,
    day: dayFirst ? first : second,
    ...readClock(match[4] ?? ''),
    offset: zoneOffset(zone),
  })
}

/**
 * The instant a feed means, as ISO 8601 in UTC; null when it says none or nonsense. A date without time is midnight, a time
 * without a known zone is UTC.
 */
export function parseFeedDate(written: string | null | undefined): string | null {
  const text = (written ?? '')
    .slice(0, 500)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\p{L}{2,10},? (?=\d{4}[-/])/u, '')
    // Hungarian software writes the month's name into an ISO date: `2004-július-13`.
    .replace(/^(\d{4})-(\p{L}{3,10})-(?=\d)/u, (whole, year: string, name: string) => {
      const month = monthNumber(name)
      return month === undefined ? whole : `${year}-${month}-`
    })
  if (text === '' || text.length > 120) return null
  if (/^\d{10}$|^\d{13}$/.test(text)) return new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString()
  return (
    (/\p{Script=Hangul}|\p{Script=Han}/u.test(text) ? parseEastAsian(text) : null) ??
    parseIso(text) ??
    parseSlashed(text) ??
    parseNamed(text)
  )
}
