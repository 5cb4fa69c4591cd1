import { sql } from 'kysely'
import type { ImportId, PersonId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

/** The first person whom an import made. All of them are looked for first: a walk along the ids would pass everybody before. */
export async function findClippedPerson(
  tx: Transaction,
  workspace: WorkspaceId,
  importId: ImportId,
): Promise<PersonId | undefined> {
  const { rows } = await sql<{ person_id: PersonId }>`select person_id from (select person_id from people
    where workspace_id = ${workspace} and import_id = ${importId} and merged_into is null offset 0) p order by person_id limit 1`.execute(
    tx,
  )
  return rows[0]?.person_id
}
