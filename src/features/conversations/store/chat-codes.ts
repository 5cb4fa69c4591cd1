import { sql } from 'kysely'
import type { ConnectionId, ConversationId, PersonId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'
import type { VisitorId } from './visitors.ts'

/** What is kept of a code: it has the strength to go without salt. */
const hashed = (code: string) => sql`sha256(convert_to(${code}::text, 'UTF8'))`

/** The newest `most` of a visitor's open codes count; older ones are forgotten. */
export async function insertChatCode(
  tx: Transaction,
  workspace: WorkspaceId,
  row: { code: string; visitor: VisitorId; connection: ConnectionId; expiresAt: Date },
  most: number,
  now: Date,
): Promise<void> {
  await sql`delete from chat_codes where workspace_id = ${workspace} and visitor_id = ${row.visitor} and used_at is null
    and code_hash not in (select code_hash from chat_codes where workspace_id = ${workspace} and visitor_id = ${row.visitor}
      and used_at is null and expires_at > ${now} order by created_at desc limit ${most - 1})`.execute(tx)
  await sql`insert into chat_codes (workspace_id, code_hash, visitor_id, connection_id, created_at, expires_at)
    values (${workspace}, ${hashed(row.code)}, ${row.visitor}, ${row.connection}, ${now}, ${row.expiresAt})`.execute(tx)
}

/**
 * Spends a code that came over this connection, once: undefined when it is none of an open one, came too late, or its visitor is
 * blocked or nobody yet.
 */
export async function updateCodeUsed(
  tx: Transaction,
  workspace: WorkspaceId,
  connection: ConnectionId,
  use: { code: string; sentAt: Date; conversation: ConversationId; now: Date },
): Promise<{ visitor: VisitorId; person: PersonId; name: string | null } | undefined> {
  const { rows } = await sql<{ visitor: VisitorId; person: PersonId; name: string | null }>`
    update chat_codes k set used_at = ${use.now}, conversation_id = ${use.conversation} from visitors v
    where k.workspace_id = ${workspace} and k.code_hash = ${hashed(use.code)} and k.connection_id = ${connection} and k.used_at is null
      and k.expires_at > ${use.sentAt} and v.workspace_id = ${workspace} and v.visitor_id = k.visitor_id
      and v.blocked_at is null and v.person_id is not null
    returning v.visitor_id as visitor, v.person_id as person, v.name`.execute(tx)
  return rows[0]
}

/** The tools on which a visitor went on. */
export async function listWentOn(tx: Transaction, workspace: WorkspaceId, visitor: VisitorId): Promise<ToolId[]> {
  const { rows } = await sql<{ tool: ToolId }>`select distinct k.tool from chat_codes c
    join connections k on k.workspace_id = c.workspace_id and k.connection_id = c.connection_id
    where c.workspace_id = ${workspace} and c.visitor_id = ${visitor} and c.used_at is not null order by 1`.execute(tx)
  return rows.map(row => row.tool)
}

/** As they stand in the chat's settings. */
export async function findChatDoors(
  tx: Transaction,
  workspace: WorkspaceId,
  chat: ConnectionId,
): Promise<string | undefined> {
  const { rows } = await sql<{ doors: string | null }>`select config->>'doors' as doors from connections
    where workspace_id = ${workspace} and connection_id = ${chat} and tool = 'website-chat'`.execute(tx)
  return rows[0]?.doors ?? undefined
}

export async function updateChatDoors(
  tx: Transaction,
  workspace: WorkspaceId,
  chat: ConnectionId,
  doors: string,
): Promise<void> {
  await sql`update connections set config = config || jsonb_build_object('doors', ${doors}::text)
    where workspace_id = ${workspace} and connection_id = ${chat} and tool = 'website-chat'`.execute(tx)
}

/** Those of the connections that are there and not paused. */
export async function listOpenDoors(
  tx: Transaction,
  workspace: WorkspaceId,
  connections: readonly ConnectionId[],
): Promise<Map<ConnectionId, ToolId>> {
  if (connections.length === 0) return new Map()
  const { rows } = await sql<{ id: ConnectionId; tool: ToolId }>`select connection_id as id, tool from connections
    where workspace_id = ${workspace} and connection_id = any(${connections}::uuid[]) and removed_at is null and paused_at is null
      and state <> 'needs-you'`.execute(tx)
  return new Map(rows.map(row => [row.id, row.tool]))
}
