import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NetworkEvent, SendRequest, Session } from '#connectors/contract.ts'
import { minuteMs } from '#kernel/clock.ts'
import { type ConnectionId, newId } from '#kernel/ids.ts'
import type { Caller, Role } from '#kernel/roles.ts'
import { acrossWorkspaces, inWorkspace } from '#storage/database.ts'
import { seedConnection, seedPerson } from '#tests/conversations.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { addRecruiter, createTestClock } from '#tests/servers/workspace.ts'
import { connector } from '#tests/servers/xmpp.ts'
import { drainOutbox, recoverOutbox } from '../../runtime/outbox.ts'
import { findConnection } from '../../store/connections.ts'
import { answerTask } from '../../task-kinds.ts'
import { commitEvents } from '../commit.ts'
import { runAnswer } from './answer.ts'
import { noteAwake } from './awake.ts'
import { runForward } from './forward.ts'
import { beginReach, changeReach, proveReach, readReach, removeReach } from './settings.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const phone = 'mara@phone.example'
const introduced = 'Hi Ana, I am Mara, I recruit for the harbour. What would you like to know?'

/** A recruiter with an account on which Ana writes and on which her own phone is reached; the network takes everything. */
async function start(given: { prove?: boolean; mode?: 'always' | 'away' | 'schedule'; role?: Role } = {}) {
  const { db } = database
  const place = await seedConnection(db)
  const { workspace, user, connection } = place
  const ana = await seedPerson(db, workspace, { tool: 'xmpp', key: 'ana@example.org', name: 'Ana Ruiz' })
  const caller: Caller = { workspace, user, role: given.role ?? 'owner' }
  // A Monday at noon, ahead of the database's own clock, by which tasks without a time are due.
  const clock = createTestClock('2037-05-04T12:00:00Z')
  const sent: SendRequest[] = []
  const deps = {
    db,
    clock,
    recordSpoken: async () => {},
    connectorOf: async () => connector,
    session: () => undefined,
    publicUrl: 'https://kith.example',
  }
  let said = 0
  const event = (from: string, text: string, more: Partial<Extract<NetworkEvent, { kind: 'message' }>> = {}) =>
    ({
      kind: 'message',
      key: `k${said++}`,
      otherKeys: [],
      conversation: { id: from, kind: 'direct' },
      from: { id: from },
      own: false,
      text,
      sentAt: new Date(clock.now().getTime() + said),
      history: false,
      ...more,
    }) satisfies NetworkEvent
  const commit = (...events: NetworkEvent[]) => commitEvents(deps, { workspace, connection }, events)
  const query = <Row>(text: string) =>
    inWorkspace(db, workspace, async tx => (await sql<Row>`${sql.raw(text)}`.execute(tx)).rows)
  /** Runs what is due of this workspace as the worker would, until nothing is. */
  const work = async () => {
    for (;;) {
      const { rows } = await acrossWorkspaces(db, tx =>
        sql<{ id: string; name: string; payload: unknown }>`select j.id, t.identifier as name, j.payload
          from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
          where j.payload->>'workspace' = ${workspace} and j.run_at <= greatest(now(), ${clock.now()}::timestamptz)
            and t.identifier in ('conversations.forward', 'conversations.answer-from-reach') order by j.id`.execute(tx),
      )
      if (rows.length === 0) return
      for (const { id, name, payload } of rows) {
        await acrossWorkspaces(db, tx => sql`select graphile_worker.complete_jobs(array[${id}::bigint])`.execute(tx))
        if (name === 'conversations.forward') await runForward(deps, forwardOf(payload))
        else await runAnswer(deps, answerTask.payload.parse(payload))
      }
    }
  }
  const session: Pick<Session, 'send'> = {
    async send(request) {
      sent.push(request)
      return { kind: 'accepted', key: `net-${request.txn}`, at: clock.now() }
    },
  }
  const drain = async (id: ConnectionId = connection) => {
    const row = await inWorkspace(db, workspace, tx => findConnection(tx, workspace, id))
    if (!row) throw new Error('the connection is there')
    await drainOutbox(deps, row, session as Session, new AbortController().signal)
  }
  const flow = async () => {
    await work()
    clock.pass(6_000)
    await drain()
  }
  const to = (address: string) => sent.filter(each => each.to.id === address).map(each => each.text)
  const prove = async (address = phone) => {
    const begun = await beginReach(deps, caller, { connection, address })
    expect(begun).toEqual({ ok: true, value: { code: null } })
    await drain()
    const code = /[a-z0-9]{4}-[a-z0-9]{4}/.exec(to(address).at(-1) ?? '')?.[0] ?? ''
    expect(await proveReach(deps, caller, code.toUpperCase().replace('-', ' '))).toMatchObject({ ok: true })
    await drain()
    sent.length = 0
  }
  await query(`update users set preferences = '{"quietHours":{"from":"22:00","to":"07:00"}}'`)
  if (given.prove !== false) {
    await prove()
    await changeReach(deps, caller, { mode: given.mode ?? 'always' })
  }
  return { ...place, ana, caller, clock, deps, event, commit, query, work, drain, flow, to, sent, prove }
}

const forwardOf = (payload: unknown) => payload as Parameters<typeof runForward>[1]

test('nothing is forwarded before the address is proven; a wrong code says so and five end it', async () => {
  const { deps, caller, connection, drain, to, commit, event, flow, clock } = await start({ prove: false })
  expect(await beginReach(deps, caller, { connection, address: 'no address' })).toMatchObject({
    refusal: { code: 'no-address' },
  })
  await beginReach(deps, caller, { connection, address: phone })
  await drain()
  expect(to(phone)).toEqual([expect.stringMatching(/^Kith: your code is [a-z0-9]{4}-[a-z0-9]{4}\./)])
  await commit(event('ana@example.org', 'Hello'))
  await flow()
  expect(to(phone)).toHaveLength(1)
  for (let n = 0; n < 4; n++)
    expect(await proveReach(deps, caller, 'aaaa-aaaa')).toMatchObject({ refusal: { code: 'wrong-code' } })
  for (let n = 0; n < 2; n++)
    expect(await proveReach(deps, caller, 'aaaa-aaaa')).toMatchObject({ refusal: { code: 'code-over' } })
  await beginReach(deps, caller, { connection, address: phone })
  await drain()
  const code = /[a-z0-9]{4}-[a-z0-9]{4}/.exec(to(phone).at(-1) ?? '')?.[0] ?? ''
  clock.pass(16 * minuteMs)
  expect(await proveReach(deps, caller, code)).toMatchObject({ refusal: { code: 'code-over' } })
})

test('the code may be answered from there, also from an address that only then is known, and is no message', async () => {
  const { deps, caller, connection, commit, event, query, drain, to } = await start({ prove: false })
  const begun = await beginReach(deps, caller, { connection })
  const code = begun.ok ? (begun.value.code ?? '') : ''
  await commit(event('stranger@example.org', 'Hello'), event(phone, ` ${code} `), event(phone, '?'))
  const { reach } = await readReach(deps, caller)
  expect(reach).toMatchObject({ address: phone, provenAt: expect.any(Date) })
  await drain()
  expect(to(phone)).toEqual([expect.stringMatching(/^Kith: this is your address now/)])
  expect(await query('select remote_id from conversations')).toEqual([{ remote_id: 'stranger@example.org' }])
})

test('the address of somebody in Kith is nobody’s own, nor is a colleague’s connection', async () => {
  const { deps, caller, connection, workspace } = await start({ prove: false })
  const taken = await beginReach(deps, caller, { connection, address: 'ana@example.org' })
  expect(taken).toMatchObject({ refusal: { code: 'somebodys' } })
  const ben: Caller = { workspace, user: newId(), role: 'recruiter' }
  await addRecruiter(database.db, ben)
  expect(await beginReach(deps, ben, { connection, address: phone })).toMatchObject({ refusal: { code: 'not-yours' } })
})

test('a message goes there once, with who, where and a mark; the answer goes back as a message of the recruiter', async () => {
  const { commit, event, flow, to, query, user } = await start()
  const hello = event('ana@example.org', 'Are there jobs at the harbour?')
  await commit(hello)
  await commit(hello)
  await flow()
  expect(to(phone)).toEqual(['[k1] Ana Ruiz · XMPP\nAre there jobs at the harbour?'])
  const answer = event(phone, introduced)
  await commit(answer)
  await commit(answer)
  await flow()
  await flow()
  expect(to('ana@example.org')).toEqual([introduced])
  expect(await query('select text, own, user_id as "user", delivery from messages order by sent_at')).toEqual([
    expect.objectContaining({ own: false }),
    { text: introduced, own: true, user, delivery: 'accepted' },
  ])
  expect(await query('select remote_id, unread_count from conversations')).toEqual([
    { remote_id: 'ana@example.org', unread_count: 0 },
  ])
  expect(to(phone)).toHaveLength(1)
})

test('an answer that is quicker than the network’s word of the forward waits for it', async () => {
  const { commit, event, work, flow, drain, to, clock, query } = await start()
  await commit(event('ana@example.org', 'Hello'))
  await work()
  await query(`update outbox set state = 'sending'`)
  await commit(event(phone, introduced))
  await work()
  expect(to(phone)).toEqual([])
  await query(`update outbox set state = 'queued'`)
  await drain()
  clock.pass(1_000)
  await flow()
  expect(to('ana@example.org')).toEqual([introduced])
})

test('what the rules stop is not sent, and the recruiter is told there why and what to do instead', async () => {
  const { commit, event, flow, to, clock, query } = await start()
  await commit(event('ana@example.org', 'Hello there'))
  await flow()
  clock.pass(5 * minuteMs)
  await commit(event(phone, 'We have an opening for a crane operator, 60k a year. Are you interested in the job?'))
  await flow()
  expect(to('ana@example.org')).toEqual([])
  expect(to(phone).at(-1)).toMatch(/^Kith: not sent to Ana Ruiz\. .+ Next: ./)
  expect(await query('select 1 from messages where own')).toEqual([])
})

test('the mark, or a reply on the network, chooses the person; two who write at once are asked about', async () => {
  const { commit, event, flow, to, clock, query } = await start()
  await commit(event('ana@example.org', 'Hello, Ana here'))
  await flow()
  await commit(event('ben@example.org', 'Hello, Ben here', { from: { id: 'ben@example.org', name: 'Ben' } }))
  await flow()
  await commit(event(phone, 'Good day!'))
  await flow()
  expect(to(phone).at(-1)).toContain('Begin with the mark of the one you mean: [k2] Ben, [k1] Ana Ruiz.')
  clock.pass(20 * minuteMs)
  await commit(event(phone, '[K1]: I am Mara, I recruit. Hello Ana!'))
  await flow()
  expect(to('ana@example.org')).toEqual(['I am Mara, I recruit. Hello Ana!'])
  const [first] = await query<{ key: string }>('select network_key as key from forwards where number = 1')
  await commit(event('ben@example.org', 'Anybody?'))
  await flow()
  clock.pass(20 * minuteMs)
  await commit(event(phone, 'How are the nights?', { replyTo: first?.key ?? '' }))
  await flow()
  expect(to('ana@example.org').at(-1)).toBe('How are the nights?')
  await commit(event(phone, '[k9] Hello'))
  await flow()
  expect(to(phone).at(-1)).toMatch(/^Kith: there is no \[k9\]; nothing was sent\. Open are .*\[k1\] Ana Ruiz/)
})

test('a thread that moved since is told of, and the second answer goes', async () => {
  const { commit, event, flow, to, clock, query } = await start()
  await commit(event('ana@example.org', 'Hello'))
  await flow()
  await commit(event('ana@example.org', 'From another client', { own: true, from: { id: 'me@example.org' } }))
  clock.pass(5 * minuteMs)
  await commit(event(phone, introduced))
  await flow()
  expect(to('ana@example.org')).toEqual([])
  expect(to(phone).at(-1)).toContain('meanwhile somebody wrote there: “From another client”')
  await commit(event(phone, introduced))
  await flow()
  expect(to('ana@example.org')).toEqual([introduced])
  await query(`update conversations set assignee_id = user_id from users`)
})

test('history, programs, rooms, own messages and what a Kith wrote are not forwarded; a help is short', async () => {
  const { commit, event, flow, to } = await start()
  const ana = 'ana@example.org'
  await commit(
    event(ana, 'Last week', { history: true }),
    event(ana, 'I am away', { automatic: 'reply' }),
    event(ana, 'Mine', { own: true }),
    event(ana, '[k4] Somebody · XMPP\nround and round'),
    event('room@muc.example.org', 'Hello room', { conversation: { id: 'room@muc.example.org', kind: 'room' } }),
    event(phone, 'I am out of office', { automatic: 'reply' }),
    event(phone, 'Kith: not sent', {}),
    event(phone, 'Old', { history: true }),
  )
  await flow()
  expect(to(phone)).toEqual([])
  await commit(event(phone, '?'))
  await flow()
  expect(to(phone)).toEqual([expect.stringMatching(/^Kith: nobody waits for an answer here/)])
  expect(to(ana)).toEqual([])
})

test('a program at the other end is not answered for ever', async () => {
  const { commit, event, flow, to } = await start()
  for (let n = 0; n < 40; n++) await commit(event(phone, `What? ${n}`))
  await flow()
  expect(to(phone).length).toBeLessThanOrEqual(30)
})

test('while a browser is in use it waits; read meanwhile it stays, unread it goes once they are away', async () => {
  const { commit, event, flow, to, deps, caller, clock, query } = await start({ mode: 'away' })
  await noteAwake(deps, caller)
  await commit(event('ana@example.org', 'Hello'))
  await flow()
  expect(to(phone)).toEqual([])
  clock.pass(6 * minuteMs)
  await flow()
  expect(to(phone)).toEqual(['[k1] Ana Ruiz · XMPP\nHello'])
  await noteAwake(deps, caller)
  await commit(event('ana@example.org', 'And?'))
  await flow()
  await query('update conversations set unread_count = 0')
  clock.pass(6 * minuteMs)
  await flow()
  expect(to(phone)).toHaveLength(1)
})

test('in quiet hours it waits for their end, a pause stops it, and removing takes back what has not left', async () => {
  const { commit, event, flow, work, drain, to, deps, caller, clock, query } = await start()
  clock.set('2037-05-04T23:00:00Z')
  await commit(event('ana@example.org', 'Good night'))
  await flow()
  expect(to(phone)).toEqual([])
  clock.set('2037-05-05T07:00:00Z')
  await flow()
  expect(to(phone)).toHaveLength(1)
  await changeReach(deps, caller, { paused: true })
  await commit(event('ana@example.org', 'Morning'))
  await flow()
  expect(to(phone)).toHaveLength(1)
  await changeReach(deps, caller, { paused: false })
  await commit(event('ana@example.org', 'Still there?'))
  await work()
  expect(await query('select 1 from outbox')).toHaveLength(1)
  await removeReach(deps, caller)
  await drain()
  expect(to(phone)).toHaveLength(1)
  expect(await readReach(deps, caller)).toMatchObject({ reach: null })
})

test('a colleague’s conversation is a colleague’s, and an answer to it is not sent', async () => {
  const { commit, event, flow, to, workspace, query } = await start()
  const ben: Caller = { workspace, user: newId(), role: 'recruiter' }
  await addRecruiter(database.db, ben)
  await commit(event('ana@example.org', 'Hello'))
  await flow()
  await query(`update conversations set assignee_id = '${ben.user}'`)
  await commit(event('ana@example.org', 'Hello?'))
  await flow()
  expect(to(phone)).toHaveLength(1)
  await commit(event(phone, introduced))
  await flow()
  expect(to(phone).at(-1)).toMatch(/^Kith: not sent: Ana Ruiz is with Mara now/)
  expect(to('ana@example.org')).toEqual([])
})

test('files are a link into Kith, long texts are cut to what passes, and Discord’s words go to their own recruiter', async () => {
  const { commit, event, flow, to, query } = await start()
  await commit(event('ana@example.org', '', { files: [{ url: 'https://files.example.org/cv.pdf', name: 'cv.pdf' }] }))
  await flow()
  const [{ id } = { id: '' }] = await query<{ id: string }>('select conversation_id as id from conversations')
  expect(to(phone)).toEqual([`[k1] Ana Ruiz · XMPP\nFile: cv.pdf – https://kith.example/inbox/${id}`])
  await query(`update conversations set tool = 'discord'`)
  await commit(event('ana@example.org', 'x'.repeat(5_000)))
  await flow()
  const long = to(phone).at(-1) ?? ''
  expect(long.startsWith('[k1] Ana Ruiz · Discord\nxxx')).toBe(true)
  expect([...long].length).toBeLessThanOrEqual(2_000)
  expect(long.endsWith(`… The rest is in Kith: https://kith.example/inbox/${id}`)).toBe(true)
})

test('after a crash a forward is sent again, and the echo of one ends it', async () => {
  const { commit, event, work, query, to, drain, deps, workspace, connection } = await start()
  await commit(event('ana@example.org', 'Hello'))
  await work()
  await query(`update outbox set state = 'sending'`)
  const held = await inWorkspace(database.db, workspace, tx => findConnection(tx, workspace, connection))
  if (!held) throw new Error('the connection is there')
  await recoverOutbox(deps, held, false)
  expect(await query('select state, action from outbox')).toEqual([{ state: 'queued', action: 'forward' }])
  const [row] = await query<{ id: string }>('select message_id as id from outbox')
  await commit(event(phone, 'x', { own: true, otherKeys: [row?.id ?? ''] }))
  expect(await query('select 1 from outbox')).toEqual([])
  await drain()
  expect(to(phone)).toEqual([])
  expect(await query('select remote_id from conversations')).toEqual([{ remote_id: 'ana@example.org' }])
  expect(await query('select seen_version from reach_marks')).toEqual([{ seen_version: 1 }])
})
