import { sql } from 'kysely'
import type { ConnectionId, ConversationId, Id, MessageId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'
import type { ReachMode } from '../model/reach.ts'

export type ForwardId = Id<'Forward'>

export type Reach = {
  user: UserId
  connection: ConnectionId
  address: string | null
  codeHash: string | null
  codeUntil: Date | null
  codeTries: number
  provenAt: Date | null
  mode: ReachMode
  awayMinutes: number
  days: number[]
  from: string
  to: string
  pausedAt: Date | null
  toldCount: number
  toldSince: Date | null
  trouble: string | null
  troubleAt: Date | null
}

const columns = sql`user_id as "user", connection_id as connection, address, code_hash as "codeHash", code_until as "codeUntil",
  code_tries as "codeTries", proven_at as "provenAt", mode, away_minutes as "awayMinutes", days, from_time as "from", to_time as "to",
  paused_at as "pausedAt", told_count as "toldCount", told_since as "toldSince", trouble, trouble_at as "troubleAt"`

/** All of a workspace: one for each recruiter at most. */
export async function listReaches(tx: Transaction, workspace: WorkspaceId): Promise<Reach[]> {
  const { rows } = await sql<Reach>`select ${columns} from reaches where workspace_id = ${workspace}`.execute(tx)
  return rows
}

export async function findReach(tx: Transaction, workspace: WorkspaceId, user: UserId): Promise<Reach | undefined> {
  const { rows } = await sql<Reach>`select ${columns} from reaches
    where workspace_id = ${workspace} and user_id = ${user}`.execute(tx)
  return rows[0]
}

/** Holds the row until the transaction ends: codes are counted and marks numbered one after another. */
export async function findReachForUpdate(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
): Promise<Reach | undefined> {
  const { rows } = await sql<Reach>`select ${columns} from reaches
    where workspace_id = ${workspace} and user_id = ${user} for update`.execute(tx)
  return rows[0]
}

/** Another place is proven anew; when messages are forwarded stays as it was. */
export async function upsertReach(
  tx: Transaction,
  workspace: WorkspaceId,
  row: Pick<Reach, 'user' | 'connection' | 'address'> & { codeHash: string; codeUntil: Date },
  now: Date,
): Promise<void> {
  await sql`insert into reaches (workspace_id, user_id, connection_id, address, code_hash, code_until, created_at)
    values (${workspace}, ${row.user}, ${row.connection}, ${row.address}, ${row.codeHash}, ${row.codeUntil}, ${now})
    on conflict (workspace_id, user_id) do update set connection_id = excluded.connection_id, address = excluded.address,
      code_hash = excluded.code_hash, code_until = excluded.code_until, code_tries = 0, proven_at = null, trouble = null,
      trouble_at = null`.execute(tx)
}

export async function updateReach(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  change: Partial<Pick<Reach, 'mode' | 'awayMinutes' | 'days' | 'from' | 'to'>> & { pausedAt?: Date | null },
): Promise<void> {
  const paused = change.pausedAt === undefined ? sql`paused_at` : sql`${change.pausedAt}::timestamptz`
  await sql`update reaches set mode = coalesce(${change.mode ?? null}, mode),
      away_minutes = coalesce(${change.awayMinutes ?? null}::int, away_minutes), days = coalesce(${change.days ?? null}::int[], days),
      from_time = coalesce(${change.from ?? null}, from_time), to_time = coalesce(${change.to ?? null}, to_time), paused_at = ${paused}
    where workspace_id = ${workspace} and user_id = ${user}`.execute(tx)
}

export async function updateReachTried(tx: Transaction, workspace: WorkspaceId, user: UserId): Promise<void> {
  await sql`update reaches set code_tries = code_tries + 1
    where workspace_id = ${workspace} and user_id = ${user}`.execute(tx)
}

export async function updateReachProven(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  address: string,
  now: Date,
): Promise<void> {
  await sql`update reaches set address = ${address}, proven_at = ${now}, code_hash = null, code_until = null, code_tries = 0,
      trouble = null, trouble_at = null
    where workspace_id = ${workspace} and user_id = ${user}`.execute(tx)
}

/** What was said with that address before it was proven to be the recruiter's own waits for nobody. */
export async function updateOwnConversation(
  tx: Transaction,
  workspace: WorkspaceId,
  { connection, address }: { connection: ConnectionId; address: string },
  now: Date,
): Promise<ConversationId[]> {
  const { rows } = await sql<{
    id: ConversationId
  }>`update conversations set requested = false, unread_count = 0, mention_count = 0, done_at = ${now}
    where workspace_id = ${workspace} and connection_id = ${connection} and remote_id = ${address} and kind = 'direct'
    returning conversation_id as id`.execute(tx)
  return rows.map(row => row.id)
}

/** Counts a word of ours to that address; in a later hour the count begins anew. */
export async function updateReachTold(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  told: { count: number; since: Date },
): Promise<void> {
  await sql`update reaches set told_count = ${told.count}, told_since = ${told.since}
    where workspace_id = ${workspace} and user_id = ${user}`.execute(tx)
}

export async function updateReachTrouble(
  tx: Transaction,
  workspace: WorkspaceId,
  at: { connection: ConnectionId; address: string },
  trouble: string | null,
  now: Date,
): Promise<UserId[]> {
  const { rows } = await sql<{
    user: UserId
  }>`update reaches set trouble = ${trouble}, trouble_at = ${trouble === null ? null : now}
    where workspace_id = ${workspace} and connection_id = ${at.connection} and address = ${at.address}
      and trouble is distinct from ${trouble} returning user_id as "user"`.execute(tx)
  return rows.map(row => row.user)
}

export async function deleteReach(tx: Transaction, workspace: WorkspaceId, user: UserId): Promise<void> {
  await sql`delete from outbox o using reaches r where r.workspace_id = ${workspace} and r.user_id = ${user}
    and o.workspace_id = r.workspace_id and o.connection_id = r.connection_id and o.action = 'forward' and o.bucket = r.address
    and o.state = 'queued'`.execute(tx)
  await sql`delete from reach_marks where workspace_id = ${workspace} and user_id = ${user}`.execute(tx)
  await sql`delete from reaches where workspace_id = ${workspace} and user_id = ${user}`.execute(tx)
}

export type ReachOwner = {
  user: UserId
  name: string
  role: string
  locale: string
  timeZone: string
  preferences: Record<string, unknown>
  awakeAt: Date | null
}

/** Undefined for somebody who is here no more. */
export async function findReachOwner(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
): Promise<ReachOwner | undefined> {
  const { rows } =
    await sql<ReachOwner>`select u.user_id as "user", u.name, u.role, u.locale, u.time_zone as "timeZone", u.preferences,
      a.awake_at as "awakeAt"
    from users u left join recruiters_awake a on a.workspace_id = u.workspace_id and a.user_id = u.user_id
    where u.workspace_id = ${workspace} and u.user_id = ${user} and u.disabled_at is null`.execute(tx)
  return rows[0]
}

export async function upsertAwake(tx: Transaction, workspace: WorkspaceId, user: UserId, at: Date): Promise<void> {
  await sql`insert into recruiters_awake (workspace_id, user_id, awake_at) values (${workspace}, ${user}, ${at})
    on conflict (workspace_id, user_id) do update set awake_at = greatest(recruiters_awake.awake_at, excluded.awake_at)`.execute(
    tx,
  )
}

/** Its mark for this recruiter, made when there is none. Only while the reach is held for update. */
export async function upsertMark(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  conversation: ConversationId,
): Promise<number> {
  const { rows } = await sql<{
    number: number
  }>`insert into reach_marks (workspace_id, user_id, number, conversation_id)
    select ${workspace}::uuid, ${user}::uuid,
      coalesce((select max(number) from reach_marks where workspace_id = ${workspace} and user_id = ${user}), 0) + 1,
      ${conversation}::uuid
    on conflict (workspace_id, user_id, conversation_id) do update set conversation_id = excluded.conversation_id
    returning number`.execute(tx)
  if (!rows[0]) throw new Error('an upsert gives its row')
  return rows[0].number
}

export async function hasForwarded(tx: Transaction, workspace: WorkspaceId, message: MessageId): Promise<boolean> {
  const { rows } = await sql`select 1 from forwards
    where workspace_id = ${workspace} and message_id = ${message}`.execute(tx)
  return rows.length > 0
}

export async function insertForward(
  tx: Transaction,
  workspace: WorkspaceId,
  row: { id: ForwardId; message: MessageId; user: UserId; number: number; version: number },
  now: Date,
): Promise<void> {
  await sql`insert into forwards (workspace_id, forward_id, message_id, user_id, number, version, created_at)
    values (${workspace}, ${row.id}, ${row.message}, ${row.user}, ${row.number}, ${row.version}, ${now})`.execute(tx)
}

/** It has arrived: what it showed is what an answer may be about. Words of ours are no forwards and change nothing. */
export async function updateForwarded(
  tx: Transaction,
  workspace: WorkspaceId,
  arrived: { id: ForwardId; key: string | null; at: Date },
): Promise<void> {
  await sql`with f as (
      update forwards set network_key = coalesce(${arrived.key}, network_key)
      where workspace_id = ${workspace} and forward_id = ${arrived.id} returning user_id, number, version)
    update reach_marks m set seen_version = greatest(m.seen_version, f.version),
      forwarded_at = greatest(m.forwarded_at, ${arrived.at}::timestamptz)
    from f where m.workspace_id = ${workspace} and m.user_id = f.user_id and m.number = f.number`.execute(tx)
}

export type Mark = {
  number: number
  conversation: ConversationId
  seenVersion: number | null
  forwardedAt: Date | null
}

const markColumns = sql`m.number, m.conversation_id as conversation, m.seen_version as "seenVersion", m.forwarded_at as "forwardedAt"`

/** Forwarded since then, the latest first. */
export async function listMarks(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  since: Date,
  most = 8,
): Promise<Mark[]> {
  const { rows } = await sql<Mark>`select ${markColumns} from reach_marks m
    where m.workspace_id = ${workspace} and m.user_id = ${user} and m.forwarded_at >= ${since}
    order by m.forwarded_at desc, m.number desc limit ${most}`.execute(tx)
  return rows
}

export async function findMark(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  number: number,
): Promise<Mark | undefined> {
  const { rows } = await sql<Mark>`select ${markColumns} from reach_marks m
    where m.workspace_id = ${workspace} and m.user_id = ${user} and m.number = ${number}`.execute(tx)
  return rows[0]
}

/** Of the forward that a network says was replied to, by its key there or the id it was sent under. */
export async function findMarkByKey(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  key: string,
): Promise<Mark | undefined> {
  const { rows } = await sql<Mark>`select ${markColumns} from forwards f
    join reach_marks m on m.workspace_id = f.workspace_id and m.user_id = f.user_id and m.number = f.number
    where f.workspace_id = ${workspace} and f.user_id = ${user} and (f.network_key = ${key} or f.forward_id::text = ${key})
    limit 1`.execute(tx)
  return rows[0]
}

export async function updateMarkSeen(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  number: number,
  version: number,
): Promise<void> {
  await sql`update reach_marks set seen_version = ${version}
    where workspace_id = ${workspace} and user_id = ${user} and number = ${number}`.execute(tx)
}

/** Whether somebody in Kith is known by this address there: it is no place for a recruiter's own messages then. */
export async function isSomebodys(
  tx: Transaction,
  workspace: WorkspaceId,
  tool: ToolId,
  address: string,
): Promise<boolean> {
  const { rows } =
    await sql`select 1 from profiles where workspace_id = ${workspace} and tool = ${tool} and profile_key = ${address}
    union all select 1 from conversations where workspace_id = ${workspace} and tool = ${tool} and remote_id = ${address}
      and (person_id is not null or stopped_at is not null) limit 1`.execute(tx)
  return rows.length > 0
}

/** A forward that the network may have shown there already, though its answer is still out. */
export async function isForwardUnderWay(
  tx: Transaction,
  workspace: WorkspaceId,
  { connection, address }: { connection: ConnectionId; address: string | null },
): Promise<boolean> {
  const { rows } = await sql`select 1 from outbox where workspace_id = ${workspace} and connection_id = ${connection}
    and bucket = ${address} and action = 'forward' and state = 'sending' and conversation_id is not null limit 1`.execute(
    tx,
  )
  return rows.length > 0
}
