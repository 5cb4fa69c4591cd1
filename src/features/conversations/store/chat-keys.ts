import { sql } from 'kysely'
import type { ConnectionId, Id, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { SiteAlgorithm } from '../model/site-token.ts'
import type { VisitorId } from './visitors.ts'

export type ChatKeyId = Id<'ChatKey'>
export type ChatKey = {
  id: ChatKeyId
  algorithm: SiteAlgorithm
  secretSealed: string | null
  publicKey: string | null
  createdAt: Date
  lastUsedAt: Date | null
}

const columns = sql`key_id as id, algorithm, secret_sealed as "secretSealed", public_key as "publicKey", created_at as "createdAt",
  last_used_at as "lastUsedAt"`

export async function insertChatKey(
  tx: Transaction,
  workspace: WorkspaceId,
  chat: ConnectionId,
  row: Pick<ChatKey, 'id' | 'algorithm' | 'secretSealed' | 'publicKey'>,
  now: Date,
): Promise<void> {
  await sql`insert into chat_keys (workspace_id, key_id, connection_id, algorithm, secret_sealed, public_key, created_at)
    values (${workspace}, ${row.id}, ${chat}, ${row.algorithm}, ${row.secretSealed}, ${row.publicKey}, ${now})`.execute(
    tx,
  )
}

/** Oldest first. */
export async function listChatKeys(tx: Transaction, workspace: WorkspaceId, chat: ConnectionId): Promise<ChatKey[]> {
  const { rows } = await sql<ChatKey>`select ${columns} from chat_keys
    where workspace_id = ${workspace} and connection_id = ${chat} order by created_at, key_id`.execute(tx)
  return rows
}

export async function findChatKey(
  tx: Transaction,
  workspace: WorkspaceId,
  chat: ConnectionId,
  id: ChatKeyId,
): Promise<ChatKey | undefined> {
  const { rows } = await sql<ChatKey>`select ${columns} from chat_keys
    where workspace_id = ${workspace} and connection_id = ${chat} and key_id = ${id}`.execute(tx)
  return rows[0]
}

/** False when there is none. */
export async function deleteChatKey(tx: Transaction, workspace: WorkspaceId, id: ChatKeyId): Promise<boolean> {
  const { rows } =
    await sql`delete from chat_keys where workspace_id = ${workspace} and key_id = ${id} returning key_id`.execute(tx)
  return rows.length > 0
}

/** Written down once an hour at most. */
export async function updateChatKeyUsed(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ChatKeyId,
  now: Date,
): Promise<void> {
  const since = new Date(now.getTime() - 3_600_000)
  await sql`update chat_keys set last_used_at = ${now} where workspace_id = ${workspace} and key_id = ${id}
    and (last_used_at is null or last_used_at < ${since})`.execute(tx)
}

export async function findVisitorBySubject(
  tx: Transaction,
  workspace: WorkspaceId,
  chat: ConnectionId,
  subject: string,
): Promise<{ id: VisitorId; name: string | null } | undefined> {
  const { rows } = await sql<{ id: VisitorId; name: string | null }>`select visitor_id as id, name from visitors
    where workspace_id = ${workspace} and connection_id = ${chat} and subject = ${subject}`.execute(tx)
  return rows[0]
}

/** One more device of a visitor; beyond `most` the one that came first has to sign in again. */
export async function insertVisitorToken(
  tx: Transaction,
  workspace: WorkspaceId,
  visitor: VisitorId,
  tokenHash: Buffer,
  most: number,
  now: Date,
): Promise<void> {
  await sql`insert into visitor_tokens (workspace_id, token_hash, visitor_id, created_at)
    values (${workspace}, ${tokenHash}, ${visitor}, ${now})`.execute(tx)
  await sql`delete from visitor_tokens where workspace_id = ${workspace} and visitor_id = ${visitor} and token_hash in (
    select token_hash from visitor_tokens where workspace_id = ${workspace} and visitor_id = ${visitor}
    order by created_at desc, token_hash offset ${most})`.execute(tx)
}
