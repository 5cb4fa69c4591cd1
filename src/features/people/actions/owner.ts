import { findUser } from '#features/accounts/index.ts'
import type { PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { type Caller, mayActAs } from '#kernel/roles.ts'
import type { Events } from '#platform/events.ts'
import type { Transaction } from '#storage/database.ts'
import { ownerChanged } from '../events.ts'
import { findPeopleForUpdate, updatePerson } from '../store/people.ts'
import type { Audit } from './deps.ts'

export type OwnerRefusal = { code: 'no-such-person' | 'no-such-colleague' | 'a-colleagues-contact' }

async function isColleague(tx: Transaction, workspace: WorkspaceId, id: UserId): Promise<boolean> {
  const user = await findUser(tx, workspace, id)
  return user !== undefined && user.disabledAt === null && mayActAs(user.role, 'recruiter')
}

/** Whose contact somebody is. What is a colleague's only they give away, or an admin; whoever gains or loses somebody hears of it. */
export async function changeOwner(
  tx: Transaction,
  deps: { events: Events; audit: Audit },
  caller: Caller,
  change: { person: PersonId; to: UserId | null; at: Date },
): Promise<Result<void, OwnerRefusal>> {
  const { workspace, user, role } = caller
  const { person, to, at } = change
  const found = (await findPeopleForUpdate(tx, workspace, [person])).get(person)
  if (!found || found.merged_into) return refuse({ code: 'no-such-person' })
  const from = found.owner_id
  if (from === to) return done(undefined)
  if (to !== null && !(await isColleague(tx, workspace, to))) return refuse({ code: 'no-such-colleague' })
  const isAnothers = from !== null && from !== user && (await isColleague(tx, workspace, from))
  if (isAnothers && !mayActAs(role, 'admin')) return refuse({ code: 'a-colleagues-contact' })
  await updatePerson(tx, workspace, person, { owner_id: to }, at)
  const entry = {
    action: 'person.owner-changed',
    subjectKind: 'person',
    subjectId: person,
    detail: { from, to },
    at,
  } as const
  await deps.audit(tx, caller, entry)
  await deps.events.announce(tx, ownerChanged, { workspace, person, from, to, user, at })
  return done(undefined)
}
