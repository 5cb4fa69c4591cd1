import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonId, SavedSearchId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { createEvents } from '#platform/events.ts'
import { listLiveEvents } from '#platform/live.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createTestClock, createWorkspace } from '#tests/servers/workspace.ts'
import { addPerson } from './actions/add-person.ts'
import { erasePerson } from './actions/erase.ts'
import { mergePeople } from './actions/merge.ts'
import {
  changeSavedSearch,
  dropSavedSearch,
  readSavedSearches,
  saveSearch,
  seeSavedSearch,
  watchSearches,
} from './actions/saved-searches.ts'
import { type SearchInput, searchPeople } from './actions/search.ts'

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
  stages: ['found', 'read', 'do-not-contact'],
  marks: async () => new Map(),
  activeLabels: async () => new Map(),
  exportParts: [],
})

async function add(caller: Caller, name: string, headline: string): Promise<PersonId> {
  const address = `https://www.linkedin.com/in/${name.toLowerCase().replaceAll(' ', '-')}`
  const added = await addPerson(deps(), caller, { name, profiles: [{ address, headline }] })
  if (!added.ok) throw new Error(JSON.stringify(added.refusal))
  return added.value
}

const watch = (caller: Caller) => watchSearches(deps(), caller.workspace, new AbortController().signal)

async function save(caller: Caller, name: string, q: string, notify = true): Promise<SavedSearchId> {
  const saved = await saveSearch(deps(), caller, { name, search: { q }, notify })
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal))
  return saved.value
}

const fresh = async (caller: Caller) =>
  Object.fromEntries((await readSavedSearches(deps(), caller)).map(each => [each.name, each.fresh]))

async function names(caller: Caller, input: SearchInput) {
  const found = await searchPeople(deps(), caller, input)
  return found.ok ? found.value.people.map(person => person.display_name).sort() : []
}

const told = async (caller: Caller) =>
  (await listLiveEvents(database.db, caller.workspace, 0, 1_000))
    .filter(event => event.kind === 'people.search-found')
    .map(({ user, payload }) => ({ user, name: payload.name, found: payload.found, person: payload.person }))

test('whoever is new to a saved search is told of once, to its owner alone, and can be listed until they were looked at', async () => {
  const caller = await createWorkspace(database.db)
  await add(caller, 'Ana Ruiz', 'Night nurse')
  const saved = await save(caller, 'Nurses', 'nurse')
  await watch(caller)
  expect(await fresh(caller)).toEqual({ Nurses: 0 })
  await add(caller, 'Tom Bek', 'Welder')
  const li = await add(caller, 'Li Wen', 'Nurse in Lyon')
  await watch(caller)
  await watch(caller)
  expect(await fresh(caller)).toEqual({ Nurses: 1 })
  expect(await told(caller)).toEqual([{ user: caller.user, name: 'Nurses', found: 1, person: li }])
  expect(await names(caller, { fresh: saved })).toEqual(['Li Wen'])
  expect(await names(caller, { q: 'welder', fresh: saved })).toEqual([])
  await seeSavedSearch(deps(), caller, saved)
  expect(await fresh(caller)).toEqual({ Nurses: 0 })
  expect(await names(caller, { fresh: saved })).toEqual([])
})

test('a search that shall not tell stays silent, and begins with who fits when it is asked to', async () => {
  const caller = await createWorkspace(database.db)
  const saved = await save(caller, 'Nurses', 'nurse', false)
  await add(caller, 'Ana Ruiz', 'Night nurse')
  await watch(caller)
  expect(await fresh(caller)).toEqual({ Nurses: 0 })
  expect(await changeSavedSearch(deps(), caller, saved, { notify: true })).toMatchObject({ ok: true })
  await watch(caller)
  expect(await fresh(caller)).toEqual({ Nurses: 0 })
  await add(caller, 'Li Wen', 'Nurse')
  await watch(caller)
  expect(await fresh(caller)).toEqual({ Nurses: 1 })
})

test('people who were merged away or erased are no news', async () => {
  const caller = await createWorkspace(database.db)
  await save(caller, 'Nurses', 'nurse')
  const ana = await add(caller, 'Ana Ruiz', 'Night nurse')
  const twin = await add(caller, 'Ana R', 'Nurse')
  const gone = await add(caller, 'Li Wen', 'Nurse')
  await watch(caller)
  expect(await fresh(caller)).toEqual({ Nurses: 3 })
  await mergePeople(deps(), caller, { survivor: ana, other: twin })
  await erasePerson(deps(), caller, gone)
  expect(await fresh(caller)).toEqual({ Nurses: 1 })
})

test('saved searches are their owner’s own', async () => {
  const caller = await createWorkspace(database.db)
  const other = await createWorkspace(database.db)
  const saved = await save(caller, 'Nurses', 'nurse')
  expect(await readSavedSearches(deps(), other)).toEqual([])
  expect(await dropSavedSearch(deps(), other, saved)).toMatchObject({ refusal: { code: 'no-such-search' } })
  expect(await names({ ...other, workspace: caller.workspace }, { fresh: saved })).toEqual([])
  expect(await dropSavedSearch(deps(), caller, saved)).toMatchObject({ ok: true })
  expect(await readSavedSearches(deps(), caller)).toEqual([])
})

test('a broken search and a name that is taken are refused before anything is kept', async () => {
  const caller = await createWorkspace(database.db)
  await save(caller, 'Nurses', 'nurse')
  const again = await saveSearch(deps(), caller, { name: 'nurses', search: { q: 'carer' }, notify: false })
  expect(again).toMatchObject({ refusal: { code: 'name-taken' } })
  const broken = await saveSearch(deps(), caller, { name: 'Broken', search: { q: '(nurse' }, notify: true })
  expect(broken).toMatchObject({ refusal: { code: 'broken-query' } })
  expect(await fresh(caller)).toEqual({ Nurses: 0 })
})
