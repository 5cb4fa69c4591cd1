import { findFalseReading } from '../false-reading.ts'
import type { JobTalk } from '../job-talk/detect.ts'
import { judgeShown, suggestDetail } from '../reading.ts'
import type { Situation } from '../situation.ts'
import type { Finding } from '../types.ts'
import type { Phrase } from '../words/phrases.ts'
import { block, warn } from './reasons.ts'

export function judgeReadings(draft: string, situation: Situation, talk: readonly JobTalk[]): Finding[] {
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
  if (outreach && kind === 'sourcing' && readings.length > 0) {
    const { shown } = judgeShown(
      draft,
      readings,
      talk.map(item => item.span),
    )
    if (!shown) {
      const suggestion = suggestDetail(recent.length > 0 ? recent : readings)
      const title = shorten(suggestion?.reading.title ?? '')
      const { detail } = suggestion ?? {}
      found.push(
        block('missing', {
          code: 'reading-not-shown',
          phrase: phraseFor(title !== '', detail !== undefined),
          facts: { ...(title && { title }), ...(detail !== undefined && { detail }) },
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
          phrase: claim.kind === 'not-among-readings' ? 'false-reading.unread' : 'false-reading.not-in-it',
          action: 'read',
          span: claim.span,
        }),
      )
    }
  }
  return found
}

function phraseFor(hasTitle: boolean, hasDetail: boolean): Phrase {
  if (hasTitle) return hasDetail ? 'reading-not-shown.title-and-detail' : 'reading-not-shown.title'
  return hasDetail ? 'reading-not-shown.detail' : 'reading-not-shown'
}

/** Six words of a title, so the reason stays a line. */
function shorten(title: string): string {
  const words = title.trim().split(/\s+/).filter(Boolean)
  if (words.length === 0) return ''
  return words.length > 6 ? `“${words.slice(0, 6).join(' ')}…”` : `“${words.join(' ')}”`
}
