import { sql } from 'kysely'
import type { ImportId, MessageId, PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { TouchKind } from '../model/touches.ts'
import type { StageMoveRow } from './stage-moves.ts'

type Pair = { user_id: UserId; person_id: PersonId }

/** Takes away the touches that an import brought of people who are still here; gives whom they were with. */
export async function deleteImportedTouches(
  tx: Transaction,
  workspace: WorkspaceId,
  importId: ImportId,
): Promise<{ pairs: Pair[]; touches: string[] }> {
  const { rows } = await sql<Pair & { touch_id: string }>`delete from touches
    where workspace_id = ${workspace} and import_id = ${importId} and user_id is not null
    returning touch_id, user_id, person_id`.execute(tx)
  return { pairs: rows, touches: rows.map(row => row.touch_id) }
}

/** Takes away what a message told the relationships; gives whom it was with. */
export async function deleteSpokenTouches(
  tx: Transaction,
  workspace: WorkspaceId,
  message: MessageId,
): Promise<{ pairs: Pair[]; touches: string[] }> {
  const { rows } = await sql<Pair & { touch_id: string }>`delete from touches
    where workspace_id = ${workspace} and message_id = ${message} and user_id is not null
    returning touch_id, user_id, person_id`.execute(tx)
  return { pairs: rows, touches: rows.map(row => row.touch_id) }
}

/** Moves of these people that stand, oldest first. */
export async function listStandingMoves(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly PersonId[],
): Promise<Omit<StageMoveRow, 'reason' | 'undone_at'>[]> {
  const { rows } = await sql<
    Omit<StageMoveRow, 'reason' | 'undone_at'>
  >`select move_id, user_id, person_id, from_stage, to_stage, from_side, to_side, cause, touch_id, tool, at from stage_moves
    where workspace_id = ${workspace} and person_id = any(${[...people]}::uuid[]) and undone_at is null order by move_id`.execute(
    tx,
  )
  return rows
}

/** The latest touch of each kind; without a user it concerns everyone who knows the person. */
export async function listLatestTouches(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly PersonId[],
): Promise<{ user_id: UserId | null; person_id: PersonId; kind: TouchKind; at: Date }[]> {
  const { rows } = await sql<{ user_id: UserId | null; person_id: PersonId; kind: TouchKind; at: Date }>`
    select user_id, person_id, kind, max(at) as at from touches
    where workspace_id = ${workspace} and person_id = any(${[...people]}::uuid[]) group by user_id, person_id, kind`.execute(
    tx,
  )
  return rows
}

export async function updateStageMovesUndone(
  tx: Transaction,
  workspace: WorkspaceId,
  moves: readonly string[],
  now: Date,
): Promise<void> {
  await sql`update stage_moves set undone_at = ${now}
    where workspace_id = ${workspace} and move_id = any(${[...moves]}::uuid[])`.execute(tx)
}
