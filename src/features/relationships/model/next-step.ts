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

/** Why it is this step; the screen says it in its language. */
export const stepReasons = [
  'nothing-due',
  'silent-published',
  'silent',
  'nothing-read',
  'nothing-public',
  'you-answered',
  'answer-a-post',
  'write-about-a-post',
  'you-wrote',
  'no-public-place',
  'invited',
  'answered-invite',
  'answered-write',
  'answered-find-chat',
  'no-contact',
  'they-wrote',
  'say-who-you-are',
  'talk-of-their-work',
  'they-asked',
  'candidate',
  'declined-read',
  'declined',
  'published',
] as const
export type StepReason = (typeof stepReasons)[number]

/** `days`: how long they have been silent, where that is the reason. */
export type NextStep = { id: NextStepId; tool: ToolId | null; reason: StepReason; days: number | null }

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

const step = (id: NextStepId, tool: ToolId | null, reason: StepReason, days: number | null = null): NextStep => ({
  id,
  tool,
  reason,
  days,
})

const first = (tools: readonly ToolId[], online: readonly ToolId[], fits: (tool: ToolId) => boolean) =>
  tools.find(tool => fits(tool) && online.includes(tool)) ?? tools.find(fits) ?? null

const isChat = (tool: ToolId) => (kindOf(tool) === 'messaging' || kindOf(tool) === 'mixed') && tool !== 'email'
const isPublic = (tool: ToolId) => getTool(tool).surfaces.includes('public')
const isSourcing = (tool: ToolId) => kindOf(tool) === 'sourcing'

const since = (at: Date | null, now: Date) => (at ? now.getTime() - at.getTime() : Number.POSITIVE_INFINITY)
const days = (ms: number) => Math.floor(ms / dayMs)

function stayInTouch(facts: NextStepFacts, now: Date): NextStep {
  const silent = Math.min(since(facts.lastInAt, now), since(facts.lastOutAt, now))
  if (silent === Number.POSITIVE_INFINITY || silent < warmAfterMs) return step('wait', null, 'nothing-due')
  if (facts.unread) return step('keep-warm', facts.unread.tool, 'silent-published', days(silent))
  return step('keep-warm', first(facts.tools, facts.online, isChat), 'silent', days(silent))
}

function beforeTheyAnswer(facts: NextStepFacts, now: Date): NextStep {
  const { tools, online, unread } = facts
  if (!facts.hasRecentReading) {
    if (unread) return step('read', unread.tool, 'nothing-read')
    return step('follow', null, 'nothing-public')
  }
  if (facts.stage === 'engaged' && since(facts.lastOutAt, now) < patienceMs) return step('wait', null, 'you-answered')
  const talksHere = tools.some(isChat)
  const place =
    unread && isPublic(unread.tool) && (talksHere || !isSourcing(unread.tool))
      ? unread.tool
      : (first(tools, online, tool => isPublic(tool) && !isSourcing(tool)) ??
        (talksHere ? first(tools, online, isPublic) : null))
  if (place) return step('engage', place, 'answer-a-post')
  const sourcing = first(tools, online, isSourcing)
  if (sourcing && since(facts.lastOutAt, now) >= patienceMs) return step('write', sourcing, 'write-about-a-post')
  if (sourcing) return step('wait', sourcing, 'you-wrote')
  return step('follow', null, 'no-public-place')
}

function acknowledged(facts: NextStepFacts, now: Date): NextStep {
  const chat = first(facts.tools, facts.online, isChat)
  if (facts.invitedAt && since(facts.invitedAt, now) < patienceMs) return step('wait', chat, 'invited')
  if (chat) return step('invite', chat, 'answered-invite')
  const sourcing = first(facts.tools, facts.online, isSourcing)
  return sourcing ? step('write', sourcing, 'answered-write') : step('follow', null, 'answered-find-chat')
}

/** The one next right step with this person. Never one that etiquette would stop at this stage. */
export function nextStep(facts: NextStepFacts, now: Date): NextStep {
  const { stage, tools, online } = facts
  if (stage === 'do-not-contact') return step('none', null, 'no-contact')
  if (facts.waitingOn) return step('reply', facts.waitingOn, 'they-wrote')
  const chat = first(tools, online, isChat) ?? tools[0] ?? null
  switch (stage) {
    case 'found':
    case 'read':
    case 'engaged':
      return beforeTheyAnswer(facts, now)
    case 'acknowledged':
      return acknowledged(facts, now)
    case 'connected':
      return step('introduce', chat, 'say-who-you-are')
    case 'introduced': {
      const warm = stayInTouch(facts, now)
      return warm.id === 'wait' ? step('talk', chat, 'talk-of-their-work') : warm
    }
    case 'interested':
      return step('talk-work', chat, 'they-asked')
    case 'candidate':
      return step('talk-work', chat, 'candidate')
    case 'referrer':
    case 'passive':
      return stayInTouch(facts, now)
    case 'declined':
      return facts.unread ? step('read', facts.unread.tool, 'declined-read') : step('wait', null, 'declined')
    default:
      return unreachable(stage)
  }
}
