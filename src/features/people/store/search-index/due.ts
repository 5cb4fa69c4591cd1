import { sql } from 'kysely'
import type { PersonId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

/** People with ids from `first` to `last` who are not searchable yet. */
export type SearchDue = { due_id: string; first_id: PersonId; last_id: PersonId }

/** In the transaction that writes these people: whatever happens then, somebody makes them searchable. */
export async function insertSearchDue(tx: Transaction, workspace: WorkspaceId, due: SearchDue): Promise<void> {
  await sql`insert into search_due (workspace_id, due_id, first_id, last_id)
    values (${workspace}, ${due.due_id}, ${due.first_id}, ${due.last_id})`.execute(tx)
}

/** In the transaction that makes them searchable; false when somebody else has done so. */
export async function deleteSearchDue(tx: Transaction, workspace: WorkspaceId, due: string): Promise<boolean> {
  const { rows } =
    await sql`delete from search_due where workspace_id = ${workspace} and due_id = ${due} returning 1`.execute(tx)
  return rows.length > 0
}

/** Locked until the transaction ends; those that somebody else is at are passed over. */
export async function findSearchDueForUpdate(tx: Transaction, workspace: WorkspaceId): Promise<SearchDue | undefined> {
  const { rows } = await sql<SearchDue>`select due_id, first_id, last_id from search_due
    where workspace_id = ${workspace} order by due_id limit 1 for update skip locked`.execute(tx)
  return rows[0]
}

/** Before people go: waits for whoever is making them searchable at this moment, and holds off whoever would, until this transaction ends. */
export async function lockSearchDue(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly PersonId[],
): Promise<void> {
  await sql`select 1 from search_due d where d.workspace_id = ${workspace}
    and exists (select 1 from unnest(${[...people]}::uuid[]) as p(id) where p.id between d.first_id and d.last_id)
    order by d.due_id for update`.execute(tx)
}

export async function hasSearchDue(tx: Transaction, workspace: WorkspaceId): Promise<boolean> {
  const { rows } = await sql`select 1 from search_due where workspace_id = ${workspace} limit 1`.execute(tx)
  return rows.length > 0
}

export async function listUnsearched(
  tx: Transaction,
  workspace: WorkspaceId,
  { first_id, last_id }: SearchDue,
  limit: number,
): Promise<PersonId[]> {
  const { rows } = await sql<{ person_id: PersonId }>`select p.person_id from people p
    where p.workspace_id = ${workspace} and p.person_id between ${first_id} and ${last_id} and p.merged_into is null
      and not exists (select 1 from person_search s where s.workspace_id = ${workspace} and s.person_id = p.person_id)
    limit ${limit}`.execute(tx)
  return rows.map(row => row.person_id)
}

/**
 * For a transaction that makes many people searchable. What is lost with the machine is due again: the commit need not wait for the
 * disk. New words go into the index in few large steps; until then searches read them one by one.
 */
export async function prepareBulkSearch(tx: Transaction): Promise<void> {
  await sql`select set_config('synchronous_commit', 'off', true), set_config('gin_pending_list_limit', '16MB', true)`.execute(
    tx,
  )
}

/** By so much the table may grow before its statistics are made anew. */
const grownBy = 1.2
/** Of a small table nobody's search waits. */
const smallBytes = 1_000_000

/**
 * After it: what still waits to go into the index goes there, and the planner learns how many people there are now and which words are
 * frequent, so that searches are quick again. By itself the server would look a minute or more later.
 */
export async function settleSearchIndexes(tx: Transaction): Promise<void> {
  await sql`select gin_clean_pending_list(each::regclass)
    from unnest(array['person_search_words', 'person_search_words_1', 'person_search_words_4']) each`.execute(tx)
  const { rows } = await sql<{ grown: boolean }>`
    select pg_relation_size(oid) > ${smallBytes} + ${grownBy} * relpages::float8 * current_setting('block_size')::int as grown
    from pg_class where oid = 'person_search'::regclass`.execute(tx)
  if (rows[0]?.grown) await sql`analyze person_search`.execute(tx)
}
