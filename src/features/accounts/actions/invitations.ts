import { checkPassword, checkPerson } from '#features/accounts/actions/checks.ts'
import { openSession, type SignedIn } from '#features/accounts/actions/open-session.ts'
import { audit } from '#features/accounts/audit.ts'
import type { AccountDeps, Client } from '#features/accounts/deps.ts'
import { cleanEmail, limits, rolesToGive } from '#features/accounts/model.ts'
import { readSecret, writeSecret } from '#features/accounts/one-time.ts'
import { hashPassword } from '#features/accounts/password.ts'
import type { AccountRefusal } from '#features/accounts/refusal.ts'
import {
  acceptInvitation,
  findOpenInvitation,
  type Invitation,
  insertInvitation,
  listOpenInvitations,
  revokeInvitation,
  revokeInvitationsTo,
} from '#features/accounts/store/invitations.ts'
import { findUserByEmail, insertUser } from '#features/accounts/store/users.ts'
import { getWorkspaceName } from '#features/accounts/store/workspaces.ts'
import { type InvitationId, newId, type UserId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller, Role } from '#kernel/roles.ts'
import { hashToken, newToken } from '#platform/secrets.ts'
import { inWorkspace } from '#storage/database.ts'

type Deps = Pick<AccountDeps, 'db' | 'clock' | 'publicUrl'>

/** `link` is the only copy of its code; the inviter hands it over on a way they trust. */
export async function invite(
  deps: Deps,
  caller: Caller,
  input: { email: string; role: Role },
): Promise<Result<{ id: InvitationId; link: string; expiresAt: Date }, AccountRefusal>> {
  const checked = checkPerson({ email: input.email })
  if (!checked.ok) return checked
  if (!rolesToGive(caller.role).includes(input.role)) return refuse({ code: 'team', problem: 'owners-only' })
  const { workspace } = caller
  const email = cleanEmail(input.email)
  const now = deps.clock.now()
  const expiresAt = new Date(now.getTime() + limits.invitationMs)
  return inWorkspace(deps.db, workspace, async tx => {
    if (await findUserByEmail(tx, workspace, email)) return refuse({ code: 'email-taken' })
    await revokeInvitationsTo(tx, workspace, email, now)
    const secret = newToken()
    const id: InvitationId = newId(now.getTime())
    await insertInvitation(tx, {
      workspace,
      id,
      email,
      role: input.role,
      hash: hashToken(secret),
      invitedBy: caller.user,
      createdAt: now,
      expiresAt,
    })
    await audit(tx, {
      caller,
      at: now,
      action: 'member.invited',
      subjectKind: 'invitation',
      subject: id,
      detail: { email, role: input.role },
    })
    const link = new URL('/invitation', deps.publicUrl)
    link.hash = writeSecret({ workspace, secret })
    return done({ id, link: link.href, expiresAt })
  })
}

export async function listInvitations(deps: Pick<Deps, 'db' | 'clock'>, caller: Caller): Promise<Invitation[]> {
  return inWorkspace(deps.db, caller.workspace, tx => listOpenInvitations(tx, caller.workspace, deps.clock.now()))
}

export async function takeBackInvitation(
  deps: Pick<Deps, 'db' | 'clock'>,
  caller: Caller,
  invitation: InvitationId,
): Promise<Result<void, AccountRefusal>> {
  const now = deps.clock.now()
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const email = await revokeInvitation(tx, caller.workspace, invitation, now)
    if (email === undefined) return refuse({ code: 'no-such-invitation' })
    await audit(tx, {
      caller,
      at: now,
      action: 'member.invitation-revoked',
      subjectKind: 'invitation',
      subject: invitation,
      detail: { email },
    })
    return done(undefined)
  })
}

/** What the invited person sees before they decide. */
export async function readInvitation(
  deps: Pick<Deps, 'db' | 'clock'>,
  code: string,
): Promise<Result<{ workspaceName: string; email: string; role: Role; invitedBy: string }, AccountRefusal>> {
  const read = readSecret(code)
  if (!read) return refuse({ code: 'link-over' })
  return inWorkspace(deps.db, read.workspace, async tx => {
    const found = await findOpenInvitation(tx, read.workspace, hashToken(read.secret), deps.clock.now())
    if (!found) return refuse({ code: 'link-over' })
    const workspaceName = await getWorkspaceName(tx, read.workspace)
    return done({ workspaceName, email: found.email, role: found.role, invitedBy: found.invitedBy })
  })
}

export async function joinTeam(
  deps: Pick<Deps, 'db' | 'clock'>,
  input: { code: string; name: string; password: string; locale?: string | undefined; timeZone?: string | undefined },
  client: Client,
): Promise<Result<SignedIn, AccountRefusal>> {
  const checked = checkPerson({ locale: input.locale, timeZone: input.timeZone })
  if (!checked.ok) return checked
  const invitation = await readInvitation(deps, input.code)
  if (!invitation.ok) return invitation
  const password = checkPassword(input.password, { email: invitation.value.email, name: input.name })
  if (!password.ok) return password
  const read = readSecret(input.code)
  if (!read) return refuse({ code: 'link-over' })
  const { workspace, secret } = read
  const passwordHash = await hashPassword(input.password)
  const now = deps.clock.now()
  return inWorkspace(deps.db, workspace, async tx => {
    const found = await findOpenInvitation(tx, workspace, hashToken(secret), now)
    if (!found) return refuse({ code: 'link-over' })
    if (await findUserByEmail(tx, workspace, found.email)) return refuse({ code: 'email-taken' })
    const user: UserId = newId(now.getTime())
    await insertUser(tx, {
      workspace,
      id: user,
      email: found.email,
      name: input.name.trim(),
      role: found.role,
      passwordHash,
      createdAt: now,
      ...(input.locale !== undefined && { locale: input.locale }),
      ...(input.timeZone !== undefined && { timeZone: input.timeZone }),
    })
    await acceptInvitation(tx, workspace, found.id, now)
    await audit(tx, {
      workspace,
      user,
      at: now,
      action: 'member.joined',
      subjectKind: 'user',
      subject: user,
      detail: { role: found.role },
    })
    return done(await openSession(tx, { workspace, user, client, now, how: 'invitation' }))
  })
}
