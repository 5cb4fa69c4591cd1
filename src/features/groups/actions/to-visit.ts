import { dayMs } from '#kernel/clock.ts'
import type { ConversationId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'
import { openQuestions } from '../model/acts.ts'
import type { GroupId } from '../store/groups.ts'
import { countNewItems } from '../store/items.ts'
import { listLastLines } from '../store/talk.ts'
import type { ReadDeps } from './deps.ts'
import { type Gathered, gatherGroups } from './gather.ts'

/** Why a group is worth a visit now, and the one next right step there. */
export type GroupToVisit = {
  group: GroupId
  title: string
  tool: ToolId
  conversation: ConversationId | null
  url: string | null
  reason:
    | { kind: 'question'; count: number; text: string }
    | { kind: 'new'; count: number }
    | { kind: 'away'; days: number }
    | { kind: 'never' }
  step: 'answer' | 'read' | 'visit'
  minutes: number
}

const rhythm = { questionMs: dayMs, seenMs: dayMs, awayDays: 7, lines: 100, rooms: 15, spanDays: 90 } as const

/** Groups to go to now, first those where somebody waits for an answer, then by what time is worth there. */
export async function groupsToVisit(
  tx: Transaction,
  deps: ReadDeps,
  caller: Caller,
  limit: number,
): Promise<GroupToVisit[]> {
  const now = deps.clock.now()
  const groups = (await gatherGroups(tx, deps, caller, rhythm.spanDays)).filter(each => !each.row.archived)
  const rooms = groups.flatMap(({ group }) => group.conversation ?? []).slice(0, rhythm.rooms)
  const since = new Date(now.getTime() - rhythm.questionMs)
  const lines = Map.groupBy(
    await listLastLines(tx, caller.workspace, rooms, since, rhythm.lines),
    line => line.conversation,
  )
  const news = await countNewItems(
    tx,
    caller.workspace,
    groups.map(({ row }) => ({ group: row.id, at: row.visitedAt === null ? null : new Date(row.visitedAt) })),
  )
  const found = groups.flatMap(each => {
    const asked = each.group.conversation ? openQuestions(lines.get(each.group.conversation) ?? []) : []
    return visitOf(each, { asked: asked.map(line => line.text), news: news.get(each.row.id) ?? 0, now }) ?? []
  })
  const first = (visit: GroupToVisit) => (visit.reason.kind === 'question' ? 0 : 1)
  return found.sort((a, b) => first(a) - first(b)).slice(0, limit)
}

function visitOf(
  { group, row }: Gathered,
  seen: { asked: readonly string[]; news: number; now: Date },
): GroupToVisit | undefined {
  const base = { group: row.id, title: row.title, tool: row.tool, conversation: row.conversation, url: row.url }
  const last = seen.asked.at(-1)
  if (last !== undefined)
    return {
      ...base,
      reason: { kind: 'question', count: seen.asked.length, text: last.slice(0, 160) },
      step: 'answer',
      minutes: 5,
    }
  const awayMs = row.visitedAt === null ? undefined : seen.now.getTime() - Date.parse(String(row.visitedAt))
  const fresh = group.kind === 'room' ? group.unread : seen.news
  if (fresh > 0 && (awayMs === undefined || awayMs >= rhythm.seenMs))
    return { ...base, reason: { kind: 'new', count: fresh }, step: 'read', minutes: Math.min(15, 3 + fresh) }
  if (row.worth.score <= 0) return undefined
  if (awayMs === undefined) return { ...base, reason: { kind: 'never' }, step: 'visit', minutes: 10 }
  const days = Math.floor(awayMs / dayMs)
  return days >= rhythm.awayDays ? { ...base, reason: { kind: 'away', days }, step: 'visit', minutes: 10 } : undefined
}
