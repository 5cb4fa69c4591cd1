import { fold, type Span } from '../text.ts'

// “£12.30 an hour”, “15.20 an hr”, “19 pu”, “320 pro abend”.
const RATE =
  /(?:[£$€]\s?\d{1,3}(?:[.,]\d{1,2})?|(?<![\d.,:])\d{1,2}[.,]\d{2}(?!\d)|(?<![\d.,:])\d{2,3}(?:\s?(?:€|eur|euros?|quid|pounds|dollars|bucks))?(?=\s?(?:pu|p\/h|an? h(?:ou)?r|per (?:hour|hr|shift|night|day)|pro (?:stunde|std|abend|nacht|schicht|tag)|die stunde|de l'heure|la hora|por (?:hora|noche|noite|dia)|a hora|par (?:heure|soir|nuit)|per (?:uur|avond|nacht|dienst))(?![a-z])))\s?(?:€|eur|euros?|quid|pounds|dollars|bucks)?\s?(?:pu|p\/h|an? h(?:ou)?r|per (?:hour|hr|shift|night|day|uur|avond|nacht|dienst)|pro (?:stunde|std|abend|nacht|schicht|tag)|die stunde|de l'heure|la hora|por (?:hora|noche|noite|dia)|a hora|par (?:heure|soir|nuit))(?![a-z])/

// “Any of your lot free to…?”, “change your mind?”, “doen?”, “wär das was?”
const ASKED =
  /(?<![a-z])(?:free (?:to|for|on|in|next|this)|fancy|up for|any takers|any of (?:you|your)|change (?:your|ur) mind|interested|keen|tempt\w*|want it|take it|any use|doen|zin|iets voor (?:jou|u)|interesse|(?:war|ware) (?:das )?was|was fur dich|lust|bock|partante?|ca te (?:dit|tente)|ca vous (?:dit|tente)|interess\w*|te animas|te apuntas|l[ao] miras|te interesa|le interesa|topas|alinhas|bora)(?![a-z])[^?!.]{0,80}\?/

const MAY = /\d/

/**
 * Work that is named by what it pays, and asked for: two things that one sentence, or two beside each other, say whatever the work is called.
 * Either alone is small talk. Where the pay stands.
 */
export function bidIn(draft: string): Span | undefined {
  if (!draft.includes('?') || !MAY.test(draft)) return undefined
  const folded = fold(draft)
  const rate = RATE.exec(folded)
  return rate && ASKED.test(folded) ? [rate.index, rate.index + rate[0].length] : undefined
}
