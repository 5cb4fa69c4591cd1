import { sql } from 'kysely'
import type { ConversationId, Id, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'
import type { SettledNorms } from '../model/norms.ts'

export type GroupId = Id<'Group'>

export type Group = {
  id: GroupId
  kind: 'room' | 'place'
  tool: ToolId
  address: string
  title: string
  url: string | null
  rules: string | null
  settled: SettledNorms
  normsBy: string | null
  normsAt: Date | null
  archivedAt: Date | null
  createdAt: Date
  feedUrl: string | null
  feedTitle: string | null
  feedState: 'active' | 'failing' | 'gone' | null
  feedError: string | null
  feedPolledAt: Date | null
  /** Of a room: its latest conversation of ours, and all of them. */
  conversation: ConversationId | null
  conversations: ConversationId[]
  topic: string | null
  unread: number
  lastAt: Date | null
}

const columns = sql`g.group_id as id, g.kind, g.tool, g.address, coalesce(g.title, r.title, g.address) as title, g.url, g.rules, g.settled,
  u.name as "normsBy", g.norms_at as "normsAt", g.archived_at as "archivedAt", g.created_at as "createdAt", g.feed_url as "feedUrl",
  g.feed_title as "feedTitle", g.feed_state as "feedState", g.feed_error as "feedError", g.feed_polled_at as "feedPolledAt",
  r.ids[1] as conversation, coalesce(r.ids, '{}') as conversations, r.topic, coalesce(r.unread, 0)::int as unread,
  case when g.kind = 'room' then r."lastAt"
    else (select max(i.published_at) from group_items i where i.workspace_id = g.workspace_id and i.group_id = g.group_id) end as "lastAt"`

/** A room that no account of ours knows any more is not shown; its ledger stays. */
const joined = sql`groups g
  left join users u on u.workspace_id = g.workspace_id and u.user_id = g.norms_by
  left join lateral (select array_agg(c.conversation_id order by c.last_message_at desc nulls last) as ids,
      (array_agg(c.title order by c.last_message_at desc nulls last))[1] as title,
      (array_agg(coalesce(nullif(o.norms, ''), c.topic) order by c.last_message_at desc nulls last))[1] as topic,
      sum(c.unread_count) as unread, max(c.last_message_at) as "lastAt"
    from conversations c
    join connections k on k.workspace_id = c.workspace_id and k.connection_id = c.connection_id and k.removed_at is null
    left join chat_rooms o on o.workspace_id = c.workspace_id and c.remote_id = 'room:' || o.room_id::text
    where c.workspace_id = g.workspace_id and c.tool = g.tool and c.remote_id = g.address and c.kind = 'room' and g.kind = 'room') r on true`

export async function listGroups(tx: Transaction, workspace: WorkspaceId): Promise<Group[]> {
  const { rows } = await sql<Group>`select ${columns} from ${joined}
    where g.workspace_id = ${workspace} and (g.kind = 'place' or r.ids is not null)
    order by g.created_at, g.group_id limit 500`.execute(tx)
  return rows
}

export async function findGroup(tx: Transaction, workspace: WorkspaceId, group: GroupId): Promise<Group | undefined> {
  const { rows } = await sql<Group>`select ${columns} from ${joined}
    where g.workspace_id = ${workspace} and g.group_id = ${group}`.execute(tx)
  return rows[0]
}

/** Rooms of our accounts that have no group yet. */
export async function listNewRooms(
  tx: Transaction,
  workspace: WorkspaceId,
): Promise<{ tool: ToolId; address: string }[]> {
  const { rows } = await sql<{ tool: ToolId; address: string }>`
    select distinct c.tool, c.remote_id as address from conversations c
    join connections k on k.workspace_id = c.workspace_id and k.connection_id = c.connection_id and k.removed_at is null
    where c.workspace_id = ${workspace} and c.kind = 'room'
      and not exists (select from groups g where g.workspace_id = c.workspace_id and g.tool = c.tool and g.address = c.remote_id)
    limit 1000`.execute(tx)
  return rows
}

export type NewGroup = {
  id: GroupId
  kind: 'room' | 'place'
  tool: ToolId
  address: string
  title: string | null
  url: string | null
  rules: string | null
}

/** Gives those that were not there yet. */
export async function insertGroups(
  tx: Transaction,
  workspace: WorkspaceId,
  groups: readonly NewGroup[],
  now: Date,
): Promise<GroupId[]> {
  if (groups.length === 0) return []
  const { rows } = await sql<{ id: GroupId }>`
    insert into groups (workspace_id, group_id, kind, tool, address, title, url, rules, created_at)
    select ${workspace}, n.id, n.kind, n.tool, n.address, n.title, n.url, n.rules, ${now}
    from jsonb_to_recordset(${JSON.stringify(groups)}::jsonb)
      as n(id uuid, kind text, tool text, address text, title text, url text, rules text)
    on conflict (workspace_id, tool, address) do nothing returning group_id as id`.execute(tx)
  return rows.map(row => row.id)
}

export async function findGroupAt(
  tx: Transaction,
  workspace: WorkspaceId,
  tool: ToolId,
  address: string,
): Promise<GroupId | undefined> {
  const { rows } = await sql<{ id: GroupId }>`select group_id as id from groups
    where workspace_id = ${workspace} and tool = ${tool} and address = ${address}`.execute(tx)
  return rows[0]?.id
}

export type GroupChange = {
  title?: string
  rules?: string | null
  settled?: SettledNorms
  archivedAt?: Date | null
}

/** What is left out stays; who changed norms, and when, goes with them. */
export async function updateGroup(
  tx: Transaction,
  workspace: WorkspaceId,
  group: GroupId,
  change: GroupChange,
  by: { user: UserId; now: Date },
): Promise<void> {
  const sets = [
    ...(change.title === undefined ? [] : [sql`title = ${change.title}`]),
    ...(change.rules === undefined ? [] : [sql`rules = ${change.rules}`]),
    ...(change.settled === undefined ? [] : [sql`settled = ${JSON.stringify(change.settled)}::jsonb`]),
    ...(change.rules === undefined && change.settled === undefined
      ? []
      : [sql`norms_by = ${by.user}`, sql`norms_at = ${by.now}`]),
    ...(change.archivedAt === undefined ? [] : [sql`archived_at = ${change.archivedAt}`]),
  ]
  if (sets.length === 0) return
  await sql`update groups set ${sql.join(sets)} where workspace_id = ${workspace} and group_id = ${group}`.execute(tx)
}

/** The group of a room's conversation; made when there is none yet. Undefined for any other conversation. */
export async function findRoomOf(
  tx: Transaction,
  workspace: WorkspaceId,
  conversation: ConversationId,
): Promise<{ tool: ToolId; address: string; group: GroupId | null } | undefined> {
  const { rows } = await sql<{ tool: ToolId; address: string; group: GroupId | null }>`
    select c.tool, c.remote_id as address, g.group_id as "group" from conversations c
    left join groups g on g.workspace_id = c.workspace_id and g.tool = c.tool and g.address = c.remote_id
    where c.workspace_id = ${workspace} and c.conversation_id = ${conversation} and c.kind = 'room'`.execute(tx)
  return rows[0]
}
