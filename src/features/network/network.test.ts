import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hearForActivity, recordActivity } from '#features/activity/index.ts'
import { hearForConversations } from '#features/conversations/index.ts'
import {
  erasePerson,
  insertPerson,
  insertProfile,
  markDoNotContact,
  mergeInto,
  takeBackMove,
} from '#features/people/index.ts'
import { hearForRelationships, recordTouches, relationshipMarks, type Touch } from '#features/relationships/index.ts'
import { dayMs, minuteMs } from '#kernel/clock.ts'
import { type ConversationId, newId, type PersonId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import type { ToolId } from '#kernel/tools.ts'
import { createEvents } from '#platform/events.ts'
import { buildHttp } from '#server/http.ts'
import { inWorkspace } from '#storage/database.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { addRecruiter, createTestClock, createWorkspace } from '#tests/servers/workspace.ts'
import { listGiveFirst } from './actions/balance.ts'
import { drawMap } from './actions/map.ts'
import { refreshNetwork, sweepNetwork } from './actions/refresh.ts'
import { strengthOf, together } from './model/ties.ts'
import { networkRoutes } from './routes.ts'
import { listNear } from './store/paths.ts'
import { listTiesOf } from './store/ties.ts'
import { hearForNetwork } from './subscriptions.ts'
import * as wire from './wire.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
let caller: Caller
let app: Awaited<ReturnType<typeof buildHttp>>
const clock = createTestClock('2026-11-22T10:00:00Z')
const events = createEvents()
const no = () => false
const touchDeps = {
  events,
  readText: { introduces: no, asksAboutWork: no, declines: no, optsOut: no },
  suppressionKey: new Uint8Array(32).fill(3),
}

beforeAll(async () => {
  database = await startTestDatabase()
  hearForActivity(events, () => ({ language: 'en', sure: true }))
  hearForRelationships(touchDeps)
  hearForConversations(events)
  hearForNetwork(events)
  app = await buildHttp({
    publicUrl: 'https://kith.example.org',
    version: '0',
    trustProxy: false,
    log: pino({ level: 'silent' }),
    authenticate: async () => caller,
    ready: async () => {},
    routes: here =>
      networkRoutes(here, {
        db: database.db,
        clock,
        marks: (tx, by, people) => relationshipMarks(tx, { clock, online: async () => new Map() }, by, people),
      }),
  })
})
afterAll(async () => {
  await app?.close()
  await database?.[Symbol.asyncDispose]()
})

const inside = <T>(work: Parameters<typeof inWorkspace<T>>[2]) => inWorkspace(database.db, caller.workspace, work)
const refresh = () => refreshNetwork({ db: database.db, clock }, caller.workspace)
async function api(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object) {
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { 'sec-fetch-site': 'same-origin', 'user-agent': 'Mozilla/5.0' },
    ...(body ? { payload: body } : {}),
  })
  return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() }
}
const ways = async (person: PersonId) => wire.waysView.parse((await api('GET', `/people/${person}/paths`)).body)
const near = async (person: PersonId) =>
  wire.neighboursView.parse((await api('GET', `/people/${person}/ties`)).body).people

async function add(name: string, at?: { tool: ToolId; key: string; employer?: string }): Promise<PersonId> {
  const person = newId<'Person'>()
  await inside(async tx => {
    await insertPerson(tx, caller.workspace, { person, displayName: name, owner: caller.user }, clock.now())
    if (at)
      await insertProfile(
        tx,
        caller.workspace,
        {
          profile: newId<'Profile'>(),
          person,
          tool: at.tool,
          key: at.key,
          handle: at.key,
          depth: 0,
          source: 'import',
          lawfulBasis: 'legitimate-interest',
          facts: at.employer
            ? {
                positions: [{ title: 'Nurse', organisation: at.employer, current: true }],
                education: [],
                skills: [],
                languages: [],
              }
            : undefined,
        } as Parameters<typeof insertProfile>[2],
        clock.now(),
      )
  })
  return person
}
const touch = (...given: (Omit<Touch, 'at'> & { daysAgo?: number })[]) =>
  inside(tx =>
    recordTouches(
      tx,
      touchDeps,
      caller.workspace,
      given.map(({ daysAgo = 0, ...one }) => ({
        user: caller.user,
        surface: 'direct',
        tool: 'xmpp',
        ...one,
        at: new Date(clock.now().getTime() - daysAgo * dayMs),
      })),
      clock.now(),
    ),
  )
/** They wrote to each other in so many months. */
const talk = (person: PersonId, months = 4) =>
  touch(
    ...Array.from({ length: months }, (_, n) => [
      { person, kind: 'their-message' as const, daysAgo: n * 30 },
      { person, kind: 'our-message' as const, daysAgo: n * 30 },
    ]).flat(),
  )

async function room(tool: ToolId, title: string): Promise<ConversationId> {
  const [connection, conversation] = [newId<'Connection'>(), newId<'Conversation'>()]
  await inside(async tx => {
    await tx
      .insertInto('connections')
      .values({
        workspace_id: caller.workspace,
        connection_id: connection,
        user_id: caller.user,
        tool,
        label: tool,
        state_at: clock.now(),
        created_at: clock.now(),
      })
      .execute()
    await tx
      .insertInto('conversations')
      .values({
        workspace_id: caller.workspace,
        conversation_id: conversation,
        connection_id: connection,
        tool,
        kind: 'room',
        remote_id: title,
        title,
        created_at: clock.now(),
      })
      .execute()
  })
  return conversation
}
async function say(conversation: ConversationId, person: PersonId, minute: number, daysAgo = 0): Promise<void> {
  await inside(async tx => {
    const { connection_id } = await tx
      .selectFrom('conversations')
      .select('connection_id')
      .where('conversation_id', '=', conversation)
      .executeTakeFirstOrThrow()
    const at = new Date(clock.now().getTime() - daysAgo * dayMs + minute * minuteMs)
    await tx
      .insertInto('messages')
      .values({
        workspace_id: caller.workspace,
        message_id: newId<'Message'>(),
        conversation_id: conversation,
        connection_id,
        person_id: person,
        own: false,
        text: 'Try the second layer.',
        sent_at: at,
        delivery: 'received',
        delivery_at: at,
        created_at: at,
      })
      .execute()
  })
}

test('the round that looks for what changed plans the next one', async () => {
  await sweepNetwork({ db: database.db, clock })
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from graphile_worker.jobs
    where task_identifier = 'network.sweep'`.execute(database.db)
  expect(rows[0]?.n).toBe(1)
})

test('who could introduce us is found over rooms, mentions and blogs, best way first, each tie with its reason', async () => {
  caller = await createWorkspace(database.db)
  const ana = await add('Ana Ruiz')
  const tom = await add('Tom Bek', { tool: 'mastodon', key: '@tom@night.example' })
  const li = await add('Li Wen', { tool: 'blog', key: 'frost.example' })
  await talk(ana)
  const welding = await room('xmpp', 'welding')
  for (const days of [2, 40, 80]) {
    await say(welding, tom, 0, days)
    await say(welding, ana, 2, days)
    await say(welding, tom, 4, days)
  }
  await inside(tx =>
    recordActivity(
      tx,
      { events },
      caller.workspace,
      [
        {
          person: tom,
          tool: 'mastodon',
          kind: 'post',
          key: 't1',
          title: 'On frost',
          text: 'Read https://frost.example/cloth by Li.',
          publishedAt: clock.now(),
        },
      ],
      clock.now(),
    ),
  )
  await refresh()
  const toTom = await ways(tom)
  expect(toTom.ways.map(one => one.through.map(each => each.name))).toEqual([['Ana Ruiz']])
  expect(toTom.ways[0]?.links[0]).toMatchObject({
    grade: 'strong',
    because: [{ kind: 'talk', months: 4, tool: 'xmpp' }],
  })
  expect(toTom.ways[0]?.links[1]?.because[0]).toMatchObject({ kind: 'room', title: 'welding', months: 3 })
  const toLi = await ways(li)
  expect(toLi.ways.map(one => one.through.map(each => each.name))).toEqual([['Ana Ruiz', 'Tom Bek']])
  expect(toLi.ways[0]?.links[2]?.because[0]).toMatchObject({ kind: 'link', title: 'On frost' })
  expect((await near(tom)).map(one => one.name)).toEqual(['Ana Ruiz', 'Li Wen'])
  // What the database sums up is what the model says.
  const [strength] = await inside(tx => listNear(tx, caller.workspace, tom, 1))
  const rows = await inside(tx => listTiesOf(tx, caller.workspace, [{ a: tom, b: ana }]))
  expect(strength?.strength).toBeCloseTo(together(rows.map(row => strengthOf(row, clock.now()))), 5)
})

test('whoever is not to be contacted is asked for nothing, and no way is looked for to them', async () => {
  caller = await createWorkspace(database.db)
  const [ana, tom] = [await add('Ana Ruiz'), await add('Tom Bek')]
  await talk(ana)
  await api('POST', `/people/${ana}/ties`, { other: tom, words: 'worked nights together' })
  await refresh()
  expect((await ways(tom)).ways).toHaveLength(1)
  const mark = (people: PersonId[]) =>
    inside(tx =>
      markDoNotContact(tx, touchDeps, {
        workspace: caller.workspace,
        people,
        reason: 'They asked.',
        user: caller.user,
        at: clock.now(),
      }),
    )
  await mark([ana])
  expect((await ways(tom)).ways).toEqual([])
  expect((await api('POST', '/introductions', { via: ana, person: tom })).body.error.code).toBe('do-not-contact')
  await mark([tom])
  expect((await ways(tom)).wanted.doNotContact).toBe(true)
})

test('a room on a tool whose terms forbid it ties nobody', async () => {
  caller = await createWorkspace(database.db)
  const [ana, tom] = [await add('Ana Ruiz'), await add('Tom Bek')]
  const discord = await room('discord', 'night')
  await say(discord, tom, 0)
  await say(discord, ana, 1)
  await touch({ person: ana, kind: 'their-message', tool: 'discord' })
  await refresh()
  expect(await near(ana)).toEqual([])
  expect((await ways(ana)).knownBy).toEqual([])
})

test('ties follow the survivor of a merge and come back when it is undone; an erasure takes them along', async () => {
  caller = await createWorkspace(database.db)
  const [ana, tom, other] = [await add('Ana Ruiz'), await add('Tom Bek'), await add('T. Bek')]
  await api('POST', `/people/${ana}/ties`, { other, words: 'same ward' })
  const welding = await room('xmpp', 'welding')
  await say(welding, ana, 0)
  await say(welding, other, 1)
  await refresh()
  expect((await near(ana)).map(one => one.name)).toEqual(['T. Bek'])
  const decision = {
    workspace: caller.workspace,
    user: caller.user,
    decidedBy: 'recruiter' as const,
    probability: 1,
    evidence: [],
    now: clock.now(),
  }
  const merged = await inside(tx => mergeInto(tx, touchDeps, decision, tom, other))
  if (!merged.ok) throw new Error(merged.refusal.code)
  await refresh()
  expect((await near(ana)).map(one => [one.name, one.because.length])).toEqual([['Tom Bek', 3]])
  await inside(tx =>
    takeBackMove(tx, touchDeps, {
      workspace: caller.workspace,
      user: caller.user,
      move: merged.value,
      now: clock.now(),
    }),
  )
  await refresh()
  expect((await near(ana)).map(one => one.name)).toEqual(['T. Bek'])
  expect(await near(tom)).toEqual([])
  const people = { ...touchDeps, db: database.db, clock, audit: async () => {} }
  await erasePerson(people as unknown as Parameters<typeof erasePerson>[0], caller, other)
  await refresh()
  expect(await near(ana)).toEqual([])
})

test('an ask is judged by where the one who is asked stands; made, it is a tie and stands in what they did for us', async () => {
  caller = await createWorkspace(database.db)
  const [ana, tom] = [await add('Ana Ruiz', { tool: 'xmpp', key: 'ana@example.org' }), await add('Tom Bek')]
  await api('POST', `/people/${ana}/ties`, { other: tom, words: 'worked nights together' })
  const early = wire.askView.parse((await api('POST', '/introductions', { via: ana, person: tom })).body)
  expect(early).toMatchObject({ tool: 'xmpp', verdict: 'block' })
  expect(early.reasons.map(one => one.code)).toContain('message-before-connected')
  expect((await api('POST', '/introductions', { via: ana, person: tom, keep: true })).body.error.code).toBe('not-yet')
  await talk(ana)
  await touch({ person: ana, kind: 'introduced' })
  const asked = wire.askView.parse((await api('POST', '/introductions', { via: ana, person: tom, keep: true })).body)
  expect(asked.verdict).not.toBe('block')
  expect(asked.text).toContain('Tom Bek')
  const id = asked.introduction
  expect((await api('PUT', `/introductions/${id}/state`, { state: 'made' })).status).toBe(200)
  await refresh()
  expect((await near(tom))[0]?.because.map(one => one.kind)).toContain('introduction')
  const balance = wire.balanceView.parse((await api('GET', `/people/${ana}/balance`)).body)
  expect(balance).toMatchObject({ given: 0, received: 1, asked: 1, owing: true, advice: { code: 'thank-first' } })
  const again = wire.askView.parse((await api('POST', '/introductions', { via: ana, person: tom })).body)
  expect(again.balance.owing).toBe(true)
  expect((await inside(tx => listGiveFirst(tx, caller, clock.now(), 5))).map(one => one.name)).toEqual(['Ana Ruiz'])
  clock.pass(minuteMs)
  await api('POST', `/people/${ana}/kindnesses`, { way: 'given', kind: 'thanks' })
  expect(await inside(tx => listGiveFirst(tx, caller, clock.now(), 5))).toEqual([])
  const { introductions } = wire.introductionsView.parse((await api('GET', `/introductions?person=${tom}`)).body)
  expect(introductions).toMatchObject([{ state: 'made', via: { name: 'Ana Ruiz' } }])
})

test('a colleague who knows them is named, and the caller’s own way comes before theirs', async () => {
  caller = await createWorkspace(database.db)
  const colleague: Caller = { ...caller, user: newId<'User'>(), role: 'recruiter' }
  await addRecruiter(database.db, colleague)
  const [ana, tom, sam] = [await add('Ana Ruiz'), await add('Tom Bek'), await add('Sam Okoye')]
  await touch(
    { person: ana, user: colleague.user, kind: 'met' },
    { person: ana, kind: 'in-contacts', tool: 'linkedin' },
  )
  await touch({ person: sam, user: colleague.user, kind: 'met' })
  await api('POST', `/people/${ana}/ties`, { other: tom, words: 'same ward' })
  await api('POST', `/people/${sam}/ties`, { other: tom, words: 'same ward' })
  await refresh()
  const found = await ways(tom)
  expect(found.ways.map(one => [one.through[0]?.name, one.user.me])).toEqual([
    ['Ana Ruiz', true],
    ['Sam Okoye', false],
  ])
})

test('the drawing holds whoever is tied, their communities by what they share, and stays where it was', async () => {
  caller = await createWorkspace(database.db)
  const people: PersonId[] = []
  for (let n = 0; n < 8; n += 1)
    people.push(
      await add(`Person ${n}`, { tool: 'linkedin', key: `p${n}`, employer: n < 4 ? 'Clinic Norte' : 'Harbour Works' }),
    )
  await add('Alone')
  for (const from of [0, 4])
    for (let a = from; a < from + 4; a += 1)
      for (let b = a + 1; b < from + 4; b += 1)
        await api('POST', `/people/${people[a]}/ties`, { other: people[b], words: 'same ward' })
  await api('POST', `/people/${people[0]}/ties`, { other: people[4], words: 'cousins' })
  const read = async () => wire.networkView.parse((await api('GET', '/network')).body)
  // It says that it is not there yet, instead of that nobody knows anybody.
  expect((await read()).working?.people).toBeGreaterThan(0)
  await refresh()
  expect(await read()).toMatchObject({ people: [], working: { people: 0 } })
  await drawMap({ db: database.db, clock }, caller.workspace)
  const map = await read()
  expect(map.working).toBeNull()
  expect(map.people).toHaveLength(8)
  expect(map.ties).toHaveLength(13)
  expect(map.communities.map(one => one.shared[0]?.name).sort()).toEqual(['Clinic Norte', 'Harbour Works'])
  expect(
    map.people
      .slice(0, 2)
      .map(one => one.name)
      .sort(),
  ).toEqual(['Person 0', 'Person 4'])
  expect((await api('POST', `/people/${people[0]}/ties`, { other: people[4], words: 'again' })).status).toBe(409)
  expect((await api('DELETE', `/people/${people[0]}/ties/${people[4]}`)).status).toBe(204)
  clock.pass(1)
  await refresh()
  expect((await read()).working).toEqual({ people: 0 })
  expect((await near(people[4] as PersonId)).map(one => one.name)).not.toContain('Person 0')
})
