import { sql } from 'kysely'
import type { WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { Span } from './met-report.ts'

export type TimeRow = {
  key: string | null
  label: string | null
  readingMs: number
  groupReadingMs: number
  groupTalkMs: number
  notedMinutes: number
}

/** What is measured: reading in Kith, groups by their ledger, and what campaigns wrote down. Time in single chats is measured nowhere. */
export async function readTime(
  tx: Transaction,
  workspace: WorkspaceId,
  by: 'tool' | 'recruiter' | 'group',
  { from, to }: Span,
): Promise<TimeRow[]> {
  const keys = {
    tool: { reading: sql`i.tool`, group: sql`g.tool`, noted: sql`c.tool` },
    recruiter: { reading: sql`r.user_id::text`, group: sql`s.user_id::text`, noted: sql`c.user_id::text` },
    group: { reading: undefined, group: sql`s.group_id::text`, noted: undefined },
  }[by]
  const label = {
    tool: sql`null::text`,
    recruiter: sql`(select u.name from users u where u.workspace_id = ${workspace} and u.user_id::text = a.key)`,
    group: sql`(select coalesce(g.title, g.address) from groups g where g.workspace_id = ${workspace} and g.group_id::text = a.key)`,
  }[by]
  const until = sql`(${to}::date + 1)::timestamp at time zone 'UTC'`
  const since = sql`${from}::date::timestamp at time zone 'UTC'`
  const parts = [
    sql`select ${keys.group} as key, 0::bigint as reading, s.read_ms as group_reading, s.talk_ms as group_talk, 0 as noted
      from (select group_id, user_id, read_ms::bigint as read_ms, talk_ms::bigint as talk_ms from group_time
          where workspace_id = ${workspace} and on_day between ${from}::date and ${to}::date
        union all
        select group_id, user_id, read_minutes * 60000::bigint, talk_minutes * 60000::bigint from group_visits
          where workspace_id = ${workspace} and at >= ${since} and at < ${until}) s
        join groups g on g.workspace_id = ${workspace} and g.group_id = s.group_id`,
  ]
  if (keys.reading)
    parts.push(sql`select ${keys.reading}, sum(r.visible_ms)::bigint, 0::bigint, 0::bigint, 0
      from readings r ${by === 'tool' ? sql`join activity_items i on i.workspace_id = r.workspace_id and i.activity_id = r.activity_id` : sql``}
      where r.workspace_id = ${workspace} and r.read_at >= ${since} and r.read_at < ${until} group by 1`)
  if (keys.noted)
    parts.push(sql`select ${keys.noted}, 0::bigint, 0::bigint, 0::bigint, c.minutes from campaign_costs c
      where c.workspace_id = ${workspace} and c.minutes is not null and c.on_day between ${from}::date and ${to}::date`)
  const { rows } = await sql<TimeRow>`
    with a as (select key, sum(reading)::float8 as "readingMs", sum(group_reading)::float8 as "groupReadingMs",
        sum(group_talk)::float8 as "groupTalkMs", sum(noted)::int as "notedMinutes"
      from (${sql.join(parts, sql` union all `)}) p group by key)
    select a.*, ${label} as label from a
    order by "readingMs" + "groupReadingMs" + "groupTalkMs" + "notedMinutes" * 60000 desc, key limit 500`.execute(tx)
  return rows
}
