import { type RawBuilder, sql } from 'kysely'
import { ladder } from '#features/relationships/model.ts'
import type { ConversationId, PersonId, SourceId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import { bitOf, milestones, type TouchKind } from '../model/milestones.ts'

export type PersonTouch = { person: PersonId; source: SourceId; kind: TouchKind; at: Date; step: number }

/** Once a day for each kind. Whose row has to be worked out anew is marked. */
export async function addTouches(
  tx: Transaction,
  workspace: WorkspaceId,
  touches: readonly PersonTouch[],
): Promise<void> {
  const sorted = [...touches].sort((a, b) => a.person.localeCompare(b.person) || a.source.localeCompare(b.source))
  await sql`insert into source_touches (workspace_id, person_id, source_id, kind, on_day, step, at)
    select ${workspace}::uuid, n.person, n.source, n.kind, (n.at at time zone 'UTC')::date, n.step, n.at
    from unnest(${sorted.map(one => one.person)}::uuid[], ${sorted.map(one => one.source)}::uuid[], ${sorted.map(one => one.kind)}::text[],
      ${sorted.map(one => one.step)}::smallint[], ${sorted.map(one => one.at)}::timestamptz[]) as n(person, source, kind, step, at)
    on conflict do nothing`.execute(tx)
}

/** Of these people those who came by a source; false when none did. */
export async function markDue(tx: Transaction, workspace: WorkspaceId, people: readonly PersonId[]): Promise<boolean> {
  const { rows } = await sql`insert into source_due (workspace_id, person_id)
    select ${workspace}::uuid, p.person_id from unnest(${[...new Set(people)].sort()}::uuid[]) as p(person_id)
    where exists (select from source_touches t where t.workspace_id = ${workspace} and t.person_id = p.person_id)
      or exists (select from source_people s where s.workspace_id = ${workspace} and s.person_id = p.person_id)
    returning person_id`.execute(tx)
  return rows.length > 0
}

/** Everybody who came by a source: it belongs to another campaign now. */
export async function markDueOf(tx: Transaction, workspace: WorkspaceId, source: SourceId): Promise<void> {
  await sql`insert into source_due (workspace_id, person_id) select distinct workspace_id, person_id from source_touches
    where workspace_id = ${workspace} and source_id = ${source}`.execute(tx)
}

const bit = (name: Parameters<typeof bitOf>[0]) => sql.lit(1 << bitOf(name))
/** Rung n of the ladder as the milestones have it: all rungs up to the highest one are reached. */
const rungs = sql.join(
  ladder.map(
    (stage, at) =>
      sql`(${sql.lit(stage)}::text, ${sql.lit(at)}::int, ${sql.lit(
        ladder.slice(0, at + 1).reduce((mask, each) => mask | (1 << bitOf(each)), 0),
      )}::int)`,
  ),
)

/**
 * Works out what came of it for some of those who are due; gives how many. A stage counts for a source when it was reached after the
 * person first came by it; five minutes before are forgiven, for one transaction tells its parts one after the other. People whom
 * another transaction is taking away are left due: nothing is waited for, so two can't wait for each other.
 */
export async function refreshDue(tx: Transaction, workspace: WorkspaceId, most: number): Promise<number> {
  const { settled, held } = await takeDue(tx, workspace, 'source_due', most)
  if (settled === 0 && held.length === 0) return 0
  if (held.length > 0) await workOut(tx, workspace, held)
  await foldWeeks(tx, workspace)
  return settled
}

/**
 * Takes some of those who are due off the list: `held` are there and stay until the transaction ends; the others who were settled are
 * gone. Whom another transaction is taking away is left due.
 */
export async function takeDue(
  tx: Transaction,
  workspace: WorkspaceId,
  table: 'source_due' | 'met_due',
  most: number,
): Promise<{ settled: number; held: PersonId[] }> {
  const { rows } = await sql<{
    due: string
    person: PersonId
  }>`select due_id as due, person_id as person from ${sql.table(table)}
    where workspace_id = ${workspace} limit ${most} for update skip locked`.execute(tx)
  if (rows.length === 0) return { settled: 0, held: [] }
  const asked = [...new Set(rows.map(row => row.person))]
  const ids = async (query: ReturnType<typeof sql<{ person: PersonId }>>) =>
    new Set((await query.execute(tx)).rows.map(row => row.person))
  const held = await ids(sql`select person_id as person from people where workspace_id = ${workspace}
    and person_id = any(${asked}::uuid[]) for key share skip locked`)
  const there = await ids(sql`select person_id as person from people where workspace_id = ${workspace}
    and person_id = any(${asked}::uuid[])`)
  const settled = rows.filter(({ person }) => held.has(person) || !there.has(person))
  await sql`delete from ${sql.table(table)} where workspace_id = ${workspace} and due_id = any(${settled.map(row => row.due)}::uuid[])`.execute(
    tx,
  )
  return { settled: settled.length, held: [...held] }
}

/** Whether somebody was left because another transaction held them. */
export async function isAnybodyDue(tx: Transaction, workspace: WorkspaceId): Promise<boolean> {
  const { rows } = await sql`select from source_due where workspace_id = ${workspace} limit 1`.execute(tx)
  return rows.length > 0
}

/** Of a touch `h`: a hire whose move on the board was not taken back. */
export const isHire: RawBuilder<unknown> = sql`h.kind = 'hired' and not exists (
  select from candidacy_moves u where u.workspace_id = h.workspace_id and u.undone_at is not null
    and u.move_id = case when h.touch_key like 'candidacy-move:%' then split_part(h.touch_key, ':', 2)::uuid end)`

/** Each rung that these people came to and was not taken back, with its place on the ladder, and their hires. */
export const movesOf = (workspace: WorkspaceId, people: readonly PersonId[]): RawBuilder<unknown> => sql`
  select m.person_id, m.at, r.rank, m.to_stage = 'hired' as hired
  from stage_moves m left join (values ${rungs}) as r(stage, rank, mask) on r.stage = m.to_stage
  where m.workspace_id = ${workspace} and m.person_id = any(${people}::uuid[]) and m.undone_at is null
    and (r.rank is not null or m.to_stage = 'hired')
  union all
  select h.person_id, h.at, null, true from touches h
  where h.workspace_id = ${workspace} and h.person_id = any(${people}::uuid[]) and ${isHire}`

/** What is told within a transaction is told one after the other: so much before the first touch is forgiven. */
export const reachedAfter: RawBuilder<unknown> = sql`interval '5 minutes'`

/** All of it from the touches and moves themselves; only rows that come out differently are written. */
async function workOut(tx: Transaction, workspace: WorkspaceId, people: readonly PersonId[]): Promise<void> {
  await sql`
    with t as (
      select person_id, source_id, at,
        row_number() over (partition by person_id order by at, step, source_id) = 1 as is_first,
        row_number() over (partition by person_id order by at desc, step desc, source_id desc) = 1 as is_last,
        bit_or(case kind when 'chat' then ${bit('chat')} when 'subscribed' then ${bit('subscribed')}
            when 'applied' then ${bit('applied')} else 0 end | case when kind = 'followed' then 0 else ${bit('answered')} end)
          over (partition by person_id order by at range between current row and unbounded following) as acts
      from source_touches where workspace_id = ${workspace} and person_id = any(${people}::uuid[])
    ), pair as materialized (
      select person_id, source_id, min(at) as first_at, bool_or(is_first) as is_first, bool_or(is_last) as is_last, bit_or(acts) as acts
      from t group by person_id, source_id
    ), rung(stage, rank, mask) as (values ${rungs}),
    move as materialized (${movesOf(workspace, people)}
    ), came as (
      select p.person_id, p.source_id, max(m.rank) as rank, bool_or(m.hired) as hired
      from pair p join move m on m.person_id = p.person_id and m.at >= p.first_at - ${reachedAfter}
      group by p.person_id, p.source_id
    ), fresh as materialized (
      select p.person_id, p.source_id, date_trunc('week', p.first_at, 'UTC')::date as week, p.first_at, p.is_first, p.is_last,
        s.campaign_id is not null
          and row_number() over (partition by p.person_id, s.campaign_id order by p.first_at, p.source_id) = 1 as opens,
        ${bit('lead')} | p.acts | coalesce(r.mask, 0) | case when c.hired then ${bit('hired')} else 0 end as reached
      from pair p join sources s on s.workspace_id = ${workspace} and s.source_id = p.source_id
        left join came c on c.person_id = p.person_id and c.source_id = p.source_id left join rung r on r.rank = c.rank
    ), gone as (
      delete from source_people p where p.workspace_id = ${workspace} and p.person_id = any(${people}::uuid[])
        and not exists (select from fresh f where f.person_id = p.person_id and f.source_id = p.source_id))
    insert into source_people as p (workspace_id, person_id, source_id, week, first_at, is_first, is_last, opens, reached)
    select ${workspace}::uuid, person_id, source_id, week, first_at, is_first, is_last, opens, reached from fresh order by person_id, source_id
    on conflict (workspace_id, person_id, source_id) do update set week = excluded.week, first_at = excluded.first_at,
      is_first = excluded.is_first, is_last = excluded.is_last, opens = excluded.opens, reached = excluded.reached
    where (p.week, p.first_at, p.is_first, p.is_last, p.opens, p.reached)
      is distinct from (excluded.week, excluded.first_at, excluded.is_first, excluded.is_last, excluded.opens, excluded.reached)`.execute(
    tx,
  )
}

const summed = sql.join(milestones.map((_, at) => sql`sum(n.people * ((n.reached >> ${sql.lit(at)}) & 1))::int`))
const added = sql.join(
  milestones.map((_, at) => sql`coalesce(w.people[${sql.lit(at + 1)}], 0) + excluded.people[${sql.lit(at + 1)}]`),
)

/** What was changed since joins the weeks. Their rows are locked here alone and in one order. */
export async function foldWeeks(tx: Transaction, workspace: WorkspaceId): Promise<void> {
  await sql`
    with n as (
      delete from source_week_changes where workspace_id = ${workspace}
      returning week, source_id, is_first, is_last, opens, reached, people)
    insert into source_weeks as w (workspace_id, view, week, source_id, people)
    select ${workspace}::uuid, v.view, n.week, n.source_id, array[${summed}]
    from n cross join lateral (values (0, true), (1, n.is_first), (2, n.is_last), (3, n.opens)) as v(view, counts)
    where v.counts and exists (select from sources s where s.workspace_id = ${workspace} and s.source_id = n.source_id)
    group by v.view, n.week, n.source_id order by v.view, n.week, n.source_id
    on conflict (workspace_id, view, week, source_id) do update set people = array[${added}]`.execute(tx)
}

/** What the website chat knows of a visitor by the thread; undefined when it is another tool's. */
export async function findVisit(
  tx: Transaction,
  workspace: WorkspaceId,
  conversation: ConversationId,
): Promise<{ page: string | null; referrer: string | null; campaign: string | null } | undefined> {
  const { rows } = await sql<{ page: string | null; referrer: string | null; campaign: string | null }>`
    select v.page_url as page, v.referrer, v.campaign
    from conversations c join visitors v on v.workspace_id = c.workspace_id and v.visitor_id::text = c.remote_id
    where c.workspace_id = ${workspace} and c.conversation_id = ${conversation}`.execute(tx)
  return rows[0]
}

export type MovedTouch = { source_id: string; kind: string; on_day: string; step: number; at: string }

/** Two who turn out to be one: gives what was moved, for the way back. */
export async function moveTouches(
  tx: Transaction,
  workspace: WorkspaceId,
  from: PersonId,
  to: PersonId,
): Promise<MovedTouch[]> {
  await sql`insert into source_due (workspace_id, person_id) select distinct workspace_id, ${to}::uuid from source_touches
    where workspace_id = ${workspace} and person_id = any(${[from, to]}::uuid[])`.execute(tx)
  const { rows } = await sql<MovedTouch>`with gone as (
      delete from source_touches where workspace_id = ${workspace} and person_id = ${from}
      returning source_id, kind, on_day, step, at
    ), kept as (
      insert into source_touches (workspace_id, person_id, source_id, kind, on_day, step, at)
      select ${workspace}::uuid, ${to}::uuid, source_id, kind, on_day, step, at from gone on conflict do nothing)
    select source_id, kind, on_day::text as on_day, step, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at from gone`.execute(
    tx,
  )
  await sql`delete from source_people where workspace_id = ${workspace} and person_id = ${from}`.execute(tx)
  return rows
}

/** What both have had is the survivor's too. */
export async function restoreTouches(
  tx: Transaction,
  workspace: WorkspaceId,
  from: PersonId,
  to: PersonId,
  before: readonly MovedTouch[],
): Promise<void> {
  await sql`with b as (
      select * from jsonb_to_recordset(${JSON.stringify(before)}::jsonb)
        as b(source_id uuid, kind text, on_day date, step smallint, at timestamptz)
    ), taken as (
      delete from source_touches t using b where t.workspace_id = ${workspace} and t.person_id = ${to} and t.source_id = b.source_id
        and t.kind = b.kind and t.on_day = b.on_day and t.at = b.at)
    insert into source_touches (workspace_id, person_id, source_id, kind, on_day, step, at)
    select ${workspace}::uuid, ${from}::uuid, b.source_id, b.kind, b.on_day, b.step, b.at from b
      join sources s on s.workspace_id = ${workspace} and s.source_id = b.source_id on conflict do nothing`.execute(tx)
}
