import { notify } from '#features/conversations/index.ts'
import { type Audit, changeOwner, findPerson, type OwnerRefusal } from '#features/people/index.ts'
import { newId, type PersonId, type TakeOverId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { type Caller, mayActAs } from '#kernel/roles.ts'
import type { Events } from '#platform/events.ts'
import { tellBrowsers } from '#platform/live.ts'
import { inWorkspace } from '#storage/database.ts'
import type { TeamDeps } from '../deps.ts'
import { findColleague } from '../store/colleagues.ts'
import { findAskedForUpdate, insertTakeOver, listAsked, type TakeOver, updateTakeOver } from '../store/take-overs.ts'

export type TakeOverDeps = Pick<TeamDeps, 'db' | 'clock'> & { events: Events; audit: Audit }

export type TakeOverRefusal = OwnerRefusal | { code: 'free-to-take' | 'no-such-take-over' | 'not-yours' }

export function readTakeOvers(deps: Pick<TeamDeps, 'db'>, caller: Caller, person: PersonId): Promise<TakeOver[]> {
  return inWorkspace(deps.db, caller.workspace, tx => listAsked(tx, caller.workspace, person))
}

/** Asked twice it is one question. */
export function askTakeOver(
  deps: TakeOverDeps,
  caller: Caller,
  person: PersonId,
): Promise<Result<void, TakeOverRefusal>> {
  const { workspace, user } = caller
  return inWorkspace(deps.db, workspace, async (tx): Promise<Result<void, TakeOverRefusal>> => {
    const at = deps.clock.now()
    const found = await findPerson(tx, workspace, person)
    if (!found || found.merged_into) return refuse({ code: 'no-such-person' })
    const owner = found.owner_id && found.owner_id !== user && (await findColleague(tx, workspace, found.owner_id))
    if (!owner) return refuse({ code: 'free-to-take' })
    const id = newId<'TakeOver'>(at.getTime())
    if (await insertTakeOver(tx, workspace, { id, person, owner: owner.id, askedBy: user, askedAt: at }))
      await notify(tx, workspace, { kind: 'take-over-asked', users: [owner.id], person, by: user, at })
    tellBrowsers(tx, workspace, { kind: 'take-overs.changed', payload: { person } })
    return done(undefined)
  })
}

/** Its owner or an admin says yes or no; whoever asked takes it back. */
export function answerTakeOver(
  deps: TakeOverDeps,
  caller: Caller,
  id: TakeOverId,
  state: 'granted' | 'declined' | 'withdrawn',
): Promise<Result<void, TakeOverRefusal>> {
  const { workspace, user, role } = caller
  return inWorkspace(deps.db, workspace, async (tx): Promise<Result<void, TakeOverRefusal>> => {
    const at = deps.clock.now()
    const asked = await findAskedForUpdate(tx, workspace, id)
    if (!asked) return refuse({ code: 'no-such-take-over' })
    const { person, owner, askedBy } = asked
    const may = state === 'withdrawn' ? askedBy === user : owner === user || mayActAs(role, 'admin')
    if (!may) return refuse({ code: 'not-yours' })
    if (state === 'granted') {
      const given = await changeOwner(tx, deps, caller, { person, to: askedBy, at })
      if (!given.ok) return given
    } else {
      await updateTakeOver(tx, workspace, id, { state, by: user, at })
      if (state === 'declined')
        await notify(tx, workspace, { kind: 'take-over-declined', users: [askedBy], person, by: user, at })
    }
    tellBrowsers(tx, workspace, { kind: 'take-overs.changed', payload: { person } })
    tellBrowsers(tx, workspace, { kind: 'people.changed', payload: { people: [person] } })
    return done(undefined)
  })
}
