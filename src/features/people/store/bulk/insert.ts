import { sql } from 'kysely'
import type { ImportId, LinkId, NoteId, PersonId, ProfileId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import { arrayText } from '#storage/array-text.ts'
import type { Transaction } from '#storage/database.ts'
import { jsonText } from '#storage/json-text.ts'
import type { ContactKind } from '../../model/contact.ts'
import type { ProfileFacts } from '../../model/depth.ts'
import type { Evidence } from '../../model/person.ts'

// What an import writes: any number of rows in one statement each, a column an array. All are marked with the import, so that it can
// be undone whole.

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
  const texts = (read: (person: ImportedPerson) => string | undefined) => sql`${arrayText(people.map(read))}::text[]`
  await sql`insert into people (workspace_id, person_id, display_name, given_name, family_name, place, time_zone, birth_date, owner_id,
      import_id, created_at, updated_at)
    select ${workspace}::uuid, r.person_id, r.display_name, r.given_name, r.family_name, r.place, r.time_zone, r.birth_date,
      ${owner}::uuid, ${importId}::uuid, ${at}::timestamptz, ${at}::timestamptz
    from unnest(${arrayText(people.map(one => one.person_id))}::uuid[], ${texts(one => one.display_name)}, ${texts(one => one.given_name)},
      ${texts(one => one.family_name)}, ${texts(one => one.place)}, ${texts(one => one.time_zone)}, ${texts(one => one.birth_date)})
      as r(person_id, display_name, given_name, family_name, place, time_zone, birth_date)`.execute(tx)
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
  const column = (read: (profile: ImportedProfile) => string | null | undefined) => arrayText(profiles.map(read))
  await sql`with given as materialized (
      select * from unnest(${column(one => one.profile_id)}::uuid[], ${column(one => one.link_id)}::uuid[],
        ${column(one => one.person_id)}::uuid[], ${column(one => one.tool)}::text[], ${column(one => one.profile_key)}::text[],
        ${column(one => one.handle)}::text[], ${column(one => one.url)}::text[], ${column(one => one.display_name)}::text[],
        ${column(one => one.headline)}::text[], ${column(one => one.summary)}::text[], ${column(one => one.place)}::text[],
        ${column(one => jsonText(one.facts))}::jsonb[], ${column(one => String(one.depth))}::smallint[])
        as r(profile_id, link_id, person_id, tool, profile_key, handle, url, display_name, headline, summary, place, facts, depth)
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

/** `ofNewPeople`: nobody can have written one of them before, which is not looked for. */
export async function insertImportedContacts(
  tx: Transaction,
  { workspace, importId, source, at }: ImportMark,
  contacts: readonly ImportedContact[],
  { ofNewPeople = false }: { ofNewPeople?: boolean } = {},
): Promise<void> {
  if (contacts.length === 0) return
  const column = (read: (contact: ImportedContact) => string) => arrayText(contacts.map(read))
  await sql`insert into contact_points (workspace_id, person_id, kind, contact_key, value, source, import_id, created_at)
    select ${workspace}::uuid, r.person_id, r.kind, r.contact_key, r.value, ${source}, ${importId}::uuid, ${at}::timestamptz
    from unnest(${column(one => one.person_id)}::uuid[], ${column(one => one.kind)}::text[], ${column(one => one.contact_key)}::text[],
      ${column(one => one.value)}::text[]) as r(person_id, kind, contact_key, value)
    ${ofNewPeople ? sql`` : sql`on conflict do nothing`}`.execute(tx)
}

export type ImportedNote = { note_id: NoteId; person_id: PersonId; text: string }

export async function insertImportedNotes(
  tx: Transaction,
  { workspace, importId, at }: ImportMark,
  user: UserId,
  notes: readonly ImportedNote[],
): Promise<void> {
  if (notes.length === 0) return
  await sql`insert into notes (workspace_id, note_id, person_id, user_id, text, import_id, created_at)
    select ${workspace}::uuid, r.note_id, r.person_id, ${user}::uuid, r.text, ${importId}::uuid, ${at}::timestamptz
    from unnest(${arrayText(notes.map(one => one.note_id))}::uuid[], ${arrayText(notes.map(one => one.person_id))}::uuid[],
      ${arrayText(notes.map(one => one.text))}::text[]) as r(note_id, person_id, text)`.execute(tx)
}

export type ImportedTag = { person_id: PersonId; tag: string }

export async function insertImportedTags(
  tx: Transaction,
  { workspace, importId }: ImportMark,
  tags: readonly ImportedTag[],
): Promise<void> {
  if (tags.length === 0) return
  await sql`insert into tags (workspace_id, person_id, tag, import_id)
    select ${workspace}::uuid, r.person_id, r.tag, ${importId}::uuid
    from unnest(${arrayText(tags.map(one => one.person_id))}::uuid[], ${arrayText(tags.map(one => one.tag))}::text[]) as r(person_id, tag)
    on conflict do nothing`.execute(tx)
}
