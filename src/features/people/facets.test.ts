import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { createEvents } from '#platform/events.ts'
import { inWorkspace } from '#storage/database.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createTestClock, createWorkspace } from '#tests/servers/workspace.ts'
import { addPerson } from './actions/add-person.ts'
import { catchUpSearch } from './actions/catch-up-search.ts'
import { readFacets } from './actions/count-facets.ts'
import { type SearchInput, searchPeople } from './actions/search.ts'
import { marks } from './model/query/compile.ts'
import { expectMatches } from './store/expected.ts'
import { refreshPersonSearch } from './store/search-index/refresh.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
const clock = createTestClock('2026-11-22T10:00:00Z')
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const deps = () => ({
  db: database.db,
  clock,
  events: createEvents(),
  suppressionKey: new Uint8Array(32).fill(7),
  audit: async () => undefined,
  stages: ['found', 'read', 'connected', 'do-not-contact'],
  marks: async () => new Map(),
  activeLabels: async () => new Map(),
  exportParts: [],
})

type Someone = {
  place?: string
  headline?: string
  summary?: string
  title?: string
  skills?: string[]
  languages?: string[]
}

async function add(caller: Caller, name: string, tool: string, who: Someone): Promise<PersonId> {
  const { title, skills, languages, ...profile } = who
  const added = await addPerson(deps(), caller, {
    name,
    profiles: [
      {
        address: `https://${tool}/${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`,
        ...profile,
        facts: {
          ...(title ? { positions: [{ title, current: true }] } : {}),
          ...(skills ? { skills } : {}),
          ...(languages ? { languages } : {}),
        },
      },
    ],
  })
  if (!added.ok) throw new Error(JSON.stringify(added.refusal))
  return added.value
}

async function names(caller: Caller, input: SearchInput | string): Promise<string[]> {
  const found = await searchPeople(deps(), caller, typeof input === 'string' ? { q: input } : input)
  if (!found.ok) throw new Error(JSON.stringify(found.refusal))
  return found.value.nearNames ? [] : found.value.people.map(person => person.display_name).sort()
}

async function facets(caller: Caller, input: SearchInput) {
  const counted = await readFacets(deps(), caller, input)
  if (!counted.ok) throw new Error(JSON.stringify(counted.refusal))
  const of = (facet: string) =>
    Object.fromEntries(
      counted.value.values.filter(each => each.facet === facet).map(each => [each.label ?? each.value, each.n]),
    )
  return { ...counted.value, of }
}

async function team() {
  const caller = await createWorkspace(database.db)
  await add(caller, 'William Gates', 'github.com', {
    place: 'Greater Lyon Area',
    headline: 'Programmer',
    skills: ['JS', 'k8s'],
    languages: ['Français (native)', 'English'],
  })
  await add(caller, 'Ana Ruiz', 'www.linkedin.com/in', {
    place: 'Villeurbanne, France',
    title: 'Staff Nurse',
    summary: 'I lead the team that works at night and teach every new nurse of the clinic.',
    languages: ['Spanish'],
  })
  await add(caller, 'José Peña', 'www.linkedin.com/in', {
    place: 'München',
    title: 'Software Engineer',
    skills: ['JavaScript', 'PostgreSQL'],
    languages: ['español', 'Deutsch'],
  })
  await add(caller, 'Lena Müller', 'www.linkedin.com/in', { place: 'Grenoble', title: 'Welder' })
  return caller
}

test('towns within reach, whatever they are called, and languages and skills by any of their names', async () => {
  const caller = await team()
  expect(await names(caller, 'near:Lyon')).toEqual(['Ana Ruiz', 'William Gates'])
  expect(await names(caller, 'near:"Lyon 150 km"')).toEqual(['Ana Ruiz', 'Lena Müller', 'William Gates'])
  expect(await names(caller, 'near:Lyon -near:"Lyon 1 km"')).toEqual(['Ana Ruiz'])
  expect(await names(caller, 'place:Munich')).toEqual(['José Peña'])
  expect(await names(caller, 'language:french')).toEqual(['William Gates'])
  expect(await names(caller, 'language:es')).toEqual(['Ana Ruiz', 'José Peña'])
  expect(await names(caller, 'skill:ecmascript')).toEqual(['José Peña', 'William Gates'])
  expect(await names(caller, 'skill:kubernetes near:Lyon')).toEqual(['William Gates'])
  expect(await names(caller, 'title:"software developer"')).toEqual(['José Peña', 'William Gates'])
})

test('words near each other are found in either order, and not where they stand apart', async () => {
  const caller = await team()
  expect(await names(caller, 'night NEAR/4 teach')).toEqual(['Ana Ruiz'])
  expect(await names(caller, 'teach NEAR/4 night')).toEqual(['Ana Ruiz'])
  expect(await names(caller, 'lead NEAR/3 clinic')).toEqual([])
  expect(await names(caller, 'clinic NEAR lead')).toEqual([])
  expect(await names(caller, 'clinic NEAR/20 lead')).toEqual(['Ana Ruiz'])
})

test('people are found by what their name is short for, with umlauts written either way', async () => {
  const caller = await team()
  expect(await names(caller, 'Bill Gates')).toEqual(['William Gates'])
  expect(await names(caller, 'name:billy')).toEqual(['William Gates'])
  expect(await names(caller, 'Pepe Pena')).toEqual(['José Peña'])
  expect(await names(caller, 'name:Mueller')).toEqual(['Lena Müller'])
  expect(await names(caller, 'name:"Bill"')).toEqual([])
})

test('facets count what the people of a search are, and choosing a value finds just those', async () => {
  const caller = await team()
  const { of, about } = await facets(caller, {})
  expect(about).toBe(false)
  expect(of('tool')).toEqual({ linkedin: 3, github: 1 })
  expect(of('skill')).toEqual({ JavaScript: 2, Kubernetes: 1, PostgreSQL: 1 })
  expect(of('language')).toEqual({ es: 2, fr: 1, en: 1, de: 1 })
  expect(of('stage')).toEqual({ found: 4 })
  expect(of('active')).toEqual({ unknown: 4 })
  expect(of('town')).toMatchObject({ 'Lyon, FR': 1, 'Munich, DE': 1 })
  const among = await facets(caller, { q: 'near:Lyon' })
  expect(among.of('tool')).toEqual({ linkedin: 1, github: 1 })
  for (const value of (await facets(caller, {})).values) {
    if (value.facet === 'stage' || value.facet === 'active') continue
    expect(await names(caller, { [value.facet]: value.value })).toHaveLength(value.n)
  }
})

test('a search that is broken says where, for its facets too', async () => {
  const caller = await team()
  expect(await readFacets(deps(), caller, { q: 'nurse near:Xanadooria' })).toMatchObject({
    refusal: { code: 'broken-query', at: 11 },
  })
})

test('nobody of another workspace is counted', async () => {
  const caller = await createWorkspace(database.db)
  await team()
  expect((await facets(caller, {})).values).toEqual([])
})

async function everyPage(caller: Caller, q: string) {
  const seen: PersonId[] = []
  let count: { n: number; more: boolean } | undefined
  for (let cursor: string | undefined, first = true; first || cursor; first = false) {
    const page = await searchPeople(deps(), caller, { q, limit: 200, cursor })
    if (!page.ok) throw new Error(JSON.stringify(page.refusal))
    count ??= page.value.count
    seen.push(...page.value.people.map(person => person.person_id))
    cursor = page.value.next
  }
  return { seen, count }
}

test('words side by side among very many who have both: the best first, everyone once, and a count that is no more than there are', async () => {
  const caller = await createWorkspace(database.db)
  const people = 40_000
  // Everyone has both words. Every 20th has them side by side, of the best every second; every 400th has them with a word between.
  await inWorkspace(database.db, caller.workspace, async tx => {
    await sql`insert into people (workspace_id, person_id, display_name, created_at, updated_at)
      select ${caller.workspace}, gen_random_uuid(), 'Somebody ' || n, now(), now() from generate_series(1, ${people}) n`.execute(
      tx,
    )
    await sql`insert into person_search (workspace_id, person_id, name_folded, words, prior, facets)
      select workspace_id, person_id, 'x', to_tsvector('simple', case when n % 20 = 0 or (n > ${people - 2_000} and n % 2 = 0) then 'night nurse'
          when n % 400 = 7 then 'quiet x night' when n % 2 = 0 then 'nurse on night' else 'nurse x y night quiet' end),
        n::real / ${people}, '{}'
      from (select *, row_number() over (order by person_id) as n from people where workspace_id = ${caller.workspace}) p`.execute(
      tx,
    )
    await sql`analyze person_search`.execute(tx)
  })
  const whole = async (words: string) => {
    const { rows } = await inWorkspace(database.db, caller.workspace, tx =>
      sql<{ id: PersonId }>`select person_id as id from person_search
        where workspace_id = ${caller.workspace} and words @@ ${words}::tsquery order by prior desc, person_id`.execute(
        tx,
      ),
    )
    return rows.map(row => row.id)
  }
  const asked = { '"night nurse"': 'night <-> nurse', '"quiet x night"': 'quiet <-> x <-> night' }
  for (const [q, words] of Object.entries(asked)) {
    const all = await whole(words)
    const { seen, count } = await everyPage(caller, q)
    expect(seen).toEqual(all)
    expect(count?.n).toBeGreaterThan(0)
    expect(count?.n).toBeLessThanOrEqual(all.length)
    expect(count?.more).toBe((count?.n ?? 0) < all.length)
  }
})

test('whoever stands on a rung and has a word is found whole and in order, however many have either', async () => {
  const caller = await createWorkspace(database.db)
  const people = 20_000
  await inWorkspace(database.db, caller.workspace, async tx => {
    await sql`insert into people (workspace_id, person_id, display_name, created_at, updated_at, do_not_contact_at)
      select ${caller.workspace}, gen_random_uuid(), 'Somebody ' || n, now(), now(), case when n % 500 = 0 then now() end
      from generate_series(1, ${people}) n`.execute(tx)
    await sql`insert into person_search (workspace_id, person_id, name_folded, words, prior, facets)
      select workspace_id, person_id, 'x', to_tsvector('simple', concat_ws(' ', case when n % 5 < 4 then 'nurse' end,
          case when n % 5 = 0 then 'carer' end, case when n % 11 = 0 then 'midwife' end)), n::real / ${people},
        array[case when n % 4 = 0 then 's:Triage' else 's:Dialysis' end]
      from (select *, row_number() over (order by hashtext(person_id::text)) as n from people where workspace_id = ${caller.workspace}) p`.execute(
      tx,
    )
    await sql`insert into relationships (workspace_id, user_id, person_id, stage, stage_since)
      select workspace_id, ${caller.user}, person_id, case when n % 600 = 0 then 'connected' else 'read' end, now()
      from (select *, row_number() over (order by hashtext(person_id::text || 'r')) as n from people where workspace_id = ${caller.workspace}) p
      where n % 2 = 0`.execute(tx)
    await sql`analyze person_search, people, relationships`.execute(tx)
  })
  const whole = async (word: string, condition: string) => {
    const { rows } = await inWorkspace(database.db, caller.workspace, tx =>
      sql<{ id: PersonId }>`select s.person_id as id from person_search s join people p using (workspace_id, person_id)
        left join relationships r using (workspace_id, person_id)
        where s.workspace_id = ${caller.workspace} and s.words @@ ${word}::tsquery and ${sql.raw(condition)} order by s.prior desc, s.person_id`.execute(
        tx,
      ),
    )
    return rows.map(row => row.id)
  }
  const may = 'p.do_not_contact_at is null'
  const asked: [string, string, string][] = [
    ['nurse stage:read', 'nurse', `${may} and r.stage = 'read'`],
    ['carer stage:read', 'carer', `${may} and r.stage = 'read'`],
    ['midwife stage:read', 'midwife', `${may} and r.stage = 'read'`],
    ['nurse stage:connected', 'nurse', `${may} and r.stage = 'connected'`],
    ['midwife stage:found', 'midwife', `${may} and r.stage is null`],
    ['midwife NOT stage:read', 'midwife', `not (${may} and coalesce(r.stage, 'found') = 'read')`],
    ['carer stage:do-not-contact', 'carer', 'p.do_not_contact_at is not null'],
  ]
  for (const [q, word, condition] of asked) {
    const all = await whole(word, condition)
    const { seen, count } = await everyPage(caller, q)
    expect({ q, seen }).toEqual({ q, seen: all })
    expect({ q, ...count }).toEqual({ q, n: Math.min(1_000, all.length), more: all.length > 1_000 })
    const { Triage = 0, Dialysis = 0 } = (await facets(caller, { q })).of('skill')
    expect(Triage + Dialysis).toBeGreaterThan(all.length * 0.8)
    expect(Triage + Dialysis).toBeLessThan(all.length * 1.2)
  }
})

test('how many are within a circle is known about, although nobody could tell of each of its cells', async () => {
  // Its own database: statistics are gathered of all workspaces, and the guesses would be those of the other tests' people.
  await using alone = await startTestDatabase()
  const caller = await createWorkspace(alone.db)
  const [people, cells] = [30_000, 10_000]
  await inWorkspace(alone.db, caller.workspace, async tx => {
    await sql`insert into people (workspace_id, person_id, display_name, created_at, updated_at)
      select ${caller.workspace}, gen_random_uuid(), 'Somebody ' || n, now(), now() from generate_series(1, ${people}) n`.execute(
      tx,
    )
    await sql`insert into person_search (workspace_id, person_id, name_folded, words, prior, facets)
      select workspace_id, person_id, 'x', to_tsvector('simple', ${`nurse ${marks.cell}`} || n % ${cells}), 0.5, '{}'
      from (select *, row_number() over () as n from people where workspace_id = ${caller.workspace}) p`.execute(tx)
    await sql`analyze person_search`.execute(tx)
    const circle = Array.from({ length: 80 }, (_, cell) => `'${marks.cell}${cell}'`).join(' | ')
    const wanted = (tsquery: string) => ({
      workspace: caller.workspace,
      user: caller.user,
      now: clock.now(),
      selective: true,
      condition: { kind: 'text' as const, tsquery },
    })
    const truly = (80 * people) / cells
    const expected = await expectMatches(tx, wanted(`(${circle})`))
    expect(expected).toBeGreaterThan(truly / 2)
    expect(expected).toBeLessThan(truly * 2)
    const all = await expectMatches(tx, wanted(`'nurse' | (${circle})`))
    // Drawn of a 256th, some 117 of them: four standard deviations.
    expect(all).toBeGreaterThan(people * 0.6)
    expect(all).toBeLessThan(people * 1.4)
  })
})

test('of very many matches the best come first and the facets are concluded from a sample, right after an import too', async () => {
  const caller = await createWorkspace(database.db)
  const people = 40_000
  const welders = 12_000
  await inWorkspace(database.db, caller.workspace, async tx => {
    await sql`insert into people (workspace_id, person_id, display_name, created_at, updated_at)
      select ${caller.workspace}, gen_random_uuid(), 'Somebody ' || n, now(), now() from generate_series(1, ${people}) n`.execute(
      tx,
    )
    await sql`insert into person_search (workspace_id, person_id, name_folded, words, prior, facets)
      select workspace_id, person_id, 'x', to_tsvector('simple', case when n <= ${welders} then 'clinic welder' else 'clinic' end), n::real / ${people},
        array[case when hashtext(person_id::text) % 4 = 0 then 's:Triage' else 's:Dialysis' end]
      from (select *, row_number() over (order by person_id) as n from people where workspace_id = ${caller.workspace}) p`.execute(
      tx,
    )
  })
  // Those who know little of themselves are welders: none is among the best by static rank.
  const checkBest = async () => {
    const found = await searchPeople(deps(), caller, { q: 'welder', limit: 20 })
    if (!found.ok) throw new Error(JSON.stringify(found.refusal))
    const { rows: best } = await inWorkspace(database.db, caller.workspace, tx =>
      sql<{
        id: PersonId
      }>`select person_id as id from person_search where workspace_id = ${caller.workspace} and words @@ 'welder'::tsquery
        order by prior desc, person_id limit 20`.execute(tx),
    )
    expect(found.value.people.map(person => person.person_id)).toEqual(best.map(one => one.id))
    expect(found.value.count).toEqual({ n: 10_000, more: true })
  }
  const check = async () => {
    const { about, of, seen } = await facets(caller, { q: 'clinic' })
    expect(about).toBe(true)
    expect(seen).toBeLessThan(people / 4)
    const { Triage = 0, Dialysis = 0 } = of('skill')
    expect(Triage + Dialysis).toBeGreaterThan(people * 0.8)
    expect(Triage + Dialysis).toBeLessThan(people * 1.2)
    expect(Triage / (Triage + Dialysis)).toBeCloseTo(0.25, 1)
  }
  // Right after an import: nothing has been learned of whom it brought.
  await check()
  await checkBest()
  const spread = () =>
    sql<{ n: number }>`select reltuples::int as n from pg_class where oid = 'person_search'::regclass`.execute(
      database.db,
    )
  await catchUpSearch(deps(), caller.workspace, new AbortController().signal)
  expect((await spread()).rows[0]?.n).toBeGreaterThan(people * 0.9)
  await check()
  await checkBest()
})

test('somebody whose facts change is counted anew', async () => {
  const caller = await createWorkspace(database.db)
  const person = await add(caller, 'Ana Ruiz', 'github.com', { skills: ['JS'] })
  await inWorkspace(database.db, caller.workspace, async tx => {
    await sql`update profiles set facts = '{"skills": ["Rust"]}' where workspace_id = ${caller.workspace}`.execute(tx)
    await refreshPersonSearch(tx, caller.workspace, [person])
  })
  expect((await facets(caller, {})).of('skill')).toEqual({ Rust: 1 })
  expect(await names(caller, 'skill:js')).toEqual([])
})
