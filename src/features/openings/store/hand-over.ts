import { sql } from 'kysely'
import type { InterviewId, OpeningId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

/** What is not closed. */
export async function listOpeningsOf(tx: Transaction, workspace: WorkspaceId, user: UserId): Promise<OpeningId[]> {
  const { rows } = await sql<{ id: OpeningId }>`select opening_id as id from openings
    where workspace_id = ${workspace} and owner_id = ${user} and state <> 'closed' and removed_at is null order by opening_id`.execute(
    tx,
  )
  return rows.map(row => row.id)
}

export async function updateOpeningsOf(
  tx: Transaction,
  workspace: WorkspaceId,
  openings: readonly OpeningId[],
  { from, to }: { from: UserId; to: UserId },
  at: Date,
): Promise<OpeningId[]> {
  const { rows } = await sql<{ id: OpeningId }>`update openings set owner_id = ${to}, updated_at = ${at}
    where workspace_id = ${workspace} and owner_id = ${from} and opening_id = any(${[...openings]}::uuid[])
    returning opening_id as id`.execute(tx)
  return rows.map(row => row.id)
}

/** Those ahead in which this recruiter asks the questions. */
export async function listInterviewsAhead(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  now: Date,
): Promise<InterviewId[]> {
  const { rows } = await sql<{ id: InterviewId }>`select interview_id as id from interviews
    where workspace_id = ${workspace} and ${user} = any(interviewers) and starts_at > ${now} and state <> 'cancelled'
    order by starts_at, interview_id`.execute(tx)
  return rows.map(row => row.id)
}

/** One interviewer for another, where the other is not there already; calendars hear of it. */
export async function updateInterviewers(
  tx: Transaction,
  workspace: WorkspaceId,
  interviews: readonly InterviewId[],
  { from, to }: { from: UserId; to: UserId },
  at: Date,
): Promise<InterviewId[]> {
  const { rows } = await sql<{ id: InterviewId }>`update interviews
    set interviewers = array_replace(interviewers, ${from}::uuid, ${to}::uuid), revision = revision + 1, changed_at = ${at}
    where workspace_id = ${workspace} and interview_id = any(${[...interviews]}::uuid[]) and ${from} = any(interviewers)
      and not ${to} = any(interviewers) returning interview_id as id`.execute(tx)
  return rows.map(row => row.id)
}
