import type { IncomingMessage } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import type { WorkspaceId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { findLiveSeq, type LiveRow, listLiveEvents, liveChannel, signalChannel } from '#platform/live.ts'
import type { Listener } from '#server/listener.ts'
import type { Upgrades } from '#server/upgrades.ts'
import { type Database, inWorkspace } from '#storage/database.ts'

type Log = { warn(fields: object, message: string): void }
type Client = { socket: WebSocket; caller: Caller; seq: number; alive: boolean; ready: boolean }

const maxCatchUp = 1_000
const maxBufferedBytes = 4 * 1024 * 1024
const heartbeatMs = 25_000
const retryMs = 500

const hello = z.object({ type: z.literal('hello'), after: z.number().int().nonnegative().nullable() })
/** `awake`: somebody touched the page lately. */
const pong = z.object({ type: z.literal('pong'), awake: z.boolean().optional() })
const fromClient = z.union([hello, pong])
const signalPayload = z.object({
  workspace: z.string(),
  kind: z.string(),
  payload: z.record(z.string(), z.unknown()),
  user: z.string().optional(),
})

export type LiveHub = AsyncDisposable & { readonly clients: number }

/**
 * Browsers' sockets at `path`. `hello` with a sequence number is answered by everything after it, or by `reset` when that is too
 * much or gone; then events follow in order, without gaps. Signals pass by without a number.
 */
export async function startLive(deps: {
  upgrades: Upgrades
  path: RegExp
  db: Database
  listener: Listener
  authenticate: (request: IncomingMessage) => Promise<Caller | undefined>
  sameOrigin: (request: IncomingMessage) => boolean
  noteAwake: (caller: Caller) => Promise<void>
  log: Log
}): Promise<LiveHub> {
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: 16_384 })
  const clients = new Set<Client>()
  const behind = new Set<WorkspaceId>()
  const busy = new Set<WorkspaceId>()
  let closed = false

  const upgrade = (request: IncomingMessage, socket: import('node:stream').Duplex, head: Buffer) => {
    void (async () => {
      const caller = deps.sameOrigin(request) ? await deps.authenticate(request) : undefined
      if (!caller) {
        socket.end('HTTP/1.1 401 Unauthorized\r\nconnection: close\r\n\r\n')
        return
      }
      sockets.handleUpgrade(request, socket, head, ws => open(ws, caller))
    })().catch(error => {
      deps.log.warn({ err: error }, 'live upgrade failed')
      socket.destroy()
    })
  }
  const taking = deps.upgrades.add(deps.path, upgrade)

  const open = (socket: WebSocket, caller: Caller) => {
    const client: Client = { socket, caller, seq: 0, alive: true, ready: false }
    clients.add(client)
    socket.on('close', () => clients.delete(client))
    socket.on('error', () => socket.terminate())
    socket.on('message', data => {
      client.alive = true
      const parsed = fromClient.safeParse(readJson(String(data)))
      if (!parsed.success) return socket.close(1008, 'Send {"type":"hello","after":number|null} first.')
      if (parsed.data.type === 'pong') {
        if (parsed.data.awake)
          void deps.noteAwake(caller).catch(error => deps.log.warn({ err: error }, 'noting who is awake failed'))
      } else
        void greet(client, parsed.data.after).catch(error => {
          deps.log.warn({ err: error }, 'live catch-up failed')
          socket.close(1011)
        })
    })
  }

  const greet = async (client: Client, after: number | null) => {
    const { workspace } = client.caller
    const at = await inWorkspace(deps.db, workspace, tx => findLiveSeq(tx, workspace))
    if (after === null || after > at) {
      client.seq = at
      send(client, { type: after === null ? 'ready' : 'reset', seq: at })
    } else {
      const rows = await listLiveEvents(deps.db, workspace, after, maxCatchUp + 1)
      const whole = rows.length === 0 ? after === at : rows[0]?.seq === after + 1 && rows.length <= maxCatchUp
      client.seq = whole ? after : at
      if (!whole) send(client, { type: 'reset', seq: at })
      else for (const row of rows) deliver(client, row)
      if (whole) send(client, { type: 'ready', seq: client.seq })
    }
    client.ready = true
    wake(workspace)
  }

  const wake = (workspace: WorkspaceId) => {
    behind.add(workspace)
    if (busy.has(workspace)) return
    busy.add(workspace)
    void (async () => {
      while (!closed && behind.delete(workspace))
        await fanOut(workspace).catch(async error => {
          deps.log.warn({ err: error }, 'live events failed')
          // The next event may be hours away.
          behind.add(workspace)
          await new Promise(resolve => setTimeout(resolve, retryMs))
        })
      busy.delete(workspace)
    })()
  }

  const fanOut = async (workspace: WorkspaceId) => {
    const here = [...clients].filter(client => client.ready && client.caller.workspace === workspace)
    if (here.length === 0) return
    const from = Math.min(...here.map(client => client.seq))
    const rows = await listLiveEvents(deps.db, workspace, from, maxCatchUp + 1)
    for (let i = 0; i < here.length; i++) {
      const client = here[i]
      if (client) for (const row of rows) if (row.seq > client.seq) deliver(client, row)
      // A push to thousands would block the loop: let others in between.
      if (i % 200 === 199) await new Promise(resolve => setImmediate(resolve))
    }
    if (rows.length > maxCatchUp) behind.add(workspace)
  }

  const deliver = (client: Client, row: LiveRow) => {
    client.seq = row.seq
    if (row.user !== null && row.user !== client.caller.user) return
    send(client, { type: 'event', seq: row.seq, kind: row.kind, payload: row.payload })
  }

  const send = (client: Client, message: object) => {
    if (client.socket.readyState !== client.socket.OPEN) return
    if (client.socket.bufferedAmount > maxBufferedBytes) return client.socket.terminate()
    client.socket.send(JSON.stringify(message))
  }

  const listening = await deps.listener.listen([liveChannel, signalChannel], (channel, payload) => {
    if (channel === undefined) {
      for (const workspace of new Set([...clients].map(client => client.caller.workspace))) wake(workspace)
      return
    }
    if (channel === liveChannel) return wake(payload.slice(0, 36) as WorkspaceId)
    const signal = signalPayload.safeParse(readJson(payload))
    if (!signal.success) return
    const { workspace, user, kind, payload: body } = signal.data
    for (const client of clients)
      if (client.ready && client.caller.workspace === workspace && (user === undefined || user === client.caller.user))
        send(client, { type: 'signal', kind, payload: body })
  })

  const heartbeat = setInterval(() => {
    for (const client of clients) {
      if (!client.alive) client.socket.terminate()
      client.alive = false
      send(client, { type: 'ping' })
    }
  }, heartbeatMs)

  return {
    get clients() {
      return clients.size
    },
    async [Symbol.asyncDispose]() {
      closed = true
      clearInterval(heartbeat)
      taking[Symbol.dispose]()
      await listening[Symbol.asyncDispose]()
      const left = [...sockets.clients]
      for (const socket of left) socket.close(1001, 'The server is restarting.')
      setTimeout(() => left.forEach(socket => void socket.terminate()), 1_000).unref()
      sockets.close()
    },
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
