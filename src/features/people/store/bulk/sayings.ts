import { sql } from 'kysely'
import type { PersonId, ProfileId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import { jsonText } from '#storage/json-text.ts'
import type { ProfileFacts } from '../../model/depth.ts'
import type { KnownPerson } from './known.ts'

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
