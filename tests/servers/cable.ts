import { connect, createServer, type Socket } from 'node:net'

/** A line to a server that can be cut like a cable: both ends just stop hearing each other. */
export type Cable = AsyncDisposable & {
  readonly port: number
  /** Ends all connections without a word of the protocol. */
  cut(): void
  /** While it is out nobody gets through. */
  pull(out: boolean): void
  /** Connections stay open and carry nothing, until it is pulled. */
  freeze(): void
}

export async function layCable(to: { host: string; port: number }): Promise<Cable> {
  const open = new Set<Socket>()
  let out = false
  let frozen = false
  const server = createServer(near => {
    near.on('error', () => undefined)
    if (frozen) {
      open.add(near)
      near.pause()
      return
    }
    if (out) {
      near.destroy()
      return
    }
    const far = connect({ ...to, noDelay: true })
    near.setNoDelay(true)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const cut = () => {
    for (const socket of open) socket.resetAndDestroy()
  }
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    cut,
    freeze() {
      frozen = true
      for (const socket of open) socket.unpipe().pause()
    },
    pull(now) {
      out = now
      frozen = false
      if (now) cut()
    },
    async [Symbol.asyncDispose]() {
      cut()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
