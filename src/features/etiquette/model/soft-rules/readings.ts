import type { FalseReading } from '../false-reading/found.ts'
import { claimsToHaveRead } from '../false-reading/said-to-have-read.ts'
import { saysInstead, shortened } from '../false-reading/says-instead.ts'
import { findFalseReading } from '../false-reading.ts'
import type { Talk } from '../job-talk/detect.ts'
import { suggestDetail } from '../reading.ts'
import { findRetelling, sayPairs } from '../retold.ts'
import { judgeShown, type Shown } from '../shown.ts'
import type { Situation } from '../situation.ts'
import type { Span } from '../text.ts'
import type { Facts, Finding, Reading } from '../types.ts'
import type { Phrase } from '../words/phrases.ts'
import { block, warn } from './reasons.ts'

/** What the draft takes up of the readings, where that is asked of it. */
export function shownIn(draft: string, situation: Situation, talk: Talk): Shown | undefined {
  const { outreach, kind, readings } = situation
  if (!outreach || kind !== 'sourcing' || readings.length === 0) return undefined
  const offers = () => talk.all.map(item => item.span)
  const shown = judgeShown(draft, readings, offers)
  return shown.shown || shown.compliment ? shown : (shownRetold(draft, readings, offers()) ?? shown)
}

/** What is told in words that no reading has; nothing that is claimed of a piece that is not among them. */
function shownRetold(draft: string, readings: readonly Reading[], offers: readonly Span[]): Shown | undefined {
  let told = findRetelling(draft, readings, offers)
  const claim = told && findFalseReading(draft, readings)
  if (claim) told = findRetelling(draft, readings, [...offers, claim.span])
  return told && { shown: true, reading: told.reading, word: sayPairs(told) }
}

export function judgeReadings(draft: string, situation: Situation, shown: Shown | undefined): Finding[] {
  const { outreach, kind, readings, recent, context, toPerson, policy } = situation
  const found: Finding[] = []
  if (outreach && (kind === 'sourcing' || kind === 'mixed') && recent.length === 0) {
    found.push(
      block('missing', {
        code: 'nothing-read',
        phrase: readings.length > 0 ? 'nothing-read.old' : 'nothing-read.none',
        facts: { days: policy.limits['reading-days'] },
        action: 'read',
      }),
    )
  }
  const known = context.readings !== undefined || (outreach && (kind === 'sourcing' || kind === 'mixed'))
  const claim = !toPerson
    ? undefined
    : known
      ? findFalseReading(draft, readings)
      : situation.direct
        ? claimsToHaveRead(draft, situation.history)
        : undefined
  if (shown && !shown.shown && !(claim && isOfSomethingRead(claim, shown))) {
    const suggestion = suggestDetail(shown.reading ? [shown.reading] : recent.length > 0 ? recent : readings)
    const title = shorten(suggestion?.reading.title ?? '')
    const { detail } = suggestion ?? {}
    const { word } = shown
    found.push(
      block('missing', {
        code: 'reading-not-shown',
        phrase:
          word !== undefined && title ? 'reading-not-shown.nearly' : phraseFor(title !== '', detail !== undefined),
        facts: {
          ...(title && { title }),
          ...(detail !== undefined && { detail }),
          ...(word !== undefined && { word }),
        },
        action: 'mention',
      }),
    )
  }
  if (claim) {
    found.push(
      warn('written', {
        code: 'false-reading',
        ...(claim.kind === 'not-among-readings'
          ? { phrase: 'false-reading.unread' }
          : toldInstead(draft.slice(...claim.span), readings)),
        action: 'read',
        span: claim.span,
      }),
    )
  }
  return found
}

/** Who says otherwise what a reading says, or takes up something of it beside a piece that isn't among them, has read it. */
const isOfSomethingRead = ({ takesUp, kind, span }: FalseReading, { touches = [] }: Shown): boolean =>
  takesUp === true || touches.some(([start, end]) => kind === 'not-in-it' || end <= span[0] || start >= span[1])

/** Which text doesn't say what is claimed, and what it says instead, where one of them is near enough to tell. */
function toldInstead(claimed: string, readings: readonly Reading[]): { phrase: Phrase; facts: Facts } {
  const instead = saysInstead(claimed, readings)
  const [only, ...more] = readings
  const title = shorten((instead?.reading ?? (more.length === 0 ? only : undefined))?.title ?? '')
  const words = instead && shortened(instead.words)
  const named = title ? (words ? '.title-and-words' : '.title') : words ? '.words' : ''
  return {
    phrase: `false-reading.not-in-it${named}`,
    facts: { ...(title && { title }), ...(words && { words }) },
  }
}

function phraseFor(hasTitle: boolean, hasDetail: boolean): Phrase {
  if (hasTitle) return hasDetail ? 'reading-not-shown.title-and-detail' : 'reading-not-shown.title'
  return hasDetail ? 'reading-not-shown.detail' : 'reading-not-shown'
}

/** The item that the draft takes up, for the words of the next step. */
export function takenUp(shown: Shown | undefined): Facts | undefined {
  if (!shown?.shown || shown.word === undefined) return undefined
  const title = shorten(shown.reading?.title ?? '')
  return title ? { title, word: shown.word } : undefined
}

/** Six words of a title, so the reason stays a line. */
function shorten(title: string): string {
  const words = title.trim().split(/\s+/).filter(Boolean)
  if (words.length === 0) return ''
  return words.length > 6 ? `“${words.slice(0, 6).join(' ')}…”` : `“${words.join(' ')}”`
}
