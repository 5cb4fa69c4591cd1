import type { KnownLanguage } from '../language.ts'
import type { WordSense } from '../spelling.ts'
import type { Span } from '../text.ts'
import type { Clause } from './clauses.ts'
import { byForm, senseOf } from './meanings.ts'
import { wordTables } from './tables.ts'

const CURRENCY = /[£$€]/
const MONEY_WORD =
  /^(?:euros?|eur|dollars?|usd|pounds?|gbp|chf|franken|reais|real|net|netto|brutto|bruto|brutos?|netos?|limpos|limpios|quid|grand|k|hr|p\/h|figures)$/

/** What stands for a form, not for a word. */
const formed = (meaning: number): WordSense => ({ meanings: [meaning], stem: '', number: 0, parts: [], between: false })

const BEGIN = formed(byForm.BEGIN)
const QUESTION = formed(byForm.QUESTION)
const LOUD = formed(byForm.LOUD)
const MONEY = formed(byForm.MONEY)
const NUMBER = formed(byForm.NUMBER)
const JOB_LINK = formed(byForm['JOB-LINK'])
const LINK = formed(byForm.LINK)

/**
 * The telling words of a sentence in their order, from its begin to its question mark: those that are neither grammar nor emphasis.
 * Where each stands in the draft goes into `spans`, if somebody asks.
 */
export function tellingWords(
  { start: from, end: to, text, words, links }: Clause,
  language: KnownLanguage,
  spans?: Span[],
): WordSense[] {
  const { numberOf } = wordTables(language)
  const found: WordSense[] = []
  const add = (sense: WordSense, start: number, end: number) => {
    found.push(sense)
    spans?.push([start, end])
  }
  add(BEGIN, from, from)
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
      add(money ? MONEY : NUMBER, start, end)
      continue
    }
    const sense = senseOf(word, language, numberOf)
    if (!sense.between) add(sense, start, end)
  }
  for (const link of links) add(link.toJob ? JOB_LINK : LINK, to, to)
  const question = text.lastIndexOf('?')
  if (question >= 0) add(QUESTION, from + question, from + question + 1)
  else if (text.endsWith('!')) add(LOUD, to - 1, to)
  return found
}

/** How far apart two words may stand and still say something together. */
export const REACH = 7
