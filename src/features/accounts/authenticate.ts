import { limits, sessionEnd } from '#features/accounts/model.ts'
import { readSecret, readToken, type WorkspaceSecret } from '#features/accounts/one-time.ts'
import { findSession, touchSession } from '#features/accounts/store/sessions.ts'
import { findToken, touchToken } from '#features/accounts/store/tokens.ts'
import type { Caller } from '#kernel/roles.ts'
import { hashToken } from '#platform/secrets.ts'
import { inWorkspace } from '#storage/database.ts'
import type { AccountDeps } from './deps.ts'

type Deps = Pick<AccountDeps, 'db' | 'clock'>

async function bySession(deps: Deps, { workspace, secret }: WorkspaceSecret): Promise<Caller | undefined> {
  const now = deps.clock.now()
  return inWorkspace(deps.db, workspace, async tx => {
    const session = await findSession(tx, workspace, hashToken(secret), now)
    if (!session) return undefined
    if (now.getTime() - session.lastSeenAt.getTime() > limits.sessionTouchMs)
      await touchSession(tx, workspace, session.id, { at: now, expiresAt: sessionEnd(session.createdAt, now) })
    return { workspace, user: session.user, role: session.role }
  })
}

async function byToken(deps: Deps, { workspace, secret }: WorkspaceSecret): Promise<Caller | undefined> {
  const now = deps.clock.now()
  return inWorkspace(deps.db, workspace, async tx => {
    const token = await findToken(tx, workspace, hashToken(secret), now)
    if (!token) return undefined
    if (!token.lastUsedAt || now.getTime() - token.lastUsedAt.getTime() > limits.sessionTouchMs)
      await touchToken(tx, workspace, token.id, now)
    const { user, role, scope } = token
    return { workspace, user, role, ...(scope !== 'all' && { scope }) }
  })
}

/** Who this session or token belongs to, as of now: a role or a member's end counts from the next request on. */
export async function authenticate(
  deps: Deps,
  credentials: { session?: string; token?: string },
): Promise<Caller | undefined> {
  if (credentials.token !== undefined) {
    const token = readToken(credentials.token)
    return token && byToken(deps, token)
  }
  const session = readSecret(credentials.session ?? '')
  return session && bySession(deps, session)
}
