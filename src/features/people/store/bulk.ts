import { sql } from 'kysely'
import type { ImportId, LinkId, NoteId, PersonId, ProfileId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'
import { jsonText } from '#storage/json-text.ts'
import type { ContactKind } from '../model/contact.ts'
import type { ProfileFacts } from '../model/depth.ts'
import type { Evidence } from '../model/person.ts'

// What an import writes: any number of rows in one statement each. All are marked with the import, so that it can be undone whole.

export type ImportMark = { workspace: WorkspaceId; importId: ImportId; source: string; at: Date }

export type ImportedPerson = {
  person_id: PersonId
  display_name: string
  given_name?: string | undefined
  family_name?: string | undefined
  place?: string | undefined
  time_zone?: string | undefined
  birth_date?: string | undefined
}

export async function insertImportedPeople(
  tx: Transaction,
  { workspace, importId, at }: ImportMark,
  owner: UserId,
  people: readonly ImportedPerson[],
): Promise<void> {
  if (people.length === 0) return
  await sql`insert into people (workspace_id, person_id, display_name, given_name, family_name, place, time_zone, birth_date, owner_id,
      import_id, created_at, updated_at)
    select ${workspace}::uuid, r.person_id, r.display_name, r.given_name, r.family_name, r.place, r.time_zone, r.birth_date,
      ${owner}::uuid, ${importId}::uuid, ${at}::timestamptz, ${at}::timestamptz
    from json_to_recordset(${jsonText(people)}::json) as r(person_id uuid, display_name text, given_name text, family_name text,
      place text, time_zone text, birth_date text)`.execute(tx)
}

export type ImportedProfile = {
  profile_id: ProfileId
  link_id: LinkId
  person_id: PersonId
  tool: ToolId
  profile_key: string | null
  handle?: string | undefined
  url?: string | undefined
  display_name?: string | undefined
  headline?: string | undefined
  summary?: string | undefined
  place?: string | undefined
  facts: ProfileFacts
  depth: number
}

/** With the link of each to its person. An account that is here already stays as it is, and gets no link. */
export async function insertImportedProfiles(
  tx: Transaction,
  { workspace, importId, source, at }: ImportMark,
  profiles: readonly ImportedProfile[],
  evidence: readonly Evidence[],
): Promise<void> {
  if (profiles.length === 0) return
  await sql`with given as materialized (
      select * from json_to_recordset(${jsonText(profiles)}::json) as r(profile_id uuid, link_id uuid, person_id uuid, tool text,
        profile_key text, handle text, url text, display_name text, headline text, summary text, place text, facts jsonb, depth smallint)
    ), written as (
      insert into profiles (workspace_id, profile_id, person_id, tool, handle, profile_key, url, display_name, headline, summary, place,
        facts, depth, source, import_id, collected_at, updated_at)
      select ${workspace}::uuid, profile_id, person_id, tool, handle, profile_key, url, display_name, headline, summary, place,
        facts, depth, ${source}, ${importId}::uuid, ${at}::timestamptz, ${at}::timestamptz from given
      on conflict (workspace_id, tool, profile_key) do nothing returning profile_id
    )
    insert into links (workspace_id, link_id, profile_id, person_id, probability, evidence, decided_by, decided_at)
    select ${workspace}::uuid, g.link_id, g.profile_id, g.person_id, 1, ${jsonText(evidence)}::jsonb, 'import', ${at}::timestamptz
    from given g join written w using (profile_id)`.execute(tx)
}

export type ImportedContact = { person_id: PersonId; kind: ContactKind; contact_key: string; value: string }

export async function insertImportedContacts(
  tx: Transaction,
  { workspace, importId, source, at }: ImportMark,
  contacts: readonly ImportedContact[],
): Promise<number> {
  if (contacts.length === 0) return 0
  const { rows } =
    await sql`insert into contact_points (workspace_id, person_id, kind, contact_key, value, source, import_id, created_at)
    select ${workspace}::uuid, r.person_id, r.kind, r.contact_key, r.value, ${source}, ${importId}::uuid, ${at}::timestamptz
    from json_to_recordset(${jsonText(contacts)}::json) as r(person_id uuid, kind text, contact_key text, value text)
    on conflict do nothing returning 1`.execute(tx)
  return rows.length
}

export async function insertImportedNotes(
  tx: Transaction,
  { workspace, importId, at }: ImportMark,
  user: UserId,
  notes: readonly { note_id: NoteId; person_id: PersonId; text: string }[],
): Promise<void> {
  if (notes.length === 0) return
  await sql`insert into notes (workspace_id, note_id, person_id, user_id, text, import_id, created_at)
    select ${workspace}::uuid, r.note_id, r.person_id, ${user}::uuid, r.text, ${importId}::uuid, ${at}::timestamptz
    from json_to_recordset(${jsonText(notes)}::json) as r(note_id uuid, person_id uuid, text text)`.execute(tx)
}

export async function insertImportedTags(
  tx: Transaction,
  { workspace, importId }: ImportMark,
  tags: readonly { person_id: PersonId; tag: string }[],
): Promise<void> {
  if (tags.length === 0) return
  await sql`insert into tags (workspace_id, person_id, tag, import_id)
    select ${workspace}::uuid, r.person_id, r.tag, ${importId}::uuid
    from json_to_recordset(${jsonText(tags)}::json) as r(person_id uuid, tag text) on conflict do nothing`.execute(tx)
}

/** Pairs for a recruiter to look at. A pair that was decided before is not asked again. */
export async function insertMatchProposals(
  tx: Transaction,
  { workspace, at }: Pick<ImportMark, 'workspace' | 'at'>,
  pairs: readonly { one: PersonId; other: PersonId; probability: number; evidence: readonly Evidence[] }[],
): Promise<void> {
  if (pairs.length === 0) return
  const rows = pairs.map(({ one, other, probability, evidence }) => {
    const [left_id, right_id] = one < other ? [one, other] : [other, one]
    return { left_id, right_id, probability, evidence }
  })
  await sql`insert into match_proposals (workspace_id, left_id, right_id, probability, evidence, state, created_at)
    select distinct on (r.left_id, r.right_id) ${workspace}::uuid, r.left_id, r.right_id, r.probability, r.evidence, 'open', ${at}::timestamptz
    from jsonb_to_recordset(${jsonText(rows)}::jsonb) as r(left_id uuid, right_id uuid, probability real, evidence jsonb)
    where r.left_id <> r.right_id order by r.left_id, r.right_id, r.probability desc
    on conflict do nothing`.execute(tx)
}

export type AccountOwner = {
  tool: ToolId
  profile_key: string
  person_id: PersonId
}

/** Whose these accounts are; a person who was merged gives the survivor. */
export async function listAccountOwners(
  tx: Transaction,
  workspace: WorkspaceId,
  accounts: readonly { tool: ToolId; key: string }[],
): Promise<AccountOwner[]> {
  if (accounts.length === 0) return []
  const { rows } = await sql<AccountOwner>`select f.tool, f.profile_key, f.person_id
    from unnest(${accounts.map(one => one.tool)}::text[], ${accounts.map(one => one.key)}::text[]) as a(tool, key)
      join profiles f on f.workspace_id = ${workspace} and f.tool = a.tool and f.profile_key = a.key`.execute(tx)
  return rows
}

export type AddressOwner = { kind: ContactKind; contact_key: string; person_id: PersonId }

/** Everyone who has one of these addresses; people who were merged away have none. */
export async function listAddressOwners(
  tx: Transaction,
  workspace: WorkspaceId,
  addresses: readonly { kind: ContactKind; key: string }[],
): Promise<AddressOwner[]> {
  if (addresses.length === 0) return []
  const { rows } = await sql<AddressOwner>`select c.kind, c.contact_key, c.person_id
    from unnest(${addresses.map(one => one.kind)}::text[], ${addresses.map(one => one.key)}::text[]) as a(kind, key)
      join contact_points c on c.workspace_id = ${workspace} and c.kind = a.kind and c.contact_key = a.key
      join people p on p.workspace_id = ${workspace} and p.person_id = c.person_id and p.merged_into is null`.execute(
    tx,
  )
  return rows
}

/** Who each of these people is now: themselves, or, after merges, the survivor. Erased people are left out. */
export async function listSurvivors(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly PersonId[],
): Promise<Map<PersonId, PersonId>> {
  if (people.length === 0) return new Map()
  const { rows } = await sql<{ start: PersonId; person_id: PersonId }>`
    with recursive chain as (
      select p.person_id as start, p.person_id, p.merged_into from people p
      where p.workspace_id = ${workspace} and p.person_id = any(${[...people]}::uuid[])
      union
      select c.start, p.person_id, p.merged_into from chain c
        join people p on p.workspace_id = ${workspace} and p.person_id = c.merged_into
    ) select start, person_id from chain where merged_into is null`.execute(tx)
  return new Map(rows.map(row => [row.start, row.person_id]))
}

export type KnownPerson = {
  person_id: PersonId
  display_name: string
  given_name: string | null
  family_name: string | null
  place: string | null
  time_zone: string | null
  birth_date: string | null
}
export type KnownProfile = {
  profile_id: ProfileId
  person_id: PersonId
  tool: ToolId
  profile_key: string | null
  display_name: string | null
  headline: string | null
  summary: string | null
  place: string | null
  facts: ProfileFacts
  depth: number
  import_id: ImportId | null
}

/** Locked until the transaction ends, in the order of their ids. */
export async function listKnownPeople(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly PersonId[],
): Promise<{
  people: KnownPerson[]
  profiles: KnownProfile[]
  notes: { person_id: PersonId; text: string }[]
  contacts: AddressOwner[]
  tags: { person_id: PersonId; tag: string }[]
}> {
  if (people.length === 0) return { people: [], profiles: [], notes: [], contacts: [], tags: [] }
  const ids = [...people]
  const known =
    await sql<KnownPerson>`select person_id, display_name, given_name, family_name, place, time_zone, birth_date from people
    where workspace_id = ${workspace} and person_id = any(${ids}::uuid[]) order by person_id for no key update`.execute(
      tx,
    )
  const profiles =
    await sql<KnownProfile>`select profile_id, person_id, tool, profile_key, display_name, headline, summary, place, facts, depth, import_id
    from profiles where workspace_id = ${workspace} and person_id = any(${ids}::uuid[]) order by collected_at, profile_id`.execute(
      tx,
    )
  const notes = await sql<{ person_id: PersonId; text: string }>`select person_id, text from notes
    where workspace_id = ${workspace} and person_id = any(${ids}::uuid[])`.execute(tx)
  const contacts = await sql<AddressOwner>`select kind, contact_key, person_id from contact_points
    where workspace_id = ${workspace} and person_id = any(${ids}::uuid[])`.execute(tx)
  const tags = await sql<{ person_id: PersonId; tag: string }>`select person_id, tag from tags
    where workspace_id = ${workspace} and person_id = any(${ids}::uuid[])`.execute(tx)
  return {
    people: known.rows,
    profiles: profiles.rows,
    notes: notes.rows,
    contacts: contacts.rows,
    tags: tags.rows,
  }
}

export type ProfileSaying = {
  headline: string | null
  summary: string | null
  place: string | null
  display_name: string | null
  facts: ProfileFacts
  depth: number
}
export type PersonSaying = Omit<KnownPerson, 'person_id' | 'display_name'>

/** With `only`, profiles that do not say that any more stay as they are. Gives those that changed. */
export async function updateProfilesSaying(
  tx: Transaction,
  workspace: WorkspaceId,
  changes: readonly { profile: ProfileId; to: ProfileSaying; only?: ProfileSaying | undefined }[],
  now: Date,
): Promise<{ profile_id: ProfileId; person_id: PersonId }[]> {
  if (changes.length === 0) return []
  const { rows } = await sql<{ profile_id: ProfileId; person_id: PersonId }>`
    update profiles f set headline = n.headline, summary = n.summary, place = n.place, display_name = n.display_name, facts = n.facts,
      depth = n.depth, updated_at = ${now}
    from jsonb_to_recordset(${jsonText(changes)}::jsonb) as c(profile uuid, "to" jsonb, "only" jsonb)
      cross join lateral jsonb_to_record(c."to") as n(headline text, summary text, place text, display_name text, facts jsonb, depth smallint)
    where f.workspace_id = ${workspace} and f.profile_id = c.profile
      and (c."only" is null or jsonb_build_object('headline', f.headline, 'summary', f.summary, 'place', f.place,
        'display_name', f.display_name, 'facts', f.facts) = c."only" - 'depth')
    returning f.profile_id, f.person_id`.execute(tx)
  return rows
}

/** As `updateProfilesSaying`, for what is said of the person. */
export async function updatePeopleSaying(
  tx: Transaction,
  workspace: WorkspaceId,
  changes: readonly { person: PersonId; to: PersonSaying; only?: PersonSaying | undefined }[],
): Promise<PersonId[]> {
  if (changes.length === 0) return []
  const { rows } = await sql<{ person_id: PersonId }>`
    update people p set given_name = n.given_name, family_name = n.family_name, place = n.place, time_zone = n.time_zone,
      birth_date = n.birth_date
    from jsonb_to_recordset(${jsonText(changes)}::jsonb) as c(person uuid, "to" jsonb, "only" jsonb)
      cross join lateral jsonb_to_record(c."to") as n(given_name text, family_name text, place text, time_zone text, birth_date text)
    where p.workspace_id = ${workspace} and p.person_id = c.person
      and (c."only" is null or jsonb_build_object('given_name', p.given_name, 'family_name', p.family_name, 'place', p.place,
        'time_zone', p.time_zone, 'birth_date', p.birth_date) = c."only")
    returning p.person_id`.execute(tx)
  return rows.map(row => row.person_id)
}

/** Addresses, tags, notes and the named profiles that an import added to people who stay. Gives those people. */
export async function deleteImportedParts(
  tx: Transaction,
  workspace: WorkspaceId,
  importId: ImportId,
  people: readonly PersonId[],
  keptProfiles: readonly ProfileId[],
): Promise<void> {
  const ids = [...people]
  const theirs = sql`workspace_id = ${workspace} and import_id = ${importId} and person_id = any(${ids}::uuid[])`
  await sql`delete from contact_points where ${theirs} and proven_at is null`.execute(tx)
  await sql`delete from tags where ${theirs}`.execute(tx)
  await sql`delete from notes where ${theirs} and edited_at is null`.execute(tx)
  await sql`delete from profiles where ${theirs} and profile_id <> all(${[...keptProfiles]}::uuid[])`.execute(tx)
}

/** With everything that hangs on them, and the words that only they had. */
export async function deleteImportedPeople(
  tx: Transaction,
  workspace: WorkspaceId,
  importId: ImportId,
  people: readonly PersonId[],
): Promise<void> {
  const ids = [...people]
  await sql`delete from links l using profiles f where l.workspace_id = ${workspace} and f.workspace_id = ${workspace}
    and l.profile_id = f.profile_id and f.person_id = any(${ids}::uuid[])`.execute(tx)
  await sql`delete from people where workspace_id = ${workspace} and import_id = ${importId} and person_id = any(${ids}::uuid[])`.execute(
    tx,
  )
}

/** Whether anybody was erased or is do-not-contact: without one, no address has to be hashed. */
export async function hasSuppressions(tx: Transaction, workspace: WorkspaceId): Promise<boolean> {
  const { rows } = await sql`select 1 from suppressions where workspace_id = ${workspace} limit 1`.execute(tx)
  return rows.length > 0
}
