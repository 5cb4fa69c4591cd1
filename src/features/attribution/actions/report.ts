import type { CampaignId, PersonId } from '#kernel/ids.ts'
import { parseId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import { bitOf, type Milestone, shownMilestones } from '../model/milestones.ts'
import {
  type CameRow,
  countPeople,
  listCame,
  listPersonSources,
  type ReportAsk,
  type ReportRow,
  readReferrers,
  readReport,
  readWeeks,
} from '../store/report.ts'
import type { AttributionDeps } from './deps.ts'

export type ReadReportDeps = AttributionDeps & {
  /** Where each stands with this recruiter. */
  stagesOf(tx: Transaction, caller: Caller, people: readonly PersonId[]): Promise<Map<PersonId, { stage: string }>>
}

export type Report = {
  rows: ReportRow[]
  weeks: ReportRow[]
  referrers: { referrer: string; visits: number }[]
  /** Different people, each once, whose first source lies in the span. */
  people: number
}

const spanDays = 84

/** The last twelve weeks where nothing was said. */
export function spanOf(now: Date, asked: { from?: string; to?: string }): { from: string; to: string } {
  const to = asked.to ?? now.toISOString().slice(0, 10)
  const from =
    asked.from ?? new Date(Date.parse(`${to}T00:00:00Z`) - (spanDays - 1) * 86_400_000).toISOString().slice(0, 10)
  return from <= to ? { from, to } : { from: to, to: from }
}

/** All from rollups: its cost does not grow with the people. */
export function readAttribution(
  deps: Pick<AttributionDeps, 'db'>,
  { workspace }: Caller,
  ask: ReportAsk,
): Promise<Report> {
  return inWorkspace(deps.db, workspace, async tx => {
    const rows = await readReport(tx, workspace, ask)
    const weeks = ask.by === 'week' ? rows : await readWeeks(tx, workspace, ask)
    const referrers = await readReferrers(tx, workspace, ask)
    return { rows, weeks, referrers, people: await countPeople(tx, workspace, ask) }
  })
}

const pageSize = 50

export async function readCame(
  deps: ReadReportDeps,
  caller: Caller,
  ask: ReportAsk & { key: string | null; milestone: Milestone; campaign?: CampaignId },
  after: string | undefined,
): Promise<{ people: (CameRow & { stage: string; milestones: Milestone[] })[]; next: string | undefined }> {
  const [at = '', id = ''] = after?.split(' ') ?? []
  const person = parseId<'Person'>(id)
  const from = person && !Number.isNaN(Date.parse(at)) ? { at, person } : undefined
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const rows = await listCame(tx, caller.workspace, ask, from, pageSize + 1)
    const shown = rows.slice(0, pageSize)
    const stages = await deps.stagesOf(
      tx,
      caller,
      shown.map(row => row.person),
    )
    const last = rows.length > pageSize ? shown.at(-1) : undefined
    return {
      people: shown.map(row => ({
        ...row,
        stage: stages.get(row.person)?.stage ?? 'found',
        milestones: shownMilestones.filter(name => (row.reached & (1 << bitOf(name))) !== 0),
      })),
      next: last && `${last.at.toISOString()} ${last.person}`,
    }
  })
}

export function readPersonSources(
  deps: AttributionDeps,
  { workspace }: Caller,
  person: PersonId,
): ReturnType<typeof listPersonSources> {
  return inWorkspace(deps.db, workspace, tx => listPersonSources(tx, workspace, person))
}
