import { sql } from 'kysely'
import { movesOf, reachedAfter, takeDue } from '#features/attribution/index.ts'
import { turns } from '#features/conversations/index.ts'
import { ladder, type TouchKind } from '#features/relationships/model.ts'
import { dayMs } from '#kernel/clock.ts'
import type { PersonId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import { metBit, metSteps, metViewNumber } from '../model/steps.ts'

/** Without an answer for so long, words of ours count as unanswered: the measure of channel fit. */
const answerMs = 14 * dayMs

const ours: readonly TouchKind[] = [
  'comment',
  'public-reply',
  'public-post',
  'invite-sent',
  'our-message',
  'introduced',
]
/** Something happened between them and us. What is only on record, or ends something, begins nothing. */
const begins: readonly TouchKind[] = [
  ...ours,
  'visit',
  'reading',
  'their-reaction',
  'their-public-reply',
  'invite-accepted',
  'invite-refused',
  'they-invited',
  'their-message',
  'chat-opened',
  'met',
  'asked-about-work',
  'pull-link',
  'subscribed',
  'referred',
]
const bit = (step: Parameters<typeof metBit>[0]) => sql.lit(1 << metBit(step))
const firstRung = sql.lit(metBit(ladder[0]))

/**
 * Works out some of those who are due; gives how many. One at a time in a workspace: two would fold the same weeks. Undefined: another
 * is at it.
 */
export async function refreshMet(
  tx: Transaction,
  workspace: WorkspaceId,
  now: Date,
  most: number,
): Promise<number | undefined> {
  const { rows } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('met people ' || ${workspace}::text, 0)) as mine`.execute(tx)
  if (!rows[0]?.mine) return undefined
  await sql`with over as (
      update met_people set waits_until = null where workspace_id = ${workspace} and waits_until <= ${now} returning person_id)
    insert into met_due (workspace_id, person_id) select distinct ${workspace}::uuid, person_id from over`.execute(tx)
  const { settled, held } = await takeDue(tx, workspace, 'met_due', most)
  if (held.length > 0) await workOut(tx, workspace, held, now)
  if (settled > 0 || (await hasChanges(tx, workspace))) await fold(tx, workspace)
  return settled
}

/** All of it from touches and moves themselves; only rows that come out differently are written. */
async function workOut(tx: Transaction, workspace: WorkspaceId, people: readonly PersonId[], now: Date): Promise<void> {
  const overdue = new Date(now.getTime() - answerMs)
  const who = sql`select unnest(${people}::uuid[]) as person_id`
  await sql`
    with ${turns(workspace, who, new Date(0), overdue, answerMs)},
    told as (
      select t.person_id, t.tool, min(t.at) filter (where t.kind = any(${begins}::text[])) as first_at,
        (array_agg(t.user_id order by t.at, t.touch_id) filter (where t.user_id is not null and t.kind = any(${ours}::text[])))[1] as wrote,
        (array_agg(t.user_id order by t.at, t.touch_id) filter (where t.user_id is not null))[1] as concerned,
        bool_or(t.kind = 'declined') as declined, bool_or(t.kind = 'opted-out') as opted_out
      from touches t where t.workspace_id = ${workspace} and t.person_id = any(${people}::uuid[]) and t.tool is not null
        and t.kind = any(${[...begins, 'declined', 'opted-out']}::text[])
      group by t.person_id, t.tool
    ), pair as materialized (select * from told where first_at is not null),
    move as materialized (${movesOf(workspace, people)}),
    came as (
      select p.person_id, p.tool, max(m.rank) as rank, bool_or(m.hired) as hired
      from pair p join move m on m.person_id = p.person_id and m.at >= p.first_at - ${reachedAfter}
      group by p.person_id, p.tool
    ), fresh as materialized (
      select p.person_id, p.tool, coalesce(p.wrote, p.concerned) as user_id, p.first_at, date_trunc('week', p.first_at, 'UTC')::date as week,
        date_trunc('week', n.asked_at, 'UTC')::date as asked_week, n.waits_until,
        row_number() over (partition by p.person_id order by p.first_at, p.tool) = 1 as is_first,
        ${bit('met')}
          | case when n.turns > 0 then ${bit('asked')} | case when n.began then 0 else ${bit('approached')} end else 0 end
          | case when n.answered > 0 then ${bit('answered')} | case when n.began then 0 else ${bit('approach-answered')} end else 0 end
          | case when n.began then ${bit('began')} else 0 end
          | case when c.rank is null then 0 else ((1 << (c.rank + 1)) - 1) << ${firstRung} end
          | case when c.hired then ${bit('hired')} else 0 end
          | case when p.declined then ${bit('declined')} else 0 end
          | case when p.opted_out then ${bit('opted-out')} else 0 end as reached
      from pair p left join turns n on n.person_id = p.person_id and n.tool = p.tool
        left join came c on c.person_id = p.person_id and c.tool = p.tool
    ), gone as (
      delete from met_people p where p.workspace_id = ${workspace} and p.person_id = any(${people}::uuid[])
        and not exists (select from fresh f where f.person_id = p.person_id and f.tool = p.tool))
    insert into met_people as p (workspace_id, person_id, tool, user_id, first_at, week, asked_week, is_first, reached, waits_until)
    select ${workspace}::uuid, person_id, tool, user_id, first_at, week, asked_week, is_first, reached, waits_until
    from fresh order by person_id, tool
    on conflict (workspace_id, person_id, tool) do update set user_id = excluded.user_id, first_at = excluded.first_at,
      week = excluded.week, asked_week = excluded.asked_week, is_first = excluded.is_first, reached = excluded.reached,
      waits_until = excluded.waits_until
    where (p.user_id, p.first_at, p.asked_week, p.is_first, p.reached, p.waits_until) is distinct from
      (excluded.user_id, excluded.first_at, excluded.asked_week, excluded.is_first, excluded.reached, excluded.waits_until)`.execute(
    tx,
  )
}

async function hasChanges(tx: Transaction, workspace: WorkspaceId): Promise<boolean> {
  const { rows } = await sql`select from met_week_changes where workspace_id = ${workspace} limit 1`.execute(tx)
  return rows.length > 0
}

const summed = sql.join(metSteps.map((_, at) => sql`sum(n.people * ((n.reached >> ${sql.lit(at)}) & 1))::int`))
const added = sql.join(
  metSteps.map((_, at) => sql`coalesce(w.people[${sql.lit(at + 1)}], 0) + excluded.people[${sql.lit(at + 1)}]`),
)

/** What was changed since joins the weeks; weeks in which nobody is left go. */
async function fold(tx: Transaction, workspace: WorkspaceId): Promise<void> {
  const { all, first, asked } = metViewNumber
  await sql`
    with n as (
      delete from met_week_changes where workspace_id = ${workspace}
      returning week, asked_week, tool, user_id, is_first, reached, people)
    insert into met_weeks as w (workspace_id, view, week, tool, user_id, people)
    select ${workspace}::uuid, v.view, v.week, n.tool, n.user_id, array[${summed}]
    from n cross join lateral (values (${sql.lit(all)}, n.week, true), (${sql.lit(first)}, n.week, n.is_first),
      (${sql.lit(asked)}, n.asked_week, n.asked_week is not null)) as v(view, week, counts)
    where v.counts group by v.view, v.week, n.tool, n.user_id order by v.view, v.week, n.tool, n.user_id
    on conflict (workspace_id, view, week, tool, user_id) do update set people = array[${added}]`.execute(tx)
  await sql`delete from met_weeks where workspace_id = ${workspace} and people[${sql.lit(metBit('met') + 1)}] = 0`.execute(
    tx,
  )
}

/** After many people went at once (the sample's): whom nobody needs to work out any more is off the list, and what their going told is folded in. */
export async function settleGone(tx: Transaction, workspace: WorkspaceId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('met people ' || ${workspace}::text, 0))`.execute(tx)
  await sql`delete from met_due d where d.workspace_id = ${workspace}
    and not exists (select from people p where p.workspace_id = d.workspace_id and p.person_id = d.person_id)`.execute(
    tx,
  )
  await fold(tx, workspace)
}

/** Workspaces where somebody is due, or an answer has not come in time. Across workspaces: the round is one for all. */
export async function listMetDue(tx: Transaction, now: Date): Promise<WorkspaceId[]> {
  const { rows } = await sql<{ workspace: WorkspaceId }>`
    select w.workspace_id as workspace from workspaces w
    where exists (select from met_due d where d.workspace_id = w.workspace_id)
      or exists (select from met_week_changes c where c.workspace_id = w.workspace_id)
      or exists (select from met_people p where p.workspace_id = w.workspace_id and p.waits_until <= ${now})`.execute(
    tx,
  )
  return rows.map(row => row.workspace)
}

export async function isMetDue(tx: Transaction, workspace: WorkspaceId): Promise<boolean> {
  const { rows } = await sql`select from met_due where workspace_id = ${workspace} limit 1`.execute(tx)
  return rows.length > 0
}
