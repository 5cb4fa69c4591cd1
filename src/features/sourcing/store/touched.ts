import { sql } from 'kysely'
import type { ImportId, PersonId, ProfileId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

type Reference = { table: string; column: string; hasImport: boolean }

/** Tables that follow from others, or that the questions below look into more closely. */
const followers = new Set([
  'import_keys',
  'import_kept',
  'links',
  'match_proposals',
  'person_search',
  'relationships',
  'stage_moves',
])

/** Every table with a foreign key to this one, whichever feature owns it: what is added later is asked as well. */
async function listReferences(tx: Transaction, target: 'people' | 'profiles'): Promise<Reference[]> {
  const key = target === 'people' ? 'person_id' : 'profile_id'
  const { rows } = await sql<Reference>`
    select c.conrelid::regclass::text as "table", a.attname as "column",
      exists (select 1 from pg_attribute i where i.attrelid = c.conrelid and i.attname = 'import_id') as "hasImport"
    from pg_constraint c
      cross join lateral unnest(c.conkey, c.confkey) as k(here, there)
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.here
      join pg_attribute t on t.attrelid = c.confrelid and t.attnum = k.there
    where c.contype = 'f' and c.confrelid = ${target}::regclass and t.attname = ${key}
    order by 1, 2`.execute(tx)
  return rows.filter(row => !followers.has(row.table))
}

/** Of these people those that something was done with since the import brought them, with where it shows. */
export async function listTouched(
  tx: Transaction,
  workspace: WorkspaceId,
  importId: ImportId,
  people: readonly PersonId[],
): Promise<Map<PersonId, string>> {
  const ids = [...people]
  const found = new Map<PersonId, string>()
  const note = (rows: readonly { person_id: PersonId }[], why: string) => {
    for (const row of rows) if (!found.has(row.person_id)) found.set(row.person_id, why)
  }
  const edited = await sql<{ person_id: PersonId }>`select person_id from people where workspace_id = ${workspace}
    and person_id = any(${ids}::uuid[]) and (updated_at > created_at or do_not_contact_by is not null)`.execute(tx)
  note(edited.rows, 'edited')
  const merged = await sql<{ person_id: PersonId }>`select p.person_id from people p where p.workspace_id = ${workspace}
    and p.person_id = any(${ids}::uuid[]) and (p.merged_into is not null
      or exists (select 1 from person_moves m where m.workspace_id = ${workspace} and p.person_id in (m.from_id, m.to_id)))`.execute(
    tx,
  )
  note(merged.rows, 'merged')
  const decided = await sql<{ person_id: PersonId }>`select p.person_id from unnest(${ids}::uuid[]) as p(person_id)
    where exists (select 1 from match_proposals m where m.workspace_id = ${workspace} and m.decided_by is not null
      and p.person_id in (m.left_id, m.right_id))`.execute(tx)
  note(decided.rows, 'reviewed')
  const staged = await sql<{ person_id: PersonId }>`select distinct s.person_id from stage_moves s
      left join touches t on t.workspace_id = ${workspace} and t.touch_id = s.touch_id
    where s.workspace_id = ${workspace} and s.person_id = any(${ids}::uuid[]) and t.import_id is distinct from ${importId}
      and s.cause <> 'do-not-contact'`.execute(tx)
  note(staged.rows, 'stage')
  const profile = await sql<{
    person_id: PersonId
  }>`select distinct person_id from profiles where workspace_id = ${workspace}
    and person_id = any(${ids}::uuid[]) and (updated_at > collected_at or import_id is distinct from ${importId})`.execute(
    tx,
  )
  note(profile.rows, 'profile')
  for (const { table, column, hasImport } of await listReferences(tx, 'people')) {
    if (table === 'people' || table === 'profiles' || table === 'person_moves') continue
    const { rows } = await sql<{
      person_id: PersonId
    }>`select distinct ${sql.ref(column)} as person_id from ${sql.table(table)}
      where workspace_id = ${workspace} and ${sql.ref(column)} = any(${ids}::uuid[])
        ${hasImport ? sql`and import_id is distinct from ${importId}` : sql``}`.execute(tx)
    note(rows, table)
  }
  return found
}

/** Of the profiles that this import added, those that something hangs on by now: what they wrote, a conversation. */
export async function listUsedProfiles(
  tx: Transaction,
  workspace: WorkspaceId,
  importId: ImportId,
  people: readonly PersonId[],
): Promise<{ profile_id: ProfileId; person_id: PersonId }[]> {
  const added = sql`select profile_id from profiles where workspace_id = ${workspace} and import_id = ${importId}
    and person_id = any(${[...people]}::uuid[])`
  const used = new Map<ProfileId, PersonId>()
  const edited = await sql<{ profile_id: ProfileId; person_id: PersonId }>`select profile_id, person_id from profiles
    where workspace_id = ${workspace} and import_id = ${importId} and person_id = any(${[...people]}::uuid[])
      and updated_at > collected_at`.execute(tx)
  for (const row of edited.rows) used.set(row.profile_id, row.person_id)
  for (const { table, column } of await listReferences(tx, 'profiles')) {
    const { rows } = await sql<{ profile_id: ProfileId; person_id: PersonId }>`select distinct f.profile_id, f.person_id
      from ${sql.table(table)} u join profiles f on f.workspace_id = ${workspace} and f.profile_id = u.${sql.ref(column)}
      where u.workspace_id = ${workspace} and u.${sql.ref(column)} in (${added})`.execute(tx)
    for (const row of rows) used.set(row.profile_id, row.person_id)
  }
  return [...used].map(([profile_id, person_id]) => ({ profile_id, person_id }))
}
