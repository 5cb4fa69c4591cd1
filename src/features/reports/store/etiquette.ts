import { sql } from 'kysely'
import type { WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { Span } from './met-report.ts'

export type HealthRow = {
  key: string
  label: string | null
  blocks: number
  overrides: number
  complaints: number
  unsubscribed: number
}

/**
 * Blocks that were met (once a day, thread and rule), sends in spite of one, mail that was reported as spam, and readers who left a
 * list. The last two belong to nobody of us and stand in weeks alone.
 */
export async function readHealth(
  tx: Transaction,
  workspace: WorkspaceId,
  by: 'week' | 'recruiter' | 'rule',
  { from, to }: Span,
): Promise<HealthRow[]> {
  const monday = (day: ReturnType<typeof sql>) => sql`date_trunc('week', ${day})::date::text`
  const utc = (at: ReturnType<typeof sql>) => sql`(${at} at time zone 'UTC')::date`
  const within = (day: ReturnType<typeof sql>) => sql`${day} between ${from}::date and ${to}::date`
  const keys = {
    week: { blocks: monday(sql`b.on_day`), overrides: monday(utc(sql`coalesce(o.answered_at, o.at)`)) },
    recruiter: { blocks: sql`b.user_id::text`, overrides: sql`coalesce(o.asked_by, o.user_id)::text` },
    rule: { blocks: sql`b.code`, overrides: sql`c.code` },
  }[by]
  const parts = [
    sql`select ${keys.blocks} as key, count(*) as blocks, 0 as overrides, 0 as complaints, 0 as unsubscribed
      from blocks_met b where b.workspace_id = ${workspace} and ${within(sql`b.on_day`)} group by 1`,
    sql`select ${keys.overrides}, 0, count(*), 0, 0 from overrides o ${by === 'rule' ? sql`cross join unnest(o.codes) as c(code)` : sql``}
      where o.workspace_id = ${workspace} and o.state in ('used', 'outside') and ${within(utc(sql`coalesce(o.answered_at, o.at)`))} group by 1`,
  ]
  if (by === 'week')
    parts.push(
      sql`select ${monday(utc(sql`s.at`))}, 0, 0, count(*), 0 from list_stops s
        where s.workspace_id = ${workspace} and s.reason = 'complaint' and ${within(utc(sql`s.at`))} group by 1`,
      sql`select ${monday(utc(sql`l.ended_at`))}, 0, 0, 0, count(*) from list_subscribers l
        where l.workspace_id = ${workspace} and l.state = 'left' and ${within(utc(sql`l.ended_at`))} group by 1`,
    )
  const label =
    by === 'recruiter'
      ? sql`(select u.name from users u where u.workspace_id = ${workspace} and u.user_id::text = a.key)`
      : sql`null::text`
  const { rows } = await sql<HealthRow>`
    with a as (select key, sum(blocks)::int as blocks, sum(overrides)::int as overrides, sum(complaints)::int as complaints,
        sum(unsubscribed)::int as unsubscribed
      from (${sql.join(parts, sql` union all `)}) p where key is not null group by key)
    select a.*, ${label} as label from a order by blocks desc, overrides desc, key limit 500`.execute(tx)
  return rows
}
