import { refreshPersonSearch } from '#features/people/index.ts'
import type { ImportId, MessageId, PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Events } from '#platform/events.ts'
import { tellBrowsers } from '#platform/live.ts'
import type { Transaction } from '#storage/database.ts'
import { stageMoved } from '../events.ts'
import { listRelationshipsOf, type Relationship, updateRelationships } from '../store/relationships.ts'
import {
  deleteImportedTouches,
  deleteSpokenTouches,
  listLatestTouches,
  listStandingMoves,
  updateStageMovesUndone,
} from '../store/taken-back.ts'
import { touched } from './record-touches.ts'

type Move = Awaited<ReturnType<typeof listStandingMoves>>[number]

const pairOf = ({ user_id, person_id }: { user_id: UserId; person_id: PersonId }) => `${user_id} ${person_id}`
const changesRung = ({ from_stage, to_stage }: Move) => from_stage !== to_stage
const changesSide = ({ from_side, to_side }: Move) => from_side !== to_side

/**
 * Where a relationship stands without the moves that were taken back. Undefined when something has moved it since: that stands on
 * its own. A side state that came since, as do-not-contact does, stays.
 */
function standingWithout(row: Relationship, moves: readonly Move[], isGone: (move: Move) => boolean) {
  const firstAt = moves.findIndex(isGone)
  const first = moves[firstAt]
  if (!first) return undefined
  const since = moves.slice(firstAt).filter(move => !isGone(move))
  if (since.some(changesRung)) return undefined
  const before = moves[firstAt - 1]
  return {
    ...row,
    stage: first.from_stage,
    stage_since: before?.at ?? row.stage_since,
    ...(since.some(changesSide) ? {} : { side: first.from_side, side_reason: null }),
  }
}

/** What an import told of the past is taken back with it: its touches, and the rungs that rest on nothing else. */
export async function takeBackImport(
  tx: Transaction,
  deps: { events: Events },
  { workspace, importId, at }: { workspace: WorkspaceId; importId: ImportId; at: Date },
): Promise<void> {
  await takeBack(tx, deps, workspace, await deleteImportedTouches(tx, workspace, importId), at)
}

/** What a recruiter told of a message by mistake: its touches go, and the rungs that rest on nothing else. */
export async function takeBackSpoken(
  tx: Transaction,
  deps: { events: Events },
  { workspace, message, at }: { workspace: WorkspaceId; message: MessageId; at: Date },
): Promise<void> {
  await takeBack(tx, deps, workspace, await deleteSpokenTouches(tx, workspace, message), at)
}

async function takeBack(
  tx: Transaction,
  deps: { events: Events },
  workspace: WorkspaceId,
  gone: Awaited<ReturnType<typeof deleteImportedTouches>>,
  at: Date,
): Promise<void> {
  if (gone.pairs.length === 0) return
  const people = [...new Set(gone.pairs.map(pair => pair.person_id))]
  const pairs = new Set(gone.pairs.map(pairOf))
  const touches = new Set(gone.touches)
  const isGone = (move: Move) => move.touch_id !== null && touches.has(move.touch_id)
  const moves = Map.groupBy(await listStandingMoves(tx, workspace, people), pairOf)
  const latest = Map.groupBy(await listLatestTouches(tx, workspace, people), touch => touch.person_id)
  const rows = (await listRelationshipsOf(tx, workspace, people)).filter(row => pairs.has(pairOf(row)))
  const undone: string[] = []
  const moved: { from: Relationship; to: Relationship }[] = []
  const after = rows.map(row => {
    const own = moves.get(pairOf(row)) ?? []
    const back = standingWithout(row, own, isGone)
    if (back) {
      undone.push(...own.filter(isGone).map(move => move.move_id))
      moved.push({ from: row, to: back })
    }
    const silent: Relationship = { ...(back ?? row), last_touch_at: null, last_in_at: null, last_out_at: null }
    return (latest.get(row.person_id) ?? [])
      .filter(touch => touch.user_id === null || touch.user_id === row.user_id)
      .reduce(touched, silent)
  })
  await updateRelationships(tx, workspace, after)
  await updateStageMovesUndone(tx, workspace, undone, at)
  for (const { from, to } of moved)
    await deps.events.announce(tx, stageMoved, {
      workspace,
      user: from.user_id,
      person: from.person_id,
      move: { from: from.stage, to: to.stage, fromSide: from.side, toSide: to.side },
      cause: 'undone',
      at,
    })
  await refreshPersonSearch(tx, workspace, people)
  tellBrowsers(tx, workspace, { kind: 'relationships.changed', payload: { people: people.slice(0, 100) } })
}
