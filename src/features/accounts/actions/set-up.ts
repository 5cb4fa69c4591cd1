import { checkPassword, checkPerson } from '#features/accounts/actions/checks.ts'
import { openSession, type SignedIn } from '#features/accounts/actions/open-session.ts'
import { audit } from '#features/accounts/audit.ts'
import type { AccountDeps, Client } from '#features/accounts/deps.ts'
import { cleanEmail, limits } from '#features/accounts/model.ts'
import { hashPassword } from '#features/accounts/password.ts'
import type { AccountRefusal } from '#features/accounts/refusal.ts'
import { insertSetupCode, isSetupCodeOpen, takeSetupCode } from '#features/accounts/store/setup-codes.ts'
import { insertUser } from '#features/accounts/store/users.ts'
import { insertWorkspace, listWorkspaces } from '#features/accounts/store/workspaces.ts'
import { newId, type UserId, type WorkspaceId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { hashToken, newToken } from '#platform/secrets.ts'
import { acrossWorkspaces, type Transaction } from '#storage/database.ts'

type Deps = Pick<AccountDeps, 'db' | 'clock'>

const madeAfter = (now: Date) => new Date(now.getTime() - limits.setupCodeMs)

/** A code that creates one workspace and its owner, once. Its link is `<public url>/set-up#<code>`: a fragment stays out of every log. */
export async function createSetupCode(deps: Deps): Promise<string> {
  const code = newToken()
  const createdAt = deps.clock.now()
  // Of the installation: there is no workspace yet.
  await acrossWorkspaces(deps.db, tx => insertSetupCode(tx, { hash: hashToken(code), createdAt }))
  return code
}

export function hasWorkspace(deps: Pick<Deps, 'db'>): Promise<boolean> {
  // The question is about all of them.
  return acrossWorkspaces(deps.db, async tx => (await listWorkspaces(tx, 1)).length > 0)
}

export async function judgeSetupCode(deps: Deps, code: string): Promise<boolean> {
  // Of the installation: there is no workspace yet.
  return acrossWorkspaces(deps.db, tx => isSetupCodeOpen(tx, hashToken(code), madeAfter(deps.clock.now())))
}

export type SetUp = {
  code: string
  name: string
  email: string
  password: string
  workspaceName: string
  recruitsFor?: string | undefined
  locale?: string | undefined
  timeZone?: string | undefined
}

export async function setUp(deps: Deps, input: SetUp, client: Client): Promise<Result<SignedIn, AccountRefusal>> {
  const person = checkPerson(input)
  if (!person.ok) return person
  const password = checkPassword(input.password, input)
  if (!password.ok) return password
  if (!(await judgeSetupCode(deps, input.code))) return refuse({ code: 'setup-link-used' })
  const passwordHash = await hashPassword(input.password)
  const now = deps.clock.now()
  // The workspace is made here, so its wall can't stand yet.
  return acrossWorkspaces(deps.db, async tx => {
    if (!(await takeSetupCode(tx, hashToken(input.code), now, madeAfter(now))))
      return refuse({ code: 'setup-link-used' })
    const made = await insertWorkspaceWithOwner(tx, { ...input, passwordHash, now })
    return done(await openSession(tx, { ...made, client, now, how: 'set-up' }))
  })
}

export async function insertWorkspaceWithOwner(
  tx: Transaction,
  owner: Omit<SetUp, 'code' | 'password'> & { passwordHash: string | null; now: Date },
): Promise<{ workspace: WorkspaceId; user: UserId }> {
  const { now } = owner
  const workspace: WorkspaceId = newId(now.getTime())
  const user: UserId = newId(now.getTime())
  await insertWorkspace(tx, { id: workspace, name: owner.workspaceName.trim(), createdAt: now })
  await insertUser(tx, {
    workspace,
    id: user,
    email: cleanEmail(owner.email),
    name: owner.name.trim(),
    role: 'owner',
    passwordHash: owner.passwordHash,
    createdAt: now,
    ...(owner.recruitsFor !== undefined && { recruitsFor: owner.recruitsFor.trim() }),
    ...(owner.locale !== undefined && { locale: owner.locale }),
    ...(owner.timeZone !== undefined && { timeZone: owner.timeZone }),
  })
  await audit(tx, {
    workspace,
    user,
    at: now,
    action: 'workspace.created',
    subjectKind: 'workspace',
    subject: workspace,
  })
  return { workspace, user }
}
