import { isReportColumn, reportColumns } from '#importers/contract.ts'
import type { ImportId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { inWorkspace } from '#storage/database.ts'
import {
  findImport,
  type Import,
  type Kept,
  listImports,
  listKept,
  listRejectedFiles,
  listRejects,
  type Reject,
  type RejectedFile,
} from '../store/imports.ts'
import { listNewJobs, type NewJob } from '../store/keys.ts'
import type { SourcingDeps } from './deps.ts'

const shown = 100
const pageSize = 30
const csvPage = 2_000

export type Report = { row: Import; newJobs: NewJob[]; rejects: Reject[]; files: RejectedFile[]; kept: Kept[] }

export function listAllImports(
  deps: Pick<SourcingDeps, 'db'>,
  caller: Caller,
  before: ImportId | undefined,
): Promise<{ imports: Import[]; next: ImportId | null }> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const rows = await listImports(tx, caller.workspace, before, pageSize + 1)
    const page = rows.slice(0, pageSize)
    return { imports: page, next: rows.length > pageSize ? (page.at(-1)?.import_id ?? null) : null }
  })
}

export function findReport(
  deps: Pick<SourcingDeps, 'db'>,
  caller: Caller,
  importId: ImportId,
): Promise<Result<Report, { code: 'no-such-import' }>> {
  const { workspace } = caller
  return inWorkspace(deps.db, workspace, async tx => {
    const row = await findImport(tx, workspace, importId)
    if (!row) return refuse({ code: 'no-such-import' })
    return done({
      row,
      newJobs: await listNewJobs(tx, workspace, importId, undefined, shown),
      rejects: await listRejects(tx, workspace, importId, undefined, shown),
      files: await listRejectedFiles(tx, workspace, importId, shown),
      kept: await listKept(tx, workspace, importId, shown),
    })
  })
}

/** A cell that a spreadsheet would run as a formula gets a quote before it. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^[+-]?[\d\s().-]+$/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const line = (cells: readonly string[]) => `${cells.map(cell).join(',')}\r\n`

/** Cells of a rejected row as the file had them: `raw` is one line of CSV. */
export function cellsOfRaw(raw: string): string[] {
  const cells: string[] = []
  let text = ''
  let quoted = false
  for (let at = 0; at < raw.length; at++) {
    const letter = raw[at]
    if (quoted && letter === '"' && raw[at + 1] === '"') {
      text += '"'
      at++
    } else if (letter === '"' && (quoted || text === '')) quoted = !quoted
    else if (letter === ',' && !quoted) {
      cells.push(text)
      text = ''
    } else text += letter
  }
  return [...cells, text]
}

const baseName = (file: string) =>
  file
    .split('/')
    .at(-1)
    ?.replace(/[^\w. -]/g, '_') || 'rows-not-imported.csv'

/** The columns that these rows are to have so that they load as their file did, and the name that it had; null where no table holds them. */
export function mendedAs(
  row: Pick<Import, 'columns'>,
  files: readonly RejectedFile[],
  file: string | undefined,
): { columns: readonly string[]; name: string; file?: string } | null {
  if (row.columns) return { columns: row.columns, name: 'rows-not-imported.csv' }
  const asked = file === undefined && files.length === 1 ? files[0] : files.find(one => one.file === file)
  return asked?.columns ? { columns: asked.columns, name: baseName(asked.file), file: asked.file } : null
}

/**
 * Rows that were not taken in, to mend and import again. A table's own columns come first, so that it loads as the file did; what
 * can't be loaded stands in one cell.
 */
export async function* rejectsCsv(
  deps: Pick<SourcingDeps, 'db'>,
  caller: Caller,
  row: Pick<Import, 'import_id'>,
  as: ReturnType<typeof mendedAs>,
): AsyncGenerator<string> {
  const own = as?.columns.flatMap((name, index) => (isReportColumn(name) ? [] : { name, index }))
  yield `\uFEFF${line(own ? [...own.map(column => column.name), ...reportColumns] : ['File', ...reportColumns, 'Content'])}`
  let after: { file: string; row: number } | undefined
  for (;;) {
    const page = await inWorkspace(deps.db, caller.workspace, tx =>
      listRejects(tx, caller.workspace, row.import_id, after, csvPage, as?.file),
    )
    for (const reject of page) {
      if (!own) yield line([reject.file, String(reject.row), reject.why, reject.raw])
      else if (reject.raw !== '') {
        const cells = cellsOfRaw(reject.raw)
        yield line([...own.map(({ index }) => cells[index] ?? ''), String(reject.row), reject.why])
      }
    }
    const last = page.at(-1)
    if (!last || page.length < csvPage) return
    after = last
  }
}
