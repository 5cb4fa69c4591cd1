import type { ExportPart } from '#features/people/index.ts'
import { exportRows } from './store/export.ts'

export const exportActivity: ExportPart = (tx, workspace, person) => exportRows(tx, workspace, person)
