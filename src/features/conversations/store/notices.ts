import { sql } from 'kysely'
import type { ConversationId, NoticeId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

export type Notice = {
  id: NoticeId
  user: UserId
  kind: 'assigned' | 'mentioned' | 'held'
  conversation: ConversationId
  by: UserId | null
  at: Date
}

export async function insertNotices(
  tx: Transaction,
  workspace: WorkspaceId,
  notices: readonly Notice[],
): Promise<void> {
  if (notices.length === 0) return
  await sql`insert into notices (workspace_id, notice_id, user_id, kind, conversation_id, by_user, at)
    select ${workspace}::uuid, n.id, n."user", n.kind, n.conversation, n."by", n.at
    from jsonb_to_recordset(${JSON.stringify(notices)}::jsonb)
      as n(id uuid, "user" uuid, kind text, conversation uuid, "by" uuid, at timestamptz)`.execute(tx)
}

export type NoticeRow = Notice & { title: string; byName: string | null }

/** What a recruiter has not seen yet, the latest first. */
export async function listNotices(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  limit: number,
): Promise<NoticeRow[]> {
  const { rows } = await sql<NoticeRow>`
    select n.notice_id as id, n.user_id as "user", n.kind, n.conversation_id as conversation, n.by_user as "by", n.at,
      coalesce(p.display_name, c.title, c.remote_id) as title, u.name as "byName"
    from notices n
    join conversations c on c.workspace_id = n.workspace_id and c.conversation_id = n.conversation_id
    left join people p on p.workspace_id = c.workspace_id and p.person_id = c.person_id
    left join users u on u.workspace_id = n.workspace_id and u.user_id = n.by_user
    where n.workspace_id = ${workspace} and n.user_id = ${user} and n.seen_at is null
    order by n.at desc, n.notice_id desc limit ${limit}`.execute(tx)
  return rows
}

/** With `conversation`, all of it; gives how many were open. */
export async function updateNoticesSeen(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  which: { conversation: ConversationId } | 'all',
  at: Date,
): Promise<number> {
  const of = which === 'all' ? sql`` : sql`and conversation_id = ${which.conversation}`
  const { rows } = await sql`update notices set seen_at = ${at}
    where workspace_id = ${workspace} and user_id = ${user} and seen_at is null ${of} returning notice_id`.execute(tx)
  return rows.length
}

/** What was taken back before its reader saw it. */
export async function deleteUnseenNotices(
  tx: Transaction,
  workspace: WorkspaceId,
  which: { conversations: readonly ConversationId[]; users: readonly UserId[]; kind: Notice['kind']; by: UserId },
): Promise<void> {
  await sql`delete from notices where workspace_id = ${workspace} and conversation_id = any(${which.conversations}::uuid[])
    and user_id = any(${which.users}::uuid[]) and kind = ${which.kind} and by_user = ${which.by} and seen_at is null`.execute(
    tx,
  )
}
