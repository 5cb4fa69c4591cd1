import { type RawBuilder, sql } from 'kysely'
import type { PersonId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'

type People = RawBuilder<unknown>

export const these = (people: readonly PersonId[]): People => sql`select unnest(${[...people]}::uuid[]) as person_id`

export type FactsRow = {
  person: PersonId
  tool: ToolId
  turns: number
  answered: number
  minutes: number | null
  began: boolean
  wished: boolean
  lastInAt: Date | null
  published: number
  weeks: string[] | null
}

/**
 * Turns of ours and how they ended, by person and tool, whoever of the team wrote. Touches of one side in a row are one run; a run of
 * ours is answered by the run of theirs that follows within `answerMs`. `asked_at`: the first that counts; `waits_until`: when the last
 * one, still without an answer, begins to count.
 */
export const turns = (
  workspace: WorkspaceId,
  people: People,
  since: Date,
  overdue: Date,
  answerMs: number,
): RawBuilder<unknown> => sql`
  spoken as (
    select t.person_id, t.tool, t.at, t.kind in ('their-message', 'invite-accepted', 'chat-opened') as theirs
    from (${people}) w join touches t on t.workspace_id = ${workspace} and t.person_id = w.person_id
    where t.tool is not null and t.at >= ${since}
      and t.kind in ('our-message', 'invite-sent', 'their-message', 'invite-accepted', 'chat-opened')
  ), sides as (
    select *, lag(theirs) over side as before from spoken window side as (partition by person_id, tool order by at, theirs)
  ), runs as (
    select *, lead(at) over (partition by person_id, tool order by at, theirs) as next_at from sides where theirs is distinct from before
  ), turns as (
    select person_id, tool,
      count(*) filter (where not theirs and (next_at <= at + make_interval(secs => ${answerMs / 1_000}) or at < ${overdue}))::int as turns,
      count(*) filter (where not theirs and next_at <= at + make_interval(secs => ${answerMs / 1_000}))::int as answered,
      percentile_cont(0.5) within group (order by extract(epoch from next_at - at) / 60)
        filter (where not theirs and next_at <= at + make_interval(secs => ${answerMs / 1_000})) as minutes,
      bool_or(theirs and before is null) as began,
      min(at) filter (where not theirs and (next_at <= at + make_interval(secs => ${answerMs / 1_000}) or at < ${overdue})) as asked_at,
      max(at) filter (where not theirs and next_at is null and at >= ${overdue}) + make_interval(secs => ${answerMs / 1_000}) as waits_until
    from runs group by person_id, tool
  ), heard as (
    select person_id, tool, max(at) as last_in_at from spoken where theirs group by person_id, tool
  )`

export type FitWindow = { since: Date; overdue: Date; answerMs: number; publishedSince: Date }

/** One row for each tool that somebody is on, or where something happened. */
export async function listToolFacts(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly PersonId[],
  { since, overdue, answerMs, publishedSince }: FitWindow,
): Promise<FactsRow[]> {
  if (people.length === 0) return []
  const { rows } = await sql<FactsRow>`
    with ${turns(workspace, these(people), since, overdue, answerMs)}, there as (
      select f.person_id, f.tool from profiles f where f.workspace_id = ${workspace} and f.person_id = any(${[...people]}::uuid[])
        and kith_on_tool(f.tool, f.handle)
      union select c.person_id, 'email' from contact_points c
        where c.workspace_id = ${workspace} and c.person_id = any(${[...people]}::uuid[]) and c.kind = 'email'
      union select person_id, tool from turns
      union select person_id, wished_tool from people where workspace_id = ${workspace}
        and person_id = any(${[...people]}::uuid[]) and wished_tool is not null
    )
    select t.person_id as person, t.tool, coalesce(n.turns, 0) as turns, coalesce(n.answered, 0) as answered, n.minutes::float8 as minutes,
      coalesce(n.began, false) as began, p.wished_tool is not distinct from t.tool as wished, h.last_in_at as "lastInAt", a.n::int as published, s.weeks
    from there t join people p on p.workspace_id = ${workspace} and p.person_id = t.person_id
      left join turns n on n.person_id = t.person_id and n.tool = t.tool
      left join heard h on h.person_id = t.person_id and h.tool = t.tool
      cross join lateral (select count(*) as n from activity_items i where i.workspace_id = ${workspace} and i.person_id = t.person_id
        and i.tool = t.tool and i.published_at >= ${publishedSince}) a
      left join lateral (select array_agg(w.hours::text) as weeks from profiles f
          join connections k on k.workspace_id = ${workspace} and k.tool = f.tool
          join presence_weeks w on w.workspace_id = ${workspace} and w.connection_id = k.connection_id and w.remote_id = f.profile_key
        where f.workspace_id = ${workspace} and f.person_id = t.person_id and f.tool = t.tool) s on true`.execute(tx)
  return rows
}

export type AudienceRow = { tool: ToolId; people: number; asked: number; answered: number }

/** How many of an audience are on each tool, and of those who were written to there how many ever answered. */
export async function listAudienceTools(
  tx: Transaction,
  workspace: WorkspaceId,
  people: People,
  { since, overdue, answerMs }: FitWindow,
): Promise<{ tools: AudienceRow[]; asked: number; answered: number }> {
  const { rows } = await sql<AudienceRow & { whole: boolean }>`
    with members as materialized (${people}), ${turns(workspace, sql`select person_id from members`, since, overdue, answerMs)},
    there as (
      select f.person_id, f.tool from members m join profiles f on f.workspace_id = ${workspace} and f.person_id = m.person_id
        and kith_on_tool(f.tool, f.handle)
      union select c.person_id, 'email' from members m
        join contact_points c on c.workspace_id = ${workspace} and c.person_id = m.person_id and c.kind = 'email'
    ), asked as (
      select coalesce(tool, '') as tool, grouping(tool) = 1 as whole, count(distinct person_id) filter (where turns > 0)::int as asked,
        count(distinct person_id) filter (where answered > 0)::int as answered from turns group by grouping sets ((tool), ())
    ), present as (select tool, count(*)::int as people from there group by tool)
    select coalesce(p.tool, a.tool) as tool, coalesce(p.people, 0) as people, coalesce(a.asked, 0) as asked,
      coalesce(a.answered, 0) as answered, coalesce(a.whole, false) as whole
    from present p full join asked a on a.tool = p.tool and not a.whole order by people desc, tool`.execute(tx)
  const whole = rows.find(row => row.whole)
  return {
    tools: rows.filter(row => !row.whole).map(({ whole: _, ...row }) => row),
    asked: whole?.asked ?? 0,
    answered: whole?.answered ?? 0,
  }
}

/** How many of an audience are on any of these tools. */
export async function countOnTools(
  tx: Transaction,
  workspace: WorkspaceId,
  people: People,
  tools: readonly ToolId[],
): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (${people}) m
    where exists (select from profiles f where f.workspace_id = ${workspace} and f.person_id = m.person_id and f.tool = any(${[...tools]}::text[])
      and kith_on_tool(f.tool, f.handle))
      ${tools.includes('email') ? sql`or exists (select from contact_points c where c.workspace_id = ${workspace} and c.person_id = m.person_id and c.kind = 'email')` : sql``}`.execute(
    tx,
  )
  return rows[0]?.n ?? 0
}

/** When an audience wrote to us, by six hours of the day on the clock of `timezone`: night, morning, afternoon, evening. */
export async function countDayParts(
  tx: Transaction,
  workspace: WorkspaceId,
  people: People,
  since: Date,
  timezone: string,
): Promise<number[]> {
  const { rows } = await sql<{ part: number; n: number }>`
    select floor(extract(hour from t.at at time zone ${timezone}) / 6)::int as part, count(*)::int as n
    from (${people}) m join touches t on t.workspace_id = ${workspace} and t.person_id = m.person_id
    where t.kind = 'their-message' and t.at >= ${since} group by 1`.execute(tx)
  return [0, 1, 2, 3].map(part => rows.find(row => row.part === part)?.n ?? 0)
}
