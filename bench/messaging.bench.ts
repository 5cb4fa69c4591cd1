import { execFile } from 'node:child_process'
import { resolveSrv } from 'node:dns/promises'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { z } from 'zod'
import type { NetworkEvent, SendRequest, Session } from '#connectors/contract.ts'
import { readAccount } from '#connectors/xmpp/account.ts'
import { presenceStanza } from '#connectors/xmpp/outgoing.ts'
import { openStream } from '#connectors/xmpp/stream/stream.ts'
import { commitEvents } from '#features/conversations/index.ts'
import { drainOutbox } from '#features/conversations/runtime/outbox.ts'
import { startSessions } from '#features/conversations/runtime/sessions.ts'
import { findConnection } from '#features/conversations/store/connections.ts'
import { upsertConversations } from '#features/conversations/store/conversations.ts'
import { insertMessages } from '#features/conversations/store/messages.ts'
import { insertOutbox } from '#features/conversations/store/outbox.ts'
import { systemClock } from '#kernel/clock.ts'
import { newId } from '#kernel/ids.ts'
import { migrateTasks } from '#platform/worker.ts'
import { type Database, inWorkspace, openDatabase } from '#storage/database.ts'
import { startEmbedded } from '#storage/embedded.ts'
import { migrate } from '#storage/migrate.ts'
import { seedConnection } from '#tests/conversations.ts'
import { launchBrowser } from '#tests/scenarios/browser/browser.ts'
import { eventually, type KithServer, openLive, startOwnKith } from '#tests/servers/kith.ts'
import { startXmppNetwork, connector as xmpp } from '#tests/servers/xmpp.ts'

export const name = 'messaging'

const messages = 300
const inbound = 20_000
const batch = 200
const page = 500
const outbound = 4_000
const buckets = 20
const listeners = 8

const buildPages = promisify(execFile)

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

const byTime = (took: readonly number[]) => took.toSorted((a, b) => a - b)

/** A stranger on a real XMPP server says something; the time until the recruiter's socket hears of it, and until their screen shows it. */
async function measureDelivery(): Promise<{ socket: number[]; screen: number[] }> {
  await buildPages(process.execPath, ['scripts/build.mjs'])
  await using network = await startXmppNetwork()
  await using kith = await startOwnKith({ KITH_OUTBOUND_ALLOW: '127.0.0.1' })
  await kith.api.call('POST', '/api/v1/connections', z.object({ id: z.string() }), {
    tool: 'xmpp',
    label: 'Bench',
    values: network.account.values,
  })
  await eventually(async () => {
    const { body } = await kith.api.ask('GET', '/api/v1/connections')
    if (!JSON.stringify(body).includes('"connected"')) throw new Error(`not connected: ${JSON.stringify(body)}`)
  }, 30_000)
  const socket = await measureSocket(kith, network)
  const screen = await measureScreen(kith, network)
  return { socket: byTime(socket), screen: byTime(screen) }
}

type Network = Awaited<ReturnType<typeof startXmppNetwork>>

async function measureSocket(kith: KithServer, network: Network): Promise<number[]> {
  await using live = openLive(kith, null)
  await live.ready
  const took: number[] = []
  for (let n = 0; n < messages; n++) {
    const before = live.events.length
    const began = performance.now()
    await network.stranger.say(`message ${n}`)
    while (!live.events.slice(before).some(event => event.kind.startsWith('conversation'))) {
      if (performance.now() - began > 10_000) throw new Error(`message ${n} was not heard of`)
      await new Promise(resolve => setTimeout(resolve, 1))
    }
    took.push(performance.now() - began)
  }
  return took
}

/** In a real browser, with the conversation open: until the words are in the page and the next picture is drawn. */
async function measureScreen(kith: KithServer, network: Network): Promise<number[]> {
  const list = z.object({ conversations: z.array(z.object({ id: z.string() })) })
  const { conversations } = await kith.api.call('GET', '/api/v1/conversations?view=requests', list)
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ baseURL: kith.url, viewport: { width: 1440, height: 900 } })
    const signedIn = await context.request.post('/api/v1/sign-in', {
      data: { email: 'mara@kith.example', password: 'a long harbour wall' },
      headers: { origin: kith.url },
    })
    if (!signedIn.ok()) throw new Error(`signing in: ${signedIn.status()}`)
    const page = await context.newPage()
    const shown = new Map<string, number>()
    await page.exposeFunction('kithShown', (text: string, at: number) => void shown.set(text, at))
    await page.goto(`/inbox/${conversations[0]?.id ?? ''}`)
    await page
      .getByRole('log')
      .getByText(`message ${messages - 1}`, { exact: true })
      .first()
      .waitFor()
    await page.evaluate(watchLog)
    const took: number[] = []
    for (let n = 0; n < messages; n += 1) {
      const text = `on screen ${n}`
      const began = Date.now()
      await network.stranger.say(text)
      while (!shown.has(text)) {
        if (Date.now() - began > 60_000) throw new Error(`“${text}” was not shown`)
        await new Promise(resolve => setTimeout(resolve, 5))
      }
      took.push((shown.get(text) ?? Number.NaN) - began)
    }
    return took
  } finally {
    await browser.close()
  }
}

/** Runs in the page, which has the same clock: each new line is told with the instant of the frame after it. */
const watchLog = `{
  const log = document.querySelector('[role=log]')
  const told = new Set()
  new MutationObserver(() => {
    const walker = document.createTreeWalker(log, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const text = walker.currentNode.data.trim()
      if (told.has(text) || !/^on screen \\d+$/.test(text)) continue
      told.add(text)
      requestAnimationFrame(() => kithShown(text, Date.now()))
    }
  }).observe(log, { childList: true, subtree: true, characterData: true })
}`

type Place = Awaited<ReturnType<typeof seedConnection>>

/** Messages of many people, stored durably in batches: live ones as a busy session commits them, or pages of an archive. */
async function measureInbound(db: Database, size: number, history: boolean): Promise<number> {
  const place = await seedConnection(db)
  const deps = { db, clock: systemClock, recordSpoken: async () => {} }
  const began = performance.now()
  for (let from = 0; from < inbound; from += size) {
    const events = Array.from({ length: size }, (_, index): NetworkEvent => {
      const who = `person${(from + index) % 500}@example.org`
      return {
        kind: 'message',
        key: `k${from + index}`,
        otherKeys: [],
        conversation: { id: who, kind: 'direct' },
        from: { id: who, name: who },
        own: false,
        text: `How was the night shift, number ${from + index}?`,
        sentAt: new Date(),
        history,
      }
    })
    await commitEvents(deps, place, events, String(from))
  }
  return inbound / ((performance.now() - began) / 1_000)
}

/** What waits for `names`, one after another. */
async function queueMessages(db: Database, place: Place, names: readonly string[]) {
  const now = new Date()
  return inWorkspace(db, place.workspace, async tx => {
    const found = await findConnection(tx, place.workspace, place.connection)
    if (!found) throw new Error('the connection is there')
    const wanted = names.map(to => ({
      id: newId<'Conversation'>(),
      remoteId: to,
      kind: 'direct' as const,
      title: null,
    }))
    const conversations = await upsertConversations(tx, place.workspace, found, wanted, now)
    const waiting = Array.from({ length: outbound }, (_, n) => {
      const to = names[n % names.length] ?? ''
      const conversation = conversations.get(to)?.id
      if (!conversation) throw new Error('an upsert gives its row')
      return { id: newId<'Message'>(), conversation, to, text: `Answer ${n}` }
    })
    const row = { person: null, user: place.user, kind: 'text' as const, own: true, senderId: null, senderName: null }
    const rest = { sentAt: now, history: false, replyTo: null, detail: {}, delivery: 'queued' as const }
    await insertMessages(
      tx,
      place.workspace,
      place.connection,
      waiting.map(({ id, conversation, text }) => ({ id, conversation, text, ...row, ...rest })),
      now,
    )
    for (const { id, conversation, to, text } of waiting) {
      const payload = { to: { id: to, kind: 'direct' as const }, text }
      const where = { message: id, connection: place.connection, conversation, bucket: to }
      await insertOutbox(tx, place.workspace, { ...where, action: 'message', payload }, now)
    }
    return found
  })
}

/** What waits is claimed, handed to a network that takes it at once, and marked accepted: the store's own share. */
async function measureOutbound(db: Database, pipelined: boolean): Promise<number> {
  const place = await seedConnection(db)
  const names = Array.from({ length: buckets }, (_, n) => `person${n}@example.org`)
  const connection = await queueMessages(db, place, names)
  let sent = 0
  const session: Session = {
    run: async () => {},
    async send(request: SendRequest) {
      sent += 1
      return { kind: 'accepted', key: `net-${request.txn}`, at: new Date() }
    },
    bucket: to => to.id,
    capabilities: () => {
      throw new Error('not asked here')
    },
    async [Symbol.asyncDispose]() {},
  }
  const deps = { db, clock: systemClock, recordSpoken: async () => {} }
  const began = performance.now()
  while (sent < outbound) await drainOutbox(deps, connection, session, new AbortController().signal, { pipelined })
  return outbound / ((performance.now() - began) / 1_000)
}

/** The same over a real XMPP server: each message acknowledged by it (XEP-0198), and that committed. */
async function measureXmppOutbound(db: Database): Promise<number> {
  const users = Object.fromEntries(Array.from({ length: listeners }, (_, n) => [`person${n}`, 'battery staple']))
  // Without archives: theirs is the slower disk by far, and not what is measured.
  await using network = await startXmppNetwork({ users, without: ['mam'] })
  const over = new AbortController()
  for (const [user, password] of Object.entries(users)) {
    const account = readAccount({
      id: user,
      values: { ...network.account.values, jid: `${user}@localhost`, password },
    })
    if (!account.ok) throw new Error(account.text)
    const stream = await openStream({
      account: account.value,
      network: { resolveSrv, random: Math.random, allowsAddress: () => true },
      signal: over.signal,
      onStanza: incoming => incoming.done(),
    })
    stream.post(presenceStanza('online', undefined))
  }
  const place = await seedConnection(db)
  let wake = (_: string) => {}
  const log = { info: () => {}, warn: (fields: object, text: string) => console.error(text, fields) }
  await using _sessions = await startSessions({
    db,
    clock: systemClock,
    log,
    recordSpoken: async () => {},
    connectorOf: async () => xmpp,
    accountOf: connection => ({ id: connection.id, values: network.account.values }),
    vault: { seal: text => text, unseal: text => text },
    onWake: heard => {
      wake = heard
      return () => {}
    },
    soleNode: true,
  })
  const count = (state: string) =>
    inWorkspace(db, place.workspace, async tx => {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from messages
        where workspace_id = ${place.workspace} and delivery = ${state}`.execute(tx)
      return rows[0]?.n ?? 0
    })
  await eventually(async () => {
    const found = await inWorkspace(db, place.workspace, tx => findConnection(tx, place.workspace, place.connection))
    if (found?.state !== 'connected') throw new Error(`not connected: ${found?.state}`)
  }, 30_000)
  await queueMessages(
    db,
    place,
    Object.keys(users).map(user => `${user}@localhost`),
  )
  const began = performance.now()
  wake(place.connection)
  while ((await count('accepted')) < outbound) {
    if (performance.now() - began > 60_000) throw new Error(`only ${await count('accepted')} were accepted in a minute`)
    await new Promise(resolve => setTimeout(resolve, 25))
  }
  const figure = outbound / ((performance.now() - began) / 1_000)
  over.abort()
  return figure
}

export async function run(): Promise<{ name: string; figure: number; unit: string }[]> {
  const { socket, screen } = await measureDelivery()
  const folder = await mkdtemp(join(tmpdir(), 'kith-bench-'))
  await chmod(folder, 0o755)
  try {
    await using server = await startEmbedded({ dataDir: join(folder, 'postgres') })
    await using database = openDatabase({ url: server.url, maxConnections: 10 })
    await migrate(database.pool)
    await migrateTasks(database.pool)
    return [
      { name: `XMPP in to the browser’s socket, ${messages} messages, median`, figure: at(socket, 0.5), unit: 'ms' },
      { name: 'XMPP in to the browser’s socket, 99th percentile', figure: at(socket, 0.99), unit: 'ms' },
      { name: `XMPP in to the browser’s screen, ${messages} messages, median`, figure: at(screen, 0.5), unit: 'ms' },
      { name: 'XMPP in to the browser’s screen, 99th percentile', figure: at(screen, 0.99), unit: 'ms' },
      {
        name: `inbound, stored durably in batches of ${batch}`,
        figure: await measureInbound(database.db, batch, false),
        unit: 'messages/s',
      },
      {
        name: `catching up, stored durably in pages of ${page}`,
        figure: await measureInbound(database.db, page, true),
        unit: 'messages/s',
      },
      {
        name: 'outbound over XMPP, acknowledged and stored durably',
        figure: await measureXmppOutbound(database.db),
        unit: 'messages/s',
      },
      {
        name: `outbound, drained over ${buckets} rate buckets, many at once`,
        figure: await measureOutbound(database.db, true),
        unit: 'messages/s',
      },
      {
        name: `outbound, drained over ${buckets} rate buckets, one by one in each`,
        figure: await measureOutbound(database.db, false),
        unit: 'messages/s',
      },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
