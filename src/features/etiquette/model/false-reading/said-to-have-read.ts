import { matcherFor } from '../screen.ts'
import { fold, piecesOf, splitSentences } from '../text.ts'
import type { HistoryItem } from '../types.ts'
import { NOT_READ, PIECE } from './claims.ts'
import type { FalseReading } from './found.ts'

// “Text” is a message in English.
const OF_THEIRS = `(?:\\w[\\w'-]* ){0,3}?(?!text )(?:${PIECE})(?![a-z])`
const WHOLE =
  '(?:(?:through|all of|the whole of|the rest of|tout|toute|todo|toda|entero|inteiro|heel|hele|helemaal|alles|ganz|ganzen) )?'

/** “I read your essay on the train”, in the first person and done. */
const READ_THEIRS = [
  new RegExp(
    `(?<![a-z])(?:i|i've|ive|i have|and|just|have|finally) (?:just |finally |actually |also |already |only |since )?(?:read|finished|reread|re-read|devoured|finished reading|been reading) ${WHOLE}(?:your|ur) (?:whole |entire |new |latest )?${OF_THEIRS}`,
  ),
  new RegExp(
    `(?<![a-z])(?:habe?|hab'|gerade|eben|gestern|heute|endlich) (?:\\w+ ){0,3}?(?:dein\\w*|ihr\\w*|eur\\w*) ${OF_THEIRS}[^.!?]{0,80} (?:gelesen|durchgelesen|verschlungen)(?![a-z])`,
  ),
  new RegExp(
    `(?<![a-z])(?:j'ai (?:\\w+ ){0,2}?(?:lu|relu|devore|fini de lire)|(?:viens|vient) (?:juste )?de (?:lire|relire|finir|devorer)) ${WHOLE}(?:ton|ta|tes|votre|vos) ${OF_THEIRS}`,
  ),
  new RegExp(
    `(?<![a-z])(?:lei|he leido|me he leido|me lei|acabo de leer|acabo de terminar|termine de leer|he terminado de leer|me he tragado|devore) ${WHOLE}(?:tu|su|tus|sus|vuestr[oa]) ${OF_THEIRS}`,
  ),
  new RegExp(
    `(?<![a-z])(?:li|ja li|reli|acabei (?:agora |mesmo )?de ler|terminei de ler|devorei) ${WHOLE}(?:(?:o|a|os|as) )?(?:teu|tua|seu|sua|vosso|vossa|teus|seus) ${OF_THEIRS}`,
  ),
  new RegExp(
    `(?<![a-z])(?:(?:las|heb|gisteren|vandaag|net|eindelijk) (?:\\w+ ){0,3}?)(?:je|jouw|uw|jullie) ${OF_THEIRS}(?:[^.!?]{0,80} (?:gelezen|uitgelezen|verslonden)(?![a-z]))?`,
  ),
] as const

/** “Just finished reading it”: what, they have named. */
const READ_IT =
  /(?<![a-z])(?:(?:just |have |i've |ive |i )(?:just |finally |already )*(?:finished reading|read|reread) (?:it|the (?:whole|entire) (?:thing|lot))|(?:habe?|hab') (?:ihn|es|sie|das(?: ganze)?) (?:\w+ ){0,4}?(?:gelesen|durchgelesen|verschlungen)|(?:je (?:l'ai|viens de (?:le|la)) (?:\w+ ){0,2}?(?:lu|lue|lire))|(?:lo|la|me lo|me la) (?:lei|he leido|acabo de leer)|acabo de (?:leerlo|leerla|leermelo)|(?:li-o|li-a|ja (?:o|a) li|acabei de (?:o|a) ler)|heb (?:het|hem) (?:\w+ ){0,4}?(?:gelezen|uitgelezen))(?![a-z])/

const mayHaveRead = matcherFor([...READ_THEIRS, READ_IT])
/** Before anything is cut: most messages have none of these words. */
const READ =
  /\b(?:(?:re-?)?read|devoured|(?:durch)?gelesen|verschlungen|re-?reading|reading|(?:re)?lue?\b|(?:re)?lire|finir|fini\b|d[ée]vor|le[ií]do|le[ií](?![a-z])|leer|tragado|terminar|termin[eé]|li\b|li-[oa]|ler\b|reli\b|(?:uit)?gelezen|verslonden|las\b)/i

/** What is wanted, meant, or known from somebody else claims nothing. */
const NOT_DONE =
  /(?<![a-z])(?:if|when|once|after|until|before|wenn|sobald|falls|bevor|quand|si|avant|cuando|antes|hasta|quando|se|wanneer|als|voordat|zodra) (?:i|ich|je|j'|yo|eu|ik)(?![a-z])/

const NAMES_PIECE = new RegExp(`(?<![a-z])(?!text(?![a-z]))(?:${PIECE})(?![a-z])`)
const HAS_LINK = /https?:|www\.|\.(?:com|org|net|de|fr|es|pt|nl|example)\b/i

/**
 * In a conversation with somebody of whom nothing was read: that a piece of theirs was read. A piece that they sent along, with its address,
 * may have been read where Kith did not see it.
 */
export function claimsToHaveRead(draft: string, history: readonly HistoryItem[]): FalseReading | undefined {
  if (!READ.test(draft)) return undefined
  if (history.some(({ from, text }) => from === 'them' && HAS_LINK.test(text))) return undefined
  for (const sentence of splitSentences(draft).flatMap(piecesOf)) {
    const { folded, start, end, text } = sentence
    if (folded.includes('?') || NOT_READ.test(folded) || NOT_DONE.test(folded) || !mayHaveRead(folded)) continue
    const named = READ_THEIRS.some(pattern => pattern.test(folded))
    if (named || (READ_IT.test(folded) && isNamed(history)))
      return { span: [start, end], kind: 'not-among-readings', about: text }
  }
  return undefined
}

/** Their last messages speak of something that can be read. */
const isNamed = (history: readonly HistoryItem[]): boolean =>
  history
    .filter(({ from }) => from === 'them')
    .slice(-2)
    .some(({ text }) => NAMES_PIECE.test(fold(text)))
