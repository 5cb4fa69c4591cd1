import type { RawBuilder } from 'kysely'
import { getTool, kindOf } from '#features/tools/model.ts'
import { type Clock, dayMs } from '#kernel/clock.ts'
import type { PersonId } from '#kernel/ids.ts'
import { wilson } from '#kernel/interval.ts'
import type { Caller } from '#kernel/roles.ts'
import type { ToolId } from '#kernel/tools.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import { type ChannelFit, fitLimits, judgeChannels, usualPart } from '../model/channel-fit.ts'
import { type DayPart, habitOf, hoursAhead } from '../model/habit.ts'
import {
  type AudienceRow,
  countDayParts,
  countOnTools,
  type FitWindow,
  listAudienceTools,
  listToolFacts,
} from '../store/channel-fit.ts'
import { listOnlineTools } from '../store/presence.ts'

const yearMs = 365 * dayMs

const windowAt = (now: Date): FitWindow => ({
  since: new Date(now.getTime() - 2 * yearMs),
  overdue: new Date(now.getTime() - fitLimits.answerMs),
  answerMs: fitLimits.answerMs,
  publishedSince: new Date(now.getTime() - fitLimits.publishedDays * dayMs),
})

/** Where each of these people is best reached, and why. `timezone`: the clock on which "usually" is told. */
export async function channelFits(
  tx: Transaction,
  caller: Pick<Caller, 'workspace'>,
  people: readonly PersonId[],
  now: Date,
  timezone = 'UTC',
): Promise<Map<PersonId, ChannelFit>> {
  const rows = await listToolFacts(tx, caller.workspace, people, windowAt(now))
  const online = new Set(
    (await listOnlineTools(tx, caller.workspace, people)).map(({ person, tool }) => `${person} ${tool}`),
  )
  const ahead = hoursAhead(now, timezone)
  const facts = Map.groupBy(rows, row => row.person)
  return new Map(
    people.map(person => [
      person,
      judgeChannels(
        (facts.get(person) ?? []).map(row => ({
          tool: row.tool,
          turns: row.turns,
          answered: row.answered,
          answerMinutes: row.minutes,
          theyBegan: row.began,
          wished: row.wished,
          lastInAt: row.lastInAt,
          published: row.published,
          online: online.has(`${person} ${row.tool}`),
          usually: (row.weeks && habitOf(row.weeks, ahead)) ?? null,
        })),
        now,
      ),
    ]),
  )
}

export function readChannelFit(
  deps: { db: Database; clock: Clock },
  caller: Caller,
  person: PersonId,
  timezone: string,
): Promise<ChannelFit | undefined> {
  return inWorkspace(deps.db, caller.workspace, async tx =>
    (await channelFits(tx, caller, [person], deps.clock.now(), timezone)).get(person),
  )
}

export type Share = { hits: number; total: number; low: number; high: number }
export type AudienceFit = {
  people: number
  tools: (AudienceRow & { low: number; high: number })[]
  /** The one or two tools to use with them, how many of them are there, and who of those that were written to there answered. */
  best: { tools: ToolId[]; there: number; answered: Share } | null
  /** Of all who were written to anywhere, who answered. */
  answered: Share
  /** When they write, where a part of the day stands out. */
  part: DayPart | null
}

const share = (hits: number, total: number): Share => ({ hits, total, ...wilson(hits, total) })
const canTalkOn = (tool: ToolId) => getTool(tool).surfaces.includes('direct') && kindOf(tool) !== 'broadcast'

/** Chat comes first: mail and the messages of sourcing tools are named only where no chat reaches a real part of them. */
const isChat = (tool: ToolId) => tool !== 'email' && kindOf(tool) !== 'sourcing'
const isRealPart = (row: AudienceRow, size: number) => row.people >= Math.max(2, 0.1 * size)

/** An even chance before anything is known, times how many of them it reaches. */
const worthOf = (row: AudienceRow) => ((row.answered + 1) / (row.asked + 2)) * row.people

/** `people`: a subquery of `person_id`. Set-based, for audiences of any size. */
export async function audienceFit(
  tx: Transaction,
  caller: Pick<Caller, 'workspace'>,
  people: RawBuilder<unknown>,
  size: number,
  now: Date,
  timezone = 'UTC',
): Promise<AudienceFit> {
  const { workspace } = caller
  const window = windowAt(now)
  const { tools, asked, answered } = await listAudienceTools(tx, workspace, people, window)
  const usable = tools.filter(row => canTalkOn(row.tool) && row.people > 0).sort((a, b) => worthOf(b) - worthOf(a))
  const chats = usable.filter(row => isChat(row.tool) && isRealPart(row, size))
  // A second tool is named where it is a real part as well.
  const [first, second] = chats.length > 0 ? chats : usable
  const two = first && second && isRealPart(second, size) ? [first, second] : first ? [first] : []
  const names = two.map(row => row.tool)
  const there = names.length === 0 ? 0 : await countOnTools(tx, workspace, people, names)
  const [night = 0, morning = 0, afternoon = 0, evening = 0] = await countDayParts(
    tx,
    workspace,
    people,
    window.since,
    timezone,
  )
  return {
    people: size,
    tools: tools.map(row => ({ ...row, ...wilson(row.answered, row.asked) })),
    best:
      two.length === 0
        ? null
        : {
            tools: names,
            there,
            answered: share(
              two.reduce((sum, row) => sum + row.answered, 0),
              two.reduce((sum, row) => sum + row.asked, 0),
            ),
          },
    answered: share(answered, asked),
    part: usualPart({ night, morning, afternoon, evening }) ?? null,
  }
}
