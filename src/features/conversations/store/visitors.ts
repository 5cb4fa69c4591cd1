import { sql } from 'kysely'
import type { ConnectionId, ConversationId, Id, MessageId, PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { Suspicion } from '../model/suspicion.ts'

export type VisitorId = Id<'Visitor'>

export type Visitor = {
  id: VisitorId
  connection: ConnectionId
  name: string | null
  email: string | null
  conversation: ConversationId | null
  person: PersonId | null
  pageUrl: string | null
  referrer: string | null
  campaign: string | null
  blockedAt: Date | null
  /** A field of the form that no person sees was filled in. */
  trapped: boolean
  tookMs: number | null
  /** Who they are on a site that signs its visitors in. */
  subject: string | null
  firstSeenAt: Date
  /** Newest last. */
  visits: readonly { page: string; at: string }[]
}

const columns = sql`visitor_id as id, connection_id as connection, name, email, conversation_id as conversation, person_id as person,
  page_url as "pageUrl", referrer, campaign, blocked_at as "blockedAt", trapped, took_ms as "tookMs", subject,
  first_seen_at as "firstSeenAt", visits`

/** Told to the nodes when something for a visitor's socket was committed. */
export const visitorChannel = 'kith_visitor'

export async function insertVisitor(
  tx: Transaction,
  workspace: WorkspaceId,
  row: Pick<
    Visitor,
    'id' | 'connection' | 'name' | 'email' | 'pageUrl' | 'referrer' | 'campaign' | 'trapped' | 'tookMs' | 'subject'
  > & {
    tokenHash: Buffer
    consent: { wording: string; at: Date }
  },
  now: Date,
): Promise<void> {
  await sql`insert into visitors (workspace_id, visitor_id, connection_id, token_hash, name, email, page_url, referrer, campaign, consent,
      trapped, took_ms, subject, first_seen_at, last_seen_at)
    values (${workspace}, ${row.id}, ${row.connection}, ${row.tokenHash}, ${row.name}, ${row.email}, ${row.pageUrl}, ${row.referrer},
      ${row.campaign}, ${JSON.stringify(row.consent)}::jsonb, ${row.trapped}, ${row.tookMs}, ${row.subject}, ${now}, ${now})`.execute(
    tx,
  )
}

export async function findVisitorByToken(
  tx: Transaction,
  workspace: WorkspaceId,
  connection: ConnectionId,
  tokenHash: Buffer,
): Promise<Visitor | undefined> {
  const { rows } = await sql<Visitor>`select ${columns} from visitors
    where workspace_id = ${workspace} and connection_id = ${connection} and (token_hash = ${tokenHash}
      or visitor_id = (select t.visitor_id from visitor_tokens t where t.workspace_id = ${workspace} and t.token_hash = ${tokenHash}))`.execute(
    tx,
  )
  return rows[0]
}

export async function findVisitorById(
  tx: Transaction,
  workspace: WorkspaceId,
  id: VisitorId,
): Promise<Visitor | undefined> {
  const { rows } = await sql<Visitor>`select ${columns} from visitors
    where workspace_id = ${workspace} and visitor_id = ${id}`.execute(tx)
  return rows[0]
}

export async function updateVisitorBlocked(
  tx: Transaction,
  workspace: WorkspaceId,
  id: VisitorId,
  blockedAt: Date | null,
): Promise<void> {
  await sql`update visitors set blocked_at = ${blockedAt}
    where workspace_id = ${workspace} and visitor_id = ${id}`.execute(tx)
}

const keptVisits = 30

/** A page they are on now with the chat open; the same page again within half an hour is the same visit. */
export async function updateVisitorVisit(
  tx: Transaction,
  workspace: WorkspaceId,
  id: VisitorId,
  visit: { page: string; at: Date },
): Promise<void> {
  const entry = JSON.stringify([{ page: visit.page, at: visit.at.toISOString() }])
  const soon = new Date(visit.at.getTime() - 1_800_000)
  await sql`update visitors set page_url = ${visit.page}, last_seen_at = ${visit.at},
      visits = case when visits->-1->>'page' = ${visit.page} and (visits->-1->>'at')::timestamptz > ${soon} then visits
        when jsonb_array_length(visits) >= ${keptVisits} then (visits - 0) || ${entry}::jsonb
        else visits || ${entry}::jsonb end
    where workspace_id = ${workspace} and visitor_id = ${id}`.execute(tx)
}

/** The hours of the workspace's own chat, as they were written; undefined when there are none. */
export async function findChatHours(tx: Transaction, workspace: WorkspaceId): Promise<string | undefined> {
  const { rows } = await sql<{ hours: string | null }>`select config->>'hours' as hours from connections
    where workspace_id = ${workspace} and tool = 'website-chat' and removed_at is null
      and config->>'sample' is distinct from 'yes' order by connection_id limit 1`.execute(tx)
  return rows[0]?.hours ?? undefined
}

export async function updateChatHours(
  tx: Transaction,
  workspace: WorkspaceId,
  connection: ConnectionId,
  hours: string | null,
): Promise<void> {
  await sql`update connections set config = case when ${hours}::text is null then config - 'hours'
      else config || jsonb_build_object('hours', ${hours}::text) end
    where workspace_id = ${workspace} and connection_id = ${connection} and tool = 'website-chat'`.execute(tx)
}

export async function updateVisitorSeen(
  tx: Transaction,
  workspace: WorkspaceId,
  id: VisitorId,
  seen: { at: Date; pageUrl?: string },
): Promise<void> {
  await sql`update visitors set last_seen_at = ${seen.at}, page_url = coalesce(${seen.pageUrl ?? null}, page_url)
    where workspace_id = ${workspace} and visitor_id = ${id}`.execute(tx)
}

export async function updateVisitorsSeen(
  tx: Transaction,
  workspace: WorkspaceId,
  ids: readonly VisitorId[],
  at: Date,
): Promise<void> {
  await sql`update visitors set last_seen_at = ${at}
    where workspace_id = ${workspace} and visitor_id = any(${ids}::uuid[])`.execute(tx)
}

export async function updateVisitorContact(
  tx: Transaction,
  workspace: WorkspaceId,
  id: VisitorId,
  contact: { name?: string; email?: string },
): Promise<void> {
  await sql`update visitors set name = coalesce(${contact.name ?? null}, name), email = coalesce(${contact.email ?? null}, email)
    where workspace_id = ${workspace} and visitor_id = ${id}`.execute(tx)
}

export async function updateVisitorPerson(
  tx: Transaction,
  workspace: WorkspaceId,
  id: VisitorId,
  conversation: ConversationId,
  person: PersonId,
): Promise<void> {
  await sql`update visitors set conversation_id = ${conversation}, person_id = ${person}
    where workspace_id = ${workspace} and visitor_id = ${id}`.execute(tx)
}

/** Which workspace a chat's address belongs to. Across workspaces: the visitor knows only the chat's id. */
export async function findChat(
  tx: Transaction,
  connection: ConnectionId,
): Promise<{ workspace: WorkspaceId; connection: ConnectionId; user: UserId; origins: string } | undefined> {
  const { rows } = await sql<{ workspace: WorkspaceId; connection: ConnectionId; user: UserId; origins: string }>`
    select workspace_id as workspace, connection_id as connection, user_id as "user", coalesce(config->>'origins', '') as origins from connections
    where connection_id = ${connection} and tool = 'website-chat' and removed_at is null and paused_at is null`.execute(
    tx,
  )
  return rows[0]
}

export async function findChatOrigins(
  tx: Transaction,
  workspace: WorkspaceId,
  connection: ConnectionId,
): Promise<string[]> {
  const { rows } = await sql<{ origins: string }>`select coalesce(config->>'origins', '') as origins from connections
    where workspace_id = ${workspace} and connection_id = ${connection}`.execute(tx)
  return (rows[0]?.origins ?? '').split(/\s+/).filter(origin => origin !== '')
}

export async function updateChatOrigins(
  tx: Transaction,
  workspace: WorkspaceId,
  connection: ConnectionId,
  origins: readonly string[],
): Promise<void> {
  await sql`update connections set config = config || jsonb_build_object('origins', ${origins.join(' ')}::text)
    where workspace_id = ${workspace} and connection_id = ${connection} and tool = 'website-chat'`.execute(tx)
}

/**
 * Who answers here, and whether one of them has Kith open now; the first owner speaks for the team. A session is noted every few minutes
 * only: who touches an open page meanwhile is known by that.
 */
export async function findHosts(
  tx: Transaction,
  workspace: WorkspaceId,
  since: Date,
): Promise<{ name: string; about: string; online: boolean } | undefined> {
  const { rows } = await sql<{ name: string; about: string; online: boolean }>`
    select u.name, u.about, exists (select from sessions s where s.workspace_id = u.workspace_id and s.user_id = u.user_id
        and s.last_seen_at >= ${since})
      or exists (select from recruiters_awake a where a.workspace_id = u.workspace_id and a.user_id = u.user_id
        and a.awake_at >= ${since}) as online
    from users u where u.workspace_id = ${workspace} and u.disabled_at is null and u.role <> 'viewer'
    order by online desc, case u.role when 'owner' then 0 when 'admin' then 1 else 2 end, u.user_id limit 1`.execute(tx)
  return rows[0]
}

/**
 * Median minutes from a visitor's first message to our first answer since then, where nobody answered for a day as never; undefined under
 * five, and where half and more were not answered. Sample data promises nothing.
 */
export async function findMedianAnswerMinutes(
  tx: Transaction,
  workspace: WorkspaceId,
  { since, now }: { since: Date; now: Date },
): Promise<number | undefined> {
  const { rows } = await sql<{ minutes: number | null; n: number }>`
    select percentile_disc(0.5) within group (order by coalesce(extract(epoch from a.at - q.at) / 60, 'infinity'))::float8 as minutes,
      count(*)::int as n
    from (select m.conversation_id, min(m.sent_at) as at from messages m
        join conversations c on c.workspace_id = m.workspace_id and c.conversation_id = m.conversation_id and c.kind = 'visitor'
        join connections k on k.workspace_id = c.workspace_id and k.connection_id = c.connection_id
          and k.config->>'sample' is distinct from 'yes'
        where m.workspace_id = ${workspace} and not m.own and m.kind = 'text' and m.sent_at >= ${since} group by 1) q
    cross join lateral (select min(m.sent_at) as at from messages m where m.workspace_id = ${workspace}
        and m.conversation_id = q.conversation_id and m.own and m.sent_at > q.at) a
    where a.at is not null or q.at < ${now}::timestamptz - interval '1 day'`.execute(tx)
  const row = rows[0]
  return row && row.n >= 5 && row.minutes !== null && Number.isFinite(row.minutes) ? row.minutes : undefined
}

export type VisitorMessage = {
  id: MessageId
  /** The id that the visitor's browser gave its message; our own id for what we wrote. */
  key: string
  own: boolean
  text: string
  sentAt: Date
  /** By the other side: ours by its receipt, theirs as soon as it no longer counts as unread here. */
  read: boolean
  sender: string | null
  edited: boolean
  gone: boolean
  files: unknown
  /** By whom to which. */
  reactions: Record<string, string[]> | null
}

/** Oldest first, from the visitor's side: `own` is the recruiter's. Nothing that is still waiting or was taken back. */
export async function listVisitorMessages(
  tx: Transaction,
  workspace: WorkspaceId,
  conversation: ConversationId,
  after: { sentAt: Date; id: MessageId } | undefined,
  limit: number,
): Promise<VisitorMessage[]> {
  const place = after ? sql`and (m.sent_at, m.message_id) > (${after.sentAt}, ${after.id})` : sql``
  const { rows } = await sql<VisitorMessage>`
    select * from (select m.message_id as id, m.own, m.text, m.sent_at as "sentAt", u.name as sender,
        m.edited_at is not null as edited, m.retracted_at is not null as gone, m.detail->'files' as files, m.detail->'reactions' as reactions,
        case when m.own then m.message_id::text else coalesce((select k.message_key from message_keys k
          where k.workspace_id = m.workspace_id and k.connection_id = m.connection_id and k.message_id = m.message_id
          order by k.message_key limit 1), m.message_id::text) end as key,
        case when m.own then m.delivery = 'read'
          else count(*) filter (where not m.own) over (order by m.sent_at desc, m.message_id desc) > c.unread_count end as read
      from messages m
      join conversations c on c.workspace_id = m.workspace_id and c.conversation_id = m.conversation_id
      left join users u on u.workspace_id = m.workspace_id and u.user_id = m.user_id
      where m.workspace_id = ${workspace} and m.conversation_id = ${conversation} and m.kind = 'text'
        and m.delivery in ('received', 'accepted', 'delivered', 'read') ${place}
      order by m.sent_at desc, m.message_id desc limit ${limit}) newest
    order by "sentAt", id`.execute(tx)
  return rows
}

/** How many messages this visitor sent since: the limit is theirs to see, never silent. */
export async function countVisitorMessages(
  tx: Transaction,
  workspace: WorkspaceId,
  conversation: ConversationId,
  since: Date,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from messages
    where workspace_id = ${workspace} and conversation_id = ${conversation} and not own and sent_at >= ${since}`.execute(
    tx,
  )
  return rows[0]?.n ?? 0
}

/** How many files this visitor sent since. */
export async function countVisitorFiles(
  tx: Transaction,
  workspace: WorkspaceId,
  conversation: ConversationId,
  since: Date,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from files
    where workspace_id = ${workspace} and conversation_id = ${conversation} and user_id is null and created_at >= ${since}`.execute(
    tx,
  )
  return rows[0]?.n ?? 0
}

export async function notifyVisitor(tx: Transaction, visitor: string, news: Record<string, unknown>): Promise<void> {
  await sql`select pg_notify(${visitorChannel}, ${JSON.stringify({ visitor, ...news })})`.execute(tx)
}

export async function deleteVisitorPresence(tx: Transaction): Promise<void> {
  await sql`delete from presence p using connections c
    where c.workspace_id = p.workspace_id and c.connection_id = p.connection_id and c.tool = 'website-chat'`.execute(tx)
}

/** How a visitor's thread stands, for the judgement whether it is spam; undefined while there is none. */
export async function findAnswered(
  tx: Transaction,
  workspace: WorkspaceId,
  connection: ConnectionId,
  visitor: VisitorId,
): Promise<{ answered: boolean; written: boolean; suspicion: Suspicion | 'none' | null } | undefined> {
  const { rows } = await sql<{ answered: boolean; written: boolean; suspicion: Suspicion | 'none' | null }>`
    select c.suspicion, exists (select from messages m where m.workspace_id = ${workspace}
        and m.conversation_id = c.conversation_id and m.own and m.kind = 'text') as answered,
      exists (select from messages m where m.workspace_id = ${workspace}
        and m.conversation_id = c.conversation_id and not m.own) as written
    from conversations c where c.workspace_id = ${workspace} and c.connection_id = ${connection} and c.remote_id = ${visitor}`.execute(
    tx,
  )
  return rows[0]
}
