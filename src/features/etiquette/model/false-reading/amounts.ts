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
        if (unit < 0 && saysBoth(one, number, key)) return false
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

type Amount = { number: number; thing: Word; start: number }

/** Every number of a text with the word behind it; “two thousand three hundred” is one number, “in 2012. Forty” are two. */
const amountsIn: (text: string) => readonly Amount[] = remember(text => {
  const words = splitWords(text)
  const found: Amount[] = []
  for (let i = 0; i < words.length; i++) {
    const start = words[i]?.start ?? 0
    let sum: number | undefined
    let last = 0
    for (let word = words[i]; word; word = words[++i]) {
      const value = Number(factsOf(word).number ?? Number.NaN)
      if (Number.isNaN(value)) break
      if (sum !== undefined && /[.,;:!?()\n]/.test(text.slice(words[i - 1]?.end ?? 0, word.start))) break
      if (sum === undefined) sum = value
      else if ((value === 100 || value === 1000) && last < value) sum = sum - last + last * value
      else if (value < last && last >= 20) sum += value
      else break
      last = (value === 100 || value === 1000) && last > 0 && last < value ? last * value : value
    }
    const thing = words[i]
    if (sum === undefined || !thing) continue
    if (factsOf(thing).number === undefined) found.push({ number: sum, thing, start })
    // The next number begins here.
    else i--
  }
  return found
}, 400)
