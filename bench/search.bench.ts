import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { z } from 'zod'
import { activeLabels } from '#features/activity/index.ts'
import { readFacets } from '#features/people/actions/count-facets.ts'
import { type SearchInput, searchPeople } from '#features/people/actions/search.ts'
import { warmSearch } from '#features/people/index.ts'
import { relationshipMarks } from '#features/relationships/index.ts'
import { stages } from '#features/relationships/model.ts'
import { findSaid } from '#features/search/actions.ts'
import { systemClock } from '#kernel/clock.ts'
import type { PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { openDatabase } from '#storage/database.ts'
import { startEmbedded } from '#storage/embedded.ts'
import { migrate } from '#storage/migrate.ts'
import { serverCpuSeconds } from './cpu.ts'
import { loadAll, newPublishing, type Publishing } from './search-data.ts'
import {
  familyNames,
  givenNames,
  invent,
  levels,
  pick,
  places,
  prose,
  random,
  skills,
  someName,
  titles,
  tools,
} from './search-words.ts'

export const name = 'search'

/**
 * `npm run bench search 1000000 10000000` takes as many invented people and items that they published; the same seed gives the same. A
 * folder as third argument keeps them: made the first time, measured only from then on. The fourth is how often each search is asked, the
 * fifth a part of the names of those that are asked at all.
 */
const count = Number(process.argv[3] ?? 50_000)
/** Ten for each, or as many as the second number says. */
const itemCount = Number(process.argv[4] ?? count * 10)
const kept = process.argv[5]
const rounds = Number(process.argv[6] ?? 30)
const only = process.argv[7] ?? ''

const misspell = (name: string) => name.replace(/(.)(.)$/, '$2$1')
const without = (name: string) => name.replace(/^(..)./, '$1')
const twiceMisspelled = (name: string) => `${misspell(name).slice(0, 2)}h${misspell(name).slice(3)}`
const bare = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '')
const any = <T>(from: readonly T[]) => pick(from, from.length)
const at = (from: readonly string[], first: number, last = from.length) =>
  from[first + Math.floor(random() * (last - first))] ?? ''

const searches: [string, () => SearchInput][] = [
  ['nothing typed', () => ({})],
  ['frequent word', () => ({ q: at(titles, 0, 3) })],
  ['frequent word, prefix', () => ({ q: `${at(titles, 0, 5).slice(0, 4)}*` })],
  ['rare word', () => ({ q: at(skills, 200, 1_200) })],
  ['word of a text', () => ({ q: at(prose, 100, 3_000) })],
  ['two words', () => ({ q: `${pick(titles)} ${pick(skills)}` })],
  ['two frequent words of texts', () => ({ q: `${at(prose, 0, 50)} ${at(prose, 50, 200)}` })],
  ['boolean', () => ({ q: `(${pick(titles)} OR ${pick(titles)}) AND ${pick(skills)} NOT ${pick(skills)}` })],
  [
    'boolean, deep',
    () => ({
      q: `((${any(titles)} OR ${any(skills)}) NOT (${any(titles)} OR ${any(skills)})) AND (${at(prose, 0, 300)} OR ${any(skills)})`,
    }),
  ],
  ['phrase', () => ({ q: `"${pick(levels.slice(1))} ${pick(titles)}"` })],
  ['phrase of a text', () => ({ q: `"${at(prose, 0, 30)} ${at(prose, 0, 30)}"` })],
  ['fields', () => ({ q: `title:${pick(titles)} place:${pick(places)} tool:${pick(tools)}` })],
  ['stage and word', () => ({ q: `${pick(titles)} stage:read` })],
  ['stage found', () => ({ q: `${pick(titles)} stage:found` })],
  ['stage found and rare word', () => ({ q: `${at(skills, 100, 1_200)} stage:found` })],
  ['near a town', () => ({ q: `near:"${pick(places)}" ${pick(titles)}` })],
  ['near a town, filters', () => ({ q: `near:"${any(places)} 100km"`, tool: pick(tools), stage: 'read' })],
  ['words near each other', () => ({ q: `${pick(levels.slice(1))} NEAR/3 ${pick(titles)}` })],
  ['words of texts near each other', () => ({ q: `${at(prose, 0, 40)} NEAR/5 ${at(prose, 20, 400)}` })],
  ['skill and language', () => ({ q: `skill:${pick(skills)} language:spanish` })],
  ['wildcard of few letters', () => ({ q: `${at(prose, 0).slice(0, 3)}* ${any(titles)}` })],
  ['active this month', () => ({ q: any(titles), active: 'month' })],
  ['quiet, rare skill', () => ({ q: at(skills, 100, 1_200), active: 'quiet' })],
  [
    'boolean and facets',
    () => ({ q: `(${pick(titles)} OR ${pick(titles)}) NOT ${pick(skills)}`, skill: pick(skills), tool: pick(tools) }),
  ],
  ['no hits', () => ({ q: `${pick(titles)} ${invent(5)}` })],
  ['exclusion only', () => ({ q: `NOT ${pick(titles)}` })],
  ['by name', () => ({ q: pick(titles), sort: 'name' })],
  ['by last touch', () => ({ q: pick(titles), sort: 'touch' })],
  ['by day added', () => ({ q: `${any(titles)} ${any(skills)}`, sort: 'added' })],
]

/** Somebody whose name is not known to the letter. */
const names: [string, () => SearchInput][] = [
  ['name', () => ({ q: someName().join(' ') })],
  ['name misspelled', () => ({ q: `${pick(givenNames, 10)} ${misspell(pick(familyNames, 30))}` })],
  ['name with a letter missing', () => ({ q: `${pick(givenNames, 10)} ${without(any(familyNames))}` })],
  [
    'name misspelled twice',
    () => ({ q: `${misspell(pick(givenNames, 10))} ${twiceMisspelled(pick(familyNames, 30))}` }),
  ],
  ['name without its marks', () => ({ q: bare(someName().join(' ')) })],
  [
    'nickname',
    () => ({
      q: `${any(['Bob', 'Bill', 'Maggie', 'Liz', 'Kate', 'Tom', 'Mike', 'Dick', 'Sue', 'Pepe'])} ${pick(familyNames, 30)}`,
    }),
  ],
  ['name run together', () => ({ q: someName().join('').toLowerCase() })],
  ['family name alone, misspelled', () => ({ q: `name:${misspell(any(familyNames))}` })],
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
  'boolean, deep',
  'phrase',
  'stage found',
  'near a town',
  'near a town, filters',
  'words near each other',
  'active this month',
  'boolean and facets',
  'exclusion only',
]

/** What was published, by its words. */
const sayings: [string, () => string][] = [
  ['said: a frequent word', () => at(prose, 0, 5)],
  ['said: a word', () => pick(prose, 5)],
  ['said: a rare word', () => at(prose, 4_000)],
  ['said: two words', () => `${pick(prose, 5)} ${pick(prose, 5)}`],
  ['said: two rare words', () => `${at(prose, 3_000)} ${at(prose, 3_000)}`],
  ['said: a phrase', () => `"${pick(prose, 5)} ${pick(prose, 5)}"`],
  ['said: at a stage', () => `${at(prose, 0, 5)} stage:read`],
  ['said: nothing', () => invent(5)],
]

const among = (sorted: readonly number[], share: number) =>
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
/** The large workspace, and a small one of the many beside it. */
const placeShape = z.object({ large: whoseShape, small: whoseShape })
type Loaded = z.infer<typeof placeShape>

async function findPlace(file: string): Promise<Loaded | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : placeShape.parse(JSON.parse(text))
}

/** One workspace has nearly all; hundreds of small ones have a twentieth as many between them, from a dozen people to a thousand. */
async function load(adminUrl: string): Promise<Loaded> {
  await using admin = openDatabase({ url: adminUrl, maxConnections: 1 })
  const began = performance.now()
  const tell = (what: string) =>
    process.stderr.write(`${what} after ${Math.round((performance.now() - began) / 1_000)} s\n`)
  const large = newPublishing(count, itemCount)
  const small: Publishing[] = []
  for (let left = count / 20; left >= 10; ) {
    const size = Math.round(Math.min(left, 12 * 80 ** random()))
    small.push(newPublishing(size, Math.round((size * itemCount) / count)))
    left -= size
  }
  await admin.db.transaction().execute(tx => loadAll(tx, [large, ...small], tell))
  await sql`vacuum analyze`.execute(admin.db)
  tell('statistics')
  const smaller = small.findLast(one => one.people > 200) ?? small[0] ?? large
  const whose = ({ workspace, user }: Whose) => ({ workspace, user })
  return { large: whose(large), small: whose(smaller) }
}

async function measureSearches(
  dataDir: string,
  placeFile: string,
): Promise<{ name: string; figure: number; unit: string }[]> {
  await using server = await startEmbedded({
    dataDir,
    durable: false,
    settings: { wal_level: 'minimal', max_wal_senders: '0', max_wal_size: '8GB' },
  })
  await using database = openDatabase({ url: server.url, maxConnections: 4 })
  await migrate(database.pool)
  const { db } = database
  const known = await findPlace(placeFile)
  const began = performance.now()
  const { large, small } = known ?? (await load(server.adminUrl.replace('/postgres?', '/kith?')))
  if (!known) await writeFile(placeFile, JSON.stringify({ large, small }))
  const callers = { large: { ...large, role: 'owner' as const }, small: { ...small, role: 'owner' as const } }
  const loadSeconds = (performance.now() - began) / 1_000
  console.error(
    `${count} people and ${itemCount} items ${known ? 'opened' : 'made'} after ${Math.round(loadSeconds)} s`,
  )
  // As the server does when it starts.
  await warmSearch(db, AbortSignal.timeout(60_000))
  const clock = systemClock
  const deps = {
    db,
    clock,
    stages,
    marks: (tx: Parameters<typeof relationshipMarks>[0], who: Caller, people: readonly PersonId[]) =>
      relationshipMarks(tx, { clock, online: async () => new Map() }, who, people),
    activeLabels: (tx: Parameters<typeof activeLabels>[0], who: Caller, people: readonly PersonId[]) =>
      activeLabels(tx, who.workspace, people, clock.now()),
  }
  const groups = new Map<string, number[]>()
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
  const measure = async (group: string, label: string, search: () => Promise<unknown>) => {
    if (!label.includes(only)) return
    const times: number[] = []
    let before = 0
    for (let round = -2; round < rounds; round++) {
      if (round === 0) before = await worked()
      const start = performance.now()
      await search()
      if (round >= 0) times.push(performance.now() - start)
    }
    groups.set(group, [...(groups.get(group) ?? []), ...times])
    times.sort((a, b) => a - b)
    const work = (((await worked()) - before) * 1_000) / rounds
    measured.push({ name: `${label}, median`, figure: among(times, 0.5), unit: 'ms' })
    measured.push({ name: `${label}, 95th percentile`, figure: among(times, 0.95), unit: 'ms' })
    measured.push({ name: `${label}, work of Kith and the database, mean`, figure: work, unit: 'ms' })
    const shown = [among(times, 0.5), among(times, 0.95), work].map(Math.round)
    process.stderr.write(`${label}: ${shown[0]} ms, 95 % ${shown[1]} ms, work ${shown[2]} ms\n`)
  }
  const findPeople = async (caller: Caller, input: SearchInput) => {
    const found = await searchPeople(deps, caller, { ...input, limit: 50 })
    if (!found.ok) throw new Error(JSON.stringify({ input, refusal: found.refusal }))
  }
  const facetsOf = async (caller: Caller, input: SearchInput) => {
    const facets = await readFacets(deps, caller, input)
    if (!facets.ok) throw new Error(JSON.stringify(facets.refusal))
  }
  const isCounted = ([label]: readonly [string, unknown]) => counted.includes(label)
  for (const [label, make] of searches)
    await measure('searches and facets', label, () => findPeople(callers.large, make()))
  for (const [label, make] of searches.filter(isCounted))
    await measure('searches and facets', `facets: ${label}`, () => facetsOf(callers.large, make()))
  for (const [label, make] of names) await measure('names', label, () => findPeople(callers.large, make()))
  for (const [label, make] of sayings)
    await measure('what was said', label, () => findSaid({ db }, callers.large, make()))
  for (const [label, make] of searches.filter(isCounted)) {
    await measure('small workspace', `small: ${label}`, () => findPeople(callers.small, make()))
    await measure('small workspace', `small, facets: ${label}`, () => facetsOf(callers.small, make()))
  }
  for (const [label, make] of sayings)
    await measure('small workspace', `small, ${label}`, () => findSaid({ db }, callers.small, make()))
  return [
    ...measured,
    ...[...groups].flatMap(([group, times]) => {
      times.sort((a, b) => a - b)
      return [
        { name: `all ${group}, median`, figure: among(times, 0.5), unit: 'ms' },
        { name: `all ${group}, 95th percentile`, figure: among(times, 0.95), unit: 'ms' },
      ]
    }),
  ]
}
