import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { recogniseFile } from '#importers/registry.ts'
import type { Caller } from '#kernel/roles.ts'
import { createEvents } from '#platform/events.ts'
import { createHttpClient } from '#platform/http.ts'
import { type GithubApi, startGithub } from '#tests/servers/github.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createTestClock, createWorkspace } from '#tests/servers/workspace.ts'
import { uploadSource } from './byte-sources.ts'
import { fetchGithub } from './fetch-github.ts'
import { importFile } from './import-file.ts'
import { findWholeUpload } from './uploads.ts'

const members = Array.from({ length: 130 }, (_, index) => `nurse-${index}`)
let database: Awaited<ReturnType<typeof startTestDatabase>>
let github: GithubApi
const http = createHttpClient({ allowAddress: () => true })
const clock = createTestClock('2026-11-22T10:00:00Z')

beforeAll(async () => {
  database = await startTestDatabase()
  github = await startGithub({
    accounts: [
      { login: 'ana-ruiz', type: 'User', name: 'Ana Ruiz', company: '@norte', bio: 'Night shifts and Haskell' },
      { login: 'norte', type: 'Organization', name: 'Clinic Norte' },
      { login: 'quiet', type: 'Organization', name: 'Quiet' },
      ...members.map(login => ({ login, type: 'User' as const, name: `Name of ${login}` })),
    ],
    members: { norte: members },
    stars: { 'ana-ruiz': ['norte/shifts', 'haskell/cabal'] },
    token: 'secret',
  })
})
beforeEach(() => {
  github.left = 1_000
})
afterAll(async () => {
  await http[Symbol.asyncDispose]()
  await github?.[Symbol.asyncDispose]()
  await database[Symbol.asyncDispose]()
})

const deps = (token: string | undefined = 'secret') => ({
  db: database.db,
  clock,
  events: createEvents(),
  suppressionKey: new Uint8Array(32).fill(7),
  recogniseFile,
  audit: async () => undefined,
  fetch: http.fetch,
  github: { api: github.url, token },
})

async function load(caller: Caller, typed: string) {
  clock.pass(60_000)
  const fetched = await fetchGithub(deps(), caller, typed)
  if (!fetched.ok) throw new Error(JSON.stringify(fetched.refusal))
  const upload = await findWholeUpload(deps(), caller, fetched.value.id)
  if (!upload.ok) throw new Error(upload.refusal.code)
  const source = uploadSource(database.db, caller.workspace, upload.value)
  const loaded = await importFile(deps(), {
    ...caller,
    source,
    signal: new AbortController().signal,
    mapping: undefined,
  })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.refusal))
  const { created_count, unchanged_count, rejected_count, also } = loaded.value
  return { created_count, unchanged_count, rejected_count, activity: also.activity ?? 0 }
}

test('somebody comes from GitHub with what they did of late, by name or address; the same again changes nothing', async () => {
  const caller = await createWorkspace(database.db)
  expect(await load(caller, 'https://github.com/ana-ruiz?tab=repositories')).toMatchObject({
    created_count: 1,
    activity: 2,
  })
  expect(await load(caller, '@Ana-Ruiz')).toMatchObject({ created_count: 0, unchanged_count: 1, rejected_count: 0 })
})

test('the public members of an organisation come with all that GitHub shows of them, page after page', async () => {
  const caller = await createWorkspace(database.db)
  expect(await load(caller, 'github.com/orgs/norte/people')).toMatchObject({ created_count: 130, rejected_count: 0 })
})

test('where GitHub answers no more in this hour, members are kept by their account', async () => {
  const caller = await createWorkspace(database.db)
  github.left = 20
  expect(await load(caller, 'norte')).toMatchObject({ created_count: 130 })
  expect(github.left).toBeGreaterThan(0)
})

test('who is not there, shows nobody, or may not be asked now is told in words that say what to do', async () => {
  const caller = await createWorkspace(database.db)
  const refusal = async (typed: string, token?: string) => {
    const fetched = await fetchGithub(deps(token), caller, typed)
    return fetched.ok ? undefined : fetched.refusal
  }
  expect(await refusal('not an account')).toEqual({ code: 'no-account-name' })
  expect(await refusal('https://gitlab.com/ana')).toEqual({ code: 'no-account-name' })
  expect(await refusal('nobody-here')).toEqual({ code: 'no-such-account', account: 'nobody-here' })
  expect(await refusal('quiet')).toEqual({ code: 'no-members', account: 'quiet' })
  expect(await refusal('ana-ruiz', 'wrong')).toMatchObject({
    code: 'github-silent',
    why: expect.stringContaining('KITH_GITHUB_TOKEN'),
  })
  github.left = 0
  expect(await refusal('ana-ruiz')).toEqual({ code: 'github-limit', until: new Date('2026-11-22T11:00:00Z') })
})
