import { sql } from 'kysely'
import type { PersonId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'
import { chosenHandles, factsOf } from '../model/facts.ts'
import type { PersonFacts } from '../model/live.ts'

/**
 * What is known of everyone who is not part of another, some thousands at a time, each as one text: the columns of
 * `factColumns`, cells and rows with their separators between them.
 */
export async function* readFacts(
  tx: Transaction,
  workspace: WorkspaceId,
  separators: { field: string; row: string },
): AsyncGenerator<string> {
  await sql`declare everyone no scroll cursor for
    with contacts as materialized (
      select person_id, min(contact_key) filter (where kind = 'email') as mail,
        max(contact_key) filter (where kind = 'email') as other_mail,
        min(contact_key) filter (where kind = 'phone') as phone, min(contact_key) filter (where kind = 'url') as page
      from contact_points where workspace_id = ${workspace} group by person_id
    ), accounts as materialized (
      select person_id, min(url) filter (where tool = 'linkedin') as linkedin,
        min(handle) filter (where tool = any(${[...chosenHandles]})) as handle,
        (array_agg(facts -> 'positions' -> 0 ->> 'organisation' order by depth desc, profile_id))[1] as employer,
        (array_agg(coalesce(facts -> 'positions' -> 0 ->> 'title', headline) order by depth desc, profile_id))[1] as title
      from usable_profiles where workspace_id = ${workspace} group by person_id
    )
    select array_to_string(array[p.person_id::text, p.display_name, p.given_name, p.family_name, p.birth_date, p.place, c.mail,
      nullif(c.other_mail, c.mail), c.phone, coalesce(a.linkedin, c.page), a.handle, a.employer, a.title], ${separators.field}, '') as facts
    from people p left join contacts c using (person_id) left join accounts a using (person_id)
    where p.workspace_id = ${workspace} and p.merged_into is null order by p.person_id`.execute(tx)
  for (;;) {
    const { rows } = await sql<{ facts: string }>`fetch 10000 from everyone`.execute(tx)
    if (rows.length > 0) yield rows.map(({ facts }) => facts).join(separators.row)
    if (rows.length < 10_000) break
  }
  await sql`close everyone`.execute(tx)
}

type FactRow = {
  person_id: PersonId
  display_name: string
  given_name: string | null
  family_name: string | null
  birth_date: string | null
  place: string | null
  contacts: { kind: string; key: string }[] | null
  profiles:
    | {
        tool: ToolId
        key: string | null
        headline: string | null
        positions: { title?: string | null; organisation?: string | null }[] | null
      }[]
    | null
}

/** What is compared of these people; whoever is part of another or gone is left out. */
export async function listFacts(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly PersonId[],
): Promise<Map<PersonId, PersonFacts>> {
  if (people.length === 0) return new Map()
  const { rows } = await sql<FactRow>`
    select p.person_id, p.display_name, p.given_name, p.family_name, p.birth_date, p.place,
      (select jsonb_agg(jsonb_build_object('kind', c.kind, 'key', c.contact_key) order by c.kind, c.contact_key)
        from contact_points c where c.workspace_id = p.workspace_id and c.person_id = p.person_id) as contacts,
      (select jsonb_agg(jsonb_build_object('tool', f.tool, 'key', f.profile_key, 'headline', f.headline,
          'positions', f.facts -> 'positions') order by f.depth desc, f.profile_id)
        from usable_profiles f where f.workspace_id = p.workspace_id and f.person_id = p.person_id) as profiles
    from people p where p.workspace_id = ${workspace} and p.person_id = any(${[...people]}::uuid[]) and p.merged_into is null`.execute(
    tx,
  )
  return new Map(
    rows.map(({ person_id, contacts, profiles, ...known }) => [
      person_id,
      factsOf({
        ...known,
        contacts: contacts ?? [],
        profiles: (profiles ?? []).map(each => ({ ...each, positions: each.positions ?? undefined })),
      }),
    ]),
  )
}
