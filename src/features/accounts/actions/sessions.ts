import { audit } from '#features/accounts/audit.ts'
import type { AccountDeps } from '#features/accounts/deps.ts'
import { readSecret } from '#features/accounts/one-time.ts'
import type { AccountRefusal } from '#features/accounts/refusal.ts'
import {
  deleteSession,
  deleteSessionsExcept,
  findSession,
  listSessions,
  type Session,
} from '#features/accounts/store/sessions.ts'
import type { SessionId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { hashToken } from '#platform/secrets.ts'
import { inWorkspace } from '#storage/database.ts'

type Deps = Pick<AccountDeps, 'db' | 'clock'>

export type OwnSession = { id: SessionId; createdAt: Date }

/** The session behind the caller's own cookie; undefined for a token. */
export async function findOwnSession(
  deps: Deps,
  caller: Caller,
  cookie: string | undefined,
): Promise<OwnSession | undefined> {
  const read = readSecret(cookie ?? '')
  if (!read || read.workspace !== caller.workspace) return undefined
  const session = await inWorkspace(deps.db, caller.workspace, tx =>
    findSession(tx, caller.workspace, hashToken(read.secret), deps.clock.now()),
  )
  return session?.user === caller.user ? session : undefined
}

export async function signOut(deps: Deps, cookie: string | undefined): Promise<void> {
  const read = readSecret(cookie ?? '')
  if (!read) return
  const now = deps.clock.now()
  await inWorkspace(deps.db, read.workspace, async tx => {
    const session = await findSession(tx, read.workspace, hashToken(read.secret), now)
    if (!session) return
    await deleteSession(tx, read.workspace, session.user, session.id)
    await audit(tx, {
      workspace: read.workspace,
      user: session.user,
      at: now,
      action: 'session.closed',
      subjectKind: 'session',
      subject: session.id,
    })
  })
}

export async function listOwnSessions(
  deps: Deps,
  caller: Caller,
  current: OwnSession | undefined,
): Promise<(Session & { current: boolean })[]> {
  const sessions = await inWorkspace(deps.db, caller.workspace, tx =>
    listSessions(tx, caller.workspace, caller.user, deps.clock.now()),
  )
  return sessions.map(session => ({ ...session, current: session.id === current?.id }))
}

export async function revokeSession(
  deps: Deps,
  caller: Caller,
  session: SessionId,
): Promise<Result<void, AccountRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    if (!(await deleteSession(tx, caller.workspace, caller.user, session))) return refuse({ code: 'no-such-session' })
    await audit(tx, {
      caller,
      at: deps.clock.now(),
      action: 'session.revoked',
      subjectKind: 'session',
      subject: session,
    })
    return done(undefined)
  })
}

/** All but the one that asks. */
export async function revokeOtherSessions(
  deps: Deps,
  caller: Caller,
  current: OwnSession | undefined,
): Promise<{ ended: number }> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const ended = await deleteSessionsExcept(tx, caller.workspace, caller.user, current?.id)
    if (ended > 0) await audit(tx, { caller, at: deps.clock.now(), action: 'sessions.revoked', detail: { ended } })
    return { ended }
  })
}
