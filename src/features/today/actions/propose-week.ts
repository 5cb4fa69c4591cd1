import { audienceFit } from '#features/conversations/index.ts'
import type { GroupsByWorth } from '#features/groups/index.ts'
import { kindOf, learntOf } from '#features/tools/index.ts'
import { type Clock, dayMs } from '#kernel/clock.ts'
import type { Caller } from '#kernel/roles.ts'
import { type ToolId, toolIds } from '#kernel/tools.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import { type ProposedLine, proposeWeek } from '../model/week.ts'
import { zoneOr } from '../model.ts'
import { countReachable, countWordsByDay, reachablePeople } from '../store.ts'

/** `worth` is told by groups: most worth first, with the time that they took in the last three months. */
export type ProposeDeps = {
  db: Database
  clock: Clock
  worth(tx: Transaction, caller: Caller): Promise<GroupsByWorth>
}

/** Days on which people write change with the seasons; half a year has enough of them. */
const wordsMs = 182 * dayMs
const canBePlanned = (tool: ToolId) => kindOf(tool) !== 'broadcast'

/** A week's rhythm from what is known: where the caller's people are and answer, what groups are worth, and which tools they have learnt. */
export function readProposedWeek(deps: ProposeDeps, caller: Caller, timezone: string): Promise<ProposedLine[]> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const { workspace, user } = caller
    const now = deps.clock.now()
    const zone = zoneOr(timezone)
    const size = await countReachable(tx, workspace, user)
    const audience = await audienceFit(tx, caller, reachablePeople(workspace, user), size, now, zone)
    const groups = Map.groupBy(await deps.worth(tx, caller), group => group.tool)
    const words = await countWordsByDay(tx, workspace, user, new Date(now.getTime() - wordsMs), zone)
    const learnt = await learntOf(tx, caller)
    return proposeWeek(
      toolIds.filter(canBePlanned).map(tool => {
        const there = audience.tools.find(row => row.tool === tool)
        return {
          tool,
          isChat: tool !== 'email' && kindOf(tool) !== 'sourcing',
          people: there?.people ?? 0,
          asked: there?.asked ?? 0,
          answered: there?.answered ?? 0,
          low: there?.low ?? 0,
          high: there?.high ?? 1,
          groups: groups.get(tool) ?? [],
          words: [1, 2, 3, 4, 5, 6, 7].map(day => words.find(row => row.tool === tool && row.day === day)?.count ?? 0),
          learnt: learnt.get(tool) ?? { done: 0, of: 0 },
        }
      }),
    )
  })
}
