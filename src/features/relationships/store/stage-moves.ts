import { sql } from 'kysely'
import type { PersonId, TouchId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'
import type { LadderStage, SideState } from '../model/stages.ts'

export type StageMoveRow = {
  move_id: string
  user_id: UserId
  person_id: PersonId
  from_stage: LadderStage
  to_stage: LadderStage
  from_side: SideState | null
  to_side: SideState | null
  cause: string
  touch_id: TouchId | null
  tool: ToolId | null
  reason: string | null
  at: Date
  undone_at: Date | null
}

const columns = sql`move_id, user_id, person_id, from_stage, to_stage, from_side, to_side, cause, touch_id, tool, reason, at, undone_at`

export async function insertStageMoves(
  tx: Transaction,
  workspace: WorkspaceId,
  moves: readonly StageMoveRow[],
): Promise<void> {
  if (moves.length === 0) return
  await sql`insert into stage_moves (workspace_id, ${columns})
    select ${workspace}::uuid, n.* from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as n(move_id uuid, user_id uuid,
      person_id uuid, from_stage text, to_stage text, from_side text, to_side text, cause text, touch_id uuid, tool text, reason text,
      at timestamptz, undone_at timestamptz)`.execute(tx)
}

/** Latest first. */
export async function listStageMoves(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  person: PersonId,
): Promise<StageMoveRow[]> {
  const { rows } = await sql<StageMoveRow>`select ${columns} from stage_moves
    where workspace_id = ${workspace} and user_id = ${user} and person_id = ${person} order by move_id desc limit 200`.execute(
    tx,
  )
  return rows
}

export async function updateStageMoveUndone(
  tx: Transaction,
  workspace: WorkspaceId,
  move: string,
  user: UserId,
  now: Date,
): Promise<void> {
  await sql`update stage_moves set undone_at = ${now}, undone_by = ${user}
    where workspace_id = ${workspace} and move_id = ${move}`.execute(tx)
}

export async function updateHistoryPerson(
  tx: Transaction,
  workspace: WorkspaceId,
  table: 'touches' | 'stage_moves',
  from: PersonId,
  to: PersonId,
  only?: readonly string[],
): Promise<string[]> {
  const id = table === 'touches' ? sql`touch_id` : sql`move_id`
  const { rows } = await sql<{ id: string }>`update ${sql.table(table)} set person_id = ${to}
    where workspace_id = ${workspace} and person_id = ${from} ${only ? sql`and ${id} = any(${[...only]}::uuid[])` : sql``}
    returning ${id} as id`.execute(tx)
  return rows.map(row => row.id)
}
