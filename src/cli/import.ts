import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { openKith } from '#cli/open-database.ts'
import { findUsersByEmail } from '#features/accounts/index.ts'
import { asksAboutWork, isDecline, isIntroduction } from '#features/etiquette/model.ts'
import { hearForRelationships } from '#features/relationships/index.ts'
import { optsOut } from '#features/relationships/model.ts'
import { type ImportOutcome, importFile, type SourcingDeps } from '#features/sourcing/index.ts'
import { type ByteSource, type ColumnMapping, type ColumnMeaning, columnMeanings } from '#importers/contract.ts'
import { recogniseFile } from '#importers/registry.ts'
import { systemClock } from '#kernel/clock.ts'
import type { UserId, WorkspaceId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { createEvents } from '#platform/events.ts'
import { installationKey } from '#platform/installation.ts'
import { openKeyring } from '#platform/secrets.ts'
import type { Settings } from '#platform/settings.ts'
import { hearImportedHistory } from '#server/history.ts'
import { acrossWorkspaces, type Database } from '#storage/database.ts'

export type ImportOptions = {
  paths: readonly string[]
  /** `column=meaning`, as often as needed. */
  mapping?: readonly string[]
  /** The recruiter whose import it is; not needed while there is only one. */
  email?: string
  workspace?: string
  json?: boolean
}

export type ImportIo = {
  out(text: string): void
  err(text: string): void
  /** A terminal shows progress in place. */
  isTerminal?: boolean
  /** Ctrl-C: the batch in hand is finished, and the same command goes on there. */
  signal?: AbortSignal
}

const pieceBytes = 1 << 18
const tellEveryMs = 200
const isMeaning = (text: string): text is ColumnMeaning => columnMeanings.some(meaning => meaning === text)

function fileSource(file: FileHandle, name: string, size: number): ByteSource {
  const read = async (start: number, end: number): Promise<Uint8Array> => {
    const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start))
    let filled = 0
    while (filled < bytes.length) {
      const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, start + filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return bytes.subarray(0, filled)
  }
  return {
    name,
    size,
    read,
    async *stream() {
      for (let at = 0; at < size; at += pieceBytes) yield await read(at, at + pieceBytes)
    },
  }
}

export function parseMapping(entries: readonly string[]): Result<ColumnMapping | undefined, string> {
  if (entries.length === 0) return done(undefined)
  const mapping: Record<string, ColumnMeaning> = {}
  for (const entry of entries) {
    const at = entry.lastIndexOf('=')
    const column = entry.slice(0, at).trim()
    const meaning = entry.slice(at + 1).trim()
    if (at < 1) return refuse(`--mapping ${entry} is not of the form column=meaning, such as --mapping "Firm=company".`)
    if (!isMeaning(meaning))
      return refuse(
        `--mapping gives “${column}” the meaning “${meaning}”. Choose one of: ${columnMeanings.join(', ')}.`,
      )
    mapping[column] = meaning
  }
  return done(mapping)
}

type Recruiter = { workspace: WorkspaceId; user: UserId }

async function findRecruiter(db: Database, options: ImportOptions): Promise<Result<Recruiter, string>> {
  const { email, workspace } = options
  if (email === undefined) {
    // Which workspace is the question.
    const users = await acrossWorkspaces(db, tx =>
      tx
        .selectFrom('users')
        .select(['workspace_id', 'user_id'])
        .where('role', '<>', 'viewer')
        .where('machine', '=', false)
        .limit(2)
        .execute(),
    )
    const [only, another] = users
    if (only && !another) return done({ workspace: only.workspace_id, user: only.user_id })
    return refuse(
      only
        ? 'There are several recruiters. Say whose import this is with --email.'
        : 'There is no recruiter yet. Start Kith once and set it up, or use `kith user add`.',
    )
  }
  const users = (await findUsersByEmail({ db }, email)).filter(
    user => workspace === undefined || user.workspace === workspace || user.workspaceName === workspace,
  )
  const [user, another] = users
  if (!user) return refuse(`Nobody with the e-mail ${email} may sign in here. Add them with \`kith user add\`.`)
  if (another)
    return refuse(
      `${email} is in several teams: ${users.map(one => one.workspaceName).join(', ')}. Choose one with --workspace.`,
    )
  return done({ workspace: user.workspace, user: user.user })
}

const numbers = new Intl.NumberFormat('en')

function bar(done: number, total: number | null, began: number): string {
  const perSecond = done / Math.max(0.001, (performance.now() - began) / 1_000)
  if (!total) return `${numbers.format(done)} rows`
  const share = Math.min(1, done / total)
  const filled = Math.round(share * 24)
  const left = perSecond > 0 ? Math.ceil((total - done) / perSecond) : 0
  return `${'█'.repeat(filled)}${'░'.repeat(24 - filled)} ${Math.floor(share * 100)} %  ${numbers.format(done)} of ${numbers.format(total)}, ${left} s left`
}

function sayDone(row: ImportOutcome, seconds: number): string {
  const parts = [
    `${numbers.format(row.created_count)} new`,
    `${numbers.format(row.changed_count)} changed${row.new_job_count > 0 ? ` (${row.new_job_count} new jobs)` : ''}`,
    `${numbers.format(row.unchanged_count)} as they were`,
  ]
  if (row.conflict_count > 0) parts.push(`${row.conflict_count} to compare under Review`)
  if (row.empty_count > 0) parts.push(`${row.empty_count} without a person`)
  if (row.suppressed_count > 0) parts.push(`${row.suppressed_count} left out because they were erased`)
  if (row.rejected_count > 0) parts.push(`${row.rejected_count} not understood`)
  const { also } = row
  if (also.partial) parts.push(`${numbers.format(also.partial)} understood but for a field`)
  const talk = (also.message ?? 0) + (also.invitation ?? 0)
  if (talk > 0)
    parts.push(
      `${numbers.format(talk)} messages and invitations, ${also.unmatched ?? 0} of them with people who are not here`,
    )
  if (also.room) parts.push(`${numbers.format(also.room)} messages before several people, which are not kept`)
  if (also.taken) parts.push(`${numbers.format(also.taken)} posts and comments for their timelines`)
  if (also.followed) parts.push(`${numbers.format(also.followed)} blogs followed`)
  if (also.own) parts.push(`${numbers.format(also.own)} of your own posts and comments, which are not taken in`)
  const speed =
    row.rows_done > 0 ? ` ${numbers.format(Math.round(row.rows_done / Math.max(0.001, seconds)))} rows/s.` : ''
  return `${row.name}: ${parts.join(' · ')}.${speed}\n`
}

async function openPath(path: string): Promise<Result<FileHandle, string>> {
  try {
    return done(await open(path, 'r'))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT') return refuse(`There is no file ${path}. Check the path and try again.`)
    if (code === 'EACCES')
      return refuse(`${path} can't be read with your rights. Change its permissions and try again.`)
    throw error
  }
}

async function importPath(
  deps: SourcingDeps,
  recruiter: Recruiter,
  path: string,
  mapping: ColumnMapping | undefined,
  options: ImportOptions,
  io: ImportIo,
): Promise<boolean> {
  const opened = await openPath(path)
  if (!opened.ok) {
    io.err(`${opened.refusal}\n`)
    return false
  }
  await using file = opened.value
  const stat = await file.stat()
  if (!stat.isFile()) {
    io.err(`${path} is a folder. Name the files in it.\n`)
    return false
  }
  const began = performance.now()
  let toldAt = 0
  let inPlace = false
  const imported = await importFile(deps, {
    ...recruiter,
    source: fileSource(file, basename(path), stat.size),
    mapping,
    signal: io.signal ?? new AbortController().signal,
    onStart(preview, resumedAt) {
      if (!options.json) io.err(`${basename(path)}: ${preview.label}.\n`)
      if (resumedAt > 0) io.err(`It was cut off; going on after ${numbers.format(resumedAt)} rows.\n`)
    },
    onProgress(row) {
      if (!io.isTerminal || options.json || performance.now() - toldAt < tellEveryMs) return
      toldAt = performance.now()
      inPlace = true
      io.err(`\r\u001b[K${bar(row.rows_done, row.rows_total, began)}`)
    },
  })
  if (inPlace) io.err('\r\u001b[K')
  if (!imported.ok) {
    const { refusal } = imported
    io.err(
      refusal.code === 'unknown-column'
        ? `--mapping names the column “${refusal.column}”, which is not in ${path}. Its columns are: ${refusal.columns.join(', ')}.\n`
        : `${path}: ${refusal.message}\n`,
    )
    return false
  }
  const row = imported.value
  if (options.json) io.out(`${JSON.stringify({ path, ...row })}\n`)
  if (row.state !== 'done') {
    io.err(`${path}: ${row.error ?? `The import is ${row.state}.`}\n`)
    return false
  }
  if (!options.json) io.out(sayDone(row, (performance.now() - began) / 1_000))
  return true
}

/** Those that can be opened; of the others it is said why, before any database is touched. */
async function readable(paths: readonly string[], io: ImportIo): Promise<string[]> {
  const found: string[] = []
  for (const path of paths) {
    const opened = await openPath(path)
    if (!opened.ok) {
      io.err(`${opened.refusal}\n`)
      continue
    }
    const isFile = (await opened.value.stat()).isFile()
    await opened.value.close()
    if (isFile) found.push(path)
    else io.err(`${path} is a folder. Name the files in it.\n`)
  }
  return found
}

/** The same engine as the server's, on the database of the settings, which may be in use. Gives the exit code. */
export async function importCommand(options: ImportOptions, settings: Settings, io: ImportIo): Promise<0 | 1> {
  const mapping = parseMapping(options.mapping ?? [])
  if (!mapping.ok) {
    io.err(`${mapping.refusal}\n`)
    return 1
  }
  const paths = await readable(options.paths, io)
  if (paths.length === 0) return 1
  await using database = await openKith(settings, { mustExist: true })
  const { db } = database
  const recruiter = await findRecruiter(db, options)
  if (!recruiter.ok) {
    io.err(`${recruiter.refusal}\n`)
    return 1
  }
  const events = createEvents()
  const suppressionKey = await installationKey(db, await openKeyring(settings.keyFile), 'suppression')
  const readText = { introduces: isIntroduction, asksAboutWork, declines: isDecline, optsOut }
  const touches = { events, suppressionKey, readText }
  hearForRelationships(touches)
  hearImportedHistory({ ...touches, clock: systemClock })
  const deps = { db, clock: systemClock, events, suppressionKey, recogniseFile }
  let good = paths.length === options.paths.length
  for (const path of paths) {
    try {
      good = (await importPath(deps, recruiter.value, path, mapping.value, options, io)) && good
    } catch (error) {
      if (!io.signal?.aborted) throw error
      io.err(`\nStopped. The same command goes on where it stands.\n`)
      return 1
    }
  }
  return good ? 0 : 1
}
