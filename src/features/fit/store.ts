import { sql } from 'kysely'
import type { UserId, WantedProfileId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

export type KeptWanted = {
  wanted_id: WantedProfileId
  name: string
  title: string | null
  skills: string[]
  place: string | null
  km: number
  languages: string[]
}

const columns = sql`wanted_id, name, title, skills, place, km, languages`

export async function listWanted(tx: Transaction, workspace: WorkspaceId): Promise<KeptWanted[]> {
  const { rows } = await sql<KeptWanted>`select ${columns} from wanted_profiles
    where workspace_id = ${workspace} order by lower(name), wanted_id`.execute(tx)
  return rows
}

export async function findWanted(
  tx: Transaction,
  workspace: WorkspaceId,
  wanted: WantedProfileId,
): Promise<KeptWanted | undefined> {
  const { rows } = await sql<KeptWanted>`select ${columns} from wanted_profiles
    where workspace_id = ${workspace} and wanted_id = ${wanted}`.execute(tx)
  return rows[0]
}

/** False when there is another of that name. */
export async function upsertWanted(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  wanted: KeptWanted,
  at: Date,
): Promise<boolean> {
  const { rows: taken } = await sql`select 1 from wanted_profiles
    where workspace_id = ${workspace} and lower(name) = lower(${wanted.name}) and wanted_id <> ${wanted.wanted_id}`.execute(
    tx,
  )
  if (taken.length > 0) return false
  const { rows } = await sql`
    insert into wanted_profiles as w (workspace_id, wanted_id, user_id, name, title, skills, place, km, languages, created_at, updated_at)
    values (${workspace}, ${wanted.wanted_id}, ${user}, ${wanted.name}, ${wanted.title}, ${wanted.skills}::text[], ${wanted.place},
      ${wanted.km}, ${wanted.languages}::text[], ${at}, ${at})
    on conflict (workspace_id, wanted_id) do update set name = excluded.name, title = excluded.title, skills = excluded.skills,
      place = excluded.place, km = excluded.km, languages = excluded.languages, updated_at = excluded.updated_at
    returning 1`.execute(tx)
  return rows.length > 0
}

export async function deleteWanted(tx: Transaction, workspace: WorkspaceId, wanted: WantedProfileId): Promise<boolean> {
  const { rows } =
    await sql`delete from wanted_profiles where workspace_id = ${workspace} and wanted_id = ${wanted} returning 1`.execute(
      tx,
    )
  return rows.length > 0
}
