import { isCompliment, type TakenUp } from './praise.ts'
import { indexOf, type Match, matchSentence, type Strongest } from './reading.ts'
import { aboutProfile } from './taken-up.ts'
import { MOST_OF_A_DRAFT, piecesOf, type Sentence, type Span, splitSentences } from './text.ts'
import type { Reading } from './types.ts'

/** In a text of few words that say something each of them is more its own. */
const inOneSentence = (words: number): number => (words < 15 ? 1.05 : words < 30 ? 1.2 : 1.35)
/** Who says something false of a text besides needs to take up no more than a word of it. */
const NEARLY = 0.7
const IN_ALL = 2.2

/** `word`: the one of the draft that takes up most of `reading`, enough or not; `touches`: the sentences that take up something, though not enough. */
export type Shown = {
  shown: boolean
  /** Words are shared, in a compliment on the subject: it was not told in other words either. */
  compliment?: boolean
  touches?: readonly Span[]
  reading?: Reading
  word?: string
}

/** What an offer shares with a reading may be their trade alone. */
const IN_AN_OFFER = 0.65

/** What each sentence of a draft takes up of one reading. `fresh`: something that no sentence before it does. */
type Share = {
  reading: Reading
  matches: readonly { sentence: Sentence; matched: Match; fresh: boolean }[]
  strongest: Strongest | undefined
  linked: number
  enoughAtOnce: number
}

function shareOf(sentences: readonly Sentence[], reading: Reading, draft: string): Share {
  const index = indexOf(reading)
  const seen = new Set<string>()
  let strongest: Strongest | undefined
  const matches = sentences.map(sentence => {
    const matched = matchSentence(sentence, index)
    if (matched.strongest && matched.strongest.worth > (strongest?.worth ?? 0)) strongest = matched.strongest
    const before = seen.size
    for (const key of matched.stems) seen.add(key)
    return { sentence, matched, fresh: seen.size > before }
  })
  const linked = reading.url !== undefined && reading.url !== '' && draft.includes(reading.url) ? 0.5 : 0
  return { reading, matches, strongest, linked, enoughAtOnce: inOneSentence(index.stems) }
}

/** The worth of a sentence: 1, or `IN_AN_OFFER`. */
type WorthOf = (sentence: Sentence) => number

function weighShare({ matches, linked, enoughAtOnce }: Share, worthOf: WorthOf): { all: number; enough: boolean } {
  let all = 0
  let top = 0
  let quoted = false
  let own = 0
  for (const { sentence, matched, fresh } of matches) {
    const worth = worthOf(sentence)
    const score = matched.score * worth
    if (matched.quoted > 0) quoted = true
    if (worth === 1) own += matched.own
    if (fresh) all += score
    top = Math.max(top, score)
  }
  // Their words given back, and something of one's own about them.
  const answers = quoted && own >= 1
  return { all, enough: answers || top + linked >= enoughAtOnce || all + linked >= IN_ALL }
}

const asNoOffer: WorthOf = () => 1
const asOffer: WorthOf = () => IN_AN_OFFER

/**
 * Whether the draft takes up something of the text of a reading; what sentences that start within `offers` (job talk) take up counts half.
 * They are only asked for where it hangs on them.
 */
export function judgeShown(
  draft: string,
  readings: readonly Reading[],
  offers: () => readonly Span[] = () => NO_SPANS,
): Shown {
  const sentences = sentencesOf(draft)
  const shares = readings.map(reading => shareOf(sentences, reading, draft))
  let offered: readonly Span[] | undefined
  const isOffered = ({ start }: Sentence) => {
    offered ??= offers()
    return offered.some(([from, to]) => start >= from && start < to)
  }
  const best = mostShown(shares, sentence => (isOffered(sentence) ? IN_AN_OFFER : 1))
  if (best) {
    const word = best.strongest?.text
    if (isCompliment(takenUpOf(best), sentences))
      return {
        shown: false,
        compliment: true,
        get touches() {
          return touchesIn(shares, isOffered)
        },
        reading: best.reading,
        ...(word !== undefined && { word }),
      }
    return { shown: true, reading: best.reading, ...(word !== undefined && { word }) }
  }
  const nearly = nearestOf(shares)
  return {
    shown: false,
    get touches() {
      return touchesIn(shares, isOffered)
    },
    ...(nearly?.strongest && { reading: nearly.reading, word: nearly.strongest.text }),
  }
}

const sentencesOf = (draft: string): readonly Sentence[] =>
  splitSentences(draft.slice(0, MOST_OF_A_DRAFT)).flatMap(piecesOf)

function takenUpOf(share: Share): TakenUp {
  const { matches, linked, enoughAtOnce } = share
  return {
    top: (Math.max(0, ...matches.map(({ matched }) => matched.score)) + linked) / enoughAtOnce,
    all: (weighShare(share, asNoOffer).all + linked) / IN_ALL,
    quoted: matches.some(({ matched }) => matched.quoted > 0),
    asks: matches.filter(({ sentence }) => sentence.folded.includes('?')).length,
  }
}

/** What is taken up of the reading that most is taken up of, enough or not. */
export function mostTakenUp(draft: string, readings: readonly Reading[]): TakenUp | undefined {
  const all = readings.map(reading => takenUpOf(shareOf(sentencesOf(draft), reading, draft)))
  return all.sort((a, b) => b.top + b.all - a.top - a.all)[0]
}

const NO_SPANS: readonly Span[] = []

/** Of what is taken up enough, the reading that most is taken up of. */
function mostShown(shares: readonly Share[], worthOf: WorthOf): Share | undefined {
  const may = shares.filter(share => weighShare(share, asNoOffer).enough)
  const [only] = may
  if (!only || (may.length === 1 && weighShare(only, asOffer).enough)) return only
  let best: { all: number; share: Share } | undefined
  for (const share of may) {
    const { all, enough } = weighShare(share, worthOf)
    if (enough && (!best || all > best.all)) best = { all, share }
  }
  return best?.share
}

function nearestOf(shares: readonly Share[]): Share | undefined {
  let nearest: Share | undefined
  for (const share of shares) if ((share.strongest?.worth ?? 0) > (nearest?.strongest?.worth ?? 0)) nearest = share
  return nearest
}

const touchesIn = (shares: readonly Share[], isOffered: (sentence: Sentence) => boolean): readonly Span[] =>
  shares.flatMap(({ matches }) =>
    matches
      .filter(
        ({ sentence, matched }) => matched.score >= NEARLY && !aboutProfile(sentence.folded) && !isOffered(sentence),
      )
      .map(({ sentence }): Span => [sentence.start, sentence.end]),
  )
