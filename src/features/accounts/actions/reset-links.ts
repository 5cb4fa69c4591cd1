import { z } from 'zod'
import { checkPassword } from '#features/accounts/actions/checks.ts'
import { audit } from '#features/accounts/audit.ts'
import type { AccountDeps } from '#features/accounts/deps.ts'
import { limits } from '#features/accounts/model.ts'
import { hashPassword } from '#features/accounts/password.ts'
import type { AccountRefusal } from '#features/accounts/refusal.ts'
import { insertChallenge, takeChallenge, tryChallenge } from '#features/accounts/store/challenges.ts'
import { deleteSessionsExcept } from '#features/accounts/store/sessions.ts'
import { findUser, updateUser } from '#features/accounts/store/users.ts'
import { newId, type UserId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { idOf } from '#kernel/schema.ts'
import { hashToken, newToken } from '#platform/secrets.ts'
import { acrossWorkspaces, inWorkspace } from '#storage/database.ts'

type Deps = Pick<AccountDeps, 'db' | 'clock' | 'publicUrl'>

const payload = z.object({ workspace: idOf<'Workspace'>(), user: idOf<'User'>(), hash: z.string() })

const readCode = (code: string) => {
  const [id = '', secret = ''] = code.split('.')
  const challenge = idOf<'Challenge'>().safeParse(id)
  return challenge.success ? { challenge: challenge.data, hash: hashToken(secret).toString('hex') } : undefined
}

/** A link with which a member who forgot their password sets another, once, within a day. The second step stays on. */
export async function createResetLink(
  deps: Deps,
  caller: Caller,
  id: UserId,
): Promise<Result<{ link: string; expiresAt: Date }, AccountRefusal>> {
  const now = deps.clock.now()
  const expiresAt = new Date(now.getTime() + limits.resetLinkMs)
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const target = await findUser(tx, caller.workspace, id)
    if (!target || target.disabledAt || target.sample) return refuse({ code: 'no-such-member' })
    if (target.role === 'owner' && caller.role !== 'owner') return refuse({ code: 'team', problem: 'owners-only' })
    const secret = newToken()
    const challenge = newId<'Challenge'>(now.getTime())
    await insertChallenge(tx, {
      id: challenge,
      kind: 'password-reset',
      payload: { workspace: caller.workspace, user: id, hash: hashToken(secret).toString('hex') },
      expiresAt,
    })
    await audit(tx, { caller, at: now, action: 'member.reset-link-made', subjectKind: 'user', subject: id })
    const link = new URL('/new-password', deps.publicUrl)
    link.hash = `${challenge}.${secret}`
    return done({ link: link.href, expiresAt })
  })
}

export async function setPasswordByLink(
  deps: Pick<Deps, 'db' | 'clock'>,
  input: { code: string; password: string },
): Promise<Result<void, AccountRefusal>> {
  const now = deps.clock.now()
  const read = readCode(input.code)
  if (!read) return refuse({ code: 'link-over' })
  // The link tells the workspace.
  const found = payload.safeParse(
    await acrossWorkspaces(deps.db, tx => tryChallenge(tx, 'password-reset', read.challenge, now, 20)),
  )
  if (!found.success || found.data.hash !== read.hash) return refuse({ code: 'link-over' })
  const { workspace, user: id } = found.data
  const user = await inWorkspace(deps.db, workspace, tx => findUser(tx, workspace, id))
  if (!user || user.disabledAt) return refuse({ code: 'link-over' })
  const checked = checkPassword(input.password, user)
  if (!checked.ok) return checked
  const passwordHash = await hashPassword(input.password)
  return inWorkspace(deps.db, workspace, async tx => {
    if ((await takeChallenge(tx, 'password-reset', read.challenge, now)) === undefined)
      return refuse({ code: 'link-over' })
    await updateUser(tx, workspace, id, { passwordHash })
    await deleteSessionsExcept(tx, workspace, id, undefined)
    await audit(tx, { workspace, user: id, at: now, action: 'password.changed', detail: { how: 'reset link' } })
    return done(undefined)
  })
}
