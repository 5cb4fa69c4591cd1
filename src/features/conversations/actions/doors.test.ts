import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NetworkEvent } from '#connectors/contract.ts'
import { createEmailConnector } from '#connectors/email/index.ts'
import { createIrcConnector } from '#connectors/irc/index.ts'
import { createMatrixConnector } from '#connectors/matrix/index.ts'
import { createTelegramConnector } from '#connectors/telegram/index.ts'
import { createWhatsAppConnector } from '#connectors/whatsapp/index.ts'
import { createXmppConnector, worldWithin } from '#connectors/xmpp/index.ts'
import { dayMs } from '#kernel/clock.ts'
import { type ConnectionId, newId, type PersonId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import { createEvents } from '#platform/events.ts'
import { createHttpClient, type HttpClient } from '#platform/http.ts'
import { hashToken, newToken } from '#platform/secrets.ts'
import { inWorkspace } from '#storage/database.ts'
import { seedConnection, seedPerson } from '#tests/conversations.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { startTelegram, telegramAccount } from '#tests/servers/telegram.ts'
import { createTestClock } from '#tests/servers/workspace.ts'
import { codesIn } from '../model/door-code.ts'
import type { Visitor } from '../store/visitors.ts'
import { hearForConversations } from '../subscriptions.ts'
import type { Chat } from './chat.ts'
import { commitEvents } from './commit.ts'
import { changeDoors, openDoor, readPageLinks, readVisitorDoors } from './doors.ts'
import type { SpokenTouch } from './touches.ts'
import { beginVisit, findVisitor, readVisit, sayAsVisitor } from './visit.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
let telegram: Awaited<ReturnType<typeof startTelegram>>
let http: HttpClient
beforeAll(async () => {
  ;[database, telegram] = await Promise.all([startTestDatabase(), startTelegram()])
  http = createHttpClient({ allowAddress: () => true })
})
afterAll(async () => {
  await database?.[Symbol.asyncDispose]()
  await telegram?.[Symbol.asyncDispose]()
  await http?.[Symbol.asyncDispose]()
})

const reach = { allowsAddress: () => true }
const vault = { seal: (text: string) => text, unseal: (text: string) => text }
const values: Partial<Record<ToolId, () => Record<string, string>>> = {
  xmpp: () => ({ jid: 'mara@example.org', password: 'x' }),
  email: () => ({ address: 'mara@example.org', password: 'x' }),
  telegram: () => telegramAccount(telegram).values,
  matrix: () => ({ userId: '@mara:example.org', password: 'x' }),
  irc: () => ({ server: 'irc.example.org', nick: 'mara[norte]' }),
}

/** A chat with one visitor who has written, and a connection where they may go on. */
async function start(tool: 'xmpp' | 'email' | 'telegram' | 'matrix' | 'irc') {
  const place = await seedConnection(database.db, 'website-chat')
  const { workspace, user } = place
  // Telegram says when something was written by a clock of its own, and codes are good for a week.
  const clock = createTestClock(new Date().toISOString())
  const events = createEvents()
  hearForConversations(events)
  const heard: SpokenTouch[] = []
  const connectors = {
    xmpp: createXmppConnector(worldWithin(reach)),
    email: createEmailConnector({ http, reach }),
    telegram: createTelegramConnector({ http, openPoll: () => createHttpClient({ allowAddress: () => true }) }),
    matrix: createMatrixConnector({ http }),
    irc: createIrcConnector({ reach }),
  }
  const deps = {
    db: database.db,
    clock,
    events,
    recordSpoken: async (_tx: unknown, touches: readonly SpokenTouch[]) => void heard.push(...touches),
    hashToken,
    newToken,
    vault,
    connectorOf: async (wanted: ToolId) => Object.values(connectors).find(each => each.manifest.tool === wanted),
  }
  const door = newId<'Connection'>()
  await inWorkspace(database.db, workspace, tx =>
    sql`insert into connections (workspace_id, connection_id, user_id, tool, label, config, state, state_at, created_at)
      values (${workspace}, ${door}, ${user}, ${tool}, 'Door', ${JSON.stringify(values[tool]?.() ?? {})}::jsonb, 'connected',
        ${clock.now()}, ${clock.now()})`.execute(tx),
  )
  const chat: Chat = { ...place, origins: [] }
  const caller = { workspace, user, role: 'owner' } as const
  const visitor = async (name: string, words: string | null = 'Hello from the page') => {
    const begun = await beginVisit(deps, chat, { consentWording: 'Yes', name })
    if (!begun.ok) throw new Error(begun.refusal.code)
    const now = async () => {
      const found = await findVisitor(deps, chat, begun.value.token)
      if (!found) throw new Error('no visitor')
      return found
    }
    if (words !== null) await sayAsVisitor(deps, chat, await now(), { id: newId(), text: words })
    return { now }
  }
  expect(await changeDoors(deps, caller, chat.connection, [door])).toEqual({ ok: true, value: undefined })
  const go = async (of: { now(): Promise<Visitor> }) => {
    const opened = await openDoor(deps, chat, await of.now(), {
      connection: door,
      subject: 'Chat',
      text: 'I go on here.',
    })
    if (!opened.ok) throw new Error(opened.refusal.code)
    return opened.value
  }
  const say = (from: string, text: string, more: Partial<Extract<NetworkEvent, { kind: 'message' }>> = {}) =>
    commitEvents(deps, { workspace, connection: door as ConnectionId }, [
      {
        kind: 'message',
        key: newId(),
        otherKeys: [],
        conversation: { id: from, kind: 'direct' },
        from: { id: from, name: 'Ana' },
        own: false,
        text,
        sentAt: clock.now(),
        history: false,
        ...more,
      },
    ])
  const threadOf = (person: PersonId | null) =>
    inWorkspace(database.db, workspace, async tx => {
      const { rows } = await sql<{ tool: string; kind: string; text: string }>`
        select c.tool, m.kind, m.text from messages m join conversations c using (workspace_id, conversation_id)
        where m.workspace_id = ${workspace} and m.person_id = ${person} order by m.sent_at, m.message_id`.execute(tx)
      return rows.map(row => [row.tool, row.kind === 'system' ? 'system' : row.text])
    })
  const conversationAt = (address: string) =>
    inWorkspace(database.db, workspace, async tx => {
      const { rows } = await sql<{ person: PersonId | null; requested: boolean }>`
        select person_id as person, requested from conversations where workspace_id = ${workspace} and remote_id = ${address}`.execute(
        tx,
      )
      return rows[0]
    })
  return { deps, chat, caller, clock, door, visitor, go, say, threadOf, conversationAt, heard, place }
}

test('over XMPP the code in the first message joins the visitor’s person and thread, and counts once', async () => {
  const { visitor, go, say, threadOf, conversationAt, deps, chat, clock, heard } = await start('xmpp')
  const ana = await visitor('Ana')
  const { link, code, address } = await go(ana)
  expect(address).toBe('mara@example.org')
  expect(link).toMatch(/^xmpp:mara@example\.org\?message;body=/)
  const body = decodeURIComponent(link.split(';body=')[1] ?? '')
  expect(body).toBe(`I go on here. ${code}`)
  clock.pass(60_000)
  await say('ana@jabber.example', body)
  const { person } = await ana.now()
  expect(person).not.toBeNull()
  expect(await conversationAt('ana@jabber.example')).toEqual({ person, requested: false })
  clock.pass(60_000)
  await say('ana@jabber.example', 'And a question')
  expect(await threadOf(person)).toEqual([
    ['website-chat', 'Hello from the page'],
    ['xmpp', 'system'],
    ['xmpp', body],
    ['xmpp', 'And a question'],
  ])
  expect(heard.map(touch => [touch.tool, touch.person])).toEqual([
    ['website-chat', person],
    ['xmpp', person],
    ['xmpp', person],
  ])
  expect((await readVisit(deps, chat, await ana.now(), undefined)).wentOn).toEqual(['xmpp'])
  // Whoever finds the code later finds nothing.
  await say('thief@jabber.example', body)
  expect(await conversationAt('thief@jabber.example')).toEqual({ person: null, requested: true })
})

test('over e-mail the code in the subject is enough, whatever the text says', async () => {
  const { visitor, go, say, conversationAt } = await start('email')
  const ana = await visitor('Ana')
  const { link, code } = await go(ana)
  const mail = new URL(link)
  expect(mail.pathname).toBe('mara@example.org')
  expect(mail.searchParams.get('subject')).toBe(`Chat [${code}]`)
  expect(codesIn(mail.searchParams.get('body') ?? '')).toEqual([code])
  await say('bounce@example.net', 'Out of office', { subject: `Re: Chat [${code}]`, automatic: 'reply' })
  expect((await conversationAt('bounce@example.net'))?.person).toBeNull()
  await say('ana@example.net', 'All my own words', { subject: `Chat [${code.toUpperCase()}]` })
  expect((await conversationAt('ana@example.net'))?.person).toBe((await ana.now()).person)
})

test('a page leads to the accounts behind its chat; whoever presses Start at the bot came from that page', async () => {
  const { deps, place, chat } = await start('telegram')
  const page = newId()
  const title = 'Night shifts'
  expect(await readPageLinks(deps, { workspace: place.workspace, chat: chat.connection, page, title })).toEqual([
    { tool: 'telegram', address: '@norte_bot', link: `https://t.me/norte_bot?start=page-${page}` },
  ])
  const other = await start('email')
  expect(
    await readPageLinks(other.deps, { workspace: other.place.workspace, chat: other.chat.connection, page, title }),
  ).toEqual([{ tool: 'email', address: 'mara@example.org', link: 'mailto:mara@example.org?subject=Night%20shifts' }])
})

test('a page leads into Matrix, IRC and WhatsApp too, by the addresses that their own programs open', async () => {
  for (const [tool, address, link] of [
    ['matrix', '@mara:example.org', 'https://matrix.to/#/%40mara%3Aexample.org'],
    ['irc', 'mara[norte] · irc.example.org', 'ircs://irc.example.org/mara%5Bnorte%5D,isnick'],
  ] as const) {
    const { deps, place, chat } = await start(tool)
    const at = { workspace: place.workspace, chat: chat.connection, page: newId(), title: 'Night shifts' }
    expect(await readPageLinks(deps, at)).toEqual([{ tool, address, link }])
  }
  const nobodyYet = { code: '', subject: 'Night shifts', text: '' }
  expect(createWhatsAppConnector({ http }).doorway?.link('+49 170 12 34 567', nobodyYet)).toBe(
    'https://wa.me/491701234567',
  )
})

test('Telegram’s start link brings the code as its payload', async () => {
  const { visitor, go, deps, place, door, conversationAt } = await start('telegram')
  const ana = await visitor('Ana')
  const { link, code } = await go(ana)
  expect(link).toBe(`https://t.me/norte_bot?start=${code}`)
  expect(code).toMatch(/^[A-Za-z0-9_-]{1,64}$/)
  telegram.say(`/start ${code}`)
  const connector = await deps.connectorOf('telegram')
  const stop = new AbortController()
  const account = { ...telegramAccount(telegram), id: door }
  const session = connector?.open(account, {
    commit: (events, cursor) =>
      commitEvents(deps, { workspace: place.workspace, connection: door }, events, cursor).then(() => {
        if (events.length > 0) stop.abort()
      }),
    signal: () => undefined,
    state: () => undefined,
    saveSecrets: async () => undefined,
    log: { info: () => undefined, warn: () => undefined },
  })
  await session?.run(undefined, stop.signal)
  await session?.[Symbol.asyncDispose]()
  expect((await conversationAt('7001'))?.person).toBe((await ana.now()).person)
})

test('without the code, with a wrong one, over another connection, from us, in a room or too late, nobody is joined', async () => {
  const { visitor, go, say, conversationAt, clock, deps, place } = await start('xmpp')
  const ana = await visitor('Ana')
  const { code } = await go(ana)
  await say('a@example.net', 'I am Ana from the page')
  await say('b@example.net', `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`)
  await say('c@example.net', `${code}x`)
  await say('d@example.net', code, { own: true })
  await say('room@muc.example.net', code, { conversation: { id: 'room@muc.example.net', kind: 'room' } })
  for (const address of ['a@example.net', 'b@example.net', 'c@example.net', 'd@example.net', 'room@muc.example.net'])
    expect((await conversationAt(address))?.person, address).toBeNull()
  const other = newId<'Connection'>()
  await inWorkspace(database.db, place.workspace, tx =>
    sql`insert into connections (workspace_id, connection_id, user_id, tool, label, state_at, created_at)
      values (${place.workspace}, ${other}, ${place.user}, 'xmpp', 'Other', now(), now())`.execute(tx),
  )
  await commitEvents(deps, { workspace: place.workspace, connection: other }, [
    {
      kind: 'message',
      key: 'x',
      otherKeys: [],
      conversation: { id: 'e@example.net', kind: 'direct' },
      from: { id: 'e@example.net' },
      own: false,
      text: code,
      sentAt: clock.now(),
      history: false,
    },
  ])
  expect((await conversationAt('e@example.net'))?.person).toBeNull()
  clock.pass(8 * dayMs)
  await say('f@example.net', code)
  expect((await conversationAt('f@example.net'))?.person).toBeNull()
})

test('somebody who is known by that address stays who they are, and the visitor becomes part of them', async () => {
  const { visitor, go, say, conversationAt, threadOf, place, clock } = await start('xmpp')
  const known = await seedPerson(database.db, place.workspace, {
    tool: 'xmpp',
    key: 'ana@jabber.example',
    name: 'Ana Ruiz',
  })
  const ana = await visitor('Ana')
  const { code } = await go(ana)
  clock.pass(60_000)
  await say('ana@jabber.example', code)
  expect((await conversationAt('ana@jabber.example'))?.person).toBe(known)
  expect((await ana.now()).person).toBe(known)
  expect((await threadOf(known)).map(([tool]) => tool)).toEqual(['website-chat', 'xmpp', 'xmpp'])
})

test('visitors see only what a recruiter opened, after their first message, and a paused account is no door', async () => {
  const { deps, chat, visitor, door, place, caller } = await start('xmpp')
  const silent = await visitor('Silent', null)
  expect(await readVisitorDoors(deps, chat, await silent.now())).toEqual([])
  const input = { connection: door, subject: 'Chat', text: 'Hello' }
  expect(await openDoor(deps, chat, await silent.now(), input)).toEqual({ ok: false, refusal: { code: 'write-first' } })
  const ana = await visitor('Ana')
  expect(await readVisitorDoors(deps, chat, await ana.now())).toEqual([
    { connection: door, tool: 'xmpp', address: 'mara@example.org' },
  ])
  await inWorkspace(database.db, place.workspace, tx =>
    sql`update connections set paused_at = now() where connection_id = ${door}`.execute(tx),
  )
  expect(await readVisitorDoors(deps, chat, await ana.now())).toEqual([])
  expect(await openDoor(deps, chat, await ana.now(), input)).toMatchObject({ refusal: { code: 'no-such-door' } })
  expect(await changeDoors(deps, caller, chat.connection, [newId<'Connection'>()])).toMatchObject({
    refusal: { code: 'no-such-door' },
  })
})
