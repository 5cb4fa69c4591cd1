import { sql } from 'kysely'
import { acrossWorkspaces, type Database } from '#storage/database.ts'

/**
 * Seals every stored secret again, in all workspaces: columns called `sealed` or ending in `_sealed`. One transaction; gives how
 * many changed. What someone changes meanwhile is left as they wrote it.
 */
export function resealAll(
  db: Database,
  seal: { isStale(sealed: string): boolean; reseal(sealed: string): string },
): Promise<number> {
  // The key file belongs to the installation, so its secrets are those of every workspace.
  return acrossWorkspaces(db, async tx => {
    const columns = await sql<{ table: string; column: string }>`
      select table_name as table, column_name as column from information_schema.columns
      where table_schema = 'public' and data_type = 'text' and (column_name = 'sealed' or column_name like '%\\_sealed')`.execute(
      tx,
    )
    let changed = 0
    for (const { table, column } of columns.rows) {
      const [from, cell] = [sql.table(table), sql.ref(column)]
      const found = await sql<{
        sealed: string
      }>`select distinct ${cell} as sealed from ${from} where ${cell} is not null`.execute(tx)
      for (const { sealed } of found.rows.filter(row => seal.isStale(row.sealed))) {
        const result = await sql`update ${from} set ${cell} = ${seal.reseal(sealed)} where ${cell} = ${sealed}`.execute(
          tx,
        )
        changed += Number(result.numAffectedRows ?? 0)
      }
    }
    return changed
  })
}
