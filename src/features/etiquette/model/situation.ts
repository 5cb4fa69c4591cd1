import { type Stage, stageRank } from '#features/relationships/model.ts'
import { getTool, kindOf, type TextNumbers, type Tool } from '#features/tools/model.ts'
import { dayMs, minuteMs } from '#kernel/clock.ts'
import type { Surface, ToolKind } from '#kernel/tools.ts'
import { answersYesToJobTalk, inOrder, readStanding, type Standing } from './history.ts'
import { kithsOwn, lengthRange, type Policy } from './policy.ts'
import { saysYou, speaksToOne } from './room.ts'
import type { Action, Context, HistoryItem, Reading } from './types.ts'

/** Clocks differ a little between tools. */
const SKEW_MS = 5 * minuteMs

/** What a draft is, in words the rules use; worked out once. */
export type Situation = {
  context: Context
  policy: Policy
  tool: Tool
  /** Of the tool that the outreach counts on: `via` for a first e-mail. */
  kind: ToolKind
  /** The tool whose norms count for reading and connecting. */
  countsOn: Tool
  action: Action
  /** A list, feed or board: jobs are what people expect there. */
  broadcast: boolean
  /** One person is spoken to. */
  toPerson: boolean
  direct: boolean
  outreach: boolean
  stage: Stage
  rank: number
  standing: Standing
  history: readonly HistoryItem[]
  readings: readonly Reading[]
  recent: readonly Reading[]
  numbers: TextNumbers
}

const INTERESTED = stageRank('interested')
const CONNECTED = stageRank('connected')

export function understand(draft: string, context: Context): Situation {
  const tool = getTool(context.tool)
  const policy = context.policy ?? kithsOwn
  const broadcast = tool.kind === 'broadcast' || isBroadcastSurface(context.surface)
  const action = actionOf(draft, context)
  const history = inOrder(context.history ?? [])
  const read = readStanding(history)
  const saysYes = answersYesToJobTalk(history)
  const standing = {
    ...read,
    theyAskedAboutWork: read.theyAskedAboutWork || saysYes,
    askedLast: read.askedLast || saysYes,
  }
  const stage = stageUsed(context.stage, standing)
  const readings = context.readings ?? []
  const direct = !broadcast && context.surface === 'direct' && action === 'message'
  const via = viaOf(context, standing)
  const countsOn = via ? getTool(via) : tool
  return {
    context,
    policy,
    tool,
    countsOn,
    kind: via ? kindOf(via) : tool.kind,
    action,
    broadcast,
    toPerson: !broadcast && isToPerson(draft, context.surface, action),
    direct,
    outreach: !broadcast && (action === 'invite' || (direct && !hasAnswered(context.stage, standing, countsOn.kind))),
    stage,
    rank: stageRank(stage),
    standing,
    history,
    readings,
    recent: readings.filter(reading => isRecent(reading, context.now, policy.limits['reading-days'])),
    numbers: numbersFor(tool, context.surface, action, policy),
  }
}

function isBroadcastSurface(surface: Surface): boolean {
  return surface === 'list' || surface === 'feed' || surface === 'board'
}

function actionOf(draft: string, { action, surface }: Context): Action {
  if (surface === 'direct') return action === 'invite' ? 'invite' : 'message'
  if (surface === 'public') {
    if (action === undefined) return saysYou(draft) ? 'comment' : 'post'
    return action === 'message' ? 'comment' : action
  }
  return action ?? 'message'
}

function isToPerson(draft: string, surface: Surface, action: Action): boolean {
  if (action === 'invite' || surface === 'direct') return true
  if (surface === 'room') return speaksToOne(draft)
  return action === 'comment' || speaksToOne(draft)
}

/** The later of the stage given and what the history proves. Side states keep their own rules. */
function stageUsed(given: Stage, standing: Standing): Stage {
  if (given === 'do-not-contact') return given
  const proven: Stage | undefined = standing.theyAskedAboutWork
    ? 'interested'
    : standing.theyWrote
      ? 'connected'
      : undefined
  return proven && stageRank(proven) > stageRank(given) ? proven : given
}

/** A first e-mail to an address from a profile counts on the profile's tool, until they answer. */
function viaOf({ tool, via, surface, stage }: Context, standing: Standing) {
  if (tool !== 'email' || via === undefined || via === tool || surface !== 'direct') return undefined
  return standing.theyWrote || stageRank(stage) >= INTERESTED ? undefined : via
}

/**
 * On a sourcing tool only their own words are an answer. On the others, accepting an invitation is one too.
 */
function hasAnswered(given: Stage, standing: Standing, kind: ToolKind): boolean {
  if (standing.theyWrote || stageRank(given) >= INTERESTED) return true
  if (given === 'referrer' || given === 'passive' || given === 'declined') return true
  return kind !== 'sourcing' && stageRank(given) >= CONNECTED
}

function isRecent(reading: Reading, now: Date, days: number): boolean {
  if (!reading.readAt) return false
  const age = now.getTime() - reading.readAt.getTime()
  return age <= days * dayMs && age >= -SKEW_MS
}

function numbersFor(tool: Tool, surface: Surface, action: Action, policy: Policy): TextNumbers {
  if (action === 'invite') return tool.playbook.invite
  if (surface === 'room') return tool.playbook.room
  if (surface === 'public') return tool.playbook.public
  const most = policy.lengths[tool.id]
  return most === undefined ? tool.playbook.direct : withLength(tool, most)
}

/** Sentences go with the characters, so that a longer message may have more of them. */
function withLength(tool: Tool, most: number): TextNumbers {
  const { direct } = tool.playbook
  const maxSentences = Math.max(1, Math.round((direct.maxSentences * most) / lengthRange(tool.id).own))
  return { ...direct, maxCodePoints: most, maxSentences }
}
