import { asThemself, getCallingUser, type Proof } from '#features/accounts/actions/as-themself.ts'
import { checkPassword, checkPerson } from '#features/accounts/actions/checks.ts'
import type { OwnSession } from '#features/accounts/actions/sessions.ts'
import { audit } from '#features/accounts/audit.ts'
import type { AccountDeps } from '#features/accounts/deps.ts'
import { abilitiesOf, limits } from '#features/accounts/model.ts'
import { hashPassword } from '#features/accounts/password.ts'
import type { AccountRefusal } from '#features/accounts/refusal.ts'
import { listPasskeys } from '#features/accounts/store/passkeys.ts'
import { countRecoveryCodes } from '#features/accounts/store/recovery-codes.ts'
import { deleteSessionsExcept } from '#features/accounts/store/sessions.ts'
import { updateUser } from '#features/accounts/store/users.ts'
import { getWorkspaceName, updateWorkspaceName } from '#features/accounts/store/workspaces.ts'
import type { Me, ProfileChange } from '#features/accounts/wire.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { findLiveSeq } from '#platform/live.ts'
import { inWorkspace } from '#storage/database.ts'

type Deps = Pick<AccountDeps, 'db' | 'clock'>

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}

export async function getMe(deps: Deps, caller: Caller): Promise<Me> {
  const { workspace } = caller
  return inWorkspace(deps.db, workspace, async tx => {
    const user = await getCallingUser(tx, caller)
    return {
      user: {
        id: user.id,
        name: user.name,
        email: user.email,
        role: user.role,
        about: user.about,
        recruitsFor: user.recruitsFor,
        locale: user.locale,
        timeZone: user.timeZone,
        preferences: asRecord(user.preferences),
      },
      workspace: { id: workspace, name: await getWorkspaceName(tx, workspace) },
      may: abilitiesOf(caller.role),
      security: {
        hasPassword: user.passwordHash !== null,
        secondStep: user.totpConfirmedAt !== null,
        passkeys: (await listPasskeys(tx, workspace, caller.user)).length,
        recoveryCodesLeft: await countRecoveryCodes(tx, workspace, caller.user),
      },
      live: await findLiveSeq(tx, workspace),
    }
  })
}

export async function changeProfile(
  deps: Deps,
  caller: Caller,
  change: ProfileChange,
): Promise<Result<Me, AccountRefusal>> {
  const checked = checkPerson({ locale: change.locale, timeZone: change.timeZone })
  if (!checked.ok) return checked
  const { preferences } = change
  if (preferences && Buffer.byteLength(JSON.stringify(preferences)) > limits.preferencesMaxBytes)
    return refuse({ code: 'preferences-too-large' })
  await inWorkspace(deps.db, caller.workspace, tx =>
    updateUser(tx, caller.workspace, caller.user, {
      ...(change.name !== undefined && { name: change.name.trim() }),
      ...(change.about !== undefined && { about: change.about.trim() }),
      ...(change.recruitsFor !== undefined && { recruitsFor: change.recruitsFor.trim() }),
      ...(change.locale !== undefined && { locale: change.locale }),
      ...(change.timeZone !== undefined && { timeZone: change.timeZone }),
      ...(preferences !== undefined && { preferences }),
    }),
  )
  return done(await getMe(deps, caller))
}

export async function renameWorkspace(deps: Deps, caller: Caller, name: string): Promise<void> {
  await inWorkspace(deps.db, caller.workspace, async tx => {
    await updateWorkspaceName(tx, caller.workspace, name.trim())
    await audit(tx, {
      caller,
      at: deps.clock.now(),
      action: 'workspace.renamed',
      subjectKind: 'workspace',
      subject: caller.workspace,
      detail: { name: name.trim() },
    })
  })
}

/** Ends every other session: whoever knew the former password is out. */
export async function changePassword(
  deps: Deps,
  caller: Caller,
  password: string,
  proof: Proof & { session: OwnSession },
): Promise<Result<void, AccountRefusal>> {
  const user = await inWorkspace(deps.db, caller.workspace, tx => getCallingUser(tx, caller))
  const checked = checkPassword(password, user)
  if (!checked.ok) return checked
  const passwordHash = await hashPassword(password)
  return asThemself(deps, caller, proof, async tx => {
    await updateUser(tx, caller.workspace, caller.user, { passwordHash })
    const ended = await deleteSessionsExcept(tx, caller.workspace, caller.user, proof.session.id)
    await audit(tx, { caller, at: deps.clock.now(), action: 'password.changed', detail: { sessionsEnded: ended } })
    return done(undefined)
  })
}
