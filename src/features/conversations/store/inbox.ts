import { type RawBuilder, sql } from 'kysely'
import type { ConversationId, LabelId, PersonId, PoolId, TeamId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'
import { type Conversation, conversationColumns } from './conversations.ts'

const inboxViews = ['all', 'unread', 'mine', 'unassigned', 'waiting', 'snoozed', 'requests', 'done'] as const
export type InboxView = (typeof inboxViews)[number]

export type InboxRow = Conversation & { personName: string | null; stage: string | null; side: string | null }

export type InboxQuery = {
  view: InboxView
  tool?: ToolId
  label?: LabelId
  pool?: PoolId
  /** Only what is somebody's of this team. */
  team?: TeamId
  /** Only these: which of them the view holds now. */
  only?: readonly ConversationId[]
  before?: { at: Date; id: ConversationId }
  limit: number
}

export const inboxLimits = { counted: 1_000 } as const

const joined = (user: UserId) => sql`
    left join people p on p.workspace_id = c.workspace_id and p.person_id = c.person_id
    left join relationships r on r.workspace_id = c.workspace_id and r.person_id = c.person_id and r.user_id = ${user}`
const shownColumns = sql`${conversationColumns}, p.display_name as "personName", r.stage, r.side`

export async function findInboxRow(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  id: ConversationId,
): Promise<InboxRow | undefined> {
  const { rows } = await sql<InboxRow>`select ${shownColumns} from conversations c ${joined(user)}
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
  const { rows } = await sql<InboxRow>`select ${shownColumns} from conversations c ${joined(user)}
    where c.workspace_id = ${workspace} and c.person_id = ${person}
    order by c.top_at desc nulls last, c.conversation_id desc`.execute(tx)
  return rows
}

/** What a view holds, said so that the planner knows the partial index of each. */
function holds(view: InboxView, user: UserId, now: Date): RawBuilder<unknown> {
  const active = sql`c.done_at is null and not c.requested and (c.snoozed_until is null or c.snoozed_until <= ${now})`
  return {
    all: active,
    unread: sql`${active} and c.unread_count > 0`,
    mine: sql`${active} and c.assignee_id is not null and c.assignee_id = ${user}`,
    unassigned: sql`${active} and c.assignee_id is null`,
    waiting: sql`${active} and c.last_own`,
    snoozed: sql`c.snoozed_until is not null and c.snoozed_until > ${now}`,
    requests: sql`c.requested and c.done_at is null`,
    done: sql`c.done_at is not null`,
  }[view]
}

/** The latest, or what came back last, first; keyset paged. `people`: `select person_id …`, only talk with these. The page is found before names are joined to it. */
export async function listInbox(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  query: InboxQuery & { now: Date; people?: RawBuilder<unknown> | undefined },
): Promise<InboxRow[]> {
  const { view, tool, label, team, only, people, before, limit, now } = query
  const { rows } = await sql<InboxRow>`select ${shownColumns} from (
      select * from conversations c where c.workspace_id = ${workspace} and c.top_at is not null and ${holds(view, user, now)}
        ${tool ? sql`and c.tool = ${tool}` : sql``}
        ${
          team
            ? sql`and c.assignee_id in (select m.user_id from team_members m where m.workspace_id = ${workspace} and m.team_id = ${team})`
            : sql``
        }
        ${label ? sql`and c.labels @> ${[label]}::uuid[] and c.labels <> '{}'` : sql``}
        ${people ? sql`and c.person_id in (${people})` : sql``}
        ${only ? sql`and c.conversation_id = any(${only}::uuid[])` : sql``}
        ${before ? sql`and (c.top_at, c.conversation_id) < (${before.at}, ${before.id})` : sql``}
      order by c.top_at desc, c.conversation_id desc limit ${limit}) c ${joined(user)}
    order by c.top_at desc, c.conversation_id desc`.execute(tx)
  return rows
}

/** `mentions`: rooms in which we were spoken of. */
export type InboxCounts = Record<
  'mentions' | 'unread' | 'mine' | 'unassigned' | 'waiting' | 'snoozed' | 'requests',
  number
>

/** How many conversations each view holds, counted to 1,000: beyond that nobody reads the number. */
export async function countInbox(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  now: Date,
): Promise<InboxCounts> {
  const count = (view: InboxView) => sql`(select count(*)::int from (select from conversations c
    where c.workspace_id = ${workspace} and c.top_at is not null and ${holds(view, user, now)} limit ${inboxLimits.counted}) counted)`
  const mentions = sql`(select count(*)::int from (select from conversations c where c.workspace_id = ${workspace} and c.top_at is not null
    and ${holds('all', user, now)} and c.mention_count > 0 limit ${inboxLimits.counted}) counted)`
  const { rows } =
    await sql<InboxCounts>`select ${mentions} as mentions, ${count('unread')} as unread, ${count('mine')} as mine,
    ${count('unassigned')} as unassigned, ${count('waiting')} as waiting, ${count('snoozed')} as snoozed,
    ${count('requests')} as requests`.execute(tx)
  const row = rows[0]
  if (!row) throw new Error('a row of counts is one row')
  return row
}

/** Tools with open conversations, in the order of their names; found by leaping through the index, not by reading it. */
export async function listInboxTools(tx: Transaction, workspace: WorkspaceId): Promise<ToolId[]> {
  const next = (
    after: RawBuilder<unknown>,
  ) => sql`(select c.tool from conversations c where c.workspace_id = ${workspace}
    and c.done_at is null and not c.requested and ${after} order by c.tool limit 1)`
  const { rows } = await sql<{ tool: ToolId }>`with recursive found as (
      select ${next(sql`true`)} as tool
      union all select ${next(sql`c.tool > found.tool`)} from found where found.tool is not null)
    select tool from found where tool is not null`.execute(tx)
  return rows.map(row => row.tool)
}

/** Who of these conversations' other sides is reachable now. */
export async function listPresenceOf(
  tx: Transaction,
  workspace: WorkspaceId,
  conversations: readonly ConversationId[],
): Promise<Map<ConversationId, 'online' | 'away'>> {
  if (conversations.length === 0) return new Map()
  const { rows } = await sql<{ id: ConversationId; state: 'online' | 'away' }>`
    select c.conversation_id as id, s.state from conversations c
    join presence s on s.workspace_id = c.workspace_id and s.connection_id = c.connection_id and s.remote_id = c.remote_id
    join connections k on k.workspace_id = s.workspace_id and k.connection_id = s.connection_id
      and k.removed_at is null and k.paused_at is null and k.state = 'connected'
    where c.workspace_id = ${workspace} and c.conversation_id = any(${conversations}::uuid[]) and s.state <> 'off'`.execute(
    tx,
  )
  return new Map(rows.map(row => [row.id, row.state]))
}
