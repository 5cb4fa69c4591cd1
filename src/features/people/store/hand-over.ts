import { type RawBuilder, sql } from 'kysely'
import type { PersonId, SavedSearchId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

export async function listOwnedBy(tx: Transaction, workspace: WorkspaceId, user: UserId): Promise<PersonId[]> {
  const { rows } = await sql<{ id: PersonId }>`select person_id as id from people
    where workspace_id = ${workspace} and owner_id = ${user} and merged_into is null order by person_id`.execute(tx)
  return rows.map(row => row.id)
}

/** Of these people those who are `from`'s (null: nobody's) become `to`'s; gives who they are. */
export async function updateOwners(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly PersonId[],
  { from, to }: { from: UserId | null; to: UserId | null },
): Promise<PersonId[]> {
  const { rows } = await sql<{ id: PersonId }>`update people set owner_id = ${to}::uuid
    where workspace_id = ${workspace} and person_id = any(${[...people]}::uuid[]) and owner_id is not distinct from ${from}::uuid
    returning person_id as id`.execute(tx)
  return rows.map(row => row.id)
}

export async function listSearchesOf(tx: Transaction, workspace: WorkspaceId, user: UserId): Promise<SavedSearchId[]> {
  const { rows } = await sql<{ id: SavedSearchId }>`select saved_id as id from saved_searches
    where workspace_id = ${workspace} and user_id = ${user} order by saved_id`.execute(tx)
  return rows.map(row => row.id)
}

/** What a handed-over row `mine` is called then: a name that the other has already (`taken`) gets the giver's behind it. */
export const nameHandedOver = (from: UserId, taken: RawBuilder<unknown>): RawBuilder<string> =>
  sql`case when exists (${taken}) then left(mine.name, 60) || ' (' || left((select name from users u
    where u.workspace_id = mine.workspace_id and u.user_id = ${from}), 30) || ')' else mine.name end`

export async function updateSearchesOf(
  tx: Transaction,
  workspace: WorkspaceId,
  searches: readonly SavedSearchId[],
  { from, to }: { from: UserId; to: UserId },
): Promise<SavedSearchId[]> {
  const taken = sql`select from saved_searches o where o.workspace_id = mine.workspace_id and o.user_id = ${to}
    and lower(o.name) = lower(mine.name)`
  const { rows } = await sql<{ id: SavedSearchId }>`update saved_searches mine
    set user_id = ${to}, name = ${nameHandedOver(from, taken)}
    where mine.workspace_id = ${workspace} and mine.user_id = ${from} and mine.saved_id = any(${[...searches]}::uuid[])
    returning mine.saved_id as id`.execute(tx)
  return rows.map(row => row.id)
}
