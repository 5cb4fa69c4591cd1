import { fold } from './text.ts'

/** Which of the two first numbers of `3/4/1980` is the day. */
export type DateOrder = 'day-first' | 'month-first'

const monthStems: readonly (readonly string[])[] = [
  ['jan', 'gen', 'ene', 'sty', 'led', 'oca'],
  ['feb', 'fev', 'fév', 'lut', 'uno', 'sub'],
  ['mar', 'mrz', 'mrt', 'maa', 'bre'],
  ['apr', 'avr', 'abr', 'kwi', 'dub', 'nis'],
  ['may', 'mai', 'mag', 'mei', 'maj', 'kve'],
  ['jun', 'juin', 'giu', 'cze', 'haz'],
  ['jul', 'juil', 'lug', 'lip', 'tem'],
  ['aug', 'aou', 'ago', 'sie', 'srp', 'agu'],
  ['sep', 'set', 'wrz', 'zar', 'eyl'],
  ['oct', 'okt', 'ott', 'out', 'paz', 'rij', 'eki'],
  ['nov', 'lis', 'kas'],
  ['dec', 'dez', 'dic', 'des', 'gru', 'pro', 'ara'],
]

function monthOf(word: string): number {
  if (word.length < 3) return 0
  const four = word.slice(0, 4)
  const three = word.slice(0, 3)
  for (const [index, stems] of monthStems.entries()) if (stems.includes(four)) return index + 1
  for (const [index, stems] of monthStems.entries()) if (stems.includes(three)) return index + 1
  return 0
}

const pad = (value: number, length: number) => String(value).padStart(length, '0')

function compose(year: number, month: number, day: number): string {
  return pad(year, 4) + pad(month, 2) + pad(day, 2)
}

/** A year of two digits lies in the hundred years before 2030. */
function fullYear(text: string): number {
  const year = Number(text)
  if (text.length > 2) return year
  return year < 30 ? 2000 + year : 1900 + year
}

/**
 * Eight digits `yyyymmdd` with 00 for a part not given; '' when no date can be read. Impossible days from typing
 * errors are kept as they are, so that they can still be compared digit by digit.
 */
export function dateDigits(text: string, order: DateOrder): string {
  const plain = text.trim().replace(/[T ]\d{1,2}:\d{2}.*$/, '')
  const iso = /^(\d{4})\D(\d{1,2})(?:\D(\d{1,2}))?\.?$/.exec(plain)
  if (iso) return compose(Number(iso[1]), Number(iso[2]), Number(iso[3] ?? 0))
  if (/^\d{8}$/.test(plain)) {
    const ahead = Number(plain.slice(0, 4))
    const behind = Number(plain.slice(4))
    if (ahead >= 1300 && ahead <= 2100) return plain
    if (behind >= 1300 && behind <= 2100)
      return dateDigits(`${plain.slice(0, 2)}/${plain.slice(2, 4)}/${behind}`, order)
    return plain
  }
  if (/^\d{4}$/.test(plain)) return `${plain}0000`
  if (/^\d{4}-?$/.test(plain)) return `${plain.slice(0, 4)}0000`
  const numbers = /^(\d{1,2})\D+(\d{1,2})\D+(\d{4}|\d{2})\.?$/.exec(plain)
  if (numbers) {
    const one = Number(numbers[1])
    const two = Number(numbers[2])
    const dayFirst = one > 12 ? true : two > 12 ? false : order === 'day-first'
    return compose(fullYear(numbers[3] ?? ''), dayFirst ? two : one, dayFirst ? one : two)
  }
  return namedDate(plain)
}

function namedDate(plain: string): string {
  const parts = fold(plain).split(' ')
  let month = 0
  let day = 0
  let year = 0
  for (const part of parts) {
    const digits = /^(\d+)(st|nd|rd|th|er|e|o|a)?$/.exec(part)
    if (digits) {
      const value = Number(digits[1])
      if ((digits[1] ?? '').length === 4) year = value
      else if (day === 0 && value >= 1 && value <= 31) day = value
      else if (year === 0) year = fullYear(digits[1] ?? '')
    } else if (month === 0) month = monthOf(part)
  }
  return year > 0 && (month > 0 || day === 0) ? compose(year, month, day) : ''
}

/** Reads the order from the values: a first number above 12 must be a day. Undecided means day first. */
export function findDateOrder(values: Iterable<string>): DateOrder {
  let dayFirst = 0
  let monthFirst = 0
  for (const value of values) {
    const numbers = /^\s*(\d{1,2})\D+(\d{1,2})\D+\d{2,4}/.exec(value)
    if (!numbers) continue
    if (Number(numbers[1]) > 12) dayFirst++
    else if (Number(numbers[2]) > 12) monthFirst++
  }
  return monthFirst > dayFirst ? 'month-first' : 'day-first'
}
