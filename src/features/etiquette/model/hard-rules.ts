import { stageRank } from '#features/relationships/model.ts'
import { lastOfTheirs } from './history.ts'
import type { Situation } from './situation.ts'
import type { Finding } from './types.ts'
import type { Facts } from './words/phrases.ts'

type Hard = Omit<Finding, 'verdict' | 'hard' | 'sort' | 'facts'> & { facts?: Facts }

const hard = (found: Hard): Finding => ({ facts: {}, ...found, verdict: 'block', hard: true, sort: 'already-holds' })

/** The first that holds ends the judging: law, or the tool's own terms. */
export function judgeHard(situation: Situation): Finding | undefined {
  return judgeDoNotContact(situation) ?? judgeOptIn(situation) ?? judgeWindow(situation) ?? judgeTerms(situation)
}

function judgeDoNotContact({ context }: Situation): Finding | undefined {
  if (context.person?.doNotContact !== true && context.stage !== 'do-not-contact') return undefined
  return hard({
    code: 'do-not-contact',
    phrase: 'do-not-contact',
    action: 'none',
  })
}

function judgeOptIn(situation: Situation): Finding | undefined {
  const { context } = situation
  if (context.optedIn === true) return undefined
  if (context.surface === 'list') return hard({ code: 'not-opted-in', phrase: 'not-opted-in', action: 'none' })
  // Who wrote here has begun themselves.
  if (context.template === true && heardAt(situation) === undefined)
    return hard({
      code: 'not-opted-in',
      phrase: 'not-opted-in.template',
      facts: { tool: situation.tool.label },
      action: 'none',
    })
  return undefined
}

/** When they last wrote over this tool; null when that is not known of something they wrote. */
function heardAt({ context, history }: Situation): Date | null | undefined {
  if (context.heardAt !== undefined) return context.heardAt ?? undefined
  const last = lastOfTheirs(history)
  return last && (last.at ?? null)
}

function judgeWindow(situation: Situation): Finding | undefined {
  const { context, tool, history, direct, standing } = situation
  if (context.handOff === true || !direct) return undefined
  const { windowMs, theyWriteFirst, inboxSetting } = tool.rules
  if (windowMs !== undefined) {
    if (context.template === true) return undefined
    const last = heardAt(situation)
    const closed = last === undefined || (last !== null && context.now.getTime() - last.getTime() > windowMs)
    if (!closed) return undefined
    return hard({
      code: 'window-closed',
      phrase: last !== undefined ? 'window.after-24-hours' : 'window.nothing-came',
      facts: { tool: tool.label },
      action: 'wait',
    })
  }
  if (theyWriteFirst && !standing.theyWrote) {
    const mayHaveStarted =
      history.length > 0 || (context.history === undefined && stageRank(context.stage) >= stageRank('connected'))
    if (mayHaveStarted) return undefined
    return hard({
      code: 'window-closed',
      phrase: 'window.bot-writes-first',
      facts: { tool: tool.label },
      action: 'wait',
    })
  }
  const incoming = context.person?.allowIncoming
  if (inboxSetting && !standing.theyWrote && incoming !== undefined) {
    const open = incoming === 'all' || (incoming === 'following' && stageRank(context.stage) >= stageRank('connected'))
    if (open) return undefined
    return hard({
      code: 'window-closed',
      phrase: incoming === 'none' ? 'window.inbox-closed' : 'window.inbox-following',
      action: 'engage',
    })
  }
  return undefined
}

function judgeTerms(situation: Situation): Finding | undefined {
  const { context, tool, direct, action, standing } = situation
  if (!(direct || action === 'invite') || standing.theyWrote) return undefined
  const source = context.via
  if (source === undefined || source === tool.id) return undefined
  if (tool.id === 'email' && source === 'github') {
    return hard({
      code: 'tool-terms',
      phrase: 'terms.github',
      action: 'engage',
    })
  }
  if (source === 'discord') {
    return hard({
      code: 'tool-terms',
      phrase: 'terms.discord',
      action: 'none',
    })
  }
  return undefined
}
