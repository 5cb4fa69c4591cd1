import { sql } from 'kysely'
import type { ImportId, PersonId, ProfileId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'
import { jsonText } from '#storage/json-text.ts'

/** Something that a person of the file published, or a blog of theirs to follow. */
export type Finding =
  | { kind: 'activity'; what: string; title?: string; url?: string; text: string; publishedAt: string }
  | { kind: 'feed'; url: string; title?: string; siteUrl?: string }

export type FindingRow = {
  finding_key: string
  kind: Finding['kind']
  tool: ToolId
  party_key?: string | undefined
  profile_key?: string | undefined
  finding: Finding
}

export async function insertFindings(
  tx: Transaction,
  workspace: WorkspaceId,
  importId: ImportId,
  rows: readonly FindingRow[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into import_findings (workspace_id, import_id, finding_key, kind, tool, party_key, profile_key, finding)
    select ${workspace}::uuid, ${importId}::uuid, r.finding_key, r.kind, r.tool, r.party_key, r.profile_key, r.finding
    from json_to_recordset(${jsonText(rows)}::json) as r(finding_key text, kind text, tool text, party_key text,
      profile_key text, finding jsonb)
    on conflict do nothing`.execute(tx)
}

export type KnownFinding = {
  key: string
  tool: ToolId
  finding: Finding
  /** Null: whose it is was not found, or they asked to be left alone. */
  person: PersonId | null
  profile: ProfileId | null
}

/** Takes out the next findings, each with whom it is of: by account, else by the key of their record in such files. */
export async function takeFindings(
  tx: Transaction,
  workspace: WorkspaceId,
  importId: ImportId,
  format: string,
  limit: number,
): Promise<KnownFinding[]> {
  const { rows } = await sql<KnownFinding>`
    with taken as (
      delete from import_findings where workspace_id = ${workspace} and import_id = ${importId} and finding_key in (
        select finding_key from import_findings where workspace_id = ${workspace} and import_id = ${importId}
        order by finding_key limit ${limit})
      returning finding_key, tool, party_key, profile_key, finding
    ), owned as (
      select t.*, coalesce(f.person_id, k.person_id) as person_id, f.profile_id as by_key from taken t
        left join profiles f on f.workspace_id = ${workspace} and f.tool = case t.tool when 'mailing-list' then 'email' else t.tool end
          and f.profile_key = t.profile_key
        left join import_keys k on k.workspace_id = ${workspace} and k.format = ${format} and k.record_key = t.party_key
    )
    select o.finding_key as key, o.tool, o.finding, s.person_id as person, coalesce(o.by_key, (
        select p.profile_id from profiles p where p.workspace_id = ${workspace} and p.person_id = s.person_id and p.tool = o.tool
        order by p.profile_id limit 1)) as profile
    from owned o
      left join people w on w.workspace_id = ${workspace} and w.person_id = o.person_id
      left join people s on s.workspace_id = ${workspace} and s.person_id = coalesce(w.merged_into, w.person_id)
        and s.do_not_contact_at is null
    order by o.finding_key`.execute(tx)
  return rows
}

export async function deleteFindings(tx: Transaction, workspace: WorkspaceId, importId: ImportId): Promise<void> {
  await sql`delete from import_findings where workspace_id = ${workspace} and import_id = ${importId}`.execute(tx)
}
