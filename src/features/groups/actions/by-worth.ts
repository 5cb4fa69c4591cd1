import { minuteMs } from '#kernel/clock.ts'
import type { Caller } from '#kernel/roles.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'
import type { ReadDeps } from './deps.ts'
import { gatherGroups } from './gather.ts'

const spanDays = 90

/** `people`: those of ours who are there. `minutes`: what the caller spent there in the span. */
export type GroupsByWorth = { tool: ToolId; title: string; score: number; people: number; minutes: number }[]

/** Groups in use, most worth first, with what the ledger of the last three months says. */
export async function groupsByWorth(tx: Transaction, deps: ReadDeps, caller: Caller): Promise<GroupsByWorth> {
  const groups = await gatherGroups(tx, deps, caller, spanDays)
  return groups
    .filter(({ row }) => !row.archived)
    .map(({ row, here }) => ({
      tool: row.tool,
      title: row.title,
      score: row.worth.score,
      people: row.worth.reasons.reduce((sum, each) => sum + (each.kind === 'linked' ? each.count : 0), here.size),
      minutes: (row.ledger.readMs + row.ledger.talkMs) / minuteMs,
    }))
    .sort((a, b) => b.score - a.score)
}
