import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NetworkEvent } from '#connectors/contract.ts'
import { systemClock } from '#kernel/clock.ts'
import { type ConversationId, newId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import { inWorkspace } from '#storage/database.ts'
import { seedConnection, seedPerson } from '#tests/conversations.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { insertMessageKeys, updateDelivery } from '../store/messages.ts'
import { findPersonPresence, listOnlineTools, listPresence, upsertPresence } from '../store/presence.ts'
import { listWays } from '../store/ways.ts'
import { readContext } from './assess.ts'
import { commitEvents, LeaseLost } from './commit.ts'
import type { SpokenTouch } from './touches.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const at = (second: number) => new Date(Date.UTC(2026, 4, 4, 9, 0, second))

function said(key: string, text: string, more: Partial<Extract<NetworkEvent, { kind: 'message' }>> = {}): NetworkEvent {
  return {
    kind: 'message',
    key,
    otherKeys: [],
    conversation: { id: 'ana@example.org', kind: 'direct' },
    from: { id: 'ana@example.org', name: 'Ana' },
    own: false,
    text,
    sentAt: at(1),
    history: false,
    ...more,
  }
}

async function start(tool: ToolId = 'xmpp') {
  const place = await seedConnection(database.db, tool)
  const heard: SpokenTouch[] = []
  const deps = {
    db: database.db,
    clock: systemClock,
    recordSpoken: async (_tx: unknown, touches: readonly SpokenTouch[]) => void heard.push(...touches),
  }
  const commit = (events: readonly NetworkEvent[], cursor?: string) => commitEvents(deps, place, events, cursor)
  const look = () =>
    inWorkspace(database.db, place.workspace, async tx => {
      const { rows } = await sql<{ id: string; unread: number; version: number; requested: boolean; preview: string }>`
        select conversation_id as id, unread_count as unread, version, requested, last_preview as preview from conversations
        where workspace_id = ${place.workspace}`.execute(tx)
      const { rows: lines } = await sql<{ text: string; delivery: string; own: boolean }>`
        select text, delivery, own from messages where workspace_id = ${place.workspace} order by sent_at, message_id`.execute(
        tx,
      )
      const { rows: cursors } = await sql<{ cursor: string | null }>`select cursor from connections
        where workspace_id = ${place.workspace}`.execute(tx)
      return { conversations: rows, lines, cursor: cursors[0]?.cursor }
    })
  return { place, heard, deps, commit, look }
}

test('what a bridge carries is a conversation of the network behind it, with its people and its rules', async () => {
  const { commit, place, heard } = await start('matrix')
  const id = '@telegram_7:example.org'
  const person = await seedPerson(database.db, place.workspace, { tool: 'telegram', key: id, name: 'Ana Ruiz' })
  const carried = { id, kind: 'direct' as const, tool: 'telegram' as const }
  const from = { id, name: 'Ana' }
  await commit([said('k1', 'Hello', { conversation: carried, from }), said('k2', 'Hi', { sentAt: at(2) })])
  await commit([{ kind: 'contact', key: 'k3', person: from, tool: 'telegram', state: 'connected', at: at(3) }])
  expect(heard).toMatchObject([
    { person, tool: 'telegram', kind: 'their-message' },
    { person, tool: 'telegram', kind: 'invite-accepted' },
  ])
  const { rows } = await inWorkspace(database.db, place.workspace, tx =>
    sql<{ tool: string; id: ConversationId }>`select tool, conversation_id as id from conversations
      where workspace_id = ${place.workspace} order by remote_id`.execute(tx),
  )
  expect(rows.map(row => row.tool)).toEqual(['telegram', 'matrix'])
  const caller = { workspace: place.workspace, user: place.user, role: 'owner' as const, session: newId<'Session'>() }
  const [first, second] = await Promise.all(
    rows.map(row => readContext({ db: database.db, clock: systemClock }, caller, row.id)),
  )
  const presence = { remoteId: id, state: 'online', status: null, since: at(4) }
  await inWorkspace(database.db, place.workspace, async tx => {
    await upsertPresence(tx, place.workspace, place.connection, [presence])
    await sql`update connections set state = 'connected' where workspace_id = ${place.workspace}`.execute(tx)
    expect(await findPersonPresence(tx, place.workspace, person)).toEqual({ state: 'online', tool: 'telegram' })
    expect(await listOnlineTools(tx, place.workspace, [person])).toEqual([{ person, tool: 'telegram' }])
    expect(await listPresence(tx, place.workspace, place.user)).toMatchObject([{ person, tool: 'telegram' }])
    expect(await listWays(tx, place.workspace, place.user, person)).toMatchObject([
      { tool: 'telegram', over: 'matrix', address: id, presence: 'online' },
    ])
  })
  // A Telegram bot can't write first; the recruiter's own account behind the bridge can.
  expect(first).toMatchObject({ tool: 'telegram', handOff: true })
  expect(second?.handOff).toBeUndefined()
})

test('a conversation that turns out to be carried by a bridge moves to the network behind it, and stays there', async () => {
  const { commit, place } = await start('matrix')
  const id = '@whatsapp_49:example.org'
  const from = { id, name: 'Tom' }
  const tools = () =>
    inWorkspace(database.db, place.workspace, async tx => {
      const found = await sql<{ tool: string }>`select tool from conversations where workspace_id = ${place.workspace}`
      return (await found.execute(tx)).rows.map(row => row.tool)
    })
  await commit([{ kind: 'contact', key: 'a', person: from, state: 'asks-us', at: at(1) }])
  expect(await tools()).toEqual(['matrix'])
  await commit([said('b', 'Moin', { conversation: { id, kind: 'direct', tool: 'whatsapp' }, from })])
  await commit([said('c', 'Moin moin', { conversation: { id, kind: 'direct', title: 'Tom K.' }, from })])
  expect(await tools()).toEqual(['whatsapp'])
})

test('the same event twice, in one batch or two, is one message', async () => {
  const { commit, look } = await start()
  await commit([said('k1', 'Hello'), said('k1', 'Hello')], 'c1')
  await commit([said('k1', 'Hello'), said('k2', 'Still there?')], 'c2')
  const { conversations, lines, cursor } = await look()
  expect(lines.map(line => line.text)).toEqual(['Hello', 'Still there?'])
  expect(conversations).toMatchObject([{ unread: 2, version: 2, preview: 'Still there?' }])
  expect(cursor).toBe('c2')
})

test('a message from the archive neither counts as unread nor comes twice', async () => {
  const { commit, look } = await start()
  await commit([said('k1', 'From last week', { history: true })])
  await commit([said('k1', 'From last week')])
  expect(await look()).toMatchObject({ conversations: [{ unread: 0 }], lines: [{ text: 'From last week' }] })
})

test('what another program of ours has read is not unread here; what came after it is', async () => {
  const { commit, look } = await start('email')
  const unread = async () => (await look()).conversations[0]?.unread
  const seen = (target: string): NetworkEvent => ({ kind: 'seen', key: `seen:${target}`, target, at: at(9) })
  await commit([said('k1', 'One'), said('k2', 'Two', { sentAt: at(2) }), said('k3', 'Three', { sentAt: at(3) })])
  await commit([seen('k2'), seen('nobody knows it')])
  expect(await unread()).toBe(1)
  await commit([seen('k1'), seen('k2')])
  expect(await unread()).toBe(1)
  // It came while we were away, and was read by then.
  await commit([said('k4', 'Four', { sentAt: at(4) }), seen('k4')])
  expect(await unread()).toBe(0)
  await commit([said('k5', 'Five', { sentAt: at(5) }), said('own', 'Mine', { own: true, sentAt: at(6) }), seen('own')])
  expect(await unread()).toBe(1)
})

test('somebody nobody knows is a request; a known address is their person and a touch', async () => {
  const { place, commit, look, heard } = await start()
  await commit([said('k1', 'Hi')])
  expect((await look()).conversations).toMatchObject([{ requested: true }])
  expect(heard).toEqual([])
  const tom = await seedPerson(database.db, place.workspace, { tool: 'xmpp', key: 'tom@example.org', name: 'Tom' })
  await commit([
    said('k2', 'Hi', { conversation: { id: 'tom@example.org', kind: 'direct' }, from: { id: 'tom@example.org' } }),
  ])
  expect(heard).toMatchObject([{ person: tom, kind: 'their-message', text: 'Hi', user: place.user }])
})

test('pages of an archive that stamps whole seconds keep their order, also when we wrote in between', async () => {
  const { commit, look } = await start()
  const page = (from: number) =>
    Array.from({ length: 3 }, (_, n) => said(`k${from + n}`, `line ${from + n}`, { sentAt: at(10) }))
  await commit(page(0))
  await commit([said('o1', 'ours', { own: true, sentAt: at(14), from: { id: 'me@example.org' } })])
  await commit(page(3))
  await commit(page(6))
  const theirs = (await look()).lines.filter(line => !line.own).map(line => line.text)
  expect(theirs).toEqual(Array.from({ length: 9 }, (_, n) => `line ${n}`))
})

test('what an archive by another clock tells after a live message stands behind it', async () => {
  const { commit, look } = await start()
  await commit([said('k1', 'live one', { sentAt: new Date(at(20).getTime() + 345) })])
  await commit([said('k2', 'caught up', { sentAt: at(14) }), said('k3', 'and after it', { sentAt: at(15) })])
  expect((await look()).lines.map(line => line.text)).toEqual(['live one', 'caught up', 'and after it'])
})

test('the echo of our own send settles it, whatever was known about it before', async () => {
  const { place, commit, look } = await start()
  await commit([said('k1', 'Hello')])
  const ours = newId<'Message'>()
  await inWorkspace(database.db, place.workspace, async tx => {
    const { rows } = await sql<{ id: string }>`
      select conversation_id as id from conversations where workspace_id = ${place.workspace}`.execute(tx)
    const conversation = rows[0]?.id
    if (!conversation) throw new Error('the conversation is there')
    await sql`insert into messages (workspace_id, message_id, conversation_id, connection_id, own, text, sent_at, delivery, delivery_at, created_at)
      values (${place.workspace}, ${ours}, ${conversation}, ${place.connection}, true, 'Hello Ana', ${at(5)}, 'unknown', ${at(5)}, ${at(5)})`.execute(
      tx,
    )
    await insertMessageKeys(tx, place.workspace, place.connection, [{ key: ours, message: ours }])
  })
  await commit([
    said('archive-7', 'Hello Ana', { own: true, otherKeys: [ours], from: { id: 'me@example.org' }, sentAt: at(5) }),
  ])
  await commit([
    {
      kind: 'receipt',
      key: 'r1',
      target: ours,
      conversation: { id: 'ana@example.org', kind: 'direct' },
      state: 'read',
      at: at(9),
    },
  ])
  await commit([
    {
      kind: 'receipt',
      key: 'r2',
      target: 'archive-7',
      conversation: { id: 'ana@example.org', kind: 'direct' },
      state: 'delivered',
      at: at(8),
    },
  ])
  const { lines } = await look()
  expect(lines).toEqual([
    { text: 'Hello', delivery: 'received', own: false },
    { text: 'Hello Ana', delivery: 'read', own: true },
  ])
})

test('the echo of a send and the answer to it, at the same moment, do not wait for each other', async () => {
  const { place, commit, look } = await start('irc')
  await commit([said('k1', 'Hello')])
  const ours = newId<'Message'>()
  await inWorkspace(database.db, place.workspace, async tx => {
    await sql`insert into messages (workspace_id, message_id, conversation_id, connection_id, own, text, sent_at, delivery, delivery_at, created_at)
      select workspace_id, ${ours}, conversation_id, ${place.connection}, true, 'Hello Ana', ${at(5)}, 'sending', ${at(5)}, ${at(5)}
      from conversations where workspace_id = ${place.workspace}`.execute(tx)
    await insertMessageKeys(tx, place.workspace, place.connection, [{ key: ours, message: ours }])
  })
  const echo = said('echo-7', 'Hello Ana', { own: true, otherKeys: [ours], from: { id: 'mara' }, sentAt: at(5) })
  let heard: Promise<void> | undefined
  await inWorkspace(database.db, place.workspace, async tx => {
    await updateDelivery(tx, place.workspace, [{ message: ours, delivery: 'accepted', at: at(5), key: 'echo-7' }])
    heard = commit([echo])
    // Until the echo waits for what the answer holds.
    for (let waits = false; !waits; ) {
      const { rows } = await sql<{ waits: boolean }>`select count(*) > 0 as waits from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(tx)
      waits = rows[0]?.waits ?? false
    }
    await insertMessageKeys(tx, place.workspace, place.connection, [{ key: 'echo-7', message: ours }])
  })
  await heard
  expect((await look()).lines).toMatchObject([{ text: 'Hello' }, { text: 'Hello Ana', delivery: 'accepted' }])
})

test('nothing of a batch stays when one part fails, the cursor included', async () => {
  const { place, commit, look, deps } = await start()
  await seedPerson(database.db, place.workspace, { tool: 'xmpp', key: 'ana@example.org', name: 'Ana' })
  await commit([], 'c0')
  const failing = {
    ...deps,
    recordSpoken: async () => {
      throw new Error('the disk is full')
    },
  }
  await expect(commitEvents(failing, place, [said('k1', 'Hello')], 'c1')).rejects.toThrow('the disk is full')
  expect(await look()).toMatchObject({ lines: [], cursor: 'c0' })
})

test('a node that lost its lease writes nothing', async () => {
  const { place, deps, look } = await start()
  await expect(commitEvents(deps, { ...place, holder: newId() }, [said('k1', 'Hello')])).rejects.toBeInstanceOf(
    LeaseLost,
  )
  expect((await look()).lines).toEqual([])
})

test('only its author can correct a message', async () => {
  const { commit, look } = await start()
  await commit([said('k1', 'Nights only')])
  const conversation = { id: 'ana@example.org', kind: 'direct' } as const
  await commit([
    {
      kind: 'edit',
      key: 'e1',
      target: 'k1',
      conversation,
      from: { id: 'mallory@example.org' },
      text: 'Give me money',
      at: at(3),
    },
  ])
  expect((await look()).lines).toMatchObject([{ text: 'Nights only' }])
  await commit([
    {
      kind: 'edit',
      key: 'e2',
      target: 'k1',
      conversation,
      from: { id: 'ana@example.org' },
      text: 'Nights mostly',
      at: at(4),
    },
  ])
  expect((await look()).lines).toMatchObject([{ text: 'Nights mostly' }])
})

test('every commit that browsers must hear of has the next number', async () => {
  const { place, commit } = await start()
  await commit([said('k1', 'one')])
  await Promise.all([commit([said('k2', 'two')]), commit([said('k3', 'three')])])
  const seqs = await inWorkspace(database.db, place.workspace, async tx => {
    const { rows } = await sql<{
      seq: number
    }>`select seq from live_events where workspace_id = ${place.workspace} order by seq`.execute(tx)
    return rows.map(row => row.seq)
  })
  expect(seqs).toEqual([1, 2, 3])
})

test('what the network itself took away is gone, whoever wrote it', async () => {
  const { commit, place } = await start('discord')
  const conversation = { id: 'ana@example.org', kind: 'direct' } as const
  await commit([
    said('theirs', 'theirs'),
    said('ours', 'ours', { own: true, from: { id: 'me' } }),
    said('kept', 'kept'),
  ])
  const gone = (target: string, byNetwork: boolean): NetworkEvent => ({
    kind: 'retract',
    key: `${target}:gone`,
    target,
    conversation,
    from: { id: '' },
    at: at(2),
    ...(byNetwork ? { byNetwork } : {}),
  })
  await commit([gone('theirs', true), gone('ours', true), gone('kept', false)])
  const { rows } = await inWorkspace(database.db, place.workspace, tx =>
    sql<{ key: string }>`select detail->>'key' as key from messages
      where workspace_id = ${place.workspace} and retracted_at is not null order by 1`.execute(tx),
  )
  expect(rows.map(row => row.key)).toEqual(['ours', 'theirs'])
})

test('a link from a page of ours stands with the message that it brought', async () => {
  const { commit, place } = await start('telegram')
  await commit([said('start', '/start', { campaign: 'page:01890a5d-ac96-774b-bcce-b302099a8057' })])
  const { rows } = await inWorkspace(database.db, place.workspace, tx =>
    sql<{ campaign: string }>`select detail->>'campaign' as campaign from messages
      where workspace_id = ${place.workspace}`.execute(tx),
  )
  expect(rows).toEqual([{ campaign: 'page:01890a5d-ac96-774b-bcce-b302099a8057' }])
})

test('words before everybody stand apart from those between two, acknowledge and do not connect', async () => {
  const { place, commit, heard } = await start()
  const person = await seedPerson(database.db, place.workspace, { tool: 'xmpp', key: 'ana@example.org', name: 'Ana' })
  const conversation = { id: 'public ana@example.org', kind: 'public', with: 'ana@example.org' } as const
  await commit([
    said('p1', 'Nice roses', { conversation }),
    said('p2', 'Thank you', { conversation, own: true, from: { id: 'me@example.org' } }),
    said('d1', 'And between us?'),
    {
      kind: 'reaction',
      key: 'r1',
      target: 'p2',
      conversation,
      from: { id: 'ana@example.org' },
      emoji: ['⭐'],
      at: at(2),
    },
    {
      kind: 'reaction',
      key: 'r2',
      target: 'p2',
      conversation,
      from: { id: 'somebody@example.org' },
      emoji: ['⭐'],
      at: at(3),
    },
  ])
  expect(heard.map(touch => [touch.kind, touch.surface, touch.person === person])).toEqual([
    ['their-public-answer', 'public', true],
    ['our-comment', 'public', true],
    ['their-message', 'direct', true],
    ['their-reaction', 'public', true],
  ])
  await inWorkspace(database.db, place.workspace, async tx => {
    const { rows } = await sql<{ kind: string; peer: string | null; known: boolean }>`
      select kind, peer_id as peer, person_id = ${person} as known from conversations
      where workspace_id = ${place.workspace} order by kind`.execute(tx)
    expect(rows).toEqual([
      { kind: 'direct', peer: null, known: true },
      { kind: 'public', peer: 'ana@example.org', known: true },
    ])
  })
})
