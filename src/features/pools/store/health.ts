import { type RawBuilder, sql } from 'kysely'
import type { WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

export type Spans = {
  activeMonth: number
  activeQuarter: number
  activeYear: number
  /** Days since the last touch with anybody of the team; those never touched are apart. */
  touchedMonth: number
  touchedQuarter: number
  touchedYear: number
  touchedEarlier: number
  never: number
  /** Half of those that were ever touched were touched within so many days. */
  medianDays: number | null
}

/** `people`: a subquery of `person_id`. */
export async function countSpans(
  tx: Transaction,
  workspace: WorkspaceId,
  people: RawBuilder<unknown>,
  now: Date,
): Promise<Spans> {
  const within = (at: RawBuilder<unknown>, days: number) =>
    sql`count(*) filter (where ${at} >= ${now}::timestamptz - make_interval(days => ${days}))::int`
  const active = sql`s.last_active_at`
  const touched = sql`t.at`
  const { rows } = await sql<
    Omit<Spans, 'touchedQuarter' | 'touchedYear'> & { t90: number; t365: number; all: number }
  >`
    select ${within(active, 30)} as "activeMonth", ${within(active, 90)} as "activeQuarter", ${within(active, 365)} as "activeYear",
      ${within(touched, 30)} as "touchedMonth", ${within(touched, 90)} as t90, ${within(touched, 365)} as t365,
      count(t.at)::int as "touchedEarlier", count(*) filter (where t.at is null)::int as never, count(*)::int as all,
      percentile_cont(0.5) within group (order by extract(epoch from ${now}::timestamptz - t.at) / 86400)::float8 as "medianDays"
    from (${people}) m
      left join person_search s on s.workspace_id = ${workspace} and s.person_id = m.person_id
      left join (select person_id, max(last_touch_at) as at from relationships where workspace_id = ${workspace} group by person_id) t
        on t.person_id = m.person_id`.execute(tx)
  const row = rows[0]
  if (!row) throw new Error('counts are one row')
  const { t90, t365, all: _, ...rest } = row
  return {
    ...rest,
    touchedQuarter: t90 - row.touchedMonth,
    touchedYear: t365 - t90,
    touchedEarlier: row.touchedEarlier - t365,
    medianDays: row.medianDays === null ? null : Math.max(0, Math.round(row.medianDays)),
  }
}
