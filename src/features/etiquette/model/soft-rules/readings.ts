import { findFalseReading } from '../false-reading.ts'
import type { JobTalk } from '../job-talk/detect.ts'
import { judgeShown, suggestDetail } from '../reading.ts'
import type { Situation } from '../situation.ts'
import type { Reason } from '../types.ts'
import { block, warn } from './reasons.ts'

export function judgeReadings(draft: string, situation: Situation, talk: readonly JobTalk[]): Reason[] {
  const { outreach, kind, readings, recent, context, toPerson } = situation
  const found: Reason[] = []
  if (outreach && (kind === 'sourcing' || kind === 'mixed') && recent.length === 0) {
    found.push(
      block('missing', {
        code: 'nothing-read',
        message:
          readings.length > 0
            ? 'Your last reading of their work is over 90 days old.'
            : 'Nothing of theirs was read in the last 90 days.',
        instead: 'Read their latest, then mention what stayed with you.',
        action: 'read',
      }),
    )
  }
  if (outreach && kind === 'sourcing' && readings.length > 0) {
    const { shown } = judgeShown(
      draft,
      readings,
      talk.map(item => item.span),
    )
    if (!shown) {
      const suggestion = suggestDetail(recent.length > 0 ? recent : readings)
      const title = shorten(suggestion?.reading.title ?? '')
      found.push(
        block('missing', {
          code: 'reading-not-shown',
          message: title
            ? `Nothing here shows that you read ${title}.`
            : 'Nothing here shows that you read what they wrote.',
          instead: suggestion?.detail
            ? `Take up one thing from it in your words, for instance “${suggestion.detail}”.`
            : 'Take up one thing from it in your own words.',
          action: 'mention',
        }),
      )
    }
  }
  const known = context.readings !== undefined || (outreach && (kind === 'sourcing' || kind === 'mixed'))
  if (known && toPerson) {
    const claim = findFalseReading(draft, readings)
    if (claim) {
      found.push(
        warn('written', {
          code: 'false-reading',
          message:
            claim.kind === 'not-among-readings'
              ? 'You mention something of theirs that you have not opened here.'
              : 'What you say of their text does not stand in it.',
          instead:
            claim.kind === 'not-among-readings'
              ? 'Read it first, or mention one that you read.'
              : 'Look at it again and put it right.',
          action: 'read',
          span: claim.span,
        }),
      )
    }
  }
  return found
}

/** Six words of a title, so the reason stays a line. */
function shorten(title: string): string {
  const words = title.trim().split(/\s+/).filter(Boolean)
  if (words.length === 0) return ''
  return words.length > 6 ? `“${words.slice(0, 6).join(' ')}…”` : `“${words.join(' ')}”`
}
