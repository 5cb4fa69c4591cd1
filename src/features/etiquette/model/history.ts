import { dayMs, minuteMs } from '#kernel/clock.ts'
import { jobTalkIn, lookForJobTalk } from './job-talk/detect.ts'
import { detectLanguage } from './language.ts'
import { remember } from './remember.ts'
import { fold, MOST_OF_A_DRAFT, piecesOf, splitSentences } from './text.ts'
import { asksAboutWork, isDecline } from './their-words.ts'
import type { HistoryItem } from './types.ts'

export type Standing = {
  theyWrote: boolean
  /** They asked about work, or wrote that they look for it, and didn't turn it down later. */
  theyAskedAboutWork: boolean
  /** The same in the last that they wrote: nothing of theirs came after it. */
  askedLast: boolean
  declinedAfterAll: boolean
}

export function readStanding(history: readonly HistoryItem[]): Standing {
  const theirs = history.filter(item => item.from === 'them')
  // Their latest word on it counts; what they wrote before need not be read.
  const last = theirs.findLast(({ text }) => isDecline(text) || asksAboutWork(text) || asksForSomebody(text))
  const declined = last !== undefined && isDecline(last.text)
  return {
    theyWrote: theirs.some(({ text }) => text.trim() !== ''),
    theyAskedAboutWork: last !== undefined && !declined,
    askedLast: last !== undefined && !declined && isOfLastWord(history, last),
    declinedAfterAll: declined,
  }
}

/** Whether nothing of ours, with an answer of theirs, came after it. */
function isOfLastWord(history: readonly HistoryItem[], item: HistoryItem): boolean {
  const behind = history.slice(history.indexOf(item) + 1)
  const ours = behind.findIndex(({ from }) => from === 'me')
  return ours < 0 || !behind.slice(ours).some(({ from }) => from === 'them')
}

// How it goes with their own place is no wish for another.
const OF_THEIRS =
  /(?<![a-z])(?:my|our|we|us|mein\w*|unser\w*|wir|uns|mon|ma|mes|notre|nos|nous|mi|mis|nuestr\w*|nosotros|meu|minha|noss\w*|nos|mijn|ons|onze|wij|we)(?![a-z])/

/** “Does one of your lines look for a cook?”: what would be job talk of ours is a question about work when they ask it. */
const asksForSomebody: (text: string) => boolean = remember(
  text =>
    text.includes('?') &&
    mayAsk(text) &&
    jobTalkIn(text).some(({ span }) => {
      const asked = text.slice(span[0], span[1]).trimEnd()
      return asked.endsWith('?') && !OF_THEIRS.test(fold(asked))
    }),
  200,
)

/** Whether one of the sentences asks, and not of theirs: the others need not be judged. Of a piece of a long one nothing is known. */
const mayAsk = (text: string): boolean =>
  splitSentences(text.slice(0, MOST_OF_A_DRAFT)).some(
    sentence =>
      piecesOf(sentence).length > 1 ||
      (text.slice(sentence.start, sentence.end).trimEnd().endsWith('?') && !OF_THEIRS.test(sentence.folded)),
  )

/** A yes to our question about work is asking about it. */
export function answersYesToJobTalk(history: readonly HistoryItem[]): boolean {
  const last = history.at(-1)
  const before = history.at(-2)
  if (!last || !before || last.from !== 'them' || before.from !== 'me') return false
  const yes =
    /^\W*(?:yes|yeah|yep|yup|sure|absolutely|definitely|of course|why not|tell me more|go on|ja|gerne?|klar|natuerlich|unbedingt|oui|volontiers|bien sur|carrement|si|claro|por supuesto|sim|com certeza|manda|graag|tuurlijk|zeker|vertel|erzahl|sounds (?:good|interesting)|i'?d love|love to|interested)(?![a-z])/
  return yes.test(fold(last.text)) && !isDecline(last.text) && lookForJobTalk(before.text).first !== undefined
}

const ONE_MESSAGE_MS = 15 * minuteMs

export type Unanswered = { count: number; tooSoon: boolean; lastAt?: Date }

/** Ours since their last word, the draft included; what lies within 15 minutes of the one before counts as one. `tooSoon`: less than these days after the last. */
export function countUnanswered(history: readonly HistoryItem[], now: Date, daysBetween: number): Unanswered {
  const ours: number[] = []
  for (const item of history) {
    if (item.from === 'them') ours.length = 0
    else if (item.at) ours.push(item.at.getTime())
    else ours.push(Number.NaN)
  }
  const groups: { start: number; end: number }[] = []
  for (const at of [...ours, now.getTime()]) {
    const last = groups.at(-1)
    if (last && at - last.end <= ONE_MESSAGE_MS) last.end = at
    else groups.push({ start: at, end: at })
  }
  const [before, last] = groups.slice(-2)
  const lastAt = ours.at(-1)
  return {
    count: groups.length,
    tooSoon: !!before && !!last && last.start - before.end <= daysBetween * dayMs,
    ...(lastAt !== undefined && !Number.isNaN(lastAt) && { lastAt: new Date(lastAt) }),
  }
}

/** In time order; items without a time keep their place. */
export function inOrder(history: readonly HistoryItem[]): readonly HistoryItem[] {
  const sorted = history.every((item, i) => {
    const before = history[i - 1]
    return !before?.at || !item.at || before.at <= item.at
  })
  if (sorted || history.some(item => !item.at)) return history
  return [...history].sort((a, b) => (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0))
}

export function lastOfTheirs(history: readonly HistoryItem[]): HistoryItem | undefined {
  return history.findLast(item => item.from === 'them')
}

/** Of scraps of which none tells its language alone, two of another's little words would decide. */
const SURE_TOGETHER = 0.65

/** The languages they wrote in, latest messages first; empty when it can't be told. */
export function languagesOf(history: readonly HistoryItem[]): ReadonlySet<string> {
  const theirs = history.filter(item => item.from === 'them').slice(-8)
  const found = new Set<string>()
  for (const item of theirs) {
    const detected = detectLanguage(item.text)
    if (detected) found.add(detected.language)
  }
  if (found.size === 0 && theirs.length > 1) {
    const together = detectLanguage(theirs.map(item => item.text).join('. '))
    if (together && together.confidence >= SURE_TOGETHER) found.add(together.language)
  }
  return found
}
