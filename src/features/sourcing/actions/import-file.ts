import { createHash } from 'node:crypto'
import type { ByteSource, ColumnMapping } from '#importers/contract.ts'
import type { UserId, WorkspaceId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { inWorkspace } from '#storage/database.ts'
import { findCutOffImport, findImport, type Import } from '../store/imports.ts'
import type { SourcingDeps } from './deps.ts'
import { enterImport } from './manage.ts'
import { type Preview, previewSource, type Unreadable } from './preview.ts'
import { type Running, runImport } from './run-import.ts'

export type ImportFileInput = {
  workspace: WorkspaceId
  user: UserId
  source: ByteSource
  mapping?: ColumnMapping | undefined
  signal: AbortSignal
  onStart?: (preview: Preview, resumedAt: number) => void
  onProgress?: Running['onProgress']
  batchRecords?: Running['batchRecords']
}

export type ImportOutcome = Import

export type FileRefusal = Unreadable | { code: 'unknown-column'; column: string; columns: readonly string[] }

/** The same file by its size and its first and last bytes; reading all of it would double the work. */
async function sourceKeyOf(source: ByteSource): Promise<string> {
  const edge = 1 << 20
  const hash = createHash('sha256').update(`${source.name}\n${source.size}\n`)
  hash.update(await source.read(0, Math.min(edge, source.size)))
  hash.update(await source.read(Math.max(0, source.size - edge), source.size))
  return hash.digest('hex')
}

/** Imports a file that lies beside the database's program: the same as an upload, here and now. One that was cut off goes on. */
export async function importFile(
  deps: SourcingDeps,
  input: ImportFileInput,
): Promise<Result<ImportOutcome, FileRefusal>> {
  const { workspace, user, source, signal } = input
  const preview = await previewSource(deps, workspace, source, { mapping: input.mapping, user, countWithinMs: 300 })
  if (!preview.ok) return preview
  const known = preview.value.columns?.map(column => column.name) ?? []
  const wrong = Object.keys(input.mapping ?? {}).find(column => !known.includes(column))
  if (wrong !== undefined) return refuse({ code: 'unknown-column', column: wrong, columns: known })
  if (preview.value.problem) return refuse({ code: 'unreadable', message: preview.value.problem })
  const sourceKey = await sourceKeyOf(source)
  const entered = await inWorkspace(deps.db, workspace, async tx => {
    const cutOff = await findCutOffImport(tx, workspace, user, sourceKey)
    if (cutOff) return { id: cutOff.import_id, done: cutOff.rows_done }
    const { mapping } = input
    const id = await enterImport(
      tx,
      { workspace, user },
      { name: source.name, preview: preview.value, mapping, sourceKey },
      deps.clock.now(),
    )
    return { id, done: 0 }
  })
  input.onStart?.(preview.value, entered.done)
  const { onProgress, batchRecords } = input
  await runImport(deps, { workspace, importId: entered.id, source, signal, onProgress, batchRecords })
  const row = await inWorkspace(deps.db, workspace, tx => findImport(tx, workspace, entered.id))
  if (!row) throw new Error('the import is gone')
  return done(row)
}
