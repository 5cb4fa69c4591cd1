import { type RawBuilder, sql } from 'kysely'
import type { ConversationId, Id, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { OverrideOutcome } from '../model/overrides.ts'

export type OverridesFilter = {
  /** From this instant on, and before that one. */
  from: Date
  to: Date
  recruiter?: UserId
  code?: string
  outcome?: OverrideOutcome
}

export type ReportedOverride = {
  id: Id<'Override'>
  /** Who wanted to send it: the recruiter who asked, or the admin who sent it at once. */
  recruiter: UserId
  recruiterName: string | null
  answeredBy: UserId | null
  answeredByName: string | null
  conversation: ConversationId | null
  outcome: OverrideOutcome
  sent: boolean
  action: 'message' | 'invite' | 'comment'
  codes: string[]
  because: string[]
  draft: string
  reason: string
  at: Date
  answeredAt: Date | null
}

const recruiter = sql`coalesce(o.asked_by, o.user_id)`
const outcome = sql<OverrideOutcome>`case when o.state = 'asked' then 'open' when o.state = 'declined' then 'declined' when o.state = 'outside' then 'outside'
  when o.asked_by is null then 'at-once' else 'granted' end`

function where(workspace: WorkspaceId, filter: OverridesFilter): RawBuilder<unknown> {
  return sql`o.workspace_id = ${workspace} and o.at >= ${filter.from} and o.at < ${filter.to}
    ${filter.recruiter ? sql`and ${recruiter} = ${filter.recruiter}` : sql``}
    ${filter.code === undefined ? sql`` : sql`and ${filter.code} = any(o.codes)`}
    ${filter.outcome ? sql`and ${outcome} = ${filter.outcome}` : sql``}`
}

/** Newest first, from below `before`. */
export async function listReportedOverrides(
  tx: Transaction,
  workspace: WorkspaceId,
  filter: OverridesFilter,
  before: { at: Date; id: string } | undefined,
  most: number,
): Promise<ReportedOverride[]> {
  const { rows } = await sql<ReportedOverride>`
    select o.override_id as id, ${recruiter} as recruiter, r.name as "recruiterName", o.user_id as "answeredBy",
      a.name as "answeredByName", o.conversation_id as conversation, ${outcome} as outcome, o.state in ('used', 'outside') as sent,
      o.action, o.codes, o.because, o.draft, o.reason, o.at, o.answered_at as "answeredAt"
    from overrides o
    left join users r on r.workspace_id = o.workspace_id and r.user_id = ${recruiter}
    left join users a on a.workspace_id = o.workspace_id and a.user_id = o.user_id
    where ${where(workspace, filter)} ${before ? sql`and (o.at, o.override_id) < (${before.at}, ${before.id}::uuid)` : sql``}
    order by o.at desc, o.override_id desc limit ${most}`.execute(tx)
  return rows
}

export type OverridesMonth = {
  recruiter: UserId
  recruiterName: string | null
  /** `2026-05`, in UTC. */
  month: string
  open: number
  granted: number
  declined: number
  atOnce: number
  outside: number
  /** How often each rule stood in the way, most often first. */
  codes: { code: string; count: number }[]
}

/** Per recruiter and month: latest month first, in it who had most first. */
export async function listOverrideMonths(
  tx: Transaction,
  workspace: WorkspaceId,
  filter: OverridesFilter,
): Promise<OverridesMonth[]> {
  const { rows } = await sql<OverridesMonth>`
    with found as (
      select ${recruiter} as recruiter, to_char(o.at at time zone 'UTC', 'YYYY-MM') as month, ${outcome} as outcome, o.codes
      from overrides o where ${where(workspace, filter)}
    ), by_code as (
      select recruiter, month, code, count(*)::int as count from found, unnest(codes) as code group by 1, 2, 3
    )
    select f.recruiter, u.name as "recruiterName", f.month,
      count(*) filter (where outcome = 'open')::int as open, count(*) filter (where outcome = 'granted')::int as granted,
      count(*) filter (where outcome = 'declined')::int as declined, count(*) filter (where outcome = 'at-once')::int as "atOnce",
      count(*) filter (where outcome = 'outside')::int as outside,
      coalesce((select jsonb_agg(jsonb_build_object('code', c.code, 'count', c.count) order by c.count desc, c.code)
        from by_code c where c.recruiter = f.recruiter and c.month = f.month), '[]') as codes
    from found f left join users u on u.workspace_id = ${workspace} and u.user_id = f.recruiter
    group by f.recruiter, u.name, f.month order by f.month desc, count(*) desc, u.name`.execute(tx)
  return rows
}
