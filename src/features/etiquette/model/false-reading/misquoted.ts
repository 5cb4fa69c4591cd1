import { detectLanguage } from '../language.ts'
import { numbersIn, overlapWith, saysName, saysNumber, speaksOf, stemsOf } from '../reading.ts'
import { isSpokenOf } from '../retold.ts'
import { fold, plainWordsOf, type Sentence, type Span, splitWords, writtenIn } from '../text.ts'
import type { Reading } from '../types.ts'
import { factsOf } from '../word-facts.ts'
import { hasNumber, otherAmount, saysAmount } from './amounts.ts'
import { ABOUT_THEM, ABOUT_US, judgesThat, SUPPOSED, saysThat } from './claims.ts'
import { clausesOf } from './clauses.ts'
import type { FalseReading } from './found.ts'
import { isOpinion } from './opinion.ts'
import { replacedThing } from './replaced.ts'
import { tellingWordsOf } from './told.ts'
import { isTurnedRound } from './turned-round.ts'
import { sameLanguage } from './unread.ts'

const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(?:hate|hated|dislike|against|regret|regretted)\b/, /\b(?:love|loved|enjoy|favou?rite|glad|recommend)\b/],
  [/\b(?:love|loved|enjoyed|recommend)\b/, /\b(?:hate|hated|regret|never again|avoid)\b/],
  [/\b(?:slower|slowed)\b/, /\b(?:faster|sped|quicker)\b/],
  [/\b(?:faster|sped up|quicker)\b/, /\b(?:slower|slowed)\b/],
  [
    /\b(?:doubled|increased|rose|risen|grew|more than before)\b/,
    /\b(?:halved|decreased|fell|fallen|shrank|dropped|cut)\b/,
  ],
  [/\b(?:halved|decreased|fell|fallen|shrank|dropped)\b/, /\b(?:doubled|increased|rose|risen|grew)\b/],
]

const BOUGHT = /\b(?:bought|gekauft|achete\w*|compr(?:e|o|aste|ado|ou|ei)|gekocht)\b/
const SOLD = /\b(?:sold|verkauft|vendu\w*|vendi\w*|verkocht)\b/
const OPENED = /\b(?:opened|geoffnet|eroffnet|ouvert\w*|abier\w+|abri(?:mos|eron|o|u|ram)|aberto|geopend)\b/
const CLOSED = /\b(?:closed|geschlossen|ferme\w*|cerr(?:ado|amos|aron|o)|fech(?:ado|amos|aram|ou)|gesloten)\b/

// Said of their text in so many words.
const AGAINST: readonly (readonly [RegExp, RegExp])[] = [
  [BOUGHT, SOLD],
  [SOLD, BOUGHT],
  [OPENED, CLOSED],
  [CLOSED, OPENED],
  [/\b(?:metade|mitad|moitie|halfte|helft)\b/, /\b(?:dobro|doble|double|doppelt\w*|dubbele?)\b/],
  [/\b(?:dobro|doble|double|doppelt\w*|dubbele?)\b/, /\b(?:metade|mitad|moitie|halfte|helft)\b/],
  [
    /\b(?:gestiegen|augment\w+|aument\w+|subi\w+|toegenomen|gestegen|mehr als fruher)\b/,
    /\b(?:gesunken|geschrumpft|baiss\w+|diminu\w+|baj\w+|cai\w+|desceu|gedaald|afgenomen)\b/,
  ],
  [
    /\b(?:gesunken|geschrumpft|baiss\w+|diminu\w+|baj[oa]\w*|caiu|desceu|gedaald|afgenomen)\b/,
    /\b(?:gestiegen|augment\w+|aument\w+|subi\w+|toegenomen|gestegen)\b/,
  ],
]

// What we add to what they said.
const OF_OURSELVES =
  /,? (?:and )?(?:i|i'd|i'm|i've|ich|j'|je (?:n|l|s|t)\S*|yo|eu|ik|which|what a|quelle?|wat een|hut ab|que (?!el|la|los|las|o|a|os|as)\S+)(?![a-z])[^,]*$/

/** Something said of a reading that it does not say. */
export function misquotes(
  claims: RegExpExecArray | null,
  namesPiece: boolean,
  sentence: Sentence,
  draft: string,
  readings: readonly Reading[],
): FalseReading | undefined {
  const ascribes = claims !== null || namesPiece || ABOUT_THEM.test(sentence.folded)
  if (!ascribes) return saidOtherwise(sentence, readings) ?? otherAmount(sentence, draft, readings)
  const found = misquote(claims, namesPiece, sentence, readings) ?? otherAmount(sentence, draft, readings)
  return found && claims?.[1] && takesUp(claims[1], readings) ? { ...found, takesUp: true } : found
}

const takesUp = (said: string, readings: readonly Reading[]): boolean =>
  splitWords(said.replace(OF_OURSELVES, '')).filter(
    word => factsOf(word).parts.length > 0 && readings.some(reading => speaksOf(reading, word)),
  ).length >= 2

function misquote(
  claims: RegExpExecArray | null,
  namesPiece: boolean,
  sentence: Sentence,
  readings: readonly Reading[],
): FalseReading | undefined {
  const stems = stemsOf(plainWordsOf(sentence))
  let reading: Reading | undefined
  let closest = -1
  for (const one of readings) {
    const shared = overlapWith(stems, one)
    if (shared > closest) {
      reading = one
      closest = shared
    }
  }
  if (!reading) return undefined
  const span: Span = [sentence.start, sentence.end]
  const said = claims?.[1]?.replace(OF_OURSELVES, '')
  if (claims?.[1] && saysThat(claims) && sameLanguage(sentence.text, reading)) {
    const claimed = tellingWordsOf(claims[1])
    const spoken = claimed.filter(word => readings.some(one => isSpokenOf(one, word)))
    if (claimed.length >= 3 && spoken.length / claimed.length < 0.2)
      return { span, kind: 'not-in-it', about: claims[1] }
  }
  if (closest < 1) return undefined
  const turned =
    claims || namesPiece
      ? isTurnedRound(
          said === undefined ? sentence : sentenceOf(said),
          readings,
          claims || judgesThat(sentence.folded) ? 'said' : 'praised',
        )
      : undefined
  if (turned) return { span, kind: 'not-in-it', about: claims?.[1] ?? sentence.text }
  const otherwise = turned === undefined ? saidOtherwise(sentence, readings) : undefined
  if (otherwise) return otherwise
  if (claims) {
    const body = fold(reading.text)
    const against = AGAINST.some(
      ([said, written]) => said.test(sentence.folded) && written.test(body) && !said.test(body),
    )
    if (against) return { span, kind: 'not-in-it', about: sentence.text }
  }
  const replaced = claims?.[1] && sameLanguage(sentence.text, reading) ? replacedThing(claims[1], reading) : undefined
  if (replaced) return { span, kind: 'not-in-it', about: replaced }
  const counts = hasNumber(sentence)
  for (const clause of clausesOf(sentence)) {
    if (!ABOUT_THEM.test(clause.folded) && !claims) continue
    if (
      ABOUT_US.test(
        claims ? clause.folded.replace(/(?<![a-z])(?:minutes?|minuten|minutos|min)(?![a-z])/g, ' ') : clause.folded,
      )
    )
      continue
    const wrong = (counts ? numbersIn(clause.text) : []).find(
      ({ number, start, end }) =>
        !isOtherWord(clause.text.slice(start, end).toLowerCase(), sentence.text) &&
        (number.length > 1 || /\d/.test(clause.text.charAt(start)) || (claims !== null && Number(number) > 2)) &&
        !readings.some(one => saysNumber(one, number) || saysAmount(one, clause.text, start)),
    )
    if (wrong) return { span, kind: 'not-in-it', about: clause.text.slice(wrong.start, wrong.end) }
    const tellsOfThem = claims !== null || namesPiece || /(?<![a-z])(?:how|that|where) you(?![a-z])/.test(clause.folded)
    const name = tellsOfThem ? foreignName(clause, readings) : undefined
    if (name) return { span, kind: 'not-in-it', about: name }
  }
  if (closest >= 2) {
    const body = fold(reading.text)
    for (const [said, written] of OPPOSITES) {
      if (
        said.test(sentence.folded) &&
        !ABOUT_US.test(sentence.folded) &&
        /(?<![a-z])(?:you|your)(?![a-z])/.test(sentence.folded)
      ) {
        if (
          written.test(body) &&
          !said.test(body) &&
          /(?<![a-z])(?:that|how|why|because) (?:you|your|it|the|night|\w+)/.test(sentence.folded) &&
          !/^(?:i |we |really |just )*(?:loved?|enjoyed|hated)/.test(sentence.folded)
        )
          return { span, kind: 'not-in-it', about: sentence.text }
      }
    }
  }
  return undefined
}

/** What is told as theirs and says the opposite of it. */
export function turnsRound(
  told: string,
  { start, end }: Sentence,
  readings: readonly Reading[],
): FalseReading | undefined {
  return isTurnedRound(sentenceOf(told), readings, 'said')
    ? { span: [start, end], kind: 'not-in-it', about: told }
    : undefined
}

/** What is said to be theirs, as a sentence by itself. */
const sentenceOf = (said: string): Sentence => ({
  text: said,
  folded: fold(said),
  start: 0,
  end: said.length,
  words: splitWords(said),
})

/** “A pity that the average fell”, of a text in which it rose. What is asked or wondered about is said of nobody. */
function saidOtherwise(sentence: Sentence, readings: readonly Reading[]): FalseReading | undefined {
  if (/(?<![a-z])(?:wonder|frage mich|demande|pregunto|pergunto|vraag me)/.test(sentence.folded)) return undefined
  if (sentence.folded.includes('?')) {
    const before = saidBeforeAsking(sentence)
    return before && saidOtherwise(before, readings)
  }
  if (SUPPOSED.test(sentence.folded) || ABOUT_US.test(sentence.folded)) return undefined
  return isTurnedRound(
    sentence,
    readings,
    judgesThat(sentence.folded) ? 'judged' : isPraise(sentence) ? 'praised' : 'told',
  )
    ? { span: [sentence.start, sentence.end], kind: 'not-in-it', about: sentence.text }
    : undefined
}

// “Is it a pity that”, “wasn't it good that”: asked from the start.
const ASKS_FROM_START =
  /^(?:and |but |so |und |et |y |e |en )?(?:is|isn't|was|wasn't|are|aren't|were|do|don't|does|did|didn't|have|has|had|can|will|why|how|what|ist|war|sind|warum|wie|est-ce|etait-ce|pourquoi|comment|es|fue|por que|como|foi|porque|waarom|hoe|vind|vond|vindt) /

/** “I was sorry to see that it carries fewer, was that why you were for it?”: what stands before the question is said. */
function saidBeforeAsking(sentence: Sentence): Sentence | undefined {
  const { text, folded, start, words } = sentence
  const end = folded.lastIndexOf(', ')
  if (end < 12 || ASKS_FROM_START.test(folded) || !judgesThat(folded.slice(0, end))) return undefined
  return {
    text: text.slice(0, end),
    folded: folded.slice(0, end),
    start,
    end: start + end,
    words: words.filter(word => word.end <= start + end),
  }
}

const isPraise = ({ words }: Sentence): boolean => words.some(({ folded }) => isOpinion(folded))

// Numbers in one language, everyday words in another: “once” is eleven in Spanish, “onze” ours in Dutch.
const NUMBER_ONLY_IN: Readonly<Record<string, readonly string[]>> = {
  once: ['es'],
  onze: ['fr', 'pt'],
  seize: ['fr'],
  cent: ['fr'],
  mille: ['fr'],
  mil: ['es', 'pt'],
  elf: ['de', 'nl'],
  dos: ['es'],
}

// “Half of the village” counts nothing.
const HALF = /^(?:half|halb\w*|moitie|moitié|mitad|metade|helft)$/

function isOtherWord(word: string, sentence: string): boolean {
  if (HALF.test(word)) return true
  const only = NUMBER_ONLY_IN[word]
  if (!only) return false
  const language = detectLanguage(sentence)?.language
  return language !== undefined && !only.includes(language)
}

function foreignName(clause: { text: string }, readings: readonly Reading[]): string | undefined {
  if (detectLanguage(clause.text)?.language === 'de') return undefined
  const { text } = clause
  const name = splitWords(text).find(
    (word, i) =>
      i > 0 &&
      /^\p{Lu}[\p{L}\d]{2,}$/u.test(writtenIn(text, word)) &&
      !/[.!?]\s*$/.test(text.slice(0, word.start)) &&
      !readings.some(reading => saysName(reading, word.folded)),
  )
  return name && writtenIn(text, name)
}
