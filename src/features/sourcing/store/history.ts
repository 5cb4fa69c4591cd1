import { sql } from 'kysely'
import type { ImportId, PersonId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import { arrayBytes } from '#storage/array-bytes.ts'
import type { Transaction } from '#storage/database.ts'
import type { PastTouch } from '../events.ts'

export type HistoryRow = {
  record_key: string
  kind: PastTouch['kind']
  direction: PastTouch['direction']
  tool: ToolId
  person_id?: PersonId | undefined
  profile_key?: string | undefined
  /** The key of their record in the file. */
  party_key?: string | undefined
  name?: string | undefined
  at: string
  text?: string | undefined
}

/** What an earlier import brought stays its own. */
export async function insertHistory(
  tx: Transaction,
  workspace: WorkspaceId,
  importId: ImportId,
  rows: readonly HistoryRow[],
): Promise<void> {
  if (rows.length === 0) return
  const texts = (read: (row: HistoryRow) => string | undefined) => sql`${arrayBytes('text', rows.map(read))}::text[]`
  await sql`insert into import_history (workspace_id, record_key, import_id, kind, direction, tool, person_id, profile_key, party_key, name, at, text)
    select ${workspace}::uuid, r.record_key, ${importId}::uuid, r.kind, r.direction, r.tool, r.person_id, r.profile_key, r.party_key, r.name,
      r.at::timestamptz, r.text
    from unnest(${texts(row => row.record_key)}, ${texts(row => row.kind)}, ${texts(row => row.direction)}, ${texts(row => row.tool)},
      ${arrayBytes(
        'uuid',
        rows.map(row => row.person_id),
      )}::uuid[], ${texts(row => row.profile_key)}, ${texts(row => row.party_key)}, ${texts(row => row.name)},
      ${texts(row => row.at)}, ${texts(row => row.text)})
      as r(record_key, kind, direction, tool, person_id, profile_key, party_key, name, at, text)
    on conflict do nothing`.execute(tx)
}

/** Whom each is with: by profile, by the key of a record in such files, else by a name that only one person on that tool has. The rest is not kept; gives how many. */
export async function settleHistory(
  tx: Transaction,
  workspace: WorkspaceId,
  importId: ImportId,
  format: string,
): Promise<number> {
  await sql`update import_history h set person_id = f.person_id from profiles f
    where h.workspace_id = ${workspace} and h.import_id = ${importId} and h.person_id is null and h.profile_key is not null
      and f.workspace_id = ${workspace} and f.tool = h.tool and f.profile_key = h.profile_key`.execute(tx)
  await sql`update import_history h set person_id = coalesce(p.merged_into, p.person_id) from import_keys k
      join people p on p.workspace_id = k.workspace_id and p.person_id = k.person_id
    where h.workspace_id = ${workspace} and h.import_id = ${importId} and h.person_id is null and h.party_key is not null
      and k.workspace_id = ${workspace} and k.format = ${format} and k.record_key = h.party_key`.execute(tx)
  await sql`
    with names as (
      select distinct tool, name from import_history
      where workspace_id = ${workspace} and import_id = ${importId} and person_id is null and profile_key is null and name is not null
    ), found as (
      select n.tool, n.name, min(f.person_id::text)::uuid as person_id from names n
        join profiles f on f.workspace_id = ${workspace} and f.tool = n.tool and f.display_name = n.name
      group by n.tool, n.name having count(distinct f.person_id) = 1
    )
    update import_history h set person_id = f.person_id from found f
    where h.workspace_id = ${workspace} and h.import_id = ${importId} and h.person_id is null and h.profile_key is null
      and h.tool = f.tool and h.name = f.name`.execute(tx)
  const { rows } = await sql`delete from import_history
    where workspace_id = ${workspace} and import_id = ${importId} and person_id is null returning 1`.execute(tx)
  return rows.length
}

/** Where telling stands: everything up to here was told. */
export type ToldUntil = { at: string; key: string }

/** The oldest that were not told yet, marked as told; `after` saves looking through what this run has told already. */
export async function tellHistory(
  tx: Transaction,
  workspace: WorkspaceId,
  importId: ImportId,
  after: ToldUntil | undefined,
  limit: number,
): Promise<{ touches: PastTouch[]; until: ToldUntil | undefined }> {
  const { rows } = await sql<PastTouch & { until: string }>`
    with next as materialized (
      select record_key, at from import_history
      where workspace_id = ${workspace} and import_id = ${importId} and not told and person_id is not null
        ${after ? sql`and (at, record_key) > (${after.at}::timestamptz, ${after.key})` : sql``}
      order by at, record_key limit ${limit}
    ), told as (
      update import_history h set told = true
      where h.workspace_id = ${workspace} and h.record_key = any(array(select record_key from next))
      returning h.person_id as person, h.kind, h.direction, h.tool, h.at, h.record_key as key, h.text
    )
    select told.*, told.at::text as until from told order by told.at, told.key`.execute(tx)
  const last = rows.at(-1)
  return {
    touches: rows.map(({ until: _, ...touch }) => touch),
    until: last && { at: last.until, key: last.key },
  }
}

export async function deleteHistory(tx: Transaction, workspace: WorkspaceId, importId: ImportId): Promise<void> {
  await sql`delete from import_history where workspace_id = ${workspace} and import_id = ${importId}`.execute(tx)
}
