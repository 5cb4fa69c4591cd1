import { sql } from 'kysely'
import type { ConnectionId, ConversationId, PersonId, ProfileId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'

export type Conversation = {
  id: ConversationId
  connection: ConnectionId
  tool: ToolId
  kind: 'direct' | 'room' | 'visitor'
  remoteId: string
  title: string | null
  person: PersonId | null
  profile: ProfileId | null
  requested: boolean
  assignee: UserId | null
  doneAt: Date | null
  snoozedUntil: Date | null
  unread: number
  lastMessageAt: Date | null
  lastPreview: string | null
  lastOwn: boolean | null
  version: number
  labels: string[]
}

const columns = sql`conversation_id as id, connection_id as connection, tool, kind, remote_id as "remoteId", title,
  person_id as person, profile_id as profile, requested, assignee_id as assignee, done_at as "doneAt",
  snoozed_until as "snoozedUntil", unread_count as unread, last_message_at as "lastMessageAt", last_preview as "lastPreview",
  last_own as "lastOwn", version, labels`

/** Finds or makes the conversation of each remote id; a new one takes the person of the profile with that address on the tool. */
export async function upsertConversations(
  tx: Transaction,
  workspace: WorkspaceId,
  connection: { id: ConnectionId; tool: ToolId },
  wanted: readonly { id: ConversationId; remoteId: string; kind: Conversation['kind']; title: string | null }[],
  now: Date,
): Promise<Map<string, Conversation>> {
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<Conversation>`
    insert into conversations as c (workspace_id, conversation_id, connection_id, tool, kind, remote_id, title, person_id, profile_id,
      requested, created_at)
    select ${workspace}, w.id, ${connection.id}, ${connection.tool}, w.kind, w."remoteId", w.title, p.person_id, p.profile_id,
      w.kind = 'direct' and p.person_id is null, ${now}
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w(id uuid, "remoteId" text, kind text, title text)
    left join profiles p on p.workspace_id = ${workspace} and p.tool = ${connection.tool} and p.profile_key = w."remoteId"
      and w.kind <> 'room'
    order by w."remoteId"
    on conflict (workspace_id, connection_id, remote_id) do update set title = coalesce(excluded.title, c.title)
    returning ${columns}`.execute(tx)
  return new Map(rows.map(row => [row.remoteId, row]))
}

/** What a batch of new messages did to each conversation. A message from them opens it again. */
export async function updateAfterMessages(
  tx: Transaction,
  workspace: WorkspaceId,
  news: readonly {
    id: ConversationId
    count: number
    unread: number
    lastMessageAt: Date
    lastPreview: string
    lastOwn: boolean
  }[],
): Promise<void> {
  if (news.length === 0) return
  await sql`update conversations c set version = c.version + n.count, unread_count = c.unread_count + n.unread,
      last_preview = case when c.last_message_at is null or n."lastMessageAt" >= c.last_message_at then n."lastPreview" else c.last_preview end,
      last_own = case when c.last_message_at is null or n."lastMessageAt" >= c.last_message_at then n."lastOwn" else c.last_own end,
      last_message_at = greatest(c.last_message_at, n."lastMessageAt"),
      done_at = case when n.unread > 0 then null else c.done_at end,
      snoozed_until = case when n.unread > 0 then null else c.snoozed_until end
    from jsonb_to_recordset(${JSON.stringify(news)}::jsonb)
      as n(id uuid, count int, unread int, "lastMessageAt" timestamptz, "lastPreview" text, "lastOwn" boolean)
    where c.workspace_id = ${workspace} and c.conversation_id = n.id`.execute(tx)
}

export async function findConversation(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ConversationId,
): Promise<Conversation | undefined> {
  const { rows } = await sql<Conversation>`select ${columns} from conversations
    where workspace_id = ${workspace} and conversation_id = ${id}`.execute(tx)
  return rows[0]
}

/** Holds the row until the transaction ends, so that two sends see each other. */
export async function findConversationForUpdate(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ConversationId,
): Promise<Conversation | undefined> {
  const { rows } = await sql<Conversation>`select ${columns} from conversations
    where workspace_id = ${workspace} and conversation_id = ${id} for no key update`.execute(tx)
  return rows[0]
}

export async function findConversationByRemote(
  tx: Transaction,
  workspace: WorkspaceId,
  connection: ConnectionId,
  remoteId: string,
): Promise<Conversation | undefined> {
  const { rows } = await sql<Conversation>`select ${columns} from conversations
    where workspace_id = ${workspace} and connection_id = ${connection} and remote_id = ${remoteId}`.execute(tx)
  return rows[0]
}

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

export async function updateConversation(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ConversationId,
  change: {
    doneAt?: Date | null
    snoozedUntil?: Date | null
    assignee?: UserId | null
    unread?: number
    requested?: boolean
    labels?: readonly string[]
  },
): Promise<void> {
  const set = [
    ...('doneAt' in change ? [sql`done_at = ${change.doneAt}`] : []),
    ...('snoozedUntil' in change ? [sql`snoozed_until = ${change.snoozedUntil}`] : []),
    ...('assignee' in change ? [sql`assignee_id = ${change.assignee}`] : []),
    ...('unread' in change ? [sql`unread_count = ${change.unread}`] : []),
    ...('requested' in change ? [sql`requested = ${change.requested}`] : []),
    ...('labels' in change ? [sql`labels = ${change.labels}::text[]`] : []),
  ]
  if (set.length === 0) return
  await sql`update conversations set ${sql.join(set)} where workspace_id = ${workspace} and conversation_id = ${id}`.execute(
    tx,
  )
}

export async function updateConversationPerson(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ConversationId,
  person: PersonId,
  profile: ProfileId,
): Promise<void> {
  await sql`update conversations set person_id = ${person}, profile_id = ${profile}, requested = false
    where workspace_id = ${workspace} and conversation_id = ${id}`.execute(tx)
}

export async function findDraft(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  conversation: ConversationId,
): Promise<string | undefined> {
  const { rows } = await sql<{ text: string }>`select text from drafts
    where workspace_id = ${workspace} and user_id = ${user} and conversation_id = ${conversation}`.execute(tx)
  return rows[0]?.text
}

export async function upsertDraft(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  conversation: ConversationId,
  text: string,
  now: Date,
): Promise<void> {
  await (text === ''
    ? sql`delete from drafts where workspace_id = ${workspace} and user_id = ${user} and conversation_id = ${conversation}`
    : sql`insert into drafts (workspace_id, user_id, conversation_id, text, updated_at)
        values (${workspace}, ${user}, ${conversation}, ${text}, ${now})
        on conflict (workspace_id, user_id, conversation_id) do update set text = excluded.text, updated_at = excluded.updated_at`
  ).execute(tx)
}

export type PresenceRow = {
  connection: ConnectionId
  remoteId: string
  tool: ToolId
  state: 'online' | 'away' | 'off'
  status: string | null
  since: Date
  person: PersonId | null
  personName: string | null
  conversation: ConversationId | null
  stage: string | null
  side: string | null
}

/** Who is reachable now over all connections; online before away, then by name. */
export async function listPresence(tx: Transaction, workspace: WorkspaceId, user: UserId): Promise<PresenceRow[]> {
  const { rows } = await sql<PresenceRow>`
    select s.connection_id as connection, s.remote_id as "remoteId", k.tool, s.state, s.status, s.since,
      p.person_id as person, p.display_name as "personName", c.conversation_id as conversation, r.stage, r.side
    from presence s
    join connections k on k.workspace_id = s.workspace_id and k.connection_id = s.connection_id
      and k.removed_at is null and k.paused_at is null and k.state = 'connected'
    left join conversations c on c.workspace_id = s.workspace_id and c.connection_id = s.connection_id and c.remote_id = s.remote_id
    left join profiles f on f.workspace_id = s.workspace_id and f.tool = k.tool and f.profile_key = s.remote_id
    left join people p on p.workspace_id = s.workspace_id and p.person_id = coalesce(c.person_id, f.person_id)
    left join relationships r on r.workspace_id = s.workspace_id and r.person_id = p.person_id and r.user_id = ${user}
    where s.workspace_id = ${workspace} and s.state <> 'off'
    order by s.state desc, lower(coalesce(p.display_name, s.remote_id)), s.remote_id limit 500`.execute(tx)
  return rows
}

/** Gives the rows that really changed, so that a repeated presence tells nobody. */
export async function upsertPresence(
  tx: Transaction,
  workspace: WorkspaceId,
  connection: ConnectionId,
  states: readonly { remoteId: string; state: string; status: string | null; since: Date }[],
): Promise<{ remoteId: string; state: string; status: string | null }[]> {
  if (states.length === 0) return []
  const latest = [...new Map(states.map(row => [row.remoteId, row])).values()]
  const { rows } = await sql<{ remoteId: string; state: string; status: string | null }>`
    insert into presence as s (workspace_id, connection_id, remote_id, state, status, since)
    select ${workspace}, ${connection}, n."remoteId", n.state, n.status, n.since
    from jsonb_to_recordset(${JSON.stringify(latest)}::jsonb) as n("remoteId" text, state text, status text, since timestamptz)
    on conflict (workspace_id, connection_id, remote_id) do update
      set state = excluded.state, status = excluded.status, since = case when s.state = excluded.state then s.since else excluded.since end
      where s.state is distinct from excluded.state or s.status is distinct from excluded.status
    returning s.remote_id as "remoteId", s.state, s.status`.execute(tx)
  return rows
}

/** When a session ends nobody's presence is known any more. */
export async function deletePresence(tx: Transaction, workspace: WorkspaceId, connection: ConnectionId): Promise<void> {
  await sql`delete from presence where workspace_id = ${workspace} and connection_id = ${connection}`.execute(tx)
}

/** On which tools these people can be reached now. */
export async function listOnlineTools(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly PersonId[],
): Promise<{ person: PersonId; tool: ToolId }[]> {
  if (people.length === 0) return []
  const { rows } = await sql<{ person: PersonId; tool: ToolId }>`
    select distinct f.person_id as person, k.tool from profiles f
    join connections k on k.workspace_id = f.workspace_id and k.tool = f.tool and k.removed_at is null
    join presence s on s.workspace_id = f.workspace_id and s.connection_id = k.connection_id and s.remote_id = f.profile_key
    where f.workspace_id = ${workspace} and f.person_id = any(${people}::uuid[]) and s.state <> 'off'`.execute(tx)
  return rows
}

/** The presence of one person over all their messaging profiles, the best first. */
export async function findPersonPresence(
  tx: Transaction,
  workspace: WorkspaceId,
  person: PersonId,
): Promise<{ state: 'online' | 'away'; tool: ToolId } | undefined> {
  const { rows } = await sql<{ state: 'online' | 'away'; tool: ToolId }>`
    select s.state, k.tool from profiles f
    join connections k on k.workspace_id = f.workspace_id and k.tool = f.tool and k.removed_at is null
    join presence s on s.workspace_id = f.workspace_id and s.connection_id = k.connection_id and s.remote_id = f.profile_key
    where f.workspace_id = ${workspace} and f.person_id = ${person} and s.state <> 'off'
    order by s.state desc limit 1`.execute(tx)
  return rows[0]
}
