import { sql } from 'kysely'
import type { DigestPlan } from '#features/broadcasts/model.ts'
import type { CampaignId, CostId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { CampaignPart } from '../model/campaigns.ts'

export type Campaign = {
  id: CampaignId
  name: string
  aim: string
  /** Days are `2026-12-24`, without a zone. */
  startsOn: string | null
  endsOn: string | null
  user: UserId | null
  sample: boolean
  archivedAt: Date | null
  createdAt: Date
  updatedAt: Date
}

const columns = sql`campaign_id as id, name, aim, starts_on::text as "startsOn", ends_on::text as "endsOn", user_id as "user", sample,
  archived_at as "archivedAt", created_at as "createdAt", updated_at as "updatedAt"`

export async function listCampaigns(tx: Transaction, workspace: WorkspaceId, archived: boolean): Promise<Campaign[]> {
  const { rows } = await sql<Campaign>`select ${columns} from campaigns where workspace_id = ${workspace}
    ${archived ? sql`` : sql`and archived_at is null`} order by created_at desc, campaign_id`.execute(tx)
  return rows
}

export async function findCampaign(
  tx: Transaction,
  workspace: WorkspaceId,
  id: CampaignId,
  lock: 'for-update' | 'no' = 'no',
): Promise<Campaign | undefined> {
  const { rows } =
    await sql<Campaign>`select ${columns} from campaigns where workspace_id = ${workspace} and campaign_id = ${id}
    ${lock === 'for-update' ? sql`for update` : sql``}`.execute(tx)
  return rows[0]
}

export async function upsertCampaign(tx: Transaction, workspace: WorkspaceId, one: Campaign): Promise<void> {
  await sql`insert into campaigns (workspace_id, campaign_id, name, aim, starts_on, ends_on, user_id, sample, archived_at, created_at,
      updated_at)
    values (${workspace}, ${one.id}, ${one.name}, ${one.aim}, ${one.startsOn}::date, ${one.endsOn}::date, ${one.user}, ${one.sample},
      ${one.archivedAt}, ${one.createdAt}, ${one.updatedAt})
    on conflict (workspace_id, campaign_id) do update set name = excluded.name, aim = excluded.aim, starts_on = excluded.starts_on,
      ends_on = excluded.ends_on, archived_at = excluded.archived_at, updated_at = excluded.updated_at`.execute(tx)
}

export type Part = { campaign: CampaignId; tool: string; part: CampaignPart; note: string }

export async function listParts(tx: Transaction, workspace: WorkspaceId, campaign?: CampaignId): Promise<Part[]> {
  const { rows } =
    await sql<Part>`select campaign_id as campaign, tool, part, note from campaign_parts where workspace_id = ${workspace}
    ${campaign ? sql`and campaign_id = ${campaign}` : sql``} order by tool, part`.execute(tx)
  return rows
}

/** `note` null: the tool does not play this part. */
export async function writePart(
  tx: Transaction,
  workspace: WorkspaceId,
  { campaign, tool, part, note }: Omit<Part, 'note'> & { note: string | null },
): Promise<void> {
  if (note === null)
    await sql`delete from campaign_parts where workspace_id = ${workspace} and campaign_id = ${campaign} and tool = ${tool}
      and part = ${part}`.execute(tx)
  else
    await sql`insert into campaign_parts (workspace_id, campaign_id, tool, part, note)
      values (${workspace}, ${campaign}, ${tool}, ${part}, ${note})
      on conflict (workspace_id, campaign_id, tool, part) do update set note = excluded.note`.execute(tx)
}

export type Cost = {
  id: CostId
  campaign: CampaignId
  on: string
  tool: string | null
  what: string
  amount: number | null
  currency: string | null
  minutes: number | null
  by: string | null
}

export async function listCosts(tx: Transaction, workspace: WorkspaceId, campaign?: CampaignId): Promise<Cost[]> {
  const { rows } =
    await sql<Cost>`select c.cost_id as id, c.campaign_id as campaign, c.on_day::text as "on", c.tool, c.what,
      c.amount::float8 as amount, c.currency, c.minutes, u.name as by
    from campaign_costs c left join users u on u.workspace_id = c.workspace_id and u.user_id = c.user_id
    where c.workspace_id = ${workspace} ${campaign ? sql`and c.campaign_id = ${campaign}` : sql``}
    order by c.on_day desc, c.cost_id`.execute(tx)
  return rows
}

export async function insertCost(
  tx: Transaction,
  workspace: WorkspaceId,
  cost: Omit<Cost, 'by'> & { user: UserId; now: Date },
): Promise<void> {
  await sql`insert into campaign_costs (workspace_id, cost_id, campaign_id, on_day, tool, what, amount, currency, minutes, user_id, created_at)
    values (${workspace}, ${cost.id}, ${cost.campaign}, ${cost.on}::date, ${cost.tool}, ${cost.what}, ${cost.amount}, ${cost.currency},
      ${cost.minutes}, ${cost.user}, ${cost.now})`.execute(tx)
}

export async function deleteCost(
  tx: Transaction,
  workspace: WorkspaceId,
  campaign: CampaignId,
  id: CostId,
): Promise<boolean> {
  const { rows } =
    await sql`delete from campaign_costs where workspace_id = ${workspace} and campaign_id = ${campaign} and cost_id = ${id}
    returning cost_id`.execute(tx)
  return rows.length > 0
}

/** Time in the groups whose links belong to each campaign: by the clock and as it was told, all recruiters'. */
export async function listGroupTime(
  tx: Transaction,
  workspace: WorkspaceId,
): Promise<{ campaign: CampaignId; tool: string; minutes: number }[]> {
  const { rows } = await sql<{ campaign: CampaignId; tool: string; minutes: number }>`
    with mine as (
      select distinct s.campaign_id, s.thing_id as group_id, c.starts_on, c.ends_on
      from sources s join campaigns c on c.workspace_id = s.workspace_id and c.campaign_id = s.campaign_id
      where s.workspace_id = ${workspace} and s.kind = 'group'
    ), spent as (
      select group_id, on_day, (read_ms + talk_ms) / 60000.0 as minutes from group_time where workspace_id = ${workspace}
      union all
      select group_id, (at at time zone 'UTC')::date, read_minutes + talk_minutes from group_visits where workspace_id = ${workspace})
    select m.campaign_id as campaign, g.tool, round(sum(t.minutes))::int as minutes
    from mine m join spent t on t.group_id = m.group_id and t.on_day >= coalesce(m.starts_on, '-infinity'::date)
        and t.on_day <= coalesce(m.ends_on, 'infinity'::date)
      join groups g on g.workspace_id = ${workspace} and g.group_id = m.group_id
    group by 1, 2`.execute(tx)
  return rows
}

export type Planned = {
  kind: 'post' | 'issue' | 'visit' | 'digest'
  id: string
  /** The post, issue, group or list that it is of. */
  thing: string | null
  title: string
  at: Date
  state: 'planned' | 'done'
  tool: string
  campaign: CampaignId | null
}

/** Posts, issues and visits of groups, of the past and to come; what is planned says when it goes out. */
export async function listCalendar(
  tx: Transaction,
  workspace: WorkspaceId,
  span: { from: Date; to: Date },
): Promise<Planned[]> {
  const { rows } = await sql<Planned>`
    select * from (
      select 'post' as kind, p.post_id::text as id, p.post_id as thing, p.content->>'title' as title, p.published_at as at,
        case p.state when 'scheduled' then 'planned' else 'done' end as state, 'blog' as tool, s.campaign_id as campaign
      from posts p left join sources s on s.workspace_id = p.workspace_id and s.kind = 'post' and s.thing_id = p.post_id and s.automatic
      where p.workspace_id = ${workspace} and p.state <> 'draft' and p.removed_at is null
      union all
      select 'issue', i.issue_id::text, i.issue_id, i.subject, coalesce(i.started_at, i.send_at),
        case when i.state in ('sent', 'sending', 'paused') then 'done' else 'planned' end, 'email', s.campaign_id
      from list_issues i left join sources s on s.workspace_id = i.workspace_id and s.kind = 'issue' and s.thing_id = i.issue_id and s.automatic
      where i.workspace_id = ${workspace} and i.state <> 'draft'
      union all
      select 'visit', v.visit_id::text, v.group_id, coalesce(g.title, g.address), v.at, 'done', g.tool,
        (select s.campaign_id from sources s where s.workspace_id = v.workspace_id and s.kind = 'group' and s.thing_id = v.group_id
          and s.campaign_id is not null order by s.created_at desc limit 1)
      from group_visits v join groups g on g.workspace_id = v.workspace_id and g.group_id = v.group_id
      where v.workspace_id = ${workspace}) c
    where at >= ${span.from} and at < ${span.to} order by at, id limit 1000`.execute(tx)
  return rows
}

/** What recruiters set themselves for each week: over which tool, where, on which days (1 is Monday). */
export async function listRhythms(
  tx: Transaction,
  workspace: WorkspaceId,
): Promise<{ tool: string; place: string; days: number[]; by: string }[]> {
  const { rows } = await sql<{
    tool: string
    place: string
    days: number[]
    by: string
  }>`select r.tool, r.place, r.days, u.name as by
    from week_rhythms r join users u on u.workspace_id = r.workspace_id and u.user_id = r.user_id
    where r.workspace_id = ${workspace} order by r.tool, u.name`.execute(tx)
  return rows
}

/** Lists whose new jobs go out each week. */
export async function listDigestPlans(
  tx: Transaction,
  workspace: WorkspaceId,
): Promise<(Pick<DigestPlan, 'weekday' | 'hour' | 'timezone'> & { id: string; name: string })[]> {
  const { rows } = await sql<{ id: string; name: string; weekday: number; hour: number; timezone: string }>`
    select list_id as id, name, digest_weekday as weekday, digest_hour as hour, digest_timezone as timezone from lists
    where workspace_id = ${workspace} and digest_on and archived_at is null order by name`.execute(tx)
  return rows
}
