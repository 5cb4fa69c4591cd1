import { type RawBuilder, sql } from 'kysely'
import type { UserId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'

/** What is left out of the caller's Today now. */
export async function listPutOff(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  now: Date,
): Promise<Set<string>> {
  const { rows } = await sql<{ subject: string }>`select subject_id as subject from today_put_off
    where workspace_id = ${workspace} and user_id = ${user} and until > ${now}`.execute(tx)
  return new Set(rows.map(row => row.subject))
}

/** What is over leaves with it. */
export async function upsertPutOff(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  subject: string,
  { until, now }: { until: Date; now: Date },
): Promise<void> {
  await sql`delete from today_put_off where workspace_id = ${workspace} and user_id = ${user} and until <= ${now}`.execute(
    tx,
  )
  await sql`insert into today_put_off (workspace_id, user_id, subject_id, until) values (${workspace}, ${user}, ${subject}, ${until})
    on conflict (workspace_id, user_id, subject_id) do update set until = excluded.until`.execute(tx)
}

export async function deletePutOff(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  subject: string,
): Promise<void> {
  await sql`delete from today_put_off where workspace_id = ${workspace} and user_id = ${user} and subject_id = ${subject}`.execute(
    tx,
  )
}

/** One line of a week: over this tool so many people, in this place, on these days (1 is Monday). */
export type Rhythm = { tool: ToolId; people: number; place: string; days: number[] }

export async function listRhythms(tx: Transaction, workspace: WorkspaceId, user: UserId): Promise<Rhythm[]> {
  const { rows } = await sql<Rhythm>`select tool, people, place, days from week_rhythms
    where workspace_id = ${workspace} and user_id = ${user} order by people desc, tool`.execute(tx)
  return rows
}

export async function replaceRhythms(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  rhythms: readonly Rhythm[],
): Promise<void> {
  await sql`delete from week_rhythms where workspace_id = ${workspace} and user_id = ${user}`.execute(tx)
  await sql`insert into week_rhythms (workspace_id, user_id, tool, people, place, days)
    select ${workspace}, ${user}, n.tool, n.people, n.place, array(select jsonb_array_elements_text(n.days)::smallint)
    from jsonb_to_recordset(${JSON.stringify(rhythms)}::jsonb) as n(tool text, people smallint, place text, days jsonb)
    on conflict do nothing`.execute(tx)
}

/** Everybody here whom the caller may write to, as a subquery. */
export const reachablePeople = (workspace: WorkspaceId, user: UserId): RawBuilder<unknown> => sql`
  select p.person_id from people p
    left join relationships r on r.workspace_id = p.workspace_id and r.person_id = p.person_id and r.user_id = ${user}
  where p.workspace_id = ${workspace} and p.do_not_contact_at is null and p.merged_into is null
    and r.side is distinct from 'do-not-contact'`

export async function countReachable(tx: Transaction, workspace: WorkspaceId, user: UserId): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from (${reachablePeople(workspace, user)}) o`.execute(tx)
  return rows[0]?.n ?? 0
}

/** How often those people wrote, answered or published on each tool, by the day of the week (1 is Monday) on the clock of `timezone`. */
export async function countWordsByDay(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  since: Date,
  timezone: string,
): Promise<{ tool: ToolId; day: number; count: number }[]> {
  const { rows } = await sql<{ tool: ToolId; day: number; count: number }>`
    with own as materialized (${reachablePeople(workspace, user)}), words as (
      select t.tool, t.at from own o join touches t on t.workspace_id = ${workspace} and t.person_id = o.person_id
      where t.tool is not null and t.at >= ${since}
        and t.kind in ('their-message', 'their-public-reply', 'their-reaction', 'invite-accepted', 'chat-opened')
      union all
      select i.tool, i.published_at from own o join activity_items i on i.workspace_id = ${workspace} and i.person_id = o.person_id
      where i.published_at >= ${since}
    )
    select tool, extract(isodow from at at time zone ${timezone})::int as day, count(*)::int as count from words group by 1, 2`.execute(
    tx,
  )
  return rows
}
