import type { Clock } from '#kernel/clock.ts'
import type { WorkspaceId } from '#kernel/ids.ts'
import { type Database, inWorkspace } from '#storage/database.ts'
import { type FileId, findFileData, findFiles } from '../store/files.ts'
import type { Hooks, Lent } from './hooks.ts'

export type LentDeps = { db: Database; clock: Clock; hooks: Pick<Hooks, 'isLent'> }

/** A file of ours, for whoever has its address while it is lent; undefined afterwards, and for an address that we did not make. */
export async function openLentFile(
  deps: LentDeps,
  lent: Lent,
  signature: string,
): Promise<{ mimeType: string; data: Buffer } | undefined> {
  if (!deps.hooks.isLent(lent, signature) || lent.until < deps.clock.now()) return undefined
  return inWorkspace(deps.db, lent.workspace, tx => read(tx, lent.workspace, lent.file))
}

async function read(tx: Parameters<typeof findFiles>[0], workspace: WorkspaceId, id: FileId) {
  const [file] = await findFiles(tx, workspace, [id])
  const data = file && (await findFileData(tx, workspace, id))
  return data && { mimeType: file.mimeType, data }
}
