import type { FromVisitor, ToVisitor } from '#features/conversations/chat-wire.ts'

export type Line = { send(message: FromVisitor): void; hurry(): void; close(): void }

const longestMs = 30_000

/** Keeps one socket to the server open; each new one says hello first. Waits grow to half a minute and start over on success. */
export function openLine(options: {
  chat: string
  token: string
  page: string | undefined
  heard(message: ToVisitor): void
  lost(): void
  /** The server doesn't know this visitor (any more). */
  unknown(): void
  blocked(): void
}): Line {
  const { chat, token, page, heard, lost, unknown, blocked } = options
  let socket: WebSocket | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let closed = false
  let lastHeardAt = 0

  const dial = () => {
    clearTimeout(timer)
    if (closed || (socket && socket.readyState <= WebSocket.OPEN)) return
    const fresh = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/api/v1/chat/${chat}/socket`)
    socket = fresh
    fresh.onopen = () =>
      fresh.send(JSON.stringify({ type: 'hello', token, ...(page ? { page } : {}) } satisfies FromVisitor))
    fresh.onmessage = event => {
      lastHeardAt = Date.now()
      const message: ToVisitor = JSON.parse(String(event.data))
      if (message.type === 'ready') failures = 0
      if (message.type === 'ping') send({ type: 'pong' })
      else heard(message)
    }
    fresh.onclose = event => {
      if (socket !== fresh || closed) return
      socket = undefined
      if (event.code === 4401) return unknown()
      if (event.code === 4403) return blocked()
      lost()
      failures += 1
      timer = setTimeout(dial, Math.min(longestMs, 500 * 2 ** failures) * (0.5 + Math.random() / 2))
    }
  }
  const send = (message: FromVisitor) => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message))
  }
  // After sleep a socket can look open and be dead: the server speaks every 25 seconds.
  const watch = setInterval(() => {
    if (socket?.readyState === WebSocket.OPEN && lastHeardAt > 0 && Date.now() - lastHeardAt > 70_000) drop()
  }, 10_000)
  const drop = () => {
    const dead = socket
    socket = undefined
    dead?.close()
    lost()
    dial()
  }
  dial()
  return {
    send,
    hurry: dial,
    close() {
      closed = true
      clearTimeout(timer)
      clearInterval(watch)
      socket?.close()
    },
  }
}
