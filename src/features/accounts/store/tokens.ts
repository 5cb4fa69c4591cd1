import { parseRole } from '#features/accounts/store/users.ts'
import type { TokenId, UserId, WorkspaceId } from '#kernel/ids.ts'
import { type Role, type TokenScope, tokenScopes } from '#kernel/roles.ts'
import type { Transaction } from '#storage/database.ts'

export type Token = {
  id: TokenId
  name: string
  scope: TokenScope
  createdAt: Date
  lastUsedAt: Date | null
  expiresAt: Date | null
}

/** What can't be read opens nothing but the least. */
const parseScope = (stored: string): TokenScope => tokenScopes.find(scope => scope === stored) ?? 'clipper'

export async function insertToken(
  tx: Transaction,
  token: Omit<Token, 'lastUsedAt'> & { workspace: WorkspaceId; user: UserId; hash: Buffer; madeBy?: UserId },
): Promise<void> {
  await tx
    .insertInto('api_tokens')
    .values({
      workspace_id: token.workspace,
      token_id: token.id,
      user_id: token.user,
      name: token.name,
      token_hash: token.hash,
      scope: token.scope,
      created_at: token.createdAt,
      expires_at: token.expiresAt,
      ...(token.madeBy && { made_by: token.madeBy }),
    })
    .execute()
}

export async function findToken(
  tx: Transaction,
  workspace: WorkspaceId,
  hash: Buffer,
  now: Date,
): Promise<{ id: TokenId; user: UserId; role: Role; scope: TokenScope; lastUsedAt: Date | null } | undefined> {
  const row = await tx
    .selectFrom('api_tokens as t')
    .innerJoin('users as u', join =>
      join.onRef('u.workspace_id', '=', 't.workspace_id').onRef('u.user_id', '=', 't.user_id'),
    )
    .select(['t.token_id as id', 't.user_id as user', 'u.role', 't.scope', 't.last_used_at as lastUsedAt'])
    .where('t.workspace_id', '=', workspace)
    .where('t.token_hash', '=', hash)
    .where(eb => eb.or([eb('t.expires_at', 'is', null), eb('t.expires_at', '>', now)]))
    .where(eb => eb.or([eb('u.disabled_at', 'is', null), eb('u.machine', '=', true)]))
    .executeTakeFirst()
  return row && { ...row, role: parseRole(row.role), scope: parseScope(row.scope) }
}

export async function touchToken(tx: Transaction, workspace: WorkspaceId, token: TokenId, at: Date): Promise<void> {
  await tx
    .updateTable('api_tokens')
    .set({ last_used_at: at })
    .where('workspace_id', '=', workspace)
    .where('token_id', '=', token)
    .execute()
}

export async function listTokens(tx: Transaction, workspace: WorkspaceId, user: UserId): Promise<Token[]> {
  const rows = await tx
    .selectFrom('api_tokens')
    .select([
      'token_id as id',
      'name',
      'scope',
      'created_at as createdAt',
      'last_used_at as lastUsedAt',
      'expires_at as expiresAt',
    ])
    .where('workspace_id', '=', workspace)
    .where('user_id', '=', user)
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map(row => ({ ...row, scope: parseScope(row.scope) }))
}

/** `madeBy` is null once they are gone; the token stays the team's. */
export type TeamToken = Token & { role: Role; madeBy: string | null }

export async function listTeamTokens(tx: Transaction, workspace: WorkspaceId): Promise<TeamToken[]> {
  const rows = await tx
    .selectFrom('api_tokens as t')
    .innerJoin('users as u', join =>
      join.onRef('u.workspace_id', '=', 't.workspace_id').onRef('u.user_id', '=', 't.user_id'),
    )
    .leftJoin('users as m', join =>
      join.onRef('m.workspace_id', '=', 't.workspace_id').onRef('m.user_id', '=', 't.made_by'),
    )
    .select([
      't.token_id as id',
      't.name',
      't.scope',
      't.created_at as createdAt',
      't.last_used_at as lastUsedAt',
      't.expires_at as expiresAt',
      'u.role',
      'm.name as madeBy',
    ])
    .where('t.workspace_id', '=', workspace)
    .where('u.machine', '=', true)
    .orderBy('t.created_at', 'desc')
    .execute()
  return rows.map(row => ({ ...row, role: parseRole(row.role), scope: parseScope(row.scope) }))
}

export async function deleteTeamToken(
  tx: Transaction,
  workspace: WorkspaceId,
  token: TokenId,
): Promise<string | undefined> {
  const row = await tx
    .deleteFrom('api_tokens')
    .where('workspace_id', '=', workspace)
    .where('token_id', '=', token)
    .where('user_id', 'in', eb =>
      eb.selectFrom('users').select('user_id').where('workspace_id', '=', workspace).where('machine', '=', true),
    )
    .returning('name')
    .executeTakeFirst()
  return row?.name
}

export async function deleteToken(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  token: TokenId,
): Promise<string | undefined> {
  const row = await tx
    .deleteFrom('api_tokens')
    .where('workspace_id', '=', workspace)
    .where('user_id', '=', user)
    .where('token_id', '=', token)
    .returning('name')
    .executeTakeFirst()
  return row?.name
}

export async function deleteTokensOf(tx: Transaction, workspace: WorkspaceId, user: UserId): Promise<void> {
  await tx.deleteFrom('api_tokens').where('workspace_id', '=', workspace).where('user_id', '=', user).execute()
}

/** Those that still work. */
export async function countTokens(tx: Transaction, workspace: WorkspaceId, user: UserId): Promise<number> {
  return (await listTokens(tx, workspace, user)).length
}
