import type { Session } from '#connectors/contract.ts'
import type { ConnectionId, MessageId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { type Database, inWorkspace } from '#storage/database.ts'
import { findMessages } from '../store/messages.ts'

export type FileDeps = { db: Database; session(connection: ConnectionId): Session | undefined }
export type FileRefusal = { code: 'no-such-file' } | { code: 'not-connected' }

/** The bytes of a file that only its network's session can reach; nothing of it is kept here. */
export async function openMessageFile(
  deps: FileDeps,
  caller: Caller,
  message: MessageId,
  index: number,
  signal: AbortSignal,
): Promise<Result<{ name: string; bytes: AsyncIterable<Uint8Array> }, FileRefusal>> {
  const [row] = await inWorkspace(deps.db, caller.workspace, tx => findMessages(tx, caller.workspace, [message]))
  const file: unknown = Array.isArray(row?.detail.files) ? row.detail.files[index] : undefined
  if (!row || typeof file !== 'object' || file === null || !('url' in file) || !('name' in file))
    return refuse({ code: 'no-such-file' })
  const files = deps.session(row.connection)?.files
  if (!files) return refuse({ code: 'not-connected' })
  const bytes = await files.open(String(file.url), signal)
  return bytes ? done({ name: String(file.name), bytes }) : refuse({ code: 'no-such-file' })
}
