import { stageRank } from '#features/relationships/model.ts'
import { minuteMs } from '#kernel/clock.ts'
import { countUnanswered } from '../history.ts'
import { isIntroduction } from '../introduction.ts'
import { clockOf, isQuietHour, localTime } from '../quiet-hours.ts'
import type { Situation } from '../situation.ts'
import type { Reason } from '../types.ts'
import { block, warn } from './reasons.ts'

const JUST_NOW_MS = 30 * minuteMs
const INTRODUCED = stageRank('introduced')
const CONNECTED = stageRank('connected')
const ACKNOWLEDGED = stageRank('acknowledged')

export function judgeConnection(situation: Situation): Reason[] {
  const { kind, direct, action, rank, context, broadcast } = situation
  if (broadcast || (kind !== 'messaging' && kind !== 'mixed')) return []
  if (direct && rank < CONNECTED) {
    return [
      block('already-holds', {
        code: 'message-before-connected',
        message: `They are at “${context.stage}”: not connected, and they have not written to you.`,
        instead:
          rank < ACKNOWLEDGED
            ? 'Answer something they wrote in public first.'
            : 'Invite them, and write when they accept.',
        action: rank < ACKNOWLEDGED ? 'engage' : 'invite',
      }),
    ]
  }
  if (action === 'invite' && rank < ACKNOWLEDGED) {
    return [
      block('already-holds', {
        code: 'invite-before-acknowledged',
        message: `They are at “${context.stage}” and have not reacted to you yet.`,
        instead: 'Answer something they wrote, and invite when they react.',
        action: 'engage',
      }),
    ]
  }
  return []
}

export function judgeIntroduction(draft: string, situation: Situation): Reason[] {
  const { direct, history, context, rank, tool } = situation
  if (!direct || rank < CONNECTED) return []
  const visitor = tool.id === 'website-chat' && context.stage === 'interested' && situation.standing.theyWrote
  if (stageRank(context.stage) >= INTRODUCED && !visitor) return []
  const firstOfTheirs = history.findIndex(item => item.from === 'them')
  const ours = history.filter((item, i) => item.from === 'me' && (firstOfTheirs < 0 || i > firstOfTheirs))
  const saidBefore = history.some(item => item.from === 'me' && isIntroduction(item.text))
  if (ours.length > 0 || saidBefore || isIntroduction(draft)) return []
  return [
    warn('missing', {
      code: 'no-introduction',
      message: 'Your first message to them does not say who you are.',
      instead: 'Add one line: your name, and that you recruit.',
      action: 'introduce',
    }),
  ]
}

export function judgePatience(situation: Situation): Reason[] {
  const { context, broadcast, history, action } = situation
  if (broadcast || context.surface !== 'direct' || action !== 'message') return []
  const { count, tooSoon } = countUnanswered(history, context.now)
  if (count >= 3) {
    return [
      block('already-holds', {
        code: 'too-often',
        message: `${count - 1} messages of yours have no answer yet.`,
        instead: 'Wait for them. Reading and commenting is fine meanwhile.',
        action: 'wait',
      }),
    ]
  }
  if (!tooSoon) return []
  return [
    warn('already-holds', {
      code: 'too-soon',
      message: 'Your last message is less than 3 days old and unanswered.',
      instead: 'Give them a few days to answer.',
      action: 'wait',
    }),
  ]
}

export function judgeHour(situation: Situation): Reason[] {
  const { context, tool, direct, action, history, broadcast } = situation
  const timezone = context.person?.timezone
  if (broadcast || !(direct || action === 'invite') || tool.id === 'email' || timezone === undefined) return []
  if (context.person?.online === true) return []
  const wroteJustNow = history.some(
    item => item.from === 'them' && item.at && Math.abs(context.now.getTime() - item.at.getTime()) <= JUST_NOW_MS,
  )
  const local = localTime(context.now, timezone)
  if (wroteJustNow || !local || !isQuietHour(local.hour)) return []
  return [
    warn('already-holds', {
      code: 'quiet-hours',
      message: `It is ${clockOf(local)} where they are, and they are not online.`,
      instead: 'Send it after 08:00 their time.',
      action: 'send-later',
    }),
  ]
}
