import { sql } from 'kysely'
import type { ConnectionId, ConversationId, MessageId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

/** What is open and somebody's. */
export async function listAssignedTo(tx: Transaction, workspace: WorkspaceId, user: UserId): Promise<ConversationId[]> {
  const { rows } = await sql<{ id: ConversationId }>`select conversation_id as id from conversations
    where workspace_id = ${workspace} and assignee_id = ${user} and done_at is null order by conversation_id`.execute(
    tx,
  )
  return rows.map(row => row.id)
}

export async function updateAssignees(
  tx: Transaction,
  workspace: WorkspaceId,
  conversations: readonly ConversationId[],
  { from, to }: { from: UserId | null; to: UserId | null },
): Promise<ConversationId[]> {
  const { rows } = await sql<{ id: ConversationId }>`update conversations set assignee_id = ${to}::uuid
    where workspace_id = ${workspace} and conversation_id = any(${[...conversations]}::uuid[])
      and assignee_id is not distinct from ${from}::uuid returning conversation_id as id`.execute(tx)
  return rows.map(row => row.id)
}

export async function listLaterOf(tx: Transaction, workspace: WorkspaceId, user: UserId): Promise<MessageId[]> {
  const { rows } = await sql<{ id: MessageId }>`select message_id as id from later_messages
    where workspace_id = ${workspace} and user_id = ${user} order by send_at, message_id`.execute(tx)
  return rows.map(row => row.id)
}

const gone = JSON.stringify({ code: 'writer-gone', reasons: [] })

/** It is somebody else's words: it waits until its new writer has looked. */
export async function updateLaterGiven(
  tx: Transaction,
  workspace: WorkspaceId,
  messages: readonly MessageId[],
  { from, to }: { from: UserId; to: UserId },
  at: Date,
): Promise<MessageId[]> {
  const { rows } = await sql<{
    id: MessageId
  }>`update later_messages set user_id = ${to}, held_at = coalesce(held_at, ${at}),
      held_why = coalesce(held_why, ${gone}::jsonb)
    where workspace_id = ${workspace} and user_id = ${from} and message_id = any(${[...messages]}::uuid[])
    returning message_id as id`.execute(tx)
  return rows.map(row => row.id)
}

/** The way back: it leaves at its time again, where nothing else held it. */
export async function updateLaterReturned(
  tx: Transaction,
  workspace: WorkspaceId,
  messages: readonly MessageId[],
  { from, to }: { from: UserId; to: UserId },
): Promise<MessageId[]> {
  const { rows } = await sql<{ id: MessageId }>`update later_messages set user_id = ${to},
      held_at = case when held_why->>'code' = 'writer-gone' then null else held_at end,
      held_why = case when held_why->>'code' = 'writer-gone' then null else held_why end
    where workspace_id = ${workspace} and user_id = ${from} and message_id = any(${[...messages]}::uuid[])
    returning message_id as id`.execute(tx)
  return rows.map(row => row.id)
}

/** Accounts that Kith signs in to by what they entered. What they write from by hand is their own browser's. */
export async function listConnectionsOf(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
): Promise<ConnectionId[]> {
  const { rows } = await sql<{ id: ConnectionId }>`select connection_id as id from connections
    where workspace_id = ${workspace} and user_id = ${user} and removed_at is null and config->>'hand' is distinct from 'yes'
    order by connection_id`.execute(tx)
  return rows.map(row => row.id)
}

/** They go on as they are, signed in by what is sealed; who looks after them is another. */
export async function updateConnectionsOf(
  tx: Transaction,
  workspace: WorkspaceId,
  connections: readonly ConnectionId[],
  { from, to }: { from: UserId; to: UserId },
): Promise<ConnectionId[]> {
  const { rows } = await sql<{ id: ConnectionId }>`update connections set user_id = ${to}
    where workspace_id = ${workspace} and user_id = ${from} and removed_at is null
      and connection_id = any(${[...connections]}::uuid[]) returning connection_id as id`.execute(tx)
  return rows.map(row => row.id)
}

/** What nobody else can have. */
export async function countStaying(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
): Promise<{ byHand: number; reach: number }> {
  const { rows } = await sql<{ byHand: number; reach: number }>`select
    (select count(*)::int from connections where workspace_id = ${workspace} and user_id = ${user} and removed_at is null
      and config->>'hand' = 'yes') as "byHand",
    (select count(*)::int from reaches where workspace_id = ${workspace} and user_id = ${user} and proven_at is not null) as reach`.execute(
    tx,
  )
  return rows[0] ?? { byHand: 0, reach: 0 }
}
