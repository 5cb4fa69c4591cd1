import { sql } from 'kysely'
import type { ConversationId, NoticeId, PersonId, TodoId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { NoticeKind } from '../model.ts'

export type Notice = {
  id: NoticeId
  user: UserId
  kind: NoticeKind
  conversation: ConversationId | null
  /** Whom it is about where it is no conversation. */
  person: PersonId | null
  todo: TodoId | null
  words: string
  by: UserId | null
  at: Date
}

export async function insertNotices(
  tx: Transaction,
  workspace: WorkspaceId,
  notices: readonly Notice[],
): Promise<void> {
  if (notices.length === 0) return
  await sql`insert into notices (workspace_id, notice_id, user_id, kind, conversation_id, person_id, todo_id, words, by_user, at)
    select ${workspace}::uuid, n.id, n."user", n.kind, n.conversation, n.person, n.todo, n.words, n."by", n.at
    from jsonb_to_recordset(${JSON.stringify(notices)}::jsonb)
      as n(id uuid, "user" uuid, kind text, conversation uuid, person uuid, todo uuid, words text, "by" uuid, at timestamptz)`.execute(
    tx,
  )
}

export type NoticeRow = Notice & { title: string; byName: string | null; seenAt: Date | null }

/** What a recruiter has not seen yet (with `seen`, everything), the latest first; before `before` when it is given. */
export async function listNotices(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  {
    seen = false,
    kind,
    before,
    limit,
  }: {
    seen?: boolean
    kind?: NoticeKind | undefined
    before?: { at: Date; id: NoticeId } | undefined
    limit: number
  },
): Promise<NoticeRow[]> {
  const { rows } = await sql<NoticeRow>`
    select n.notice_id as id, n.user_id as "user", n.kind, n.conversation_id as conversation, n.person_id as person, n.todo_id as todo,
      coalesce(nullif(n.words, ''), case when n.kind = 'mentioned' then (select t.text from thread_notes t where t.workspace_id = n.workspace_id
        and t.conversation_id = n.conversation_id and t.user_id = n.by_user and t.created_at = n.at and t.removed_at is null limit 1) end, '') as words,
      n.by_user as "by", n.at, n.seen_at as "seenAt", coalesce(q.display_name, p.display_name, c.title, c.remote_id, '') as title, u.name as "byName"
    from notices n
    left join conversations c on c.workspace_id = n.workspace_id and c.conversation_id = n.conversation_id
    left join people p on p.workspace_id = c.workspace_id and p.person_id = c.person_id
    left join people q on q.workspace_id = n.workspace_id and q.person_id = n.person_id
    left join users u on u.workspace_id = n.workspace_id and u.user_id = n.by_user
    where n.workspace_id = ${workspace} and n.user_id = ${user} ${seen ? sql`` : sql`and n.seen_at is null`}
      ${kind ? sql`and n.kind = ${kind}` : sql``}
      ${before ? sql`and (n.at, n.notice_id) < (${before.at}, ${before.id})` : sql``}
    order by n.at desc, n.notice_id desc limit ${limit}`.execute(tx)
  return rows
}

export type NoticesOf = { conversation: ConversationId } | { todo: TodoId } | { notice: NoticeId } | 'all'

/** A notice alone, a conversation's, a to-do's, or all of them; gives how many were open. */
export async function updateNoticesSeen(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  which: NoticesOf,
  at: Date,
): Promise<number> {
  const of =
    which === 'all'
      ? sql``
      : 'notice' in which
        ? sql`and notice_id = ${which.notice}`
        : 'todo' in which
          ? sql`and todo_id = ${which.todo}`
          : sql`and conversation_id = ${which.conversation}`
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

/** A to-do that is done or gone is no news to anybody. */
export async function deleteNoticesOfTodo(tx: Transaction, workspace: WorkspaceId, todo: TodoId): Promise<void> {
  await sql`delete from notices where workspace_id = ${workspace} and todo_id = ${todo} and seen_at is null`.execute(tx)
}
