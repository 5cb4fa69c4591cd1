import { sql } from 'kysely'
import type { PersonId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

export async function markDue(tx: Transaction, workspace: WorkspaceId, people: readonly PersonId[]): Promise<void> {
  await sql`insert into network_due (workspace_id, person_id)
    select ${workspace}::uuid, id from unnest(${[...new Set(people)]}::uuid[]) as p(id)`.execute(tx)
}

/** Told by triggers, by whatever wrote; across workspaces, for time passes for all. */
export async function listWorkspacesDue(tx: Transaction): Promise<WorkspaceId[]> {
  const { rows } = await sql<{ workspace: WorkspaceId }>`
    select w.workspace_id as workspace from workspaces w
    where exists (select from network_due d where d.workspace_id = w.workspace_id)`.execute(tx)
  return rows.map(row => row.workspace)
}

/** What was worked out longest ago fades too: marked again, some at a time. */
export async function markFaded(tx: Transaction, refreshedBefore: Date, most: number): Promise<void> {
  await sql`insert into network_due (workspace_id, person_id)
    select workspace_id, person_id from network_near where refreshed_at < ${refreshedBefore} limit ${most}`.execute(tx)
}

/** Some of those who are due, each once. */
export async function takeDue(tx: Transaction, workspace: WorkspaceId, most: number): Promise<PersonId[]> {
  const { rows } = await sql<{
    person: PersonId
  }>`delete from network_due where workspace_id = ${workspace} and due_id in (
      select due_id from network_due where workspace_id = ${workspace} limit ${most} for update skip locked)
    returning person_id as person`.execute(tx)
  const people = [...new Set(rows.map(row => row.person))]
  if (people.length === 0) return people
  await sql`delete from network_due where workspace_id = ${workspace} and person_id = any(${people}::uuid[])`.execute(
    tx,
  )
  return people
}

/**
 * Keeps them from being erased until the transaction ends, and waits for nobody: whoever is just being changed or erased is left out
 * and marked again, so that this and an erasure never wait for each other.
 */
export async function holdPeople(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly PersonId[],
): Promise<PersonId[]> {
  const ids = [...new Set(people)].sort()
  const { rows } = await sql<{ person: PersonId; merged: boolean }>`
    select person_id as person, merged_into is not null as merged from people
    where workspace_id = ${workspace} and person_id = any(${ids}::uuid[]) order by person_id for key share skip locked`.execute(
    tx,
  )
  const held = new Set(rows.map(row => row.person))
  const missing = ids.filter(id => !held.has(id))
  if (missing.length > 0)
    await sql`insert into network_due (workspace_id, person_id) select workspace_id, person_id from people
      where workspace_id = ${workspace} and person_id = any(${missing}::uuid[])`.execute(tx)
  return rows.map(row => row.person)
}
