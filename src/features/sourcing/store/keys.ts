import { sql } from 'kysely'
import type { ImportId, PersonId, ProfileId, UserId, WorkspaceId } from '#kernel/ids.ts'
import { arrayBytes } from '#storage/array-bytes.ts'
import type { Transaction } from '#storage/database.ts'
import { jsonText } from '#storage/json-text.ts'
import type { Job, Saying } from '../model/facts.ts'

export type KnownKey = { record_key: string; person_id: PersonId; digests: string[]; import_id: ImportId }

/** Digests as hex. */
export async function listKeys(
  tx: Transaction,
  workspace: WorkspaceId,
  format: string,
  keys: readonly string[],
): Promise<KnownKey[]> {
  if (keys.length === 0) return []
  // One by one, in the order of the index: without statistics, which a table that an import fills has not yet, the planner would read
  // the whole table for each batch.
  const { rows } = await sql<KnownKey>`select k.record_key, k.person_id, k.import_id,
      array(select encode(d, 'hex') from unnest(k.digests) d) as digests
    from (select unnest(${arrayBytes('text', [...keys].sort())}::text[]) as key) a
      cross join lateral (select * from import_keys i
        where i.workspace_id = ${workspace} and i.format = ${format} and i.record_key = a.key offset 0) k`.execute(tx)
  return rows
}

export type NewKey = { key: string; person: PersonId; digests: readonly string[] }

const keyRows = (workspace: WorkspaceId, importId: ImportId, format: string, keys: readonly NewKey[]) => sql`
    insert into import_keys (workspace_id, format, record_key, person_id, digests, import_id)
    select ${workspace}::uuid, ${format}, r.key, r.person,
      case when position(' ' in r.digests) = 0 then array[decode(r.digests, 'hex')]
        else array(select decode(d, 'hex') from unnest(string_to_array(r.digests, ' ')) d) end, ${importId}::uuid
    from (select unnest(${arrayBytes(
      'text',
      keys.map(one => one.key),
    )}::text[]) as key, unnest(${arrayBytes(
      'uuid',
      keys.map(one => one.person),
    )}::uuid[]) as person,
      unnest(${arrayBytes(
        'text',
        keys.map(one => one.digests.join(' ')),
      )}::text[]) as digests) r`

/** Keys that no import has brought before. */
export async function insertFirstKeys(
  tx: Transaction,
  workspace: WorkspaceId,
  importId: ImportId,
  format: string,
  keys: readonly NewKey[],
): Promise<void> {
  if (keys.length === 0) return
  const sorted = [...keys].sort((one, other) => (one.key < other.key ? -1 : 1))
  await keyRows(workspace, importId, format, sorted).execute(tx)
}

export async function upsertKeys(
  tx: Transaction,
  workspace: WorkspaceId,
  importId: ImportId,
  format: string,
  keys: readonly NewKey[],
): Promise<void> {
  if (keys.length === 0) return
  await sql`${keyRows(workspace, importId, format, keys)}
    on conflict (workspace_id, format, record_key) do update
      set person_id = excluded.person_id, digests = excluded.digests, import_id = excluded.import_id`.execute(tx)
}

export type Change =
  | { entity: 'person'; id: PersonId; kind: 'changed'; before: object; after: object }
  | {
      entity: 'profile'
      id: ProfileId
      kind: 'changed' | 'new-job'
      before: { saying: Saying; job?: Job | undefined }
      after: { saying: Saying; job?: Job | undefined }
    }
  | {
      entity: 'key'
      id: PersonId
      kind: 'changed'
      before: { format: string; key: string; digests: readonly string[]; importId: ImportId }
      after: object
    }

export async function insertChanges(
  tx: Transaction,
  workspace: WorkspaceId,
  importId: ImportId,
  changes: readonly (Change & { change: string })[],
): Promise<void> {
  if (changes.length === 0) return
  await sql`insert into import_changes (workspace_id, import_id, change_id, entity, entity_id, kind, before, after)
    select ${workspace}::uuid, ${importId}::uuid, r.change, r.entity, r.id, r.kind, r.before, r.after
    from jsonb_to_recordset(${jsonText(changes)}::jsonb) as r(change uuid, entity text, id uuid, kind text, before jsonb, after jsonb)`.execute(
    tx,
  )
}

export type NewJob = { change_id: string; person_id: PersonId; name: string; from: Job; to: Job }

/** In the order of the file; people who were erased since are left out. */
export async function listNewJobs(
  tx: Transaction,
  workspace: WorkspaceId,
  importId: ImportId,
  after: string | undefined,
  limit: number,
): Promise<NewJob[]> {
  const { rows } =
    await sql<NewJob>`select c.change_id, p.person_id, p.display_name as name, c.before->'job' as "from", c.after->'job' as "to"
    from import_changes c
      join profiles f on f.workspace_id = ${workspace} and f.profile_id = c.entity_id
      join people p on p.workspace_id = ${workspace} and p.person_id = f.person_id
    where c.workspace_id = ${workspace} and c.import_id = ${importId} and c.kind = 'new-job'
      ${after ? sql`and c.change_id > ${after}` : sql``}
    order by c.change_id limit ${limit}`.execute(tx)
  return rows
}

/** As `newId` writes an instant: the least id of that millisecond. */
const leastIdAt = (at: Date) => {
  const time = at.getTime().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`
}

/** `known`: more is between them than the contact on a tool. */
export type RecentJob = {
  person_id: PersonId
  name: string
  from: Job | null
  to: Job
  import_id: ImportId
  known: boolean
}

/**
 * New jobs that imports brought since `since`, of people whom the caller knows or has among their contacts on a tool, and has not
 * written to since; the latest first.
 */
export async function listRecentJobs(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  since: Date,
  limit: number,
): Promise<RecentJob[]> {
  const { rows } =
    await sql<RecentJob>`select p.person_id, p.display_name as name, c.before->'job' as "from", c.after->'job' as "to", c.import_id,
      k.known
    from import_changes c
      join profiles f on f.workspace_id = ${workspace} and f.profile_id = c.entity_id
      join people p on p.workspace_id = ${workspace} and p.person_id = f.person_id and p.do_not_contact_at is null and p.merged_into is null
      join imports i on i.workspace_id = ${workspace} and i.import_id = c.import_id
      left join relationships r on r.workspace_id = ${workspace} and r.user_id = ${user} and r.person_id = p.person_id
      cross join lateral (select coalesce(r.side in ('passive', 'referrer') or (r.side is null and r.stage not in ('found', 'read')),
        false) as known) k
    where c.workspace_id = ${workspace} and c.kind = 'new-job' and c.change_id >= ${leastIdAt(since)}::uuid
      and (k.known or (r.side is null and exists (select 1 from touches t where t.workspace_id = ${workspace} and t.user_id = ${user}
        and t.person_id = p.person_id and t.kind = 'in-contacts')))
      and (r.last_out_at is null or r.last_out_at < i.created_at)
    order by c.change_id desc limit ${limit}`.execute(tx)
  return rows
}

type Span<Body> = { id: string; first: Body; last: Body }

/** Of each changed row: how it was before this import, and how the import left it. */
export async function listChangedRows<Body>(
  tx: Transaction,
  workspace: WorkspaceId,
  importId: ImportId,
  entity: 'person' | 'profile',
  after: string | undefined,
  limit: number,
): Promise<Span<Body>[]> {
  const { rows } = await sql<Span<Body>>`
    select entity_id as id, (array_agg(before order by change_id))[1] as first, (array_agg(after order by change_id desc))[1] as last
    from import_changes where workspace_id = ${workspace} and import_id = ${importId} and entity = ${entity}
      ${after ? sql`and entity_id > ${after}` : sql``}
    group by entity_id order by entity_id limit ${limit}`.execute(tx)
  return rows
}

/** Keys go back to what the imports before this one knew. */
export async function restoreKeys(tx: Transaction, workspace: WorkspaceId, importId: ImportId): Promise<void> {
  await sql`
    with first as (
      select distinct on (before->>'format', before->>'key') entity_id, before from import_changes
      where workspace_id = ${workspace} and import_id = ${importId} and entity = 'key'
      order by before->>'format', before->>'key', change_id
    )
    update import_keys k set digests = array(select decode(d, 'hex') from jsonb_array_elements_text(f.before->'digests') d),
      import_id = (f.before->>'importId')::uuid
    from first f where k.workspace_id = ${workspace} and k.import_id = ${importId} and k.format = f.before->>'format'
      and k.record_key = f.before->>'key'`.execute(tx)
}

/** People that this import made or added to, in the order of their ids; `created` tells which. */
export async function listPeopleOfImport(
  tx: Transaction,
  workspace: WorkspaceId,
  importId: ImportId,
  which: 'created' | 'known',
  after: PersonId | undefined,
  limit: number,
): Promise<PersonId[]> {
  const later = after ? sql`and p.person_id > ${after}` : sql``
  const { rows } =
    which === 'created'
      ? await sql<{ person_id: PersonId }>`select p.person_id from people p
          where p.workspace_id = ${workspace} and p.import_id = ${importId} ${later} order by p.person_id limit ${limit}`.execute(
          tx,
        )
      : await sql<{ person_id: PersonId }>`select distinct p.person_id from import_keys k
          join people p on p.workspace_id = ${workspace} and p.person_id = k.person_id
          where k.workspace_id = ${workspace} and k.import_id = ${importId} and p.import_id is distinct from ${importId}
            ${later} order by p.person_id limit ${limit}`.execute(tx)
  return rows.map(row => row.person_id)
}

/** People whom the undo keeps keep theirs: the same file again finds them. */
export async function deleteKeys(tx: Transaction, workspace: WorkspaceId, importId: ImportId): Promise<void> {
  await sql`delete from import_keys k where k.workspace_id = ${workspace} and k.import_id = ${importId}
    and not exists (select 1 from people p where p.workspace_id = ${workspace} and p.person_id = k.person_id and p.import_id = ${importId})`.execute(
    tx,
  )
}

export async function listPeopleOfProfiles(
  tx: Transaction,
  workspace: WorkspaceId,
  profiles: readonly ProfileId[],
): Promise<PersonId[]> {
  if (profiles.length === 0) return []
  const { rows } = await sql<{ person_id: PersonId }>`select distinct person_id from profiles
    where workspace_id = ${workspace} and profile_id = any(${[...profiles]}::uuid[])`.execute(tx)
  return rows.map(row => row.person_id)
}

/** What was taken back already is not looked at again. Keys stay until the end. */
export async function deleteChanges(
  tx: Transaction,
  workspace: WorkspaceId,
  importId: ImportId,
  entities: readonly string[],
): Promise<void> {
  await sql`delete from import_changes where workspace_id = ${workspace} and import_id = ${importId} and entity <> 'key'
    and entity_id = any(${[...entities]}::uuid[])`.execute(tx)
}
