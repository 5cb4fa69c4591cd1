import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createResetLink } from '#features/accounts/actions/reset-links.ts'
import { changeRole } from '#features/accounts/actions/team.ts'
import { findUsersByEmail, listSampleUsers } from '#features/accounts/index.ts'
import { hearForActivity } from '#features/activity/index.ts'
import { createPage } from '#features/campaigns/index.ts'
import { hearForConversations } from '#features/conversations/index.ts'
import { asksAboutWork, isDecline, isIntroduction } from '#features/etiquette/model.ts'
import { mergeInto } from '#features/people/index.ts'
import { hearForRelationships } from '#features/relationships/index.ts'
import { optsOut } from '#features/relationships/model.ts'
import { systemClock } from '#kernel/clock.ts'
import { newId, type PersonId, type WorkspaceId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { createEvents } from '#platform/events.ts'
import { inWorkspace } from '#storage/database.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createWorkspace } from '#tests/servers/workspace.ts'
import { runLoad } from './actions/run-load.ts'
import { loadSample, readSample, removeSample } from './actions/sample.ts'
import type { SampleDeps } from './deps.ts'
import { planSample } from './model.ts'
import { findLoad } from './store.ts'

async function start() {
  const database = await startTestDatabase()
  const { db } = database
  const events = createEvents()
  const touches = {
    events,
    suppressionKey: new Uint8Array(32).fill(7),
    readText: { introduces: isIntroduction, asksAboutWork, declines: isDecline, optsOut },
  }
  hearForActivity(events)
  hearForRelationships(touches)
  hearForConversations(events)
  const pages = { db, clock: systemClock, publicUrl: 'http://localhost:4280', refreshSessions: async () => undefined }
  const deps: SampleDeps = { db, clock: systemClock, touches, pages }
  const caller = await createWorkspace(db)
  const load = async () => {
    const row = await inWorkspace(db, caller.workspace, tx => findLoad(tx, caller.workspace))
    return row ? runLoad(deps, { workspace: caller.workspace, load: row.load }) : false
  }
  const ask = async (question: ReturnType<typeof sql>) =>
    inWorkspace(db, caller.workspace, async tx => (await sql<Record<string, number>>`${question}`.execute(tx)).rows)
  return { deps, caller, load, ask, [Symbol.asyncDispose]: () => database[Symbol.asyncDispose]() }
}

/** Every row of the workspace by table, but for what keeps a record on purpose: the audit log and the browsers' change log. */
async function allRows(deps: SampleDeps, workspace: WorkspaceId): Promise<Record<string, unknown[]>> {
  return inWorkspace(deps.db, workspace, async tx => {
    const { rows: tables } = await sql<{ name: string }>`select c.table_name as name from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and c.column_name = 'workspace_id' and t.table_type = 'BASE TABLE'
        and c.table_name not in ('audit_log', 'live_events', 'live_cursors') order by 1`.execute(tx)
    const found: Record<string, unknown[]> = {}
    for (const { name } of tables) {
      const { rows } = await sql<{ row: unknown }>`select to_jsonb(t) as row from ${sql.table(name)} t
        where workspace_id = ${workspace} order by to_jsonb(t)::text`.execute(tx)
      if (rows.length > 0) found[name] = rows.map(({ row }) => row)
    }
    return found
  })
}

async function addOwnPerson(deps: SampleDeps, { workspace, user }: Caller): Promise<PersonId> {
  const person = newId<'Person'>()
  const at = new Date()
  await inWorkspace(deps.db, workspace, async tx => {
    await tx
      .insertInto('people')
      .values({
        workspace_id: workspace,
        person_id: person,
        display_name: 'Rosa Hal',
        owner_id: user,
        created_at: at,
        updated_at: at,
      })
      .execute()
    await tx
      .insertInto('notes')
      .values({
        workspace_id: workspace,
        note_id: newId<'Note'>(),
        person_id: person,
        user_id: user,
        text: 'Mine.',
        created_at: at,
      })
      .execute()
  })
  return person
}

test('the plan is the same on every run, and people do not repeat themselves', () => {
  const input = { people: 200, us: { name: 'Mara Lind' }, now: new Date('2026-11-22T21:00:00Z') }
  const plan = planSample(input)
  expect(planSample(input)).toEqual(plan)
  const said = plan.items.map(item => `${item.person} ${item.text}`)
  expect(new Set(said).size).toBeGreaterThan(said.length * 0.97)
  expect(plan.items.every(item => item.publishedAt < input.now && !/[{}]/.test(`${item.title} ${item.text}`))).toBe(
    true,
  )
  expect(plan.chats.every(chat => chat.messages.every(({ at, text }) => at < input.now && !/[{}|]/.test(text)))).toBe(
    true,
  )
})

test('nothing in the plan leads to a real person', () => {
  const { people } = planSample({ people: 500, us: { name: 'Mara Lind' }, now: new Date('2026-11-22T21:00:00Z') })
  for (const { profiles, email, phone } of people) {
    for (const { url } of profiles) if (url) expect(new URL(url).hostname).toMatch(/[.]example$/)
    if (email) expect(email).toMatch(/[.]example$/)
    if (phone) expect(phone).toMatch(/^[+]1\d{3}55501\d\d$/)
  }
})

test('the sample is 2,000 people over more than 12 tools with 20,000 items and 300 chats, and goes without a trace', async () => {
  await using kith = await start()
  const { deps, caller, load, ask } = kith
  const { workspace } = caller
  await addOwnPerson(deps, caller)
  await createPage(deps.pages, caller, { title: 'My own page' })
  const before = await allRows(deps, workspace)

  await loadSample(deps, caller)
  expect(await load()).toBe(true)
  expect(await readSample(deps, caller)).toMatchObject({ loaded: true, loading: false, people: 2_000, progress: 1 })
  const [counts] = await ask(sql`select
    (select count(*)::int from people where workspace_id = ${workspace} and sample) as people,
    (select count(distinct tool)::int from profiles where workspace_id = ${workspace}) as tools,
    (select count(distinct tool)::int from activity_items where workspace_id = ${workspace}) as sources,
    (select count(*)::int from activity_items where workspace_id = ${workspace}) as items,
    (select count(*)::int from conversations where workspace_id = ${workspace}) as chats,
    (select count(distinct tool)::int from conversations where workspace_id = ${workspace}) as "chatTools",
    (select count(*)::int from conversations where workspace_id = ${workspace} and requested) as requests,
    (select count(*)::int from conversations where workspace_id = ${workspace} and kind = 'room') as rooms,
    (select count(*)::int from visitors where workspace_id = ${workspace}) as visitors,
    (select count(*)::int from person_search where workspace_id = ${workspace}) as searched,
    (select count(*)::int from match_proposals where workspace_id = ${workspace}) as pairs,
    (select count(*)::int from connections where workspace_id = ${workspace} and config->>'sample' = 'yes' and paused_at is null) as live`)
  expect(counts).toMatchObject({
    people: 2_000,
    items: 20_000,
    chats: 300,
    requests: 24,
    rooms: 12,
    visitors: 24,
    live: 0,
  })
  const [site] = await ask(sql`select
    (select count(*)::int from openings where workspace_id = ${workspace} and state = 'open') as openings,
    (select count(*)::int from posts where workspace_id = ${workspace} and state = 'published') as posts,
    (select count(*)::int from list_subscribers where workspace_id = ${workspace} and state = 'confirmed') as readers,
    (select count(*)::int from candidacies where workspace_id = ${workspace}) as candidacies,
    (select count(*)::int from referrals where workspace_id = ${workspace}) as referrals`)
  // The third opening is filled.
  expect(site).toMatchObject({ openings: 2, posts: 2, readers: 24, candidacies: 8 })
  expect(site?.referrals).toBeGreaterThan(0)
  const shares = await ask(sql`select u.name, u.sample,
      (select count(*)::int from people p where p.workspace_id = u.workspace_id and p.owner_id = u.user_id) as people,
      (select count(*)::int from relationships r where r.workspace_id = u.workspace_id and r.user_id = u.user_id) as known,
      (select count(*)::int from readings d where d.workspace_id = u.workspace_id and d.user_id = u.user_id) as readings,
      (select count(*)::int from conversations c where c.workspace_id = u.workspace_id and c.assignee_id = u.user_id) as chats,
      (select count(*)::int from todos t where t.workspace_id = u.workspace_id and t.assignee_id = u.user_id) as todos
    from users u where u.workspace_id = ${workspace} order by 3 desc`)
  // Whoever loads it has most of it; each of the three others has a share of everything.
  expect(shares.map(one => one.sample)).toEqual([false, true, true, true])
  for (const one of shares)
    for (const share of ['people', 'known', 'readings', 'chats', 'todos'])
      expect(one[share], `${share} of ${one.name}`).toBeGreaterThan(0)
  expect(counts?.tools).toBeGreaterThanOrEqual(12)
  expect(counts?.chatTools).toBeGreaterThanOrEqual(10)
  expect(counts?.searched).toBeGreaterThanOrEqual(2_000)

  const stages = await ask(sql`select coalesce(r.side, r.stage, 'found') as stage, count(*)::int as n from people p
    left join relationships r on r.workspace_id = p.workspace_id and r.person_id = p.person_id
    where p.workspace_id = ${workspace} and p.sample group by 1`)
  const many = (stage: string) => stages.find(row => String(row.stage) === stage)?.n ?? 0
  const ladder = ['found', 'read', 'engaged', 'acknowledged', 'introduced', 'interested', 'candidate'].map(many)
  expect(ladder, JSON.stringify(stages)).toEqual([...ladder].sort((a, b) => b - a))
  expect(many('found')).toBeGreaterThan(1_000)
  expect(many('connected')).toBeGreaterThan(50)
  // Fourteen who stood there, and four who asked about work and are considered since.
  expect(many('candidate')).toBe(18)
  expect(many('referrer')).toBe(11)
  expect(many('declined')).toBe(20)
  expect(many('do-not-contact')).toBe(3)

  expect(await removeSample(deps, caller)).toEqual({ people: 2_000 })
  expect(await readSample(deps, caller)).toMatchObject({ loaded: false, loading: false, since: null })
  expect(await allRows(deps, workspace)).toEqual(before)
  expect(await removeSample(deps, caller)).toEqual({ people: 0 })
}, 240_000)

test('a load that was cut off begins again, a second wish changes nothing, and a removal ends a load on its way', async () => {
  await using kith = await start()
  const { deps, caller, load, ask } = kith
  const people = () => ask(sql`select count(*)::int as n from people where workspace_id = ${caller.workspace}`)
  const before = await allRows(deps, caller.workspace)
  await loadSample(deps, caller, { people: 600 })
  const row = await inWorkspace(deps.db, caller.workspace, tx => findLoad(tx, caller.workspace))
  const cut = new AbortController()
  const first = runLoad(deps, { workspace: caller.workspace, load: row?.load ?? newId() }, cut.signal)
  while ((await people())[0]?.n === 0) await new Promise(resolve => setTimeout(resolve, 10))
  cut.abort()
  await expect(first).rejects.toThrow()
  expect(await load()).toBe(true)
  expect(await people()).toEqual([{ n: 600 }])
  expect(await loadSample(deps, caller, { people: 900 })).toMatchObject({ loaded: true, people: 600 })

  await removeSample(deps, caller)
  await loadSample(deps, caller, { people: 600 })
  const onItsWay = load()
  while ((await people())[0]?.n === 0) await new Promise(resolve => setTimeout(resolve, 10))
  await removeSample(deps, caller)
  expect(await onItsWay.catch(() => false)).toBe(false)
  expect(await allRows(deps, caller.workspace)).toEqual(before)
}, 120_000)

test('a colleague of the sample signs in nowhere, and what they were given of one’s own comes back when they go', async () => {
  await using kith = await start()
  const { deps, caller, load, ask } = kith
  const { workspace, user } = caller
  await loadSample(deps, caller, { people: 60 })
  await load()
  const accounts = { db: deps.db, clock: deps.clock, publicUrl: new URL(deps.pages.publicUrl) }
  const email = 'jonas.weber@sample.example'
  const [jonas] = await inWorkspace(deps.db, workspace, tx => listSampleUsers(tx, workspace))
  if (!jonas) throw new Error('no colleague came')
  expect(await findUsersByEmail(accounts, email)).toEqual([])
  expect(await createResetLink(accounts, caller, jonas)).toMatchObject({ refusal: { code: 'no-such-member' } })
  expect(await changeRole(accounts, caller, jonas, 'owner')).toMatchObject({ refusal: { code: 'no-such-member' } })
  await expect(
    ask(sql`update users set password_hash = 'x' where workspace_id = ${workspace} and user_id = ${jonas}`),
  ).rejects.toThrow(/users_sample_signs_in_nowhere/)

  const own = await addOwnPerson(deps, caller)
  await ask(sql`update people set owner_id = ${jonas} where workspace_id = ${workspace} and person_id = ${own}`)
  await removeSample(deps, caller)
  expect(await ask(sql`select owner_id from people where workspace_id = ${workspace}`)).toEqual([{ owner_id: user }])
  expect(await ask(sql`select user_id from users where workspace_id = ${workspace}`)).toEqual([{ user_id: user }])
})

test('people of one’s own who were merged with a sample person stand alone again', async () => {
  await using kith = await start()
  const { deps, caller, load, ask } = kith
  const { workspace, user } = caller
  await loadSample(deps, caller, { people: 60 })
  await load()
  const own = await addOwnPerson(deps, caller)
  const [sample] = await inWorkspace(deps.db, workspace, tx =>
    tx
      .selectFrom('people')
      .select('person_id')
      .where('workspace_id', '=', workspace)
      .where('sample', '=', true)
      .limit(1)
      .execute(),
  )
  const merged = await inWorkspace(deps.db, workspace, tx =>
    mergeInto(
      tx,
      deps.touches,
      { workspace, decidedBy: 'recruiter', user, probability: 1, evidence: [], now: new Date() },
      sample?.person_id ?? own,
      own,
    ),
  )
  expect(merged.ok).toBe(true)
  await removeSample(deps, caller)
  expect(
    await ask(sql`select display_name, merged_into,
    (select text from notes n where n.workspace_id = p.workspace_id and n.person_id = p.person_id) as note
    from people p where workspace_id = ${workspace}`),
  ).toEqual([{ display_name: 'Rosa Hal', merged_into: null, note: 'Mine.' }])
}, 60_000)
