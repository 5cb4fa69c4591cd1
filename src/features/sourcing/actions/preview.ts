import { createHash } from 'node:crypto'
import type {
  ByteSource,
  ColumnMapping,
  ColumnMeaning,
  Importer,
  ImportRecord,
  PersonRecord,
} from '#importers/contract.ts'
import { isReportColumn, UnreadableFile } from '#importers/contract.ts'
import type { UserId, WorkspaceId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { ToolId } from '#kernel/tools.ts'
import { inWorkspace } from '#storage/database.ts'
import { unreadFile } from '../model.ts'
import { findMapping } from '../store/imports.ts'
import { watchedSource } from './byte-sources.ts'
import type { SourcingDeps } from './deps.ts'
import { exportOwner } from './export-owner.ts'

const shownRows = 10
const countWithinMs = 1_500

export type PreviewRow = {
  row: number
  /** Absent: this row is not taken in. */
  person?: {
    name: string
    emails: readonly string[]
    phones: readonly string[]
    title?: string
    organisation?: string
    headline?: string
    place?: string
    tools: readonly ToolId[]
    tags: readonly string[]
    birthDate?: string
    note?: string
  }
  /** Why not, or what of it could not be read. */
  why?: string
}

export type Preview = {
  format: string
  label: string
  columns?: readonly { name: string; sample: readonly string[]; meaning: ColumnMeaning }[]
  /** The meanings are those of the last import with these columns. */
  remembered: boolean
  rows: readonly PreviewRow[]
  counts: {
    people: number
    messages: number
    invitations: number
    activity: number
    empty: number
    rejected: number
    partial: number
  }
  /** False: counting was cut off, and `rowsTotal` is an estimate or absent. */
  exact: boolean
  rowsTotal?: number
  /** Nothing in the file was understood: what the importer said. */
  problem?: string
}

export type Unreadable = { code: 'unreadable'; message: string }

/** Columns by name, whatever their order: the same export of another day has the same, and so have its mended rows. */
export function headerKey(columns: readonly { name: string }[]): string {
  const names = columns
    .map(column => column.name.trim().toLowerCase())
    .filter(name => !isReportColumn(name))
    .sort()
  return createHash('sha256').update(JSON.stringify(names)).digest('hex').slice(0, 32)
}

/** What a file is that no importer reads, in plain words. */
export function describeUnknown(head: Uint8Array, name: string): string {
  const text = Buffer.from(head.subarray(0, 64 << 10)).toString('latin1')
  const advice =
    'Kith reads exports of LinkedIn, Facebook, Instagram, X, Mastodon, Bluesky, GitHub, Telegram, WhatsApp, Slack and Discord, CSV and Excel tables, vCards, mailboxes, lists of blogs, résumés and saved pages.'
  if (head.length === 0) return `${unreadFile.empty} Export it again and choose the new one.`
  if (text.startsWith('PK')) return `${unreadFile.archive} ${advice} Unpack it and choose the file with the people.`
  if (text.startsWith('\xd0\xcf\x11\xe0'))
    return `${unreadFile.oldOffice} Open it, save it as .xlsx, .docx or CSV and import that file.`
  if (/^\s*(?:<!doctype html|<html)/i.test(text))
    return `${unreadFile.webPage} ${advice} If it is a Facebook export, ask Facebook for the JSON format.`
  if (/^\s*[[{]/.test(text)) return `${unreadFile.json} ${advice}`
  return `“${name.slice(0, 80)}” is no file with people that Kith knows. ${advice}`
}

function shown(person: PersonRecord): NonNullable<PreviewRow['person']> {
  const said = [person.background, ...person.profiles]
  const position = said.flatMap(one => one?.positions ?? []).find(one => one.current)
  const headline = said.find(one => one?.headline)?.headline
  return {
    name: person.fullName,
    emails: person.emails,
    phones: person.phones,
    tools: [...new Set(person.profiles.map(profile => profile.tool))],
    tags: person.tags,
    ...(position?.title && { title: position.title }),
    ...(position?.organisation && { organisation: position.organisation }),
    ...(headline && { headline }),
    ...(person.place && { place: person.place }),
    ...(person.birthDate && { birthDate: person.birthDate }),
    ...(person.note && { note: person.note.slice(0, 200) }),
  }
}

const countedAs = (record: ImportRecord): keyof Preview['counts'] | undefined => {
  switch (record.kind) {
    case 'person':
      return 'people'
    case 'message':
      return 'messages'
    case 'invitation':
      return 'invitations'
    case 'activity':
    case 'feed':
      return 'activity'
    case 'empty':
      return 'empty'
    case 'rejected':
      return 'rejected'
    default:
      return undefined
  }
}

/** What importing this file would understand. Writes nothing. */
export async function previewSource(
  deps: Pick<SourcingDeps, 'db' | 'recogniseFile'>,
  workspace: WorkspaceId,
  given: ByteSource,
  wish: { mapping?: ColumnMapping | undefined; user?: UserId | undefined; countWithinMs?: number },
): Promise<Result<Preview, Unreadable>> {
  try {
    const found = await deps.recogniseFile(given)
    if (!found) {
      const head = await given.read(0, Math.min(given.size, 64 << 10))
      return refuse({ code: 'unreadable', message: describeUnknown(head, given.name) })
    }
    const { importer, recognition } = found
    const columns = recognition.columns
    const memory =
      wish.mapping || !columns
        ? undefined
        : await inWorkspace(deps.db, workspace, tx => findMapping(tx, workspace, headerKey(columns)))
    const mapping = wish.mapping ?? memory
    const owner = wish.user ? await exportOwner(deps.db, workspace, wish.user) : undefined
    const read: Importer['read'] = (source, options) => importer.read(source, { ...options, ...(owner && { owner }) })
    const preview: Preview = {
      format: recognition.format,
      label: recognition.label,
      remembered: memory !== undefined,
      ...(columns && {
        columns: columns.map(column => ({ ...column, meaning: mapping?.[column.name] ?? column.meaning })),
      }),
      ...(await count(read, given, mapping, wish.countWithinMs ?? countWithinMs)),
    }
    return done(preview)
  } catch (error) {
    if (error instanceof UnreadableFile) return refuse({ code: 'unreadable', message: error.message })
    throw error
  }
}

type Counted = Pick<Preview, 'rows' | 'counts' | 'exact' | 'rowsTotal' | 'problem'>

async function count(
  read: (source: ByteSource, options: { mapping?: ColumnMapping }) => AsyncIterable<ImportRecord>,
  given: ByteSource,
  mapping: ColumnMapping | undefined,
  withinMs: number,
): Promise<Counted> {
  const watched = watchedSource(given)
  const until = performance.now() + withinMs
  const rows: PreviewRow[] = []
  const counts: Preview['counts'] = {
    people: 0,
    messages: 0,
    invitations: 0,
    activity: 0,
    empty: 0,
    rejected: 0,
    partial: 0,
  }
  let total = 0
  try {
    for await (const record of read(watched.source, mapping ? { mapping } : {})) {
      total++
      const kind = countedAs(record)
      if (kind) counts[kind]++
      if (record.kind === 'person' && record.unread) counts.partial++
      if (rows.length < shownRows && record.kind === 'person')
        rows.push({
          row: record.row,
          person: shown(record.person),
          ...(record.unread && { why: record.unread.why }),
        })
      else if (rows.length < shownRows && record.kind === 'rejected') rows.push({ row: record.row, why: record.why })
      if ((total & 255) === 0 && performance.now() > until) {
        const fraction = watched.fraction()
        return {
          rows,
          counts,
          exact: false,
          ...(fraction && fraction > 0.02 && { rowsTotal: Math.round(total / fraction) }),
        }
      }
    }
  } catch (error) {
    // A table whose columns have no meaning yet is not broken: the mapping is the next step.
    if (error instanceof UnreadableFile && error.code === 'nothing-understood')
      return { rows, counts, exact: true, rowsTotal: total, problem: error.message }
    throw error
  }
  return { rows, counts, exact: true, rowsTotal: total }
}
