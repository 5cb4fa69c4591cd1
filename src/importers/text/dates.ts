const monthNames: readonly string[] = [
  'jan january januar janvier janv enero ene gennaio gen janeiro januari jän jänner januari jaan ledna leden stycznia styczeń sty января янв januara januar ιαν ιανουαριου 1月 tammikuu jan. styc ocak oca január',
  'feb february februar février févr fév fevrier febrero febbraio fevereiro fev februari února únor lutego luty lut февраля фев φεβ φεβρ φεβρουαριου 2月 helmikuu şubat şub febr február',
  'mar march märz mär maerz mrz mars marzo março marco maart mrt března březen marca marzec марта мар μαρ μαρτ μαρτιου 3月 maaliskuu mart márc március',
  'apr april avril avr abril abr aprile dubna duben kwietnia kwiecień kwi апреля апр απρ απριλιου 4月 huhtikuu nisan nis ápr április',
  'may mai mayo maggio mag maio mei maj května květen maja мая май μαι μαιου 5月 toukokuu mayıs máj május',
  'jun june juni juin junio giugno giu junho června červen czerwca czerwiec cze июня июн ιουν ιουνιου 6月 kesäkuu haziran haz jún június',
  'jul july juli juillet juil julio luglio lug julho července červenec lipca lipiec lip июля июл ιουλ ιουλιου 7月 heinäkuu temmuz tem júl július',
  'aug august août aout agosto ago augustus srpna srpen sierpnia sierpień sie августа авг αυγ αυγουστου 8月 elokuu ağustos ağu augusti augusztus',
  'sep sept september septembre septiembre settembre set setembro září wrzesień września wrz сентября сен σεπ σεπτ σεπτεμβριου 9月 syyskuu eylül eyl szept szeptember',
  'oct october oktober okt octobre octubre ottobre ott outubro out října říjen października październik paź октября окт οκτ οκτωβριου 10月 lokakuu ekim eki október',
  'nov november novembre noviembre novembro listopadu listopad listopada lis ноября ноя νοε νοεμβριου 11月 marraskuu kasım kas',
  'dec december dezember dez décembre déc decembre diciembre dic dicembre dezembro dezember prosince prosinec grudnia grudzień gru декабря дек δεκ δεκεμβριου 12月 joulukuu aralık ara des desember',
]

const months = new Map(monthNames.flatMap((names, index) => names.split(' ').map(name => [name, index + 1] as const)))

/** 1–12, from a month's name or abbreviation in the languages that exports and feeds come in. */
export function monthNumber(name: string): number | undefined {
  const text = name.normalize('NFC').toLowerCase().replace(/[.,]/g, '')
  return months.get(text) ?? months.get(text.normalize('NFD').replace(/\p{M}/gu, ''))
}

const pad = (value: number, width = 2) => String(value).padStart(width, '0')

export function isCalendarDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || day > 31) return false
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day
}

/** Two digits are the last century from 70 on, as in e-mail. */
export const fullYear = (year: number): number => (year >= 100 ? year : year >= 70 ? 1900 + year : 2000 + year)

const partial = (year: number, month?: number, day?: number): string | undefined => {
  if (year < 1800 || year > 2200) return undefined
  if (month === undefined) return pad(year, 4)
  if (month < 1 || month > 12) return undefined
  if (day === undefined) return `${pad(year, 4)}-${pad(month)}`
  return isCalendarDay(year, month, day) ? `${pad(year, 4)}-${pad(month)}-${pad(day)}` : undefined
}

/** Which of the two first numbers of `3/4/1980` is the day. */
export type DateOrder = 'day-first' | 'month-first'

const numericDate = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{2}|\d{4})$/
const withoutTime = (text: string): string =>
  text.replace(/[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m)?(?: ?Z)?$/i, '')

/** The order that the dates of one file are written in, where one of them can be read in no other. */
export function findDateOrder(values: Iterable<string>): DateOrder | undefined {
  let dayFirst = 0
  let monthFirst = 0
  for (const value of values) {
    const [, first, , second] = numericDate.exec(withoutTime(value.trim())) ?? []
    if (Number(first) > 12 && Number(first) <= 31 && Number(second) <= 12) dayFirst++
    else if (Number(second) > 12 && Number(second) <= 31 && Number(first) <= 12) monthFirst++
  }
  return dayFirst === monthFirst ? undefined : dayFirst > monthFirst ? 'day-first' : 'month-first'
}

/** `--03-14`, `03-14` and Apple's `1604-03-14`: a day that comes every year. */
export const isDayWithoutYear = (written: string): boolean =>
  /^(?:--|0000-?|1604-)?\d{2}-?\d{2}(?:T.*)?$/.test(written.trim())

/** The date, or why there is none, as the end of a sentence. */
export function readPartialDate(
  written: string,
  order?: DateOrder,
): { date: string; why?: undefined } | { date?: undefined; why: string } {
  const date = parsePartialDate(written, order)
  if (date !== undefined) return { date }
  const [, first, , second] = numericDate.exec(withoutTime(written.trim())) ?? []
  if (Number(first) <= 12 && Number(second) <= 12 && Number(first) > 0 && Number(second) > 0)
    return { why: 'may be two different days; write it as year-month-day' }
  return { why: /^[\d\s./-]+$/.test(written) ? 'is no day of the calendar' : 'is no date that can be read' }
}

/**
 * A day, month or year as people and exports write it (`Mar 2021`, `08 Feb 2026`, `3. März 2021`, `2021年3月`, `2021`), as
 * `YYYY[-MM[-DD]]`. Digits only with slashes or dots are read only when the order is certain, or as `order` says. Undefined when not
 * understood.
 */
export function parsePartialDate(written: string, order?: DateOrder): string | undefined {
  const text = written.normalize('NFC').trim()
  if (text === '' || text.length > 60) return undefined
  const iso = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?月?)?年?(?:[T ]\d.*)?$/.exec(text)
  if (iso) return partial(Number(iso[1]), iso[2] ? Number(iso[2]) : undefined, iso[3] ? Number(iso[3]) : undefined)
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (compact) return partial(Number(compact[1]), Number(compact[2]), Number(compact[3]))
  const monthFirst = /^(\d{1,2})[-/.](\d{4})$/.exec(text)
  if (monthFirst) return partial(Number(monthFirst[2]), Number(monthFirst[1]))
  const numeric = numericDate.exec(withoutTime(text))
  if (numeric) {
    const [first, second] = [Number(numeric[1]), Number(numeric[3])]
    const year = fullYear(Number(numeric[4]))
    if (first > 12 || (numeric[2] === '.' && second <= 12)) return partial(year, second, first)
    if (second > 12 || first === second) return partial(year, first, second)
    if (order === undefined) return undefined
    return order === 'day-first' ? partial(year, second, first) : partial(year, first, second)
  }
  const words = text
    .replace(/\b(?:de|del|of|den)\b/gi, ' ')
    .split(/[\s,./-]+/)
    .filter(Boolean)
  let [year, month, day]: (number | undefined)[] = []
  for (const word of words) {
    const digits = /^(\d{1,4})(?:st|nd|rd|th|er|º|ª|年|日)?$/i.exec(word)
    if (digits) {
      const value = Number(digits[1])
      if (digits[1]?.length === 4) year ??= value
      else if (day === undefined) day = value
      else year ??= fullYear(value)
    } else month ??= monthNumber(word)
  }
  if (month === undefined || (year === undefined && day === undefined)) return undefined
  if (year === undefined && day !== undefined) return partial(fullYear(day), month)
  return year === undefined ? undefined : partial(year, month, day)
}
