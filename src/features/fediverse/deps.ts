import type { NetworkEvent } from '#connectors/contract.ts'
import type { BlogDeps } from '#features/blog/index.ts'
import type { ConnectionId, WorkspaceId } from '#kernel/ids.ts'
import type { Keyring } from '#platform/secrets.ts'

export type FediverseDeps = BlogDeps & {
  vault: Pick<Keyring, 'seal' | 'unseal'>
  /** The same arrival as of every network. */
  commit(at: { workspace: WorkspaceId; connection: ConnectionId }, events: readonly NetworkEvent[]): Promise<void>
  /** The words of a post without its markup and without the names that only address it. */
  wordsOf(html: string, names: readonly string[]): string
  refreshSessions(): Promise<void>
}
