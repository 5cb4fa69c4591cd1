import { ABOUT_US, claimsIn, SUPPOSED } from './false-reading/claims.ts'
import type { FalseReading } from './false-reading/found.ts'
import { misquotes, turnsRound } from './false-reading/misquoted.ts'
import { otherPiece } from './false-reading/other-piece.ts'
import { deniedOtherwise, joinedOtherwise, toldOtherwise } from './false-reading/told.ts'
import { claimsUnread } from './false-reading/unread.ts'
import { indexOf, matchSentence } from './reading.ts'
import { MOST_OF_A_DRAFT, piecesOf, type Sentence, splitSentences } from './text.ts'
import type { Reading } from './types.ts'

/** A piece that the draft claims to know and that is not among the readings, or something said of one that it doesn't say. */
export function findFalseReading(draft: string, readings: readonly Reading[]): FalseReading | undefined {
  const sentences = splitSentences(draft.slice(0, MOST_OF_A_DRAFT)).flatMap(piecesOf)
  for (const sentence of sentences) {
    const isOfTheirs = () => takesUpBefore(sentence, sentences, readings)
    const { pieces, said, saidThat, told, judged, judgedBehind } = claimsIn(sentence.folded)
    const found =
      first(pieces, piece => claimsUnread(piece, sentence, readings)) ??
      otherPiece(sentence, readings) ??
      misquotes(said, pieces.length > 0, sentence, draft, readings) ??
      first(
        told === undefined ? [] : [told],
        one => toldOtherwise(one, sentence, readings) ?? turnsRound(one, sentence, readings),
      ) ??
      first(saidThat === undefined ? [] : [saidThat], one => toldOtherwise(one, sentence, readings)) ??
      first(
        judged !== undefined && isToldAsTheirs(sentence) ? [judged] : [],
        one =>
          toldOtherwise(one, sentence, readings, isOfTheirs) ??
          joinedOtherwise(one, sentence, readings) ??
          deniedOtherwise(one, sentence, readings),
      ) ??
      first(
        judgedBehind !== undefined && isToldAsTheirs(sentence) ? [judgedBehind] : [],
        one =>
          toldOtherwise(one, sentence, readings, isOfTheirs) ??
          turnsRound(one, sentence, readings) ??
          deniedOtherwise(one, sentence, readings),
      )
    if (found) return found
  }
  return undefined
}

/** So much is taken up that the sentence is about a text of theirs. */
const ABOUT_THEIRS = 0.9

/** Whether a sentence before takes up something: what is judged next is of the same text. */
const takesUpBefore = (sentence: Sentence, sentences: readonly Sentence[], readings: readonly Reading[]): boolean =>
  sentences
    .slice(0, sentences.indexOf(sentence))
    .some(before => readings.some(reading => matchSentence(before, indexOf(reading)).score >= ABOUT_THEIRS))

const isToldAsTheirs = ({ folded }: Sentence): boolean =>
  !folded.includes('?') && !ABOUT_US.test(folded) && !SUPPOSED.test(folded)

function first<T, U>(from: readonly T[], find: (one: T) => U | undefined): U | undefined {
  for (const one of from) {
    const found = find(one)
    if (found) return found
  }
  return undefined
}
