import { listUnreadOfMine } from '#features/activity/index.ts'
import { readingMinutes } from '#features/activity/model.ts'
import type { RowMark } from '#features/people/model.ts'
import { countHeard, listSilent } from '#features/relationships/index.ts'
import type { StepReason } from '#features/relationships/model.ts'
import { type Clock, dayMs } from '#kernel/clock.ts'
import type { ActivityId, ConversationId, PersonId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import type { ToolId } from '#kernel/tools.ts'
import { isToolId } from '#kernel/tools.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import { eachOnce, isForNow, minutesOf } from './model.ts'
import type { TodayPage, TodayStep } from './wire.ts'

/** A direct conversation whose last message is theirs, not done and not snoozed; longest waiting first. */
export type WaitingConversation = {
  conversation: ConversationId
  person: PersonId | null
  name: string
  tool: ToolId
  presence: 'online' | 'away' | 'off' | null
  preview: string
  since: Date
}

/** `usually`: a few words such as "usually Tue–Thu evenings", where there is enough to say so. */
export type ReachablePerson = {
  person: PersonId
  name: string
  tool: ToolId
  presence: 'online' | 'away'
  usually?: string
  conversation: ConversationId | null
}

/** `waiting` and `reachable` are told by conversations, `marks` by relationships. */
export type TodayDeps = {
  db: Database
  clock: Clock
  marks(tx: Transaction, caller: Caller, people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, RowMark>>
  waiting(tx: Transaction, caller: Caller, limit: number): Promise<readonly WaitingConversation[]>
  reachable(tx: Transaction, caller: Caller, limit: number): Promise<readonly ReachablePerson[]>
}

/** A day has room for about this many; the rest waits in the inbox, the feeds and the pools. */
const perSection = 6
const newForMs = 14 * dayMs
const silentForMs = 60 * dayMs

type Draft = {
  person: PersonId | null
  name: string
  tool: ToolId | null
  presence?: TodayStep['presence']
  text: string
  at: Date | null
  conversation?: ConversationId | null
  activity?: ActivityId
  readingMinutes?: number
  step?: { id: string; reason: StepReason }
}

const toolOf = (text: string | null | undefined) => (text && isToolId(text) ? text : null)

function finish(draft: Draft, mark: RowMark | undefined): TodayStep {
  const next = mark?.nextStep
  const step = draft.step
    ? { ...draft.step, days: null, tool: draft.tool }
    : {
        id: next?.id ?? 'wait',
        reason: next?.reason ?? 'nothing-due',
        days: next?.days ?? null,
        tool: toolOf(next?.tool) ?? draft.tool,
      }
  return {
    person: draft.person,
    name: draft.name,
    stage: mark?.stage ?? 'found',
    tool: draft.tool,
    presence: draft.presence ?? null,
    text: draft.text,
    at: draft.at?.toISOString() ?? null,
    minutes: minutesOf(step.id, draft.readingMinutes),
    step,
    conversation: draft.conversation ?? null,
    activity: draft.activity ?? null,
  }
}

/** What is worth doing today, most urgent first; every person once, with one next step. */
export function readToday(deps: TodayDeps, caller: Caller): Promise<TodayPage> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const { workspace, user } = caller
    const now = deps.clock.now()
    const ago = (ms: number) => new Date(now.getTime() - ms)
    const waiting = (await deps.waiting(tx, caller, perSection)).map(
      (one): Draft => ({
        ...one,
        text: one.preview,
        at: one.since,
        step: { id: 'reply', reason: 'they-wrote' },
      }),
    )
    const online = (await deps.reachable(tx, caller, 100)).map(
      (one): Draft => ({ ...one, text: one.usually ?? '', at: null }),
    )
    const unread = (await listUnreadOfMine(tx, workspace, user, ago(newForMs), perSection)).map(
      (item): Draft => ({
        person: item.person_id,
        name: item.display_name,
        tool: item.tool,
        text: item.title ?? item.text.slice(0, 120),
        at: item.published_at,
        activity: item.activity_id,
        readingMinutes: readingMinutes(item.words),
        step: { id: 'read', reason: 'published' },
      }),
    )
    const silent = (await listSilent(tx, workspace, user, ago(silentForMs), perSection)).map(
      (one): Draft => ({ person: one.person_id, name: one.display_name, tool: null, text: '', at: one.last_touch_at }),
    )
    const people = [waiting, online, unread, silent].flat().flatMap(draft => draft.person ?? [])
    const marks = await deps.marks(tx, caller, [...new Set(people)])
    const markOf = (draft: Draft) => (draft.person ? marks.get(draft.person) : undefined)
    const wanted = online.filter(draft => isForNow(markOf(draft)?.nextStep?.id ?? 'wait')).slice(0, perSection)
    const warm = silent.map(draft => ({ ...draft, tool: toolOf(markOf(draft)?.nextStep?.tool) }))
    const open = [waiting, wanted, unread, warm].map(section =>
      section.filter(draft => markOf(draft)?.stage !== 'do-not-contact'),
    )
    const [first = [], second = [], third = [], fourth = []] = eachOnce(open).map(section =>
      section.map(draft => finish(draft, markOf(draft))),
    )
    const all = [first, second, third, fourth].flat()
    return {
      steps: all.length,
      minutes: all.reduce((sum, one) => sum + one.minutes, 0),
      waiting: first,
      online: second,
      read: third,
      warm: fourth,
      heardThisWeek: await countHeard(tx, workspace, user, ago(7 * dayMs)),
    }
  })
}
