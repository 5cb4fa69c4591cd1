import type { KnownLanguage } from '../language.ts'
import { splitWords } from '../text.ts'
import { byForm, sensesIn } from './meanings.ts'

/** A word of a sentence that is neither grammar nor emphasis; `at` is its place in the sentence. */
export type Telling = { meanings: readonly number[]; stem: string; start: number; end: number }

const CURRENCY = /[£$€]/
const MONEY_WORD =
  /^(?:euros?|eur|dollars?|usd|pounds?|gbp|chf|franken|reais|real|net|netto|brutto|bruto|brutos?|netos?|limpos|limpios|quid|grand|k|hr|p\/h|figures)$/

const QUESTION: Telling['meanings'] = [byForm.QUESTION]
const LOUD: Telling['meanings'] = [byForm.LOUD]

/** The telling words of a folded sentence in their order, from its begin to its question mark. Links were blanked before: `links` says of what kind. */
export function tellingWords(
  folded: string,
  language: KnownLanguage,
  links: readonly ('JOB-LINK' | 'LINK')[] = [],
): Telling[] {
  const senseOf = sensesIn(language)
  const found: Telling[] = [{ meanings: [byForm.BEGIN], stem: '', start: 0, end: 0 }]
  const words = splitWords(folded)
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    if (!word) break
    const { start, end } = word
    const first = folded.charCodeAt(start)
    if (first >= 48 && first <= 57) {
      const money =
        CURRENCY.test(folded.charAt(start - 1)) ||
        CURRENCY.test(folded.charAt(end)) ||
        CURRENCY.test(folded.slice(end, end + 2)) ||
        CURRENCY.test(folded.slice(Math.max(0, start - 2), start)) ||
        /^\d+(?:[.,]\d+)?k$/.test(word.folded) ||
        MONEY_WORD.test(words[i + 1]?.folded ?? '')
      found.push({ meanings: [money ? byForm.MONEY : byForm.NUMBER], stem: '', start, end })
      continue
    }
    const sense = senseOf(word.folded)
    if (sense.between) continue
    found.push({ meanings: sense.meanings, stem: sense.stem, start, end })
  }
  for (const link of links) found.push({ meanings: [byForm[link]], stem: '', start: folded.length, end: folded.length })
  const question = folded.lastIndexOf('?')
  if (question >= 0) found.push({ meanings: QUESTION, stem: '', start: question, end: question + 1 })
  else if (folded.endsWith('!')) found.push({ meanings: LOUD, stem: '', start: folded.length - 1, end: folded.length })
  return found
}

/** How far apart two words may stand and still say something together. */
export const REACH = 7
