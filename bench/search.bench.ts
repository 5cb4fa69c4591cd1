import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { activeLabels } from '#features/activity/index.ts'
import { readFacets } from '#features/people/actions/count-facets.ts'
import { type SearchInput, searchPeople } from '#features/people/actions/search.ts'
import { relationshipMarks } from '#features/relationships/index.ts'
import { stages } from '#features/relationships/model.ts'
import { findSaid } from '#features/search/actions.ts'
import { systemClock } from '#kernel/clock.ts'
import { newId, type PersonId, type UserId, type WorkspaceId } from '#kernel/ids.ts'
import { openDatabase } from '#storage/database.ts'
import { startEmbedded } from '#storage/embedded.ts'
import { migrate } from '#storage/migrate.ts'
import { serverCpuSeconds } from './cpu.ts'
import {
  familyNames,
  givenNames,
  invent,
  levels,
  loadItems,
  loadPeople,
  pick,
  places,
  prose,
  random,
  skills,
  titles,
  tools,
} from './search-data.ts'

export const name = 'search'

/**
 * `npm run bench search 1000000 10000000` takes as many invented people and items that they published; the same seed gives the same. A
 * folder as third argument keeps them: made the first time, measured only from then on. The fourth is how often each search is asked.
 */
const count = Number(process.argv[3] ?? 50_000)
/** Ten for each, or as many as the second number says. */
const itemCount = Number(process.argv[4] ?? count * 10)
const kept = process.argv[5]
const rounds = Number(process.argv[6] ?? 30)

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
  ['near a town', () => ({ q: `near:"${pick(places)}" ${pick(titles)}` })],
  ['words near each other', () => ({ q: `${pick(levels.slice(1))} NEAR/3 ${pick(titles)}` })],
  ['skill and language', () => ({ q: `skill:${pick(skills)} language:spanish` })],
  [
    'boolean and facets',
    () => ({ q: `(${pick(titles)} OR ${pick(titles)}) NOT ${pick(skills)}`, skill: pick(skills), tool: pick(tools) }),
  ],
  ['name', () => ({ q: `${pick(givenNames)} ${pick(familyNames)}` })],
  ['name misspelled', () => ({ q: `${pick(givenNames)} ${misspell(pick(familyNames))}` })],
  ['no hits', () => ({ q: `${pick(titles)} ${invent(5)}` })],
  ['exclusion only', () => ({ q: `NOT ${pick(titles)}` })],
  ['by name', () => ({ q: pick(titles), sort: 'name' })],
  ['by last touch', () => ({ q: pick(titles), sort: 'touch' })],
]

/** Whose facets are counted too. */
const counted = [
  'nothing typed',
  'frequent word',
  'rare word',
  'two words',
  'boolean',
  'fields',
  'stage and word',
  'near a town',
  'boolean and facets',
]

/** What was published, by its words. */
const sayings: [string, () => string][] = [
  ['said: a frequent word', () => prose[Math.floor(random() * 5)] ?? ''],
  ['said: a word', () => pick(prose)],
  ['said: a rare word', () => prose[4_000 + Math.floor(random() * 1_900)] ?? ''],
  ['said: two words', () => `${pick(prose)} ${pick(prose)}`],
  [
    'said: two rare words',
    () => `${prose[3_000 + Math.floor(random() * 2_900)]} ${prose[3_000 + Math.floor(random() * 2_900)]}`,
  ],
  ['said: a phrase', () => `"${pick(prose)} ${pick(prose)}"`],
  ['said: at a stage', () => `${prose[Math.floor(random() * 5)]} stage:read`],
  ['said: nothing', () => invent(5)],
]

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

export async function run(): Promise<{ name: string; figure: number; unit: string }[]> {
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'kith-bench-')))
  try {
    await mkdir(folder, { recursive: true })
    // As root the server runs as another user, who has to reach its folder.
    await chmod(folder, 0o711)
    return await measureSearches(join(folder, 'postgres'), join(folder, 'place.json'))
  } finally {
    if (kept === undefined) await rm(folder, { recursive: true, force: true })
  }
}

type Whose = { workspace: WorkspaceId; user: UserId }
const whoseShape = z.custom<Whose>(value => typeof value === 'object' && value !== null && 'workspace' in value)

async function findPlace(file: string): Promise<Whose | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : whoseShape.parse(JSON.parse(text))
}

async function measureSearches(
  dataDir: string,
  placeFile: string,
): Promise<{ name: string; figure: number; unit: string }[]> {
  await using server = await startEmbedded({ dataDir, durable: false })
  await using database = openDatabase({ url: server.url, maxConnections: 4 })
  await migrate(database.pool)
  const { db } = database
  const known = await findPlace(placeFile)
  const { workspace, user } = known ?? { workspace: newId<'Workspace'>(), user: newId<'User'>() }
  const caller = { workspace, user, role: 'owner' as const }
  const began = performance.now()
  if (!known) {
    const people = await loadPeople(db, workspace, user, count)
    console.error(`${count} people after ${Math.round((performance.now() - began) / 1_000)} s`)
    const admin = new pg.Client({ connectionString: server.adminUrl.replace('/postgres?', '/kith?') })
    await admin.connect()
    await loadItems(admin, workspace, people, itemCount)
    await admin.query('vacuum analyze')
    await admin.end()
    await writeFile(placeFile, JSON.stringify({ workspace, user }))
  }
  const loadSeconds = (performance.now() - began) / 1_000
  console.error(
    `${count} people and ${itemCount} items ${known ? 'opened' : 'made'} after ${Math.round(loadSeconds)} s`,
  )
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
  const worked = async () => {
    const { user: own, system } = process.cpuUsage()
    return (own + system) / 1e6 + (await serverCpuSeconds(dataDir))
  }
  const measured = [
    {
      name: `${count} people, ${itemCount} items, ${known ? 'opened' : 'made and made searchable'}`,
      figure: loadSeconds,
      unit: 's',
    },
  ]
  const measure = async (label: string, search: () => Promise<unknown>) => {
    const times: number[] = []
    let before = 0
    for (let round = -2; round < rounds; round++) {
      if (round === 0) before = await worked()
      const start = performance.now()
      await search()
      if (round >= 0) times.push(performance.now() - start)
    }
    all.push(...times)
    times.sort((a, b) => a - b)
    measured.push({ name: `${label}, median`, figure: at(times, 0.5), unit: 'ms' })
    measured.push({ name: `${label}, 95th percentile`, figure: at(times, 0.95), unit: 'ms' })
    const work = ((await worked()) - before) * 1_000
    measured.push({ name: `${label}, work of Kith and the database, mean`, figure: work / rounds, unit: 'ms' })
    process.stderr.write(`${label}: ${Math.round(at(times, 0.5))} ms, work ${Math.round(work / rounds)} ms\n`)
  }
  for (const [label, make] of searches)
    await measure(label, async () => {
      const input = make()
      const found = await searchPeople(deps, caller, { ...input, limit: 50 })
      if (!found.ok) throw new Error(JSON.stringify({ input, refusal: found.refusal }))
    })
  for (const [label, make] of searches.filter(([label]) => counted.includes(label)))
    await measure(`facets: ${label}`, async () => {
      const facets = await readFacets(deps, caller, make())
      if (!facets.ok) throw new Error(JSON.stringify(facets.refusal))
    })
  for (const [label, make] of sayings) await measure(label, () => findSaid({ db }, caller, make()))
  all.sort((a, b) => a - b)
  return [
    ...measured,
    { name: 'all searches, median', figure: at(all, 0.5), unit: 'ms' },
    { name: 'all searches, 95th percentile', figure: at(all, 0.95), unit: 'ms' },
  ]
}
