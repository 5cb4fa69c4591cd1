import { listUnreadOfMine } from '#features/activity/index.ts'
import { readingMinutes } from '#features/activity/model.ts'
import type { GroupToVisit } from '#features/groups/index.ts'
import { listGiveFirst } from '#features/network/index.ts'
import type { RowMark } from '#features/people/model.ts'
import { listDueComeBacks, listPlanned, listPoolNews, listWarmDue } from '#features/pools/index.ts'
import { countHeard, countHeardByTool, listAtRung, listSilent } from '#features/relationships/index.ts'
import type { LadderStage, StepReason } from '#features/relationships/model.ts'
import { listRecentJobs } from '#features/sourcing/index.ts'
import { countDue } from '#features/team/index.ts'
import { type Clock, dayMs } from '#kernel/clock.ts'
import type { ActivityId, ConversationId, PersonId } from '#kernel/ids.ts'
import { unreachable } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import type { ToolId } from '#kernel/tools.ts'
import { isToolId } from '#kernel/tools.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import { type Because, dayIn, eachOnce, isForNow, minutesOf, type SectionId, sections, weekBegan } from '../model.ts'
import { listPutOff, listRhythms } from '../store.ts'
import type { TodayPage, TodayStep } from '../wire.ts'

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

/** `waiting` and `reachable` are told by conversations, `marks` by relationships, `groups` by groups. */
export type TodayDeps = {
  db: Database
  clock: Clock
  marks(tx: Transaction, caller: Caller, people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, RowMark>>
  waiting(tx: Transaction, caller: Caller, limit: number): Promise<readonly WaitingConversation[]>
  reachable(tx: Transaction, caller: Caller, limit: number): Promise<readonly ReachablePerson[]>
  groups(tx: Transaction, caller: Caller, limit: number): Promise<readonly GroupToVisit[]>
}

/** A day has room for about this many; the rest waits in the inbox, the feeds and the pools. */
const perSection = 6
/** Some of those found are put off, stand in another section or are not due: so many are looked at. */
const lookedAt = 4 * perSection
const newForMs = 14 * dayMs
const silentForMs = 60 * dayMs
const newsForMs = 60 * dayMs

type Draft = {
  person: PersonId | null
  name: string
  tool: ToolId | null
  presence?: TodayStep['presence']
  text: string
  at: Date | null
  conversation?: ConversationId | null
  activity?: ActivityId | null
  group?: string
  minutes?: number
  because?: Because[]
  offer?: TodayStep['offer']
  step?: { id: string; reason: StepReason | 'due' }
}

const toolOf = (text: string | null | undefined) => (text && isToolId(text) ? text : null)
const said = (code: Because['code'], text: string | null = null, count: number | null = null): Because => ({
  code,
  text,
  count,
})

function finish(draft: Draft, mark: RowMark | undefined, onToday: ReadonlySet<ToolId>): TodayStep {
  const next = mark?.nextStep
  const step = draft.step
    ? { ...draft.step, days: null, tool: draft.tool }
    : {
        id: next?.id ?? 'wait',
        reason: next?.reason ?? 'nothing-due',
        days: next?.days ?? null,
        tool: toolOf(next?.tool) ?? draft.tool,
      }
  const tool = draft.tool ?? step.tool
  const week = tool && onToday.has(tool) ? [said('week', tool)] : []
  return {
    subject: draft.person ?? draft.group ?? draft.conversation ?? draft.name,
    person: draft.person,
    name: draft.name,
    stage: mark?.stage ?? 'found',
    tool,
    presence: draft.presence ?? null,
    text: draft.text,
    at: draft.at?.toISOString() ?? null,
    minutes: minutesOf(step.id, draft.minutes),
    step,
    because: [...(draft.because ?? []), ...week],
    offer: draft.offer ?? null,
    conversation: draft.conversation ?? null,
    activity: draft.activity ?? null,
    group: draft.group ?? null,
  }
}

async function findWaiting(tx: Transaction, deps: TodayDeps, caller: Caller): Promise<Draft[]> {
  const waiting = await deps.waiting(tx, caller, lookedAt)
  return waiting.map(one => ({ ...one, text: one.preview, at: one.since, step: { id: 'reply', reason: 'they-wrote' } }))
}

async function findOnline(tx: Transaction, deps: TodayDeps, caller: Caller): Promise<Draft[]> {
  const reachable = await deps.reachable(tx, caller, 100)
  return reachable.map(one => ({ ...one, text: one.usually ?? '', at: null }))
}

async function findPlanned(tx: Transaction, caller: Caller, on: string): Promise<Draft[]> {
  const back = await listDueComeBacks(tx, caller.workspace, caller.user, on, lookedAt)
  const planned = await listPlanned(tx, caller.workspace, caller.user, on, lookedAt)
  return [
    ...back.map(
      (one): Draft => ({
        person: one.person,
        name: one.name,
        tool: null,
        text: one.about,
        at: null,
        because: [said('come-back', one.about), ...(one.poolName ? [said('pool', one.poolName)] : [])],
        step: { id: 'keep-warm', reason: 'due' },
      }),
    ),
    ...planned.map(
      (one): Draft => ({
        person: one.person,
        name: one.name,
        tool: one.tool,
        text: '',
        at: null,
        because: [said('planned', one.poolName)],
      }),
    ),
  ]
}

/** What people in pools published, then whoever else the caller knows. */
async function findReading(tx: Transaction, caller: Caller, since: Date): Promise<Draft[]> {
  const { workspace, user } = caller
  const inPools = await listPoolNews(tx, workspace, user, since, lookedAt)
  const others = await listUnreadOfMine(tx, workspace, user, since, lookedAt)
  return [
    ...inPools.map(
      (item): Draft => ({
        person: item.person,
        name: item.name,
        tool: item.tool,
        text: item.title,
        at: item.publishedAt,
        activity: item.activity,
        minutes: readingMinutes(item.words),
        because: [said('pool', item.poolName)],
        step: { id: 'read', reason: 'published' },
      }),
    ),
    ...others.map(
      (item): Draft => ({
        person: item.person_id,
        name: item.display_name,
        tool: item.tool,
        text: item.title ?? item.text.slice(0, 120),
        at: item.published_at,
        activity: item.activity_id,
        minutes: readingMinutes(item.words),
        step: { id: 'read', reason: 'published' },
      }),
    ),
  ]
}

async function findAtRung(tx: Transaction, caller: Caller, rung: LadderStage): Promise<Draft[]> {
  const standing = await listAtRung(tx, caller.workspace, caller.user, rung, lookedAt)
  return standing.map(one => ({
    person: one.person_id,
    name: one.display_name,
    tool: null,
    text: '',
    at: one.stage_since,
  }))
}

async function findJobs(tx: Transaction, caller: Caller, since: Date): Promise<Draft[]> {
  const jobs = await listRecentJobs(tx, caller.workspace, caller.user, since, lookedAt)
  return jobs.map(({ person_id, name, to, known }) => {
    const job = [to.title, to.organisation].filter(Boolean).join(', ')
    return {
      person: person_id,
      name,
      tool: null,
      text: job,
      at: null,
      because: [said('new-job', job)],
      // A contact with whom nothing happened yet has its own next right step; the news is a reason for it.
      ...(known ? { step: { id: 'keep-warm', reason: 'due' } } : {}),
    }
  })
}

/** Who did something for the caller and has had nothing back; by the rhythms of pools, with a reason to write; then who has been silent for long anyway. */
async function findWarm(tx: Transaction, caller: Caller, now: Date): Promise<Draft[]> {
  const { workspace, user } = caller
  const ago = (ms: number) => new Date(now.getTime() - ms)
  const due = await listWarmDue(tx, workspace, user, now, ago(newsForMs), lookedAt)
  const silent = await listSilent(tx, workspace, user, ago(silentForMs), lookedAt)
  const owed = await listGiveFirst(tx, caller, now, perSection)
  return [
    ...owed.map(
      (one): Draft => ({
        person: one.person,
        name: one.name,
        tool: null,
        text: one.news?.title ?? '',
        at: one.at,
        activity: (one.news?.activity ?? null) as ActivityId | null,
        because: [said('give-first'), ...(one.news ? [said('news', one.news.title)] : [])],
        step: { id: 'keep-warm', reason: 'due' },
      }),
    ),
    ...due.map(
      (one): Draft => ({
        person: one.person,
        name: one.name,
        tool: one.read ? null : one.tool,
        text: one.title ?? '',
        at: one.touchedAt,
        activity: one.read ? null : one.activity,
        because: [
          said('rhythm', one.poolName, one.weeks),
          ...(one.activity ? [said('news', one.title)] : []),
          ...(one.offerTitle ? [said('our-post', one.offerTitle)] : []),
        ],
        offer: one.offerTitle && one.offerUrl ? { title: one.offerTitle, url: one.offerUrl } : null,
        step: { id: 'keep-warm', reason: 'due' },
      }),
    ),
    ...silent.map(
      (one): Draft => ({ person: one.person_id, name: one.display_name, tool: null, text: '', at: one.last_touch_at }),
    ),
  ]
}

const whyVisit = (reason: GroupToVisit['reason']): Because => {
  switch (reason.kind) {
    case 'question':
      return said('group-question', reason.text, reason.count)
    case 'new':
      return said('group-new', null, reason.count)
    case 'away':
      return said('group-away', null, reason.days)
    case 'never':
      return said('group-never')
    default:
      return unreachable(reason)
  }
}

async function findGroups(tx: Transaction, deps: TodayDeps, caller: Caller): Promise<Draft[]> {
  const groups = await deps.groups(tx, caller, perSection)
  return groups.map(one => ({
    person: null,
    name: one.title,
    tool: one.tool,
    text: one.reason.kind === 'question' ? one.reason.text : '',
    at: null,
    conversation: one.conversation,
    group: one.group,
    minutes: one.minutes,
    because: [whyVisit(one.reason)],
    step: { id: 'visit', reason: 'due' },
  }))
}

/** Whether the step of a section is due with somebody; where their next right step is another, they stand elsewhere. */
const suits: Partial<Record<SectionId, (step: string) => boolean>> = {
  online: isForNow,
  planned: step => step !== 'none',
  invite: step => step === 'invite' || step === 'write',
  introduce: step => step === 'introduce',
  interested: step => step === 'talk-work' || step === 'reply',
}

/** What is worth doing today, most urgent first; every person once, with one next step. */
export function readToday(deps: TodayDeps, caller: Caller, timezone = 'UTC'): Promise<TodayPage> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const { workspace, user } = caller
    const now = deps.clock.now()
    const ago = (ms: number) => new Date(now.getTime() - ms)
    const { on, weekday } = dayIn(timezone, now)
    const monday = weekBegan(timezone, now)
    const found: Record<SectionId, Draft[]> = {
      waiting: await findWaiting(tx, deps, caller),
      online: await findOnline(tx, deps, caller),
      planned: await findPlanned(tx, caller, on),
      read: await findReading(tx, caller, ago(newForMs)),
      invite: await findAtRung(tx, caller, 'acknowledged'),
      introduce: await findAtRung(tx, caller, 'connected'),
      interested: await findAtRung(tx, caller, 'interested'),
      jobs: await findJobs(tx, caller, ago(newsForMs)),
      warm: await findWarm(tx, caller, now),
      groups: await findGroups(tx, deps, caller),
    }
    const putOff = await listPutOff(tx, workspace, user, now)
    const isHere = (draft: Draft) => !putOff.has(draft.person ?? draft.group ?? draft.conversation ?? '')
    const here = sections.map(section => found[section].filter(isHere))
    const people = here.flat().flatMap(draft => draft.person ?? [])
    const marks = await deps.marks(tx, caller, [...new Set(people)])
    const markOf = (draft: Draft) => (draft.person ? marks.get(draft.person) : undefined)
    const open = here.map((drafts, index) => {
      const isDue = suits[sections[index] ?? 'waiting']
      return drafts.filter(
        draft =>
          markOf(draft)?.stage !== 'do-not-contact' &&
          (isDue === undefined || isDue(markOf(draft)?.nextStep?.id ?? 'wait')),
      )
    })
    const rhythms = await listRhythms(tx, workspace, user)
    const heard = rhythms.length > 0 ? await countHeardByTool(tx, workspace, user, monday) : new Map()
    const onToday = new Set(rhythms.filter(line => line.days.includes(weekday)).map(line => line.tool))
    const steps = eachOnce(open).map(section => {
      const finished = section.map(draft => finish(draft, markOf(draft), onToday))
      const planned = (step: TodayStep) => step.because.some(one => one.code === 'week')
      // Who waits, waits; elsewhere what the week plans for today comes first.
      const ordered =
        section === open[0] ? finished : [...finished.filter(planned), ...finished.filter(step => !planned(step))]
      return ordered.slice(0, perSection)
    })
    const all = steps.flat()
    return {
      steps: all.length,
      minutes: all.reduce((sum, one) => sum + one.minutes, 0),
      sections: sections.flatMap((id, index) => {
        const own = steps[index] ?? []
        return own.length > 0 ? [{ id, steps: own }] : []
      }),
      todos: await countDue(tx, workspace, user, on),
      heardThisWeek: await countHeard(tx, workspace, user, monday),
      week: rhythms.map(line => ({ ...line, done: heard.get(line.tool) ?? 0 })),
      weekday,
    }
  })
}
