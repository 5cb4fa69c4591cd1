import { audit } from '#features/accounts/index.ts'
import { newId, type TeamId, type UserId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import type { TeamDeps } from '../deps.ts'
import { teamLimits } from '../model.ts'
import {
  countTeams,
  countUsers,
  findTeamForUpdate,
  isNameTaken,
  listTeams,
  replaceMembers,
  type Team,
  upsertTeam,
} from '../store/teams.ts'

type Deps = Pick<TeamDeps, 'db' | 'clock'>

export type TeamRefusal = { code: 'no-such-team' | 'name-taken' | 'no-such-member' | 'too-many-teams' }

export function readTeams(deps: Pick<TeamDeps, 'db'>, caller: Caller): Promise<Team[]> {
  return inWorkspace(deps.db, caller.workspace, tx => listTeams(tx, caller.workspace))
}

async function isKnown(tx: Transaction, caller: Caller, members: readonly UserId[]): Promise<boolean> {
  return (await countUsers(tx, caller.workspace, members)) === members.length
}

export function addTeam(
  deps: Deps,
  caller: Caller,
  given: { name: string; members: readonly UserId[] },
): Promise<Result<TeamId, TeamRefusal>> {
  const { workspace } = caller
  return inWorkspace(deps.db, workspace, async (tx): Promise<Result<TeamId, TeamRefusal>> => {
    const at = deps.clock.now()
    const [name, members] = [given.name.trim(), [...new Set(given.members)]]
    if ((await countTeams(tx, workspace)) >= teamLimits.perWorkspace) return refuse({ code: 'too-many-teams' })
    if (await isNameTaken(tx, workspace, name, null)) return refuse({ code: 'name-taken' })
    if (!(await isKnown(tx, caller, members))) return refuse({ code: 'no-such-member' })
    const id = newId<'Team'>(at.getTime())
    await upsertTeam(tx, workspace, { id, name, removedAt: null }, at)
    await replaceMembers(tx, workspace, id, members)
    await note(tx, caller, 'team.made', id, at)
    return done(id)
  })
}

export function changeTeam(
  deps: Deps,
  caller: Caller,
  id: TeamId,
  change: { name?: string; members?: readonly UserId[]; removed?: boolean },
): Promise<Result<void, TeamRefusal>> {
  const { workspace } = caller
  return inWorkspace(deps.db, workspace, async (tx): Promise<Result<void, TeamRefusal>> => {
    const at = deps.clock.now()
    const before = await findTeamForUpdate(tx, workspace, id)
    if (!before) return refuse({ code: 'no-such-team' })
    const name = change.name?.trim() ?? before.name
    const removed = change.removed ?? before.removedAt !== null
    if (!removed && (await isNameTaken(tx, workspace, name, id))) return refuse({ code: 'name-taken' })
    const members = change.members && [...new Set(change.members)]
    if (members && !(await isKnown(tx, caller, members))) return refuse({ code: 'no-such-member' })
    await upsertTeam(tx, workspace, { id, name, removedAt: removed ? (before.removedAt ?? at) : null }, at)
    if (members) await replaceMembers(tx, workspace, id, members)
    await note(tx, caller, removed && !before.removedAt ? 'team.removed' : 'team.changed', id, at)
    return done(undefined)
  })
}

async function note(tx: Transaction, caller: Caller, action: string, team: TeamId, at: Date): Promise<void> {
  await audit(tx, { caller, at, action, subjectKind: 'team', subject: team })
  tellBrowsers(tx, caller.workspace, { kind: 'teams.changed', payload: {} })
}
