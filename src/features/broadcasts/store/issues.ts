import { sql } from 'kysely'
import type { IssueId, ListId, PoolId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { IssueState, Segment } from '../model/issues.ts'
import type { Compiled } from '../render/mail-html.ts'

export type Issue = {
  workspace: WorkspaceId
  id: IssueId
  number: number
  list: ListId
  subject: string
  preheader: string
  body: string
  segment: Segment
  state: IssueState
  pausedWhy: string | null
  sendAt: Date | null
  startedAt: Date | null
  finishedAt: Date | null
  user: UserId
  createdAt: Date
  updatedAt: Date
}

const columns = sql`workspace_id as workspace, issue_id as id, number, list_id as list, subject, preheader, body, segment, state,
  paused_why as "pausedWhy", send_at as "sendAt", started_at as "startedAt", finished_at as "finishedAt", user_id as "user",
  created_at as "createdAt", updated_at as "updatedAt"`

export async function listIssues(tx: Transaction, workspace: WorkspaceId, list: ListId): Promise<Issue[]> {
  const { rows } = await sql<Issue>`select ${columns} from list_issues
    where workspace_id = ${workspace} and list_id = ${list} order by created_at desc limit 200`.execute(tx)
  return rows
}

export async function findIssue(
  tx: Transaction,
  workspace: WorkspaceId,
  issue: IssueId,
  lock = false,
): Promise<Issue | undefined> {
  const { rows } = await sql<Issue>`select ${columns} from list_issues
    where workspace_id = ${workspace} and issue_id = ${issue} ${lock ? sql`for update` : sql``}`.execute(tx)
  return rows[0]
}

export async function findIssueByNumber(
  tx: Transaction,
  workspace: WorkspaceId,
  number: number,
): Promise<{ id: IssueId; list: ListId; links: readonly string[] } | undefined> {
  const { rows } = await sql<{ id: IssueId; list: ListId; links: readonly string[] }>`
    select issue_id as id, list_id as list, coalesce(compiled->'links', '[]') as links from list_issues
    where workspace_id = ${workspace} and number = ${number}`.execute(tx)
  return rows[0]
}

export async function insertIssue(
  tx: Transaction,
  issue: Pick<Issue, 'workspace' | 'id' | 'list' | 'subject' | 'preheader' | 'body' | 'segment' | 'user'>,
  now: Date,
): Promise<void> {
  await sql`insert into list_issues (workspace_id, issue_id, list_id, subject, preheader, body, segment, state, user_id, created_at, updated_at)
    values (${issue.workspace}, ${issue.id}, ${issue.list}, ${issue.subject}, ${issue.preheader}, ${issue.body},
      ${JSON.stringify(issue.segment)}::jsonb, 'draft', ${issue.user}, ${now}, ${now})`.execute(tx)
}

export async function updateIssue(tx: Transaction, issue: Issue, now: Date): Promise<void> {
  await sql`update list_issues set subject = ${issue.subject}, preheader = ${issue.preheader}, body = ${issue.body},
      segment = ${JSON.stringify(issue.segment)}::jsonb, state = ${issue.state}, paused_why = ${issue.pausedWhy}, send_at = ${issue.sendAt},
      started_at = ${issue.startedAt}, finished_at = ${issue.finishedAt}, updated_at = ${now}
    where workspace_id = ${issue.workspace} and issue_id = ${issue.id}`.execute(tx)
}

export async function updateCompiled(
  tx: Transaction,
  workspace: WorkspaceId,
  issue: IssueId,
  compiled: Compiled,
): Promise<void> {
  await sql`update list_issues set compiled = ${JSON.stringify(compiled)}::jsonb
    where workspace_id = ${workspace} and issue_id = ${issue}`.execute(tx)
}

export async function findCompiled(
  tx: Transaction,
  workspace: WorkspaceId,
  issue: IssueId,
): Promise<Compiled | undefined> {
  const { rows } = await sql<{ compiled: Compiled | null }>`select compiled from list_issues
    where workspace_id = ${workspace} and issue_id = ${issue}`.execute(tx)
  return rows[0]?.compiled ?? undefined
}

export async function deleteIssue(tx: Transaction, workspace: WorkspaceId, issue: IssueId): Promise<void> {
  await sql`delete from list_issues where workspace_id = ${workspace} and issue_id = ${issue}`.execute(tx)
}

/** Pools that this recruiter sees, to send to. */
export async function listUsablePools(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
): Promise<{ id: PoolId; name: string }[]> {
  const { rows } = await sql<{ id: PoolId; name: string }>`select q.pool_id as id, q.name from pools q
    where q.workspace_id = ${workspace} and q.removed_at is null and (q.team or q.owner_id = ${user}
      or exists (select from pool_shares h where h.workspace_id = q.workspace_id and h.pool_id = q.pool_id and h.user_id = ${user}))
    order by q.name limit 200`.execute(tx)
  return rows
}
