import { catchUpSearch, createLexicon, type Findables, makeSearchable, noteFindable } from '#features/people/index.ts'
import { type ByteSource, UnreadableFile } from '#importers/contract.ts'
import type { ImportId, WorkspaceId } from '#kernel/ids.ts'
import { tellBrowsers } from '#platform/live.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import { historyFound, importEnded } from '../events.ts'
import type { AlsoCounts, ImportState } from '../model/states.ts'
import { insertFindings } from '../store/findings.ts'
import { insertHistory, settleHistory, type ToldUntil, tellHistory } from '../store/history.ts'
import {
  claimRows,
  findImport,
  findImportForUpdate,
  type Import,
  insertRejects,
  lockImports,
  markOfOthers,
  updateImportCounts,
  updateImportState,
  updateRowsExact,
} from '../store/imports.ts'
import { watchedSource } from './byte-sources.ts'
import type { SourcingDeps } from './deps.ts'
import { exportOwner } from './export-owner.ts'
import { type Foreseen, foreseeBatch } from './match-batch.ts'
import { addAlso, type Batch, readBatches } from './read-batches.ts'
import { settleFindings } from './settle-findings.ts'
import { type Planned, planForeseen } from './write-batch/plan-batch.ts'
import { writePeople } from './write-batch/write.ts'

const usualBatch = 4_000
const historyBatch = 1_000
const tellEveryMs = 500

const isUniqueViolation = (error: unknown) => error instanceof Error && 'code' in error && error.code === '23505'

export type Running = {
  workspace: WorkspaceId
  importId: ImportId
  source: ByteSource
  signal: AbortSignal
  /** Records that are written together. */
  batchRecords?: number | undefined
  onProgress?: ((row: Pick<Import, 'rows_done' | 'rows_total'>) => void) | undefined
}

export function tellImport(tx: Transaction, workspace: WorkspaceId, row: Pick<Import, 'import_id' | 'state'>): void {
  tellBrowsers(tx, workspace, { kind: 'import.changed', payload: { import: row.import_id, state: row.state } })
}

/** Takes the import up where it stands. Undefined when it is not to run: paused, cancelled or done. */
function beginRun(deps: SourcingDeps, { workspace, importId }: Running): Promise<Import | undefined> {
  return inWorkspace(deps.db, workspace, async tx => {
    const found = await findImportForUpdate(tx, workspace, importId)
    if (!found || (found.state !== 'waiting' && found.state !== 'running')) return undefined
    const now = deps.clock.now()
    if (found.state === 'waiting') await updateImportState(tx, workspace, importId, 'running', now)
    tellImport(tx, workspace, { ...found, state: 'running' })
    return { ...found, state: 'running', started_at: found.started_at ?? now }
  })
}

function endRun(
  deps: SourcingDeps,
  { workspace, importId }: Running,
  state: 'done' | 'failed',
  error: string | null = null,
): Promise<ImportState> {
  return inWorkspace(deps.db, workspace, async tx => {
    const found = await findImportForUpdate(tx, workspace, importId)
    if (found?.state !== 'running') return found?.state ?? 'cancelled'
    if (state === 'done') await updateRowsExact(tx, workspace, importId)
    const at = deps.clock.now()
    await updateImportState(tx, workspace, importId, state, at, error)
    if (state === 'done') await deps.events.announce(tx, importEnded, { workspace, importId, at })
    tellImport(tx, workspace, { import_id: importId, state })
    return state
  })
}

/** Now that all people of the file are here: whose the messages are, told to those who keep relationships. */
async function settle(deps: SourcingDeps, running: Running, row: Import): Promise<void> {
  const { workspace, importId, signal } = running
  await inWorkspace(deps.db, workspace, async tx => {
    const unmatched = await settleHistory(tx, workspace, importId, row.format)
    if (unmatched === 0) return
    const current = await findImportForUpdate(tx, workspace, importId)
    if (current)
      await updateImportCounts(tx, workspace, importId, noCounts, addAlso(current.also, { unmatched }), undefined)
  })
  await settleFindings(deps, { workspace, importId, format: row.format, signal })
  let after: ToldUntil | undefined
  for (;;) {
    signal.throwIfAborted()
    after = await inWorkspace(deps.db, workspace, async tx => {
      const { touches, until } = await tellHistory(tx, workspace, importId, after, historyBatch)
      if (touches.length > 0)
        await deps.events.announce(tx, historyFound, { workspace, user: row.user_id, importId, touches })
      return until
    })
    if (!after) return
  }
}

const noCounts = {
  created: 0,
  changed: 0,
  unchanged: 0,
  empty: 0,
  rejected: 0,
  newJobs: 0,
  suppressed: 0,
  conflicts: 0,
}

/**
 * Writes a file into the database, batch by batch, each in one transaction with the mark of how far it is: after a crash it goes on
 * there, and no row is written twice. Ends early when it is paused or cancelled. Gives the state it ended in.
 */
export async function runImport(deps: SourcingDeps, running: Running): Promise<ImportState | undefined> {
  const row = await beginRun(deps, running)
  if (!row) return undefined
  try {
    return await run(deps, running, row)
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    return endRun(deps, running, 'failed', error.message)
  }
}

async function run(deps: SourcingDeps, running: Running, row: Import): Promise<ImportState> {
  const { workspace, importId, signal } = running
  const watched = watchedSource(running.source)
  const recognised = await deps.recogniseFile(running.source)
  if (!recognised)
    throw new UnreadableFile('not-recognised', 'No format that Kith reads was found in this file. Import it again.')
  const owner = await exportOwner(deps.db, workspace, row.user_id)
  const records = recognised.importer.read(watched.source, {
    ...(row.mapping && { mapping: row.mapping }),
    owner,
    signal,
  })
  const writing = {
    workspace,
    importId,
    source: row.name,
    at: row.started_at ?? row.created_at,
    user: row.user_id,
    format: row.format,
  }
  let done = row.rows_done
  let also: AlsoCounts = row.also
  let toldAt = 0
  const lexicon = createLexicon()
  let searching: Promise<void> = Promise.resolve()

  type Brought = ReadonlySet<string>
  type Ahead = Batch & { foreseen: Foreseen | undefined; planned: Planned | undefined }
  type Outcome = { created: Findables | undefined; brought: Brought } | undefined
  let brought: Brought = new Set()
  const writeOne = (batch: Ahead, total: number | undefined, careful: boolean): Promise<Outcome> =>
    inWorkspace(deps.db, workspace, async tx => {
      await lockImports(tx, workspace)
      if (!(await claimRows(tx, workspace, importId, done, batch.end))) return undefined
      const { foreseen, planned } = batch
      const isTrue = foreseen && !careful && foreseen.mark === (await markOfOthers(tx, workspace, importId))
      const before = isTrue ? { foreseen, planned, broughtBefore: brought } : undefined
      const written = await writePeople(tx, deps, { ...writing, careful }, batch.people, before)
      await insertHistory(tx, workspace, importId, batch.history)
      await insertFindings(tx, workspace, importId, batch.findings)
      await insertRejects(tx, workspace, importId, [...batch.rejects, ...written.plan.rejects])
      const counts = {
        ...written.plan.counts,
        empty: batch.empty,
        rejected: batch.rejects.length - (batch.also.partial ?? 0),
      }
      await updateImportCounts(tx, workspace, importId, counts, addAlso(also, batch.also), total)
      const now = deps.clock.now().getTime()
      if (now - toldAt >= tellEveryMs) {
        toldAt = now
        tellImport(tx, workspace, row)
      }
      return { created: await noteFindable(tx, deps, workspace, written.created), brought: written.brought }
    })

  const batches = readBatches(records, done, running.batchRecords ?? usualBatch)
  // While the database writes one batch and makes the one before it searchable, the next is read and looked up.
  let reading = batches.next()
  const readAhead = async (before: Promise<Brought | undefined>): Promise<Ahead | undefined> => {
    const batch = await reading
    if (batch.done) return undefined
    reading = batches.next()
    // Heard at the next turn; until then a failure must not count as nobody's.
    reading.catch(() => undefined)
    const foreseen = await inWorkspace(deps.db, workspace, tx =>
      foreseeBatch(tx, deps, workspace, importId, row.format, batch.value.people),
    )
    const broughtBefore = foreseen && (await before)
    const planned = broughtBefore && (await planForeseen(batch.value.people, foreseen, broughtBefore, writing))
    return { ...batch.value, foreseen, planned }
  }
  let next = readAhead(Promise.resolve(brought))
  let told = Promise.withResolvers<Brought | undefined>()
  try {
    for (;;) {
      const batch = await next
      if (!batch) break
      told = Promise.withResolvers()
      if (batch.planned) told.resolve(batch.planned.brought)
      next = readAhead(told.promise)
      // Heard below; until then a failure must not count as nobody's.
      next.catch(() => undefined)
      signal.throwIfAborted()
      const fraction = watched.fraction()
      const total = fraction && fraction > 0.02 ? Math.round(batch.end / fraction) : undefined
      const written = await writeOne(batch, total, false).catch((error: unknown) => {
        // Somebody made one of these accounts while they were written: this time it is looked for again, one by one.
        if (!isUniqueViolation(error)) throw error
        return writeOne(batch, total, true)
      })
      if (!written) {
        await searching
        const current = await inWorkspace(deps.db, workspace, tx => findImport(tx, workspace, importId))
        return current?.state ?? 'cancelled'
      }
      also = addAlso(also, batch.also)
      done = batch.end
      brought = written.brought
      told.resolve(brought)
      running.onProgress?.({ rows_done: done, rows_total: row.rows_exact ? row.rows_total : (total ?? row.rows_total) })
      await searching
      if (written.created) searching = makeSearchable(deps, workspace, lexicon, written.created, signal)
      searching.catch(() => undefined)
    }
  } finally {
    told.resolve(undefined)
    await next.catch(() => undefined)
    await reading.catch(() => undefined)
    await searching.catch(() => undefined)
    await batches.return(undefined)
  }
  await searching
  await catchUpSearch(deps, workspace, signal)
  await settle(deps, running, row)
  return endRun(deps, running, 'done')
}
