import { sql } from 'kysely'
import type { PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

/** False: it was said before. */
export async function insertSaid(
  tx: Transaction,
  workspace: WorkspaceId,
  given: { id: string; person: PersonId; other: PersonId; words: string; user: UserId; at: Date },
): Promise<boolean> {
  const { rows } = await sql`insert into network_said (workspace_id, said_id, person_id, other_id, words, user_id, at)
    select ${workspace}, ${given.id}, ${given.person}, ${given.other}, ${given.words}, ${given.user}, ${given.at}
    where not exists (select from network_said s where s.workspace_id = ${workspace}
      and ((s.person_id = ${given.person} and s.other_id = ${given.other}) or (s.person_id = ${given.other} and s.other_id = ${given.person})))
    returning said_id`.execute(tx)
  return rows.length > 0
}

/** In whichever direction it was said; also of whom they were before a merge. */
export async function deleteSaid(
  tx: Transaction,
  workspace: WorkspaceId,
  person: PersonId,
  other: PersonId,
): Promise<boolean> {
  const ever = (id: PersonId) => sql`(select f.person_id from people f
    where f.workspace_id = ${workspace} and (f.person_id = ${id} or f.merged_into = ${id}))`
  const { rows } = await sql`delete from network_said where workspace_id = ${workspace}
    and ((person_id in ${ever(person)} and other_id in ${ever(other)}) or (person_id in ${ever(other)} and other_id in ${ever(person)}))
    returning said_id`.execute(tx)
  return rows.length > 0
}

export type Named = {
  person: PersonId
  name: string
  givenName: string | null
  language: string | null
  doNotContact: boolean
}

export async function listNamed(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly PersonId[],
): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select person_id as person, display_name as name, given_name as "givenName", language, do_not_contact_at is not null as "doNotContact"
    from people where workspace_id = ${workspace} and person_id = any(${[...new Set(people)]}::uuid[]) and merged_into is null`.execute(
    tx,
  )
  return rows
}

export async function listUserNames(
  tx: Transaction,
  workspace: WorkspaceId,
  users: readonly UserId[],
): Promise<ReadonlyMap<UserId, string>> {
  const { rows } = await sql<{ id: UserId; name: string }>`
    select user_id as id, name from users where workspace_id = ${workspace} and user_id = any(${[...new Set(users)]}::uuid[])`.execute(
    tx,
  )
  return new Map(rows.map(row => [row.id, row.name]))
}
