import { sql } from 'kysely'
import type { ImportId, PersonId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { Evidence } from '../model/person.ts'

/** Turns what one import brought into sample data: marked, linked by `evidence`, and no import's any more. */
export async function updateImportedAsSample(
  tx: Transaction,
  workspace: WorkspaceId,
  importId: ImportId,
  languages: readonly { person: PersonId; language: string }[],
  evidence: readonly Evidence[],
): Promise<void> {
  await sql`update people p set sample = true, import_id = null, language = n.language
    from json_to_recordset(${JSON.stringify(languages)}::json) as n(person uuid, language text)
    where p.workspace_id = ${workspace} and p.import_id = ${importId} and p.person_id = n.person`.execute(tx)
  await sql`insert into links (workspace_id, link_id, profile_id, person_id, probability, evidence, decided_by, decided_at)
    select workspace_id, profile_id, profile_id, person_id, 1, ${JSON.stringify(evidence)}::jsonb, 'import', collected_at
    from profiles where workspace_id = ${workspace} and import_id = ${importId}`.execute(tx)
  for (const table of ['profiles', 'contact_points', 'notes', 'tags'])
    await sql`update ${sql.table(table)} set import_id = null where workspace_id = ${workspace} and import_id = ${importId}`.execute(
      tx,
    )
}

export async function listSamplePeople(tx: Transaction, workspace: WorkspaceId): Promise<PersonId[]> {
  const { rows } = await sql<{ person_id: PersonId }>`select person_id from people
    where workspace_id = ${workspace} and sample order by person_id`.execute(tx)
  return rows.map(row => row.person_id)
}

/** Merges and splits that join sample people with others and still stand; latest first, as they have to be taken back. */
export async function listMovesAcrossSample(tx: Transaction, workspace: WorkspaceId): Promise<string[]> {
  const { rows } = await sql<{ move_id: string }>`select m.move_id from person_moves m
      join people a on a.workspace_id = m.workspace_id and a.person_id = m.from_id
      join people b on b.workspace_id = m.workspace_id and b.person_id = m.to_id
    where m.workspace_id = ${workspace} and m.undone_at is null and m.kind = 'merge' and a.sample <> b.sample
    order by m.move_id desc`.execute(tx)
  return rows.map(row => row.move_id)
}
