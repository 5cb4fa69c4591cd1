import { sql } from 'kysely'
import { ladder } from '#features/relationships/model.ts'
import type { ConversationId, PersonId, SourceId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import { bitOf, type TouchKind } from '../model/milestones.ts'

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
 * person first came by it; five minutes before are forgiven, for one transaction tells its parts one after the other.
 */
export async function refreshDue(tx: Transaction, workspace: WorkspaceId, most: number): Promise<number> {
  const { rows } = await sql<{
    person: PersonId
  }>`delete from source_due where workspace_id = ${workspace} and due_id in (
      select due_id from source_due where workspace_id = ${workspace} limit ${most} for update skip locked)
    returning person_id as person`.execute(tx)
  if (rows.length === 0) return 0
  const people = [...new Set(rows.map(row => row.person))]
  await sql`delete from source_people where workspace_id = ${workspace} and person_id = any(${people}::uuid[])`.execute(
    tx,
  )
  await sql`
    with t as (
      select person_id, source_id, kind, at,
        row_number() over (partition by person_id order by at, step, source_id) = 1 as is_first,
        row_number() over (partition by person_id order by at desc, step desc, source_id desc) = 1 as is_last
      from source_touches where workspace_id = ${workspace} and person_id = any(${people}::uuid[])
    ), pair as (
      select person_id, source_id, min(at) as first_at, bool_or(is_first) as is_first, bool_or(is_last) as is_last
      from t group by person_id, source_id
    ), rung(stage, rank, mask) as (values ${rungs}),
    done as (
      select pair.person_id, pair.source_id, pair.first_at, pair.is_first, pair.is_last,
        (select bit_or(case t.kind when 'chat' then ${bit('chat')} when 'subscribed' then ${bit('subscribed')}
            when 'applied' then ${bit('applied')} else 0 end
            | case when t.kind = 'followed' then 0 else ${bit('answered')} end)
          from t where t.person_id = pair.person_id and t.at >= pair.first_at) as acts,
        (select max(r.rank) from stage_moves m join rung r on r.stage = m.to_stage
          where m.workspace_id = ${workspace} and m.person_id = pair.person_id and m.undone_at is null
            and m.at >= pair.first_at - interval '5 minutes') as rank,
        exists (select from touches h where h.workspace_id = ${workspace} and h.person_id = pair.person_id and h.kind = 'hired'
          and h.at >= pair.first_at - interval '5 minutes')
        or exists (select from stage_moves m where m.workspace_id = ${workspace} and m.person_id = pair.person_id
          and m.to_stage = 'hired' and m.undone_at is null and m.at >= pair.first_at - interval '5 minutes') as hired
      from pair)
    insert into source_people (workspace_id, person_id, source_id, week, first_at, is_first, is_last, reached)
    select ${workspace}::uuid, d.person_id, d.source_id, date_trunc('week', d.first_at, 'UTC')::date, d.first_at, d.is_first, d.is_last,
      ${bit('lead')} | d.acts | coalesce(r.mask, 0) | case when d.hired then ${bit('hired')} else 0 end
    from done d left join rung r on r.rank = d.rank
    order by d.person_id, d.source_id`.execute(tx)
  return rows.length
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
