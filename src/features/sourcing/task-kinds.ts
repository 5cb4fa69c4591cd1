import { z } from 'zod'
import { idOf } from '#kernel/schema.ts'
import { defineTask } from '#platform/tasks.ts'

const ofImport = z.object({ workspace: idOf<'Workspace'>(), importId: idOf<'Import'>() })

export const runImportTask = defineTask('sourcing.import', ofImport)
export const undoImportTask = defineTask('sourcing.undo-import', ofImport)
export const forgetUpload = defineTask(
  'sourcing.forget-upload',
  z.object({ workspace: idOf<'Workspace'>(), upload: z.string() }),
)
