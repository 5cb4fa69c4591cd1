import { sql } from 'kysely'
import type { IssueId, ListId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { DigestPlan, DigestReader } from '../model/digest.ts'
import { isSuppressed } from './subscribers.ts'

export type ListPlan = DigestPlan & { onJobs: boolean }

export async function findDigestPlan(
  tx: Transaction,
  workspace: WorkspaceId,
  list: ListId,
  lock = false,
): Promise<ListPlan | undefined> {
  const { rows } =
    await sql<ListPlan>`select digest_on and archived_at is null as on, digest_weekday as weekday, digest_hour as hour,
      digest_timezone as timezone, digest_until as until, on_jobs as "onJobs"
    from lists where workspace_id = ${workspace} and list_id = ${list} ${lock ? sql`for no key update` : sql``}`.execute(
      tx,
    )
  return rows[0]
}

export async function updateDigestPlan(
  tx: Transaction,
  workspace: WorkspaceId,
  list: ListId,
  plan: ListPlan,
): Promise<void> {
  await sql`update lists set digest_on = ${plan.on}, digest_weekday = ${plan.weekday}, digest_hour = ${plan.hour},
      digest_timezone = ${plan.timezone}, digest_until = ${plan.until}, on_jobs = ${plan.onJobs}
    where workspace_id = ${workspace} and list_id = ${list}`.execute(tx)
}

/** Who could get one this week: confirmed, not suppressed, and without one so far. */
export async function listDigestReaders(
  tx: Transaction,
  workspace: WorkspaceId,
  list: ListId,
  week: string,
): Promise<DigestReader[]> {
  const { rows } = await sql<DigestReader>`select s.subscriber_id as id, s.place, s.interests from list_subscribers s
    where s.workspace_id = ${workspace} and s.list_id = ${list} and s.state = 'confirmed' and not ${isSuppressed(sql`s`)}
      and not exists (select from list_digest_readers d where d.workspace_id = s.workspace_id
        and d.subscriber_id = s.subscriber_id and d.week = ${week})
    order by s.subscriber_id`.execute(tx)
  return rows
}

export async function insertDigestReaders(
  tx: Transaction,
  workspace: WorkspaceId,
  given: { issue: IssueId; week: string; readers: readonly string[] },
): Promise<void> {
  await sql`insert into list_digest_readers (workspace_id, subscriber_id, week, issue_id)
    select ${workspace}, r::uuid, ${given.week}, ${given.issue} from unnest(${[...given.readers]}::text[]) r
    on conflict do nothing`.execute(tx)
}

/** The list that job pages offer: one in the page's language before others. */
export async function findJobList(tx: Transaction, workspace: WorkspaceId, lang: string): Promise<ListId | undefined> {
  const { rows } = await sql<{ id: ListId }>`select list_id as id from lists
    where workspace_id = ${workspace} and on_jobs and archived_at is null
    order by lang = ${lang} desc, created_at limit 1`.execute(tx)
  return rows[0]?.id
}
