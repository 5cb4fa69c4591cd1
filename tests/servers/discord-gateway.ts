import type { Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'

type Event = { seq: number; type: string; data: unknown }
type GatewaySession = { id: string; seq: number; events: Event[]; socket: WebSocket | undefined }

export type Gateway = {
  /** To all sessions, those that are away at the moment too. */
  dispatch(type: string, data: unknown): void
  /** Closes all sockets with a code; the sessions stay. */
  close(code: number): void
  /** The sessions are gone at Discord's side. */
  loseSessions(): void
  sessions(): number
  readonly heartbeats: number
  readonly identified: readonly { intents: number }[]
  readonly resumed: number
  freeze(): void
  thaw(): void
  stop(): void
}

/** Discord's gateway (docs: topics/gateway): hello, identify, resume with replay, heartbeat, invalid session. */
export function startGateway(
  http: Server,
  options: {
    token: string
    url(): string
    ready(): { user: unknown; guilds: { id: string }[] }
    guilds(): readonly unknown[]
    allowedIntents(): number
    heartbeatMs?: number
  },
): Gateway {
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  const sessions = new Map<string, GatewaySession>()
  let made = 0
  let heartbeats = 0
  let resumed = 0
  let frozen = false
  const identified: { intents: number }[] = []

  const say = (session: GatewaySession, type: string, data: unknown) => {
    session.seq += 1
    const event = { seq: session.seq, type, data }
    session.events.push(event)
    tell(session.socket, event)
  }
  const tell = (socket: WebSocket | undefined, { seq, type, data }: Event) => {
    if (socket?.readyState === 1 && !frozen) socket.send(JSON.stringify({ op: 0, t: type, s: seq, d: data }))
  }

  const onUpgrade = (request: Parameters<WebSocketServer['handleUpgrade']>[0], raw: Duplex, head: Buffer) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (
      url.pathname !== '/gateway/' ||
      url.searchParams.get('v') !== '10' ||
      url.searchParams.get('encoding') !== 'json'
    ) {
      raw.destroy()
      return
    }
    sockets.handleUpgrade(request, raw, head, socket => greet(socket))
  }
  http.on('upgrade', onUpgrade)

  function greet(socket: WebSocket): void {
    let mine: GatewaySession | undefined
    const answer = (value: unknown) => {
      if (!frozen) socket.send(JSON.stringify(value))
    }
    socket.on('error', () => undefined)
    answer({ op: 10, d: { heartbeat_interval: options.heartbeatMs ?? 41_250 } })
    socket.on('close', () => {
      if (mine?.socket === socket) mine.socket = undefined
    })
    socket.on('message', data => {
      const { op, d } = JSON.parse(data.toString()) as { op: number; d: Record<string, unknown> }
      if (op === 1) {
        heartbeats += 1
        answer({ op: 11 })
        return
      }
      if (op === 2) {
        if (d.token !== options.token) return socket.close(4004, 'Authentication failed.')
        if (typeof d.intents !== 'number' || typeof d.properties !== 'object')
          return socket.close(4002, 'Error while decoding payload.')
        if ((d.intents & ~options.allowedIntents()) !== 0) return socket.close(4014, 'Disallowed intent(s).')
        identified.push({ intents: d.intents })
        made += 1
        mine = { id: `session-${made}`, seq: 0, events: [], socket }
        sessions.set(mine.id, mine)
        const { user, guilds } = options.ready()
        say(mine, 'READY', {
          v: 10,
          user,
          guilds: guilds.map(each => ({ ...each, unavailable: true })),
          session_id: mine.id,
          resume_gateway_url: options.url(),
          application: { id: '1', flags: 0 },
        })
        for (const guild of options.guilds()) say(mine, 'GUILD_CREATE', guild)
        return
      }
      if (op === 6) {
        if (d.token !== options.token) return socket.close(4004, 'Authentication failed.')
        const session = sessions.get(String(d.session_id))
        if (!session || typeof d.seq !== 'number' || d.seq > session.seq) return answer({ op: 9, d: false })
        resumed += 1
        mine = session
        session.socket = socket
        for (const event of session.events.filter(each => each.seq > Number(d.seq))) tell(socket, event)
        say(session, 'RESUMED', {})
        return
      }
      socket.close(4001, 'Unknown opcode.')
    })
  }

  return {
    dispatch: (type, data) => {
      for (const session of sessions.values()) say(session, type, data)
    },
    close: code => {
      for (const socket of sockets.clients) socket.close(code)
    },
    loseSessions: () => sessions.clear(),
    sessions: () => sessions.size,
    get heartbeats() {
      return heartbeats
    },
    identified,
    get resumed() {
      return resumed
    },
    freeze: () => {
      frozen = true
    },
    thaw: () => {
      frozen = false
    },
    stop: () => {
      http.off('upgrade', onUpgrade)
      for (const socket of sockets.clients) socket.terminate()
    },
  }
}
