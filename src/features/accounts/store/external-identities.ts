import type { UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

/** Across workspaces: the provider's name for a person is all that is known. */
export async function findExternalUser(
  tx: Transaction,
  issuer: string,
  subject: string,
): Promise<{ workspace: WorkspaceId; user: UserId } | undefined> {
  return tx
    .selectFrom('external_identities as e')
    .innerJoin('users as u', join =>
      join.onRef('u.workspace_id', '=', 'e.workspace_id').onRef('u.user_id', '=', 'e.user_id'),
    )
    .select(['e.workspace_id as workspace', 'e.user_id as user'])
    .where('e.issuer', '=', issuer)
    .where('e.subject', '=', subject)
    .where('u.disabled_at', 'is', null)
    .orderBy('e.created_at')
    .limit(1)
    .executeTakeFirst()
}

export async function insertExternalIdentity(
  tx: Transaction,
  identity: { workspace: WorkspaceId; user: UserId; issuer: string; subject: string; createdAt: Date },
): Promise<void> {
  await tx
    .insertInto('external_identities')
    .values({
      workspace_id: identity.workspace,
      issuer: identity.issuer,
      subject: identity.subject,
      user_id: identity.user,
      created_at: identity.createdAt,
    })
    .onConflict(conflict => conflict.columns(['workspace_id', 'issuer', 'subject']).doNothing())
    .execute()
}
