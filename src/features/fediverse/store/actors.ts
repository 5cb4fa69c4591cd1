import { sql } from 'kysely'
import type { ConnectionId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { Sending } from '../model.ts'

export type ActorRow = {
  workspace: WorkspaceId
  connection: ConnectionId
  handle: string
  base: string
  sends: Sending
  on: boolean
  publicKey: string
  keySealed: string
  createdAt: Date
}

const columns = sql`workspace_id as workspace, connection_id as connection, handle, base, sends, is_on as "on",
  public_key as "publicKey", key_sealed as "keySealed", created_at as "createdAt"`

export async function findActor(tx: Transaction, workspace: WorkspaceId): Promise<ActorRow | undefined> {
  const { rows } = await sql<ActorRow>`select ${columns} from fediverse_actors
    where workspace_id = ${workspace}`.execute(tx)
  return rows[0]
}

/** Across workspaces: the session knows its connection only. */
export async function findActorOver(tx: Transaction, connection: ConnectionId): Promise<ActorRow | undefined> {
  const { rows } = await sql<ActorRow>`select ${columns} from fediverse_actors
    where connection_id = ${connection}`.execute(tx)
  return rows[0]
}

export async function upsertActor(tx: Transaction, row: Omit<ActorRow, 'createdAt'>, now: Date): Promise<void> {
  await sql`insert into fediverse_actors
      (workspace_id, connection_id, handle, base, sends, is_on, public_key, key_sealed, created_at, updated_at)
    values (${row.workspace}, ${row.connection}, ${row.handle}, ${row.base}, ${row.sends}, ${row.on}, ${row.publicKey},
      ${row.keySealed}, ${now}, ${now})
    on conflict (workspace_id) do update set connection_id = excluded.connection_id, handle = excluded.handle, base = excluded.base,
      sends = excluded.sends, is_on = excluded.is_on, updated_at = excluded.updated_at`.execute(tx)
}

export async function listBlocks(tx: Transaction, workspace: WorkspaceId): Promise<string[]> {
  const { rows } = await sql<{ pattern: string }>`select pattern from fediverse_blocks
    where workspace_id = ${workspace} order by pattern`.execute(tx)
  return rows.map(row => row.pattern)
}

export async function insertBlock(tx: Transaction, workspace: WorkspaceId, pattern: string, now: Date): Promise<void> {
  await sql`insert into fediverse_blocks (workspace_id, pattern, created_at) values (${workspace}, ${pattern}, ${now})
    on conflict do nothing`.execute(tx)
}

export async function deleteBlock(tx: Transaction, workspace: WorkspaceId, pattern: string): Promise<void> {
  await sql`delete from fediverse_blocks where workspace_id = ${workspace} and pattern = ${pattern}`.execute(tx)
}

export type NoteRow = {
  id: string
  toUri: string
  body: Record<string, unknown>
  isPublic: boolean
  goneAt: Date | null
}

export async function upsertNote(
  tx: Transaction,
  workspace: WorkspaceId,
  note: Omit<NoteRow, 'goneAt'>,
  now: Date,
): Promise<void> {
  await sql`insert into fediverse_notes (workspace_id, note_id, to_uri, body, is_public, created_at)
    values (${workspace}, ${note.id}, ${note.toUri}, ${JSON.stringify(note.body)}::jsonb, ${note.isPublic}, ${now})
    on conflict (workspace_id, note_id) do update set body = excluded.body`.execute(tx)
}

export async function findNote(tx: Transaction, workspace: WorkspaceId, id: string): Promise<NoteRow | undefined> {
  const { rows } =
    await sql<NoteRow>`select note_id as id, to_uri as "toUri", body, is_public as "isPublic", gone_at as "goneAt"
    from fediverse_notes where workspace_id = ${workspace} and note_id = ${id}`.execute(tx)
  return rows[0]
}

export async function updateNoteGone(tx: Transaction, workspace: WorkspaceId, id: string, now: Date): Promise<void> {
  await sql`update fediverse_notes set gone_at = ${now} where workspace_id = ${workspace} and note_id = ${id}`.execute(
    tx,
  )
}
