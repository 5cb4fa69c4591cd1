import { sql } from 'kysely'
import type { Id, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { GroupId } from './groups.ts'

export type VisitId = Id<'Visit'>

/** Adds a step of a browser's clock to the day. */
export async function addTime(
  tx: Transaction,
  workspace: WorkspaceId,
  to: { group: GroupId; user: UserId; readMs: number; talkMs: number; now: Date },
): Promise<void> {
  const day = to.now.toISOString().slice(0, 10)
  await sql`insert into group_time as t (workspace_id, group_id, user_id, on_day, read_ms, talk_ms, last_at)
    values (${workspace}, ${to.group}, ${to.user}, ${day}, ${to.readMs}, ${to.talkMs}, ${to.now})
    on conflict (workspace_id, group_id, user_id, on_day) do update set
      read_ms = least(86400000, t.read_ms + excluded.read_ms), talk_ms = least(86400000, t.talk_ms + excluded.talk_ms),
      last_at = excluded.last_at`.execute(tx)
}

export type TimeRow = {
  group: GroupId
  readMs: number
  talkMs: number
  teamMs: number
  weekMs: number
  /** Told by hand in the span. */
  posts: number
  promotion: number
  answers: number
  thanks: number
  answeredUs: number
  visitedAt: Date | null
}

/** Each group's time and what was told by hand since then; `visitedAt` and `weekMs` are the recruiter's own. */
export async function listTimes(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  since: { span: Date; week: Date },
): Promise<Map<GroupId, TimeRow>> {
  const { rows } = await sql<TimeRow>`
    with spent as (
      select group_id, user_id, (on_day + 1)::timestamptz as until, last_at as at, read_ms::bigint as read_ms, talk_ms::bigint as talk_ms,
        0 as posts, 0 as promotion, 0 as answers, 0 as thanks, 0 as answered_us
      from group_time where workspace_id = ${workspace}
      union all
      select group_id, user_id, at, at, read_minutes * 60000::bigint, talk_minutes * 60000::bigint, posts, promotion, answers, thanks, answered_us
      from group_visits where workspace_id = ${workspace})
    select group_id as "group",
      coalesce(sum(read_ms) filter (where user_id = ${user} and until > ${since.span}), 0)::float8 as "readMs",
      coalesce(sum(talk_ms) filter (where user_id = ${user} and until > ${since.span}), 0)::float8 as "talkMs",
      coalesce(sum(read_ms + talk_ms) filter (where until > ${since.span}), 0)::float8 as "teamMs",
      coalesce(sum(read_ms + talk_ms) filter (where user_id = ${user} and until > ${since.week}), 0)::float8 as "weekMs",
      coalesce(sum(posts) filter (where until > ${since.span}), 0)::int as posts,
      coalesce(sum(promotion) filter (where until > ${since.span}), 0)::int as promotion,
      coalesce(sum(answers) filter (where until > ${since.span}), 0)::int as answers,
      coalesce(sum(thanks) filter (where until > ${since.span}), 0)::int as thanks,
      coalesce(sum(answered_us) filter (where until > ${since.span}), 0)::int as "answeredUs",
      max(at) filter (where user_id = ${user}) as "visitedAt"
    from spent group by group_id`.execute(tx)
  return new Map(rows.map(row => [row.group, row]))
}

export type Visit = {
  id: VisitId
  user: UserId
  by: string
  at: Date
  readMinutes: number
  talkMinutes: number
  posts: number
  promotion: number
  answers: number
  thanks: number
  answeredUs: number
  note: string
}

export async function listVisits(tx: Transaction, workspace: WorkspaceId, group: GroupId): Promise<Visit[]> {
  const { rows } =
    await sql<Visit>`select v.visit_id as id, v.user_id as user, u.name as by, v.at, v.read_minutes as "readMinutes",
      v.talk_minutes as "talkMinutes", v.posts, v.promotion, v.answers, v.thanks, v.answered_us as "answeredUs", v.note
    from group_visits v join users u on u.workspace_id = v.workspace_id and u.user_id = v.user_id
    where v.workspace_id = ${workspace} and v.group_id = ${group} order by v.at desc, v.visit_id limit 50`.execute(tx)
  return rows
}

export async function insertVisit(
  tx: Transaction,
  workspace: WorkspaceId,
  group: GroupId,
  visit: Omit<Visit, 'by'>,
  now: Date,
): Promise<void> {
  await sql`insert into group_visits (workspace_id, visit_id, group_id, user_id, at, read_minutes, talk_minutes, posts, promotion,
      answers, thanks, answered_us, note, created_at)
    values (${workspace}, ${visit.id}, ${group}, ${visit.user}, ${visit.at}, ${visit.readMinutes}, ${visit.talkMinutes}, ${visit.posts},
      ${visit.promotion}, ${visit.answers}, ${visit.thanks}, ${visit.answeredUs}, ${visit.note}, ${now})`.execute(tx)
}

/** Only the recruiter's own. */
export async function deleteVisit(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  visit: VisitId,
): Promise<boolean> {
  const { rows } = await sql`delete from group_visits
    where workspace_id = ${workspace} and visit_id = ${visit} and user_id = ${user} returning visit_id`.execute(tx)
  return rows.length > 0
}
