import { type RawBuilder, sql } from 'kysely'
import type { CampaignId, PersonId, SourceId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import { bitOf, type Milestone, milestones, type ReportView } from '../model/milestones.ts'
import type { SourceKind } from '../model/sources.ts'
import { peopleBy, visitsIn } from './rollups.ts'

export const reportKeys = ['source', 'kind', 'tool', 'group', 'post', 'page', 'recruiter', 'week', 'campaign'] as const
export type ReportKey = (typeof reportKeys)[number]

/** Days are `2026-12-24`; whole weeks of people, whole days of visits. */
export type ReportAsk = {
  view: ReportView
  by: ReportKey
  from: string
  to: string
  campaign?: CampaignId | undefined
}

type People = Readonly<Record<Milestone, number>>
export type ReportRow = {
  /** An id, a word of ours, or the Monday of a week; null: of nobody. */
  key: string | null
  label: string | null
  kind: SourceKind | null
  tool: string | null
  visits: number
  people: People
}

const keyOf: Readonly<Record<Exclude<ReportKey, 'week'>, RawBuilder<unknown>>> = {
  source: sql`s.source_id::text`,
  kind: sql`s.kind`,
  tool: sql`s.tool`,
  group: sql`s.thing_id::text`,
  post: sql`s.thing_id::text`,
  page: sql`s.thing_id::text`,
  recruiter: sql`s.user_id::text`,
  campaign: sql`s.campaign_id::text`,
}
const onlyOf: Partial<Readonly<Record<ReportKey, RawBuilder<unknown>>>> = {
  group: sql`and s.kind = 'group'`,
  post: sql`and s.kind = 'post'`,
  page: sql`and s.kind in ('page', 'opening', 'list')`,
}
const labelOf: Readonly<Record<Exclude<ReportKey, 'week'>, RawBuilder<unknown>>> = {
  source: sql`min(s.label)`,
  kind: sql`null::text`,
  tool: sql`null::text`,
  group: sql`min(s.label)`,
  post: sql`min(s.label)`,
  page: sql`min(s.label)`,
  recruiter: sql`(select u.name from users u where u.workspace_id = s.workspace_id and u.user_id = s.user_id)`,
  campaign: sql`(select c.name from campaigns c where c.workspace_id = s.workspace_id and c.campaign_id = s.campaign_id)`,
}

const ofCampaign = (campaign: CampaignId | undefined) => (campaign ? sql`and s.campaign_id = ${campaign}` : sql``)
const emptyPeople = () => Object.fromEntries(milestones.map(name => [name, 0])) as Record<Milestone, number>

type Sums = Record<Milestone, number | null> & { source: SourceId; visits: number | null }

/** From the rollups alone: the most people first. */
export async function readReport(tx: Transaction, workspace: WorkspaceId, ask: ReportAsk): Promise<ReportRow[]> {
  if (ask.by === 'week') return readWeeks(tx, workspace, ask)
  const key = keyOf[ask.by]
  const { rows } = await sql<Sums & { key: string | null; label: string | null; kind: SourceKind; tool: string }>`
    with came as (
      select * from (${peopleBy(workspace, { view: ask.view, by: ['source_id'], names: milestones, span: ask })}) c where c.lead > 0
    ), seen as (select v.source_id, sum(v.visits)::int as visits from (${visitsIn(workspace, ask)}) v group by v.source_id)
    select ${key} as key, ${labelOf[ask.by]} as label,
      case when count(distinct s.kind) = 1 then min(s.kind) end as kind, case when count(distinct s.tool) = 1 then min(s.tool) end as tool,
      coalesce(sum(seen.visits), 0)::int as visits,
      ${sql.join(milestones.map(name => sql`coalesce(sum(came.${sql.id(name)}), 0)::int as ${sql.id(name)}`))}
    from sources s left join came on came.source_id = s.source_id left join seen on seen.source_id = s.source_id
    where s.workspace_id = ${workspace} and (came.source_id is not null or seen.source_id is not null)
      ${onlyOf[ask.by] ?? sql``} ${ofCampaign(ask.campaign)}
    group by ${key}, s.workspace_id ${ask.by === 'recruiter' ? sql`, s.user_id` : ask.by === 'campaign' ? sql`, s.campaign_id` : sql``}
    order by lead desc, visits desc, 1 limit 500`.execute(tx)
  return rows.map(row => ({
    key: row.key,
    label: row.label,
    kind: row.kind,
    tool: row.tool,
    visits: row.visits ?? 0,
    people: peopleOf(row),
  }))
}

const peopleOf = (row: Partial<Record<Milestone, number | null>>): People => {
  const people = emptyPeople()
  for (const name of milestones) people[name] = row[name] ?? 0
  return people
}

/** Every week of the span, oldest first; those in which nothing happened too. */
export async function readWeeks(
  tx: Transaction,
  workspace: WorkspaceId,
  ask: Omit<ReportAsk, 'by'>,
): Promise<ReportRow[]> {
  const asked = { view: ask.view, names: milestones, span: ask }
  const { rows } = await sql<Sums & { week: string }>`
    with mine as materialized (select s.source_id from sources s where s.workspace_id = ${workspace} ${ofCampaign(ask.campaign)}),
    came as (${
      ask.campaign
        ? sql`select w.week, ${sql.join(milestones.map(name => sql`sum(w.${sql.id(name)})::int as ${sql.id(name)}`))}
          from (${peopleBy(workspace, { ...asked, by: ['source_id', 'week'] })}) w join mine using (source_id) group by w.week`
        : peopleBy(workspace, { ...asked, by: ['week'] })
    }), seen as (
      select v.week, sum(v.visits)::int as visits from (${visitsIn(workspace, ask)}) v
      ${ask.campaign ? sql`where v.source_id in (select source_id from mine)` : sql``} group by v.week)
    select g.week::date::text as week, coalesce(seen.visits, 0)::int as visits,
      ${sql.join(milestones.map(name => sql`coalesce(came.${sql.id(name)}, 0)::int as ${sql.id(name)}`))}
    from generate_series(date_trunc('week', ${ask.from}::date), ${ask.to}::date, interval '7 days') as g(week)
      left join came on came.week = g.week::date left join seen on seen.week = g.week::date
    order by g.week`.execute(tx)
  return rows.map(row => ({
    key: row.week,
    label: null,
    kind: null,
    tool: null,
    visits: row.visits ?? 0,
    people: peopleOf(row),
  }))
}

export type CameRow = {
  person: PersonId
  name: string
  source: SourceId
  label: string
  kind: SourceKind
  at: Date
  reached: number
}

/** Whom a number stands for, latest first. */
export async function listCame(
  tx: Transaction,
  workspace: WorkspaceId,
  ask: ReportAsk & { key: string | null; milestone: Milestone; sources?: readonly SourceId[] },
  after: { at: string; person: PersonId } | undefined,
  limit: number,
): Promise<CameRow[]> {
  const view = { all: sql``, first: sql`and p.is_first`, last: sql`and p.is_last` }[ask.view]
  const match =
    ask.by === 'week'
      ? sql`and w.week = ${ask.key}::date`
      : ask.key === null
        ? sql`and ${keyOf[ask.by]} is null`
        : sql`and ${keyOf[ask.by]} = ${ask.key}`
  // The rollup says in which weeks of which sources they are: the latest that make a page are looked into, and no others.
  const since = after ? sql`date_trunc('week', ${after.at}::timestamptz, 'UTC')::date` : sql`'infinity'::date`
  const counts = peopleBy(workspace, { view: ask.view, by: ['source_id', 'week'], names: [ask.milestone], span: ask })
  const { rows } = await sql<CameRow>`
    with cell as (
      select w.source_id, w.week, s.label, s.kind, w.${sql.id(ask.milestone)} as n
      from (${counts}) w join sources s on s.workspace_id = ${workspace} and s.source_id = w.source_id
      where w.${sql.id(ask.milestone)} > 0 and w.week <= ${since} ${match} ${onlyOf[ask.by] ?? sql``} ${ofCampaign(ask.campaign)}
    ), weeks as (
      select week, sum(sum(n) filter (where week < ${since})) over (order by week desc rows between unbounded preceding and 1 preceding) as newer
      from cell group by week
    )
    select p.person_id as person, n.display_name as name, p.source_id as source, c.label, c.kind, p.first_at as at, p.reached
    from weeks k join cell c on c.week = k.week
      join source_people p on p.workspace_id = ${workspace} and p.source_id = c.source_id
        and p.first_at >= c.week::timestamp at time zone 'UTC' and p.first_at < (c.week + 7)::timestamp at time zone 'UTC'
      join people n on n.workspace_id = p.workspace_id and n.person_id = p.person_id
    where coalesce(k.newer, 0) < ${limit} and p.reached & ${1 << bitOf(ask.milestone)} <> 0 ${view}
      ${after ? sql`and (p.first_at, p.person_id) < (${after.at}::timestamptz, ${after.person}::uuid)` : sql``}
    order by p.first_at desc, p.person_id desc limit ${limit}`.execute(tx)
  return rows
}

/** What one person came by, first to last. */
export async function listPersonSources(
  tx: Transaction,
  workspace: WorkspaceId,
  person: PersonId,
): Promise<{ source: SourceId; label: string; kind: SourceKind; tool: string; how: string; at: Date }[]> {
  const { rows } = await sql<{
    source: SourceId
    label: string
    kind: SourceKind
    tool: string
    how: string
    at: Date
  }>`
    select t.source_id as source, s.label, s.kind, s.tool, t.kind as how, t.at
    from source_touches t join sources s on s.workspace_id = t.workspace_id and s.source_id = t.source_id
    where t.workspace_id = ${workspace} and t.person_id = ${person} order by t.at, t.step, t.source_id limit 200`.execute(
    tx,
  )
  return rows
}

/** Where visits came from, as their browsers said it. */
export async function readReferrers(
  tx: Transaction,
  workspace: WorkspaceId,
  ask: Pick<ReportAsk, 'from' | 'to' | 'campaign'>,
): Promise<{ referrer: string; visits: number }[]> {
  const { rows } = await sql<{ referrer: string; visits: number }>`select d.referrer, sum(d.visits)::int as visits
    from (${visitsIn(workspace, ask)}) d join sources s on s.workspace_id = ${workspace} and s.source_id = d.source_id
    where true ${ofCampaign(ask.campaign)}
    group by d.referrer order by visits desc`.execute(tx)
  return rows
}

export type SourceCounts = {
  source: SourceId
  kind: SourceKind
  campaign: CampaignId | null
  visits: number
  people: People
}

/** Of every source over all time: what a campaign can be held against. */
export async function countBySource(tx: Transaction, workspace: WorkspaceId): Promise<SourceCounts[]> {
  const { rows } = await sql<Sums & { kind: SourceKind; campaign: CampaignId | null }>`
    with came as (${peopleBy(workspace, { view: 'all', by: ['source_id'], names: milestones })}),
    seen as (select d.source_id, sum(d.visits)::int as visits from visit_weeks d where d.workspace_id = ${workspace} group by d.source_id)
    select s.source_id as source, s.kind, s.campaign_id as campaign, coalesce(seen.visits, 0)::int as visits,
      ${sql.join(milestones.map(name => sql`coalesce(came.${sql.id(name)}, 0)::int as ${sql.id(name)}`))}
    from sources s left join came on came.source_id = s.source_id left join seen on seen.source_id = s.source_id
    where s.workspace_id = ${workspace} and (came.source_id is not null or seen.source_id is not null)`.execute(tx)
  return rows.map(row => ({
    source: row.source,
    kind: row.kind,
    campaign: row.campaign,
    visits: row.visits ?? 0,
    people: peopleOf(row),
  }))
}

/** Of each campaign: everybody who came by any of its sources, once. */
export async function countByCampaign(
  tx: Transaction,
  workspace: WorkspaceId,
): Promise<Map<CampaignId, Readonly<Record<Milestone, number>>>> {
  const { rows } = await sql<Record<Milestone, number> & { campaign: CampaignId }>`
    select s.campaign_id as campaign, ${sql.join(milestones.map(name => sql`sum(c.${sql.id(name)})::int as ${sql.id(name)}`))}
    from (${peopleBy(workspace, { view: 'campaign', by: ['source_id'], names: milestones })}) c
      join sources s on s.workspace_id = ${workspace} and s.source_id = c.source_id
    where s.campaign_id is not null group by s.campaign_id`.execute(tx)
  return new Map(rows.map(({ campaign, ...people }) => [campaign, people]))
}

/** Different people, each once, whose first source lies in the span. */
export async function countPeople(
  tx: Transaction,
  workspace: WorkspaceId,
  { campaign, ...span }: Pick<ReportAsk, 'from' | 'to' | 'campaign'>,
): Promise<number> {
  const { rows } = await sql<{ people: number }>`select coalesce(sum(w.lead), 0)::int as people
    from (${peopleBy(workspace, { view: 'first', by: ['source_id'], names: ['lead'], span })}) w
      join sources s on s.workspace_id = ${workspace} and s.source_id = w.source_id where true ${ofCampaign(campaign)}`.execute(
    tx,
  )
  return rows[0]?.people ?? 0
}
