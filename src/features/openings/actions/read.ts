import type { OpeningId, WorkspaceId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { inWorkspace } from '#storage/database.ts'
import type { OpeningDeps } from '../deps.ts'
import { type Application, listApplications, listReferrals, type Referral } from '../store/applications.ts'
import {
  findOpening,
  findOpeningAt,
  type LogEntry,
  listColleagues,
  listLog,
  listOpen,
  listOpenings,
  listTeam,
  type Opening,
  type TeamMember,
} from '../store/openings.ts'
import { dayOf, type OpeningRefusal } from './manage.ts'

export function readOpenings(deps: OpeningDeps, caller: Caller): ReturnType<typeof listOpenings> {
  return inWorkspace(deps.db, caller.workspace, tx => listOpenings(tx, caller.workspace))
}

export type OpeningWhole = {
  opening: Opening
  team: TeamMember[]
  colleagues: Awaited<ReturnType<typeof listColleagues>>
  log: LogEntry[]
  applications: Application[]
  referrals: Referral[]
}

export function readOpening(
  deps: OpeningDeps,
  { workspace }: Pick<Caller, 'workspace'>,
  id: OpeningId,
): Promise<Result<OpeningWhole, OpeningRefusal>> {
  return inWorkspace(deps.db, workspace, async tx => {
    const opening = await findOpening(tx, workspace, id)
    if (!opening || opening.removedAt) return refuse({ code: 'no-such-opening' })
    return done({
      opening,
      team: await listTeam(tx, workspace, id),
      colleagues: await listColleagues(tx, workspace),
      log: await listLog(tx, workspace, id),
      applications: await listApplications(tx, workspace, { opening: id }),
      referrals: await listReferrals(tx, workspace, id),
    })
  })
}

const mostListed = 500

/** What strangers may see today. */
export function readOpenJobs(deps: OpeningDeps, workspace: WorkspaceId, limit = mostListed): Promise<Opening[]> {
  const today = dayOf(deps.clock.now())
  return inWorkspace(deps.db, workspace, tx => listOpen(tx, workspace, today, limit))
}

/** `gone`: it was open once, and says what else is. Drafts are nothing to strangers. */
export async function readJob(
  deps: OpeningDeps,
  workspace: WorkspaceId,
  slug: string,
): Promise<{ kind: 'open' | 'gone'; opening: Opening } | undefined> {
  const opening = await inWorkspace(deps.db, workspace, tx => findOpeningAt(tx, workspace, slug))
  if (!opening || opening.openedAt === null) return undefined
  const isOver = opening.applyUntil !== null && opening.applyUntil < dayOf(deps.clock.now())
  const isOpen = opening.state === 'open' && opening.removedAt === null && !isOver
  return { kind: isOpen ? 'open' : 'gone', opening }
}
