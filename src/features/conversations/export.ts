import type { ExportPart } from '#features/people/index.ts'
import { listConsents } from './store/consents.ts'

/** What they agreed to, in its words. */
export const exportConsents: ExportPart = async (tx, workspace, person) => ({
  consents: await listConsents(tx, workspace, person),
})
