import { sql } from 'kysely'
import type { PersonId, SavedSearchId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

export type SavedSearch = {
  saved_id: SavedSearchId
  user_id: UserId
  name: string
  search: Record<string, string>
  notify: boolean
  too_broad: boolean
  created_at: Date
  checked_at: Date
}

/** False when the recruiter has one of that name. */
export async function insertSavedSearch(tx: Transaction, workspace: WorkspaceId, saved: SavedSearch): Promise<boolean> {
  const { rows } = await sql`
    insert into saved_searches (workspace_id, saved_id, user_id, name, search, notify, too_broad, created_at, checked_at)
    values (${workspace}, ${saved.saved_id}, ${saved.user_id}, ${saved.name}, ${JSON.stringify(saved.search)}::jsonb, ${saved.notify},
      ${saved.too_broad}, ${saved.created_at}, ${saved.checked_at})
    on conflict do nothing returning 1`.execute(tx)
  return rows.length > 0
}

export async function listSavedSearches(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
): Promise<(SavedSearch & { fresh: number })[]> {
  const { rows } = await sql<SavedSearch & { fresh: number }>`
    select s.*, (select count(*)::int from saved_search_people f join people p on p.workspace_id = f.workspace_id and p.person_id = f.person_id
      where f.workspace_id = s.workspace_id and f.saved_id = s.saved_id and f.seen_at is null and p.merged_into is null) as fresh
    from saved_searches s where s.workspace_id = ${workspace} and s.user_id = ${user} order by lower(s.name), s.saved_id`.execute(
    tx,
  )
  return rows
}

/** Locked until the transaction ends. */
export async function findSavedSearchForUpdate(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  saved: SavedSearchId,
): Promise<SavedSearch | undefined> {
  const { rows } = await sql<SavedSearch>`select * from saved_searches
    where workspace_id = ${workspace} and user_id = ${user} and saved_id = ${saved} for update`.execute(tx)
  return rows[0]
}

/** Those that tell of new people, longest unchecked first. */
export async function listWatchedSearches(tx: Transaction, workspace: WorkspaceId): Promise<SavedSearch[]> {
  const { rows } = await sql<SavedSearch>`select * from saved_searches where workspace_id = ${workspace} and notify
    order by checked_at, saved_id`.execute(tx)
  return rows
}

export async function updateSavedSearch(
  tx: Transaction,
  workspace: WorkspaceId,
  saved: SavedSearchId,
  change: { notify: boolean },
): Promise<void> {
  await sql`update saved_searches set notify = ${change.notify} where workspace_id = ${workspace} and saved_id = ${saved}`.execute(
    tx,
  )
}

export async function updateSavedSearchChecked(
  tx: Transaction,
  workspace: WorkspaceId,
  saved: SavedSearchId,
  tooBroad: boolean,
  at: Date,
): Promise<void> {
  await sql`update saved_searches set checked_at = ${at}, too_broad = ${tooBroad}
    where workspace_id = ${workspace} and saved_id = ${saved}`.execute(tx)
}

export async function deleteSavedSearch(tx: Transaction, workspace: WorkspaceId, saved: SavedSearchId): Promise<void> {
  await sql`delete from saved_searches where workspace_id = ${workspace} and saved_id = ${saved}`.execute(tx)
}

/** Keeps who fits now and forgets who does not; gives those who did not before. With `seen` they are no news. */
export async function writeSavedSearchPeople(
  tx: Transaction,
  workspace: WorkspaceId,
  saved: SavedSearchId,
  people: readonly PersonId[],
  at: Date,
  seen: boolean,
): Promise<PersonId[]> {
  const ids = sql`${[...people]}::uuid[]`
  await sql`delete from saved_search_people where workspace_id = ${workspace} and saved_id = ${saved} and person_id <> all(${ids})`.execute(
    tx,
  )
  const { rows } = await sql<{ person_id: PersonId }>`
    insert into saved_search_people (workspace_id, saved_id, person_id, found_at, seen_at)
    select ${workspace}::uuid, ${saved}::uuid, n.person_id, ${at}::timestamptz, ${seen ? at : null}::timestamptz
    from unnest(${ids}) as n(person_id) order by n.person_id
    on conflict do nothing returning person_id`.execute(tx)
  return rows.map(row => row.person_id)
}

export async function updateSavedSearchSeen(
  tx: Transaction,
  workspace: WorkspaceId,
  saved: SavedSearchId,
  at: Date,
): Promise<number> {
  const { rows } = await sql`update saved_search_people set seen_at = ${at}
    where workspace_id = ${workspace} and saved_id = ${saved} and seen_at is null returning 1`.execute(tx)
  return rows.length
}

/** A condition on `s.person_id`: new to a search of this recruiter's, and not looked at yet. */
export const isFreshIn = (workspace: WorkspaceId, user: UserId, saved: SavedSearchId) => sql<boolean>`s.person_id in (
  select f.person_id from saved_search_people f
    join saved_searches v on v.workspace_id = f.workspace_id and v.saved_id = f.saved_id and v.user_id = ${user}
  where f.workspace_id = ${workspace} and f.saved_id = ${saved} and f.seen_at is null)`
