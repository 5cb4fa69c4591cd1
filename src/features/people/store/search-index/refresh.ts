import { type RawBuilder, sql } from 'kysely'
import type { PersonId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import { apart, type Facetted, facetsOf } from './facets.ts'
import { isSpelling, nameWords, priorOf } from './rules.ts'

/** How far somebody has come with whoever knows them best. */
const nearness = (workspace: WorkspaceId, person: RawBuilder<unknown>) => sql`
  select max(case when r.side is not null then 5 else coalesce(array_position(
    array['found', 'read', 'engaged', 'acknowledged', 'connected', 'introduced', 'interested', 'candidate'], r.stage), 1) - 1 end) as rank
  from relationships r where r.workspace_id = ${workspace} and r.person_id = ${person}`

type ProfileParts = {
  tool: string
  on: boolean
  place: string | null
  headline: string | null
  titles: (string | null)[] | null
  skills: string[] | null
  languages: string[] | null
}

/** So many of the latest items tell in which languages somebody writes. */
const latestItems = 50

async function listFacetted(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly PersonId[],
): Promise<(Facetted & { person: PersonId })[]> {
  const { rows } = await sql<{ person: PersonId; place: string | null; profiles: ProfileParts[]; written: string[] }>`
    select p.person_id as person, p.place, told.profiles, written.languages as written
    from people p cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('tool', f.tool, 'on', kith_on_tool(f.tool, f.handle), 'place', f.place, 'headline', f.headline,
          'titles', (select jsonb_agg(o->'title') from jsonb_array_elements(f.facts->'positions') o),
          'skills', f.facts->'skills', 'languages', f.facts->'languages') order by f.profile_id), '[]') as profiles
      from usable_profiles f where f.workspace_id = ${workspace} and f.person_id = p.person_id) told
    cross join lateral (
      select coalesce(array_agg(distinct i.language), '{}') as languages from (
        select language from activity_items where workspace_id = ${workspace} and person_id = p.person_id
        order by published_at desc limit ${latestItems}) i where i.language is not null) written
    where p.workspace_id = ${workspace} and p.person_id = any(${[...people]}::uuid[]) and p.merged_into is null`.execute(
    tx,
  )
  return rows.map(({ person, place, profiles, written }) => ({
    person,
    tools: profiles.filter(profile => profile.on).map(profile => profile.tool),
    places: [place, ...profiles.map(profile => profile.place)],
    titles: profiles.flatMap(profile => [profile.headline, ...(profile.titles ?? [])]),
    skills: profiles.flatMap(profile => profile.skills ?? []),
    languages: [...profiles.flatMap(profile => profile.languages ?? []), ...written],
  }))
}

/**
 * Brings what search knows of these people up to date, in a few statements for any number of them; people who are merged or gone
 * leave it. Call it at the end of every transaction that changes a name, profile, tag, stage or activity.
 */
export async function refreshPersonSearch(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly PersonId[],
): Promise<void> {
  if (people.length === 0) return
  const ids = [...new Set(people)].sort()
  await sql`select set_config('jit', 'off', true)`.execute(tx)
  const { rows: old } = await sql<{ word: string }>`
    select distinct w.word from person_search s join people p on p.workspace_id = ${workspace} and p.person_id = s.person_id
      cross join lateral ${nameWords(sql`s.name_folded`)} as w(word)
    where s.workspace_id = ${workspace} and s.person_id = any(${ids}::uuid[])
      and (p.merged_into is not null or s.name_folded <> left(kith_fold(p.display_name), 400))`.execute(tx)
  await sql`
    delete from person_search s
    where s.workspace_id = ${workspace} and s.person_id = any(${ids}::uuid[])
      and not exists (select 1 from people p
        where p.workspace_id = ${workspace} and p.person_id = s.person_id and p.merged_into is null)`.execute(tx)
  const counted = (await listFacetted(tx, workspace, ids)).map(one => ({ person: one.person, ...facetsOf(one) }))
  await sql`
    with counted as materialized (
      select person_id, string_to_array(facets, ${apart}) as facets, array_to_tsvector(string_to_array(marks, ' ')) as marks
      from unnest(${counted.map(one => one.person)}::uuid[], ${counted.map(one => one.facets.join(apart))}::text[],
        ${counted.map(one => one.words.join(' '))}::text[]) as c(person_id, facets, marks)
    ), wanted as materialized (
      select p.person_id, p.display_name, p.given_name, p.family_name, p.place, p.updated_at
      from people p
      where p.workspace_id = ${workspace} and p.person_id = any(${ids}::uuid[]) and p.merged_into is null
    ), known as (
      select w.*, told.names, told.titles, told.companies, told.skills, told.prose, told.places, told.tools, told.depth, tagged.tags,
        near.rank, active.published_at
      from wanted w
      cross join lateral (
        select string_agg(concat_ws(' ; ', f.display_name, f.handle), ' ; ') as names,
          string_agg(concat_ws(' ; ', f.headline,
            (select string_agg(o->>'title', ' ; ') from jsonb_array_elements(f.facts->'positions') o)), ' ; ') as titles,
          string_agg((select string_agg(o->>'organisation', ' ; ') from jsonb_array_elements(f.facts->'positions') o), ' ; ') as companies,
          string_agg(concat_ws(' ; ', (select string_agg(s, ' ; ') from jsonb_array_elements_text(f.facts->'skills') s),
            (select string_agg(l, ' ; ') from jsonb_array_elements_text(f.facts->'languages') l),
            (select string_agg(concat_ws(' ', e->>'school', e->>'degree', e->>'field'), ' ; ')
               from jsonb_array_elements(f.facts->'education') e)), ' ; ') as skills,
          string_agg(concat_ws(' ; ', f.summary,
            (select string_agg(o->>'description', ' ; ') from jsonb_array_elements(f.facts->'positions') o)), ' ; ') as prose,
          string_agg(f.place, ' ; ') as places,
          string_agg('xqtool' || replace(f.tool, '-', ''), ' ') filter (where kith_on_tool(f.tool, f.handle)) as tools,
          max(f.depth) as depth
        from (select * from usable_profiles g where g.workspace_id = ${workspace} and g.person_id = w.person_id order by g.profile_id) f) told
      cross join lateral (
        select string_agg(t.tag, ' ; ' order by t.tag collate "C") as tags from tags t where t.workspace_id = ${workspace} and t.person_id = w.person_id) tagged
      cross join lateral (${nearness(workspace, sql`w.person_id`)}) near
      left join lateral (
        select i.published_at from activity_items i
        where i.workspace_id = ${workspace} and i.person_id = w.person_id order by i.published_at desc limit 1) active on true
    ), folded as (
      -- One call for all words of a person: folding costs more by the call than by the letter.
      select k.*, string_to_array(kith_words(concat_ws(chr(31),
          concat_ws(' ; ', k.display_name, k.given_name, k.family_name, k.names), coalesce(k.titles, ''), coalesce(k.companies, ''),
          concat_ws(' ; ', k.skills, k.tags, k.place, k.places), coalesce(k.prose, ''))), chr(31)) as w
      from known k
    ), ready as (
      select k.person_id, left(kith_fold(k.display_name), 400) as name_folded,
        setweight(to_tsvector('simple', left(k.w[1], 10000)), 'A')
        || case when k.w[2] = '' then ''::tsvector else setweight(to_tsvector('simple', left(k.w[2], 20000)), 'B') end
        || case when k.w[3] = '' then ''::tsvector else setweight(to_tsvector('simple', left(k.w[3], 20000)), 'C') end
        || to_tsvector('simple', left(k.w[4], 30000))
        || case when k.w[5] = '' then ''::tsvector else to_tsvector('simple', left(k.w[5], 60000)) end
        || to_tsvector('simple', concat_ws(' ', k.tools, kith_marked('xqplace', nullif(concat_ws(' ', k.place, k.places), '')),
             kith_marked('xqtag', k.tags)))
        || c.marks as words,
        c.facets,
        ${priorOf(sql`k.depth`, sql`k.rank`, sql`coalesce(k.published_at, k.updated_at)`)} as prior,
        k.published_at as last_active_at
      from folded k join counted c on c.person_id = k.person_id
    )
    insert into person_search as s (workspace_id, person_id, name_folded, words, prior, last_active_at, facets)
    select ${workspace}::uuid, person_id, name_folded, words, prior, last_active_at, facets from ready order by person_id
    on conflict (workspace_id, person_id) do update
      set name_folded = excluded.name_folded, words = excluded.words, prior = excluded.prior, last_active_at = excluded.last_active_at,
        facets = excluded.facets
      where (s.name_folded, s.words, s.prior, s.last_active_at, s.facets)
        is distinct from (excluded.name_folded, excluded.words, excluded.prior, excluded.last_active_at, excluded.facets)`.execute(
    tx,
  )
  await sql`
    insert into search_words (workspace_id, word)
    select ${workspace}::uuid, w.word from (
      select distinct u.lexeme as word
      from person_search s cross join lateral unnest(s.words) u
      where s.workspace_id = ${workspace} and s.person_id = any(${ids}::uuid[])
        and u.weights && array['B', 'C'] and not 'A' = any(u.weights) and ${isSpelling(sql`u.lexeme`)}
    ) w
    where not exists (select 1 from search_words k where k.workspace_id = ${workspace} and k.word = w.word)
    order by w.word
    on conflict do nothing`.execute(tx)
  await sql`
    insert into search_names (workspace_id, word)
    select ${workspace}::uuid, n.word from (
      select distinct w.word from person_search s cross join lateral ${nameWords(sql`s.name_folded`)} as w(word)
      where s.workspace_id = ${workspace} and s.person_id = any(${ids}::uuid[])) n
    where not exists (select 1 from search_names k where k.workspace_id = ${workspace} and k.word = n.word)
    order by n.word
    on conflict do nothing`.execute(tx)
  await forgetNameWords(
    tx,
    workspace,
    old.map(row => row.word),
    [],
  )
}

/** As `refreshPersonSearch`, where only how near somebody is has changed: their words stay as they are. */
export async function refreshSearchRank(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly PersonId[],
): Promise<void> {
  if (people.length === 0) return
  const ids = [...new Set(people)].sort()
  const { rows } = await sql<{ person_id: PersonId }>`
    with wanted as materialized (select unnest(${ids}::uuid[]) as person_id),
    ready as materialized (
      select w.person_id, s.prior as was, ${priorOf(sql`known.depth`, sql`near.rank`, sql`coalesce(s.last_active_at, p.updated_at)`)} as prior
      from wanted w
        cross join lateral (select updated_at from people p
          where p.workspace_id = ${workspace} and p.person_id = w.person_id and p.merged_into is null offset 0) p
        left join lateral (select prior, last_active_at from person_search s
          where s.workspace_id = ${workspace} and s.person_id = w.person_id offset 0) s on true
        cross join lateral (select max(f.depth) as depth from profiles f
          where f.workspace_id = ${workspace} and f.person_id = w.person_id) known
        cross join lateral (${nearness(workspace, sql`w.person_id`)}) near
    ), moved as (
      update person_search s set prior = r.prior from ready r
      where s.workspace_id = ${workspace} and s.person_id = r.person_id and r.was is distinct from r.prior
    )
    select person_id from ready where was is null`.execute(tx)
  // Search does not know these yet.
  await refreshPersonSearch(
    tx,
    workspace,
    rows.map(row => row.person_id),
  )
}

/** Takes words of names out of their list that nobody has but `people`. */
async function forgetNameWords(
  tx: Transaction,
  workspace: WorkspaceId,
  words: readonly string[],
  people: readonly PersonId[],
): Promise<void> {
  if (words.length === 0) return
  await sql`
    delete from search_names k where k.workspace_id = ${workspace} and k.word = any(${[...words]}::text[])
      and not exists (select 1 from person_search o
        where o.workspace_id = ${workspace} and o.person_id <> all(${[...people]}::uuid[])
          and o.words @@ (quote_literal(k.word) || ':A')::tsquery)`.execute(tx)
}

/** Takes words out of the spelling lists that only these people had; call it before they go. */
export async function forgetSearchWords(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly PersonId[],
): Promise<void> {
  await sql`
    delete from search_words k using (
      select distinct u.lexeme from person_search s cross join lateral unnest(s.words) u
      where s.workspace_id = ${workspace} and s.person_id = any(${[...people]}::uuid[])
    ) theirs
    where k.workspace_id = ${workspace} and k.word = theirs.lexeme
      and not exists (select 1 from person_search o
        where o.workspace_id = ${workspace} and o.person_id <> all(${[...people]}::uuid[])
          and o.words @@ (quote_literal(theirs.lexeme)::tsquery))`.execute(tx)
  const { rows } = await sql<{ word: string }>`
    select distinct w.word from person_search s cross join lateral ${nameWords(sql`s.name_folded`)} as w(word)
    where s.workspace_id = ${workspace} and s.person_id = any(${[...people]}::uuid[])`.execute(tx)
  await forgetNameWords(
    tx,
    workspace,
    rows.map(row => row.word),
    people,
  )
}
