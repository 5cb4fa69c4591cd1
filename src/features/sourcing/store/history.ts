import { sql } from 'kysely'
import type { ImportId, PersonId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'
import { jsonText } from '#storage/json-text.ts'
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
  await sql`insert into import_history (workspace_id, record_key, import_id, kind, direction, tool, person_id, profile_key, party_key, name, at, text)
    select ${workspace}::uuid, r.record_key, ${importId}::uuid, r.kind, r.direction, r.tool, r.person_id, r.profile_key, r.party_key, r.name, r.at, r.text
    from json_to_recordset(${jsonText(rows)}::json) as r(record_key text, kind text, direction text, tool text, person_id uuid,
      profile_key text, party_key text, name text, at timestamptz, text text)
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

/** The oldest that were not told yet, marked as told. */
export async function tellHistory(
  tx: Transaction,
  workspace: WorkspaceId,
  importId: ImportId,
  limit: number,
): Promise<PastTouch[]> {
  const { rows } = await sql<PastTouch>`
    with next as (
      select record_key from import_history
      where workspace_id = ${workspace} and import_id = ${importId} and not told and person_id is not null
      order by at, record_key limit ${limit}
    )
    update import_history h set told = true from next n
    where h.workspace_id = ${workspace} and h.record_key = n.record_key
    returning h.person_id as person, h.kind, h.direction, h.tool, h.at, h.record_key as key, h.text`.execute(tx)
  return rows.sort((a, b) => a.at.getTime() - b.at.getTime())
}

export async function deleteHistory(tx: Transaction, workspace: WorkspaceId, importId: ImportId): Promise<void> {
  await sql`delete from import_history where workspace_id = ${workspace} and import_id = ${importId}`.execute(tx)
}
