import { sql } from 'kysely'
import type { ConversationId, PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'
import type { Conversation } from './conversations.ts'

export const inboxViews = ['all', 'unread', 'mine', 'unassigned', 'waiting', 'snoozed', 'requests', 'done'] as const
export type InboxView = (typeof inboxViews)[number]

export type InboxRow = Conversation & { personName: string | null; stage: string | null; side: string | null }

const inboxFrom = (user: UserId) => sql`
    select c.conversation_id as id, c.connection_id as connection, c.tool, c.kind, c.remote_id as "remoteId", c.title,
      c.person_id as person, c.profile_id as profile, c.requested, c.assignee_id as assignee, c.done_at as "doneAt",
      c.snoozed_until as "snoozedUntil", c.unread_count as unread, c.last_message_at as "lastMessageAt",
      c.last_preview as "lastPreview", c.last_own as "lastOwn", c.version, c.labels,
      p.display_name as "personName", r.stage, r.side
    from conversations c
    left join people p on p.workspace_id = c.workspace_id and p.person_id = c.person_id
    left join relationships r on r.workspace_id = c.workspace_id and r.person_id = c.person_id and r.user_id = ${user}`

export async function findInboxRow(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  id: ConversationId,
): Promise<InboxRow | undefined> {
  const { rows } = await sql<InboxRow>`${inboxFrom(user)}
    where c.workspace_id = ${workspace} and c.conversation_id = ${id}`.execute(tx)
  return rows[0]
}

/** Latest first. */
export async function listInboxOfPerson(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  person: PersonId,
): Promise<InboxRow[]> {
  const { rows } = await sql<InboxRow>`${inboxFrom(user)}
    where c.workspace_id = ${workspace} and c.person_id = ${person}
    order by c.last_message_at desc nulls last, c.conversation_id`.execute(tx)
  return rows
}

/** Newest first, keyset paged. `waiting`: ours was the last word. */
export async function listInbox(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  query: {
    view: InboxView
    tool?: ToolId | undefined
    before?: { at: Date; id: ConversationId } | undefined
    limit: number
    now: Date
  },
): Promise<InboxRow[]> {
  const active = sql`c.done_at is null and (c.snoozed_until is null or c.snoozed_until <= ${query.now}) and not c.requested`
  const view = {
    all: active,
    unread: sql`${active} and c.unread_count > 0`,
    mine: sql`${active} and c.assignee_id = ${user}`,
    unassigned: sql`${active} and c.assignee_id is null`,
    waiting: sql`${active} and c.last_own`,
    snoozed: sql`c.snoozed_until > ${query.now}`,
    requests: sql`c.requested and c.done_at is null`,
    done: sql`c.done_at is not null`,
  }[query.view]
  const tool = query.tool ? sql`and c.tool = ${query.tool}` : sql``
  const place = query.before
    ? sql`and (c.last_message_at, c.conversation_id) < (${query.before.at}, ${query.before.id})`
    : sql``
  const { rows } = await sql<InboxRow>`${inboxFrom(user)}
    where c.workspace_id = ${workspace} and c.last_message_at is not null and ${view} ${tool} ${place}
    order by c.last_message_at desc, c.conversation_id desc limit ${query.limit}`.execute(tx)
  return rows
}

/** One row: how many conversations each view holds, counted to 1,000. */
export async function countInbox(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  now: Date,
): Promise<{ unread: number; mine: number; waiting: number; snoozed: number; requests: number }> {
  const { rows } = await sql<{ unread: number; mine: number; waiting: number; snoozed: number; requests: number }>`
    select count(*) filter (where active and unread_count > 0)::int as unread,
      count(*) filter (where active and assignee_id = ${user})::int as mine,
      count(*) filter (where active and last_own)::int as waiting,
      count(*) filter (where snoozed_until > ${now})::int as snoozed,
      count(*) filter (where requested)::int as requests
    from (select unread_count, assignee_id, last_own, snoozed_until, requested,
        not requested and (snoozed_until is null or snoozed_until <= ${now}) as active
      from conversations where workspace_id = ${workspace} and done_at is null and last_message_at is not null
      order by last_message_at desc limit 1000) c`.execute(tx)
  const row = rows[0]
  if (!row) throw new Error('an aggregate gives one row')
  return row
}
