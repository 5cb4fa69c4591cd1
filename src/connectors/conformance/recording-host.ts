import type { ConnectionState, Host, NetworkEvent, Signal } from '../contract.ts'

export type MessageEvent = Extract<NetworkEvent, { kind: 'message' }>

/** A host that stores in memory with the database's rule: a commit takes all or nothing, and a known key is ignored. */
export function recordingHost() {
  const events: NetworkEvent[] = []
  const keys = new Map<string, NetworkEvent>()
  const states: ConnectionState[] = []
  const signals: Signal[] = []
  const secrets: Record<string, string> = {}
  const watchers = new Set<() => void>()
  let cursor: string | undefined
  let failing = 0
  let hanging = false
  let repeated = 0
  const changed = () => {
    for (const watcher of [...watchers]) watcher()
  }
  const keysOf = (event: NetworkEvent) => (event.kind === 'message' ? [event.key, ...event.otherKeys] : [event.key])
  const host: Host = {
    async commit(given, next) {
      if (hanging && given.length > 0) return new Promise<void>(() => undefined)
      await new Promise(resolve => setImmediate(resolve))
      if (failing > 0 && given.length > 0) {
        failing -= 1
        throw new Error('the database is away')
      }
      for (const event of given) {
        if (keysOf(event).some(key => keys.has(key))) {
          repeated += 1
          for (const key of keysOf(event)) keys.set(key, keys.get(key) ?? event)
          continue
        }
        events.push(event)
        for (const key of keysOf(event)) keys.set(key, event)
      }
      if (next !== undefined) cursor = next
      changed()
    },
    signal(given) {
      signals.push(...given)
      changed()
    },
    state(state) {
      states.push(state)
      changed()
    },
    async saveSecrets(given) {
      Object.assign(secrets, given)
    },
    log: { info: () => undefined, warn: () => undefined },
  }
  const messages = () => events.filter((event): event is MessageEvent => event.kind === 'message')
  return {
    host,
    events,
    states,
    signals,
    secrets,
    messages,
    texts: () => messages().map(message => message.text),
    cursor: () => cursor,
    repeated: () => repeated,
    known: (key: string) => keys.get(key),
    lastState: () => states.at(-1)?.kind,
    /** The next commits with events throw. */
    failCommits(count: number) {
      failing = count
    },
    /** Commits with events never return, like a process that is about to die. */
    hangCommits(on: boolean) {
      hanging = on
    },
    /** Resolves with the first value found; fails with what there was instead. */
    until<T>(what: string, find: () => T | undefined | false, timeoutMs = 30_000): Promise<T> {
      return new Promise((resolve, reject) => {
        const look = () => {
          const found = find()
          if (found === undefined || found === false) return
          end()
          resolve(found)
        }
        const end = () => {
          clearTimeout(timer)
          watchers.delete(look)
        }
        const timer = setTimeout(() => {
          end()
          const seen = { states: states.slice(-4), events: events.slice(-6), signals: signals.slice(-4) }
          reject(new Error(`Waited ${timeoutMs} ms for ${what}. Seen: ${JSON.stringify(seen)}`))
        }, timeoutMs)
        watchers.add(look)
        look()
      })
    },
  }
}

export type RecordingHost = ReturnType<typeof recordingHost>
