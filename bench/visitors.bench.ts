import { createHash } from 'node:crypto'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import WebSocket from 'ws'
import { z } from 'zod'
import { type ConnectionId, newId, parseId } from '#kernel/ids.ts'
import { newToken } from '#platform/secrets.ts'
import { acrossWorkspaces, openDatabase } from '#storage/database.ts'
import { startEmbedded } from '#storage/embedded.ts'
import { startOwnKith } from '#tests/servers/kith.ts'

export const name = 'visitors'
export const partOf = 'messaging'

/** `npm run bench visitors 2000` for fewer. */
const visitors = Number(process.argv[3] ?? 10_000)
const atOnce = 50
const echoes = 400

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024
}

const heard = z.object({ type: z.string() })

/** One browser with the chat open: says hello and answers pings, as the panel does. */
function openVisitor(url: string, token: string): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { perMessageDeflate: false })
    socket.on('error', reject)
    socket.on('close', code => reject(new Error(`closed with ${code}`)))
    socket.on('open', () => socket.send(JSON.stringify({ type: 'hello', token, page: 'https://jobs.example/nights' })))
    socket.on('message', data => {
      const { type } = heard.parse(JSON.parse(String(data)))
      if (type === 'ready') resolve(socket)
      if (type === 'ping') socket.send(JSON.stringify({ type: 'pong' }))
    })
  })
}

/** Memory of a server on which thousands have the chat open and say nothing, and how quickly it still answers. */
export async function run(): Promise<{ name: string; figure: number; unit: string }[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-bench-'))
  await chmod(folder, 0o755)
  try {
    await using postgres = await startEmbedded({ dataDir: join(folder, 'postgres') })
    await using kith = await startOwnKith({ DATABASE_URL: postgres.url })
    const chatView = z.object({ chat: z.string() })
    const chat = parseId<'Connection'>((await kith.api.call('GET', '/api/v1/website-chat', chatView)).chat)
    if (!chat) throw new Error('The chat has no id.')
    const tokens = await insertVisitors(postgres.url, chat)
    const url = `${kith.url.replace('http', 'ws')}/api/v1/chat/${chat}/socket`
    const first = await openVisitor(url, tokens[0] ?? '')
    const before = await residentMegabytes(kith.pid())
    const began = performance.now()
    const sockets = [first]
    for (let from = 1; from < visitors; from += atOnce)
      sockets.push(...(await Promise.all(tokens.slice(from, from + atOnce).map(token => openVisitor(url, token)))))
    const opened = performance.now() - began
    // Past one heartbeat, so that everybody was pinged and shown again.
    await new Promise(resolve => setTimeout(resolve, 30_000))
    const after = await residentMegabytes(kith.pid())
    const echo = await measureEcho(sockets)
    const stored = await measureWords(`${kith.url}/api/v1/chat/${chat}`, tokens)
    for (const socket of sockets) socket.removeAllListeners('close').terminate()
    const many = visitors.toLocaleString('en')
    return [
      { name: `memory of ${many} idle visitors over one`, figure: after - before, unit: 'MB' },
      { name: 'each of them', figure: ((after - before) * 1_024) / visitors, unit: 'KB' },
      { name: 'opened', figure: visitors / (opened / 1_000), unit: 'visitors/s' },
      { name: 'echo on an open socket, median', figure: at(echo, 0.5), unit: 'ms' },
      { name: 'echo on an open socket, 99th percentile', figure: at(echo, 0.99), unit: 'ms' },
      { name: 'a visitor’s word stored, median', figure: at(stored, 0.5), unit: 'ms' },
      { name: 'a visitor’s word stored, 99th percentile', figure: at(stored, 0.99), unit: 'ms' },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** As if they had all begun a chat: no server lets one address begin thousands. */
async function insertVisitors(url: string, chat: ConnectionId): Promise<string[]> {
  await using database = openDatabase({ url, maxConnections: 2 })
  const tokens = Array.from({ length: visitors }, () => newToken())
  const rows = tokens.map(token => ({ id: newId(), hash: createHash('sha256').update(token).digest('hex') }))
  await acrossWorkspaces(database.db, async tx => {
    await sql`insert into visitors (workspace_id, visitor_id, connection_id, token_hash, consent, first_seen_at, last_seen_at)
      select k.workspace_id, v.id, k.connection_id, decode(v.hash, 'hex'), '{}', now(), now()
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v(id uuid, hash text)
      join connections k on k.connection_id = ${chat}`.execute(tx)
  })
  return tokens
}

/** The socket's own ping: what the server's one thread adds to the line. */
async function measureEcho(sockets: readonly WebSocket[]): Promise<number[]> {
  const took: number[] = []
  for (let n = 0; n < echoes; n += 1) {
    const socket = sockets[(n * 7_919) % sockets.length]
    const began = performance.now()
    await new Promise<void>(resolve => {
      socket?.once('pong', () => resolve())
      socket?.ping()
    })
    took.push(performance.now() - began)
    await new Promise(resolve => setTimeout(resolve, 10))
  }
  return took.sort((a, b) => a - b)
}

async function measureWords(url: string, tokens: readonly string[]): Promise<number[]> {
  const took: number[] = []
  for (const token of tokens.slice(0, 100)) {
    const body = JSON.stringify({ id: newId(), text: 'How are the nights?' })
    const began = performance.now()
    const answer = await fetch(`${url}/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body,
    })
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
    took.push(performance.now() - began)
  }
  return took.sort((a, b) => a - b)
}
