import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId, type WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import { inWorkspace } from '#storage/database.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createTestClock, createWorkspace } from '#tests/servers/workspace.ts'
import { catchUpSearch, makeSearchable, noteFindable } from '../../actions/catch-up-search.ts'
import {
  type ImportedPerson,
  type ImportedProfile,
  insertImportedPeople,
  insertImportedProfiles,
  insertImportedTags,
} from '../bulk/insert.ts'
import { insertPersonSearch, type NewlyFindable } from './insert-new.ts'
import { createLexicon } from './lexicon.ts'
import { refreshPersonSearch, refreshSearchRank } from './refresh.ts'
import { vectorOf } from './vector.ts'
import { warmSearch } from './warm.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const clock = createTestClock('2026-11-22T10:00:00Z')
const deps = () => ({ db: database.db, clock })
const still = new AbortController().signal

type Someone = {
  name: string
  place?: string
  tags?: string[]
  tool?: ToolId
  handle?: string
  headline?: string
  summary?: string
  title?: string
  organisation?: string
  skills?: string[]
}

const people: Someone[] = [
  { name: 'Ana Ruiz-Gil', tool: 'linkedin', handle: 'ana-ruiz-1a2b3c', headline: 'Night Nurse (ICU), Madrid' },
  { name: 'Łukasz Żółć', place: 'Łódź, Polska', title: 'Młodszy inżynier', organisation: 'Fabryka „Światło”' },
  { name: 'Иван Петрович', headline: 'Сварщик 6-го разряда', place: 'Нижний Новгород' },
  { name: '田中 太郎', headline: 'ソフトウェア・エンジニア', place: '東京都', tags: ['候補者'] },
  { name: '김민수', organisation: '한국전자', skills: ['데이터', 'SQL'] },
  { name: 'Αλέξανδρος Παπαδόπουλος', title: 'ΜΗΧΑΝΙΚΌΣ', organisation: 'ΟΔΟΣ' },
  { name: 'יוסי כהן', headline: 'מהנדס תוכנה' },
  { name: 'محمد علي', headline: 'مهندس ٣ سنوات' },
  { name: 'प्रिया शर्मा', headline: 'हिन्दी अनुवादक' },
  { name: 'İpek Çağlar', place: 'İstanbul', title: 'Öğretmen' },
  { name: 'Bjørn Ærø Straße', tool: 'email', handle: 'bjorn.straße@firma.example' },
  { name: "Siobhán O'Brien", title: 'C++ / C# & .NET developer', skills: ['node.js', 'c++', 'f#', 'ASP.NET', 'k8s'] },
  { name: 'Mara Lind', tool: 'email', handle: 'Mara.Lind84@sub.gmx.net', summary: 'See https://mara.example/a_b?x=1' },
  {
    name: 'Tom <b>Bek</b>',
    summary: 'Worked <i>nights & days</i>; AT&amp;T, R&D, 12:30–13:00, +49 170 1234567, v1.2.3',
  },
  { name: 'x', headline: '~/bin ./run ../up .net ~tilde', organisation: 'p.o. box 5 -6 1e5 007 3d 12-3' },
  { name: '  Two   Spaces  ', place: 'São\u00a0Paulo\tBrasil\nSul', tags: ['to call', 'été', 'A-team'] },
  { name: 'ﬁne ½ ² ℃ ．． ’quoted’ “x” — dash', headline: 'l’été d’été' },
  { name: 'Long', summary: `${'word '.repeat(300)}end` },
  { name: 'Longer', summary: 'y'.repeat(5_000), tags: ['a'.repeat(50)] },
  { name: '!!! ---', place: ' ; , ' },
]

async function write(
  workspace: WorkspaceId,
  user: Awaited<ReturnType<typeof createWorkspace>>['user'],
  who: Someone[],
) {
  const at = clock.now()
  const mark = { workspace, importId: newId<'Import'>(), source: 'test', at }
  const rows: ImportedPerson[] = []
  const profiles: ImportedProfile[] = []
  const found: NewlyFindable[] = who.map((one, n) => {
    const person_id = newId<'Person'>()
    rows.push({ person_id, display_name: one.name, place: one.place })
    const position = { title: one.title, organisation: one.organisation, current: true }
    const profile: ImportedProfile = {
      profile_id: newId<'Profile'>(),
      person_id,
      tool: one.tool ?? 'website-chat',
      profile_key: null,
      handle: one.handle,
      display_name: one.name,
      headline: one.headline,
      summary: one.summary,
      place: one.place,
      facts: {
        ...(one.title || one.organisation ? { positions: [position] } : {}),
        ...(one.skills ? { skills: one.skills } : {}),
      },
      depth: n % 100,
    }
    profiles.push(profile)
    return {
      ...rows[n],
      person_id,
      display_name: one.name,
      tags: one.tags ?? [],
      profiles: [profile],
      depth: profile.depth,
      at,
    }
  })
  await inWorkspace(database.db, workspace, async tx => {
    await insertImportedPeople(tx, mark, user, rows)
    await insertImportedProfiles(tx, mark, profiles)
    await insertImportedTags(
      tx,
      mark,
      found.flatMap(one => one.tags.map(tag => ({ person_id: one.person_id, tag }))),
    )
  })
  return found
}

const searched = (workspace: WorkspaceId) =>
  inWorkspace(database.db, workspace, async tx => {
    const { rows } = await sql`select person_id, name_folded, words::text, prior, last_active_at from person_search
      where workspace_id = ${workspace} order by person_id`.execute(tx)
    const { rows: words } =
      await sql`select word from search_words where workspace_id = ${workspace} order by word`.execute(tx)
    const { rows: names } =
      await sql`select word from search_names where workspace_id = ${workspace} order by word`.execute(tx)
    return { rows, words, names }
  })

async function bothWays(who: Someone[]) {
  const { workspace, user } = await createWorkspace(database.db)
  const found = await write(workspace, user, who)
  const lexicon = createLexicon()
  await inWorkspace(database.db, workspace, tx => insertPersonSearch(tx, workspace, lexicon, found))
  const fast = await searched(workspace)
  await inWorkspace(database.db, workspace, async tx => {
    await sql`delete from person_search where workspace_id = ${workspace}`.execute(tx)
    await sql`delete from search_words where workspace_id = ${workspace}`.execute(tx)
    await sql`delete from search_names where workspace_id = ${workspace}`.execute(tx)
    await refreshPersonSearch(
      tx,
      workspace,
      found.map(one => one.person_id),
    )
  })
  return { fast, slow: await searched(workspace), found, lexicon }
}

test('people of a file are found by the very words that the server itself would find them by, in any script', async () => {
  const { fast, slow, found, lexicon } = await bothWays(people)
  expect(fast).toEqual(slow)
  expect(fast.rows).toHaveLength(people.length)
  const readHere = found.filter(one => vectorOf(lexicon, one)).length
  expect(readHere).toBeGreaterThanOrEqual(people.length - 5)
})

test('whatever is strung together reads the same both ways', async () => {
  const bits = [...'abcez019 .-_@,;:!?\'"()&/+#%<>=*~|$^`{}[]\\éßÑøΣΙςан田ー٣½’–\u00a0\u0301İ．']
  const words =
    'ana node.js c++ .net gmx.net a@b.com -1 1.5 x-1a http // ruiz-2 1e5 &amp; q&a straße हिन्दी 日本 ñ ²'.split(' ')
  let seed = 20_261_122
  const draw = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
    return (seed >> 8) % below
  }
  const make = () =>
    Array.from({ length: 1 + draw(5) }, () =>
      draw(3) > 0
        ? words[draw(words.length)]
        : Array.from({ length: 1 + draw(7) }, () => bits[draw(bits.length)]).join(''),
    ).join([' ', '', ' ; ', '-', '.'][draw(5)])
  const many = Array.from({ length: 400 }, () => ({
    name: make(),
    headline: make(),
    organisation: make(),
    place: make(),
    tags: [make()],
  }))
  const { fast, slow } = await bothWays(many.map(one => ({ ...one, tags: one.tags.filter(tag => tag.trim() !== '') })))
  expect(fast).toEqual(slow)
})

test('someone who changes or goes before search knows them is found as they are now, or not at all', async () => {
  const { workspace, user } = await createWorkspace(database.db)
  const found = await write(workspace, user, people.slice(0, 3))
  const [changed, gone, same] = found.map(one => one.person_id)
  const noted = await inWorkspace(database.db, workspace, tx => noteFindable(tx, deps(), workspace, found))
  if (!noted || !changed || !gone) throw new Error('nobody was noted')
  await inWorkspace(database.db, workspace, async tx => {
    await sql`update people set display_name = 'Ana Maria' where workspace_id = ${workspace} and person_id = ${changed}`.execute(
      tx,
    )
    await refreshPersonSearch(tx, workspace, [changed])
    await sql`delete from people where workspace_id = ${workspace} and person_id = ${gone}`.execute(tx)
  })
  await makeSearchable(deps(), workspace, createLexicon(), noted, still)
  const { rows } = await searched(workspace)
  expect(rows).toMatchObject([{ person_id: changed, name_folded: 'ana maria' }, { person_id: same }])
})

test('people whose import died before search knew them are found by the task that looks after it', async () => {
  const { workspace, user } = await createWorkspace(database.db)
  const found = await write(workspace, user, people)
  const noted = await inWorkspace(database.db, workspace, tx => noteFindable(tx, deps(), workspace, found))
  const waiting = await sql<{ task_identifier: string }>`select task_identifier from graphile_worker.jobs
    where key = ${`people.catch-up-search:${workspace}`}`.execute(database.db)
  expect(waiting.rows).toEqual([{ task_identifier: 'people.catch-up-search' }])
  await catchUpSearch(deps(), workspace, still)
  const after = await searched(workspace)
  expect(after.rows).toHaveLength(people.length)
  if (noted) await makeSearchable(deps(), workspace, createLexicon(), noted, still)
  expect(await searched(workspace)).toEqual(after)
})

test('whoever comes nearer moves up in search as far as by reading all of them again, and enters it when they were not there', async () => {
  const { workspace, user } = await createWorkspace(database.db)
  const found = await write(workspace, user, people.slice(0, 6))
  const ids = found.map(one => one.person_id)
  const after = await inWorkspace(database.db, workspace, async tx => {
    await refreshPersonSearch(tx, workspace, ids.slice(1))
    await sql`insert into relationships (workspace_id, user_id, person_id, stage, side, stage_since)
      select ${workspace}::uuid, ${user}::uuid, p, case when n = 1 then 'candidate' else 'engaged' end, case when n = 3 then 'referrer' end, now()
      from unnest(${ids.slice(0, 4)}::uuid[]) with ordinality as u(p, n)`.execute(tx)
    await refreshSearchRank(tx, workspace, ids)
    return (
      await sql`select person_id, prior from person_search where workspace_id = ${workspace} order by person_id`.execute(
        tx,
      )
    ).rows
  })
  expect(after).toHaveLength(ids.length)
  await inWorkspace(database.db, workspace, tx => refreshPersonSearch(tx, workspace, ids))
  const { rows } = await searched(workspace)
  expect(rows).toMatchObject(after)
})

test('search is warmed by all of its rows, and no further once the server stops', async () => {
  const { rows } = await sql<{ pages: number }>`
    select (pg_relation_size('person_search') / current_setting('block_size')::int)::int as pages`.execute(database.db)
  expect(rows[0]?.pages).toBeGreaterThan(0)
  expect(await warmSearch(database.db, still)).toBe(rows[0]?.pages)
  expect(await warmSearch(database.db, AbortSignal.abort())).toBe(0)
})
