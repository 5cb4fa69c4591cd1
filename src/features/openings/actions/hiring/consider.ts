import { recordTouches } from '#features/relationships/index.ts'
import { type CandidacyId, newId, type OpeningId, type PersonId, type UserId, type WorkspaceId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import type { HiringDeps } from '../../deps.ts'
import { candidacyMoved } from '../../events.ts'
import { isRunning, type Source } from '../../model/pipeline.ts'
import {
  countOtherRunning,
  findCandidacy,
  insertCandidacy,
  insertMove,
  listConsiderable,
  updateRemoved,
} from '../../store/candidacies.ts'
import { findOpening } from '../../store/openings.ts'

export type ConsiderRefusal = { code: 'no-such-opening' } | { code: 'is-closed' }
export type NotConsidered = { person: PersonId; name: string; code: 'do-not-contact' | 'gone' | 'already-in' }

export const tellHiring = (tx: Transaction, workspace: WorkspaceId, opening: OpeningId, people: readonly PersonId[]) =>
  tellBrowsers(tx, workspace, {
    kind: 'openings.people-changed',
    payload: { opening, people: people.slice(0, 100) },
  })

/** One more who is considered; in the transaction of whoever found them. False: they are in it already. */
export async function considerOne(
  tx: Transaction,
  deps: Pick<HiringDeps, 'touches'>,
  given: {
    workspace: WorkspaceId
    opening: OpeningId
    person: PersonId
    source: Source
    user: UserId | null
    at: Date
  },
): Promise<boolean> {
  const { workspace, opening, person, source, user, at } = given
  const { id, fresh } = await insertCandidacy(tx, workspace, {
    id: newId<'Candidacy'>(at.getTime()),
    opening,
    person,
    source,
    user,
    at,
  })
  if (!fresh) return false
  await insertMove(tx, workspace, {
    id: newId<'CandidacyMove'>(at.getTime()),
    candidacy: id,
    from: null,
    to: 'considered',
    reason: '',
    pool: null,
    pooled: false,
    comesBackOn: null,
    comeBack: null,
    user,
    at,
  })
  await deps.touches.events.announce(tx, candidacyMoved, {
    workspace,
    opening,
    candidacy: id,
    person,
    user,
    from: null,
    to: 'considered',
    undone: false,
    at,
  })
  tellHiring(tx, workspace, opening, [person])
  return true
}

/** Considering somebody says nothing to them and moves no stage; who must not be contacted is left out, with why. */
export function consider(
  deps: HiringDeps,
  caller: Caller,
  id: OpeningId,
  people: readonly PersonId[],
  source: Source,
): Promise<Result<{ added: PersonId[]; leftOut: NotConsidered[] }, ConsiderRefusal>> {
  return inWorkspace(
    deps.db,
    caller.workspace,
    async (tx): Promise<Result<{ added: PersonId[]; leftOut: NotConsidered[] }, ConsiderRefusal>> => {
      const opening = await findOpening(tx, caller.workspace, id, 'for-update')
      if (!opening || opening.removedAt) return refuse({ code: 'no-such-opening' })
      if (opening.state === 'closed') return refuse({ code: 'is-closed' })
      const known = new Map(
        (await listConsiderable(tx, caller.workspace, id, people)).map(one => [one.person, one] as const),
      )
      const at = deps.clock.now()
      const added: PersonId[] = []
      const leftOut: NotConsidered[] = []
      for (const person of new Set(people)) {
        const one = known.get(person)
        if (!one) leftOut.push({ person, name: '', code: 'gone' })
        else if (one.doNotContact) leftOut.push({ person, name: one.name, code: 'do-not-contact' })
        else if (one.already) leftOut.push({ person, name: one.name, code: 'already-in' })
        else {
          const given = { workspace: caller.workspace, opening: id, person, source, user: caller.user, at }
          if (await considerOne(tx, deps, given)) added.push(person)
        }
      }
      return done({ added, leftOut })
    },
  )
}

/** Out of the opening, or back into it, as if by mistake: what was noted stays. */
export function setConsidered(
  deps: HiringDeps,
  caller: Caller,
  id: CandidacyId,
  considered: boolean,
): Promise<Result<void, { code: 'no-such-candidacy' }>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<void, { code: 'no-such-candidacy' }>> => {
    const { workspace, user } = caller
    const at = deps.clock.now()
    const before = considered ? undefined : await findCandidacy(tx, workspace, id, 'for-update')
    if (!considered && !before) return refuse({ code: 'no-such-candidacy' })
    if (!(await updateRemoved(tx, workspace, id, considered ? null : at))) return refuse({ code: 'no-such-candidacy' })
    const now = before ?? (await findCandidacy(tx, workspace, id))
    if (!now) return refuse({ code: 'no-such-candidacy' })
    if (isRunning(now.stage) && (await countOtherRunning(tx, workspace, now.person, id)) === 0)
      await recordTouches(
        tx,
        deps.touches,
        workspace,
        [
          {
            person: now.person,
            user,
            kind: considered ? 'became-candidate' : 'left-pipeline',
            at,
            campaign: now.opening,
          },
        ],
        at,
      )
    tellHiring(tx, workspace, now.opening, [now.person])
    return done(undefined)
  })
}
