import { sql } from 'kysely'
import type { PersonId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

/** All rows about this person, as they are kept. */
export async function exportRows(
  tx: Transaction,
  workspace: WorkspaceId,
  person: PersonId,
): Promise<Record<string, unknown[]>> {
  const read = async (table: 'relationships' | 'touches' | 'stage_moves') => {
    const { rows } = await sql<{ row: unknown }>`select to_jsonb(x) - 'workspace_id' as row from ${sql.table(table)} x
      where x.workspace_id = ${workspace} and x.person_id = ${person}`.execute(tx)
    return rows.map(({ row }) => row)
  }
  return {
    relationships: await read('relationships'),
    touches: await read('touches'),
    stageMoves: await read('stage_moves'),
  }
}
