import type { ColumnMapping } from '#importers/contract.ts'
import { type ImportId, newId, type WorkspaceId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { enqueue } from '#platform/tasks.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import { canCancel, canPause, canResume, canUndo, type ImportState } from '../model/states.ts'
import {
  findImport,
  findImportForUpdate,
  type Import,
  insertImport,
  type NewImport,
  updateImportState,
  upsertMapping,
} from '../store/imports.ts'
import { runImportTask, undoImportTask } from '../task-kinds.ts'
import { uploadSource } from './byte-sources.ts'
import type { SourcingDeps } from './deps.ts'
import { headerKey, type Preview, previewSource, type Unreadable } from './preview.ts'
import { tellImport } from './run-import.ts'
import { findWholeUpload, type UploadRefusal } from './uploads.ts'

/** Imports of one workspace run one by one. */
const queueOf = (workspace: WorkspaceId) => `sourcing:${workspace}`

const enqueueRun = (tx: Transaction, workspace: WorkspaceId, importId: ImportId) =>
  enqueue(tx, runImportTask, importId, { workspace, importId }, { queue: queueOf(workspace) })

/** Writes down what is to be imported and remembers what its columns mean. */
export async function enterImport(
  tx: Transaction,
  caller: Pick<Caller, 'workspace' | 'user'>,
  input: {
    name: string
    preview: Preview
    mapping?: ColumnMapping | undefined
    upload?: string | undefined
    sourceKey?: string | undefined
  },
  now: Date,
): Promise<ImportId> {
  const { preview, name, upload, sourceKey } = input
  const columns = preview.columns
  const mapping = columns && Object.fromEntries(columns.map(column => [column.name, column.meaning]))
  const fresh: NewImport = {
    id: newId<'Import'>(now.getTime()),
    user: caller.user,
    name,
    format: preview.format,
    upload,
    sourceKey,
    mapping,
    columns: columns?.map(column => column.name),
    rowsTotal: preview.rowsTotal,
    rowsExact: preview.exact,
  }
  await insertImport(tx, caller.workspace, fresh, now)
  if (columns && mapping && input.mapping) await upsertMapping(tx, caller.workspace, headerKey(columns), mapping, now)
  return fresh.id
}

export async function startImport(
  deps: SourcingDeps,
  caller: Caller,
  input: { upload: string; mapping?: ColumnMapping | undefined },
): Promise<Result<Import, UploadRefusal | Unreadable>> {
  const { workspace } = caller
  const upload = await findWholeUpload(deps, caller, input.upload)
  if (!upload.ok) return upload
  const preview = await previewSource(deps, workspace, uploadSource(deps.db, workspace, upload.value), {
    mapping: input.mapping,
    user: caller.user,
  })
  if (!preview.ok) return preview
  if (preview.value.problem) return refuse({ code: 'unreadable', message: preview.value.problem })
  const now = deps.clock.now()
  return inWorkspace(deps.db, workspace, async tx => {
    const id = await enterImport(
      tx,
      caller,
      { name: upload.value.name, preview: preview.value, mapping: input.mapping, upload: upload.value.upload_id },
      now,
    )
    await enqueueRun(tx, workspace, id)
    const row = await findImport(tx, workspace, id)
    if (!row) throw new Error('an import that was just written is not there')
    tellImport(tx, workspace, row)
    return done(row)
  })
}

export type ManageRefusal = { code: 'no-such-import' } | { code: 'not-now'; state: ImportState }

const steps = {
  pause: { can: canPause, to: 'paused' },
  resume: { can: canResume, to: 'waiting' },
  cancel: { can: canCancel, to: 'cancelled' },
  undo: { can: canUndo, to: 'undoing' },
} as const

/** A running batch is finished first: the change holds from the next one on. */
export function changeImport(
  deps: Pick<SourcingDeps, 'db' | 'clock'>,
  caller: Caller,
  importId: ImportId,
  step: keyof typeof steps,
): Promise<Result<Import, ManageRefusal>> {
  const { workspace } = caller
  return inWorkspace(deps.db, workspace, async tx => {
    const found = await findImportForUpdate(tx, workspace, importId)
    if (!found) return refuse({ code: 'no-such-import' })
    const { can, to } = steps[step]
    if (!can(found.state)) return refuse({ code: 'not-now', state: found.state })
    await updateImportState(tx, workspace, importId, to, deps.clock.now())
    if (step === 'resume') await enqueueRun(tx, workspace, importId)
    if (step === 'undo')
      await enqueue(tx, undoImportTask, importId, { workspace, importId }, { queue: queueOf(workspace) })
    tellImport(tx, workspace, { import_id: importId, state: to })
    return done({ ...found, state: to })
  })
}
