import { sql } from 'kysely'
import type { PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'
import type { LadderStage, SideState } from '../model/stages.ts'

export type FactsRow = {
  person_id: PersonId
  stage: LadderStage | null
  side: SideState | null
  do_not_contact: boolean
  last_touch_at: Date | null
  contact_since: Date | null
  last_in_at: Date | null
  last_out_at: Date | null
  last_in_kind: string | null
  last_in_tool: ToolId | null
  invited_at: Date | null
  tools: ToolId[]
  unread: number
  unread_tool: ToolId | null
  recent_reading: boolean
}

/** All that the next step of these people depends on, in one question. `since`: what counts as recent. */
export async function listNextStepFacts(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  people: readonly PersonId[],
  since: Date,
): Promise<FactsRow[]> {
  if (people.length === 0) return []
  const { rows } = await sql<FactsRow>`
    select p.person_id, r.stage, r.side, p.do_not_contact_at is not null as do_not_contact, r.last_touch_at, r.last_in_at, r.last_out_at,
      contact.since as contact_since, heard.kind as last_in_kind, heard.tool as last_in_tool, invited.at as invited_at,
      coalesce((select array_agg(f.tool order by f.depth desc, f.profile_id) from profiles f
        where f.workspace_id = ${workspace} and f.person_id = p.person_id and kith_on_tool(f.tool, f.handle)), '{}') as tools,
      coalesce(fresh.n, 0)::int as unread, fresh.tool as unread_tool,
      exists (select 1 from readings d where d.workspace_id = ${workspace} and d.user_id = ${user} and d.person_id = p.person_id
        and d.dismissed_at is null and d.read_at >= ${since}) as recent_reading
    from unnest(${[...people]}::uuid[]) as w(person_id)
      join people p on p.workspace_id = ${workspace} and p.person_id = w.person_id
      left join relationships r on r.workspace_id = ${workspace} and r.person_id = p.person_id and r.user_id = ${user}
      left join lateral (select min(t.at) as since from touches t where r.last_touch_at is null and t.workspace_id = ${workspace}
        and t.person_id = p.person_id and t.user_id = ${user} and t.kind = 'in-contacts') contact on true
      left join lateral (select t.kind, t.tool from touches t where r.last_in_at is not null and t.workspace_id = ${workspace}
        and t.person_id = p.person_id and t.user_id = ${user} and t.kind in ('their-message', 'chat-opened', 'asked-about-work')
        order by t.at desc limit 1) heard on true
      left join lateral (select max(t.at) as at from touches t where r.last_out_at is not null and t.workspace_id = ${workspace}
        and t.person_id = p.person_id and t.user_id = ${user} and t.kind = 'invite-sent') invited on true
      left join lateral (select count(*) as n, (array_agg(i.tool order by i.published_at desc))[1] as tool from (
          select a.tool, a.published_at from activity_items a where a.workspace_id = ${workspace} and a.person_id = p.person_id
            and a.published_at >= ${since} and not exists (select 1 from readings d where d.workspace_id = ${workspace}
              and d.activity_id = a.activity_id and d.user_id = ${user} and d.dismissed_at is null)
          order by a.published_at desc limit 20) i) fresh on true`.execute(tx)
  return rows
}

/** People who know the caller and have been silent since `before`, longest silence first. */
export async function listSilent(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  before: Date,
  limit: number,
): Promise<{ person_id: PersonId; display_name: string; last_touch_at: Date }[]> {
  const { rows } = await sql<{ person_id: PersonId; display_name: string; last_touch_at: Date }>`
    select r.person_id, p.display_name, r.last_touch_at from relationships r
      join people p on p.workspace_id = r.workspace_id and p.person_id = r.person_id and p.do_not_contact_at is null and p.merged_into is null
    where r.workspace_id = ${workspace} and r.user_id = ${user} and r.last_touch_at < ${before}
      and (r.side in ('passive', 'referrer') or (r.side is null and r.stage in ('connected', 'introduced', 'interested')))
    order by r.last_touch_at, r.person_id limit ${limit}`.execute(tx)
  return rows
}

/** People at this rung and no side state, those who have stood there longest first. */
export async function listAtRung(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  rung: LadderStage,
  limit: number,
): Promise<{ person_id: PersonId; display_name: string; stage_since: Date }[]> {
  const { rows } = await sql<{ person_id: PersonId; display_name: string; stage_since: Date }>`
    select r.person_id, p.display_name, r.stage_since from relationships r
      join people p on p.workspace_id = r.workspace_id and p.person_id = r.person_id and p.do_not_contact_at is null and p.merged_into is null
    where r.workspace_id = ${workspace} and r.user_id = ${user} and r.stage = ${rung} and r.side is null
    order by r.stage_since limit ${limit}`.execute(tx)
  return rows
}

/** How many different people heard from the caller over each tool since `since`. */
export async function countHeardByTool(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  since: Date,
): Promise<Map<ToolId, number>> {
  const { rows } = await sql<{ tool: ToolId; n: number }>`select tool, count(distinct person_id)::int as n from touches
    where workspace_id = ${workspace} and at >= ${since} and user_id = ${user} and tool is not null
      and kind in ('our-message', 'invite-sent', 'comment', 'public-reply', 'introduced') group by tool`.execute(tx)
  return new Map(rows.map(row => [row.tool, row.n]))
}

/** How many people the caller had to do with since `since`. */
export async function countHeard(tx: Transaction, workspace: WorkspaceId, user: UserId, since: Date): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from relationships
    where workspace_id = ${workspace} and user_id = ${user} and last_out_at >= ${since}`.execute(tx)
  return rows[0]?.n ?? 0
}
