import { fork } from 'node:child_process'
import { resolveSrv } from 'node:dns/promises'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import type { SendRequest, Session } from '#connectors/contract.ts'
import { readAccount } from '#connectors/xmpp/account.ts'
import { textMessage } from '#connectors/xmpp/outgoing.ts'
import { negotiate } from '#connectors/xmpp/stream/negotiate.ts'
import { Element } from '#connectors/xmpp/xml.ts'
import { outboxLimits } from '#features/conversations/model.ts'
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
import { eventually } from '#tests/servers/kith.ts'
import { startXmppNetwork, connector as xmpp } from '#tests/servers/xmpp.ts'
import { serverCpuSeconds } from './cpu.ts'

export const name = 'outbound'
export const partOf = 'messaging'

const outbound = 4_000
const buckets = 20
const listeners = 8

type Place = Awaited<ReturnType<typeof seedConnection>>

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

type Network = Awaited<ReturnType<typeof startXmppNetwork>>

/** Those who are written to: online, and in a process of their own. */
async function startListeners(network: Network, users: Readonly<Record<string, string>>): Promise<Disposable> {
  const accounts = Object.entries(users).map(([user, password]) => ({
    ...network.account.values,
    jid: `${user}@localhost`,
    password,
  }))
  const child = fork(fileURLToPath(new URL('listeners.ts', import.meta.url)), [JSON.stringify(accounts)])
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('exit', code => reject(new Error(`the listeners ended with ${code}`)))
  })
  return { [Symbol.dispose]: () => void child.kill() }
}

/** What the server itself takes from one client: the same stanzas ready-made, as many under way, and nothing stored by us. */
async function measureServer(network: Network, names: readonly string[]): Promise<number> {
  const account = readAccount({ id: 'bare', values: network.account.values })
  if (!account.ok) throw new Error(account.text)
  const stanzas = Array.from({ length: outbound }, (_, n) => {
    const to = { id: names[n % names.length] ?? '', kind: 'direct' as const }
    const stanza = textMessage({ txn: newId<'Message'>(), to, text: `Answer ${n}` })
    if (!(stanza instanceof Element)) throw new Error('a message is a stanza')
    return stanza.toString()
  })
  const over = new AbortController()
  const world = { resolveSrv, random: Math.random, allowsAddress: () => true }
  const { wire } = await negotiate(account.value, world, over.signal, undefined, { ready: () => {} })
  const ask = "<r xmlns='urn:xmpp:sm:3'/>"
  const began = performance.now()
  let sent = 0
  const push = () => {
    wire.write(stanzas.slice(sent, sent + outboxLimits.perTurn).join('') + ask)
    sent = Math.min(sent + outboxLimits.perTurn, outbound)
  }
  await new Promise<void>(resolve => {
    wire.onElement = element => {
      if (!element.is('a')) return
      const taken = Number(element.attrs.h)
      if (taken >= outbound) resolve()
      while (sent < outbound && sent - taken <= outboxLimits.underWay - outboxLimits.perTurn) push()
    }
    push()
    push()
  })
  const figure = outbound / ((performance.now() - began) / 1_000)
  over.abort()
  wire.socket.destroy()
  return figure
}

/** What this process and its database have worked, which a busy machine does not make more of. */
async function workSeconds(dataDir: string): Promise<number> {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000_000 + (await serverCpuSeconds(dataDir))
}

/** The whole way over a real XMPP server: each message acknowledged by it (XEP-0198), and that committed. */
async function measureXmpp(db: Database, dataDir: string): Promise<{ ours: number; work: number; server: number }> {
  const users = Object.fromEntries(Array.from({ length: listeners }, (_, n) => [`person${n}`, 'battery staple']))
  const names = Object.keys(users).map(user => `${user}@localhost`)
  // Without archives: theirs is the slower disk by far, and not what is measured.
  await using network = await startXmppNetwork({ users, without: ['mam'] })
  using _listeners = await startListeners(network, users)
  const server = await measureServer(network, names)
  const before = await workSeconds(dataDir)
  const ours = await measureOurs(db, network, names)
  return { ours, work: (await workSeconds(dataDir)) - before, server }
}

async function measureOurs(db: Database, network: Network, names: readonly string[]): Promise<number> {
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
  // What was accepted leaves the outbox in the same commit; to count the messages themselves would cost more than sending them.
  const waits = () =>
    inWorkspace(db, place.workspace, async tx => {
      const { rows } = await sql`select from outbox where workspace_id = ${place.workspace} limit 1`.execute(tx)
      return rows.length > 0
    })
  await eventually(async () => {
    const found = await inWorkspace(db, place.workspace, tx => findConnection(tx, place.workspace, place.connection))
    if (found?.state !== 'connected') throw new Error(`not connected: ${found?.state}`)
  }, 30_000)
  await queueMessages(db, place, names)
  const began = performance.now()
  wake(place.connection)
  while (await waits()) {
    if (performance.now() - began > 60_000) throw new Error('some were not accepted in a minute')
    await new Promise(resolve => setTimeout(resolve, 25))
  }
  const took = performance.now() - began
  const accepted = await inWorkspace(db, place.workspace, async tx => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from messages
      where workspace_id = ${place.workspace} and delivery = 'accepted'`.execute(tx)
    return rows[0]?.n
  })
  if (accepted !== outbound) throw new Error(`${accepted} of ${outbound} were accepted`)
  return outbound / (took / 1_000)
}

export async function run(): Promise<{ name: string; figure: number; unit: string }[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-bench-'))
  await chmod(folder, 0o755)
  try {
    const dataDir = join(folder, 'postgres')
    await using postgres = await startEmbedded({ dataDir })
    await using database = openDatabase({ url: postgres.url, maxConnections: 10 })
    await migrate(database.pool)
    await migrateTasks(database.pool)
    const { ours, work, server } = await measureXmpp(database.db, dataDir)
    return [
      { name: 'the XMPP server alone, from one client that stores nothing', figure: server, unit: 'messages/s' },
      { name: 'outbound over XMPP, acknowledged and stored durably', figure: ours, unit: 'messages/s' },
      { name: 'what Kith and its database work for one of them', figure: (work * 1_000) / outbound, unit: 'ms of CPU' },
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
