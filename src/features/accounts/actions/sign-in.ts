import { z } from 'zod'
import { forgetSignInAttempts, takeSignInAttempt } from '#features/accounts/actions/attempts.ts'
import { openSession, type SignedIn } from '#features/accounts/actions/open-session.ts'
import { takeSecondStepCode } from '#features/accounts/actions/second-step.ts'
import { audit } from '#features/accounts/audit.ts'
import type { AccountDeps, Client } from '#features/accounts/deps.ts'
import { limits } from '#features/accounts/model.ts'
import { hashPassword, isOutdated, verifyPassword } from '#features/accounts/password.ts'
import type { AccountRefusal } from '#features/accounts/refusal.ts'
import { deleteChallenge, insertChallenge, tryChallenge } from '#features/accounts/store/challenges.ts'
import { findUser, listUsersToSignIn, type User, updateUser } from '#features/accounts/store/users.ts'
import { type ChallengeId, newId, type WorkspaceId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { idOf } from '#kernel/schema.ts'
import { acrossWorkspaces, inWorkspace } from '#storage/database.ts'

type Deps = Pick<AccountDeps, 'db' | 'clock' | 'keyring'>

export type SignInStep =
  | ({ kind: 'signed-in' } & SignedIn)
  | { kind: 'second-step'; challenge: ChallengeId }
  | { kind: 'choose-workspace'; workspaces: { id: WorkspaceId; name: string }[] }

const mostWorkspaces = 5

export async function signIn(
  deps: Deps,
  input: { email: string; password: string; workspace?: WorkspaceId | undefined },
  client: Client,
): Promise<Result<SignInStep, AccountRefusal>> {
  const free = await takeSignInAttempt(deps, input.email, client.address)
  if (!free.ok) return free
  // An address is all that is known: the workspace follows from it.
  const known = await acrossWorkspaces(deps.db, tx => listUsersToSignIn(tx, input.email.trim(), mostWorkspaces))
  const asked = known.filter(user => input.workspace === undefined || user.workspace === input.workspace)
  const fitting = await fittingUsers(asked, input.password)
  const [user, another] = fitting
  if (!user) {
    await noteRefused(deps, asked, client)
    return refuse({ code: 'wrong-credentials' })
  }
  if (another)
    return done({
      kind: 'choose-workspace',
      workspaces: fitting.map(each => ({ id: each.workspace, name: each.workspaceName })),
    })

  const now = deps.clock.now()
  const rehashed = user.passwordHash && isOutdated(user.passwordHash) ? await hashPassword(input.password) : undefined
  return inWorkspace(deps.db, user.workspace, async tx => {
    if (rehashed) await updateUser(tx, user.workspace, user.id, { passwordHash: rehashed })
    if (user.totpConfirmedAt) {
      const challenge: ChallengeId = newId(now.getTime())
      await insertChallenge(tx, {
        id: challenge,
        kind: 'second-step',
        payload: { workspace: user.workspace, user: user.id },
        expiresAt: new Date(now.getTime() + limits.challengeMs),
      })
      return done({ kind: 'second-step', challenge })
    }
    await forgetSignInAttempts(tx, user.email, client.address)
    return done({
      kind: 'signed-in',
      ...(await openSession(tx, { workspace: user.workspace, user: user.id, client, now, how: 'password' })),
    })
  })
}

/** At least one hash is computed, whoever asks. */
async function fittingUsers<T extends User>(users: readonly T[], password: string): Promise<T[]> {
  if (users.length === 0) await verifyPassword(undefined, password)
  const fitting: T[] = []
  for (const user of users) if (await verifyPassword(user.passwordHash, password)) fitting.push(user)
  return fitting
}

async function noteRefused(deps: Deps, users: readonly User[], client: Client): Promise<void> {
  const at = deps.clock.now()
  for (const { workspace, id } of users)
    await inWorkspace(deps.db, workspace, tx =>
      audit(tx, {
        workspace,
        user: null,
        at,
        action: 'session.refused',
        subjectKind: 'user',
        subject: id,
        detail: { device: client.device },
      }),
    )
}

const secondStepPayload = z.object({ workspace: idOf<'Workspace'>(), user: idOf<'User'>() })

/** The code of the app, or a recovery code. Five tries per challenge, and each counts as a try to sign in. */
export async function answerSecondStep(
  deps: Deps,
  input: { challenge: ChallengeId; code: string },
  client: Client,
): Promise<Result<SignedIn, AccountRefusal>> {
  const now = deps.clock.now()
  // The challenge tells the workspace.
  const found = await acrossWorkspaces(deps.db, tx =>
    tryChallenge(tx, 'second-step', input.challenge, now, limits.challengeAttempts),
  )
  if (found === undefined) return refuse({ code: 'challenge-over' })
  const { workspace, user: id } = secondStepPayload.parse(found)
  const user = await inWorkspace(deps.db, workspace, tx => findUser(tx, workspace, id))
  if (!user || user.disabledAt) return refuse({ code: 'challenge-over' })
  const free = await takeSignInAttempt(deps, user.email, client.address)
  if (!free.ok) return free
  return inWorkspace(deps.db, workspace, async tx => {
    const how = await takeSecondStepCode(tx, deps, user, input.code)
    if (!how) {
      await audit(tx, {
        workspace,
        user: null,
        at: now,
        action: 'session.refused',
        subjectKind: 'user',
        subject: id,
        detail: { device: client.device, step: 2 },
      })
      return refuse({ code: 'wrong-code' })
    }
    await deleteChallenge(tx, input.challenge)
    await forgetSignInAttempts(tx, user.email, client.address)
    return done(await openSession(tx, { workspace, user: user.id, client, now, how }))
  })
}
