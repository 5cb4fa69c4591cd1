import { unreachable } from '#kernel/result.ts'
import type { ToolKind } from '#kernel/tools.ts'
import { type LadderStage, type SideState, type Stage, stageRank } from './stages.ts'

/** What happens between a recruiter and a person; in the order of the ladder, then sideways and back. */
export const touchKinds = [
  'visit',
  'reading',
  'comment',
  'public-reply',
  'public-post',
  'their-reaction',
  'their-public-reply',
  'invite-sent',
  'invite-accepted',
  'invite-refused',
  'they-invited',
  'their-message',
  'chat-opened',
  'met',
  'our-message',
  'introduced',
  'asked-about-work',
  'pull-link',
  'subscribed',
  'became-candidate',
  'hired',
  'referred',
  'declined',
  'opted-out',
  'reading-dismissed',
  'unsubscribed',
  'left-pipeline',
  'disconnected',
  'in-contacts',
] as const
export type TouchKind = (typeof touchKinds)[number]

/** Says what a message does; the rules of language live with etiquette. */
export type TextReader = {
  introduces(ours: string): boolean
  asksAboutWork(theirs: string): boolean
  declines(theirs: string): boolean
  optsOut(theirs: string): boolean
}

/** `introducedAlready`: we said who we are before they could hear it; it counts once they are connected. */
export type Standing = { stage: LadderStage; side: SideState | null; introducedAlready: boolean }

export type StageMove = { from: LadderStage; to: LadderStage; fromSide: SideState | null; toSide: SideState | null }

/** What lists show: a side state stands before the rung. */
export const stageOf = ({ stage, side }: { stage: LadderStage; side: SideState | null }): Stage => side ?? stage

const inbound: ReadonlySet<TouchKind> = new Set([
  'their-reaction',
  'their-public-reply',
  'invite-accepted',
  'invite-refused',
  'they-invited',
  'their-message',
  'chat-opened',
  'asked-about-work',
  'pull-link',
  'subscribed',
  'referred',
  'declined',
  'opted-out',
  'visit',
])
const outbound: ReadonlySet<TouchKind> = new Set([
  'comment',
  'public-reply',
  'public-post',
  'invite-sent',
  'our-message',
  'introduced',
])

export const isInbound = (kind: TouchKind) => inbound.has(kind)
export const isOutbound = (kind: TouchKind) => outbound.has(kind)

type Target = { stage?: LadderStage; back?: LadderStage; side?: SideState | null; introduces?: boolean }

function targetOf(kind: TouchKind, { stage, side }: Standing): Target {
  switch (kind) {
    case 'reading':
      return { stage: 'read' }
    case 'comment':
    case 'public-reply':
    case 'public-post':
      return { stage: 'engaged' }
    case 'their-reaction':
    case 'their-public-reply':
      return { stage: 'acknowledged' }
    case 'invite-accepted':
    case 'they-invited':
    case 'their-message':
    case 'chat-opened':
    case 'met':
      return { stage: 'connected' }
    case 'introduced':
      return { introduces: true }
    case 'asked-about-work':
    case 'subscribed':
      return { stage: 'interested', ...(side === 'declined' || side === 'passive' ? { side: null } : {}) }
    case 'pull-link':
      return side === 'declined' ? {} : { stage: 'interested' }
    case 'became-candidate':
      return { stage: 'candidate', ...(side === 'passive' || side === 'declined' ? { side: null } : {}) }
    case 'referred':
      return { stage: 'introduced', ...(side === 'declined' || side === 'do-not-contact' ? {} : { side: 'referrer' }) }
    case 'declined':
      return side === 'do-not-contact' ? {} : { side: 'declined' }
    case 'opted-out':
      return { side: 'do-not-contact' }
    case 'reading-dismissed':
      return stage === 'read' ? { back: 'found' } : {}
    case 'unsubscribed':
      return stage === 'interested' ? { back: 'introduced' } : {}
    case 'left-pipeline':
      return stage === 'candidate' ? { back: 'interested' } : {}
    case 'disconnected':
      return stageRank(stage) >= stageRank('connected') ? { back: 'acknowledged' } : {}
    case 'visit':
    case 'invite-sent':
    case 'invite-refused':
    case 'our-message':
    case 'hired':
    case 'in-contacts':
      return {}
    default:
      return unreachable(kind)
  }
}

/**
 * Somebody in the address book of an export: on a messaging or mixed tool they let us in once; on a sourcing tool people connect with
 * strangers, so it is a fact on record and moves nothing.
 */
export const touchOfContact = (kind: ToolKind): TouchKind => (kind === 'sourcing' ? 'in-contacts' : 'invite-accepted')

/** Where a touch leads, step by step: each rung that was gained for a reason of its own is a move of its own. */
export function standingAfter(standing: Standing, kind: TouchKind): { standing: Standing; moves: StageMove[] } {
  const target = targetOf(kind, standing)
  const moves: StageMove[] = []
  let now = standing
  const go = (to: LadderStage, toSide: SideState | null) => {
    if (to === now.stage && toSide === now.side) return
    moves.push({ from: now.stage, to, fromSide: now.side, toSide })
    now = { ...now, stage: to, side: toSide }
  }
  if (target.introduces) now = { ...now, introducedAlready: true }
  const side = target.side === undefined ? now.side : target.side
  if (target.back) go(target.back, side)
  else if (target.stage && stageRank(target.stage) > stageRank(now.stage)) go(target.stage, side)
  else go(now.stage, side)
  if (now.introducedAlready && now.stage === 'connected') go('introduced', now.side)
  return { standing: now, moves }
}
