import { z } from 'zod'
import { readingDismissed, readingRecorded } from '#features/activity/index.ts'
import {
  doNotContactChanged,
  findMovedRows,
  personMoved,
  personMoveUndone,
  recordMovedRows,
} from '#features/people/index.ts'
import { importUndone } from '#features/sourcing/index.ts'
import { newId, type PersonId, type WorkspaceId } from '#kernel/ids.ts'
import { idOf } from '#kernel/schema.ts'
import type { Transaction } from '#storage/database.ts'
import { recordTouches, type TouchDeps } from './actions/record-touches.ts'
import { takeBackImport } from './actions/take-back.ts'
import { ladder, type SideState, sideStates, stageRank } from './model/stages.ts'
import {
  deleteRelationships,
  listRelationshipsOf,
  type Relationship,
  updateRelationships,
} from './store/relationships.ts'
import { insertStageMoves, updateHistoryPerson } from './store/stage-moves.ts'

const instant = z.coerce.date()
const kept: z.ZodType<Relationship> = z.object({
  user_id: idOf<'User'>(),
  person_id: idOf<'Person'>(),
  stage: z.enum(ladder),
  side: z.enum(sideStates).nullable(),
  side_reason: z.string().nullable(),
  stage_since: instant,
  last_touch_at: instant.nullable(),
  last_in_at: instant.nullable(),
  last_out_at: instant.nullable(),
})
const keptRows = z.array(z.object({ whose: z.enum(['from', 'to', 'joined']), row: kept }))

const latest = (a: Date | null, b: Date | null) => (a && b ? (a > b ? a : b) : (a ?? b))

const heavier = (a: SideState | null, b: SideState | null): SideState | null => {
  const weight = ['passive', 'referrer', 'declined', 'do-not-contact']
  return weight.indexOf(a ?? '') >= weight.indexOf(b ?? '') ? a : b
}

/** Two relationships of one recruiter with what turns out to be one person. */
const join = (one: Relationship, other: Relationship): Relationship => {
  const further = stageRank(other.stage) > stageRank(one.stage) ? other : one
  const side = heavier(one.side, other.side)
  return {
    ...one,
    stage: further.stage,
    stage_since: further.stage_since,
    side,
    side_reason: side === one.side ? one.side_reason : other.side_reason,
    last_touch_at: latest(one.last_touch_at, other.last_touch_at),
    last_in_at: latest(one.last_in_at, other.last_in_at),
    last_out_at: latest(one.last_out_at, other.last_out_at),
  }
}

/** Both as they were, and what they became, are kept for the way back. */
async function mergeRelationships(
  tx: Transaction,
  workspace: WorkspaceId,
  move: string,
  from: PersonId,
  to: PersonId,
): Promise<void> {
  for (const table of ['touches', 'stage_moves'] as const)
    await recordMovedRows(tx, workspace, move, table, await updateHistoryPerson(tx, workspace, table, from, to))
  const rows = await listRelationshipsOf(tx, workspace, [from, to])
  const theirs = rows.filter(row => row.person_id === from)
  const ours = new Map(rows.filter(row => row.person_id === to).map(row => [row.user_id, row]))
  const joined = theirs.map(row => {
    const own = ours.get(row.user_id)
    return own ? join(own, row) : { ...row, person_id: to }
  })
  const before = [
    ...theirs.map(row => ({ whose: 'from', row })),
    ...theirs.flatMap(row => ours.get(row.user_id) ?? []).map(row => ({ whose: 'to', row })),
    ...joined.map(row => ({ whose: 'joined', row })),
  ]
  await recordMovedRows(tx, workspace, move, 'relationships', [], before)
  await deleteRelationships(tx, workspace, from)
  await updateRelationships(tx, workspace, joined)
}

async function unmergeRelationships(
  tx: Transaction,
  workspace: WorkspaceId,
  move: string,
  from: PersonId,
  to: PersonId,
): Promise<void> {
  for (const table of ['touches', 'stage_moves'] as const) {
    const { rowIds } = await findMovedRows(tx, workspace, move, table)
    await updateHistoryPerson(tx, workspace, table, to, from, rowIds)
  }
  const before = keptRows.parse((await findMovedRows(tx, workspace, move, 'relationships')).before)
  const now = new Map((await listRelationshipsOf(tx, workspace, [to])).map(row => [row.user_id, row]))
  const joined = new Map(before.filter(one => one.whose === 'joined').map(one => [one.row.user_id, one.row]))
  await updateRelationships(
    tx,
    workspace,
    before.filter(one => one.whose === 'from').map(one => one.row),
  )
  // What moved on since the merge stays with the survivor; what did not goes back to where it stood.
  const back = before
    .filter(one => one.whose === 'to')
    .flatMap(({ row }) => {
      const current = now.get(row.user_id)
      const was = joined.get(row.user_id)
      return current && was && current.stage === was.stage && current.side === was.side ? [row] : []
    })
  await updateRelationships(tx, workspace, back)
  const had = new Set(before.filter(one => one.whose === 'to').map(one => one.row.user_id))
  const untouched = [...joined].flatMap(([user, was]) => {
    const current = now.get(user)
    const unchanged =
      current?.stage === was.stage &&
      current.side === was.side &&
      current.last_touch_at?.getTime() === was.last_touch_at?.getTime()
    return current && unchanged && !had.has(user)
      ? [{ ...current, stage: 'found' as const, side: null, last_touch_at: null, last_in_at: null, last_out_at: null }]
      : []
  })
  await updateRelationships(tx, workspace, untouched)
}

/** Readings move the stage; do-not-contact shows in every relationship; merges carry relationships along; an import undone takes its past with it. */
export function hearForRelationships(deps: TouchDeps): void {
  const { events } = deps
  events.hear(readingRecorded, async (tx, { workspace, person, user, activity, tool, at }) => {
    await recordTouches(tx, deps, workspace, [{ kind: 'reading', person, user, activity, tool, at }], at)
  })
  events.hear(readingDismissed, async (tx, { workspace, person, user, activity, tool, at, left }) => {
    if (left === 0)
      await recordTouches(tx, deps, workspace, [{ kind: 'reading-dismissed', person, user, activity, tool, at }], at)
  })
  events.hear(doNotContactChanged, async (tx, { workspace, people, reason, quote, at }) => {
    const side: SideState | null = reason === null ? null : 'do-not-contact'
    const rows = (await listRelationshipsOf(tx, workspace, people)).filter(
      row => (row.side === 'do-not-contact') !== (side !== null),
    )
    const why = quote ? `${reason ?? ''} “${quote}”`.trim() : reason
    await updateRelationships(
      tx,
      workspace,
      rows.map(row => ({ ...row, side, side_reason: why, stage_since: at })),
    )
    await insertStageMoves(
      tx,
      workspace,
      rows.map(row => ({
        move_id: newId(at.getTime()),
        user_id: row.user_id,
        person_id: row.person_id,
        from_stage: row.stage,
        to_stage: row.stage,
        from_side: row.side,
        to_side: side,
        cause: side ? 'do-not-contact' : 'contact-again',
        touch_id: null,
        tool: null,
        reason: why,
        at,
        undone_at: null,
      })),
    )
  })
  events.hear(importUndone, (tx, undone) => takeBackImport(tx, deps, undone))
  events.hear(personMoved, async (tx, { workspace, move, kind, from, to }) => {
    if (kind === 'merge') await mergeRelationships(tx, workspace, move, from, to)
  })
  events.hear(personMoveUndone, async (tx, { workspace, move, kind, from, to }) => {
    if (kind === 'merge') await unmergeRelationships(tx, workspace, move, from, to)
  })
}
