import { sql } from 'kysely'
import type { PersonId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'
import { chosenHandles, factsOf } from '../model/facts.ts'
import type { PersonFacts } from '../model/live.ts'

/** So many people are one text. */
const peopleInText = 2_000

/** What is compared of a person, in the order of `factColumns`. */
const cells = [
  'p.person_id',
  'p.display_name',
  'p.given_name',
  'p.family_name',
  'p.birth_date',
  'p.place',
  'c.mail',
  'nullif(c.other_mail, c.mail)',
  'c.phone',
  'coalesce(a.linkedin, c.page)',
  'a.handle',
  "a.position ->> 'organisation'",
  "coalesce(a.position ->> 'title', a.headline)",
]

/**
 * What is known of everyone who is not part of another, as of one moment and in the order of their ids, some thousands in each text: of
 * each the id and the columns of `factColumns`, with separators between cells and rows.
 *
 * Where each text begins is read off the index first. What stands between two ids is joined in the order of the indexes and in little
 * memory, however many people there are; a nested loop goes through the texts as they were put in order.
 */
export async function* readFacts(
  tx: Transaction,
  workspace: WorkspaceId,
  { cell, row }: { cell: string; row: string },
): AsyncGenerator<string> {
  // Nothing may be known of the tables yet, right after an import: what is joined is gathered once, never again for each person.
  await sql`select set_config('enable_nestloop', 'off', true)`.execute(tx)
  const within = sql`workspace_id = ${workspace} and person_id >= t.first and person_id < t.next`
  await sql`declare everyone no scroll cursor for
    with recursive step (first) as (
      (select person_id from people where workspace_id = ${workspace} order by person_id limit 1)
      union all
      select (select person_id from people where workspace_id = ${workspace} and person_id > step.first
        order by person_id offset ${peopleInText - 1} limit 1) from step where first is not null
    ), texts as materialized (
      select first, lead(first, 1, 'ffffffff-ffff-ffff-ffff-ffffffffffff') over (order by first) as next from step where first is not null
    )
    select f.facts from texts t cross join lateral (
      select string_agg(concat(${sql.join(cells.map(sql.raw), sql`, ${cell}::text, `)}), ${row} order by p.person_id) as facts
      from (select * from people where ${within} and merged_into is null) p
      left join (
        select person_id, min(contact_key) filter (where kind = 'email') as mail,
          max(contact_key) filter (where kind = 'email') as other_mail,
          min(contact_key) filter (where kind = 'phone') as phone, min(contact_key) filter (where kind = 'url') as page
        from contact_points where ${within} group by person_id
      ) c using (person_id) left join (
        select person_id, min(url) filter (where tool = 'linkedin') as linkedin,
          min(handle) filter (where tool = any(${[...chosenHandles]})) as handle,
          (array_agg(facts -> 'positions' -> 0 order by depth desc, profile_id))[1] as position,
          (array_agg(headline order by depth desc, profile_id))[1] as headline
        from usable_profiles where ${within} group by person_id
      ) a using (person_id)
    ) f`.execute(tx)
  for (;;) {
    const { rows } = await sql<{ facts: string | null }>`fetch 1 from everyone`.execute(tx)
    const [text] = rows
    if (!text) break
    // Without one where all of them are part of others.
    if (text.facts !== null) yield text.facts
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
