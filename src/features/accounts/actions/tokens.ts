import { audit } from '#features/accounts/audit.ts'
import type { AccountDeps } from '#features/accounts/deps.ts'
import { limits } from '#features/accounts/model.ts'
import { writeToken } from '#features/accounts/one-time.ts'
import type { AccountRefusal } from '#features/accounts/refusal.ts'
import {
  deleteTeamToken,
  deleteToken,
  insertToken,
  listTeamTokens,
  listTokens,
  type TeamToken,
  type Token,
} from '#features/accounts/store/tokens.ts'
import { insertMachine } from '#features/accounts/store/users.ts'
import { newId, type TokenId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller, Role, TokenScope } from '#kernel/roles.ts'
import { hashToken, newToken } from '#platform/secrets.ts'
import { inWorkspace } from '#storage/database.ts'

type Deps = Pick<AccountDeps, 'db' | 'clock'>

/** `token` is the only copy. It may do what its maker may, as far as its scope goes, and ends with them. */
export async function createToken(
  deps: Deps,
  caller: Pick<Caller, 'workspace' | 'user'>,
  input: { name: string; expiresAt?: Date | undefined; scope?: TokenScope },
): Promise<Result<Token & { token: string }, AccountRefusal>> {
  const now = deps.clock.now()
  const { expiresAt = null, scope = 'all' } = input
  if (expiresAt && expiresAt <= now) return refuse({ code: 'ends-in-the-past' })
  return inWorkspace(deps.db, caller.workspace, async tx => {
    if ((await listTokens(tx, caller.workspace, caller.user)).length >= limits.tokensPerUser)
      return refuse({ code: 'too-many', what: 'tokens' })
    const secret = newToken()
    const token = {
      id: newId<'Token'>(now.getTime()),
      name: input.name.trim(),
      scope,
      createdAt: now,
      lastUsedAt: null,
      expiresAt,
    }
    await insertToken(tx, { ...token, workspace: caller.workspace, user: caller.user, hash: hashToken(secret) })
    await audit(tx, {
      caller,
      at: now,
      action: 'token.created',
      subjectKind: 'token',
      subject: token.id,
      detail: { name: token.name, scope },
    })
    return done({ ...token, token: writeToken({ workspace: caller.workspace, secret }) })
  })
}

/** Belongs to the team: it has a role and a name of its own in the log, and stays when its maker leaves. `token` is the only copy. */
export async function createTeamToken(
  deps: Deps,
  caller: Caller,
  input: { name: string; role: Exclude<Role, 'owner'>; scope: TokenScope; expiresAt?: Date | undefined },
): Promise<Result<TeamToken & { token: string }, AccountRefusal>> {
  const now = deps.clock.now()
  const { role, scope, expiresAt = null } = input
  const { workspace } = caller
  if (expiresAt && expiresAt <= now) return refuse({ code: 'ends-in-the-past' })
  return inWorkspace(deps.db, workspace, async tx => {
    if ((await listTeamTokens(tx, workspace)).length >= limits.tokensPerUser)
      return refuse({ code: 'too-many', what: 'tokens' })
    const secret = newToken()
    const user = newId<'User'>(now.getTime())
    const id = newId<'Token'>(now.getTime())
    const name = input.name.trim()
    const token = { id, name, scope, createdAt: now, lastUsedAt: null, expiresAt }
    await insertMachine(tx, { workspace, id: user, name, role, at: now })
    await insertToken(tx, { ...token, workspace, user, hash: hashToken(secret), madeBy: caller.user })
    const detail = { name, scope, role }
    await audit(tx, { caller, at: now, action: 'team-token.created', subjectKind: 'token', subject: id, detail })
    const made = (await listTeamTokens(tx, workspace)).find(each => each.id === id)
    if (!made) throw new Error('the token was just written')
    return done({ ...made, token: writeToken({ workspace, secret }) })
  })
}

export async function listTokensOfTeam(deps: Pick<Deps, 'db'>, caller: Caller): Promise<TeamToken[]> {
  return inWorkspace(deps.db, caller.workspace, tx => listTeamTokens(tx, caller.workspace))
}

/** It is out at once; what it did stays under its name. */
export async function removeTeamToken(
  deps: Deps,
  caller: Caller,
  token: TokenId,
): Promise<Result<void, AccountRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const name = await deleteTeamToken(tx, caller.workspace, token)
    if (name === undefined) return refuse({ code: 'no-such-token' })
    await audit(tx, {
      caller,
      at: deps.clock.now(),
      action: 'team-token.removed',
      subjectKind: 'token',
      subject: token,
      detail: { name },
    })
    return done(undefined)
  })
}

export async function listOwnTokens(deps: Pick<Deps, 'db'>, caller: Caller): Promise<Token[]> {
  return inWorkspace(deps.db, caller.workspace, tx => listTokens(tx, caller.workspace, caller.user))
}

export async function removeToken(deps: Deps, caller: Caller, token: TokenId): Promise<Result<void, AccountRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const name = await deleteToken(tx, caller.workspace, caller.user, token)
    if (name === undefined) return refuse({ code: 'no-such-token' })
    await audit(tx, {
      caller,
      at: deps.clock.now(),
      action: 'token.removed',
      subjectKind: 'token',
      subject: token,
      detail: { name },
    })
    return done(undefined)
  })
}
