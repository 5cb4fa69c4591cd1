import { type RawBuilder, sql } from 'kysely'
import { dayMs } from '#kernel/clock.ts'
import type { WorkspaceId } from '#kernel/ids.ts'
import { type CountView, type Milestone, milestones, viewNumber } from '../model/milestones.ts'

export type DaySpan = { from: string; to: string }

const countsIn: Readonly<Record<CountView, RawBuilder<unknown>>> = {
  all: sql``,
  first: sql`and c.is_first`,
  last: sql`and c.is_last`,
  campaign: sql`and c.opens`,
}

/** People of a view by `key`, a column per name: the weeks as they were folded, and what changed since. Without a span of all time. */
export function peopleBy(
  workspace: WorkspaceId,
  ask: { view: CountView; by: readonly ('source_id' | 'week')[]; names: readonly Milestone[]; span?: DaySpan },
): RawBuilder<unknown> {
  const { view, by, names, span } = ask
  const within = (table: string) => {
    const week = sql.ref(`${table}.week`)
    return span
      ? sql`and ${week} >= date_trunc('week', ${span.from}::date)::date and ${week} <= ${span.to}::date`
      : sql``
  }
  const keys = sql.join(by.map(key => sql.ref(key)))
  const bit = (name: Milestone) => milestones.indexOf(name)
  return sql`select ${keys}, ${sql.join(names.map(name => sql`sum(${sql.id(name)})::int as ${sql.id(name)}`))}
    from (
      select w.source_id, w.week, ${sql.join(names.map(name => sql`w.people[${sql.lit(bit(name) + 1)}] as ${sql.id(name)}`))}
      from source_weeks w where w.workspace_id = ${workspace} and w.view = ${sql.lit(viewNumber[view])} ${within('w')}
      union all
      select c.source_id, c.week, ${sql.join(
        names.map(name => sql`c.people * ((c.reached >> ${sql.lit(bit(name))}) & 1) as ${sql.id(name)}`),
      )}
      from source_week_changes c where c.workspace_id = ${workspace} ${countsIn[view]} ${within('c')}
    ) looked group by ${keys}`
}

/** Everybody who ever came by each source. */
export const leadsBySource = (workspace: WorkspaceId): RawBuilder<unknown> =>
  peopleBy(workspace, { view: 'all', by: ['source_id'], names: ['lead'] })

const dayAt = (ms: number) => new Date(ms).toISOString().slice(0, 10)
const mondayOf = (ms: number) => ms - ((new Date(ms).getUTCDay() + 6) % 7) * dayMs

/** Rows of (source_id, week, referrer, visits): whole weeks from their rollup, days where the span begins or ends within a week. */
export function visitsIn(workspace: WorkspaceId, { from, to }: DaySpan): RawBuilder<unknown> {
  const start = Date.parse(`${from}T00:00:00Z`)
  const after = Date.parse(`${to}T00:00:00Z`) + dayMs
  const first = mondayOf(start + 6 * dayMs)
  const end = Math.max(mondayOf(after), first)
  return sql`select w.source_id, w.week, w.referrer, w.visits from visit_weeks w
    where w.workspace_id = ${workspace} and w.week >= ${dayAt(first)}::date and w.week < ${dayAt(end)}::date
    union all
    select d.source_id, date_trunc('week', d.on_day)::date, d.referrer, d.visits from visit_days d
    where d.workspace_id = ${workspace} and (d.on_day >= ${from}::date and d.on_day < ${dayAt(Math.min(first, after))}::date
      or d.on_day >= ${dayAt(end)}::date and d.on_day <= ${to}::date)`
}
