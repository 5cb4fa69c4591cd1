import { sql } from 'kysely'
import type { ImportId, PersonId, ProfileId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'
import type { ProfileFacts } from '../../model/depth.ts'
import type { AddressOwner } from './owners.ts'

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
  const profiles = await sql<KnownProfile>`select profile_id, person_id, tool, profile_key,
      case when not kith_for_conversations_only(tool) then display_name end as display_name, headline, summary, place, facts, depth, import_id
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
