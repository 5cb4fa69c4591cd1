import type { Connector } from '#connectors/contract.ts'
import type { ConnectionId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Database } from '#storage/database.ts'
import type { TokenFault } from '../model/site-token.ts'
import type { CommitDeps } from './commit.ts'
import type { Vault } from './connect.ts'

export type VisitDeps = CommitDeps & {
  db: Database
  hashToken(token: string): Buffer
  newToken(): string
  vault: Vault
  connectorOf(tool: ToolId): Promise<Connector | undefined>
}

export type Chat = { workspace: WorkspaceId; connection: ConnectionId; user: UserId; origins: readonly string[] }

export type VisitRefusal =
  | { code: 'no-such-chat' }
  | { code: 'no-such-visitor' }
  | { code: 'blocked' }
  | { code: 'slow-down' }
  | { code: 'empty' }
  | { code: 'file-too-large' }
  | { code: 'no-such-file' }
  | { code: 'no-such-message' }
  | { code: 'too-late' }
  | { code: 'no-consent' }
  | { code: 'write-first' }
  | { code: 'no-such-door' }
  | { code: 'bad-identity'; fault: TokenFault }
