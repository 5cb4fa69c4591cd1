/** What the browser knows of its line to the server. */
export type LiveState =
  | { kind: 'connecting' }
  | { kind: 'live' }
  | { kind: 'behind' }
  | { kind: 'offline'; since: Date }

type ServerMessage =
  | { type: 'event'; seq: number; kind: string; payload: unknown }
  | { type: 'ready' | 'reset'; seq: number }
  | { type: 'signal'; kind: string; payload: unknown }
  | { type: 'ping' }

export type LiveHandlers = {
  onState: (state: LiveState) => void
  onEvent: (kind: string, payload: unknown) => void
  onSignal: (kind: string, payload: unknown) => void
  /** Too much was missed: everything cached is stale. */
  onReset: () => void
  /** Whether somebody touched the page lately: told with every sign of life. */
  isAwake?: () => boolean
}

export const liveTimes = { firstRetryMs: 500, longestRetryMs: 30_000, silenceMs: 45_000, behindMs: 2_000 }

/** Undefined for anything that is not a message of the protocol. */
export function parseMessage(text: string): ServerMessage | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null) return undefined
  const { type, seq, kind, payload } = {
    type: undefined,
    seq: undefined,
    kind: undefined,
    payload: undefined,
    ...value,
  }
  if (type === 'ping') return { type }
  if ((type === 'ready' || type === 'reset') && typeof seq === 'number') return { type, seq }
  if (type === 'event' && typeof seq === 'number' && typeof kind === 'string') return { type, seq, kind, payload }
  if (type === 'signal' && typeof kind === 'string') return { type, kind, payload }
  return undefined
}

/** Doubles with each failure, at most 30 s, spread so that a restarted server is not met by all at once. */
export function retryDelayMs(failures: number, random: number): number {
  const ceiling = Math.min(liveTimes.longestRetryMs, liveTimes.firstRetryMs * 2 ** failures)
  return Math.round(ceiling / 2 + (ceiling / 2) * random)
}

/**
 * Keeps one WebSocket open until `close`. Remembers the last event seen and asks for what came after it;
 * a line that is silent for 45 s, or a computer that has slept, is opened anew. `from`: where the change log stood before the
 * page's first questions, so that nothing is lost between their answers and the open line.
 */
export function openLive(
  url: string,
  handlers: LiveHandlers,
  from: number | null = null,
): { close: () => void; wake: () => void } {
  let socket: WebSocket | undefined
  let after = from
  let failures = 0
  let offlineSince: Date | undefined
  let closed = false
  let retry: ReturnType<typeof setTimeout> | undefined
  let silence: ReturnType<typeof setTimeout> | undefined
  let behind: ReturnType<typeof setTimeout> | undefined

  const heard = () => {
    clearTimeout(silence)
    silence = setTimeout(() => reopen(), liveTimes.silenceMs)
  }
  const drop = () => {
    clearTimeout(silence)
    clearTimeout(behind)
    if (!socket) return
    socket.onopen = socket.onmessage = socket.onclose = null
    socket.close()
    socket = undefined
  }
  const fail = () => {
    drop()
    if (closed) return
    offlineSince ??= new Date()
    handlers.onState({ kind: 'offline', since: offlineSince })
    clearTimeout(retry)
    retry = setTimeout(connect, retryDelayMs(failures, Math.random()))
    failures += 1
  }
  const reopen = () => {
    if (closed) return
    clearTimeout(retry)
    drop()
    connect()
  }
  const take = (text: string) => {
    const message = parseMessage(text)
    if (!message) return
    switch (message.type) {
      case 'ping':
        socket?.send(handlers.isAwake?.() ? '{"type":"pong","awake":true}' : '{"type":"pong"}')
        return
      case 'signal':
        handlers.onSignal(message.kind, message.payload)
        return
      case 'event':
        // After a resume the server may repeat the last ones: each is handled once.
        if (after !== null && message.seq <= after) return
        after = message.seq
        handlers.onEvent(message.kind, message.payload)
        return
      case 'reset':
        after = message.seq
        handlers.onReset()
        return
      case 'ready':
        // Only a first line without a start begins here: on any other, events still to come move the cursor.
        after ??= message.seq
        failures = 0
        offlineSince = undefined
        clearTimeout(behind)
        handlers.onState({ kind: 'live' })
    }
  }
  function connect(): void {
    if (closed) return
    const opened = new WebSocket(url)
    socket = opened
    opened.onopen = () => {
      opened.send(JSON.stringify({ type: 'hello', after }))
      behind = setTimeout(() => handlers.onState({ kind: 'behind' }), liveTimes.behindMs)
      heard()
    }
    opened.onmessage = event => {
      heard()
      if (typeof event.data === 'string') take(event.data)
    }
    opened.onclose = fail
    heard()
  }

  handlers.onState({ kind: 'connecting' })
  connect()
  return {
    close: () => {
      closed = true
      clearTimeout(retry)
      drop()
    },
    wake: () => {
      failures = 0
      reopen()
    },
  }
}
