import { isSpokenOf } from '../retold.ts'
import { isEmptyWord } from '../stem.ts'
import { type Sentence, splitWords, type Word } from '../text.ts'
import type { Reading } from '../types.ts'
import { factsOf } from '../word-facts.ts'
import { saysAmount } from './amounts.ts'
import type { FalseReading } from './found.ts'
import { isOpinion } from './opinion.ts'
import { howOf, isSaidIn, type Said, saidIn, saysOneOf, unitsOf } from './said.ts'
import { saidTogether, saysWhichSide } from './turned-round.ts'
import { sameLanguage } from './unread.ts'

// What we think of it.
const OPINION = new Set(
  (
    'pity shame sad sorry funny odd right call deserved impressed proud admire hats ' +
    'schade hut gonne respekt bewundere traurig ' +
    'dommage chapeau bravo triste ' +
    'lastima pena admirable dice bien ' +
    'pena admiro triste ' +
    'jammer petje knap fantastisch helemaal'
  ).split(' '),
)

// They say nothing of what happened.
const LIGHT = new Set(
  (
    'could would should might able idea lot bit kind way thing things again though turned ever ' +
    'habt hattet hatten seid wart ihr euch hebben hadden jullie avez ayez avait aviez avaient aient habeis habia habian tenham tiveram tinham ' +
    'wurde wurden wurdest geworden durfte konnte konnten musste sollte ' +
    'ait soit puisse fait faire cela comment faut venu venus venue vient viennent came come ' +
    'venido viene vino vieram veio vem gekommen kommt kamen gekomen kwam ' +
    'pudiera podia puede pueda haya hubiera fuera sea verlo hacerlo hacer ' +
    'pudesse possa pode podia tenha tivesse seja fosse fazer ' +
    'kon konden kunnen werd worden wordt ging schrijft geworden'
  ).split(' '),
)

const ELIDED = /^(?:qu|n|l|d|s|j|m|t|c)'/

/** The words of a claim that say something and are not what we think of it. */
export const tellingWordsOf = (claim: string): readonly Word[] =>
  splitWords(claim).filter(word => {
    const folded = word.folded.replace(ELIDED, '')
    return (
      folded.length > 2 &&
      factsOf(word).parts.length > 0 &&
      !isEmptyWord(folded) &&
      !LIGHT.has(folded) &&
      !OPINION.has(folded) &&
      !isOpinion(folded)
    )
  })

// “What you wrote on…”: a topic is named, nothing is claimed.
const A_TOPIC = /^(?:on|about|of|uber|sur|sobre|over) /

/** One word in so many that stands nowhere is a claim of its own. */
const UNSAID = 3

// Where what we say to it begins.
const OURS_FROM = /[:;]\s|, (?:i|i'm|i'd|ich|je|j'|yo|eu|ik)(?![a-z])/

/**
 * “The prize you got for it, as you write”, of a text without a prize: a good part of what is told as theirs stands in none of their texts.
 * Unless it `mayBeAll` of it, something must stand there: what we think well of may be no text of theirs at all.
 */
export function toldOtherwise(
  told: string,
  sentence: Sentence,
  readings: readonly Reading[],
  mayBeAll: () => boolean = () => true,
): FalseReading | undefined {
  if (A_TOPIC.test(told)) return undefined
  const theirs = told.split(OURS_FROM)[0] ?? told
  const said = tellingWordsOf(theirs)
  const unsaid = said.filter(
    (word, i) =>
      !readings.some(
        reading =>
          isSpokenOf(reading, word) ||
          saysWhichSide(word, said[i - 1], reading) ||
          isSaidIn(word, reading) ||
          saysAmount(reading, theirs, word.start),
      ),
  )
  if (unsaid.length === 0 || unsaid.length * UNSAID < said.length || (unsaid.length === said.length && !mayBeAll()))
    return undefined
  if (!readings.every(reading => sameLanguage(sentence.text, reading))) return undefined
  return { span: [sentence.start, sentence.end], kind: 'not-in-it', about: told.trim() }
}

/** So much of what is judged must stand in one place of their text. */
const TOGETHER = 2 / 3
/** Fewer words say too little of the place. */
const FEWEST = 3

/** “Impressive that doubling the chlorine cleared the smell in six days”: its words stand there, each in another place. */
export function joinedOtherwise(
  judged: string,
  sentence: Sentence,
  readings: readonly Reading[],
): FalseReading | undefined {
  const words = tellingWordsOf(judged.split(OURS_FROM)[0] ?? judged)
  if (words.length < FEWEST) return undefined
  const claim = { text: judged, folded: judged, start: 0, end: judged.length, words }
  if (saidTogether(claim, readings) >= TOGETHER) return undefined
  if (!readings.every(reading => sameLanguage(sentence.text, reading))) return undefined
  return { span: [sentence.start, sentence.end], kind: 'not-in-it', about: judged.trim() }
}

/** “A pity that the director never cooks”, of a text that speaks of his cooking and nowhere denies it; or the other way round. */
export function deniedOtherwise(
  judged: string,
  { start, end, text }: Sentence,
  readings: readonly Reading[],
): FalseReading | undefined {
  const told = judged.split(OURS_FROM)[0] ?? judged
  const claim = saidIn({ text: told, folded: told, start: 0, end: told.length, words: splitWords(told) })
  const { denies, denied } = howOf(claim)
  const about = denies ? claim.words.filter(({ texts }) => texts.some(key => denied.has(key))) : claim.words
  if (about.length < (denies ? 1 : FEWEST)) return undefined
  const units = readings.flatMap(reading => unitsOf(reading)).filter(unit => about.every(keys => saysOneOf(unit, keys)))
  if (units.length === 0 || units.some(unit => howOf(unit).denies === denies || standsOpposite(claim, unit)))
    return undefined
  if (!readings.every(reading => sameLanguage(text, reading))) return undefined
  return { span: [start, end], kind: 'not-in-it', about: told.trim() }
}

/** What is turned and denied is the same: “lost none” and “kept all”. */
const standsOpposite = ({ sides }: Said, other: Said): boolean =>
  [...sides].some(([pair, side]) => {
    const theirs = other.sides.get(pair)
    return theirs !== undefined && theirs !== side
  })
