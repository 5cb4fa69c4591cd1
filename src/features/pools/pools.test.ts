import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordActivity } from '#features/activity/index.ts'
import { readInbox } from '#features/conversations/actions/manage.ts'
import { changeTags } from '#features/people/actions/edit.ts'
import { searchPeople } from '#features/people/actions/search.ts'
import { addMessengerProfile, markDoNotContact, mergeInto, takeBackMove } from '#features/people/index.ts'
import { recordTouches, type Touch } from '#features/relationships/index.ts'
import { stages } from '#features/relationships/model.ts'
import { dayMs } from '#kernel/clock.ts'
import { newId, type PersonId, type PoolId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import type { ToolId } from '#kernel/tools.ts'
import { createEvents } from '#platform/events.ts'
import { inWorkspace } from '#storage/database.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { addRecruiter, createTestClock, createWorkspace } from '#tests/servers/workspace.ts'
import { exportPool } from './actions/export.ts'
import { keepPools } from './actions/keep.ts'
import { addPool, changePool, sharePool } from './actions/manage.ts'
import { addMembers, putBack, readLog, readMembers, readStages, takeOut } from './actions/members.ts'
import { checkPlan, plan } from './actions/plan.ts'
import { readHealth, readPools } from './actions/read.ts'
import type { PoolDeps } from './deps.ts'
import { inPoolNamed, peopleInPool } from './store/members.ts'
import { listPlanned, listPoolNews, listWarmDue } from './store/warm.ts'
import { hearForPools } from './subscriptions.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
let deps: PoolDeps
const clock = createTestClock('2026-11-23T10:00:00Z')
const events = createEvents()
hearForPools(events)
const silentText = { introduces: () => false, asksAboutWork: () => false, declines: () => false, optsOut: () => false }
const touchDeps = { events, readText: silentText, suppressionKey: new Uint8Array(32) }
const daysAgo = (days: number) => new Date(clock.now().getTime() - days * dayMs)

beforeAll(async () => {
  database = await startTestDatabase()
  deps = {
    db: database.db,
    clock,
    stages,
    marks: async () => new Map(),
    activeLabels: async () => new Map(),
  }
})
afterAll(() => database[Symbol.asyncDispose]())

async function add(
  caller: Caller,
  name: string,
  tool: ToolId = 'xmpp',
  ...touches: Pick<Touch, 'kind' | 'at'>[]
): Promise<PersonId> {
  return inWorkspace(database.db, caller.workspace, async tx => {
    const made = unwrap(
      await addMessengerProfile(tx, {
        ...caller,
        tool,
        address: `${name.replaceAll(' ', '.')}@x.org`.toLowerCase(),
        name,
        source: 'xmpp',
        now: clock.now(),
      }),
    )
    await recordTouches(
      tx,
      touchDeps,
      caller.workspace,
      touches.map(touch => ({ ...touch, person: made.person, user: caller.user, tool })),
      clock.now(),
    )
    return made.person
  })
}

const unwrap = <T>(result: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T => {
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

const names = async (caller: Caller, pool: PoolId) =>
  unwrap(await readMembers(deps, caller, { pool, sort: 'name', limit: 50 })).rows.map(row => row.display_name)

const tag = (caller: Caller, person: PersonId, name: string, on = true) =>
  changeTags({ ...deps, events, suppressionKey: new Uint8Array(32), audit: async () => undefined }, caller, [person], {
    add: on ? [name] : [],
    remove: on ? [] : [name],
  })

test('people are put into a pool by hand, once; who must not be contacted is left out with why; taking out can be undone', async () => {
  const caller = await createWorkspace(database.db)
  const [ana, tom, eve] = [await add(caller, 'Ana'), await add(caller, 'Tom'), await add(caller, 'Eve')]
  await inWorkspace(database.db, caller.workspace, tx =>
    markDoNotContact(
      tx,
      { events, suppressionKey: new Uint8Array(32) },
      { workspace: caller.workspace, people: [eve], reason: 'Asked for it.', user: caller.user, at: clock.now() },
    ),
  )
  const pool = unwrap(await addPool(deps, caller, { kind: 'static', name: 'Nurses' }))
  expect(await addPool(deps, caller, { kind: 'static', name: 'NURSES' })).toMatchObject({
    refusal: { code: 'name-taken' },
  })
  const first = unwrap(await addMembers(deps, caller, pool, [ana, tom, eve]))
  expect(first).toEqual({
    added: expect.arrayContaining([ana, tom]),
    leftOut: [{ person: eve, name: 'Eve', code: 'do-not-contact' }],
  })
  expect(unwrap(await addMembers(deps, caller, pool, [ana])).leftOut).toMatchObject([{ code: 'already-in' }])
  const removed = unwrap(await takeOut(deps, caller, pool, [ana]))
  expect(await names(caller, pool)).toEqual(['Tom'])
  unwrap(await putBack(deps, caller, pool, [...removed, ...removed]))
  expect(await names(caller, pool)).toEqual(['Ana', 'Tom'])
  expect((await readPools(deps, caller))[0]).toMatchObject({ size: 2, came: 3, went: 1 })
  const log = unwrap(await readLog(deps, caller, pool, undefined, 10))
  expect(log.map(entry => [entry.kind, entry.cause, entry.name])).toEqual([
    ['came', 'hand', 'Ana'],
    ['went', 'hand', 'Ana'],
    ['came', 'hand', expect.any(String)],
    ['came', 'hand', expect.any(String)],
  ])
})

test('a dynamic pool follows what changes and says who came and went, and by which part of its search', async () => {
  const caller = await createWorkspace(database.db)
  const ana = await add(caller, 'Ana')
  const tom = await add(caller, 'Tom')
  await tag(caller, ana, 'nights')
  const pool = unwrap(
    await addPool(deps, caller, { kind: 'dynamic', name: 'Night people', search: { q: 'tag:nights stage:found' } }),
  )
  expect(await names(caller, pool)).toEqual(['Ana'])
  await tag(caller, tom, 'nights')
  await keepPools(deps, caller.workspace)
  expect(await names(caller, pool)).toEqual(['Ana', 'Tom'])
  await inWorkspace(database.db, caller.workspace, tx =>
    recordTouches(
      tx,
      touchDeps,
      caller.workspace,
      [{ kind: 'their-reaction', person: ana, user: caller.user, tool: 'xmpp', at: clock.now() }],
      clock.now(),
    ),
  )
  await keepPools(deps, caller.workspace)
  expect(await names(caller, pool)).toEqual(['Tom'])
  const [went, came, filled] = unwrap(await readLog(deps, caller, pool, undefined, 10))
  expect(went).toMatchObject({
    kind: 'went',
    name: 'Ana',
    cause: 'stage',
    detail: { missing: ['stage:found'], from: 'found', to: 'acknowledged' },
  })
  expect(came).toMatchObject({
    kind: 'came',
    name: 'Tom',
    cause: 'words',
    detail: { matched: ['tag:nights', 'stage:found'] },
  })
  expect(filled).toMatchObject({ kind: 'filled', cause: 'created', detail: { came: 1, went: 0 } })
})

test('whoever is taken out of a dynamic pool by hand stays out, and whoever was put in stays in', async () => {
  const caller = await createWorkspace(database.db)
  const [ana, tom] = [await add(caller, 'Ana'), await add(caller, 'Tom')]
  await tag(caller, ana, 'nights')
  const pool = unwrap(await addPool(deps, caller, { kind: 'dynamic', name: 'Nights', search: { tag: 'nights' } }))
  unwrap(await takeOut(deps, caller, pool, [ana]))
  unwrap(await addMembers(deps, caller, pool, [tom]))
  clock.pass(2 * 3_600_000)
  await keepPools(deps, caller.workspace)
  expect(await names(caller, pool)).toEqual(['Tom'])
})

test('a search asks for pools by their name, and never for one that its reader may not see', async () => {
  const caller = await createWorkspace(database.db)
  const other: Caller = { ...caller, user: newId<'User'>(), role: 'recruiter' }
  await addRecruiter(database.db, other)
  const [ana] = [await add(caller, 'Ana Ruiz'), await add(caller, 'Bo Li')]
  const pool = unwrap(await addPool(deps, caller, { kind: 'static', name: 'Night nurses' }))
  unwrap(await addMembers(deps, caller, pool, [ana]))
  const find = async (who: Caller, q: string) => {
    const found = await searchPeople({ ...deps, inPoolNamed }, who, { q })
    return found.ok ? found.value.people.map(person => person.display_name) : found.refusal
  }
  expect(await find(caller, 'pool:"night nurses"')).toEqual(['Ana Ruiz'])
  expect(await find(caller, 'pool:night*')).toEqual(['Ana Ruiz'])
  expect(await find(caller, 'NOT pool:"night nurses"')).toEqual(['Bo Li'])
  expect(await find(caller, 'pool:night* active:unknown')).toEqual(['Ana Ruiz'])
  expect(await find(caller, 'pool:night* active:month')).toEqual([])
  expect(await find(other, 'pool:night*')).toEqual([])
  expect(await find(caller, 'NOT active:month')).toHaveLength(2)
})

test('a search that can not be read is refused with what to do, and nothing is made', async () => {
  const caller = await createWorkspace(database.db)
  expect(await addPool(deps, caller, { kind: 'dynamic', name: 'N', search: { q: '(nurse' } })).toMatchObject({
    refusal: { code: 'broken-query', message: expect.stringContaining('Close the bracket') },
  })
  expect(await addPool(deps, caller, { kind: 'dynamic', name: 'N', search: { q: ' ' } })).toMatchObject({
    refusal: { code: 'nothing-asked' },
  })
  expect(await readPools(deps, caller)).toEqual([])
})

test('a colleague sees a pool only once it is shared with them, and only its owner or an admin changes it', async () => {
  const caller = await createWorkspace(database.db, 'recruiter')
  const other: Caller = { ...caller, user: newId<'User'>(), role: 'recruiter' }
  await addRecruiter(database.db, other)
  const pool = unwrap(await addPool(deps, caller, { kind: 'static', name: 'Mine' }))
  expect(await readPools(deps, other)).toEqual([])
  expect(await readStages(deps, other, pool)).toMatchObject({ refusal: { code: 'no-such-pool' } })
  unwrap(await sharePool(deps, caller, pool, [other.user]))
  expect(await readPools(deps, other)).toMatchObject([{ name: 'Mine' }])
  expect(await changePool(deps, other, pool, { name: 'Theirs' })).toMatchObject({ refusal: { code: 'not-yours' } })
  const stranger = await createWorkspace(database.db)
  expect(await addMembers(deps, stranger, pool, [newId<'Person'>()])).toMatchObject({
    refusal: { code: 'no-such-pool' },
  })
})

test('the inbox shows talk with the members of a pool, and nothing of a pool that its reader may not see', async () => {
  const caller = await createWorkspace(database.db)
  const colleague: Caller = { ...caller, user: newId<'User'>(), role: 'recruiter' }
  await addRecruiter(database.db, colleague)
  const [ana, ben] = [await add(caller, 'Ana Ruiz'), await add(caller, 'Ben Ode')]
  const connection = newId<'Connection'>()
  await inWorkspace(database.db, caller.workspace, async tx => {
    await sql`insert into connections (workspace_id, connection_id, user_id, tool, label, state_at, created_at)
      values (${caller.workspace}, ${connection}, ${caller.user}, 'xmpp', 'Mine', now(), now())`.execute(tx)
    for (const person of [ana, ben])
      await sql`insert into conversations (workspace_id, conversation_id, connection_id, tool, kind, remote_id, person_id, last_message_at, created_at)
        values (${caller.workspace}, ${newId()}, ${connection}, 'xmpp', 'direct', ${person}, ${person}, now(), now())`.execute(
        tx,
      )
  })
  const pool = unwrap(await addPool(deps, caller, { kind: 'static', name: 'Nights' }))
  unwrap(await addMembers(deps, caller, pool, [ana]))
  const inbox = async (reader: Caller, only?: PoolId) => {
    const reading = {
      ...deps,
      peopleInPool,
      recordSpoken: async () => undefined,
      connectorOf: async () => undefined,
      session: () => undefined,
    }
    const { rows } = await readInbox(reading, reader, { view: 'all', limit: 10, ...(only ? { pool: only } : {}) })
    return rows.map(row => row.personName).sort()
  }
  expect(await inbox(caller)).toEqual(['Ana Ruiz', 'Ben Ode'])
  expect(await inbox(caller, pool)).toEqual(['Ana Ruiz'])
  expect(await inbox(colleague, pool)).toEqual([])
})

test('pages of a pool go on where they ended, in every order', async () => {
  const caller = await createWorkspace(database.db)
  const people: PersonId[] = []
  for (let n = 0; n < 9; n++)
    people.push(
      await add(
        caller,
        `Person ${n}`,
        'xmpp',
        ...(n % 3 === 0 ? [] : [{ kind: 'our-message' as const, at: daysAgo(n) }]),
      ),
    )
  const pool = unwrap(await addPool(deps, caller, { kind: 'static', name: 'All' }))
  for (const person of people) {
    unwrap(await addMembers(deps, caller, pool, [person]))
    clock.pass(1_000)
  }
  for (const sort of ['added', 'touch', 'name'] as const) {
    const seen: string[] = []
    let after: Parameters<typeof readMembers>[2]['after']
    do {
      const page = unwrap(await readMembers(deps, caller, { pool, sort, limit: 4, after }))
      seen.push(...page.rows.map(row => row.display_name))
      after = page.next
    } while (after)
    expect(seen).toHaveLength(9)
    expect(new Set(seen).size).toBe(9)
    if (sort === 'added') expect(seen[0]).toBe('Person 8')
    if (sort === 'touch') expect(seen.slice(0, 2)).toEqual(['Person 8', 'Person 7'])
  }
})

test('two people who turn out to be one are in a pool once, and are there apart again when that is taken back', async () => {
  const caller = await createWorkspace(database.db)
  const [ana, anna, tom] = [await add(caller, 'Ana'), await add(caller, 'Anna'), await add(caller, 'Tom')]
  const pool = unwrap(await addPool(deps, caller, { kind: 'static', name: 'Both' }))
  const only = unwrap(await addPool(deps, caller, { kind: 'static', name: 'One' }))
  unwrap(await addMembers(deps, caller, pool, [ana, anna, tom]))
  unwrap(await addMembers(deps, caller, only, [anna]))
  const decision = {
    workspace: caller.workspace,
    decidedBy: 'recruiter' as const,
    user: caller.user,
    probability: 1,
    evidence: [],
    now: clock.now(),
  }
  const merged = await inWorkspace(database.db, caller.workspace, tx => mergeInto(tx, { events }, decision, ana, anna))
  const move = unwrap(merged)
  expect(await names(caller, pool)).toEqual(['Ana', 'Tom'])
  expect(await names(caller, only)).toEqual(['Ana'])
  await inWorkspace(database.db, caller.workspace, tx =>
    takeBackMove(tx, { events }, { workspace: caller.workspace, user: caller.user, now: clock.now(), move }),
  )
  expect(await names(caller, pool)).toEqual(['Ana', 'Anna', 'Tom'])
  expect(await names(caller, only)).toEqual(['Anna'])
})

test('a plan puts on Today whom the etiquette allows and says of everyone else why not; nothing is sent', async () => {
  const caller = await createWorkspace(database.db)
  const wrote = { kind: 'their-message' as const, at: daysAgo(90) }
  const known = await add(caller, 'Known', 'xmpp', wrote)
  const stranger = await add(caller, 'Stranger')
  const declined = await add(caller, 'Declined', 'xmpp', wrote, { kind: 'declined', at: daysAgo(80) })
  const talking = await add(caller, 'Talking', 'xmpp', { kind: 'their-message', at: daysAgo(2) })
  const input = {
    people: [known, known, stranger, declined, talking, newId<'Person'>()],
    action: 'keep-warm' as const,
    from: '2026-11-23',
    perDay: 5,
  }
  const judged = unwrap(await checkPlan(deps, caller, input))
  expect(judged.possible).toMatchObject([{ name: 'Known', tool: 'xmpp', on: '2026-11-23' }])
  expect(judged.leftOut.map(one => [one.name, one.code]).sort()).toEqual([
    ['', 'gone'],
    ['Declined', 'declined'],
    ['Stranger', 'does-not-know-you'],
    ['Talking', 'talking'],
  ])
  unwrap(await plan(deps, caller, input))
  const planned = () =>
    inWorkspace(database.db, caller.workspace, tx => listPlanned(tx, caller.workspace, caller.user, '2026-11-23', 10))
  expect(await planned()).toMatchObject([{ name: 'Known', action: 'keep-warm' }])
  await inWorkspace(database.db, caller.workspace, tx =>
    recordTouches(
      tx,
      touchDeps,
      caller.workspace,
      [
        {
          kind: 'our-message',
          person: known,
          user: caller.user,
          tool: 'xmpp',
          at: new Date(clock.now().getTime() + 1),
        },
      ],
      clock.now(),
    ),
  )
  expect(await planned()).toEqual([])
})

test('an invitation is planned only with whom it is due, in the words of the etiquette', async () => {
  const caller = await createWorkspace(database.db)
  const read = await add(caller, 'Only Found')
  const known = await add(caller, 'Acknowledged', 'xmpp', { kind: 'their-reaction', at: daysAgo(3) })
  const judged = unwrap(
    await checkPlan(deps, caller, { people: [read, known], action: 'invite', from: '2026-11-28', perDay: 1 }),
  )
  // The 28th is a Saturday.
  expect(judged.possible).toMatchObject([{ name: 'Acknowledged', on: '2026-11-30' }])
  expect(judged.leftOut).toMatchObject([
    { name: 'Only Found', code: 'invite-before-acknowledged', because: expect.stringMatching(/\w+/) },
  ])
})

test('a rhythm proposes who knows us and has been silent for longer, with their news; news of pools comes once per person', async () => {
  const caller = await createWorkspace(database.db)
  const wrote = (days: number) => ({ kind: 'their-message' as const, at: daysAgo(days) })
  const due = await add(caller, 'Due', 'xmpp', wrote(40))
  const news = await add(caller, 'With News', 'mastodon', wrote(30))
  const fresh = await add(caller, 'Fresh', 'xmpp', wrote(5))
  const unknown = await add(caller, 'Unknown')
  const pool = unwrap(
    await addPool(deps, caller, {
      kind: 'static',
      name: 'Warm',
      warmWeeks: 3,
      offer: { title: 'Our frost guide', url: 'https://kith.example/frost' },
    }),
  )
  unwrap(await addMembers(deps, caller, pool, [due, news, fresh, unknown]))
  await inWorkspace(database.db, caller.workspace, tx =>
    recordActivity(
      tx,
      { events },
      caller.workspace,
      ['One', 'Two'].map((title, n) => ({
        person: news,
        tool: 'mastodon' as const,
        kind: 'post',
        key: title,
        title,
        text: 'Frost in the vineyard.',
        publishedAt: daysAgo(3 - n),
      })),
      clock.now(),
    ),
  )
  const warm = await inWorkspace(database.db, caller.workspace, tx =>
    listWarmDue(tx, caller.workspace, caller.user, clock.now(), daysAgo(30), 10),
  )
  expect(warm.map(one => [one.name, one.title, one.weeks, one.offerTitle])).toEqual([
    ['With News', 'Two', 3, 'Our frost guide'],
    ['Due', null, 3, 'Our frost guide'],
  ])
  const unread = await inWorkspace(database.db, caller.workspace, tx =>
    listPoolNews(tx, caller.workspace, caller.user, daysAgo(14), 10),
  )
  expect(unread.map(one => [one.name, one.title, one.poolName])).toEqual([['With News', 'Two', 'Warm']])
})

test('the health of a pool says where they are, who answers there with an honest interval, and how long it has been silent', async () => {
  const caller = await createWorkspace(database.db)
  const pool = unwrap(await addPool(deps, caller, { kind: 'static', name: 'Health' }))
  const people: PersonId[] = []
  for (let n = 0; n < 11; n++) {
    const asked = { kind: 'our-message' as const, at: daysAgo(60) }
    const answer = { kind: 'their-message' as const, at: new Date(daysAgo(60).getTime() + 9 * 3_600_000) }
    people.push(await add(caller, `Asked ${n}`, 'xmpp', asked, ...(n < 8 ? [answer] : [])))
  }
  for (let n = 0; n < 4; n++) people.push(await add(caller, `Other ${n}`, 'mastodon'))
  unwrap(await addMembers(deps, caller, pool, people))
  const health = unwrap(await readHealth(deps, caller, pool, 'UTC'))
  expect(health.size).toBe(15)
  expect(health.fit.best).toMatchObject({ tools: ['xmpp', 'mastodon'], there: 15, answered: { hits: 8, total: 11 } })
  expect(Math.round((health.fit.best?.answered.low ?? 0) * 100)).toBe(43)
  expect(Math.round((health.fit.best?.answered.high ?? 0) * 100)).toBe(90)
  expect(health.fit.part).toBe('evening')
  expect(health.spans).toMatchObject({ touchedMonth: 0, touchedQuarter: 11, never: 4, medianDays: 60 })
})

test('a pool leaves as CSV that a spreadsheet does not run and as vCard for address books, and the audit log knows of it', async () => {
  const caller = await createWorkspace(database.db)
  const evil = await add(caller, '=HYPERLINK("x")')
  const pool = unwrap(await addPool(deps, caller, { kind: 'static', name: 'Out' }))
  unwrap(await addMembers(deps, caller, pool, [evil]))
  const { lines } = unwrap(await exportPool(deps, caller, pool, 'csv'))
  let text = ''
  for await (const line of lines) text += line
  expect(text.split('\r\n')).toHaveLength(3)
  expect(text).toContain(`"'=HYPERLINK(""x"")"`)
  const cards = unwrap(await exportPool(deps, caller, pool, 'vcard'))
  let vcards = ''
  for await (const part of cards.lines) vcards += part
  expect(vcards).toMatch(/^BEGIN:VCARD\r\nVERSION:3\.0\r\n[\s\S]*FN:=HYPERLINK[\s\S]*END:VCARD\r\n$/)
  const { rows } = await inWorkspace(database.db, caller.workspace, tx =>
    sql<{
      n: number
    }>`select count(*)::int as n from audit_log where workspace_id = ${caller.workspace} and action = 'pool.exported'`.execute(
      tx,
    ),
  )
  expect(rows[0]?.n).toBe(2)
})
