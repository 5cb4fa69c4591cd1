import { findPerson, markDoNotContact, refreshPersonSearch } from '#features/people/index.ts'
import type { RowMark } from '#features/people/model.ts'
import type { Clock } from '#kernel/clock.ts'
import { newId, type PersonId, type TouchId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import type { ToolId } from '#kernel/tools.ts'
import { tellBrowsers } from '#platform/live.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import { stageMoved } from '../events.ts'
import { colleagueMs } from '../model/contact.ts'
import { type NextStep, nextStep } from '../model/next-step.ts'
import { isSideState, ladder, type Stage } from '../model/stages.ts'
import { stageOf, type TouchKind } from '../model/touches.ts'
import { type Contact, findContact } from '../store/contact.ts'
import { type FactsRow, listNextStepFacts } from '../store/facts.ts'
import {
  findRelationship,
  listTouches,
  lockRelationships,
  type Relationship,
  type TouchRow,
  updateRelationships,
} from '../store/relationships.ts'
import { insertStageMoves, listStageMoves, type StageMoveRow, updateStageMoveUndone } from '../store/stage-moves.ts'
import { recordTouches, type TouchDeps } from './record-touches.ts'

/** `online`: where these people can be reached now; from conversations, nobody while it is not wired. */
export type RelationshipDeps = TouchDeps & {
  db: Database
  clock: Clock
  online(
    tx: Transaction,
    caller: Caller,
    people: readonly PersonId[],
  ): Promise<ReadonlyMap<PersonId, readonly ToolId[]>>
}

export type StageRefusal =
  | { code: 'no-such-person' }
  | { code: 'do-not-contact' }
  | { code: 'no-such-move' }
  | { code: 'moved-since' }
  | { code: 'not-by-hand' }

const recentMs = 90 * 86_400_000
const wrote = new Set(['their-message', 'chat-opened', 'asked-about-work'])

const shownStage = (row: FactsRow): Stage =>
  row.do_not_contact ? 'do-not-contact' : (row.side ?? row.stage ?? 'found')

const stepOf = (row: FactsRow, online: readonly ToolId[], now: Date): NextStep =>
  nextStep(
    {
      stage: shownStage(row),
      tools: row.tools,
      unread: row.unread_tool ? { count: row.unread, tool: row.unread_tool } : null,
      hasRecentReading: row.recent_reading,
      waitingOn:
        row.last_in_kind &&
        wrote.has(row.last_in_kind) &&
        row.last_in_at &&
        (!row.last_out_at || row.last_in_at > row.last_out_at)
          ? row.last_in_tool
          : null,
      invitedAt: row.invited_at,
      lastInAt: row.last_in_at,
      lastOutAt: row.last_out_at,
      online,
    },
    now,
  )

/** What stands by each name: the caller's stage with this person, the last touch, the next right step. */
export async function relationshipMarks(
  tx: Transaction,
  deps: Pick<RelationshipDeps, 'clock' | 'online'>,
  caller: Caller,
  people: readonly PersonId[],
): Promise<Map<PersonId, RowMark>> {
  const now = deps.clock.now()
  const rows = await listNextStepFacts(tx, caller.workspace, caller.user, people, new Date(now.getTime() - recentMs))
  const online = await deps.online(tx, caller, people)
  return new Map(
    rows.map(row => [
      row.person_id,
      {
        stage: shownStage(row),
        lastTouchAt: row.last_touch_at,
        contactSince: row.contact_since,
        nextStep: stepOf(row, online.get(row.person_id) ?? [], now),
      },
    ]),
  )
}

export type Rung = {
  stage: Stage
  reachedAt: Date | null
  cause: string | null
  tool: ToolId | null
  reason: string | null
}

export type WholeRelationship = {
  stage: Stage
  relationship: Relationship | undefined
  rungs: Rung[]
  moves: StageMoveRow[]
  undo: string | null
  step: NextStep | undefined
}

/** For each rung the move that last brought them to it or past it; none for rungs above where they are. */
function rungsOf(relationship: Relationship | undefined, moves: readonly StageMoveRow[]): Rung[] {
  const stand = ladder.indexOf(relationship?.stage ?? 'found')
  const standing = moves.filter(move => !move.undone_at)
  return ladder.map((stage, index) => {
    const by = standing.find(move => ladder.indexOf(move.from_stage) < index && ladder.indexOf(move.to_stage) >= index)
    if (index > stand || !by) return { stage, reachedAt: null, cause: null, tool: null, reason: null }
    return { stage, reachedAt: by.at, cause: by.cause, tool: by.tool, reason: by.reason }
  })
}

export function readRelationship(
  deps: RelationshipDeps,
  caller: Caller,
  person: PersonId,
): Promise<WholeRelationship | undefined> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const { workspace, user } = caller
    if (!(await findPerson(tx, workspace, person))) return undefined
    const relationship = await findRelationship(tx, workspace, user, person)
    const moves = await listStageMoves(tx, workspace, user, person)
    const now = deps.clock.now()
    const [facts] = await listNextStepFacts(tx, workspace, user, [person], new Date(now.getTime() - recentMs))
    const online = (await deps.online(tx, caller, [person])).get(person) ?? []
    return {
      stage: facts ? shownStage(facts) : 'found',
      relationship,
      rungs: rungsOf(relationship, moves),
      moves,
      undo: moves.find(move => !move.undone_at)?.move_id ?? null,
      step: facts && stepOf(facts, online, now),
    }
  })
}

export function readContact(
  deps: { db: Database; clock: Clock },
  caller: Caller,
  person: PersonId,
): Promise<Contact | undefined> {
  const since = new Date(deps.clock.now().getTime() - colleagueMs)
  return inWorkspace(deps.db, caller.workspace, tx => findContact(tx, caller.workspace, caller.user, person, since))
}

export function listPersonTouches(
  deps: { db: Database },
  caller: Caller,
  person: PersonId,
  after: { at: string; touch: TouchId } | undefined,
  limit: number,
): Promise<TouchRow[]> {
  return inWorkspace(deps.db, caller.workspace, tx => listTouches(tx, caller.workspace, person, after, limit))
}

async function apply(
  tx: Transaction,
  deps: RelationshipDeps,
  caller: Caller,
  row: Relationship,
  to: Pick<Relationship, 'stage' | 'side'>,
  told: { cause: string; reason: string | null; at: Date },
): Promise<string> {
  const { workspace } = caller
  const move: StageMoveRow = {
    move_id: newId(told.at.getTime()),
    user_id: row.user_id,
    person_id: row.person_id,
    from_stage: row.stage,
    to_stage: to.stage,
    from_side: row.side,
    to_side: to.side,
    touch_id: null,
    tool: null,
    undone_at: null,
    ...told,
  }
  await updateRelationships(tx, workspace, [
    { ...row, ...to, side_reason: to.side ? told.reason : null, stage_since: told.at },
  ])
  await insertStageMoves(tx, workspace, [move])
  await tellMoved(tx, deps, caller, move)
  return move.move_id
}

async function tellMoved(
  tx: Transaction,
  deps: RelationshipDeps,
  { workspace }: Caller,
  move: StageMoveRow,
): Promise<void> {
  await deps.events.announce(tx, stageMoved, {
    workspace,
    user: move.user_id,
    person: move.person_id,
    move: { from: move.from_stage, to: move.to_stage, fromSide: move.from_side, toSide: move.to_side },
    cause: move.cause,
    at: move.at,
  })
  await refreshPersonSearch(tx, workspace, [move.person_id])
  tellBrowsers(tx, workspace, { kind: 'relationships.changed', payload: { people: [move.person_id] } })
}

/** A rung ends a side state; a side state keeps the rung beneath it. Do-not-contact is everybody's and ends by its own door. */
export function setStage(
  deps: RelationshipDeps,
  caller: Caller,
  person: PersonId,
  input: { stage: Stage; reason: string },
): Promise<Result<{ move: string | null }, StageRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const { workspace, user } = caller
    const at = deps.clock.now()
    const known = await findPerson(tx, workspace, person)
    if (!known || known.merged_into) return refuse({ code: 'no-such-person' })
    const { stage, reason } = input
    if (known.do_not_contact_at && stage !== 'do-not-contact') return refuse({ code: 'do-not-contact' })
    const [row] = await lockRelationships(tx, workspace, [{ user, person }], at)
    if (!row) return refuse({ code: 'no-such-person' })
    if (stage === 'do-not-contact') {
      await markDoNotContact(tx, deps, { workspace, people: [person], reason, user, at })
      return done({ move: null })
    }
    const to = isSideState(stage) ? { stage: row.stage, side: stage } : { stage, side: null }
    if (stageOf(row) === stage) return done({ move: null })
    return done({ move: await apply(tx, deps, caller, row, to, { cause: 'by-hand', reason, at }) })
  })
}

/** Only the latest move can be taken back, and only while nothing has moved since. */
export function undoStageMove(
  deps: RelationshipDeps,
  caller: Caller,
  person: PersonId,
  move: string,
): Promise<Result<{ stage: Stage }, StageRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const { workspace, user } = caller
    const at = deps.clock.now()
    const [row] = (await findRelationship(tx, workspace, user, person))
      ? await lockRelationships(tx, workspace, [{ user, person }], at)
      : []
    if (!row) return refuse({ code: 'no-such-move' })
    const moves = await listStageMoves(tx, workspace, user, person)
    const wanted = moves.find(one => one.move_id === move)
    if (!wanted || wanted.undone_at) return refuse({ code: 'no-such-move' })
    if (wanted.from_side === 'do-not-contact' || wanted.to_side === 'do-not-contact')
      return refuse({ code: 'do-not-contact' })
    const standing = moves.filter(one => !one.undone_at)
    if (standing[0] !== wanted || row.stage !== wanted.to_stage || row.side !== wanted.to_side)
      return refuse({ code: 'moved-since' })
    await updateStageMoveUndone(tx, workspace, move, user, at)
    const before = { stage: wanted.from_stage, side: wanted.from_side }
    await updateRelationships(tx, workspace, [
      { ...row, ...before, side_reason: null, stage_since: standing[1]?.at ?? at },
    ])
    const back = {
      ...wanted,
      from_stage: wanted.to_stage,
      to_stage: wanted.from_stage,
      from_side: wanted.to_side,
      to_side: wanted.from_side,
    }
    await tellMoved(tx, deps, caller, { ...back, cause: 'undone', at })
    return done({ stage: stageOf(before) })
  })
}

/** What a recruiter may report from outside Kith. The rest Kith sees for itself. */
export const byHand = [
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
  'met',
  'our-message',
  'introduced',
  'asked-about-work',
  'referred',
  'declined',
  'opted-out',
  'disconnected',
] as const satisfies readonly TouchKind[]

export function logTouch(
  deps: RelationshipDeps,
  caller: Caller,
  person: PersonId,
  input: {
    kind: (typeof byHand)[number]
    tool?: ToolId | undefined
    at?: string | undefined
    note?: string | undefined
  },
): Promise<Result<{ moved: number }, StageRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const now = deps.clock.now()
    const known = await findPerson(tx, caller.workspace, person)
    if (!known || known.merged_into) return refuse({ code: 'no-such-person' })
    const given = input.at ? new Date(input.at) : now
    const at = given > now ? now : given
    const detail = { byHand: true, ...(input.note ? { note: input.note } : {}) }
    const { kind, tool } = input
    const { moved } = await recordTouches(
      tx,
      deps,
      caller.workspace,
      [{ person, user: caller.user, kind, tool, at, detail }],
      now,
    )
    return done({ moved })
  })
}
