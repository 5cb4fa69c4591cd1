import { type RawBuilder, sql } from 'kysely'
import { createLexicon } from '#features/people/index.ts'
import { apart } from '#features/people/store/search-index/facets.ts'
import { isSpelling, priorOf } from '#features/people/store/search-index/rules.ts'
import { type Findable, vectorOf } from '#features/people/store/search-index/vector.ts'
import { newId, type UserId, type WorkspaceId } from '#kernel/ids.ts'
import { ArrayWriter, arrayBytes } from '#storage/array-bytes.ts'
import type { Transaction } from '#storage/database.ts'
import {
  companies,
  familyNames,
  givenNames,
  languages,
  levels,
  pick,
  places,
  random,
  skills,
  titles,
  tools,
  word,
} from './search-words.ts'

/** Whose people and items, and how many of them. */
export type Publishing = { workspace: WorkspaceId; user: UserId; people: number; items: number }

/**
 * People, what they publish and what search keeps of both, written by the superuser in one transaction past the triggers and without the
 * log. Names, places, careers and texts are pools whose words the product's own code has made; the server puts people together from them, a
 * fortieth of the work of writing each by itself.
 */
export async function loadAll(
  tx: Transaction,
  publishings: readonly Publishing[],
  tell: (what: string) => void,
): Promise<void> {
  const tables =
    'people profiles links relationships person_search activity_items said_search search_words search_names'
  const all = tables.split(' ')
  await sql`select set_config('session_replication_role', 'replica', true), set_config('maintenance_work_mem', '1GB', true),
    set_config('work_mem', '128MB', true), set_config('jit', 'off', true), setseed(0.41)`.execute(tx)
  // What is written into files made in the same transaction is not logged (wal_level = minimal).
  await sql`truncate ${sql.raw(all.join(', '))} cascade`.execute(tx)
  const indexes = await takeIndexes(tx, all)
  const sizes = await fillPools(tx, Math.max(...publishings.map(one => one.people)))
  tell('pools of names, careers and texts')
  for (const one of publishings) {
    await sql`insert into workspaces (workspace_id, name, created_at) values (${one.workspace}, 'Bench', now())`.execute(
      tx,
    )
    await sql`insert into users (workspace_id, user_id, email, name, role, created_at)
      values (${one.workspace}, ${one.user}, ${`${one.user}@kith.example`}, 'B', 'owner', now())`.execute(tx)
    for (let from = 0; from < one.people; from += peopleAtOnce)
      await writePeople(tx, one, sizes, from, Math.min(one.people, from + peopleAtOnce))
  }
  await listWords(tx)
  tell('people')
  for (const one of publishings) await writeItems(tx, one)
  tell('items')
  for (const [index, definition] of indexes.entries()) {
    await sql.raw(definition).execute(tx)
    tell(`index ${index + 1} of ${indexes.length}`)
  }
}

/** Takes the indexes of these tables away that are not keys; gives what makes them again. */
async function takeIndexes(tx: Transaction, tables: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string; definition: string }>`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
    where indrelid = any(${`{${tables.join(',')}}`}::regclass[]) and not indisunique`.execute(tx)
  for (const { name } of rows) await sql.raw(`drop index ${name}`).execute(tx)
  return rows.map(row => row.definition)
}

type Pools = { given: number; family: number; places: number; careers: number }

const careersAtMost = 40_000
const careersAtOnce = 10_000
const itemTexts = 20_000
const itemWords = 25

const nobody: Findable = { display_name: '', tags: [], profiles: [] }

function inventCareer() {
  const positions = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, index) => ({
    title: `${pick(levels)} ${pick(titles, 2)}`.trim(),
    organisation: pick(companies, 20),
    description: Array.from({ length: 25 }, word).join(' '),
    current: index === 0,
  }))
  return {
    tool: pick(tools),
    headline: `${positions[0]?.title ?? ''} at ${positions[0]?.organisation ?? ''}`,
    summary: Array.from({ length: 40 }, word).join(' '),
    facts: {
      positions,
      skills: Array.from({ length: 6 }, () => pick(skills, 4)),
      languages: [pick(languages), pick(languages)],
    },
  }
}

/** What the product would keep for search of each of these. */
async function vectorsOf(tx: Transaction, found: readonly Findable[]) {
  const lexicon = createLexicon()
  for (const one of found) vectorOf(lexicon, one)
  await lexicon.learn(tx)
  return found.map(one => {
    const vector = vectorOf(lexicon, one)
    if (!vector) throw new Error('the product reads these words on the server only')
    return vector
  })
}

async function fillPools(tx: Transaction, people: number): Promise<Pools> {
  for (const [table, names] of [
    ['given', givenNames],
    ['family', familyNames],
  ] as const)
    await sql`create temp table ${sql.raw(table)} on commit drop as
      select n, name, kith_fold(name) as folded from unnest(${arrayBytes('text', names)}::text[]) with ordinality u(name, n)`.execute(
      tx,
    )
  await sql`create temp table towns (n int, name text, words tsvector, facets text[]) on commit drop`.execute(tx)
  await writePool(
    tx,
    'towns',
    places,
    await vectorsOf(
      tx,
      places.map(place => ({ ...nobody, place })),
    ),
    1,
  )
  await sql`create temp table careers (n int, tool text, headline text, summary text, facts jsonb, words tsvector, facets text[],
    spellings text[]) on commit drop`.execute(tx)
  const careers = Math.min(people, careersAtMost)
  for (let from = 0; from < careers; from += careersAtOnce) {
    const some = Array.from({ length: Math.min(careersAtOnce, careers - from) }, inventCareer)
    const vectors = await vectorsOf(
      tx,
      some.map(one => ({ ...nobody, profiles: [one] })),
    )
    await writeCareers(tx, some, vectors, from + 1)
  }
  const texts = Array.from({ length: itemTexts }, () => Array.from({ length: itemWords }, word).join(' '))
  await sql`create temp table texts on commit drop as select n, t as text, kith_said(t) as words
    from unnest(${arrayBytes('text', texts)}::text[]) with ordinality u(t, n)`.execute(tx)
  for (const table of ['given', 'family', 'towns', 'careers', 'texts']) {
    await sql.raw(`create index on ${table} (n)`).execute(tx)
    await sql.raw(`analyze ${table}`).execute(tx)
  }
  return { given: givenNames.length, family: familyNames.length, places: places.length, careers }
}

type Vectors = Awaited<ReturnType<typeof vectorsOf>>

function wordsOf(vectors: Vectors): Buffer {
  const writer = new ArrayWriter('tsvector')
  for (const { words } of vectors) writer.add(words)
  return writer.end()
}
const facetsIn = (vectors: Vectors) =>
  arrayBytes(
    'text',
    vectors.map(one => one.facets.join(apart)),
  )

async function writePool(tx: Transaction, table: 'towns', names: readonly string[], vectors: Vectors, first: number) {
  await sql`insert into ${sql.raw(table)} select ${first} + n - 1, name, words, string_to_array(facets, ${apart})
    from unnest(${arrayBytes('text', names)}::text[], ${wordsOf(vectors)}::tsvector[], ${facetsIn(vectors)}::text[])
      with ordinality u(name, words, facets, n)`.execute(tx)
}

async function writeCareers(
  tx: Transaction,
  careers: readonly ReturnType<typeof inventCareer>[],
  vectors: Vectors,
  first: number,
) {
  const texts = (read: (career: ReturnType<typeof inventCareer>) => string) => arrayBytes('text', careers.map(read))
  await sql`insert into careers select ${first} + n - 1, tool, headline, summary, facts, words, string_to_array(facets, ${apart}),
      string_to_array(spellings, ${apart})
    from unnest(${texts(one => one.tool)}::text[], ${texts(one => one.headline)}::text[], ${texts(one => one.summary)}::text[],
      ${arrayBytes(
        'jsonb',
        careers.map(one => JSON.stringify(one.facts)),
      )}::jsonb[], ${wordsOf(vectors)}::tsvector[],
      ${facetsIn(vectors)}::text[], ${arrayBytes(
        'text',
        vectors.map(one => one.spellings.join(apart)),
      )}::text[])
      with ordinality u(tool, headline, summary, facts, words, facets, spellings, n)`.execute(tx)
}

/** As `pick` does: the first are frequent, the last rare. */
const picked = (from: number, flat: number) =>
  sql`least(${from}, greatest(1, floor(${flat + 1}::float8 * (${(from + flat) / (flat + 1)}::float8 ^ random()) - ${flat}::float8)))::int`

const peopleAtOnce = 10_000
const peopleOf = (workspace: WorkspaceId): RawBuilder<unknown> => sql.raw(`"people of ${workspace}"`)

/** A twentieth of them was read by the user; a fifth has published nothing that is known. */
async function writePeople(
  tx: Transaction,
  { workspace, user }: Publishing,
  pools: Pools,
  from: number,
  to: number,
): Promise<void> {
  if (from === 0)
    await sql`create temp table ${peopleOf(workspace)} (n bigint primary key, person_id uuid, career int) on commit drop`.execute(
      tx,
    )
  const career = sql`1 + floor(random() * ${pools.careers})::int`
  await sql`
    with drawn as materialized (
      select n, uuidv7() as person_id, ${picked(pools.given, 10)} as given, ${picked(pools.family, 30)} as family,
        ${picked(pools.places, 3)} as town, ${career} as first, case when random() < 0.35 then ${career} end as second,
        floor(random() * 100)::int as depth, now() - random() * interval '1000 days' as at,
        case when random() < 0.8 then now() - interval '1095 days' * random() ^ 2 end as active
      from generate_series(${from + 1}::bigint, ${to}::bigint) n
    ), named as materialized (
      select d.*, g.name || ' ' || f.name as name, g.folded || ' ' || f.folded as folded, t.name as place, t.words as place_words, t.facets,
        (quote_literal(g.folded) || ':1A ' || quote_literal(f.folded) || ':2A')::tsvector as names
      from drawn d join given g on g.n = d.given join family f on f.n = d.family join towns t on t.n = d.town order by d.n
    ), kept as (
      insert into ${peopleOf(workspace)} select n, person_id, first from named
    ), people_written as (
      insert into people (workspace_id, person_id, display_name, place, owner_id, created_at, updated_at)
      select ${workspace}::uuid, person_id, name, place, ${user}::uuid, at, at from named
    ), accounts as materialized (
      select uuidv7() as profile_id, d.person_id, d.name, d.at, d.depth, w.which, d.n, w.career from named d
        cross join lateral (values (1, d.first), (2, d.second)) w(which, career) where w.career is not null
    ), profiles_written as (
      insert into profiles (workspace_id, profile_id, person_id, tool, profile_key, display_name, headline, summary, facts, depth, source,
        collected_at, updated_at)
      select ${workspace}::uuid, a.profile_id, a.person_id, c.tool, 'k' || lpad(a.n::text, 8, '0') || '-' || a.which, a.name, c.headline,
        c.summary, c.facts, a.depth, 'bench', a.at, a.at
      from accounts a join careers c on c.n = a.career
    ), links_written as (
      insert into links (workspace_id, link_id, profile_id, person_id, probability, evidence, decided_by, decided_at)
      select ${workspace}::uuid, uuidv7(), profile_id, person_id, 1, '[]', 'import', at from accounts
    ), read as (
      insert into relationships (workspace_id, user_id, person_id, stage, stage_since, last_touch_at)
      select ${workspace}::uuid, ${user}::uuid, person_id, 'read', now(), now() from named where random() < 0.05
    )
    insert into person_search (workspace_id, person_id, name_folded, words, prior, last_active_at, facets)
    select ${workspace}::uuid, d.person_id, d.folded, d.names || c.words || coalesce(o.words, '') || d.place_words,
      ${priorOf(sql`d.depth`, sql`0`, sql`coalesce(d.active, d.at)`)}, d.active,
      case when o.n is null then c.facets else array(select distinct f from unnest(c.facets || o.facets) f) end || d.facets
    from named d join careers c on c.n = d.first left join careers o on o.n = d.second`.execute(tx)
}

/** What the nearest spelling and names spelled nearly so are looked for in. */
async function listWords(tx: Transaction): Promise<void> {
  await sql`insert into search_names (workspace_id, word)
    select distinct s.workspace_id, w from person_search s cross join lateral unnest(string_to_array(s.name_folded, ' ')) w order by 1, 2`.execute(
    tx,
  )
  await sql`insert into search_words (workspace_id, word)
    select w.workspace_id, s.word from workspaces w cross join (
      select distinct u.word from careers c cross join lateral unnest(c.spellings) as u(word) where ${isSpelling(sql`u.word`)}) s
    order by 1, 2`.execute(tx)
}

const itemsAtOnce = 200_000

/** Over three years, latest last; the first people publish most. */
async function writeItems(tx: Transaction, { workspace, people, items }: Publishing): Promise<void> {
  await sql`analyze ${peopleOf(workspace)}`.execute(tx)
  for (let from = 0; from < items; from += itemsAtOnce)
    await sql`
      with fresh as materialized (
        select uuidv7(-interval '1095 days' * (1 - n::float8 / ${items})) as id, n, now() - interval '1095 days' * (1 - n::float8 / ${items}) as at,
          1 + (n * 7919) % ${itemTexts} as pooled, 1 + floor(power(random(), 2) * ${people})::bigint as whose
        from generate_series(${from + 1}::bigint, ${Math.min(items, from + itemsAtOnce)}::bigint) n
      ), written as (
        insert into activity_items (workspace_id, activity_id, person_id, tool, kind, item_key, text, words, published_at, created_at)
        select ${workspace}::uuid, f.id, w.person_id, (array['blog', 'mastodon', 'linkedin', 'blog', 'github'])[1 + f.n % 5], 'post',
          'item-' || lpad(f.n::text, 9, '0'), t.text, ${itemWords}, f.at, f.at
        from fresh f join texts t on t.n = f.pooled join ${peopleOf(workspace)} w on w.n = f.whose order by f.n
      )
      insert into said_search (workspace_id, kind, item_id, words, at)
      select ${workspace}::uuid, 'activity', f.id, t.words, f.at from fresh f join texts t on t.n = f.pooled order by f.n`.execute(
      tx,
    )
}

export const newPublishing = (people: number, items: number): Publishing => ({
  workspace: newId<'Workspace'>(),
  user: newId<'User'>(),
  people,
  items,
})
