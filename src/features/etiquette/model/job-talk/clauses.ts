import {
  findUrls,
  fold,
  MOST_OF_A_DRAFT,
  mayHoldUrl,
  piecesOf,
  plainWordsOf,
  splitSentences,
  splitWords,
  type Word,
} from '../text.ts'
import { withoutWhoWeAre } from './who-we-are.ts'

/**
 * A sentence of a draft as it is judged: folded, what they said themselves and all links blanked. `words` are the draft's. `bare`:
 * nothing was blanked, so that `text` alone decides what is judged of it. `whole`: no piece of a longer one, so that no word is cut.
 * `count`: of the words that were not blanked.
 */
export type Clause = {
  start: number
  end: number
  text: string
  words: readonly Word[]
  links: readonly Link[]
  bare: boolean
  whole: boolean
  count: number
}
export type Link = { url: string; start: number; end: number; toJob: boolean }

const JOB_LINK =
  /(?:careers?|karriere|jobs?|vacanc(?:y|ies)|vacatures?|vagas?|empleos?|emplois?|recrutement|recruit(?:ing|ment)?|stellen(?:angebote|anzeigen)?|stelle|trabaj[ae]|trabalhe|carrieres?|carreiras?|werkenbij|werken-bij|join-us|work-with-us|openings?|hiring|apply|offres?|ofertas?|positions?|roles?|joinus|job-?board)(?=[/.?#=&_-]|\d|$)|greenhouse\.io|lever\.co|workable\.com|ashbyhq\.com|personio\.|smartrecruiters|recruitee|teamtailor|indeed\.|stepstone|infojobs|myworkdayjobs|bamboohr/

export const blank = (text: string, filler = '_'): string => filler.repeat(text.length)

function maskQuotes(folded: string): string {
  if (!folded.includes('"')) return folded
  const theirs =
    /(?<![a-z])(?:you|your|u|ur|du|dein\w*|ihr\w*|sie|tu|ton|ta|vous|votre|su|tus|usted|voce|seu|sua|teu|tua|je|jouw|uw|jij|wrote|said)(?![a-z])/.test(
      folded.replace(/"[^"]*"/g, ' '),
    )
  return theirs ? folded.replace(/"[^"\n]{3,200}"/g, found => blank(found)) : folded
}

/** Their own words, given back: quoted lines, and quotation marks in a sentence about them. */
function withoutQuotedLines(folded: string): string {
  return !folded.includes('>') ? folded : folded.replace(/^ ?>[^\n]*$/gm, found => blank(found, ' '))
}

export function* clausesOf(whole: string): Generator<Clause, void> {
  const draft = whole.slice(0, MOST_OF_A_DRAFT)
  const folded = fold(draft)
  const plain = withoutQuotedLines(folded)
  const linked = mayHoldUrl(plain)
  for (const sentence of splitSentences(draft))
    for (const piece of piecesOf(sentence)) {
      const { start, end, words } = piece
      const raw = plain.slice(start, end)
      const links = (linked ? findUrls(raw) : []).map(({ url, start: from, end: to }) => ({
        url,
        start: start + from,
        end: start + to,
        toJob: JOB_LINK.test(url),
      }))
      let text = maskQuotes(raw.includes('://') ? raw.replace(/https?:\/\/\S+/g, url => blank(url)) : raw)
      for (const link of links)
        text = text.slice(0, link.start - start) + blank(link.url) + text.slice(link.end - start)
      text = withoutWhoWeAre(text)
      const bare = plain === folded && text === raw
      const count = (bare ? plainWordsOf(piece) : splitWords(text)).length
      yield { start, end, text, words, links, bare, whole: piece === sentence, count }
    }
}
