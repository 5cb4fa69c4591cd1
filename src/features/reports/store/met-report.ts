import { type RawBuilder, sql } from 'kysely'
import type { PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import { type MetStep, type MetView, metBit, metSteps, metViewNumber } from '../model/steps.ts'

export type Span = { from: string; to: string }
export type MetCounts = Readonly<Record<MetStep, number>>
export type MetRow = { key: string | null; label: string | null; counts: MetCounts }

const nobody = '00000000-0000-0000-0000-000000000000'
const keyOf = {
  tool: sql`m.tool`,
  recruiter: sql`m.user_id::text`,
  week: sql`m.week::text`,
  way: sql`m.tool`,
} as const
export type MetKey = keyof typeof keyOf

const viewOf: Readonly<Record<MetView, RawBuilder<unknown>>> = {
  all: sql`c.week as week`,
  first: sql`case when c.is_first then c.week end as week`,
  asked: sql`c.asked_week as week`,
}

/** The weeks as they were folded, and what changed since: exact at every moment. */
const weeksOf = (workspace: WorkspaceId, view: MetView, { from, to }: Span) => sql`
  select w.week, w.tool, w.user_id, ${sql.join(metSteps.map(step => sql`w.people[${sql.lit(metBit(step) + 1)}] as ${sql.id(step)}`))}
  from met_weeks w where w.workspace_id = ${workspace} and w.view = ${sql.lit(metViewNumber[view])}
    and w.week >= date_trunc('week', ${from}::date)::date and w.week <= ${to}::date
  union all
  select c.week, c.tool, c.user_id, ${sql.join(metSteps.map(step => sql`c.people * ((c.reached >> ${sql.lit(metBit(step))}) & 1) as ${sql.id(step)}`))}
  from (select ${viewOf[view]}, c.tool, c.user_id, c.reached, c.people from met_week_changes c where c.workspace_id = ${workspace}) c
  where c.week >= date_trunc('week', ${from}::date)::date and c.week <= ${to}::date`

const countsOf = (row: Partial<Record<MetStep, number | null>>): MetCounts =>
  Object.fromEntries(metSteps.map(step => [step, row[step] ?? 0])) as Record<MetStep, number>

/** Most people first; weeks in their order, also those in which nothing happened. */
export async function readMet(
  tx: Transaction,
  workspace: WorkspaceId,
  view: MetView,
  by: Exclude<MetKey, 'way'>,
  span: Span,
): Promise<MetRow[]> {
  const sums = sql.join(metSteps.map(step => sql`coalesce(sum(m.${sql.id(step)}), 0)::int as ${sql.id(step)}`))
  if (by === 'week') {
    const { rows } = await sql<Record<MetStep, number> & { key: string }>`
      with m as (${weeksOf(workspace, view, span)})
      select g.week::date::text as key, ${sums}
      from generate_series(date_trunc('week', ${span.from}::date), ${span.to}::date, interval '7 days') as g(week)
        left join m on m.week = g.week::date group by g.week order by g.week`.execute(tx)
    return rows.map(row => ({ key: row.key, label: null, counts: countsOf(row) }))
  }
  const { rows } = await sql<Record<MetStep, number> & { key: string; label: string | null }>`
    with m as (${weeksOf(workspace, view, span)}), s as (select ${keyOf[by]} as key, ${sums} from m group by 1)
    select s.*, ${by === 'recruiter' ? sql`(select u.name from users u where u.workspace_id = ${workspace} and u.user_id::text = s.key)` : sql`null::text`} as label
    from s where s.met > 0 order by s.met desc, s.key limit 500`.execute(tx)
  return rows.map(row => ({ key: row.key === nobody ? null : row.key, label: row.label, counts: countsOf(row) }))
}

export type MetPerson = { person: PersonId; name: string; tool: string; user: UserId | null; at: Date; reached: number }

/** Whom a number stands for, latest first. */
export async function listMet(
  tx: Transaction,
  workspace: WorkspaceId,
  ask: { view: MetView; by: Exclude<MetKey, 'way'>; key: string | null; step: MetStep; span: Span },
  after: { at: string; person: PersonId; tool: string } | undefined,
  limit: number,
): Promise<MetPerson[]> {
  const { view, by, key, step, span } = ask
  const match =
    by === 'tool'
      ? sql`and m.tool = ${key}`
      : by === 'recruiter'
        ? key === null
          ? sql`and m.user_id is null`
          : sql`and m.user_id::text = ${key}`
        : sql`and ${view === 'asked' ? sql`m.asked_week` : sql`m.week`} = ${key}::date`
  const week = view === 'asked' ? sql`m.asked_week` : sql`m.week`
  const { rows } = await sql<MetPerson>`
    select m.person_id as person, p.display_name as name, m.tool, m.user_id as "user", m.first_at as at, m.reached
    from met_people m join people p on p.workspace_id = m.workspace_id and p.person_id = m.person_id
    where m.workspace_id = ${workspace} and ${week} >= date_trunc('week', ${span.from}::date)::date and ${week} <= ${span.to}::date
      and m.reached & ${sql.lit(1 << metBit(step))} <> 0 ${view === 'first' ? sql`and m.is_first` : sql``} ${match}
      ${after ? sql`and (m.first_at, m.person_id, m.tool) < (${after.at}::timestamptz, ${after.person}::uuid, ${after.tool})` : sql``}
    order by m.first_at desc, m.person_id desc, m.tool desc limit ${limit}`.execute(tx)
  return rows
}
