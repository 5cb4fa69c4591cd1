import { dayMs } from '#kernel/clock.ts'
import { enqueue, handleTask, type TaskHandler } from '#platform/tasks.ts'
import { inWorkspace } from '#storage/database.ts'
import { uploadSource } from './actions/byte-sources.ts'
import type { SourcingDeps } from './actions/deps.ts'
import { runImport } from './actions/run-import.ts'
import { undoImport } from './actions/undo-import.ts'
import { findImport } from './store/imports.ts'
import { deleteUpload, findUpload } from './store/uploads.ts'
import { forgetUpload, runImportTask, undoImportTask } from './task-kinds.ts'

export function sourcingTasks(deps: SourcingDeps): TaskHandler[] {
  return [
    handleTask(runImportTask, async ({ workspace, importId }, signal) => {
      const upload = await inWorkspace(deps.db, workspace, async tx => {
        const row = await findImport(tx, workspace, importId)
        return row?.upload_id ? findUpload(tx, workspace, row.upload_id) : undefined
      })
      if (upload)
        await runImport(deps, { workspace, importId, source: uploadSource(deps.db, workspace, upload), signal })
    }),
    handleTask(undoImportTask, ({ workspace, importId }, signal) => undoImport(deps, { workspace, importId, signal })),
    handleTask(forgetUpload, ({ workspace, upload }) =>
      inWorkspace(deps.db, workspace, async tx => {
        if (await deleteUpload(tx, workspace, upload)) return
        if (!(await findUpload(tx, workspace, upload))) return
        const runAt = new Date(deps.clock.now().getTime() + dayMs)
        await enqueue(tx, forgetUpload, upload, { workspace, upload }, { runAt })
      }),
    ),
  ]
}
