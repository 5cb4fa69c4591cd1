import { sql } from 'kysely'
import type { Id, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

export type PictureId = Id<'OwnPicture'>

export async function findOwnPicture(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
): Promise<{ id: PictureId; jpeg: Buffer } | undefined> {
  const { rows } = await sql<{ id: PictureId; jpeg: Buffer }>`select picture_id as id, jpeg from own_pictures
    where workspace_id = ${workspace} and user_id = ${user}`.execute(tx)
  return rows[0]
}

export async function findOwnPictureId(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
): Promise<PictureId | undefined> {
  const { rows } = await sql<{ id: PictureId }>`select picture_id as id from own_pictures
    where workspace_id = ${workspace} and user_id = ${user}`.execute(tx)
  return rows[0]?.id
}

/** In place of the one before. */
export async function upsertOwnPicture(
  tx: Transaction,
  workspace: WorkspaceId,
  given: { user: UserId; id: PictureId; jpeg: Uint8Array; at: Date },
): Promise<void> {
  await sql`insert into own_pictures (workspace_id, user_id, picture_id, jpeg, created_at)
    values (${workspace}, ${given.user}, ${given.id}, ${Buffer.from(given.jpeg)}, ${given.at})
    on conflict (workspace_id, user_id) do update
      set picture_id = excluded.picture_id, jpeg = excluded.jpeg, created_at = excluded.created_at`.execute(tx)
}

export async function deleteOwnPicture(tx: Transaction, workspace: WorkspaceId, user: UserId): Promise<void> {
  await sql`delete from own_pictures where workspace_id = ${workspace} and user_id = ${user}`.execute(tx)
}
