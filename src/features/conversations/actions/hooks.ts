import { createHmac } from 'node:crypto'
import type { ConnectionId, WorkspaceId } from '#kernel/ids.ts'
import { isReachableUrl } from '#platform/http.ts'
import { isSame } from '#platform/secrets.ts'
import type { FileId } from '../store/files.ts'

/** Where networks come to us: an address for each connection that nobody can guess. */
export type Hooks = {
  urlOf(connection: ConnectionId): string
  /** The same, where the network can really reach it. */
  reachableUrlOf(connection: ConnectionId): string | undefined
  wordOf(connection: ConnectionId): string
  /** A file lent to a network that fetches it by itself, until an instant; undefined where it could not reach us. */
  lend(file: Lent): string | undefined
  isLent(file: Lent, signature: string): boolean
}

export type Lent = { workspace: WorkspaceId; file: FileId; until: Date }

/** `key`: of the installation. Nothing is stored: the address is computed again when it is asked for. */
export function hooksUnder(publicUrl: URL, key: Uint8Array): Hooks {
  const part = (purpose: string, connection: ConnectionId) =>
    createHmac('sha256', key).update(`${purpose}:${connection}`).digest('base64url')
  const urlOf = (connection: ConnectionId) =>
    `${publicUrl.origin}/api/v1/hooks/${connection}/${part('address', connection)}`
  const reachable = isReachableUrl(publicUrl)
  const signatureOf = ({ workspace, file, until }: Lent) =>
    createHmac('sha256', key).update(`lent:${workspace}:${file}:${until.getTime()}`).digest('base64url')
  return {
    urlOf,
    reachableUrlOf: connection => (reachable ? urlOf(connection) : undefined),
    wordOf: connection => part('word', connection).slice(0, 24),
    lend(lent) {
      const { workspace, file, until } = lent
      const place = `${publicUrl.origin}/api/v1/lent-files/${workspace}/${file}/${until.getTime()}`
      return reachable ? `${place}/${signatureOf(lent)}` : undefined
    },
    isLent: (lent, signature) => isSame(signature, signatureOf(lent)),
  }
}
