import { type ActivityId, type ConnectionId, newId, type PersonId, type UserId, type WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import { colleagueOn, type SamplePlan } from '../../model.ts'

/** One load on its way: whose it is, and the ids of what the plan names by its place. */
export type Scope = {
  workspace: WorkspaceId
  user: UserId
  /** By their place among the sample's colleagues. */
  colleagues: readonly UserId[]
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

/** Whose that person is. */
export const keeperOf = (scope: Pick<Scope, 'user' | 'colleagues'>, plan: SamplePlan, place: number): UserId =>
  scope.colleagues[plan.keepers[place] ?? -1] ?? scope.user

/** Whose account on that tool it is. */
export const holderOf = (scope: Pick<Scope, 'user' | 'colleagues'>, tool: ToolId): UserId =>
  scope.colleagues[colleagueOn(tool) ?? -1] ?? scope.user

/** Whatever is written for one recruiter at a time, under whose it is. */
export const byKeeper = <T>(
  scope: Pick<Scope, 'user' | 'colleagues'>,
  plan: SamplePlan,
  all: readonly T[],
  placeOf: (one: T) => number,
): Map<UserId, T[]> => Map.groupBy(all, one => keeperOf(scope, plan, placeOf(one)))
