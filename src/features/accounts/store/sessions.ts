import { parseRole } from '#features/accounts/store/users.ts'
import type { SessionId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Role } from '#kernel/roles.ts'
import type { Transaction } from '#storage/database.ts'

export type Session = { id: SessionId; device: string; address: string; createdAt: Date; lastSeenAt: Date }

export async function insertSession(
  tx: Transaction,
  session: Session & { workspace: WorkspaceId; user: UserId; hash: Buffer; expiresAt: Date },
): Promise<void> {
  await tx
    .insertInto('sessions')
    .values({
      workspace_id: session.workspace,
      session_id: session.id,
      user_id: session.user,
      token_hash: session.hash,
      device: session.device,
      address: session.address,
      created_at: session.createdAt,
      last_seen_at: session.lastSeenAt,
      expires_at: session.expiresAt,
    })
    .execute()
}

/** The session with its user, when neither has ended. */
export async function findSession(
  tx: Transaction,
  workspace: WorkspaceId,
  hash: Buffer,
  now: Date,
): Promise<{ id: SessionId; user: UserId; role: Role; createdAt: Date; lastSeenAt: Date } | undefined> {
  const row = await tx
    .selectFrom('sessions as s')
    .innerJoin('users as u', join =>
      join.onRef('u.workspace_id', '=', 's.workspace_id').onRef('u.user_id', '=', 's.user_id'),
    )
    .select([
      's.session_id as id',
      's.user_id as user',
      'u.role',
      's.created_at as createdAt',
      's.last_seen_at as lastSeenAt',
    ])
    .where('s.workspace_id', '=', workspace)
    .where('s.token_hash', '=', hash)
    .where('s.expires_at', '>', now)
    .where('u.disabled_at', 'is', null)
    .executeTakeFirst()
  return row && { ...row, role: parseRole(row.role) }
}

export async function touchSession(
  tx: Transaction,
  workspace: WorkspaceId,
  session: SessionId,
  seen: { at: Date; expiresAt: Date },
): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ last_seen_at: seen.at, expires_at: seen.expiresAt })
    .where('workspace_id', '=', workspace)
    .where('session_id', '=', session)
    .execute()
}

export async function listSessions(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  now: Date,
): Promise<Session[]> {
  return tx
    .selectFrom('sessions')
    .select(['session_id as id', 'device', 'address', 'created_at as createdAt', 'last_seen_at as lastSeenAt'])
    .where('workspace_id', '=', workspace)
    .where('user_id', '=', user)
    .where('expires_at', '>', now)
    .orderBy('last_seen_at', 'desc')
    .execute()
}

export async function deleteSession(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  session: SessionId,
): Promise<boolean> {
  const result = await tx
    .deleteFrom('sessions')
    .where('workspace_id', '=', workspace)
    .where('user_id', '=', user)
    .where('session_id', '=', session)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}

/** How many ended. */
export async function deleteSessionsExcept(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  keep: SessionId | undefined,
): Promise<number> {
  let query = tx.deleteFrom('sessions').where('workspace_id', '=', workspace).where('user_id', '=', user)
  if (keep) query = query.where('session_id', '!=', keep)
  return Number((await query.executeTakeFirst()).numDeletedRows)
}
