import { sql } from 'kysely'
import type { UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

export type Upload = {
  upload_id: string
  user_id: UserId
  name: string
  size: number
  created_at: Date
}

export async function insertUpload(
  tx: Transaction,
  workspace: WorkspaceId,
  upload: { id: string; user: UserId; name: string; size: number; at: Date },
): Promise<void> {
  await sql`insert into uploads (workspace_id, upload_id, user_id, name, size, created_at)
    values (${workspace}, ${upload.id}, ${upload.user}, ${upload.name}, ${upload.size}, ${upload.at})`.execute(tx)
}

export async function findUpload(tx: Transaction, workspace: WorkspaceId, id: string): Promise<Upload | undefined> {
  const { rows } = await sql<Upload>`select upload_id, user_id, name, size, created_at from uploads
    where workspace_id = ${workspace} and upload_id = ${id}`.execute(tx)
  return rows[0]
}

/** The same piece again replaces it. */
export async function insertChunk(
  tx: Transaction,
  workspace: WorkspaceId,
  upload: string,
  chunk: number,
  bytes: Uint8Array,
): Promise<void> {
  await sql`insert into upload_chunks (workspace_id, upload_id, chunk, bytes)
    values (${workspace}, ${upload}, ${chunk}, ${Buffer.from(bytes)})
    on conflict (workspace_id, upload_id, chunk) do update set bytes = excluded.bytes`.execute(tx)
}

/** Pieces that are here, ascending. */
export async function listChunks(tx: Transaction, workspace: WorkspaceId, upload: string): Promise<number[]> {
  const { rows } = await sql<{ chunk: number }>`select chunk from upload_chunks
    where workspace_id = ${workspace} and upload_id = ${upload} order by chunk`.execute(tx)
  return rows.map(row => row.chunk)
}

export async function findChunk(
  tx: Transaction,
  workspace: WorkspaceId,
  upload: string,
  chunk: number,
): Promise<Buffer | undefined> {
  const { rows } = await sql<{ bytes: Buffer }>`select bytes from upload_chunks
    where workspace_id = ${workspace} and upload_id = ${upload} and chunk = ${chunk}`.execute(tx)
  return rows[0]?.bytes
}

/** Unless an import still needs it. Gives whether it is gone. */
export async function deleteUpload(tx: Transaction, workspace: WorkspaceId, id: string): Promise<boolean> {
  const { rows } = await sql`delete from uploads u where u.workspace_id = ${workspace} and u.upload_id = ${id}
    and not exists (select 1 from imports i where i.workspace_id = ${workspace} and i.upload_id = u.upload_id
      and i.state in ('waiting', 'running', 'paused')) returning 1`.execute(tx)
  return rows.length > 0
}
