import { sql } from 'kysely'
import type { PersonId, ProfileId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

const tables = {
  activity_items: sql`activity_id`,
  feeds: sql`feed_id`,
  readings: sql`reading_id`,
  quotes: sql`quote_id`,
} as const
export type MovedTable = keyof typeof tables
export const movedTables: readonly MovedTable[] = ['activity_items', 'feeds', 'readings', 'quotes']

/** All rows of `from`, or those that came with `profiles`. Readings and quotes go where their items are. */
export async function updateOwner(
  tx: Transaction,
  workspace: WorkspaceId,
  table: MovedTable,
  from: PersonId,
  to: PersonId,
  profiles: readonly ProfileId[] | undefined,
): Promise<string[]> {
  const byItem = table === 'readings' || table === 'quotes'
  const which = !profiles
    ? sql`true`
    : byItem
      ? sql`activity_id in (select activity_id from activity_items i where i.workspace_id = ${workspace} and i.person_id = ${to})`
      : sql`profile_id = any(${[...profiles]}::uuid[])`
  const { rows } = await sql<{ id: string }>`update ${sql.table(table)} set person_id = ${to}
    where workspace_id = ${workspace} and person_id = ${from} and ${which} returning ${tables[table]} as id`.execute(tx)
  return rows.map(row => row.id)
}

export async function restoreOwner(
  tx: Transaction,
  workspace: WorkspaceId,
  table: MovedTable,
  from: PersonId,
  to: PersonId,
  ids: readonly string[],
): Promise<void> {
  await sql`update ${sql.table(table)} set person_id = ${from}
    where workspace_id = ${workspace} and person_id = ${to} and ${tables[table]} = any(${[...ids]}::uuid[])`.execute(tx)
}
