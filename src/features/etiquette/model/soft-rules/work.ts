import { stageRank } from '#features/relationships/model.ts'
import type { Talk } from '../job-talk/detect.ts'
import { findOwnLink, jobDaysOf, normsOf } from '../room.ts'
import type { Situation } from '../situation.ts'
import { fold, splitSentences } from '../text.ts'
import type { Finding } from '../types.ts'
import { block, evidenceWords, warn, weekdayOf } from './reasons.ts'

const INTRODUCED = stageRank('introduced')
const INTERESTED = stageRank('interested')

export function judgeBroadcast(situation: Situation, talk: Talk): Finding[] {
  const { context, direct, action, toPerson, policy } = situation
  const count = context.recipients ?? 0
  if ((direct || (action === 'invite' && context.surface === 'direct')) && count >= policy.limits['same-text-people']) {
    return [
      block('already-holds', {
        code: 'broadcast-on-messaging',
        phrase: 'broadcast.many',
        facts: { count, days: policy.limits['same-text-days'] },
        action: 'split',
      }),
    ]
  }
  if (context.surface !== 'room' || toPerson) return []
  const advert = talk.first
  if (!advert) return []
  const norms = normsOf(context.room, weekdayOf(situation)).jobs
  // Silent norms: what we gave the room decides (promotes-in-room); where that isn't known either, nothing allows an advert.
  const open = norms === 'allowed' || (norms === 'silent' && context.room?.promoShare !== undefined)
  if (open) return []
  const days = jobDaysOf(context.room)
  return [
    block('written', {
      code: 'broadcast-on-messaging',
      phrase:
        days.length > 0
          ? 'broadcast.advert-other-day'
          : norms === 'forbidden'
            ? 'broadcast.advert-unwanted'
            : 'broadcast.advert-unasked',
      facts: days.length > 0 ? { weekdays: days.join(' ') } : {},
      action: 'cut',
      span: advert.span,
      words: evidenceWords(advert),
    }),
  ]
}

// “A couple of names”, “a name”: others than the one written to. “Your name” is none of them.
const NAMES =
  /(?<![a-z])(?:names|namen|noms|nombres|nomes|(?:a|one|another|ein(?:en)?|een|un|algun|um|algum) (?:name|namen|naam|nom|nombre|nome))(?![a-z])/

// Whoever else that may be: the one written to is asked for them.
const SOMEBODY_ELSE =
  /(?<![a-z])(?:anyone|anybody|someone|somebody|who(?:'d|'s)?|(?:one|any|some) of (?:your|the)|jemand\w*|irgendwer|irgendwen|wer|wen|eine?[rn]? von|quelqu'un|qui|(?:une? )?(?:de|parmi) (?:tes|vos)|alguien|quien|alguno|alguna|alguem|quem|algum|iemand|wie|een van)(?![a-z])/
const LIKE_YOU =
  /(?<![a-z])(?:like (?:you|u|yourself)|wie (?:dich|du|sie|ihnen)|comme (?:toi|vous)|como (?:tu|ti|usted|voce|o senhor|a senhora)|(?:zo)?als (?:jij|jou|u))(?![a-z])/

const asksAfterOthers = (draft: string): boolean =>
  splitSentences(draft).some(
    ({ folded, start, end }) =>
      draft.slice(start, end).trimEnd().endsWith('?') && SOMEBODY_ELSE.test(folded) && !LIKE_YOU.test(folded),
  )

export function judgeJobTalk(draft: string, situation: Situation, talk: Talk): Finding[] {
  const { toPerson, kind, rank, stage, standing } = situation
  const { stage: given } = situation.context
  // Whoever is passive said that they don't look for anything: that is known, and they are no further off for it.
  const saidNo = given !== 'passive' && standing.declinedAfterAll
  const declined = saidNo || (given === 'declined' && !standing.askedLast)
  if (!toPerson || (!declined && ((kind !== 'messaging' && kind !== 'mixed') || rank >= INTERESTED))) return []
  const { first } = talk
  if (!first) return []
  const found = { span: first.span, words: evidenceWords(first), action: 'cut' as const }
  if (declined) {
    return [
      block('written', {
        code: 'declined',
        phrase: 'declined',
        ...found,
      }),
    ]
  }
  if (rank < INTRODUCED) {
    return [
      block('written', {
        code: 'job-before-introduction',
        phrase: 'job-before-introduction',
        ...found,
      }),
    ]
  }
  if (
    stage === 'referrer' &&
    (NAMES.test(fold(draft)) || asksAfterOthers(draft) || talk.all.some(item => item.asksForNames))
  )
    return []
  return [
    warn('written', {
      code: 'job-before-interest',
      phrase: 'job-before-interest',
      ...found,
    }),
  ]
}

export function judgeRoom(draft: string, situation: Situation, talk: Talk): Finding[] {
  const { context, policy } = situation
  if (context.surface !== 'room') return []
  const ownLink = findOwnLink(draft)
  const job = talk.first
  const span = job?.span ?? ownLink
  if (!span) return []
  const norms = normsOf(context.room, weekdayOf(situation))
  const judged = [...(job ? [norms.jobs] : []), ...(ownLink ? [norms.promotion] : [])]
  if (judged.includes('forbidden')) {
    const days = job && norms.jobs === 'forbidden' ? jobDaysOf(context.room) : []
    return [
      block('written', {
        code: 'promotes-in-room',
        phrase:
          days.length > 0 ? 'promotes-in-room.other-day' : job ? 'promotes-in-room.jobs' : 'promotes-in-room.promotion',
        facts: days.length > 0 ? { weekdays: days.join(' ') } : {},
        action: 'cut',
        span,
      }),
    ]
  }
  const share = context.room?.promoShare ?? 0
  if (!judged.includes('silent') || share <= policy.limits['promo-share'] / 100) return []
  return [
    warn('written', {
      code: 'promotes-in-room',
      phrase: 'promotes-in-room.share',
      facts: { share: Math.round(share * 100), limit: policy.limits['promo-share'] },
      action: 'engage',
      span,
    }),
  ]
}
