import type { PasskeyId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

export type Passkey = { id: PasskeyId; name: string; createdAt: Date; lastUsedAt: Date | null }

export type PasskeyCredential = {
  workspace: WorkspaceId
  id: PasskeyId
  user: UserId
  credential: string
  publicKey: Buffer
  counter: number
  transports: string[]
}

export async function insertPasskey(
  tx: Transaction,
  passkey: PasskeyCredential & { name: string; createdAt: Date },
): Promise<void> {
  await tx
    .insertInto('passkeys')
    .values({
      workspace_id: passkey.workspace,
      passkey_id: passkey.id,
      user_id: passkey.user,
      credential_id: passkey.credential,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: passkey.transports,
      name: passkey.name,
      created_at: passkey.createdAt,
    })
    .execute()
}

/** Across workspaces: at sign-in the credential is all that is known. Users who may not sign in are left out. */
export async function findPasskey(tx: Transaction, credential: string): Promise<PasskeyCredential | undefined> {
  return tx
    .selectFrom('passkeys as p')
    .innerJoin('users as u', join =>
      join.onRef('u.workspace_id', '=', 'p.workspace_id').onRef('u.user_id', '=', 'p.user_id'),
    )
    .select([
      'p.workspace_id as workspace',
      'p.passkey_id as id',
      'p.user_id as user',
      'p.credential_id as credential',
      'p.public_key as publicKey',
      'p.counter',
      'p.transports',
    ])
    .where('p.credential_id', '=', credential)
    .where('u.disabled_at', 'is', null)
    .executeTakeFirst()
}

export async function updatePasskeyUse(
  tx: Transaction,
  passkey: { workspace: WorkspaceId; id: PasskeyId },
  use: { counter: number; at: Date },
): Promise<void> {
  await tx
    .updateTable('passkeys')
    .set({ counter: use.counter, last_used_at: use.at })
    .where('workspace_id', '=', passkey.workspace)
    .where('passkey_id', '=', passkey.id)
    .execute()
}

export async function listPasskeys(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
): Promise<(Passkey & { credential: string; transports: string[] })[]> {
  return tx
    .selectFrom('passkeys')
    .select([
      'passkey_id as id',
      'name',
      'created_at as createdAt',
      'last_used_at as lastUsedAt',
      'credential_id as credential',
      'transports',
    ])
    .where('workspace_id', '=', workspace)
    .where('user_id', '=', user)
    .orderBy('created_at')
    .execute()
}

/** The name of the one that went. */
export async function deletePasskey(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  passkey: PasskeyId,
): Promise<string | undefined> {
  const row = await tx
    .deleteFrom('passkeys')
    .where('workspace_id', '=', workspace)
    .where('user_id', '=', user)
    .where('passkey_id', '=', passkey)
    .returning('name')
    .executeTakeFirst()
  return row?.name
}
