import { contentStems, overlapWith } from '../reading.ts'
import { remember } from '../remember.ts'
import { stem } from '../stem.ts'
import { type Sentence, splitSentences, splitWords, type Word } from '../text.ts'
import type { Reading } from '../types.ts'
import { factsOf } from '../word-facts.ts'
import { ABOUT_US, SUPPOSED } from './claims.ts'
import { clausesOf } from './clauses.ts'
import type { FalseReading } from './found.ts'

/** So much of a reading taken up that the sentence can only be about it; the thing that is counted is one. */
const SURELY_ABOUT = 2

const UNITS: readonly RegExp[] = [
  /^(?:seconds?|sekunden?|secondes?|segundos?|seconden?)$/,
  /^(?:minutes?|minuten?|minutos?|minuut)$/,
  /^(?:hours?|stunden?|heures?|horas?|uur|uren)$/,
  /^(?:days?|tage?n?|jours?|dias?|dag|dagen)$/,
  /^(?:nights?|nachte?|nuits?|noches?|noites?|nacht|nachten)$/,
  /^(?:weeks?|wochen?|semaines?|semanas?|week|weken)$/,
  /^(?:months?|monate?n?|mois|mes|meses|maand|maanden)$/,
  /^(?:years?|jahre?n?|ans?|annees?|anos?|jaar|jaren)$/,
  /^(?:met(?:re|er|ro)s?)$/,
  /^(?:kilomet(?:re|er|ro)s?|quilometros?|km)$/,
  /^(?:kilos?|kg|kilograms?|kilogramm)$/,
  /^(?:litres?|liters?|litros?)$/,
  /^(?:tonn?es?|tons?|toneladas?)$/,
]

const unitOf = (folded: string) => UNITS.findIndex(unit => unit.test(folded))

export const hasNumber = ({ words }: Sentence): boolean => words.some(word => factsOf(word).number !== undefined)

/** “Ninety kilos of rye” of a text that says forty, “four days” of one that says four hours. */
export function otherAmount(sentence: Sentence, draft: string, readings: readonly Reading[]): FalseReading | undefined {
  if (!hasNumber(sentence)) return undefined
  let stems: ReadonlySet<string> | undefined
  for (const clause of clausesOf(sentence)) {
    if (ABOUT_US.test(clause.folded.replace(UNIT_WORDS, ' ')) || SUPPOSED.test(clause.folded)) continue
    for (const { number, thing, start } of amountsIn(clause.text)) {
      if (number < 3) continue
      const unit = unitOf(thing.folded)
      const key = keyOf(thing)
      stems ??= contentStems(draft)
      const said = stems
      const about = readings.find(one => {
        const amounts = amountsIn(one.text)
        if (amounts.some(other => other.number === number && (isSame(other.thing, key, unit) || leftOut(other.thing))))
          return false
        if (unit < 0 ? saysBoth(one, number, key) : saysAsMuch(one, number, unit)) return false
        const counted =
          amounts.some(other => isSame(other.thing, key, unit)) ||
          (unit >= 0 && amounts.some(other => other.number === number && unitOf(other.thing.folded) >= 0))
        return counted && overlapWith(said, one) >= SURELY_ABOUT
      })
      if (about) return { span: [sentence.start, sentence.end], kind: 'not-in-it', about: clause.text.slice(start) }
    }
  }
  return undefined
}

/** “Forty-two loaves, six of them burnt”: the number is of the thing, though another word follows it. */
const saysBoth = (reading: Reading, number: number, key: string): boolean =>
  splitSentences(reading.text).some(
    ({ text }) => amountsIn(text).some(other => other.number === number) && contentStems(text).has(key),
  )

const UNIT_WORDS = /(?<![a-z])(?:minutes?|minuten|minutos|min)(?![a-z])/g

const keyOf = (word: Word): string => factsOf(word).parts[0]?.key ?? stem(word.folded)

const isSame = (thing: Word, key: string, unit: number) =>
  unit >= 0 ? unitOf(thing.folded) === unit : keyOf(thing) === key

// “Six more than the other”, “of which six were”: six of what was named before.
const leftOut = (thing: Word) => factsOf(thing).parts.length === 0 && unitOf(thing.folded) < 0

type Sum = { number: number; start: number; end: number; thing: Word | undefined }
type Amount = Sum & { thing: Word }

// “A hundred and twelve”, “cento e doze”, “treinta y dos”.
const JOINS = new Set('and e y et'.split(' '))
const BETWEEN_NUMBERS = /[.,;:!?()\n]/
// “14,000”, “14 000”.
const GROUPS = /^[,\u0020\u00a0\u202f]$/

/** Every number of a text with the word behind it; “two thousand three hundred” is one number, “in 2012. Forty” are two. */
const sumsIn: (text: string) => readonly Sum[] = remember(text => {
  const words = splitWords(text)
  const found: Sum[] = []
  for (let i = 0; i < words.length; i++) {
    const start = words[i]?.start ?? 0
    let end = start
    let sum: number | undefined
    let last = 0
    for (let word = words[i]; word; word = words[++i]) {
      const value = countOf(word)
      if (Number.isNaN(value)) {
        const next = words[i + 1]
        if (last < 20 || !next || !JOINS.has(word.folded) || !isAdded(countOf(next), last)) break
        continue
      }
      const before = text.slice(end, word.start)
      if (sum !== undefined && isGroup(text, start, end, before, word)) sum = sum * 1000 + value
      else if (sum !== undefined && BETWEEN_NUMBERS.test(before)) break
      else if (sum === undefined) sum = value
      else if ((value === 100 || value === 1000) && last < value) sum = sum - last + last * value
      else if (value < last && last >= 20) sum += value
      else break
      last = (value === 100 || value === 1000) && last > 0 && last < value ? last * value : value
      end = word.end
    }
    const thing = words[i]
    if (sum === undefined) continue
    found.push({ number: sum, start, end, thing })
    // The next number begins here.
    if (thing && factsOf(thing).number !== undefined) i--
  }
  return found
}, 400)

const countOf = (word: Word): number => Number(factsOf(word).number ?? Number.NaN)

/** Behind “and” comes less than what stood before: tens behind hundreds, ones behind tens. */
const isAdded = (value: number, last: number): boolean => value < (last >= 100 ? 100 : 10) && last % 10 === 0

const isGroup = (text: string, start: number, end: number, before: string, word: Word): boolean =>
  GROUPS.test(before) &&
  word.end - word.start === 3 &&
  /^\d{3}$/.test(text.slice(word.start, word.end)) &&
  /^\d{1,3}(?:[,\u0020\u00a0\u202f]\d{3})*$/.test(text.slice(start, end))

const amountsIn: (text: string) => readonly Amount[] = remember(
  text =>
    sumsIn(text).filter((sum): sum is Amount => sum.thing !== undefined && factsOf(sum.thing).number === undefined),
  400,
)

/** How many of the first unit one of each is. */
const TIMES: readonly (readonly [first: number, times: number] | undefined)[] = [
  [0, 1],
  [0, 60],
  [0, 3_600],
  [0, 86_400],
  undefined,
  [0, 604_800],
  [6, 1],
  [6, 12],
  [8, 1],
  [8, 1_000],
  [10, 1],
  undefined,
  [10, 1_000],
]
const DAYS = 3
const WEEKS = 5
const YEARS = 7

/** “Two weeks” and “fourteen days”, or the “quinze jours” that are as long. */
function isAsMuch(number: number, unit: number, other: number, otherUnit: number): boolean {
  const one = TIMES[unit]
  const two = TIMES[otherUnit]
  if (!one || !two || one[0] !== two[0]) return false
  if (number * one[1] === other * two[1]) return true
  const [days, weeks] = unit === DAYS ? [number, other] : [other, number]
  return unit + otherUnit === DAYS + WEEKS && (days === 15 ? weeks === 2 : days === 8 && weeks === 1)
}

const isYear = (number: number): boolean => number > 1000 && number < 2200

/** Whether a reading says as much in another unit, or the years between two ages or dates of it. */
function saysAsMuch({ text, publishedAt }: Reading, number: number, unit: number): boolean {
  if (unit < 0) return false
  const theirs = sumsIn(text)
  if (theirs.some(other => other.thing && isAsMuch(number, unit, other.number, unitOf(other.thing.folded)))) return true
  if (unit !== YEARS) return false
  const written = publishedAt?.getUTCFullYear()
  return theirs.some(
    one =>
      (isYear(one.number) && written === one.number + number) ||
      theirs.some(other => isYear(one.number) === isYear(other.number) && other.number === one.number + number),
  )
}

/** Whether a reading says the number of which the word that begins here is a part or the unit, or as much in other words. */
export function saysAmount(reading: Reading, text: string, at: number): boolean {
  const sum = sumsIn(text).find(({ start, end, thing }) => start <= at && (at < end || at === thing?.start))
  if (!sum) return false
  const asMuch = sum.thing !== undefined && saysAsMuch(reading, sum.number, unitOf(sum.thing.folded))
  return asMuch || (at < sum.end && sumsIn(reading.text).some(({ number }) => number === sum.number))
}
