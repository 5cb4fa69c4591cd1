import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'

/** The path of a request's address; '' when it is none (`//`, say), so that it fits nothing. */
export function requestPath(request: Pick<IncomingMessage, 'url'>): string {
  const address = request.url ?? ''
  return URL.canParse(address, 'http://kith.invalid') ? new URL(address, 'http://kith.invalid').pathname : ''
}

type Take = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

/** Hands each request for a WebSocket to the one whose path it is; all others are told that there is nothing. */
export function routeUpgrades(server: Server): { add(path: RegExp, take: Take): Disposable } {
  const takers = new Map<RegExp, Take>()
  server.on('upgrade', (request, socket, head) => {
    // Node listens to the socket no longer.
    socket.on('error', () => socket.destroy())
    const path = requestPath(request)
    const [, take] = [...takers].find(([pattern]) => pattern.test(path)) ?? []
    if (take) take(request, socket, head)
    else socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n')
  })
  return {
    add(path, take) {
      takers.set(path, take)
      return { [Symbol.dispose]: () => void takers.delete(path) }
    },
  }
}

export type Upgrades = ReturnType<typeof routeUpgrades>
