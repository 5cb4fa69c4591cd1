import { sql } from 'kysely'
import type { ImportId, PersonId, ProfileId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import { lockSearchDue } from '../search-index/due.ts'

/** Addresses, tags, notes and the named profiles that an import added to people who stay. Gives those people. */
export async function deleteImportedParts(
  tx: Transaction,
  workspace: WorkspaceId,
  importId: ImportId,
  people: readonly PersonId[],
  keptProfiles: readonly ProfileId[],
): Promise<void> {
  const ids = [...people]
  const theirs = sql`workspace_id = ${workspace} and import_id = ${importId} and person_id = any(${ids}::uuid[])`
  await sql`delete from contact_points where ${theirs} and proven_at is null`.execute(tx)
  await sql`delete from tags where ${theirs}`.execute(tx)
  await sql`delete from notes where ${theirs} and edited_at is null`.execute(tx)
  await sql`delete from profiles where ${theirs} and profile_id <> all(${[...keptProfiles]}::uuid[])`.execute(tx)
}

/** With everything that hangs on them, and the words that only they had. */
export async function deleteImportedPeople(
  tx: Transaction,
  workspace: WorkspaceId,
  importId: ImportId,
  people: readonly PersonId[],
): Promise<void> {
  const ids = [...people]
  await lockSearchDue(tx, workspace, people)
  await sql`delete from links l using profiles f where l.workspace_id = ${workspace} and f.workspace_id = ${workspace}
    and l.profile_id = f.profile_id and f.person_id = any(${ids}::uuid[])`.execute(tx)
  await sql`delete from people where workspace_id = ${workspace} and import_id = ${importId} and person_id = any(${ids}::uuid[])`.execute(
    tx,
  )
}
