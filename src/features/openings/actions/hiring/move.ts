import { keepForLater, takeBackForLater } from '#features/pools/index.ts'
import { findRelationship, recordTouches, type Touch } from '#features/relationships/index.ts'
import { isAtLeast } from '#features/relationships/model.ts'
import { type CandidacyId, type CandidacyMoveId, newId, type PoolId, parseId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import type { HiringDeps } from '../../deps.ts'
import { candidacyMoved } from '../../events.ts'
import { isRunning, judgeMove, type MoveRefusalCode, type PipelineStage } from '../../model/pipeline.ts'
import {
  type Candidacy,
  countOtherRunning,
  findCandidacy,
  insertMove,
  listMoves,
  updateStage,
  updateUndone,
} from '../../store/candidacies.ts'
import { findOpening } from '../../store/openings.ts'
import { dayOf } from '../manage.ts'
import { tellHiring } from './consider.ts'

export type MoveRefusal = {
  code: MoveRefusalCode | 'no-such-candidacy' | 'no-such-pool' | 'do-not-contact' | 'moved-since'
}

export type MoveInput = {
  to: PipelineStage
  reason: string
  pool: PoolId | null
  /** A calendar day. */
  comesBackOn: string | null
}

/** What a move in one opening means for the relationship: candidate or not any more, and hired. Nothing is told to the person. */
async function touchFor(
  tx: Transaction,
  deps: HiringDeps,
  caller: Caller,
  candidacy: Candidacy,
  { from, to }: { from: PipelineStage; to: PipelineStage },
  key: string,
  at: Date,
): Promise<void> {
  const { workspace, user } = caller
  const { person, opening } = candidacy
  const touch = (kind: Touch['kind']): Touch => ({
    person,
    user,
    kind,
    at,
    key: `${key}:${kind}`,
    detail: { opening, from, to },
    campaign: opening,
  })
  const becomes = (isRunning(to) && !isRunning(from)) || (to === 'hired' && !isRunning(from))
  const leaves = (to === 'considered' || to === 'not-now') && isRunning(from)
  const touches: Touch[] = [
    ...(becomes ? [touch('became-candidate')] : []),
    ...(to === 'hired' ? [touch('hired')] : []),
    ...(leaves && (await countOtherRunning(tx, workspace, person, candidacy.id)) === 0 ? [touch('left-pipeline')] : []),
  ]
  if (touches.length > 0) await recordTouches(tx, deps.touches, workspace, touches, at)
}

/** Every move is kept, with its reason; "not now" puts them into a pool and onto Today on the day they are to be asked again. */
export function moveCandidacy(
  deps: HiringDeps,
  caller: Caller,
  id: CandidacyId,
  input: MoveInput,
): Promise<Result<{ move: CandidacyMoveId }, MoveRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<{ move: CandidacyMoveId }, MoveRefusal>> => {
    const { workspace, user } = caller
    const candidacy = await findCandidacy(tx, workspace, id, 'for-update')
    const opening = candidacy && (await findOpening(tx, workspace, candidacy.opening))
    if (!candidacy || !opening) return refuse({ code: 'no-such-candidacy' })
    const { person, stage: from } = candidacy
    const { to } = input
    if (candidacy.doNotContact && to !== 'considered') return refuse({ code: 'do-not-contact' })
    const at = deps.clock.now()
    const relationship = await findRelationship(tx, workspace, user, person)
    const interested =
      relationship !== undefined && relationship.side !== 'declined' && isAtLeast(relationship.stage, 'interested')
    const refused = judgeMove({ from, ...input }, { today: dayOf(at), interested })
    if (refused) return refuse({ code: refused })
    const later =
      to === 'not-now' && input.pool !== null && input.comesBackOn !== null
        ? { pool: input.pool, on: input.comesBackOn }
        : undefined
    const kept = later && (await keepForLater(tx, caller, { person, ...later, about: opening.title }, at))
    if (kept && !kept.ok) return kept
    const move = newId<'CandidacyMove'>(at.getTime())
    await insertMove(tx, workspace, {
      id: move,
      candidacy: id,
      from,
      to,
      reason: input.reason.trim(),
      pool: later?.pool ?? null,
      pooled: kept?.value.pooled ?? false,
      comesBackOn: later?.on ?? null,
      comeBack: kept?.value.comeBack ?? null,
      user,
      at,
    })
    await updateStage(tx, workspace, id, to, at)
    await touchFor(tx, deps, caller, candidacy, { from, to }, `candidacy-move:${move}`, at)
    await announce(tx, deps, caller, candidacy, { from, to, undone: false, at })
    return done({ move })
  })
}

async function announce(
  tx: Transaction,
  deps: HiringDeps,
  { workspace, user }: Caller,
  { id, opening, person }: Candidacy,
  move: { from: PipelineStage; to: PipelineStage; undone: boolean; at: Date },
): Promise<void> {
  await deps.touches.events.announce(tx, candidacyMoved, { workspace, opening, candidacy: id, person, user, ...move })
  tellHiring(tx, workspace, opening, [person])
}

/** The latest move only: they stand where they stood, out of the pool that it brought them to. It stays in the history, as taken back. */
export function undoMove(
  deps: HiringDeps,
  caller: Caller,
  id: CandidacyId,
  move: CandidacyMoveId,
): Promise<Result<{ stage: PipelineStage }, MoveRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<{ stage: PipelineStage }, MoveRefusal>> => {
    const { workspace } = caller
    const candidacy = await findCandidacy(tx, workspace, id, 'for-update')
    if (!candidacy) return refuse({ code: 'no-such-candidacy' })
    const standing = (await listMoves(tx, workspace, id)).filter(one => !one.undone)
    const latest = standing.at(-1)
    const before = standing.at(-2)
    if (!latest || latest.id !== move || latest.from === null) return refuse({ code: 'moved-since' })
    const at = deps.clock.now()
    const { from: to, to: from } = latest
    await updateUndone(tx, workspace, move, at)
    await updateStage(tx, workspace, id, to, before?.at ?? candidacy.addedAt)
    const comeBack = latest.comeBack === null ? undefined : parseId<'ComeBack'>(latest.comeBack)
    if (comeBack)
      await takeBackForLater(
        tx,
        caller,
        { person: candidacy.person, pool: latest.pool, comeBack, pooled: latest.pooled },
        at,
      )
    await touchFor(tx, deps, caller, candidacy, { from, to }, `candidacy-undo:${move}`, at)
    await announce(tx, deps, caller, candidacy, { from, to, undone: true, at })
    return done({ stage: to })
  })
}
