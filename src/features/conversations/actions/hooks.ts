import { createHmac } from 'node:crypto'
import type { ConnectionId } from '#kernel/ids.ts'
import { isReachableUrl } from '#platform/http.ts'

/** Where networks come to us: an address for each connection that nobody can guess. */
export type Hooks = {
  urlOf(connection: ConnectionId): string
  /** The same, where the network can really reach it. */
  reachableUrlOf(connection: ConnectionId): string | undefined
  wordOf(connection: ConnectionId): string
}

/** `key`: of the installation. Nothing is stored: the address is computed again when it is asked for. */
export function hooksUnder(publicUrl: URL, key: Uint8Array): Hooks {
  const part = (purpose: string, connection: ConnectionId) =>
    createHmac('sha256', key).update(`${purpose}:${connection}`).digest('base64url')
  const urlOf = (connection: ConnectionId) =>
    `${publicUrl.origin}/api/v1/hooks/${connection}/${part('address', connection)}`
  const reachable = isReachableUrl(publicUrl)
  return {
    urlOf,
    reachableUrlOf: connection => (reachable ? urlOf(connection) : undefined),
    wordOf: connection => part('word', connection).slice(0, 24),
  }
}
