import { sql } from 'kysely'
import type { UserId, WorkspaceId } from '#kernel/ids.ts'
import { type Role, roles } from '#kernel/roles.ts'
import type { Transaction } from '#storage/database.ts'
import type { JsonValue } from '#storage/tables.ts'

export type User = {
  workspace: WorkspaceId
  id: UserId
  email: string
  name: string
  role: Role
  passwordHash: string | null
  about: string
  recruitsFor: string
  locale: string
  timeZone: string
  preferences: JsonValue
  totpSealed: string | null
  totpConfirmedAt: Date | null
  totpStep: number | null
  createdAt: Date
  disabledAt: Date | null
  /** Acts for a token of the team: nobody signs in as it, and no list of people names it. */
  machine: boolean
  /** Came with the sample data: is named like anybody, and signs in nowhere. */
  sample: boolean
}

const columns = [
  'workspace_id as workspace',
  'user_id as id',
  'email',
  'name',
  'role',
  'password_hash as passwordHash',
  'about',
  'recruits_for as recruitsFor',
  'locale',
  'time_zone as timeZone',
  'preferences',
  'totp_sealed as totpSealed',
  'totp_confirmed_at as totpConfirmedAt',
  'totp_step as totpStep',
  'created_at as createdAt',
  'disabled_at as disabledAt',
  'machine',
  'sample',
] as const

export function parseRole(text: string): Role {
  const role = roles.find(known => known === text)
  if (!role) throw new Error(`unknown role ${text}`)
  return role
}

const toUser = <Row extends { role: string }>(row: Row) => ({ ...row, role: parseRole(row.role) })

export async function insertUser(
  tx: Transaction,
  user: Pick<User, 'workspace' | 'id' | 'email' | 'name' | 'role' | 'passwordHash' | 'createdAt'> &
    Partial<Pick<User, 'recruitsFor' | 'locale' | 'timeZone'>>,
): Promise<void> {
  await tx
    .insertInto('users')
    .values({
      workspace_id: user.workspace,
      user_id: user.id,
      email: user.email,
      name: user.name,
      role: user.role,
      password_hash: user.passwordHash,
      created_at: user.createdAt,
      ...(user.recruitsFor !== undefined && { recruits_for: user.recruitsFor }),
      ...(user.locale !== undefined && { locale: user.locale }),
      ...(user.timeZone !== undefined && { time_zone: user.timeZone }),
    })
    .execute()
}

export async function findUser(tx: Transaction, workspace: WorkspaceId, user: UserId): Promise<User | undefined> {
  const row = await tx
    .selectFrom('users')
    .select(columns)
    .where('workspace_id', '=', workspace)
    .where('user_id', '=', user)
    .executeTakeFirst()
  return row && toUser(row)
}

/** Under the name of the token that it acts for. */
export async function insertMachine(
  tx: Transaction,
  machine: { workspace: WorkspaceId; id: UserId; name: string; role: Role; at: Date },
): Promise<void> {
  await tx
    .insertInto('users')
    .values({
      workspace_id: machine.workspace,
      user_id: machine.id,
      email: `${machine.id}@machine.invalid`,
      name: machine.name,
      role: machine.role,
      created_at: machine.at,
      disabled_at: machine.at,
      machine: true,
    })
    .execute()
}

/** Colleagues that the sample brings. */
export async function insertSampleUsers(
  tx: Transaction,
  workspace: WorkspaceId,
  users: readonly Pick<User, 'id' | 'email' | 'name' | 'recruitsFor' | 'createdAt'>[],
): Promise<void> {
  await tx
    .insertInto('users')
    .values(
      users.map(user => ({
        workspace_id: workspace,
        user_id: user.id,
        email: user.email,
        name: user.name,
        role: 'recruiter',
        recruits_for: user.recruitsFor,
        created_at: user.createdAt,
        sample: true,
      })),
    )
    .execute()
}

export async function listSampleUsers(tx: Transaction, workspace: WorkspaceId): Promise<UserId[]> {
  const rows = await tx
    .selectFrom('users')
    .select('user_id')
    .where('workspace_id', '=', workspace)
    .where('sample', '=', true)
    .orderBy('user_id')
    .execute()
  return rows.map(row => row.user_id)
}

/** With all that is theirs alone; what is the team's has to be somebody else's by then. */
export async function deleteSampleUsers(tx: Transaction, workspace: WorkspaceId): Promise<void> {
  await tx.deleteFrom('users').where('workspace_id', '=', workspace).where('sample', '=', true).execute()
}

/** Disabled ones included: their address stays taken. */
export async function findUserByEmail(
  tx: Transaction,
  workspace: WorkspaceId,
  email: string,
): Promise<User | undefined> {
  const row = await tx
    .selectFrom('users')
    .select(columns)
    .where('workspace_id', '=', workspace)
    .where(sql`lower(email)`, '=', sql`lower(${email})`)
    .executeTakeFirst()
  return row && toUser(row)
}

/** Everyone, in any workspace, who may sign in with this address; oldest first. For sign-in only: nobody is named yet. */
export async function listUsersToSignIn(
  tx: Transaction,
  email: string,
  most: number,
): Promise<(User & { workspaceName: string })[]> {
  const rows = await tx
    .selectFrom('users')
    .innerJoin('workspaces', 'workspaces.workspace_id', 'users.workspace_id')
    .select(columns.map(column => `users.${column}` as const))
    .select('workspaces.name as workspaceName')
    .where(sql`lower(users.email)`, '=', sql`lower(${email})`)
    .where('users.disabled_at', 'is', null)
    .where('users.sample', '=', false)
    .orderBy('users.created_at')
    .limit(most)
    .execute()
  return rows.map(toUser)
}

export async function updateUser(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  change: Partial<
    Pick<
      User,
      | 'name'
      | 'about'
      | 'recruitsFor'
      | 'locale'
      | 'timeZone'
      | 'role'
      | 'passwordHash'
      | 'totpSealed'
      | 'totpConfirmedAt'
      | 'totpStep'
      | 'disabledAt'
    >
  > & { preferences?: Readonly<Record<string, unknown>> },
): Promise<void> {
  const set = {
    ...(change.name !== undefined && { name: change.name }),
    ...(change.about !== undefined && { about: change.about }),
    ...(change.recruitsFor !== undefined && { recruits_for: change.recruitsFor }),
    ...(change.locale !== undefined && { locale: change.locale }),
    ...(change.timeZone !== undefined && { time_zone: change.timeZone }),
    ...(change.role !== undefined && { role: change.role }),
    ...(change.passwordHash !== undefined && { password_hash: change.passwordHash }),
    ...(change.totpSealed !== undefined && { totp_sealed: change.totpSealed }),
    ...(change.totpConfirmedAt !== undefined && { totp_confirmed_at: change.totpConfirmedAt }),
    ...(change.totpStep !== undefined && { totp_step: change.totpStep }),
    ...(change.disabledAt !== undefined && { disabled_at: change.disabledAt }),
    ...(change.preferences !== undefined && { preferences: JSON.stringify(change.preferences) }),
  }
  if (Object.keys(set).length === 0) return
  await tx.updateTable('users').set(set).where('workspace_id', '=', workspace).where('user_id', '=', user).execute()
}

/** Spends a TOTP step. False when this or a later one was spent before: two requests with one code can't both pass. */
export async function takeTotpStep(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  step: number,
): Promise<boolean> {
  const result = await tx
    .updateTable('users')
    .set({ totp_step: step })
    .where('workspace_id', '=', workspace)
    .where('user_id', '=', user)
    .where(eb => eb.or([eb('totp_step', 'is', null), eb('totp_step', '<', step)]))
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export type Member = Pick<
  User,
  'id' | 'email' | 'name' | 'role' | 'recruitsFor' | 'createdAt' | 'disabledAt' | 'sample'
> & {
  hasSecondStep: boolean
  lastSeenAt: Date | null
}

export async function listMembers(tx: Transaction, workspace: WorkspaceId): Promise<Member[]> {
  const rows = await tx
    .selectFrom('users as u')
    .select([
      'u.user_id as id',
      'u.email',
      'u.name',
      'u.role',
      'u.recruits_for as recruitsFor',
      'u.created_at as createdAt',
      'u.disabled_at as disabledAt',
      'u.sample',
    ])
    .select(eb => [
      eb
        .or([
          eb('u.totp_confirmed_at', 'is not', null),
          eb.exists(
            eb
              .selectFrom('passkeys as p')
              .select('p.passkey_id')
              .whereRef('p.workspace_id', '=', 'u.workspace_id')
              .whereRef('p.user_id', '=', 'u.user_id'),
          ),
        ])
        .$castTo<boolean>()
        .as('hasSecondStep'),
      eb
        .selectFrom('sessions as s')
        .select(s => s.fn.max('s.last_seen_at').as('at'))
        .whereRef('s.workspace_id', '=', 'u.workspace_id')
        .whereRef('s.user_id', '=', 'u.user_id')
        .$castTo<Date | null>()
        .as('lastSeenAt'),
    ])
    .where('u.workspace_id', '=', workspace)
    .where('u.machine', '=', false)
    .orderBy('u.name')
    .execute()
  return rows.map(toUser)
}

/** Locks every owner of the workspace who can sign in, so that two changes at once can't leave none. */
export async function listOwnersForUpdate(tx: Transaction, workspace: WorkspaceId): Promise<UserId[]> {
  const rows = await tx
    .selectFrom('users')
    .select('user_id')
    .where('workspace_id', '=', workspace)
    .where('role', '=', 'owner')
    .where('disabled_at', 'is', null)
    .orderBy('user_id')
    .forUpdate()
    .execute()
  return rows.map(row => row.user_id)
}

/** In every workspace: a rotation of the key file touches them all. */
export async function listSealedSecrets(
  tx: Transaction,
): Promise<{ workspace: WorkspaceId; user: UserId; sealed: string }[]> {
  const rows = await tx
    .selectFrom('users')
    .select(['workspace_id as workspace', 'user_id as user', 'totp_sealed as sealed'])
    .where('totp_sealed', 'is not', null)
    .execute()
  return rows.flatMap(({ workspace, user, sealed }) => (sealed === null ? [] : [{ workspace, user, sealed }]))
}

/** False when it was changed in the meantime. */
export async function replaceSealedSecret(
  tx: Transaction,
  row: { workspace: WorkspaceId; user: UserId; from: string; to: string },
): Promise<boolean> {
  const result = await tx
    .updateTable('users')
    .set({ totp_sealed: row.to })
    .where('workspace_id', '=', row.workspace)
    .where('user_id', '=', row.user)
    .where('totp_sealed', '=', row.from)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
