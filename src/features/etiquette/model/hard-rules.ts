import { stageRank } from '#features/relationships/model.ts'
import { lastOfTheirs } from './history.ts'
import type { Situation } from './situation.ts'
import type { Reason } from './types.ts'

type HardReason = Omit<Reason, 'verdict' | 'hard' | 'sort'>

const hard = (reason: HardReason): Reason => ({ ...reason, verdict: 'block', hard: true, sort: 'already-holds' })

/** The first that holds ends the judging: law, or the tool's own terms. */
export function judgeHard(situation: Situation): Reason | undefined {
  return judgeDoNotContact(situation) ?? judgeOptIn(situation) ?? judgeWindow(situation) ?? judgeTerms(situation)
}

function judgeDoNotContact({ context }: Situation): Reason | undefined {
  if (context.person?.doNotContact !== true && context.stage !== 'do-not-contact') return undefined
  return hard({
    code: 'do-not-contact',
    message: 'They asked not to be contacted.',
    instead: 'Leave them in peace. Nothing goes out to this person.',
    action: 'none',
  })
}

function judgeOptIn({ context }: Situation): Reason | undefined {
  if (context.surface !== 'list' || context.optedIn === true) return undefined
  return hard({
    code: 'not-opted-in',
    message: 'They have not confirmed that they want this list.',
    instead: 'Send the confirmation mail once, then wait for their yes.',
    action: 'none',
  })
}

function judgeWindow(situation: Situation): Reason | undefined {
  const { context, tool, history, direct, standing } = situation
  if (context.handOff === true || !direct) return undefined
  const { windowMs, theyWriteFirst, inboxSetting } = tool.rules
  if (windowMs !== undefined) {
    const last = lastOfTheirs(history)
    const closed = !last || (last.at !== undefined && context.now.getTime() - last.at.getTime() > windowMs)
    if (!closed) return undefined
    return hard({
      code: 'window-closed',
      message: last
        ? `${tool.label} closed 24 h after their last message.`
        : `${tool.label} opens only when they write to you; nothing came yet.`,
      instead: 'They can reopen it by writing, or send it by hand in the tool.',
      action: 'wait',
    })
  }
  if (theyWriteFirst && !standing.theyWrote) {
    const mayHaveStarted =
      history.length > 0 || (context.history === undefined && stageRank(context.stage) >= stageRank('connected'))
    if (mayHaveStarted) return undefined
    return hard({
      code: 'window-closed',
      message: `A ${tool.label} bot can’t write first, and they have not written.`,
      instead: 'Give them the link that starts the chat, or write by hand.',
      action: 'wait',
    })
  }
  const incoming = context.person?.allowIncoming
  if (inboxSetting && !standing.theyWrote && incoming !== undefined) {
    const open = incoming === 'all' || (incoming === 'following' && stageRank(context.stage) >= stageRank('connected'))
    if (open) return undefined
    return hard({
      code: 'window-closed',
      message:
        incoming === 'none' ? 'Their inbox is closed to new chats.' : 'Their inbox is open only to people they follow.',
      instead: 'Reply to something they posted, in public.',
      action: 'engage',
    })
  }
  return undefined
}

function judgeTerms(situation: Situation): Reason | undefined {
  const { context, tool, direct, action, standing } = situation
  if (!(direct || action === 'invite') || standing.theyWrote) return undefined
  const source = context.via
  if (source === undefined || source === tool.id) return undefined
  if (tool.id === 'email' && source === 'github') {
    return hard({
      code: 'tool-terms',
      message: 'This address comes from GitHub, whose terms forbid mail like this.',
      instead: 'Answer one of their issues, or find where they invite contact.',
      action: 'engage',
    })
  }
  if (source === 'discord') {
    return hard({
      code: 'tool-terms',
      message: 'What you know of them comes from Discord; its terms forbid recruiting with it.',
      instead: 'Talk with them there, or wait until they share another contact.',
      action: 'none',
    })
  }
  return undefined
}
