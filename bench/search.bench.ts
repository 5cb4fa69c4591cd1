import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { activeLabels } from '#features/activity/index.ts'
import { type SearchInput, searchPeople } from '#features/people/actions/search.ts'
import { refreshPersonSearch } from '#features/people/index.ts'
import { relationshipMarks } from '#features/relationships/index.ts'
import { stages } from '#features/relationships/model.ts'
import { systemClock } from '#kernel/clock.ts'
import { newId, type PersonId, type UserId, type WorkspaceId } from '#kernel/ids.ts'
import { type Database, inWorkspace, openDatabase } from '#storage/database.ts'
import { startEmbedded } from '#storage/embedded.ts'
import { migrate } from '#storage/migrate.ts'

export const name = 'search'

/** `npm run bench search 200000` takes as many invented people; the same seed gives the same. */
const count = Number(process.argv[3] ?? 50_000)
const rounds = 15

function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const random = createRandom(20_261_122)
/** The first are frequent, the last rare, as words are. */
const pick = <T>(from: readonly T[]): T => {
  const chosen = from[Math.floor(from.length * random() ** 2.2)]
  if (chosen === undefined) throw new Error('nothing to pick from')
  return chosen
}

const syllables =
  'ba be bo da del di fer gan ger ha hol ju ka kel kov la lan lin lo ma mar mi mon na ne ni no ol pa per ra ri ro ruiz sa sen shi ska so ta ten ti to va vel vi wen za zo'.split(
    ' ',
  )
const invent = (parts: number) => {
  const text = Array.from({ length: parts }, () => syllables[Math.floor(random() * syllables.length)]).join('')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
const distinct = (howMany: number, make: () => string) => {
  const found = new Set<string>()
  while (found.size < howMany) found.add(make())
  return [...found]
}
const givenNames = distinct(2_000, () => invent(2))
const familyNames = distinct(30_000, () => invent(random() < 0.5 ? 2 : 3))
const titles =
  'nurse engineer developer carer welder manager teacher driver electrician cook designer analyst pharmacist midwife plumber accountant architect surgeon paramedic librarian'.split(
    ' ',
  )
const levels = ['', 'senior', 'night', 'lead', 'head', 'deputy', 'junior', 'interim']
const companies = distinct(
  8_000,
  () => `${invent(2)} ${pick(['Clinic', 'Systems', 'Works', 'School', 'Logistics', 'Lab', 'Group'])}`,
)
const places = distinct(600, () => invent(2))
const skills = [
  ...'triage wounds excel python java typescript cobol welding teaching planning spanish german driving budgeting cardiology dialysis kubernetes postgresql negotiation sterilisation'.split(
    ' ',
  ),
  ...distinct(1_500, () => invent(3).toLowerCase()),
]
const prose = distinct(6_000, () => invent(2 + Math.floor(random() * 2)).toLowerCase())
const tools = ['linkedin', 'xmpp', 'github', 'email', 'mastodon', 'matrix', 'blog', 'facebook'] as const

function inventBatch(from: number, size: number) {
  const people: object[] = []
  const profiles: object[] = []
  for (let n = from; n < from + size; n++) {
    const person = newId<'Person'>()
    const display_name = `${pick(givenNames)} ${pick(familyNames)}`
    people.push({ person_id: person, display_name, place: pick(places) })
    for (let p = 0; p <= (random() < 0.35 ? 1 : 0); p++) {
      const positions = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, index) => ({
        title: `${pick(levels)} ${pick(titles)}`.trim(),
        organisation: pick(companies),
        description: Array.from({ length: 25 }, () => pick(prose)).join(' '),
        current: index === 0,
      }))
      profiles.push({
        profile_id: newId(),
        person_id: person,
        tool: pick(tools),
        profile_key: `k${n}-${p}`,
        display_name,
        headline: `${positions[0]?.title ?? ''} at ${positions[0]?.organisation ?? ''}`,
        summary: Array.from({ length: 40 }, () => pick(prose)).join(' '),
        facts: { positions, skills: Array.from({ length: 6 }, () => pick(skills)) },
        depth: Math.floor(random() * 100),
      })
    }
  }
  return { people, profiles }
}

async function load(db: Database, workspace: WorkspaceId, user: UserId): Promise<void> {
  await inWorkspace(db, workspace, async tx => {
    await sql`insert into workspaces (workspace_id, name, created_at) values (${workspace}, 'Bench', now())`.execute(tx)
    await sql`insert into users (workspace_id, user_id, email, name, role, created_at) values (${workspace}, ${user}, 'b@kith.example', 'B', 'owner', now())`.execute(
      tx,
    )
  })
  const size = 4_000
  for (let from = 0; from < count; from += size) {
    const { people, profiles } = inventBatch(from, Math.min(size, count - from))
    await inWorkspace(db, workspace, async tx => {
      const { rows } = await sql<{
        person_id: PersonId
      }>`insert into people (workspace_id, person_id, display_name, place, created_at, updated_at)
        select ${workspace}::uuid, n.person_id, n.display_name, n.place, now(), now()
        from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as n(person_id uuid, display_name text, place text) returning person_id`.execute(
        tx,
      )
      await sql`insert into profiles (workspace_id, profile_id, person_id, tool, profile_key, display_name, headline, summary, facts, depth, source, collected_at, updated_at)
        select ${workspace}::uuid, n.*, 'bench', now(), now() from jsonb_to_recordset(${JSON.stringify(profiles)}::jsonb) as n(profile_id uuid,
          person_id uuid, tool text, profile_key text, display_name text, headline text, summary text, facts jsonb, depth smallint)`.execute(
        tx,
      )
      const ids = rows.map(row => row.person_id)
      await sql`insert into relationships (workspace_id, user_id, person_id, stage, stage_since, last_touch_at)
        select ${workspace}::uuid, ${user}::uuid, p, 'read', now(), now() from unnest(${ids.filter(() => random() < 0.05)}::uuid[]) p`.execute(
        tx,
      )
      await refreshPersonSearch(tx, workspace, ids)
    })
  }
}

const misspell = (name: string) => name.replace(/(.)(.)$/, '$2$1')

const searches: [string, () => SearchInput][] = [
  ['nothing typed', () => ({})],
  ['frequent word', () => ({ q: titles[Math.floor(random() * 3)] ?? '' })],
  ['frequent word, prefix', () => ({ q: `${(titles[Math.floor(random() * 5)] ?? '').slice(0, 4)}*` })],
  ['rare word', () => ({ q: skills[200 + Math.floor(random() * 1_000)] ?? '' })],
  ['two words', () => ({ q: `${pick(titles)} ${pick(skills)}` })],
  ['boolean', () => ({ q: `(${pick(titles)} OR ${pick(titles)}) AND ${pick(skills)} NOT ${pick(skills)}` })],
  ['phrase', () => ({ q: `"${pick(levels.slice(1))} ${pick(titles)}"` })],
  ['fields', () => ({ q: `title:${pick(titles)} place:${pick(places)} tool:${pick(tools)}` })],
  ['stage and word', () => ({ q: `${pick(titles)} stage:read` })],
  ['stage found', () => ({ q: `${pick(titles)} stage:found` })],
  ['name', () => ({ q: `${pick(givenNames)} ${pick(familyNames)}` })],
  ['name misspelled', () => ({ q: `${pick(givenNames)} ${misspell(pick(familyNames))}` })],
  ['no hits', () => ({ q: `${pick(titles)} ${invent(5)}` })],
  ['exclusion only', () => ({ q: `NOT ${pick(titles)}` })],
  ['by name', () => ({ q: pick(titles), sort: 'name' })],
  ['by last touch', () => ({ q: pick(titles), sort: 'touch' })],
]

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

export async function run(): Promise<{ name: string; figure: number; unit: string }[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-bench-'))
  try {
    // As root the server runs as another user, who has to reach its folder.
    await chmod(folder, 0o711)
    return await measureSearches(join(folder, 'postgres'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function measureSearches(dataDir: string): Promise<{ name: string; figure: number; unit: string }[]> {
  await using server = await startEmbedded({ dataDir, durable: false })
  await using database = openDatabase({ url: server.url, maxConnections: 4 })
  await migrate(database.pool)
  const { db } = database
  const workspace = newId<'Workspace'>()
  const user = newId<'User'>()
  const caller = { workspace, user, role: 'owner' as const }
  const began = performance.now()
  await load(db, workspace, user)
  const loadSeconds = (performance.now() - began) / 1_000
  await database.pool.query('vacuum analyze')
  const clock = systemClock
  const deps = {
    db,
    clock,
    stages,
    marks: (tx: Parameters<typeof relationshipMarks>[0], who: typeof caller, people: readonly PersonId[]) =>
      relationshipMarks(tx, { clock, online: async () => new Map() }, who, people),
    activeLabels: (tx: Parameters<typeof activeLabels>[0], who: typeof caller, people: readonly PersonId[]) =>
      activeLabels(tx, who.workspace, people, clock.now()),
  }
  const all: number[] = []
  const measured = [
    { name: `${count} people loaded and made searchable`, figure: Math.round(count / loadSeconds), unit: 'people/s' },
  ]
  for (const [label, make] of searches) {
    const times: number[] = []
    for (let round = -2; round < rounds; round++) {
      const input = make()
      const start = performance.now()
      const found = await searchPeople(deps, caller, { ...input, limit: 50 })
      if (!found.ok) throw new Error(JSON.stringify({ input, refusal: found.refusal }))
      if (round < 0) continue
      times.push(performance.now() - start)
    }
    all.push(...times)
    times.sort((a, b) => a - b)
    measured.push({ name: `${label}, 95th percentile`, figure: at(times, 0.95), unit: 'ms' })
  }
  all.sort((a, b) => a - b)
  return [
    ...measured,
    { name: 'all searches, median', figure: at(all, 0.5), unit: 'ms' },
    { name: 'all searches, 95th percentile', figure: at(all, 0.95), unit: 'ms' },
  ]
}
