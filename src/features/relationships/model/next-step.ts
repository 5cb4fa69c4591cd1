import { getTool, kindOf } from '#features/tools/model.ts'
import { dayMs } from '#kernel/clock.ts'
import { unreachable } from '#kernel/result.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Stage } from './stages.ts'

export type NextStepId =
  | 'reply'
  | 'read'
  | 'follow'
  | 'engage'
  | 'wait'
  | 'invite'
  | 'write'
  | 'introduce'
  | 'talk'
  | 'talk-work'
  | 'keep-warm'
  | 'none'

export type NextStep = { id: NextStepId; tool: ToolId | null; why: string }

export type NextStepFacts = {
  stage: Stage
  tools: readonly ToolId[]
  /** Public items of the last 90 days that the recruiter has not read; `tool` of the latest. */
  unread: { count: number; tool: ToolId } | null
  /** A reading of theirs in the last 90 days. */
  hasRecentReading: boolean
  /** They wrote last, on this tool, and wait for an answer. */
  waitingOn: ToolId | null
  invitedAt: Date | null
  lastInAt: Date | null
  lastOutAt: Date | null
  online: readonly ToolId[]
}

/** Silence after which somebody who knows us deserves a sign of life. */
const warmAfterMs = 60 * dayMs
/** So long we wait for an answer before doing anything else. */
const patienceMs = 14 * dayMs

const step = (id: NextStepId, tool: ToolId | null, why: string): NextStep => ({ id, tool, why })

const first = (tools: readonly ToolId[], online: readonly ToolId[], fits: (tool: ToolId) => boolean) =>
  tools.find(tool => fits(tool) && online.includes(tool)) ?? tools.find(fits) ?? null

const isChat = (tool: ToolId) => (kindOf(tool) === 'messaging' || kindOf(tool) === 'mixed') && tool !== 'email'
const isPublic = (tool: ToolId) => getTool(tool).surfaces.includes('public')
const isSourcing = (tool: ToolId) => kindOf(tool) === 'sourcing'

const since = (at: Date | null, now: Date) => (at ? now.getTime() - at.getTime() : Number.POSITIVE_INFINITY)
const days = (ms: number) => Math.floor(ms / dayMs)

function stayInTouch(facts: NextStepFacts, now: Date): NextStep {
  const silent = Math.min(since(facts.lastInAt, now), since(facts.lastOutAt, now))
  if (silent === Number.POSITIVE_INFINITY || silent < warmAfterMs)
    return step('wait', null, 'Nothing is due. They know where you are.')
  if (facts.unread)
    return step('keep-warm', facts.unread.tool, `Silent for ${days(silent)} days. They published something: read it.`)
  return step(
    'keep-warm',
    first(facts.tools, facts.online, isChat),
    `Silent for ${days(silent)} days. Ask how they are, no pitch.`,
  )
}

function beforeTheyAnswer(facts: NextStepFacts, now: Date): NextStep {
  const { tools, online, unread } = facts
  if (!facts.hasRecentReading) {
    if (unread) return step('read', unread.tool, 'Nothing of theirs read in 90 days. Start with the latest.')
    return step('follow', null, 'Nothing public of theirs is here yet. Follow a blog or clip a page.')
  }
  if (facts.stage === 'engaged' && since(facts.lastOutAt, now) < patienceMs)
    return step('wait', null, 'You answered in public. Give them time to notice.')
  const talksHere = tools.some(isChat)
  const place =
    unread && isPublic(unread.tool) && (talksHere || !isSourcing(unread.tool))
      ? unread.tool
      : (first(tools, online, tool => isPublic(tool) && !isSourcing(tool)) ??
        (talksHere ? first(tools, online, isPublic) : null))
  if (place) return step('engage', place, 'You read their posts. Answer one where they wrote it.')
  const sourcing = first(tools, online, isSourcing)
  if (sourcing && since(facts.lastOutAt, now) >= patienceMs)
    return step('write', sourcing, 'You read their posts. Write about one of them.')
  if (sourcing) return step('wait', sourcing, 'You wrote. Give them time to answer.')
  return step('follow', null, 'There is no public place of theirs to answer in. Look for another profile.')
}

function acknowledged(facts: NextStepFacts, now: Date): NextStep {
  const chat = first(facts.tools, facts.online, isChat)
  if (facts.invitedAt && since(facts.invitedAt, now) < patienceMs)
    return step('wait', chat, 'The invitation is with them.')
  if (chat) return step('invite', chat, 'They answered you in public. Invite them to chat.')
  const sourcing = first(facts.tools, facts.online, isSourcing)
  return sourcing
    ? step('write', sourcing, 'They answered you in public. Write to them there.')
    : step('follow', null, 'They answered you. Find where they chat.')
}

/** The one next right step with this person. Never one that etiquette would stop at this stage. */
export function nextStep(facts: NextStepFacts, now: Date): NextStep {
  const { stage, tools, online } = facts
  if (stage === 'do-not-contact') return step('none', null, 'They want no contact.')
  if (facts.waitingOn) return step('reply', facts.waitingOn, 'They wrote. It is your turn.')
  const chat = first(tools, online, isChat) ?? tools[0] ?? null
  switch (stage) {
    case 'found':
    case 'read':
    case 'engaged':
      return beforeTheyAnswer(facts, now)
    case 'acknowledged':
      return acknowledged(facts, now)
    case 'connected':
      return step('introduce', chat, 'You are connected. Say who you are and what you do.')
    case 'introduced': {
      const warm = stayInTouch(facts, now)
      return warm.id === 'wait'
        ? step('talk', chat, 'They know who you are. Talk about their work; let them ask about yours.')
        : warm
    }
    case 'interested':
      return step('talk-work', chat, 'They asked about work. Tell them.')
    case 'candidate':
      return step('talk-work', chat, 'They are a candidate. Tell them where it stands.')
    case 'referrer':
    case 'passive':
      return stayInTouch(facts, now)
    case 'declined':
      return facts.unread
        ? step('read', facts.unread.tool, 'They declined. Keep reading; say nothing of jobs.')
        : step('wait', null, 'They declined. Leave the door open.')
    default:
      return unreachable(stage)
  }
}
