import { stageRank } from '#features/relationships/model.ts'
import { minuteMs } from '#kernel/clock.ts'
import { findFalseReading } from './false-reading.ts'
import { countUnanswered } from './history.ts'
import { isIntroduction } from './introduction.ts'
import type { JobTalk } from './job-talk/detect.ts'
import { isQuietHour, localTime } from './quiet-hours.ts'
import { judgeShown, suggestDetail } from './reading.ts'
import { findOwnLink, readNorms } from './room.ts'
import type { Situation } from './situation.ts'
import { letterStyle, tooLong, wrongLanguage, wrongRegister } from './style.ts'
import type { Reason, Sort } from './types.ts'

const MANY_RECIPIENTS = 5
const PROMO_SHARE = 0.2
const JUST_NOW_MS = 30 * minuteMs

const INTRODUCED = stageRank('introduced')
const INTERESTED = stageRank('interested')
const CONNECTED = stageRank('connected')
const ACKNOWLEDGED = stageRank('acknowledged')

type Soft = Omit<Reason, 'verdict' | 'hard' | 'sort'>
const warn = (sort: Sort, reason: Soft): Reason => ({ ...reason, verdict: 'warn', hard: false, sort })
const block = (sort: Sort, reason: Soft): Reason => ({ ...reason, verdict: 'block', hard: false, sort })

/** Every soft rule of section 5, in its order. */
export function judgeSoft(draft: string, situation: Situation, talk: readonly JobTalk[]): Reason[] {
  return [
    ...judgeBroadcast(situation, talk),
    ...judgeJobTalk(situation, talk),
    ...judgeConnection(situation),
    ...judgeIntroduction(draft, situation),
    ...judgeReadings(draft, situation, talk),
    ...judgeRoom(draft, situation, talk),
    ...judgePatience(situation),
    ...judgeHour(situation),
    ...judgeLanguage(draft, situation),
  ]
}

function evidenceWords(talk: JobTalk): readonly string[] {
  return [...new Set(talk.evidence.slice(0, 3).map(item => item.words))].filter(words => words !== '')
}

function weekdayOf({ context }: Situation): number {
  return localTime(context.now, context.person?.timezone ?? 'UTC')?.weekday ?? context.now.getUTCDay()
}

function judgeBroadcast(situation: Situation, talk: readonly JobTalk[]): Reason[] {
  const { context, direct, action, toPerson } = situation
  const count = context.recipients ?? 0
  if ((direct || (action === 'invite' && context.surface === 'direct')) && count >= MANY_RECIPIENTS) {
    return [
      block('already-holds', {
        code: 'broadcast-on-messaging',
        message: `${count} people get this text within 7 days.`,
        instead: 'Write to each in words for them, or use a list they chose.',
        action: 'split',
      }),
    ]
  }
  const advert = talk[0]
  if (context.surface !== 'room' || !advert || toPerson) return []
  const norms = readNorms(context.room?.norms, weekdayOf(situation)).jobs
  // Silent norms: what we gave the room decides (promotes-in-room); where that isn't known either, nothing allows an advert.
  const open = norms === 'allowed' || (norms === 'silent' && context.room?.promoShare !== undefined)
  if (open) return []
  return [
    block('written', {
      code: 'broadcast-on-messaging',
      message:
        norms === 'forbidden'
          ? 'A job advert, in a room that wants none.'
          : 'A job advert, in a room that never said it wants them.',
      instead: 'Help someone here first; the job belongs on your page or feed.',
      action: 'cut',
      span: advert.span,
      words: evidenceWords(advert),
    }),
  ]
}

function judgeJobTalk(situation: Situation, talk: readonly JobTalk[]): Reason[] {
  const { toPerson, kind, rank, stage, standing } = situation
  const first = talk[0]
  if (!first || !toPerson) return []
  const found = { span: first.span, words: evidenceWords(first), action: 'cut' as const }
  const declined = standing.declinedAfterAll || (situation.context.stage === 'declined' && !standing.theyAskedAboutWork)
  if (declined) {
    return [
      block('written', {
        code: 'declined',
        message: 'They turned work down and have not asked since.',
        instead: 'Leave the job out; write about what they do.',
        ...found,
      }),
    ]
  }
  if (kind !== 'messaging' && kind !== 'mixed') return []
  if (rank < INTRODUCED) {
    return [
      block('written', {
        code: 'job-before-introduction',
        message: 'Not yet: a job, before they know who you are.',
        instead: 'Say who you are and ask about their work; keep the job for later.',
        ...found,
      }),
    ]
  }
  if (rank >= INTERESTED) return []
  if (stage === 'referrer' && talk.some(item => item.asksForNames)) return []
  return [
    warn('written', {
      code: 'job-before-interest',
      message: 'They have not asked about work yet.',
      instead: 'Tell them they can ask what you are working on.',
      ...found,
    }),
  ]
}

function judgeConnection(situation: Situation): Reason[] {
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

function judgeIntroduction(draft: string, situation: Situation): Reason[] {
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

function judgeReadings(draft: string, situation: Situation, talk: readonly JobTalk[]): Reason[] {
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

function judgeRoom(draft: string, situation: Situation, talk: readonly JobTalk[]): Reason[] {
  const { context } = situation
  if (context.surface !== 'room') return []
  const ownLink = findOwnLink(draft)
  const job = talk[0]
  const span = job?.span ?? ownLink
  if (!span) return []
  const norms = readNorms(context.room?.norms, weekdayOf(situation))
  const judged = [...(job ? [norms.jobs] : []), ...(ownLink ? [norms.promotion] : [])]
  if (judged.includes('forbidden')) {
    return [
      block('written', {
        code: 'promotes-in-room',
        message: job ? 'The rules of this room say no to job posts.' : 'The rules of this room say no to promotion.',
        instead: 'Take it out; people here can find your page.',
        action: 'cut',
        span,
      }),
    ]
  }
  const share = context.room?.promoShare ?? 0
  if (!judged.includes('silent') || share <= PROMO_SHARE) return []
  return [
    warn('written', {
      code: 'promotes-in-room',
      message: `${Math.round(share * 100)} % of your posts here were promotion already.`,
      instead: 'Answer a few questions here before the next one.',
      action: 'engage',
      span,
    }),
  ]
}

function judgePatience(situation: Situation): Reason[] {
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

function judgeHour(situation: Situation): Reason[] {
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
      message: `It is ${local.clock} where they are, and they are not online.`,
      instead: 'Send it after 08:00 their time.',
      action: 'send-later',
    }),
  ]
}

const LANGUAGE_NAMES = new Intl.DisplayNames(['en'], { type: 'language' })

const REGISTER_WORDS = {
  'too-formal': ['Sounds like a letter; they write more plainly.', 'Say it the way you would across a table.'],
  'too-casual': ['More casual than they write.', 'Spell it out, as they do.'],
  'polite-form': ['They say the familiar “you”; this is the polite one.', 'Use the familiar form, as they do.'],
  'familiar-form': ['They say the polite “you”; this is the familiar one.', 'Use the polite form, as they do.'],
  shouting: ['Capitals read as shouting.', 'Write it in small letters.'],
  emoji: ['More emoji than people use here.', 'Keep one or two.'],
} as const

function judgeLanguage(draft: string, situation: Situation): Reason[] {
  const { context, action, numbers, tool, history, toPerson } = situation
  const found: Reason[] = []
  const long = tooLong(draft, numbers)
  if (long) {
    found.push(
      warn('written', {
        code: 'too-long',
        message: `${long.has} ${long.kind}; on ${tool.label} people write up to ${long.allows}.`,
        instead: 'Keep one thought, and send the rest when they answer.',
        action: 'split',
        span: long.span,
      }),
    )
  }
  if (action === 'post') return found
  const letter = numbers.letter ? undefined : letterStyle(draft)
  if (letter) {
    found.push(
      warn('written', {
        code: 'letter-style',
        message: `A greeting and a sign-off: a letter, on ${tool.label}.`,
        instead: 'Drop the sign-off; they see who writes.',
        action: 'cut',
        span: letter,
      }),
    )
  }
  const theirs = toPerson && context.surface === 'direct' ? history : []
  const register = wrongRegister(draft, theirs, numbers)
  if (register) {
    const [message, instead] = REGISTER_WORDS[register.kind]
    found.push(
      warn('written', {
        code: 'wrong-register',
        message,
        instead,
        action: 'none',
        ...(register.span && { span: register.span }),
      }),
    )
  }
  const language = toPerson ? wrongLanguage(draft, history) : undefined
  if (language) {
    found.push(
      warn('written', {
        code: 'wrong-language',
        message: `They write in ${LANGUAGE_NAMES.of(language) ?? language}; this is another language.`,
        instead: `Answer in ${LANGUAGE_NAMES.of(language) ?? language} if you can.`,
        action: 'none',
        span: [0, draft.length],
      }),
    )
  }
  return found
}
