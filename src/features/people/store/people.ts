import { sql } from 'kysely'
import type { ImportId, PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import { lockSearchDue } from './search-index/due.ts'

export type Person = {
  person_id: PersonId
  display_name: string
  given_name: string | null
  family_name: string | null
  place: string | null
  time_zone: string | null
  language: string | null
  /** Where they said that they like to be written to. */
  wished_tool: string | null
  birth_date: string | null
  do_not_contact_reason: string | null
  do_not_contact_quote: string | null
  do_not_contact_by: UserId | null
  do_not_contact_at: Date | null
  merged_into: PersonId | null
  owner_id: UserId | null
  import_id: ImportId | null
  sample: boolean
  created_at: Date
  updated_at: Date
}

const columns = sql`person_id, display_name, given_name, family_name, place, time_zone, language, wished_tool, birth_date, do_not_contact_reason,
  do_not_contact_quote, do_not_contact_by, do_not_contact_at, merged_into, owner_id, import_id, sample, created_at, updated_at`

export async function findPerson(
  tx: Transaction,
  workspace: WorkspaceId,
  person: PersonId,
): Promise<Person | undefined> {
  const { rows } = await sql<Person>`select ${columns} from people
    where workspace_id = ${workspace} and person_id = ${person}`.execute(tx)
  return rows[0]
}

/** Locked in the order of their ids until the transaction ends, so that two merges can't cross. */
export async function findPeopleForUpdate(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly PersonId[],
): Promise<Map<PersonId, Person>> {
  const { rows } = await sql<Person>`select ${columns} from people
    where workspace_id = ${workspace} and person_id = any(${[...people]}::uuid[]) order by person_id for update`.execute(
    tx,
  )
  return new Map(rows.map(row => [row.person_id, row]))
}

export type NewPerson = {
  person: PersonId
  displayName: string
  givenName?: string | undefined
  familyName?: string | undefined
  place?: string | undefined
  timeZone?: string | undefined
  language?: string | undefined
  owner?: UserId | undefined
}

export async function insertPerson(
  tx: Transaction,
  workspace: WorkspaceId,
  input: NewPerson,
  now: Date,
): Promise<void> {
  await sql`insert into people (workspace_id, person_id, display_name, given_name, family_name, place, time_zone, language, owner_id,
      created_at, updated_at)
    values (${workspace}, ${input.person}, ${input.displayName}, ${input.givenName ?? null}, ${input.familyName ?? null},
      ${input.place ?? null}, ${input.timeZone ?? null}, ${input.language ?? null}, ${input.owner ?? null}, ${now}, ${now})`.execute(
    tx,
  )
}

export const personFields = [
  'display_name',
  'given_name',
  'family_name',
  'place',
  'time_zone',
  'language',
  'wished_tool',
  'birth_date',
  'owner_id',
] as const
export type PersonFields = {
  [Field in (typeof personFields)[number]]?: (Field extends 'owner_id' ? UserId : string) | null | undefined
}

/** Fields left out stay as they are. */
export async function updatePerson(
  tx: Transaction,
  workspace: WorkspaceId,
  person: PersonId,
  fields: PersonFields,
  now: Date,
): Promise<void> {
  const changes = personFields.flatMap(field => {
    const value = fields[field]
    if (value === undefined) return []
    return [field === 'owner_id' ? sql`${sql.ref(field)} = ${value}::uuid` : sql`${sql.ref(field)} = ${value}`]
  })
  await sql`update people set ${sql.join([...changes, sql`updated_at = ${now}`])}
    where workspace_id = ${workspace} and person_id = ${person}`.execute(tx)
}

export async function updateMergedInto(
  tx: Transaction,
  workspace: WorkspaceId,
  person: PersonId,
  into: PersonId | null,
  now: Date,
): Promise<void> {
  await sql`update people set merged_into = ${into}::uuid, updated_at = ${now}
    where workspace_id = ${workspace} and person_id = ${person}`.execute(tx)
}

export type DoNotContact = { reason: string; quote: string | null; user: UserId | null; at: Date }

/** Gives those that changed: someone who is do-not-contact already keeps the first reason. */
export async function updateDoNotContact(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly PersonId[],
  state: DoNotContact | null,
): Promise<PersonId[]> {
  const { rows } = await sql<{ person_id: PersonId }>`update people
    set do_not_contact_reason = ${state?.reason ?? null}, do_not_contact_quote = ${state?.quote ?? null},
      do_not_contact_by = ${state?.user ?? null}::uuid, do_not_contact_at = ${state?.at ?? null}::timestamptz
    where workspace_id = ${workspace} and person_id = any(${[...people]}::uuid[])
      and (do_not_contact_at is null) = ${state !== null}
    returning person_id`.execute(tx)
  return rows.map(row => row.person_id)
}

/** Everyone who was merged into this person, in any number of steps, and the person. */
export async function listWholePerson(tx: Transaction, workspace: WorkspaceId, person: PersonId): Promise<PersonId[]> {
  const { rows } = await sql<{ person_id: PersonId }>`
    with recursive whole as (
      select person_id from people where workspace_id = ${workspace} and person_id = ${person}
      union
      select p.person_id from people p join whole w on p.merged_into = w.person_id where p.workspace_id = ${workspace}
    ) select person_id from whole`.execute(tx)
  return rows.map(row => row.person_id)
}

/** With everything that hangs on them by foreign key. */
export async function deletePeople(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly PersonId[],
): Promise<void> {
  const ids = [...people]
  await lockSearchDue(tx, workspace, people)
  await sql`delete from links where workspace_id = ${workspace}
    and (person_id = any(${ids}::uuid[]) or previous_person_id = any(${ids}::uuid[]))`.execute(tx)
  await sql`delete from people where workspace_id = ${workspace} and person_id = any(${ids}::uuid[])`.execute(tx)
}
