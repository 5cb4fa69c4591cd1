import { sql } from 'kysely'
import type { ConversationId, Id, MessageId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

export type FileId = Id<'File'>

export type FileRow = {
  id: FileId
  /** Null: a visitor's. */
  user: UserId | null
  conversation: ConversationId
  message: MessageId | null
  name: string
  mimeType: string
  bytes: number
}

const columns = sql`file_id as id, user_id as "user", conversation_id as conversation, message_id as message, name,
  mime_type as "mimeType", bytes`

const chunkBytes = 512 * 1024

export async function insertFile(
  tx: Transaction,
  workspace: WorkspaceId,
  row: Omit<FileRow, 'message' | 'bytes'>,
  data: Buffer,
  now: Date,
): Promise<void> {
  await sql`insert into files (workspace_id, file_id, user_id, conversation_id, name, mime_type, bytes, created_at)
    values (${workspace}, ${row.id}, ${row.user}, ${row.conversation}, ${row.name}, ${row.mimeType}, ${data.length}, ${now})`.execute(
    tx,
  )
  for (let at = 0; at < data.length; at += chunkBytes)
    await sql`insert into file_chunks (workspace_id, file_id, position, data)
      values (${workspace}, ${row.id}, ${at / chunkBytes}, ${data.subarray(at, at + chunkBytes)})`.execute(tx)
}

export async function findFiles(tx: Transaction, workspace: WorkspaceId, ids: readonly FileId[]): Promise<FileRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<FileRow>`select ${columns} from files
    where workspace_id = ${workspace} and file_id = any(${ids}::uuid[])`.execute(tx)
  return rows
}

/** The whole file, from its pieces; undefined when it is gone. */
export async function findFileData(tx: Transaction, workspace: WorkspaceId, id: FileId): Promise<Buffer | undefined> {
  const { rows } = await sql<{ data: Buffer }>`select data from file_chunks
    where workspace_id = ${workspace} and file_id = ${id} order by position`.execute(tx)
  return rows.length === 0 ? undefined : Buffer.concat(rows.map(row => row.data))
}

/** What a recruiter has put to a message that is not sent yet, oldest first. */
export async function listWaitingFiles(
  tx: Transaction,
  workspace: WorkspaceId,
  conversation: ConversationId,
  user: UserId,
): Promise<FileRow[]> {
  const { rows } = await sql<FileRow>`select ${columns} from files
    where workspace_id = ${workspace} and conversation_id = ${conversation} and user_id = ${user} and message_id is null
    order by created_at, file_id limit 50`.execute(tx)
  return rows
}

/** Only while it is not sent. */
export async function deleteWaitingFile(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  id: FileId,
): Promise<boolean> {
  const { rows } =
    await sql`delete from files where workspace_id = ${workspace} and file_id = ${id} and user_id = ${user}
    and message_id is null returning file_id`.execute(tx)
  return rows.length > 0
}

/** To the conversation over which the message will go after all. */
export async function updateFilesPlace(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  from: ConversationId,
  to: ConversationId,
): Promise<void> {
  await sql`update files set conversation_id = ${to} where workspace_id = ${workspace} and conversation_id = ${from}
    and user_id = ${user} and message_id is null`.execute(tx)
}

/** They go with this message, or back to the composer with null. */
export async function updateFilesMessage(
  tx: Transaction,
  workspace: WorkspaceId,
  ids: readonly FileId[],
  place: { message: MessageId | null; conversation: ConversationId },
): Promise<void> {
  if (ids.length === 0) return
  await sql`update files set message_id = ${place.message}, conversation_id = ${place.conversation}
    where workspace_id = ${workspace} and file_id = any(${ids}::uuid[])`.execute(tx)
}

export async function updateFilesReturned(tx: Transaction, workspace: WorkspaceId, message: MessageId): Promise<void> {
  await sql`update files set message_id = null where workspace_id = ${workspace} and message_id = ${message}`.execute(
    tx,
  )
}

/** What was put to a message and never sent. */
export async function deleteForgottenFiles(tx: Transaction, workspace: WorkspaceId, before: Date): Promise<void> {
  await sql`delete from files where workspace_id = ${workspace} and message_id is null and created_at < ${before}`.execute(
    tx,
  )
}

/** Undefined: never looked. `data` null: it is no picture. */
export async function findPreview(
  tx: Transaction,
  workspace: WorkspaceId,
  message: MessageId,
  index: number,
): Promise<{ data: Buffer | null } | undefined> {
  const { rows } = await sql<{ data: Buffer | null }>`select data from file_previews
    where workspace_id = ${workspace} and message_id = ${message} and file_index = ${index}`.execute(tx)
  return rows[0]
}

export async function upsertPreview(
  tx: Transaction,
  workspace: WorkspaceId,
  message: MessageId,
  index: number,
  data: Buffer | null,
  now: Date,
): Promise<void> {
  await sql`insert into file_previews (workspace_id, message_id, file_index, data, created_at)
    values (${workspace}, ${message}, ${index}, ${data}, ${now}) on conflict do nothing`.execute(tx)
}

export async function deleteFilesOfMessage(tx: Transaction, workspace: WorkspaceId, message: MessageId): Promise<void> {
  await sql`delete from files where workspace_id = ${workspace} and message_id = ${message}`.execute(tx)
  await sql`delete from file_previews where workspace_id = ${workspace} and message_id = ${message}`.execute(tx)
}
