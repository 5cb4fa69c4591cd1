import type { KnownLanguage } from '../language.ts'
import type { Clause } from './clauses.ts'
import { byForm, senseOf } from './meanings.ts'
import { wordTables } from './tables.ts'

/**
 * A word of a sentence that is neither grammar nor emphasis; `number` is its stem's among those with a weight, `parts` are those of the
 * stem's begin and end, offsets are the draft's.
 */
export type Telling = {
  meanings: readonly number[]
  stem: string
  number: number
  parts: readonly number[]
  start: number
  end: number
}

const CURRENCY = /[£$€]/
const MONEY_WORD =
  /^(?:euros?|eur|dollars?|usd|pounds?|gbp|chf|franken|reais|real|net|netto|brutto|bruto|brutos?|netos?|limpos|limpios|quid|grand|k|hr|p\/h|figures)$/

const BEGIN = [byForm.BEGIN]
const QUESTION = [byForm.QUESTION]
const LOUD = [byForm.LOUD]
const MONEY = [byForm.MONEY]
const NUMBER = [byForm.NUMBER]
const JOB_LINK = [byForm['JOB-LINK']]
const LINK = [byForm.LINK]

const NO_PARTS: readonly number[] = []

/** What stands for a form, not for a word. */
const formed = (meanings: readonly number[], start: number, end: number): Telling => ({
  meanings,
  stem: '',
  number: 0,
  parts: NO_PARTS,
  start,
  end,
})

/** The telling words of a sentence in their order, from its begin to its question mark. */
export function tellingWords({ start: from, end: to, text, words, links }: Clause, language: KnownLanguage): Telling[] {
  const { numberOf } = wordTables(language)
  const found: Telling[] = [formed(BEGIN, from, from)]
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    if (!word) break
    const { start, end } = word
    const first = text.charCodeAt(start - from)
    // A word that was blanked.
    if (first === 95) continue
    if (first >= 48 && first <= 57) {
      const around = text.slice(Math.max(0, start - from - 2), end - from + 2)
      const money =
        CURRENCY.test(around) || /^\d+(?:[.,]\d+)?k$/.test(word.folded) || MONEY_WORD.test(words[i + 1]?.folded ?? '')
      found.push(formed(money ? MONEY : NUMBER, start, end))
      continue
    }
    const sense = senseOf(word, language, numberOf)
    if (sense.between) continue
    const { meanings, stem, number, parts } = sense
    found.push({ meanings, stem, number, parts, start, end })
  }
  for (const link of links) found.push(formed(link.toJob ? JOB_LINK : LINK, to, to))
  const question = text.lastIndexOf('?')
  if (question >= 0) found.push(formed(QUESTION, from + question, from + question + 1))
  else if (text.endsWith('!')) found.push(formed(LOUD, to - 1, to))
  return found
}

/** How far apart two words may stand and still say something together. */
export const REACH = 7
