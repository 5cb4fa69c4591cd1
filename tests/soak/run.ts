import { rm } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { eventually, prepareKith, startKith } from '../servers/kith.ts'
import { hasLuaSqlite } from '../servers/prosody.ts'
import { startXmppNetwork } from '../servers/xmpp.ts'
import { ircLanes } from './irc-lanes.ts'
import { databaseOf, readThread, untilReady } from './kith-side.ts'
import { compare, isWhole, type Lane, type LaneResult, pause } from './lane.ts'
import { widgetLanes } from './widget-lanes.ts'
import { xmppLanes } from './xmpp-lanes.ts'

/**
 * npm run soak [-- messages each way] [--minutes n]: XMPP, IRC and the website chat at once, while the server is killed ten times, its database
 * twice and the networks' servers five times. Ends with 1 when anything acknowledged is missing, doubled or out of order. After the minutes
 * nothing more is said, and what was is compared. From some thousand messages on it is several times quicker where Debian's `lua-dbi-sqlite3`
 * is installed, because Prosody then finds its archive's pages without reading all of it.
 */
const { positionals, values } = parseArgs({ allowPositionals: true, options: { minutes: { type: 'string' } } })
const eachWay = Number(positionals[0] ?? 20_000)
if (!Number.isSafeInteger(eachWay) || eachWay < 200)
  throw new Error('How many messages each way? A whole number of at least 200, as in "npm run soak 2000".')
const settleMs = 900_000

const ircOut = Math.min(150, Math.floor(eachWay / 20))
const ircIn = Math.floor(eachWay / 5)
const widget = Math.floor(eachWay / 4)
const visitors = Math.min(200, Math.max(10, Math.floor(widget / 25)))

await using network = await startXmppNetwork({ archive: hasLuaSqlite() ? 'sqlite' : 'files' })
const prepared = await prepareKith()
await using kith = await startKith({ KITH_OUTBOUND_ALLOW: '127.0.0.1' }, prepared)
await rm(prepared.folder, { recursive: true, force: true })
const xmpp = await xmppLanes(kith, network, eachWay - widget - ircIn)
await using irc = await ircLanes(kith, { in: ircIn, out: ircOut })
await using chat = await widgetLanes(kith, widget, visitors)
// What IRC's pace leaves of the outward share goes over XMPP.
const lanes: Lane[] = [...xmpp.lanes, ...irc.lanes, ...chat.lanes].map(lane =>
  lane.name === 'XMPP out' ? Object.assign(lane, { want: eachWay - widget - ircOut }) : lane,
)

const strikes: { name: string; on: Lane['network'] | 'all'; strike(): Promise<void> }[] = []
const server = {
  name: 'server',
  on: 'all' as const,
  async strike() {
    await kith.kill()
    await kith.start()
  },
}
const database = {
  name: 'database',
  on: 'all' as const,
  async strike() {
    const before = await databaseOf(kith)
    await kith.killDatabase()
    await eventually(async () => {
      const now = await databaseOf(kith)
      if (!now || now === before) throw new Error('The database has not come back.')
    }, 120_000)
    await untilReady(kith)
  },
}
const prosody = { name: 'XMPP server', on: 'xmpp' as const, strike: xmpp.strike }
const ircd = { name: 'IRC server', on: 'irc' as const, strike: irc.strike }
for (let n = 0; n < 10; n += 1) {
  strikes.push(server)
  if (n === 3 || n === 7) strikes.push(database)
  if (n % 2 === 0) strikes.push(n === 4 || n === 8 ? ircd : prosody)
}

const total = lanes.reduce((sum, lane) => sum + lane.want, 0)
const doneOf = (lane: Lane) => lane.acknowledged.length + lane.unsure.size
const done = () => lanes.reduce((sum, lane) => sum + doneOf(lane), 0)
const began = Date.now()
const seconds = () => Math.round((Date.now() - began) / 1_000)
console.log(`${total} messages over ${lanes.length} lanes, ${visitors} visitors, ${strikes.length} strikes`)

/** All lanes come to their end together, so that every strike meets all of them in the middle. */
const aheadOf = (lane: Lane) => doneOf(lane) / lane.want - Math.min(...lanes.map(each => doneOf(each) / each.want))
const mayBeAhead = 0.02

/** IRC rests while its own server is struck; nothing else ever waits for a strike. */
let ircRests = false
let resting: Promise<void> = Promise.resolve()
const over = new AbortController()
const early = new AbortController()
const minutes = values.minutes === undefined ? undefined : Number(values.minutes)
if (minutes !== undefined)
  setTimeout(() => {
    early.abort()
    over.abort()
  }, minutes * 60_000).unref()
const working = Promise.all(
  lanes.map(async lane => {
    while (doneOf(lane) < lane.want && !over.signal.aborted) {
      if (lane.network === 'irc' && ircRests) await resting
      if (aheadOf(lane) > mayBeAhead) await pause(20)
      else await lane.step()
    }
  }),
).finally(() => over.abort())

const striking = (async () => {
  for (const [n, { name, on, strike }] of strikes.entries()) {
    const at = ((n + 1) / (strikes.length + 1)) * total
    while (done() < at && !over.signal.aborted) await pause(20)
    if (early.signal.aborted) return
    const [before, start] = [done(), Date.now()]
    const rest = Promise.withResolvers<void>()
    if (on === 'irc') [ircRests, resting] = [true, rest.promise]
    await strike()
    ircRests = false
    rest.resolve()
    console.log(
      `${seconds()} s: ${name} killed at ${before} messages, back after ${Date.now() - start} ms and ${done() - before} messages`,
    )
  }
})()
await Promise.all([working, striking])
console.log(
  `${seconds()} s: ${early.signal.aborted ? `${done()} of ${total}` : 'all'} said; waiting for what is under way`,
)

/** Nothing of ours is still on its way; what nobody can know is said to be unknown. */
const unknown = new Map<string, Set<string>>()
const conversations: [string, string[]][] = [
  ['XMPP out', [xmpp.conversation]],
  ['IRC out', [irc.conversation]],
  ['widget out', chat.conversations],
]
for (const [name, ids] of conversations) {
  const found = new Set<string>()
  for (const id of ids)
    for (const message of await eventually(async () => {
      const own = (await readThread(kith, id)).filter(each => each.own)
      const waiting = own.find(each => ['queued', 'sending', 'later'].includes(each.delivery))
      if (waiting) throw new Error(`“${waiting.text}” is still ${waiting.delivery}.`)
      return own
    }, settleMs))
      if (message.delivery === 'unknown') found.add(message.text)
  unknown.set(name, found)
}

/** What is last on its way has a minute to come. */
async function lastLook(known: Parameters<typeof compare>[0], lane: Lane): Promise<LaneResult> {
  const until = Date.now() + 60_000
  for (;;) {
    const found = compare(known, await lane.arrived())
    if (found.missing.length === 0 || Date.now() > until) return found
    await pause(1_000)
  }
}

let whole = true
for (const lane of lanes) {
  const doubtful = unknown.get(lane.name) ?? new Set<string>()
  const known = {
    name: lane.name,
    acknowledged: lane.acknowledged.filter(text => !doubtful.has(text)),
    unsure: new Set([...lane.unsure, ...doubtful]),
    ...(lane.lostByPeer ? { lostByPeer: lane.lostByPeer } : {}),
  }
  const final = await lastLook(known, lane)
  whole &&= isWhole(final)
  console.log(
    `${final.lane}: ${final.acknowledged} acknowledged, ${final.acknowledged - final.missing.length - final.lostByPeer.length} there, ${final.missing.length} missing, ` +
      `${final.repeated.length} doubled, ${final.disordered.length} out of order; ${final.unsure} nobody can know (there at most once)`,
  )
  if (final.lostByPeer.length > 0)
    console.log(
      `  ${final.lostByPeer.length} lost by the network's own server, which had them on its disk when it was killed and passed them to nobody: ` +
        final.lostByPeer.join(', '),
    )
  if (!isWhole(final)) console.log(JSON.stringify({ ...final, missing: final.missing.slice(0, 10) }, null, 1))
}
console.log(`${seconds()} s: ${whole ? 'no loss, no repeat' : 'NOT WHOLE'}`)
process.exitCode = whole ? 0 : 1
