import { sql } from 'kysely'
import type pg from 'pg'
import { createLexicon, type NewlyFindable } from '#features/people/index.ts'
import {
  type ImportedPerson,
  type ImportedProfile,
  insertImportedPeople,
  insertImportedProfiles,
} from '#features/people/store/bulk/insert.ts'
import { insertPersonSearch } from '#features/people/store/search-index/insert-new.ts'
import { places as gazetteer } from '#features/vocabulary/index.ts'
import { newId, type PersonId, type UserId, type WorkspaceId } from '#kernel/ids.ts'
import { arrayBytes } from '#storage/array-bytes.ts'
import { type Database, inWorkspace } from '#storage/database.ts'

function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const random = createRandom(20_261_122)
/**
 * The first are frequent, the last rare, as words and names are (Zipf and Mandelbrot): the second comes half as often as the first. With
 * `flat` the first few are nearly as frequent as each other.
 */
export const pick = <T>(from: readonly T[], flat = 0): T => {
  const chosen = from[Math.floor((flat + 1) * ((from.length + flat) / (flat + 1)) ** random() - flat) - 1]
  return chosen ?? need(from[0])
}
function need<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('nothing to pick from')
  return value
}

const syllables =
  'ba be bo da del di fer gan ger ha hol ju ka kel kov la lan lin lo ma mar mi mon na ne ni no ol pa per ra ri ro ruiz sa sen shi ska so ta ten ti to va vel vi wen za zo'.split(
    ' ',
  )
export const invent = (parts: number) => {
  const text = Array.from({ length: parts }, () => syllables[Math.floor(random() * syllables.length)]).join('')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
const distinct = (howMany: number, make: () => string) => {
  const found = new Set<string>()
  while (found.size < howMany) found.add(make())
  return [...found]
}
const known =
  'Robert William Margaret Elizabeth James Katherine Thomas Michael Richard Susan José María Johannes Zoë André Jürgen Siân Łukasz Søren Björn'.split(
    ' ',
  )
/** Some of them are called otherwise by their friends, and some are written with marks that few can type. */
export const givenNames = [...known, ...distinct(2_000, () => invent(2))]
const withMarks = (name: string) =>
  name.replace(/[aeou]/, letter => ({ a: 'á', e: 'é', o: 'ö', u: 'ü' })[letter] ?? letter)
export const familyNames = distinct(60_000, () => {
  const name = invent(random() < 0.1 ? 2 : random() < 0.7 ? 3 : 4)
  return random() < 0.08 ? withMarks(name) : name
})
export const someName = () => [pick(givenNames, 10), pick(familyNames, 30)] as const
export const titles =
  'nurse engineer developer carer welder manager teacher driver electrician cook designer analyst pharmacist midwife plumber accountant architect surgeon paramedic librarian'.split(
    ' ',
  )
export const levels = ['', 'senior', 'night', 'lead', 'head', 'deputy', 'junior', 'interim']
const companies = distinct(
  8_000,
  () => `${invent(2)} ${pick(['Clinic', 'Systems', 'Works', 'School', 'Logistics', 'Lab', 'Group'])}`,
)
/** Towns of the map, so that circles and facets of places have something to find. */
export const places = ['ma', 'be', 'lo', 'pa', 'sa', 'vi', 'ro', 'br', 'st', 'ka', 'to', 'gr']
  .flatMap(start => gazetteer().listBeginning(start, 50))
  .map(town => town.name)
export const skills = [
  ...'triage wounds excel python java typescript cobol welding teaching planning spanish german driving budgeting cardiology dialysis kubernetes postgresql negotiation sterilisation'.split(
    ' ',
  ),
  ...distinct(1_500, () => invent(3).toLowerCase()),
]
const languages = 'English Spanish German French Italian Portuguese Dutch Polish Turkish Arabic'.split(' ')
/** Words that are nobody's name. */
export const prose = distinct(60_000, () =>
  `${invent(1 + Math.floor(random() * 3))}${pick(['ing', 'ed', 'tion', 'ly', 'ment', 'ness'])}`.toLowerCase(),
)
const word = () => pick(prose, 5)
export const tools = ['linkedin', 'xmpp', 'github', 'email', 'mastodon', 'matrix', 'blog', 'facebook'] as const

const dayMs = 86_400_000

function inventBatch(from: number, size: number, now: Date) {
  const people: ImportedPerson[] = []
  const profiles: ImportedProfile[] = []
  const found: NewlyFindable[] = []
  for (let n = from; n < from + size; n++) {
    const person_id = newId<'Person'>()
    const person: ImportedPerson = {
      person_id,
      display_name: someName().join(' '),
      place: pick(places, 3),
    }
    const theirs: ImportedProfile[] = []
    for (let p = 0; p <= (random() < 0.35 ? 1 : 0); p++) {
      const positions = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, index) => ({
        title: `${pick(levels)} ${pick(titles, 2)}`.trim(),
        organisation: pick(companies, 20),
        description: Array.from({ length: 25 }, word).join(' '),
        current: index === 0,
      }))
      theirs.push({
        profile_id: newId<'Profile'>(),
        link_id: newId<'Link'>(),
        person_id,
        tool: pick(tools),
        profile_key: `k${n}-${p}`,
        display_name: person.display_name,
        headline: `${positions[0]?.title ?? ''} at ${positions[0]?.organisation ?? ''}`,
        summary: Array.from({ length: 40 }, word).join(' '),
        facts: {
          positions,
          skills: Array.from({ length: 6 }, () => pick(skills, 4)),
          languages: [pick(languages), pick(languages)],
        },
        depth: Math.floor(random() * 100),
      })
    }
    people.push(person)
    profiles.push(...theirs)
    const at = new Date(now.getTime() - random() * 1_000 * dayMs)
    found.push({ ...person, tags: [], profiles: theirs, depth: Math.max(...theirs.map(one => one.depth)), at })
  }
  return { people, profiles, found }
}

const lanes = 2
const atOnce = 4_000

/** Invented people, searchable, a twentieth of them read by `user`. Gives their ids. */
export async function loadPeople(
  db: Database,
  workspace: WorkspaceId,
  user: UserId,
  count: number,
): Promise<PersonId[]> {
  const now = new Date()
  await inWorkspace(db, workspace, async tx => {
    await sql`insert into workspaces (workspace_id, name, created_at) values (${workspace}, 'Bench', now())`.execute(tx)
    await sql`insert into users (workspace_id, user_id, email, name, role, created_at) values (${workspace}, ${user}, ${`${user}@kith.example`}, 'B', 'owner', now())`.execute(
      tx,
    )
  })
  const mark = { workspace, importId: newId<'Import'>(), source: 'bench', at: now }
  const all: PersonId[] = []
  const lexicon = createLexicon()
  let searchable = Promise.resolve()
  let from = 0
  const fill = async () => {
    while (from < count) {
      const { people, profiles, found } = inventBatch(from, Math.min(atOnce, count - from), now)
      from += people.length
      const ids = people.map(one => one.person_id)
      all.push(...ids)
      const read = ids.filter(() => random() < 0.05)
      await inWorkspace(db, workspace, async tx => {
        await insertImportedPeople(tx, mark, user, people)
        await insertImportedProfiles(tx, mark, profiles, [])
        await sql`insert into relationships (workspace_id, user_id, person_id, stage, stage_since, last_touch_at)
          select ${workspace}::uuid, ${user}::uuid, p, 'read', now(), now() from unnest(${read}::uuid[]) p`.execute(tx)
        await sql`set local synchronous_commit = off`.execute(tx)
      })
      // One after another, as an import does: the lists of words are shared.
      searchable = searchable.then(() =>
        inWorkspace(db, workspace, tx => insertPersonSearch(tx, workspace, lexicon, found)),
      )
      await searchable
    }
  }
  await Promise.all(Array.from({ length: lanes }, fill))
  return all
}

/** Takes the indexes of these tables away that are not keys; gives what makes them again. */
export async function withoutIndexes(admin: pg.Client, tables: readonly string[]): Promise<() => Promise<void>> {
  const { rows } = await admin.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = any($1::regclass[]) and not indisunique`,
    [`{${tables.join(',')}}`],
  )
  for (const { name } of rows) await admin.query(`drop index ${name}`)
  return async () => {
    await admin.query(`set maintenance_work_mem = '2GB'`)
    for (const { definition } of rows) await admin.query(definition)
  }
}

const itemTexts = 20_000
const itemWords = 40
const itemBatch = 100_000

/** Whose items, and how many of them. */
export type Publishing = { workspace: WorkspaceId; people: readonly PersonId[]; count: number }

/**
 * When they were last active, which the product learns from their items: those are written past it. A fifth has none. Called before
 * people are loaded, by the superuser; gives what takes it away again.
 */
export async function inventActivity(admin: pg.Client): Promise<() => Promise<unknown>> {
  await admin.query(`create function bench_active() returns trigger language plpgsql as $$ begin
      new.last_active_at := case when random() < 0.8 then now() - interval '1095 days' * random() ^ 2 end;
      return new;
    end $$;
    create trigger bench_active before insert on person_search for each row execute function bench_active();
    alter table person_search enable always trigger bench_active`)
  return () => admin.query('drop trigger bench_active on person_search; drop function bench_active()')
}

/**
 * Items of these people over three years, latest last, with the words that the product keeps of them. The texts are a pool that comes
 * again and again: only the database's own work is of interest. Written by the superuser, past the triggers, and indexed at the end.
 */
export async function loadItems(admin: pg.Client, publishings: readonly Publishing[]): Promise<void> {
  const texts = Array.from({ length: itemTexts }, () => Array.from({ length: itemWords }, word).join(' '))
  await admin.query('set session_replication_role = replica; set synchronous_commit = off')
  await admin.query(
    'create temp table pool as select n, t as text, kith_said(t) as words from unnest($1::text[]) with ordinality u(t, n)',
    [arrayBytes('text', texts)],
  )
  await admin.query('create temp table whose (n bigint, person_id uuid)')
  await admin.query('create index on whose (n)')
  await admin.query('create index on pool (n)')
  await admin.query('analyze pool')
  const index = await withoutIndexes(admin, ['activity_items', 'said_search'])
  for (const publishing of publishings) await writeItems(admin, publishing)
  await index()
}

async function writeItems(admin: pg.Client, { workspace, people, count }: Publishing): Promise<void> {
  await admin.query('truncate whose')
  await admin.query('insert into whose select n, p from unnest($1::uuid[]) with ordinality u(p, n)', [
    arrayBytes('uuid', people),
  ])
  await admin.query('analyze whose')
  for (let from = 0; from < count; from += itemBatch)
    await admin.query(
      `with fresh as materialized (
        select gen_random_uuid() as id, n, now() - interval '1095 days' * (1 - n::float8 / $1) as at,
          1 + (n * 7919) % $2 as pooled, 1 + floor(power(random(), 2) * $3)::bigint as whose
        from generate_series($4::bigint, $5::bigint) n
      ), written as (
        insert into activity_items (workspace_id, activity_id, person_id, tool, kind, item_key, text, words, published_at, created_at)
        select $6, f.id, w.person_id, (array['blog', 'mastodon', 'linkedin', 'blog', 'github'])[1 + f.n % 5], 'post', 'item-' || f.n,
          p.text, ${itemWords}, f.at, f.at
        from fresh f join pool p on p.n = f.pooled join whose w on w.n = f.whose order by f.n
      )
      insert into said_search (workspace_id, kind, item_id, words, at)
      select $6, 'activity', f.id, p.words, f.at from fresh f join pool p on p.n = f.pooled order by f.n`,
      [count, itemTexts, people.length, from + 1, Math.min(count, from + itemBatch), workspace],
    )
}
