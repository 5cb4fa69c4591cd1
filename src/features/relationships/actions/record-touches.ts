import { markDoNotContact, refreshSearchRank, type SuppressionKey } from '#features/people/index.ts'
import {
  type ActivityId,
  type ConversationId,
  type ImportId,
  type MessageId,
  newId,
  type PersonId,
  type UserId,
  type WorkspaceId,
} from '#kernel/ids.ts'
import type { Surface, ToolId } from '#kernel/tools.ts'
import type { Events } from '#platform/events.ts'
import { tellBrowsers } from '#platform/live.ts'
import type { Transaction } from '#storage/database.ts'
import { stageMoved, touchesTold } from '../events.ts'
import {
  isInbound,
  isOutbound,
  type Standing,
  standingAfter,
  type TextReader,
  type TouchKind,
} from '../model/touches.ts'
import {
  insertTouches,
  listConcerned,
  listIntroduced,
  lockRelationships,
  type Relationship,
  type TouchRow,
  updateRelationships,
} from '../store/relationships.ts'
import { insertStageMoves, type StageMoveRow } from '../store/stage-moves.ts'

/**
 * `user` left out: it concerns the person's owner, else everyone who knows them. `key`: the same thing told twice counts once.
 * `text` is read for what it does (introduces, asks about work, declines) and not kept here.
 */
export type Touch = {
  person: PersonId
  user?: UserId | undefined
  kind: TouchKind
  tool?: ToolId | undefined
  surface?: Surface | undefined
  at: Date
  key?: string | undefined
  text?: string | undefined
  detail?: Readonly<Record<string, unknown>> | undefined
  conversation?: ConversationId | undefined
  message?: MessageId | undefined
  activity?: ActivityId | undefined
  campaign?: string | undefined
  importId?: ImportId | undefined
  /** The rules against which it was sent outside Kith: it is told and counted, and climbs nothing. */
  against?: readonly string[] | undefined
}

export type TouchDeps = SuppressionKey & { events: Events; readText: TextReader }

/** A message is first what it is, and then what its words do. */
function withMeaning(touch: Touch, read: TextReader): Touch[] {
  const text = touch.text?.trim()
  if (!text || touch.against) return [touch]
  const also = (kind: TouchKind): Touch => ({ ...touch, kind, key: touch.key && `${touch.key}:${kind}` })
  switch (touch.kind) {
    case 'our-message':
    case 'invite-sent':
      return read.introduces(text) ? [touch, also('introduced')] : [touch]
    case 'their-message':
    case 'their-public-reply':
      if (read.optsOut(text)) return [touch, also('opted-out')]
      if (read.asksAboutWork(text)) return [touch, also('asked-about-work')]
      return read.declines(text) ? [touch, also('declined')] : [touch]
    default:
      return [touch]
  }
}

const pairOf = ({ user, person }: { user: UserId; person: PersonId }) => `${user} ${person}`
const later = (a: Date | null, b: Date) => (a && a > b ? a : b)

const rowOf = (touch: Touch): TouchRow => ({
  touch_id: newId<'Touch'>(touch.at.getTime()),
  person_id: touch.person,
  user_id: touch.user ?? null,
  kind: touch.kind,
  tool: touch.tool ?? null,
  surface: touch.surface ?? null,
  at: touch.at,
  touch_key: touch.key ?? null,
  detail: { ...touch.detail, ...(touch.against ? { against: touch.against } : {}) },
  conversation_id: touch.conversation ?? null,
  message_id: touch.message ?? null,
  activity_id: touch.activity ?? null,
  campaign_id: touch.campaign ?? null,
  import_id: touch.importId ?? null,
})

/** Any number at once, in any order; set-based. Writes the touches and moves each relationship as far as they lead. */
export async function recordTouches(
  tx: Transaction,
  deps: TouchDeps,
  workspace: WorkspaceId,
  given: readonly Touch[],
  now: Date,
): Promise<{ recorded: number; moved: number }> {
  const rows = given
    .flatMap(touch => withMeaning(touch, deps.readText))
    .map(rowOf)
    .sort((a, b) => a.at.getTime() - b.at.getTime())
  const fresh = await insertTouches(tx, workspace, rows)
  const counted = rows.filter(row => fresh.has(row.touch_id))
  if (counted.length === 0) return { recorded: 0, moved: 0 }
  const addressed = await addressees(tx, workspace, counted)
  const moves = await moveRelationships(tx, workspace, addressed, now)
  await insertStageMoves(tx, workspace, moves)
  for (const move of moves)
    await deps.events.announce(tx, stageMoved, {
      workspace,
      user: move.user_id,
      person: move.person_id,
      move: { from: move.from_stage, to: move.to_stage, fromSide: move.from_side, toSide: move.to_side },
      cause: move.cause,
      at: move.at,
    })
  const told = counted.filter(
    row => row.campaign_id !== null || row.kind === 'hired' || (row.tool === 'website-chat' && isInbound(row.kind)),
  )
  if (told.length > 0)
    await deps.events.announce(tx, touchesTold, {
      workspace,
      touches: told.map(row => ({
        person: row.person_id,
        kind: row.kind,
        tool: row.tool,
        at: row.at,
        campaign: row.campaign_id,
        conversation: row.conversation_id,
        detail: row.detail,
      })),
    })
  const out = counted.filter(row => row.kind === 'opted-out').map(row => row.person_id)
  if (out.length > 0)
    await markDoNotContact(tx, deps, {
      workspace,
      people: out,
      reason: 'They asked us to leave them alone.',
      user: null,
      at: now,
    })
  await refreshSearchRank(tx, workspace, [...new Set(moves.map(move => move.person_id))])
  const people = [...new Set(counted.map(row => row.person_id))].slice(0, 100)
  tellBrowsers(tx, workspace, { kind: 'relationships.changed', payload: { people } })
  return { recorded: counted.length, moved: moves.length }
}

type Addressed = { user: UserId; person: PersonId; touch: TouchRow }

async function addressees(tx: Transaction, workspace: WorkspaceId, rows: readonly TouchRow[]): Promise<Addressed[]> {
  const open = rows.filter(row => row.user_id === null).map(row => row.person_id)
  const concerned = open.length > 0 ? await listConcerned(tx, workspace, [...new Set(open)]) : []
  const usersOf = new Map<PersonId, UserId[]>()
  for (const { person, user } of concerned) usersOf.set(person, [...(usersOf.get(person) ?? []), user])
  return rows.flatMap(touch => {
    const users = touch.user_id ? [touch.user_id] : (usersOf.get(touch.person_id) ?? [])
    return users.map(user => ({ user, person: touch.person_id, touch }))
  })
}

async function moveRelationships(
  tx: Transaction,
  workspace: WorkspaceId,
  addressed: readonly Addressed[],
  now: Date,
): Promise<StageMoveRow[]> {
  const pairs = [...new Map(addressed.map(one => [pairOf(one), { user: one.user, person: one.person }])).values()]
  const locked = await lockRelationships(tx, workspace, pairs, now)
  const introduced = await listIntroduced(tx, workspace, pairs)
  const known = new Map(locked.map(row => [pairOf({ user: row.user_id, person: row.person_id }), row]))
  const moves: StageMoveRow[] = []
  const changed = new Map<string, Relationship>()
  for (const { user, person, touch } of addressed) {
    const pair = pairOf({ user, person })
    const row = known.get(pair)
    if (!row) continue
    const before: Standing = { stage: row.stage, side: row.side, introducedAlready: introduced.has(pair) }
    const after =
      touch.detail.against === undefined ? standingAfter(before, touch.kind) : { standing: before, moves: [] }
    for (const step of after.moves)
      moves.push({
        move_id: newId(now.getTime()),
        user_id: user,
        person_id: person,
        from_stage: step.from,
        to_stage: step.to,
        from_side: step.fromSide,
        to_side: step.toSide,
        cause: touch.kind,
        touch_id: touch.touch_id,
        tool: touch.tool,
        reason: null,
        at: touch.at,
        undone_at: null,
      })
    const next = touched(row, touch)
    const { stage, side } = after.standing
    const moved =
      after.moves.length > 0
        ? { stage, side, stage_since: touch.at, side_reason: side === row.side ? row.side_reason : null }
        : {}
    known.set(pair, { ...next, ...moved })
    changed.set(pair, { ...next, ...moved })
  }
  await updateRelationships(tx, workspace, [...changed.values()])
  return moves
}

/** When they were last in touch, with this. */
export function touched(row: Relationship, { kind, at }: Pick<TouchRow, 'kind' | 'at'>): Relationship {
  const [inward, outward] = [isInbound(kind), isOutbound(kind)]
  return {
    ...row,
    last_touch_at: inward || outward || kind === 'met' ? later(row.last_touch_at, at) : row.last_touch_at,
    last_in_at: inward ? later(row.last_in_at, at) : row.last_in_at,
    last_out_at: outward ? later(row.last_out_at, at) : row.last_out_at,
  }
}

/** What conversations tell of a message; the shape of their `recordSpoken` seam. */
export type Spoken = {
  workspace: WorkspaceId
  person: PersonId
  user: UserId
  kind: keyof typeof touchOf
  tool: ToolId
  surface: Surface
  at: Date
  conversation: ConversationId
  message: MessageId
  text: string
  activity?: ActivityId
  campaign?: string
  against?: readonly string[]
}

const touchOf = {
  'their-message': 'their-message',
  'our-message': 'our-message',
  'our-invite': 'invite-sent',
  'invite-accepted': 'invite-accepted',
  'invite-refused': 'invite-refused',
  'our-comment': 'comment',
  'their-public-answer': 'their-public-reply',
  'their-reaction': 'their-reaction',
} as const satisfies Record<string, TouchKind>

/** Told twice (an echo, a catch-up), a message counts once. A visitor's first words open the chat. */
export async function recordSpoken(
  tx: Transaction,
  deps: TouchDeps,
  spoken: readonly Spoken[],
  now: Date,
): Promise<void> {
  const byWorkspace = Map.groupBy(spoken, one => one.workspace)
  for (const [workspace, ones] of byWorkspace)
    await recordTouches(
      tx,
      deps,
      workspace,
      ones.map(({ workspace: _, message, ...one }) => ({
        ...one,
        message,
        kind: touchOf[one.kind],
        key: `message:${message}:${one.kind}`,
      })),
      now,
    )
}
