import pg from 'pg'

type Log = { warn(fields: object, message: string): void }
type Hear = (channel: string | undefined, payload: string) => void

/** Hears NOTIFY for everybody in this process, over one connection. */
export type Listener = AsyncDisposable & {
  /** `hear` gets an undefined channel after the connection was lost and is back: something may have been missed, so look. */
  listen(channels: readonly string[], hear: Hear): Promise<AsyncDisposable>
}

export async function startListener(url: string, log: Log): Promise<Listener> {
  const hearers = new Map<Hear, readonly string[]>()
  let closed = false
  let client: pg.Client | undefined

  const open = async () => {
    const next = new pg.Client({ connectionString: url, application_name: 'kith listener', keepAlive: true })
    next.on('error', error => log.warn({ err: error }, 'listening connection lost'))
    next.on('notification', message => {
      for (const [hear, channels] of hearers)
        if (channels.includes(message.channel)) hear(message.channel, message.payload ?? '')
    })
    try {
      await next.connect()
      for (const channel of new Set([...hearers.values()].flat()))
        await next.query(`listen ${pg.escapeIdentifier(channel)}`)
    } catch (error) {
      void next.end().catch(() => undefined)
      throw error
    }
    client = next
    // Only now: whoever opened it hears of a failure before.
    next.on('end', () => {
      if (!closed) void reopen()
    })
  }
  const reopen = async () => {
    for (let waitMs = 100; !closed; waitMs = Math.min(waitMs * 2, 5_000)) {
      await new Promise(resolve => setTimeout(resolve, waitMs))
      try {
        await open()
        for (const hear of hearers.keys()) hear(undefined, '')
        return
      } catch (error) {
        log.warn({ err: error }, 'listening again failed')
      }
    }
  }
  await open()

  return {
    async listen(channels, hear) {
      hearers.set(hear, channels)
      for (const channel of channels) await client?.query(`listen ${pg.escapeIdentifier(channel)}`)
      return {
        async [Symbol.asyncDispose]() {
          hearers.delete(hear)
        },
      }
    },
    async [Symbol.asyncDispose]() {
      closed = true
      await client?.end()
    },
  }
}
