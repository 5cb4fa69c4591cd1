import type { Session } from '#connectors/contract.ts'
import { type Clock, dayMs } from '#kernel/clock.ts'
import { type ConnectionId, type ConversationId, type MessageId, parseId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { type Caller, mayActAs } from '#kernel/roles.ts'
import type { HttpClient } from '#platform/http.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import { fileLimits } from '../model.ts'
import { safeFileName, sniffType } from '../runtime/file-type.ts'
import { drawPreview } from '../runtime/preview.ts'
import { type Conversation, findConversation } from '../store/conversations.ts'
import {
  deleteForgottenFiles,
  deleteWaitingFile,
  type FileId,
  type FileRow,
  findFileData,
  findFiles,
  findPreview,
  insertFile,
  listWaitingFiles,
  updateFilesPlace,
  upsertPreview,
} from '../store/files.ts'
import { findMessages } from '../store/messages.ts'
import { type AbilityDeps, capabilitiesIn, filesFrom } from './abilities.ts'

export type FileDeps = AbilityDeps & {
  db: Database
  clock: Clock
  http: Pick<HttpClient, 'fetch'>
  session(connection: ConnectionId): Session | undefined
}

export type StoreRefusal =
  | { code: 'no-such-conversation' }
  | { code: 'viewers-read' }
  | { code: 'no-files'; tool: string }
  | { code: 'file-too-large'; maxBytes: number }
  | { code: 'file-type' }
  | { code: 'empty-file' }
  | { code: 'id-taken' }

/** Keeps a file for a message that is still written. The same id again is the same file. */
export async function storeFile(
  deps: FileDeps,
  caller: Caller,
  conversation: ConversationId,
  file: { id: FileId; name: string; data: Buffer },
): Promise<Result<FileRow, StoreRefusal>> {
  if (!mayActAs(caller.role, 'recruiter')) return refuse({ code: 'viewers-read' })
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<FileRow, StoreRefusal>> => {
    const found = await findConversation(tx, caller.workspace, conversation)
    if (!found) return refuse({ code: 'no-such-conversation' })
    const [before] = await findFiles(tx, caller.workspace, [file.id])
    if (before) return before.user === caller.user && !before.message ? done(before) : refuse({ code: 'id-taken' })
    const name = safeFileName(file.name)
    const mimeType = sniffType(file.data, name)
    const why = await whyNoFile(deps, found, { mimeType, bytes: file.data.length })
    if (why) return refuse(why)
    const now = deps.clock.now()
    await deleteForgottenFiles(tx, caller.workspace, new Date(now.getTime() - fileLimits.unsentDays * dayMs))
    const row = { id: file.id, user: caller.user, conversation, name, mimeType }
    await insertFile(tx, caller.workspace, row, file.data, now)
    return done({ ...row, message: null, bytes: file.data.length })
  })
}

/** What the tool says to a file of this kind. */
async function whyNoFile(
  deps: AbilityDeps,
  conversation: Conversation,
  file: { mimeType: string; bytes: number },
): Promise<Exclude<StoreRefusal, { code: 'no-such-conversation' | 'viewers-read' | 'id-taken' }> | undefined> {
  const can = filesFrom(await capabilitiesIn(deps, conversation))
  if (!can.can) return { code: 'no-files', tool: conversation.tool }
  if (file.bytes === 0) return { code: 'empty-file' }
  if (file.bytes > can.maxBytes) return { code: 'file-too-large', maxBytes: can.maxBytes }
  if (can.mimeTypes.length > 0 && !can.mimeTypes.some(type => fits(file.mimeType, type))) return { code: 'file-type' }
  return undefined
}

const fits = (type: string, pattern: string) =>
  pattern.endsWith('/*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern

export type AttachRefusal =
  | { code: 'file-gone' }
  | { code: 'no-files'; tool: string }
  | { code: 'file-too-large'; maxBytes: number }
  | { code: 'file-type' }
  | { code: 'empty-file' }
  | { code: 'too-many-files'; max: number }

/** The files of a message as it leaves, in the order given; each is the caller's own and in no other message. */
export async function takeFiles(
  deps: AbilityDeps,
  tx: Transaction,
  caller: Caller,
  conversation: Conversation,
  ids: readonly FileId[],
): Promise<Result<FileRow[], AttachRefusal>> {
  if (ids.length === 0) return done([])
  const max = filesFrom(await capabilitiesIn(deps, conversation)).perMessage
  if (ids.length > max) return refuse({ code: 'too-many-files', max })
  const found = new Map((await findFiles(tx, caller.workspace, ids)).map(row => [row.id, row]))
  const files: FileRow[] = []
  for (const id of ids) {
    const file = found.get(id)
    if (!file || file.user !== caller.user || file.message) return refuse({ code: 'file-gone' })
    const why = await whyNoFile(deps, conversation, file)
    if (why) return refuse(why)
    files.push(file)
  }
  return done(files)
}

export function removeFile(deps: { db: Database }, caller: Caller, id: FileId): Promise<boolean> {
  return inWorkspace(deps.db, caller.workspace, tx => deleteWaitingFile(tx, caller.workspace, caller.user, id))
}

/** What waits in one composer of a thread goes along when another tool is chosen. Only within one person's conversations. */
export function moveFiles(
  deps: { db: Database },
  caller: Caller,
  from: ConversationId,
  to: ConversationId,
): Promise<Result<void, { code: 'no-such-conversation' }>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<void, { code: 'no-such-conversation' }>> => {
    const [here, there] = [
      await findConversation(tx, caller.workspace, from),
      await findConversation(tx, caller.workspace, to),
    ]
    if (!here?.person || here.person !== there?.person) return refuse({ code: 'no-such-conversation' })
    await updateFilesPlace(tx, caller.workspace, caller.user, from, to)
    return done(undefined)
  })
}

export const waitingFiles = (tx: Transaction, caller: Caller, conversation: ConversationId): Promise<FileRow[]> =>
  listWaitingFiles(tx, caller.workspace, conversation, caller.user)

export type FileRefusal = { code: 'no-such-file' } | { code: 'not-connected' } | { code: 'file-too-large' }

export type OpenedFile = { name: string; bytes: AsyncIterable<Uint8Array> }

type Kept = {
  name: string
  url: string | undefined
  file: FileId | undefined
  connection: ConnectionId
  conversation: ConversationId
}

/** Where a file that a visitor sent lies: with Kith itself. */
export const storedUrl = (file: FileId): string => `kith-file:${file}`
export const storedIn = (url: string | undefined): FileId | undefined =>
  url?.startsWith('kith-file:') ? parseId<'File'>(url.slice('kith-file:'.length)) : undefined

async function findKept(
  deps: { db: Database },
  caller: Caller,
  message: MessageId,
  index: number,
): Promise<Kept | undefined> {
  const [row] = await inWorkspace(deps.db, caller.workspace, tx => findMessages(tx, caller.workspace, [message]))
  const file: unknown = Array.isArray(row?.detail.files) ? row.detail.files[index] : undefined
  if (!row || row.retractedAt !== null || typeof file !== 'object' || file === null || !('name' in file))
    return undefined
  return {
    name: String(file.name),
    url: 'url' in file ? String(file.url) : undefined,
    file: 'file' in file ? (String(file.file) as FileId) : undefined,
    connection: row.connection,
    conversation: row.conversation,
  }
}

/** What Kith itself keeps; an address given by a network opens only what lies in the same conversation. */
async function openStored(deps: { db: Database }, { workspace }: Caller, kept: Kept): Promise<OpenedFile | undefined> {
  const theirs = storedIn(kept.url)
  return inWorkspace(deps.db, workspace, async tx => {
    const [found] = theirs ? await findFiles(tx, workspace, [theirs]) : []
    const id = kept.file ?? (found?.conversation === kept.conversation ? theirs : undefined)
    const data = id && (await findFileData(tx, workspace, id))
    return data && { name: kept.name, bytes: one(data) }
  })
}

/** For a visitor: only of their own thread, and only what lies here. */
export async function openVisitorFile(
  deps: { db: Database },
  caller: Caller,
  conversation: ConversationId,
  message: MessageId,
  index: number,
): Promise<OpenedFile | undefined> {
  const kept = await findKept(deps, caller, message, index)
  return kept?.conversation === conversation ? openStored(deps, caller, kept) : undefined
}

/** The bytes of a file: ours as kept, theirs from where their network keeps them, through Kith and never by the browser. */
export async function openMessageFile(
  deps: FileDeps,
  caller: Caller,
  message: MessageId,
  index: number,
  signal: AbortSignal,
): Promise<Result<OpenedFile, FileRefusal>> {
  const kept = await findKept(deps, caller, message, index)
  if (!kept) return refuse({ code: 'no-such-file' })
  const { name, url, file } = kept
  if (file || storedIn(url)) {
    const opened = await openStored(deps, caller, kept)
    return opened ? done(opened) : refuse({ code: 'no-such-file' })
  }
  if (url === undefined) return refuse({ code: 'no-such-file' })
  if (/^https?:\/\//i.test(url)) return fetchFile(deps, name, url, signal)
  const files = deps.session(kept.connection)?.files
  if (!files) return refuse({ code: 'not-connected' })
  const bytes = await files.open(url, signal)
  return bytes ? done({ name, bytes }) : refuse({ code: 'no-such-file' })
}

async function fetchFile(
  deps: Pick<FileDeps, 'http'>,
  name: string,
  url: string,
  signal: AbortSignal,
): Promise<Result<OpenedFile, FileRefusal>> {
  try {
    const answer = await deps.http.fetch(url, { maxBytes: fileLimits.maxFetchBytes, timeoutMs: 60_000, signal })
    if (answer.status !== 200) return refuse({ code: 'no-such-file' })
    return done({ name, bytes: one(answer.body) })
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
    return refuse({ code: code === 'too-big' ? 'file-too-large' : 'no-such-file' })
  }
}

async function* one(data: Uint8Array): AsyncGenerator<Uint8Array> {
  yield data
}

/** A picture small and drawn anew; fetched and drawn once. Undefined when it is no picture. */
export async function readPreview(
  deps: FileDeps,
  caller: Caller,
  message: MessageId,
  index: number,
  signal: AbortSignal,
): Promise<Buffer | undefined> {
  return drawOnce(deps, caller, { message, index, signal }, async () => {
    const opened = await openMessageFile(deps, caller, message, index, signal)
    return opened.ok ? opened.value : undefined
  })
}

/** For a visitor: whose thread it is decides before anything that is drawn already is given. */
export async function readVisitorPreview(
  deps: { db: Database; clock: Clock },
  caller: Caller,
  conversation: ConversationId,
  of: { message: MessageId; index: number; signal: AbortSignal },
): Promise<Buffer | undefined> {
  const kept = await findKept(deps, caller, of.message, of.index)
  if (kept?.conversation !== conversation) return undefined
  return drawOnce(deps, caller, of, () => openVisitorFile(deps, caller, conversation, of.message, of.index))
}

async function drawOnce(
  deps: { db: Database; clock: Clock },
  caller: Caller,
  { message, index, signal }: { message: MessageId; index: number; signal: AbortSignal },
  open: () => Promise<OpenedFile | undefined>,
): Promise<Buffer | undefined> {
  const { workspace } = caller
  const before = await inWorkspace(deps.db, workspace, tx => findPreview(tx, workspace, message, index))
  if (before) return before.data ?? undefined
  const opened = await open()
  // What can't be reached now may be there later: only what was seen is remembered.
  if (!opened) return undefined
  const data = await readAll(opened.bytes)
  const drawn = data && (await drawPreview(data))
  if (signal.aborted) return drawn
  await inWorkspace(deps.db, workspace, tx =>
    upsertPreview(tx, workspace, message, index, drawn ?? null, deps.clock.now()),
  )
  return drawn
}

/** Undefined when there is more of it than a picture needs. */
async function readAll(bytes: AsyncIterable<Uint8Array>): Promise<Buffer | undefined> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of bytes) {
    size += part.length
    if (size > fileLimits.maxPictureBytes) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
}
