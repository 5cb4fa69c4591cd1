import { sql } from 'kysely'
import type { NoteId, PersonId, ProfileId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { Evidence } from '../model/person.ts'
import { writeOutLinks } from './profiles.ts'

export type Move = {
  move_id: string
  kind: 'merge' | 'split'
  from_id: PersonId
  to_id: PersonId
  probability: number
  evidence: Evidence[]
  reason: string | null
  decided_by: 'import' | 'rule' | 'recruiter'
  user_id: UserId | null
  decided_at: Date
  undone_at: Date | null
}

const columns = sql`move_id, kind, from_id, to_id, probability, evidence, reason, decided_by, user_id, decided_at, undone_at`

export async function insertMove(
  tx: Transaction,
  workspace: WorkspaceId,
  move: Omit<Move, 'undone_at'>,
): Promise<void> {
  await sql`insert into person_moves (workspace_id, ${columns})
    values (${workspace}, ${move.move_id}, ${move.kind}, ${move.from_id}, ${move.to_id}, ${move.probability},
      ${JSON.stringify(move.evidence)}::jsonb, ${move.reason}, ${move.decided_by}, ${move.user_id}, ${move.decided_at}, null)`.execute(
    tx,
  )
}

export async function findMoveForUpdate(
  tx: Transaction,
  workspace: WorkspaceId,
  move: string,
): Promise<Move | undefined> {
  const { rows } = await sql<Move>`select ${columns} from person_moves
    where workspace_id = ${workspace} and move_id = ${move} for update`.execute(tx)
  return rows[0]
}

/** Merges into and splits of this person, latest first. */
export async function listMoves(tx: Transaction, workspace: WorkspaceId, person: PersonId): Promise<Move[]> {
  const { rows } = await sql<Move>`select ${columns} from person_moves
    where workspace_id = ${workspace} and (to_id = ${person} or from_id = ${person}) order by move_id desc limit 100`.execute(
    tx,
  )
  return rows
}

/** A later move of the same people that still stands: it has to be taken back first. */
export async function findLaterMove(tx: Transaction, workspace: WorkspaceId, move: Move): Promise<string | undefined> {
  const { rows } = await sql<{ move_id: string }>`select move_id from person_moves
    where workspace_id = ${workspace} and undone_at is null and move_id > ${move.move_id}
      and kind = 'merge' and from_id = any(${[move.to_id, move.from_id]}::uuid[]) order by move_id desc limit 1`.execute(
    tx,
  )
  return rows[0]?.move_id
}

export async function updateMoveUndone(
  tx: Transaction,
  workspace: WorkspaceId,
  move: string,
  user: UserId | null,
  now: Date,
): Promise<void> {
  await sql`update person_moves set undone_at = ${now}, undone_by = ${user}::uuid
    where workspace_id = ${workspace} and move_id = ${move}`.execute(tx)
}

/** What one feature moved; `before` holds rows without an id of their own, as they were. */
export async function recordMovedRows(
  tx: Transaction,
  workspace: WorkspaceId,
  move: string,
  entity: string,
  rowIds: readonly string[],
  before: readonly unknown[] = [],
): Promise<void> {
  if (rowIds.length === 0 && before.length === 0) return
  await sql`insert into person_move_rows (workspace_id, move_id, entity, row_ids, before)
    values (${workspace}, ${move}, ${entity}, ${[...rowIds]}::uuid[], ${JSON.stringify(before)}::jsonb)`.execute(tx)
}

export async function findMovedRows(
  tx: Transaction,
  workspace: WorkspaceId,
  move: string,
  entity: string,
): Promise<{ rowIds: string[]; before: unknown[] }> {
  const { rows } = await sql<{ row_ids: string[]; before: unknown[] }>`select row_ids, before from person_move_rows
    where workspace_id = ${workspace} and move_id = ${move} and entity = ${entity}`.execute(tx)
  return { rowIds: rows[0]?.row_ids ?? [], before: rows[0]?.before ?? [] }
}

/** All profiles of `from`, or those of `only`. Gives what moved. */
export async function updateProfilesPerson(
  tx: Transaction,
  workspace: WorkspaceId,
  from: PersonId,
  to: PersonId,
  only?: readonly string[],
): Promise<ProfileId[]> {
  await writeOutLinks(tx, workspace, { person: from, only })
  const { rows } = await sql<{ profile_id: ProfileId }>`update profiles set person_id = ${to}
    where workspace_id = ${workspace} and person_id = ${from} ${only ? sql`and profile_id = any(${[...only]}::uuid[])` : sql``}
    returning profile_id`.execute(tx)
  return rows.map(row => row.profile_id)
}

export async function updateNotesPerson(
  tx: Transaction,
  workspace: WorkspaceId,
  from: PersonId,
  to: PersonId,
  only?: readonly string[],
): Promise<NoteId[]> {
  const { rows } = await sql<{ note_id: NoteId }>`update notes set person_id = ${to}
    where workspace_id = ${workspace} and person_id = ${from} ${only ? sql`and note_id = any(${[...only]}::uuid[])` : sql``}
    returning note_id`.execute(tx)
  return rows.map(row => row.note_id)
}

/** The rows of `from` as they were, and which of them `to` did not have. */
export type MovedKeys = { row: Record<string, unknown>; added: boolean }

const keyed = {
  contact_points: sql`t.kind = f.kind and t.contact_key = f.contact_key`,
  tags: sql`t.tag = f.tag`,
} as const

/** For tables whose key holds the person. `only`: those that came with these profiles. */
export async function moveKeyedRows(
  tx: Transaction,
  workspace: WorkspaceId,
  table: keyof typeof keyed,
  from: PersonId,
  to: PersonId,
  only?: readonly ProfileId[],
): Promise<MovedKeys[]> {
  const name = sql.table(table)
  const limited = only ? sql`and f.profile_id = any(${[...only]}::uuid[])` : sql``
  const { rows } = await sql<MovedKeys>`select to_jsonb(f) as row, not exists (select 1 from ${name} t
      where t.workspace_id = ${workspace} and t.person_id = ${to} and ${keyed[table]}) as added
    from ${name} f where f.workspace_id = ${workspace} and f.person_id = ${from} ${limited}`.execute(tx)
  const moved = rows.map(({ row }) => ({ ...row, person_id: to }))
  await sql`insert into ${name} select * from jsonb_populate_recordset(null::${name}, ${JSON.stringify(moved)}::jsonb)
    on conflict do nothing`.execute(tx)
  await sql`delete from ${name} f where f.workspace_id = ${workspace} and f.person_id = ${from} ${limited}`.execute(tx)
  return rows
}

/** Puts the rows of `from` back, and takes from `to` those that it had only through them. */
export async function restoreKeyedRows(
  tx: Transaction,
  workspace: WorkspaceId,
  table: keyof typeof keyed,
  to: PersonId,
  moved: readonly MovedKeys[],
): Promise<void> {
  const name = sql.table(table)
  const added = moved.filter(one => one.added).map(one => one.row)
  await sql`delete from ${name} t using jsonb_populate_recordset(null::${name}, ${JSON.stringify(added)}::jsonb) f
    where t.workspace_id = ${workspace} and t.person_id = ${to} and ${keyed[table]}`.execute(tx)
  await sql`insert into ${name} select * from jsonb_populate_recordset(null::${name}, ${JSON.stringify(moved.map(one => one.row))}::jsonb)
    on conflict do nothing`.execute(tx)
}
