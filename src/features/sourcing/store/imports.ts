import { sql } from 'kysely'
import type { ColumnMapping } from '#importers/contract.ts'
import type { ImportId, PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import { jsonText } from '#storage/json-text.ts'
import type { AlsoCounts, ImportCounts, ImportState } from '../model/states.ts'

export type Import = {
  import_id: ImportId
  user_id: UserId
  upload_id: string | null
  name: string
  format: string
  mapping: ColumnMapping | null
  columns: string[] | null
  state: ImportState
  error: string | null
  source_key: string | null
  rows_done: number
  rows_total: number | null
  rows_exact: boolean
  created_count: number
  changed_count: number
  unchanged_count: number
  empty_count: number
  rejected_count: number
  new_job_count: number
  suppressed_count: number
  conflict_count: number
  removed_count: number
  kept_count: number
  also: AlsoCounts
  created_at: Date
  started_at: Date | null
  finished_at: Date | null
  undone_at: Date | null
}

const columns = sql`import_id, user_id, upload_id, name, format, mapping, columns, state, error, source_key, rows_done, rows_total,
  rows_exact, created_count, changed_count, unchanged_count, empty_count, rejected_count, new_job_count, suppressed_count,
  conflict_count, removed_count, kept_count, also, created_at, started_at, finished_at, undone_at`

export type NewImport = {
  id: ImportId
  user: UserId
  upload?: string | undefined
  sourceKey?: string | undefined
  name: string
  format: string
  mapping?: ColumnMapping | undefined
  columns?: readonly string[] | undefined
  rowsTotal?: number | undefined
  rowsExact?: boolean | undefined
}

export async function insertImport(
  tx: Transaction,
  workspace: WorkspaceId,
  input: NewImport,
  now: Date,
): Promise<void> {
  await sql`insert into imports (workspace_id, import_id, user_id, upload_id, source_key, name, format, mapping, columns, state,
      rows_total, rows_exact, created_at)
    values (${workspace}, ${input.id}, ${input.user}, ${input.upload ?? null}, ${input.sourceKey ?? null}, ${input.name}, ${input.format},
      ${input.mapping ? jsonText(input.mapping) : null}::jsonb, ${input.columns ? jsonText(input.columns) : null}::jsonb,
      'waiting', ${input.rowsTotal ?? null}, ${input.rowsExact ?? false}, ${now})`.execute(tx)
}

export async function findImport(tx: Transaction, workspace: WorkspaceId, id: ImportId): Promise<Import | undefined> {
  const { rows } = await sql<Import>`select ${columns} from imports
    where workspace_id = ${workspace} and import_id = ${id}`.execute(tx)
  return rows[0]
}

export async function findImportForUpdate(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ImportId,
): Promise<Import | undefined> {
  const { rows } = await sql<Import>`select ${columns} from imports
    where workspace_id = ${workspace} and import_id = ${id} for update`.execute(tx)
  return rows[0]
}

/** An import of the same file from the command line that was cut off. */
export async function findCutOffImport(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  sourceKey: string,
): Promise<Import | undefined> {
  const { rows } = await sql<Import>`select ${columns} from imports
    where workspace_id = ${workspace} and source_key = ${sourceKey} and user_id = ${user} and state in ('waiting', 'running', 'paused')
    order by import_id desc limit 1`.execute(tx)
  return rows[0]
}

/** Latest first. */
export async function listImports(
  tx: Transaction,
  workspace: WorkspaceId,
  before: ImportId | undefined,
  limit: number,
): Promise<Import[]> {
  const { rows } = await sql<Import>`select ${columns} from imports where workspace_id = ${workspace}
    ${before ? sql`and import_id < ${before}` : sql``} order by import_id desc limit ${limit}`.execute(tx)
  return rows
}

export async function updateImportState(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ImportId,
  state: ImportState,
  now: Date,
  error: string | null = null,
): Promise<void> {
  await sql`update imports set state = ${state}, error = ${error},
      started_at = case when ${state} = 'running' then coalesce(started_at, ${now}) else started_at end,
      finished_at = case when ${state} in ('done', 'failed', 'cancelled') then ${now} else finished_at end,
      undone_at = case when ${state} = 'undone' then ${now} else undone_at end
    where workspace_id = ${workspace} and import_id = ${id}`.execute(tx)
}

/**
 * Moves the mark to `to` when it still stands at `from` and the import still runs; false when it was paused, or when somebody else
 * runs it. The row stays locked until the transaction ends, so that no batch is written twice.
 */
export async function claimRows(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ImportId,
  from: number,
  to: number,
): Promise<boolean> {
  const { rows } = await sql`update imports set rows_done = ${to}
    where workspace_id = ${workspace} and import_id = ${id} and rows_done = ${from} and state = 'running' returning 1`.execute(
    tx,
  )
  return rows.length > 0
}

export async function updateImportCounts(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ImportId,
  add: ImportCounts,
  also: AlsoCounts,
  rowsTotal: number | undefined,
): Promise<void> {
  await sql`update imports set created_count = created_count + ${add.created}, changed_count = changed_count + ${add.changed},
      unchanged_count = unchanged_count + ${add.unchanged}, empty_count = empty_count + ${add.empty},
      rejected_count = rejected_count + ${add.rejected}, new_job_count = new_job_count + ${add.newJobs},
      suppressed_count = suppressed_count + ${add.suppressed}, conflict_count = conflict_count + ${add.conflicts},
      also = ${jsonText(also)}::jsonb,
      rows_total = case when rows_exact then rows_total else coalesce(${rowsTotal ?? null}::bigint, rows_total) end
    where workspace_id = ${workspace} and import_id = ${id}`.execute(tx)
}

/** The whole was read: the number of rows is known now. */
export async function updateRowsExact(tx: Transaction, workspace: WorkspaceId, id: ImportId): Promise<void> {
  await sql`update imports set rows_total = rows_done, rows_exact = true
    where workspace_id = ${workspace} and import_id = ${id}`.execute(tx)
}

/** Writers of one workspace go one after the other, so that two files never make one new person twice. */
export async function lockImports(tx: Transaction, workspace: WorkspaceId): Promise<void> {
  // A commit of a batch that is lost with the machine is simply imported again: its mark is lost with it.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`import:${workspace}`}, 0)),
    set_config('synchronous_commit', 'off', true)`.execute(tx)
}

/**
 * Differs when another import of the workspace has written since; undefined while one is being taken back, which leaves no mark until
 * it ends.
 */
export async function markOfOthers(tx: Transaction, workspace: WorkspaceId, id: ImportId): Promise<string | undefined> {
  const { rows } = await sql<{
    undoing: boolean
    mark: string
  }>`select coalesce(bool_or(state = 'undoing'), false) as undoing,
      md5(coalesce(string_agg(concat_ws(' ', import_id, state, rows_done), ',' order by import_id), '')) as mark
    from imports where workspace_id = ${workspace} and import_id <> ${id}`.execute(tx)
  const [row] = rows
  return row && !row.undoing ? row.mark : undefined
}

/** `columns`: the names of the cells of `raw`, where the row can be mended and loaded by itself. */
export type Reject = { file: string; row: number; why: string; raw: string; columns: readonly string[] | null }

export async function insertRejects(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ImportId,
  rejects: readonly Reject[],
): Promise<void> {
  if (rejects.length === 0) return
  await sql`insert into import_rejects (workspace_id, import_id, file, row_number, why, raw, columns)
    select ${workspace}::uuid, ${id}::uuid, r.file, r.row, r.why, r.raw, nullif(r.columns, 'null'::jsonb)
    from json_to_recordset(${jsonText(rejects)}::json) as r(file text, "row" bigint, why text, raw text, columns jsonb)
    on conflict do nothing`.execute(tx)
}

/** In the order of the file. */
export async function listRejects(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ImportId,
  after: { file: string; row: number } | undefined,
  limit: number,
  only?: string,
): Promise<Reject[]> {
  const later = after ? sql`and (file, row_number) > (${after.file}, ${after.row}::bigint)` : sql``
  const { rows } = await sql<Reject>`select file, row_number as "row", why, raw, columns from import_rejects
    where workspace_id = ${workspace} and import_id = ${id} ${later} ${only === undefined ? sql`` : sql`and file = ${only}`}
    order by file, row_number limit ${limit}`.execute(tx)
  return rows
}

export type RejectedFile = { file: string; rows: number; columns: readonly string[] | null }

/** Files that have rows to mend, of a zip its members; what was left out at somebody's wish is none. */
export async function listRejectedFiles(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ImportId,
  limit: number,
): Promise<RejectedFile[]> {
  const { rows } =
    await sql<RejectedFile>`select file, count(*)::int as rows, (array_agg(columns order by row_number))[1] as columns
    from import_rejects where workspace_id = ${workspace} and import_id = ${id} and raw <> ''
    group by file order by file limit ${limit}`.execute(tx)
  return rows
}

export type Kept = { person_id: PersonId; name: string; why: string }

export async function insertKept(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ImportId,
  kept: readonly { person: PersonId; why: string }[],
): Promise<void> {
  if (kept.length === 0) return
  await sql`insert into import_kept (workspace_id, import_id, person_id, why)
    select ${workspace}::uuid, ${id}::uuid, r.person, r.why
    from json_to_recordset(${jsonText(kept)}::json) as r(person uuid, why text)
    on conflict (workspace_id, import_id, person_id) do nothing`.execute(tx)
}

export async function listKept(tx: Transaction, workspace: WorkspaceId, id: ImportId, limit: number): Promise<Kept[]> {
  const { rows } = await sql<Kept>`select k.person_id, p.display_name as name, k.why from import_kept k
      join people p on p.workspace_id = ${workspace} and p.person_id = k.person_id
    where k.workspace_id = ${workspace} and k.import_id = ${id} order by p.display_name, k.person_id limit ${limit}`.execute(
    tx,
  )
  return rows
}

export async function findMapping(
  tx: Transaction,
  workspace: WorkspaceId,
  headerKey: string,
): Promise<ColumnMapping | undefined> {
  const { rows } = await sql<{ mapping: ColumnMapping }>`select mapping from import_mappings
    where workspace_id = ${workspace} and header_key = ${headerKey}`.execute(tx)
  return rows[0]?.mapping
}

export async function upsertMapping(
  tx: Transaction,
  workspace: WorkspaceId,
  headerKey: string,
  mapping: ColumnMapping,
  now: Date,
): Promise<void> {
  await sql`insert into import_mappings (workspace_id, header_key, mapping, used_at)
    values (${workspace}, ${headerKey}, ${jsonText(mapping)}::jsonb, ${now})
    on conflict (workspace_id, header_key) do update set mapping = excluded.mapping, used_at = excluded.used_at`.execute(
    tx,
  )
}

export async function updateRemovedCount(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ImportId,
  more: number,
): Promise<void> {
  await sql`update imports set removed_count = removed_count + ${more}
    where workspace_id = ${workspace} and import_id = ${id}`.execute(tx)
}

export async function updateKeptCount(tx: Transaction, workspace: WorkspaceId, id: ImportId): Promise<void> {
  await sql`update imports set kept_count = (select count(*) from import_kept k
      where k.workspace_id = ${workspace} and k.import_id = ${id})
    where workspace_id = ${workspace} and import_id = ${id}`.execute(tx)
}
