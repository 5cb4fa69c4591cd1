import type { ExportPart } from '#features/people/index.ts'
import { exportRows } from './store/export.ts'

export const exportRelationships: ExportPart = (tx, workspace, person) => exportRows(tx, workspace, person)
