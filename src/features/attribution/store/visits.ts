import { sql } from 'kysely'
import type { SourceId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

/** The same for everybody who asks on that day; earlier ones are thrown away. */
export async function ensureSalt(tx: Transaction, day: string, wish: Uint8Array): Promise<Buffer> {
  await sql`delete from visit_salts where on_day < ${day}::date`.execute(tx)
  await sql`insert into visit_salts (on_day, salt) values (${day}::date, ${Buffer.from(wish)}) on conflict do nothing`.execute(
    tx,
  )
  const { rows } = await sql<{ salt: Buffer }>`select salt from visit_salts where on_day = ${day}::date`.execute(tx)
  if (!rows[0]) throw new Error('the salt of the day is gone')
  return rows[0].salt
}

export async function deleteSaltsBefore(tx: Transaction, day: string): Promise<void> {
  await sql`delete from visit_salts where on_day < ${day}::date`.execute(tx)
}

export type VisitRow = { source: SourceId; day: string; visitor: Buffer; at: Date; referrer: string; views: number }

/** A visitor of a day is one visit at a source, however often they look. Each row's keys once. */
export async function addVisits(tx: Transaction, workspace: WorkspaceId, rows: readonly VisitRow[]): Promise<void> {
  const sorted = [...rows].sort(
    (a, b) => a.day.localeCompare(b.day) || a.source.localeCompare(b.source) || a.visitor.compare(b.visitor),
  )
  await sql`
    with n as (
      select * from unnest(${sorted.map(row => row.source)}::uuid[], ${sorted.map(row => row.day)}::date[],
        ${sorted.map(row => row.visitor)}::bytea[], ${sorted.map(row => row.at)}::timestamptz[],
        ${sorted.map(row => row.referrer)}::text[], ${sorted.map(row => row.views)}::int[])
        as n(source_id, on_day, visitor, at, referrer, views)
      where exists (select from sources s where s.workspace_id = ${workspace} and s.source_id = n.source_id)
    ), seen as (
      insert into visits as v (workspace_id, on_day, source_id, visitor, first_at, referrer, views)
      select ${workspace}::uuid, on_day, source_id, visitor, at, referrer, views from n
      on conflict (workspace_id, on_day, source_id, visitor) do update set views = v.views + excluded.views
      returning on_day, source_id, visitor, (xmax = 0) as fresh
    ), counted as (
      select n.source_id, n.on_day, date_trunc('hour', n.at, 'UTC') as hour, n.referrer, count(*) filter (where seen.fresh)::int as visits,
        sum(n.views)::int as views
      from n join seen using (on_day, source_id, visitor) group by 1, 2, 3, 4
    ), hours as (
      insert into visit_hours as h (workspace_id, source_id, hour, referrer, visits, views)
      select ${workspace}::uuid, source_id, hour, referrer, sum(visits)::int, sum(views)::int from counted group by 2, 3, 4 order by 2, 3, 4
      on conflict (workspace_id, source_id, hour, referrer) do update set visits = h.visits + excluded.visits, views = h.views + excluded.views
    ), weeks as (
      insert into visit_weeks as k (workspace_id, source_id, week, referrer, visits)
      select ${workspace}::uuid, source_id, date_trunc('week', on_day)::date, referrer, sum(visits)::int from counted
      group by 2, 3, 4 order by 2, 3, 4
      on conflict (workspace_id, source_id, week, referrer) do update set visits = k.visits + excluded.visits
    )
    insert into visit_days as d (workspace_id, source_id, on_day, referrer, visits, views)
    select ${workspace}::uuid, source_id, on_day, referrer, sum(visits)::int, sum(views)::int from counted group by 2, 3, 4 order by 2, 3, 4
    on conflict (workspace_id, source_id, on_day, referrer) do update set visits = d.visits + excluded.visits, views = d.views + excluded.views`.execute(
    tx,
  )
}

/** Across workspaces: what is told by day stays. */
export async function deleteOldVisits(tx: Transaction, before: { visits: Date; hours: Date }): Promise<void> {
  await sql`delete from visits where on_day < ${before.visits.toISOString().slice(0, 10)}::date`.execute(tx)
  await sql`delete from visit_hours where hour < ${before.hours}`.execute(tx)
}
