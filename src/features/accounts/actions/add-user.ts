import { checkPassword, checkPerson } from '#features/accounts/actions/checks.ts'
import { insertWorkspaceWithOwner } from '#features/accounts/actions/set-up.ts'
import { audit } from '#features/accounts/audit.ts'
import type { AccountDeps } from '#features/accounts/deps.ts'
import { cleanEmail } from '#features/accounts/model.ts'
import { hashPassword } from '#features/accounts/password.ts'
import type { AccountRefusal, AddUserRefusal } from '#features/accounts/refusal.ts'
import { findUserByEmail, insertUser, listUsersToSignIn } from '#features/accounts/store/users.ts'
import { listWorkspaces } from '#features/accounts/store/workspaces.ts'
import { newId, type UserId, type WorkspaceId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Role } from '#kernel/roles.ts'
import { acrossWorkspaces, type Transaction } from '#storage/database.ts'

type Deps = Pick<AccountDeps, 'db' | 'clock'>

type Refusal = AccountRefusal | AddUserRefusal

export type AddedUser = {
  workspace: WorkspaceId
  workspaceName: string
  user: UserId
  role: Role
  createdWorkspace: boolean
}

const mostWorkspaces = 200

type Place = { id: WorkspaceId; name: string } | 'first'

async function findPlace(tx: Transaction, named: string | undefined): Promise<Result<Place, Refusal>> {
  const all = await listWorkspaces(tx, mostWorkspaces)
  const [first, second] = all
  if (!first) return done<Place>('first')
  const names = all.map(each => each.name)
  const fitting = named === undefined ? all : all.filter(each => each.id === named || each.name === named)
  const [found, another] = fitting
  if (!found) return refuse({ code: 'no-such-workspace', names })
  return another || (named === undefined && second) ? refuse({ code: 'which-workspace', names }) : done<Place>(found)
}

/** The workspace of that name or id, or the only one; undefined while there is none. For whoever runs the server. */
export async function findWorkspace(
  deps: Pick<Deps, 'db'>,
  named: string | undefined,
): Promise<Result<{ id: WorkspaceId; name: string } | undefined, Refusal>> {
  // Which workspace is the question.
  const place = await acrossWorkspaces(deps.db, tx => findPlace(tx, named))
  return place.ok ? done(place.value === 'first' ? undefined : place.value) : place
}

/**
 * From the command line, by whoever runs the server: nobody is asked. Makes the first workspace when there is none. Without a
 * password they can sign in by single sign-on or a reset link, and have tokens.
 */
export async function addUser(
  deps: Deps,
  input: {
    name: string
    email: string
    role?: Role | undefined
    password?: string | undefined
    workspaceName?: string | undefined
  },
): Promise<Result<AddedUser, Refusal>> {
  const checked = checkPerson(input)
  if (!checked.ok) return checked
  if (input.password !== undefined) {
    const password = checkPassword(input.password, input)
    if (!password.ok) return password
  }
  const passwordHash = input.password === undefined ? null : await hashPassword(input.password)
  const now = deps.clock.now()
  const email = cleanEmail(input.email)
  // Which workspace is the question.
  return acrossWorkspaces(deps.db, async tx => {
    const place = await findPlace(tx, input.workspaceName)
    if (!place.ok) return place
    if (place.value === 'first') {
      const { role = 'owner' } = input
      if (role !== 'owner') return refuse({ code: 'first-is-owner' })
      const workspaceName = input.workspaceName ?? `${input.name.trim()}’s team`
      const made = await insertWorkspaceWithOwner(tx, { name: input.name, email, workspaceName, passwordHash, now })
      return done({ ...made, workspaceName, role, createdWorkspace: true })
    }
    const { id: workspace, name: workspaceName } = place.value
    const { role = 'recruiter' } = input
    if (await findUserByEmail(tx, workspace, email)) return refuse({ code: 'email-taken' })
    const user: UserId = newId(now.getTime())
    await insertUser(tx, { workspace, id: user, email, name: input.name.trim(), role, passwordHash, createdAt: now })
    await audit(tx, {
      workspace,
      user: null,
      at: now,
      action: 'member.added',
      subjectKind: 'user',
      subject: user,
      detail: { role, by: 'command line' },
    })
    return done({ workspace, workspaceName, user, role, createdWorkspace: false })
  })
}

/** Everyone who may sign in with this address, by workspace; for the command line. */
export async function findUsersByEmail(
  deps: Pick<Deps, 'db'>,
  email: string,
): Promise<{ workspace: WorkspaceId; workspaceName: string; user: UserId }[]> {
  // Which workspace is the question.
  const users = await acrossWorkspaces(deps.db, tx => listUsersToSignIn(tx, cleanEmail(email), mostWorkspaces))
  return users.map(({ workspace, workspaceName, id }) => ({ workspace, workspaceName, user: id }))
}
