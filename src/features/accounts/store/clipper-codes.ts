import type { UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

export async function upsertClipperCode(
  tx: Transaction,
  code: { workspace: WorkspaceId; user: UserId; hash: Buffer; expiresAt: Date },
): Promise<void> {
  await tx
    .insertInto('clipper_codes')
    .values({
      workspace_id: code.workspace,
      user_id: code.user,
      code_hash: code.hash,
      expires_at: code.expiresAt,
    })
    .onConflict(conflict =>
      conflict.columns(['workspace_id', 'user_id']).doUpdateSet({ code_hash: code.hash, expires_at: code.expiresAt }),
    )
    .execute()
}

/** Gone once it is used: the second who types it is refused. */
export async function takeClipperCode(
  tx: Transaction,
  hash: Buffer,
  now: Date,
): Promise<{ workspace: WorkspaceId; user: UserId } | undefined> {
  const row = await tx
    .deleteFrom('clipper_codes')
    .where('code_hash', '=', hash)
    .returning(['workspace_id as workspace', 'user_id as user', 'expires_at as expiresAt'])
    .executeTakeFirst()
  return row && row.expiresAt > now ? { workspace: row.workspace, user: row.user } : undefined
}
