import { audit } from '#features/accounts/audit.ts'
import type { AccountDeps } from '#features/accounts/deps.ts'
import { judgeTeamChange } from '#features/accounts/model.ts'
import type { AccountRefusal } from '#features/accounts/refusal.ts'
import { deleteSessionsExcept } from '#features/accounts/store/sessions.ts'
import { deleteTokensOf } from '#features/accounts/store/tokens.ts'
import {
  findUser,
  listMembers,
  listOwnersForUpdate,
  type Member,
  type User,
  updateUser,
} from '#features/accounts/store/users.ts'
import type { UserId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller, Role } from '#kernel/roles.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'

type Deps = Pick<AccountDeps, 'db' | 'clock'>

export async function listTeam(deps: Pick<Deps, 'db'>, caller: Caller): Promise<Member[]> {
  return inWorkspace(deps.db, caller.workspace, tx => listMembers(tx, caller.workspace))
}

async function checkChange(
  tx: Transaction,
  caller: Caller,
  id: UserId,
  to: Role | 'disabled',
): Promise<Result<User, AccountRefusal>> {
  const owners = await listOwnersForUpdate(tx, caller.workspace)
  const target = await findUser(tx, caller.workspace, id)
  if (!target || target.machine || target.sample) return refuse({ code: 'no-such-member' })
  const problem = judgeTeamChange({
    by: caller.role,
    self: id === caller.user,
    target: target.role,
    to,
    otherOwners: owners.filter(owner => owner !== id).length,
  })
  return problem ? refuse({ code: 'team', problem }) : done(target)
}

export async function changeRole(
  deps: Deps,
  caller: Caller,
  id: UserId,
  role: Role,
): Promise<Result<void, AccountRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const target = await checkChange(tx, caller, id, role)
    if (!target.ok) return target
    if (target.value.role === role) return done(undefined)
    await updateUser(tx, caller.workspace, id, { role })
    await audit(tx, {
      caller,
      at: deps.clock.now(),
      action: 'member.role-changed',
      subjectKind: 'user',
      subject: id,
      detail: { from: target.value.role, to: role },
    })
    return done(undefined)
  })
}

/** Ends their sessions and tokens at once; what they did stays under their name. */
export async function disableMember(deps: Deps, caller: Caller, id: UserId): Promise<Result<void, AccountRefusal>> {
  const now = deps.clock.now()
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const target = await checkChange(tx, caller, id, 'disabled')
    if (!target.ok) return target
    if (target.value.disabledAt) return done(undefined)
    await updateUser(tx, caller.workspace, id, { disabledAt: now })
    await deleteSessionsExcept(tx, caller.workspace, id, undefined)
    await deleteTokensOf(tx, caller.workspace, id)
    await audit(tx, { caller, at: now, action: 'member.disabled', subjectKind: 'user', subject: id })
    return done(undefined)
  })
}

export async function enableMember(deps: Deps, caller: Caller, id: UserId): Promise<Result<void, AccountRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const target = await findUser(tx, caller.workspace, id)
    if (!target || target.machine || target.sample) return refuse({ code: 'no-such-member' })
    if (target.role === 'owner' && caller.role !== 'owner') return refuse({ code: 'team', problem: 'owners-only' })
    if (!target.disabledAt) return done(undefined)
    await updateUser(tx, caller.workspace, id, { disabledAt: null })
    await audit(tx, { caller, at: deps.clock.now(), action: 'member.enabled', subjectKind: 'user', subject: id })
    return done(undefined)
  })
}
