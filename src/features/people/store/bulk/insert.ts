import { sql } from 'kysely'
import type { ImportId, NoteId, PersonId, ProfileId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import { arrayBytes } from '#storage/array-bytes.ts'
import { textColumn } from '#storage/columns.ts'
import type { Transaction } from '#storage/database.ts'
import { jsonText } from '#storage/json-text.ts'
import type { ContactKind } from '../../model/contact.ts'
import type { ProfileFacts } from '../../model/depth.ts'

// What an import writes: any number of rows in one statement each, a column an array. All are marked with the import, so that it can
// be undone whole. Each column is taken apart beside the others in one row after the next: `from unnest(one, other)` would lay up each
// column whole, and read it again.

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
  given: readonly ImportedPerson[],
): Promise<void> {
  if (given.length === 0) return
  const people = [...given].sort((one, other) => byText(one.person_id, other.person_id))
  const texts = (read: (person: ImportedPerson) => string | undefined) => textColumn(people.map(read))
  await sql`insert into people (workspace_id, person_id, display_name, given_name, family_name, place, time_zone, birth_date, owner_id,
      import_id, created_at, updated_at)
    select ${workspace}::uuid, r.person_id, r.display_name, r.given_name, r.family_name, r.place, r.time_zone, r.birth_date,
      ${owner}::uuid, ${importId}::uuid, ${at}::timestamptz, ${at}::timestamptz
    from (select unnest(${arrayBytes(
      'uuid',
      people.map(one => one.person_id),
    )}::uuid[]) as person_id, ${texts(one => one.display_name)} as display_name, ${texts(one => one.given_name)} as given_name,
      ${texts(one => one.family_name)} as family_name, ${texts(one => one.place)} as place,
      ${texts(one => one.time_zone)} as time_zone, ${texts(one => one.birth_date)} as birth_date) r`.execute(tx)
}

export type ImportedProfile = {
  profile_id: ProfileId
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

/** The order of the indexes that these keys fall into: the way down to the next key is still at hand. */
const byText = (one: string | null, other: string | null) => {
  if (one === other) return 0
  return (one ?? '') < (other ?? '') ? -1 : 1
}

/** Each is linked to its person by that. `careful`: an account that is here already stays as it is; without, it fails. */
export async function insertImportedProfiles(
  tx: Transaction,
  { workspace, importId, source, at }: ImportMark,
  given: readonly ImportedProfile[],
  { careful = true }: { careful?: boolean } = {},
): Promise<void> {
  if (given.length === 0) return
  const profiles = [...given].sort((one, other) => byText(one.profile_key, other.profile_key))
  const ids = arrayBytes(
    'uuid',
    profiles.map(one => one.profile_id),
  )
  const people = arrayBytes(
    'uuid',
    profiles.map(one => one.person_id),
  )
  const texts = (read: (profile: ImportedProfile) => string | null | undefined) => textColumn(profiles.map(read))
  await sql`insert into profiles (workspace_id, profile_id, person_id, tool, handle, profile_key, url, display_name, headline, summary, place,
        facts, depth, source, import_id, collected_at, updated_at)
      select ${workspace}::uuid, r.profile_id, r.person_id, r.tool, r.handle, r.profile_key, r.url, r.display_name, r.headline, r.summary,
        r.place, r.facts, r.depth, ${source}, ${importId}::uuid, ${at}::timestamptz, ${at}::timestamptz
      from (select unnest(${ids}::uuid[]) as profile_id, unnest(${people}::uuid[]) as person_id, ${texts(one => one.tool)} as tool,
        ${texts(one => one.profile_key)} as profile_key, ${texts(one => one.handle)} as handle,
        ${texts(one => one.url)} as url, ${texts(one => one.display_name)} as display_name,
        ${texts(one => one.headline)} as headline, ${texts(one => one.summary)} as summary,
        ${texts(one => one.place)} as place, unnest(${arrayBytes(
          'jsonb',
          profiles.map(one => jsonText(one.facts)),
        )}::jsonb[]) as facts,
        unnest(${arrayBytes(
          'smallint',
          profiles.map(one => one.depth),
        )}::smallint[]) as depth) r
      ${careful ? sql`on conflict (workspace_id, tool, profile_key) do nothing` : sql``}`.execute(tx)
}

export type ImportedContact = { person_id: PersonId; kind: ContactKind; contact_key: string; value: string }

/** `ofNewPeople`: nobody can have written one of them before, which is not looked for. */
export async function insertImportedContacts(
  tx: Transaction,
  { workspace, importId, source, at }: ImportMark,
  given: readonly ImportedContact[],
  { ofNewPeople = false }: { ofNewPeople?: boolean } = {},
): Promise<void> {
  if (given.length === 0) return
  const contacts = [...given].sort((one, other) => byText(one.contact_key, other.contact_key))
  const texts = (read: (contact: ImportedContact) => string) => textColumn(contacts.map(read))
  await sql`insert into contact_points (workspace_id, person_id, kind, contact_key, value, source, import_id, created_at)
    select ${workspace}::uuid, r.person_id, r.kind, r.contact_key, r.value, ${source}, ${importId}::uuid, ${at}::timestamptz
    from (select unnest(${arrayBytes(
      'uuid',
      contacts.map(one => one.person_id),
    )}::uuid[]) as person_id, ${texts(one => one.kind)} as kind,
      ${texts(one => one.contact_key)} as contact_key, ${texts(one => one.value)} as value) r
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
    from unnest(${arrayBytes(
      'uuid',
      notes.map(one => one.note_id),
    )}::uuid[], ${arrayBytes(
      'uuid',
      notes.map(one => one.person_id),
    )}::uuid[],
      ${arrayBytes(
        'text',
        notes.map(one => one.text),
      )}::text[]) as r(note_id, person_id, text)`.execute(tx)
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
    from unnest(${arrayBytes(
      'uuid',
      tags.map(one => one.person_id),
    )}::uuid[], ${arrayBytes(
      'text',
      tags.map(one => one.tag),
    )}::text[]) as r(person_id, tag)
    on conflict do nothing`.execute(tx)
}
