import { stageRank } from '#features/relationships/model.ts'
import { minuteMs } from '#kernel/clock.ts'
import { countUnanswered } from '../history.ts'
import { isIntroduction } from '../introduction.ts'
import { hourOf } from '../policy.ts'
import { clockOf, isQuietHour, localTime } from '../quiet-hours.ts'
import type { Situation } from '../situation.ts'
import type { Finding } from '../types.ts'
import { block, warn } from './reasons.ts'

const JUST_NOW_MS = 30 * minuteMs
const INTRODUCED = stageRank('introduced')
const CONNECTED = stageRank('connected')
const ACKNOWLEDGED = stageRank('acknowledged')

export function judgeConnection(situation: Situation): Finding[] {
  const { kind, direct, action, rank, context, broadcast } = situation
  if (broadcast || (kind !== 'messaging' && kind !== 'mixed')) return []
  if (direct && rank < CONNECTED) {
    return [
      block('already-holds', {
        code: 'message-before-connected',
        phrase: rank < ACKNOWLEDGED ? 'message-before-connected.engage' : 'message-before-connected.invite',
        facts: { stage: context.stage },
        action: rank < ACKNOWLEDGED ? 'engage' : 'invite',
      }),
    ]
  }
  if (action === 'invite' && rank < ACKNOWLEDGED) {
    return [
      block('already-holds', {
        code: 'invite-before-acknowledged',
        phrase: 'invite-before-acknowledged',
        facts: { stage: context.stage },
        action: 'engage',
      }),
    ]
  }
  return []
}

export function judgeIntroduction(draft: string, situation: Situation): Finding[] {
  const { kind, direct, history, context, rank, tool } = situation
  if (!direct || rank < CONNECTED) return []
  const visitor = tool.id === 'website-chat' && context.stage === 'interested' && situation.standing.theyWrote
  if (stageRank(context.stage) >= INTRODUCED && !visitor) return []
  const firstOfTheirs = history.findIndex(item => item.from === 'them')
  // Where one reaches out before being connected, what we wrote before their first answer came before that too.
  const counts = (i: number) => kind !== 'sourcing' || firstOfTheirs < 0 || i > firstOfTheirs
  const wroteOnce = history.some((item, i) => item.from === 'me' && counts(i))
  if (wroteOnce || isIntroduction(draft)) return []
  if (history.some(item => item.from === 'me' && isIntroduction(item.text))) return []
  return [
    warn('missing', {
      code: 'no-introduction',
      phrase: 'no-introduction',
      action: 'introduce',
    }),
  ]
}

export function judgePatience(situation: Situation): Finding[] {
  const { context, broadcast, history, action, policy } = situation
  if (broadcast || context.surface !== 'direct' || action !== 'message') return []
  const days = policy.limits['days-between']
  const { count, tooSoon } = countUnanswered(history, context.now, days)
  if (count >= policy.limits.unanswered) {
    return [
      block('already-holds', {
        code: 'too-often',
        phrase: 'too-often',
        facts: { count: count - 1 },
        action: 'wait',
      }),
    ]
  }
  if (!tooSoon) return []
  return [
    warn('already-holds', {
      code: 'too-soon',
      phrase: days === 1 ? 'too-soon.day' : 'too-soon',
      facts: { days },
      action: 'wait',
    }),
  ]
}

export function judgeHour(situation: Situation): Finding[] {
  const { context, tool, direct, action, history, broadcast, policy } = situation
  const timezone = context.person?.timezone
  if (broadcast || !(direct || action === 'invite') || tool.id === 'email' || timezone === undefined) return []
  if (context.person?.online === true) return []
  const wroteJustNow = history.some(
    item => item.from === 'them' && item.at && Math.abs(context.now.getTime() - item.at.getTime()) <= JUST_NOW_MS,
  )
  const local = localTime(context.now, timezone)
  const { 'quiet-from': from, 'quiet-until': until } = policy.limits
  if (wroteJustNow || !local || !isQuietHour(local.hour, from, until)) return []
  return [
    warn('already-holds', {
      code: 'quiet-hours',
      phrase: 'quiet-hours',
      facts: { clock: clockOf(local), until: hourOf(until) },
      action: 'send-later',
    }),
  ]
}
