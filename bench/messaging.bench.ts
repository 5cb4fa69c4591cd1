import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { NetworkEvent, SendRequest, Session } from '#connectors/contract.ts'
import { commitEvents } from '#features/conversations/index.ts'
import { drainOutbox } from '#features/conversations/runtime/outbox.ts'
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
import { eventually, openLive, startKith } from '#tests/servers/kith.ts'
import { startXmppNetwork } from '#tests/servers/xmpp.ts'

export const name = 'messaging'

const messages = 300
const inbound = 20_000
const batch = 200
const outbound = 500
const buckets = 20

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

/** A stranger on a real XMPP server says something; the time until the recruiter's socket hears of it. */
async function measureDelivery(): Promise<number[]> {
  await using network = await startXmppNetwork()
  await using kith = await startKith()
  await kith.api.call('POST', '/api/v1/connections', z.object({ id: z.string() }), {
    tool: 'xmpp',
    label: 'Bench',
    values: network.account.values,
  })
  await eventually(async () => {
    const { body } = await kith.api.ask('GET', '/api/v1/connections')
    if (!JSON.stringify(body).includes('"connected"')) throw new Error(`not connected: ${JSON.stringify(body)}`)
  }, 30_000)
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
  return took.sort((a, b) => a - b)
}

/** Messages of many people, stored durably in batches, as a connector that catches up commits them. */
async function measureInbound(db: Database): Promise<number> {
  const place = await seedConnection(db)
  const deps = { db, clock: systemClock, recordSpoken: async () => {} }
  const began = performance.now()
  for (let from = 0; from < inbound; from += batch) {
    const events = Array.from({ length: batch }, (_, index): NetworkEvent => {
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
        history: false,
      }
    })
    await commitEvents(deps, place, events, String(from))
  }
  return inbound / ((performance.now() - began) / 1_000)
}

/** What waits is claimed, handed to a network that takes it at once, and marked accepted. */
async function measureOutbound(db: Database): Promise<number> {
  const place = await seedConnection(db)
  const now = new Date()
  const connection = await inWorkspace(db, place.workspace, async tx => {
    const found = await findConnection(tx, place.workspace, place.connection)
    if (!found) throw new Error('the connection is there')
    for (let n = 0; n < outbound; n++) {
      const to = `person${n % buckets}@example.org`
      const wanted = { id: newId<'Conversation'>(), remoteId: to, kind: 'direct' as const, title: null }
      const conversation = (await upsertConversations(tx, place.workspace, found, [wanted], now)).get(to)
      if (!conversation) throw new Error('an upsert gives its row')
      const id = newId<'Message'>()
      const text = `Answer ${n}`
      const row = { person: null, user: place.user, kind: 'text' as const, own: true, senderId: null, senderName: null }
      const rest = { text, sentAt: now, history: false, replyTo: null, detail: {}, delivery: 'queued' as const }
      await insertMessages(
        tx,
        place.workspace,
        place.connection,
        [{ id, conversation: conversation.id, ...row, ...rest }],
        now,
      )
      const payload = { to: { id: to, kind: 'direct' as const }, text }
      const waiting = { message: id, connection: place.connection, conversation: conversation.id, bucket: to }
      await insertOutbox(tx, place.workspace, { ...waiting, action: 'message', payload }, now)
    }
    return found
  })
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
  while (sent < outbound) await drainOutbox(deps, connection, session, new AbortController().signal)
  return outbound / ((performance.now() - began) / 1_000)
}

export async function run(): Promise<{ name: string; figure: number; unit: string }[]> {
  const took = await measureDelivery()
  const folder = await mkdtemp(join(tmpdir(), 'kith-bench-'))
  await chmod(folder, 0o755)
  try {
    await using server = await startEmbedded({ dataDir: join(folder, 'postgres') })
    await using database = openDatabase({ url: server.url, maxConnections: 10 })
    await migrate(database.pool)
    await migrateTasks(database.pool)
    return [
      { name: `XMPP in to the browser’s socket, ${messages} messages, median`, figure: at(took, 0.5), unit: 'ms' },
      { name: 'XMPP in to the browser’s socket, 99th percentile', figure: at(took, 0.99), unit: 'ms' },
      {
        name: `inbound, stored durably in batches of ${batch}`,
        figure: await measureInbound(database.db),
        unit: 'messages/s',
      },
      {
        name: `outbound, drained over ${buckets} rate buckets`,
        figure: await measureOutbound(database.db),
        unit: 'messages/s',
      },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
