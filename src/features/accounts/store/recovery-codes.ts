import type { UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

/** The codes before are worth nothing from then on. */
export async function replaceRecoveryCodes(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  hashes: readonly Buffer[],
): Promise<void> {
  await tx.deleteFrom('recovery_codes').where('workspace_id', '=', workspace).where('user_id', '=', user).execute()
  if (hashes.length === 0) return
  await tx
    .insertInto('recovery_codes')
    .values(hashes.map(hash => ({ workspace_id: workspace, user_id: user, code_hash: hash })))
    .execute()
}

/** True for the one caller that spends it. */
export async function takeRecoveryCode(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  hash: Buffer,
  now: Date,
): Promise<boolean> {
  const result = await tx
    .updateTable('recovery_codes')
    .set({ used_at: now })
    .where('workspace_id', '=', workspace)
    .where('user_id', '=', user)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function countRecoveryCodes(tx: Transaction, workspace: WorkspaceId, user: UserId): Promise<number> {
  const row = await tx
    .selectFrom('recovery_codes')
    .select(eb => eb.fn.countAll<number>().as('n'))
    .where('workspace_id', '=', workspace)
    .where('user_id', '=', user)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.n
}
