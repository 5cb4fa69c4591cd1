import { execFile } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import type { NetworkEvent } from '#connectors/contract.ts'
import { commitEvents } from '#features/conversations/index.ts'
import { systemClock } from '#kernel/clock.ts'
import { migrateTasks } from '#platform/worker.ts'
import { type Database, openDatabase } from '#storage/database.ts'
import { startEmbedded } from '#storage/embedded.ts'
import { migrate } from '#storage/migrate.ts'
import { seedConnection } from '#tests/conversations.ts'
import { launchBrowser } from '#tests/scenarios/browser/browser.ts'
import { eventually, type KithServer, openLive, startOwnKith } from '#tests/servers/kith.ts'
import { startXmppNetwork } from '#tests/servers/xmpp.ts'

export const name = 'messaging'

const messages = 300
const inbound = 20_000
const batch = 200
const page = 500

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
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
