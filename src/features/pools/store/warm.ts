import { sql } from 'kysely'
import type { ActivityId, PersonId, PoolId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'
import type { PlannedAction } from '../model.ts'
import { visible } from './pools.ts'

const theyKnowUs = sql`(r.side in ('passive', 'referrer')
  or (r.side is null and r.stage in ('acknowledged', 'connected', 'introduced', 'interested')))`

export type WarmDue = {
  person: PersonId
  name: string
  touchedAt: Date
  pool: PoolId
  poolName: string
  weeks: number
  offerTitle: string | null
  offerUrl: string | null
  activity: ActivityId | null
  tool: ToolId | null
  title: string | null
  words: number | null
  /** The caller has read it: now there is something to write about. */
  read: boolean
}

/**
 * Members of pools with a rhythm who know the caller and have not been in touch for longer than it says; whoever has news of their own
 * first, then the longest silence. Walks the caller's relationships from the longest silence on. `newsSince`: what still counts as news.
 */
export async function listWarmDue(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  now: Date,
  newsSince: Date,
  limit: number,
): Promise<WarmDue[]> {
  const { rows } = await sql<WarmDue>`
    with rhythms as materialized (
      select q.pool_id, q.name, q.warm_weeks, q.offer_title, q.offer_url from pools q
      where q.workspace_id = ${workspace} and q.warm_weeks is not null and q.removed_at is null and ${visible(user)}
    ), due as materialized (
      select r.person_id, r.last_touch_at, w.* from relationships r cross join lateral (
          select h.* from pool_members m join rhythms h on h.pool_id = m.pool_id
          where m.workspace_id = ${workspace} and m.person_id = r.person_id and m.how <> 'kept-out'
            and r.last_touch_at < ${now}::timestamptz - make_interval(days => h.warm_weeks * 7)
          order by h.warm_weeks limit 1) w
      where exists (select from rhythms) and r.workspace_id = ${workspace} and r.user_id = ${user} and ${theyKnowUs}
        and r.last_touch_at < ${now}::timestamptz - make_interval(days => 7 * (select min(warm_weeks) from rhythms))
      order by r.last_touch_at, r.person_id limit ${limit * 20}
    )
    select d.person_id as person, p.display_name as name, d.last_touch_at as "touchedAt", d.pool_id as pool, d.name as "poolName",
      d.warm_weeks as weeks, d.offer_title as "offerTitle", d.offer_url as "offerUrl", n.activity_id as activity, n.tool,
      coalesce(n.title, left(n.text, 120)) as title, n.words, coalesce(n.read, false) as read
    from due d
      join people p on p.workspace_id = ${workspace} and p.person_id = d.person_id and p.do_not_contact_at is null and p.merged_into is null
      left join lateral (select a.activity_id, a.tool, a.title, a.text, a.words, exists (select from readings o where o.workspace_id = ${workspace}
            and o.user_id = ${user} and o.activity_id = a.activity_id and o.dismissed_at is null) as read
        from activity_items a
        where a.workspace_id = ${workspace} and a.person_id = d.person_id and a.published_at >= ${newsSince}
        order by a.published_at desc, a.activity_id limit 1) n on true
    order by n.activity_id is null, d.last_touch_at, d.person_id limit ${limit}`.execute(tx)
  return rows
}

export type PoolNews = {
  person: PersonId
  name: string
  pool: PoolId
  poolName: string
  activity: ActivityId
  tool: ToolId
  title: string
  words: number
  publishedAt: Date
}

/** The latest unread item of each member of the caller's pools since `since`, latest first. Walks what was published from the newest end. */
export async function listPoolNews(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  since: Date,
  limit: number,
): Promise<PoolNews[]> {
  const { rows } = await sql<PoolNews>`
    with mine as materialized (
      select q.pool_id, q.name from pools q where q.workspace_id = ${workspace} and q.removed_at is null and ${visible(user)}
    )
    select a.person_id as person, p.display_name as name, w.pool_id as pool, w.name as "poolName", a.activity_id as activity, a.tool,
      coalesce(a.title, left(a.text, 120)) as title, a.words, a.published_at as "publishedAt"
    from activity_items a
      cross join lateral (select h.* from pool_members m join mine h on h.pool_id = m.pool_id
        where m.workspace_id = ${workspace} and m.person_id = a.person_id and m.how <> 'kept-out' order by h.name limit 1) w
      join people p on p.workspace_id = ${workspace} and p.person_id = a.person_id and p.do_not_contact_at is null and p.merged_into is null
    where exists (select from mine) and a.workspace_id = ${workspace} and a.published_at >= ${since}
      and not exists (select from readings d where d.workspace_id = ${workspace} and d.user_id = ${user} and d.activity_id = a.activity_id)
    order by a.published_at desc, a.activity_id limit ${limit * 10}`.execute(tx)
  const first = new Map<PersonId, PoolNews>()
  for (const row of rows) if (!first.has(row.person)) first.set(row.person, row)
  return [...first.values()].slice(0, limit)
}

export type Planned = {
  person: PersonId
  name: string
  pool: PoolId | null
  poolName: string | null
  action: PlannedAction
  tool: ToolId | null
  on: string
}

/** Due on `today` or before and not done: nothing of ours reached them since it was planned. */
export async function listPlanned(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  today: string,
  limit: number,
): Promise<Planned[]> {
  const { rows } =
    await sql<Planned>`select s.person_id as person, p.display_name as name, s.pool_id as pool, q.name as "poolName", s.action,
      s.tool, s.planned_on as "on"
    from planned_steps s
      join people p on p.workspace_id = ${workspace} and p.person_id = s.person_id and p.do_not_contact_at is null and p.merged_into is null
      left join pools q on q.workspace_id = ${workspace} and q.pool_id = s.pool_id
      left join relationships r on r.workspace_id = ${workspace} and r.user_id = ${user} and r.person_id = s.person_id
    where s.workspace_id = ${workspace} and s.user_id = ${user} and s.planned_on <= ${today}::date
      and (r.last_out_at is null or r.last_out_at < s.planned_at)
    order by s.planned_on, s.person_id limit ${limit}`.execute(tx)
  return rows
}

export async function upsertPlanned(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  steps: readonly { person: PersonId; action: PlannedAction; tool: ToolId | null; on: string }[],
  by: { pool: PoolId | null; at: Date },
): Promise<void> {
  if (steps.length === 0) return
  await sql`insert into planned_steps (workspace_id, user_id, person_id, pool_id, action, tool, planned_on, planned_at)
    select ${workspace}, ${user}, n.person, ${by.pool}, n.action, n.tool, n."on"::date, ${by.at}
    from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) as n(person uuid, action text, tool text, "on" text)
    on conflict (workspace_id, user_id, person_id) do update set pool_id = excluded.pool_id, action = excluded.action,
      tool = excluded.tool, planned_on = excluded.planned_on, planned_at = excluded.planned_at`.execute(tx)
}

/** Gives how many were taken back. */
export async function deletePlanned(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  people: readonly PersonId[],
): Promise<number> {
  const { rows } = await sql`delete from planned_steps where workspace_id = ${workspace} and user_id = ${user}
    and person_id = any(${[...people]}::uuid[]) returning 1`.execute(tx)
  return rows.length
}

export type Contact = {
  person: PersonId
  name: string
  side: string | null
  stage: string | null
  lastInAt: Date | null
  lastOutAt: Date | null
}

/** What the caller's last words with these people were, whoever is gone left out. */
export async function listContacts(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  people: readonly PersonId[],
): Promise<Contact[]> {
  const { rows } = await sql<Contact>`select p.person_id as person, p.display_name as name,
      case when p.do_not_contact_at is not null then 'do-not-contact' else r.side end as side, r.stage,
      r.last_in_at as "lastInAt", r.last_out_at as "lastOutAt"
    from unnest(${[...people]}::uuid[]) with ordinality as w(person_id, n)
      join people p on p.workspace_id = ${workspace} and p.person_id = w.person_id and p.merged_into is null
      left join relationships r on r.workspace_id = ${workspace} and r.user_id = ${user} and r.person_id = w.person_id
    order by w.n`.execute(tx)
  return rows
}
