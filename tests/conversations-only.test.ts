import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectorTools, findConnector } from '#connectors/registry.ts'
import { listRecent, listRhythms, upsertItems } from '#features/activity/store/items.ts'
import { searchPeople } from '#features/people/actions/search.ts'
import { listAddressOwners, listKnownPeople, refreshPersonSearch } from '#features/people/index.ts'
import { importFile } from '#features/sourcing/actions/import-file.ts'
import { getTool } from '#features/tools/model.ts'
import { bytesSource } from '#importers/byte-source.ts'
import { recogniseFile } from '#importers/registry.ts'
import { newId, type PersonId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { type ToolId, toolIds } from '#kernel/tools.ts'
import { createEvents } from '#platform/events.ts'
import { createHttpClient } from '#platform/http.ts'
import { inWorkspace } from '#storage/database.ts'
import { writeTrusted } from '#storage/trusted-rows.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createTestClock, createWorkspace } from '#tests/servers/workspace.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
const clock = createTestClock('2026-11-22T10:00:00Z')
let caller: Caller
let person: PersonId
const profile = newId<'Profile'>()

const inside = <T>(act: Parameters<typeof inWorkspace<T>>[2]) => inWorkspace(database.db, caller.workspace, act)

const itemOf = (tool: ToolId, text: string) => ({
  activity: newId<'Activity'>(),
  person,
  profile,
  tool,
  kind: 'post',
  key: text,
  text,
  words: 3,
  publishedAt: clock.now(),
})

/** All that Discord could tell of somebody, planted past every action. */
beforeAll(async () => {
  database = await startTestDatabase()
  caller = await createWorkspace(database.db)
  person = newId<'Person'>()
  const now = clock.now()
  await inside(async tx => {
    await sql`insert into people (workspace_id, person_id, display_name, created_at, updated_at)
      values (${caller.workspace}, ${person}, 'Wren Halloway', ${now}, ${now})`.execute(tx)
    await sql`insert into profiles (workspace_id, profile_id, person_id, tool, handle, profile_key, url, display_name, headline, summary,
        place, facts, depth, source, collected_at, updated_at)
      values (${caller.workspace}, ${profile}, ${person}, 'discord', 'quillfeather', '200000000000000001',
        'https://discord.com/users/200000000000000001', 'Quillfeather', 'Zymurgist', 'Brews at night', 'Ullapool',
        '{"skills": ["lambics"], "positions": [{"title": "Cellarmaster", "organisation": "Gannet Ales"}]}', 80, 'discord', ${now}, ${now})`.execute(
      tx,
    )
    await sql`insert into contact_points (workspace_id, person_id, kind, contact_key, value, profile_id, source, created_at)
      values (${caller.workspace}, ${person}, 'email', 'wren@gannet.test', 'wren@gannet.test', ${profile}, 'discord', ${now})`.execute(
      tx,
    )
    await upsertItems(
      tx,
      caller.workspace,
      [itemOf('discord', 'Discord is where I talk'), itemOf('blog', 'A post')],
      now,
    )
    await refreshPersonSearch(tx, caller.workspace, [person])
  })
})
afterAll(() => database[Symbol.asyncDispose]())

test('Discord’s profile keeps the name that a conversation needs, and nothing that could be judged', async () => {
  const rows = await inside(
    async tx => await tx.selectFrom('profiles').selectAll().where('profile_id', '=', profile).execute(),
  )
  expect(rows[0]).toMatchObject({
    handle: 'quillfeather',
    display_name: 'Quillfeather',
    url: 'https://discord.com/users/200000000000000001',
  })
  expect(rows[0]).toMatchObject({ headline: null, summary: null, place: null, facts: {}, depth: 0 })
})

test('search finds nobody by what Discord says of them', async () => {
  const deps = {
    db: database.db,
    clock,
    stages: ['found'],
    marks: async () => new Map(),
    activeLabels: async () => new Map(),
  }
  const found = async (q: string) => {
    const answer = await searchPeople(deps, caller, { q })
    return answer.ok ? answer.value.people.map(each => each.display_name) : answer
  }
  expect(await found('Wren Halloway')).toEqual(['Wren Halloway'])
  for (const words of ['Zymurgist', 'Cellarmaster', 'Gannet', 'lambics', 'Ullapool', 'Quillfeather', 'tool:discord'])
    expect(await found(words), words).toEqual([])
})

test('activity level sees what stands elsewhere, and nothing from Discord', async () => {
  const [recent, rhythm] = await inside(async tx => [
    await listRecent(tx, caller.workspace, person),
    (await listRhythms(tx, caller.workspace, [person], clock.now())).get(person),
  ])
  expect(recent).toHaveLength(1)
  expect(rhythm).toMatchObject({ days28: 1 })
})

test('linking sees neither the name nor an address from Discord, and the same account there links nobody', async () => {
  const [owners, known] = await inside(async tx => [
    await listAddressOwners(tx, caller.workspace, [{ kind: 'email', key: 'wren@gannet.test' }]),
    await listKnownPeople(tx, caller.workspace, [person]),
  ])
  expect(owners).toEqual([])
  expect(known.profiles).toMatchObject([{ tool: 'discord', display_name: null, headline: null, facts: {}, depth: 0 }])
  const text = 'name,discord,email\nWren H.,https://discord.com/users/200000000000000001,wren@gannet.test\n'
  const loaded = await importFile(
    {
      db: database.db,
      clock,
      events: createEvents(),
      suppressionKey: new Uint8Array(32).fill(7),
      recogniseFile,
    },
    {
      ...caller,
      source: bytesSource('people.csv', new TextEncoder().encode(text)),
      signal: new AbortController().signal,
      mapping: undefined,
    },
  )
  expect(loaded).toMatchObject({ ok: true, value: { created_count: 1, conflict_count: 0 } })
  const pairs = await inside(tx => tx.selectFrom('match_proposals').selectAll().execute())
  expect(pairs).toEqual([])
})

test('a bulk import, which writes without triggers, meets the wall all the same', async () => {
  await inside(async tx => {
    await writeTrusted(tx, caller.workspace, async () => {
      await sql`update profiles set headline = 'Zymurgist', depth = 90 where profile_id = ${profile}`.execute(tx)
    })
    await upsertItems(tx, caller.workspace, [itemOf('discord', 'again')], clock.now())
  })
  const rows = await inside(tx => tx.selectFrom('profiles').selectAll().where('profile_id', '=', profile).execute())
  expect(rows[0]).toMatchObject({ headline: null, depth: 0 })
})

test('the wall, the registry of tools and the connectors name the same tools', async () => {
  const walled = await inside(async tx => {
    const { rows } = await sql<{ tool: ToolId }>`select t.tool from unnest(${[...toolIds]}::text[]) as t(tool)
      where kith_for_conversations_only(t.tool)`.execute(tx)
    return rows.map(row => row.tool)
  })
  expect(walled).toEqual(toolIds.filter(tool => getTool(tool).rules.employmentUse === 'forbidden'))
  await using http = createHttpClient()
  for (const tool of connectorTools) {
    const connector = await findConnector(tool, { http, allowAddress: () => false })
    expect(connector?.manifest.policy.employmentUse, tool).toBe(getTool(tool).rules.employmentUse)
  }
})
