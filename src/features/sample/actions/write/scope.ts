import { type ActivityId, type ConnectionId, newId, type PersonId, type UserId, type WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { SamplePlan } from '../../model.ts'

/** One load on its way: whose it is, and the ids of what the plan names by its place. */
export type Scope = {
  workspace: WorkspaceId
  user: UserId
  now: Date
  connections: ReadonlyMap<ToolId, ConnectionId>
  people: readonly PersonId[]
  /** By the plan's place of the item, once it is written. */
  items: Map<number, ActivityId>
}

export const newIds = (plan: SamplePlan, now: Date): Pick<Scope, 'people' | 'items'> => ({
  people: plan.people.map(() => newId<'Person'>(now.getTime())),
  items: new Map(),
})

export function personAt(scope: Pick<Scope, 'people'>, place: number): PersonId {
  const found = scope.people[place]
  if (!found) throw new RangeError(`the plan has no person ${place}`)
  return found
}
