import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import {
  type Chat,
  findOpenChat,
  findVisitor,
  forgetVisitorPresence,
  fromVisitor,
  markVisited,
  recordVisit,
  sayVisitorTyping,
  showVisitor,
  showVisitors,
  type ToVisitor,
  type VisitDeps,
  type Visitor,
  visitorChannel,
} from '#features/conversations/index.ts'
import { parseId } from '#kernel/ids.ts'
import type { Listener } from '#server/listener.ts'
import { requestPath, type Upgrades } from '#server/upgrades.ts'

type Log = { warn(fields: object, message: string): void }
type Open = { socket: WebSocket; chat: Chat; visitor: Visitor; alive: boolean; away: boolean; room: string | null }

const path = /^\/api\/v1\/chat\/([0-9a-f-]{36})\/socket$/
const heartbeatMs = 25_000
const perTurn = 100
const perStatement = 500
const helloWithinMs = 10_000
/** Tabs of one visitor; the one that has been open longest goes first. */
const mostTabs = 12
/** Sockets that have not said who they are. */
const mostStrangers = 500
const news = z.object({
  visitor: z.string(),
  kind: z.enum(['news', 'changed', 'typing', 'read', 'blocked']),
  on: z.boolean().optional(),
  key: z.string().optional(),
})

const roomNews = z.object({ room: z.string() })

/** Visitors' sockets: told when there is news, and the sign that they are on the page now. */
export async function startVisitors(deps: {
  upgrades: Upgrades
  visit: VisitDeps
  listener: Listener
  log: Log
}): Promise<AsyncDisposable> {
  // After a crash nobody was said to be gone.
  await forgetVisitorPresence(deps.visit)
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: 8_192 })
  const open = new Map<string, Set<Open>>()
  const inRooms = new Map<string, Set<Open>>()
  let strangers = 0

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const id = parseId<'Connection'>(path.exec(requestPath(request))?.[1] ?? '')
    if (!id || strangers >= mostStrangers) {
      const status = id ? '503 Service Unavailable\r\nretry-after: 10' : '404 Not Found'
      socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\n\r\n`)
      return
    }
    strangers += 1
    let isStranger = true
    const isKnown = () => {
      if (isStranger) strangers -= 1
      isStranger = false
    }
    socket.once('close', isKnown)
    void findOpenChat(deps.visit, id)
      .then(chat => {
        if (!chat) return socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n')
        return sockets.handleUpgrade(request, socket, head, ws => greet(ws, chat, isKnown))
      })
      .catch(error => {
        deps.log.warn({ err: error }, 'visitor upgrade failed')
        socket.destroy()
      })
  }
  const taking = deps.upgrades.add(path, upgrade)

  const greet = (socket: WebSocket, chat: Chat, isKnown: () => void) => {
    let known: Open | undefined
    const late = setTimeout(() => socket.close(1008, 'hello expected'), helloWithinMs)
    const guard = (work: Promise<void>) =>
      void work.catch(error => deps.log.warn({ err: error }, 'visitor socket failed'))
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      clearTimeout(late)
      if (known) guard(leave(known))
    })
    socket.on('message', data => {
      const parsed = fromVisitor.safeParse(readJson(String(data)))
      if (!parsed.success) return socket.close(1008, 'not understood')
      const message = parsed.data
      if (known) known.alive = true
      if (message.type === 'hello') {
        if (!known)
          guard(
            enter(socket, chat, message).then(entered => {
              clearTimeout(late)
              isKnown()
              if (entered === 'unknown') return socket.close(4401, 'unknown visitor')
              if (entered === 'blocked') return socket.close(4403, 'closed')
              known = entered
              if (socket.readyState !== socket.OPEN) return leave(entered)
              return undefined
            }),
          )
        return
      }
      if (!known) return
      if (message.type === 'seen') guard(markVisited(deps.visit, chat, known.visitor, message.message, message.state))
      else if (message.type === 'room') look(known, message.room)
      else if (message.type === 'typing') guard(sayVisitorTyping(deps.visit, chat, known.visitor, message.on))
      else if (message.type === 'away') {
        known.away = message.on
        guard(show(known))
      }
    })
  }

  const enter = async (
    socket: WebSocket,
    chat: Chat,
    hello: { token: string; page?: string | undefined },
  ): Promise<Open | 'unknown' | 'blocked'> => {
    const found = await findVisitor(deps.visit, chat, hello.token)
    if (!found) return 'unknown'
    if (found.blockedAt) return 'blocked'
    if (hello.page !== undefined) await recordVisit(deps.visit, chat, found, hello.page)
    const visitor = { ...found, pageUrl: hello.page ?? found.pageUrl }
    const entry: Open = { socket, chat, visitor, alive: true, away: false, room: null }
    const tabs = (open.get(visitor.id) ?? new Set()).add(entry)
    open.set(visitor.id, tabs)
    const [oldest] = tabs
    if (tabs.size > mostTabs) oldest?.socket.close(1008, 'too many tabs')
    await show(entry)
    tell(entry, { type: 'ready' })
    return entry
  }

  /** Only who really belongs to it is given anything of it; this is about whom to wake. */
  const look = (entry: Open, room: string | null) => {
    if (entry.room) inRooms.get(entry.room)?.delete(entry)
    if (entry.room && inRooms.get(entry.room)?.size === 0) inRooms.delete(entry.room)
    entry.room = room
    if (room) inRooms.set(room, (inRooms.get(room) ?? new Set()).add(entry))
  }

  const leave = async (entry: Open) => {
    look(entry, null)
    const tabs = open.get(entry.visitor.id)
    tabs?.delete(entry)
    if (tabs?.size === 0) open.delete(entry.visitor.id)
    await show(entry)
  }

  /** Several tabs are one visitor: online while one of them is before their eyes. */
  const stateOf = (visitor: string): 'online' | 'away' | 'off' => {
    const tabs = [...(open.get(visitor) ?? [])]
    if (tabs.length === 0) return 'off'
    return tabs.every(tab => tab.away) ? 'away' : 'online'
  }

  // One at a time for each visitor, and what is true then: hiding a page and closing it come together,
  // and the one that is written last must not be the one that was true first.
  const turns = new Map<string, { again: boolean; done: Promise<void> }>()
  // Who could not be written: tried again at the next heartbeat, or nobody would ever say that they left.
  const unsaid = new Map<string, Pick<Open, 'chat' | 'visitor'>>()
  const show = (entry: Pick<Open, 'chat' | 'visitor'>): Promise<void> => {
    const { id } = entry.visitor
    const running = turns.get(id)
    if (running) {
      running.again = true
      return running.done
    }
    const turn = { again: true, done: Promise.resolve() }
    turns.set(id, turn)
    turn.done = (async () => {
      try {
        while (turn.again) {
          turn.again = false
          await showVisitor(deps.visit, entry.chat, entry.visitor, stateOf(id))
        }
        unsaid.delete(id)
      } catch (error) {
        unsaid.set(id, entry)
        throw error
      } finally {
        turns.delete(id)
      }
    })()
    return turn.done
  }

  const listening = await deps.listener.listen([visitorChannel], (channel, payload) => {
    if (channel === undefined) {
      void toEach(entry => {
        tell(entry, { type: 'news' })
        if (entry.room) tell(entry, { type: 'room' })
      })
      return
    }
    const ofRoom = roomNews.safeParse(readJson(payload))
    if (ofRoom.success) {
      for (const entry of inRooms.get(ofRoom.data.room) ?? []) tell(entry, { type: 'room' })
      return
    }
    const parsed = news.safeParse(readJson(payload))
    if (!parsed.success) return
    const { kind, key } = parsed.data
    for (const entry of open.get(parsed.data.visitor) ?? [])
      if (kind === 'blocked') entry.socket.close(4403, 'closed')
      else if (kind === 'typing') tell(entry, { type: 'typing', on: parsed.data.on ?? false })
      else if (kind === 'changed') tell(entry, { type: 'news', all: true })
      else tell(entry, { type: 'news', ...(kind === 'news' && key !== undefined ? { key } : {}) })
  })
  const heartbeat = setInterval(() => {
    void toEach(entry => {
      if (!entry.alive) entry.socket.terminate()
      entry.alive = false
      tell(entry, { type: 'ping' })
    })
    void reassert()
  }, heartbeatMs)

  /** In small runs: thousands at once would hold up everybody who writes. */
  const toEach = async (act: (entry: Open) => void) => {
    const entries = [...open.values()].flatMap(tabs => [...tabs])
    for (const [at, entry] of entries.entries()) {
      act(entry)
      if (at % perTurn === perTurn - 1) await new Promise(resolve => setTimeout(resolve, 5))
    }
  }

  /** A chat's presence is forgotten when its session moves to another node; who is still here is said again. */
  let asserting = false
  const reassert = async () => {
    if (asserting) return
    asserting = true
    const here = [...open.values()].flatMap(tabs => {
      const [tab] = tabs
      const state = tab ? stateOf(tab.visitor.id) : 'off'
      if (!tab || state === 'off') return []
      return [{ ...tab, state }]
    })
    for (const [, ofChat] of Map.groupBy(here, tab => tab.chat.connection))
      for (let from = 0; from < ofChat.length; from += perStatement) {
        const [first, ...rest] = ofChat.slice(from, from + perStatement)
        if (!first) continue
        await showVisitors(deps.visit, first.chat, [first, ...rest]).catch(error =>
          deps.log.warn({ err: error }, 'visitor presence failed'),
        )
        for (const said of [first, ...rest])
          if (stateOf(said.visitor.id) !== said.state) unsaid.set(said.visitor.id, said)
      }
    for (const entry of unsaid.values())
      await show(entry).catch(error => deps.log.warn({ err: error }, 'visitor presence failed'))
    asserting = false
  }

  return {
    async [Symbol.asyncDispose]() {
      clearInterval(heartbeat)
      taking[Symbol.dispose]()
      await listening[Symbol.asyncDispose]()
      const left = [...sockets.clients]
      for (const socket of left) socket.close(1001)
      // A browser that does not answer (a closed lid) must not hold up the stop.
      setTimeout(() => left.forEach(socket => void socket.terminate()), 1_000).unref()
      sockets.close()
    },
  }
}

function tell(entry: Open, message: ToVisitor): void {
  if (entry.socket.readyState === entry.socket.OPEN) entry.socket.send(JSON.stringify(message))
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
