import { sql } from 'kysely'
import type { ConnectionId, Id, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'

export type Connection = {
  id: ConnectionId
  workspace: WorkspaceId
  user: UserId
  tool: ToolId
  label: string
  config: Record<string, string>
  secretsSealed: string | null
  state: string
  stateDetail: Record<string, unknown>
  stateAt: Date
  cursor: string | null
  caughtUpAt: Date | null
  pausedAt: Date | null
  leaseHolder: string | null
  /** When the network last came to the connection's own address. */
  webhookAt: Date | null
  webhookRefusedAt: Date | null
  webhookRefusedWhy: string | null
}

const columns = sql`connection_id as id, workspace_id as workspace, user_id as "user", tool, label, config,
  secrets_sealed as "secretsSealed", state, state_detail as "stateDetail", state_at as "stateAt", cursor,
  caught_up_at as "caughtUpAt", paused_at as "pausedAt", lease_holder as "leaseHolder",
  webhook_at as "webhookAt", webhook_refused_at as "webhookRefusedAt", webhook_refused_why as "webhookRefusedWhy"`

/** Until the transaction ends nobody else in the workspace makes its website chat. */
export async function lockWebsiteChat(tx: Transaction, workspace: WorkspaceId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`website-chat:${workspace}`}, 0))`.execute(tx)
}

export async function insertConnection(
  tx: Transaction,
  row: Pick<Connection, 'id' | 'workspace' | 'user' | 'tool' | 'label' | 'config' | 'secretsSealed'>,
  now: Date,
): Promise<void> {
  await sql`insert into connections (workspace_id, connection_id, user_id, tool, label, config, secrets_sealed, state_at, created_at)
    values (${row.workspace}, ${row.id}, ${row.user}, ${row.tool}, ${row.label}, ${JSON.stringify(row.config)}::jsonb,
      ${row.secretsSealed}, ${now}, ${now})`.execute(tx)
}

export async function findConnection(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ConnectionId,
): Promise<Connection | undefined> {
  const { rows } = await sql<Connection>`select ${columns} from connections
    where workspace_id = ${workspace} and connection_id = ${id} and removed_at is null`.execute(tx)
  return rows[0]
}

/** Across workspaces: for whoever came to the connection's own address, which is the proof. */
export async function findConnectionAnywhere(tx: Transaction, id: ConnectionId): Promise<Connection | undefined> {
  const { rows } = await sql<Connection>`select ${columns} from connections
    where connection_id = ${id} and removed_at is null`.execute(tx)
  return rows[0]
}

/** Across workspaces, for `kith doctor`. */
export async function listConnectionsAnywhere(tx: Transaction, most: number): Promise<Connection[]> {
  const { rows } = await sql<Connection>`select ${columns} from connections
    where removed_at is null order by connection_id limit ${most}`.execute(tx)
  return rows
}

/** A delivery that was taken ends the story of an earlier refusal. */
export async function updateWebhookReached(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ConnectionId,
  now: Date,
): Promise<void> {
  await sql`update connections set webhook_at = ${now}, webhook_refused_at = null, webhook_refused_why = null
    where workspace_id = ${workspace} and connection_id = ${id}`.execute(tx)
}

export async function updateWebhookRefused(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ConnectionId,
  now: Date,
  why: string,
): Promise<void> {
  await sql`update connections set webhook_refused_at = ${now}, webhook_refused_why = ${why}
    where workspace_id = ${workspace} and connection_id = ${id}`.execute(tx)
}

/** Holds the row until the transaction ends: commits of one connection come one after another. */
export async function findConnectionForUpdate(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ConnectionId,
): Promise<Connection | undefined> {
  const { rows } = await sql<Connection>`select ${columns} from connections
    where workspace_id = ${workspace} and connection_id = ${id} and removed_at is null for no key update`.execute(tx)
  return rows[0]
}

/** Oldest first; removed ones still name the tool of their history. */
export async function listConnections(
  tx: Transaction,
  workspace: WorkspaceId,
  removedToo = false,
): Promise<Connection[]> {
  const { rows } = await sql<Connection>`select ${columns} from connections
    where workspace_id = ${workspace} and (${removedToo} or removed_at is null) order by connection_id`.execute(tx)
  return rows
}

export async function updateCursor(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ConnectionId,
  cursor: string,
): Promise<void> {
  await sql`update connections set cursor = ${cursor} where workspace_id = ${workspace} and connection_id = ${id}`.execute(
    tx,
  )
}

export async function updateConnectionState(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ConnectionId,
  state: { state: string; detail: Record<string, unknown>; caughtUp: boolean },
  now: Date,
): Promise<void> {
  await sql`update connections set state = ${state.state}, state_detail = ${JSON.stringify(state.detail)}::jsonb, state_at = ${now},
      caught_up_at = case when ${state.caughtUp} then ${now}::timestamptz else caught_up_at end
    where workspace_id = ${workspace} and connection_id = ${id}`.execute(tx)
}

export async function updateConnectionAccount(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ConnectionId,
  account: { label: string; config: Record<string, string>; secretsSealed: string | null },
): Promise<void> {
  await sql`update connections set label = ${account.label}, config = ${JSON.stringify(account.config)}::jsonb,
      secrets_sealed = ${account.secretsSealed}, lease_until = null
    where workspace_id = ${workspace} and connection_id = ${id}`.execute(tx)
}

/** The account's own network replaced them: the session that holds the lease goes on with what it has. */
export async function updateConnectionSecrets(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ConnectionId,
  secretsSealed: string,
): Promise<void> {
  await sql`update connections set secrets_sealed = ${secretsSealed}
    where workspace_id = ${workspace} and connection_id = ${id}`.execute(tx)
}

export async function updateConnectionPaused(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ConnectionId,
  pausedAt: Date | null,
): Promise<void> {
  await sql`update connections set paused_at = ${pausedAt}
    where workspace_id = ${workspace} and connection_id = ${id}`.execute(tx)
}

/** History stays; the account's secrets go. */
export async function updateConnectionRemoved(
  tx: Transaction,
  workspace: WorkspaceId,
  id: ConnectionId,
  now: Date,
): Promise<void> {
  await sql`update connections set removed_at = ${now}, secrets_sealed = null, config = '{}', lease_until = null
    where workspace_id = ${workspace} and connection_id = ${id}`.execute(tx)
}

/**
 * Across workspaces: renews what `holder` holds already, and takes what nobody holds. Its own rows are waited for: a commit that has one
 * locked for a moment must not look like a lease that was lost.
 */
export async function leaseConnections(
  tx: Transaction,
  holder: Id<'Node'>,
  now: Date,
  until: Date,
  most: number,
): Promise<Connection[]> {
  const { rows } = await sql<Connection>`
    with own as (
      update connections set lease_until = ${until}
      where lease_holder = ${holder} and removed_at is null and paused_at is null
      returning ${columns}),
    taken as (
      update connections set lease_holder = ${holder}, lease_until = ${until}
      where (workspace_id, connection_id) in (
        select workspace_id, connection_id from connections
        where removed_at is null and paused_at is null and lease_holder is distinct from ${holder}
          and (lease_until is null or lease_until < ${now})
        order by connection_id limit ${most} for update skip locked)
      returning ${columns})
    select * from own union all select * from taken`.execute(tx)
  return rows
}

/** Across workspaces, on a graceful stop: others need not wait for the lease to run out. */
export async function releaseLeases(tx: Transaction, holder: Id<'Node'>): Promise<void> {
  await sql`update connections set lease_until = null, lease_holder = null where lease_holder = ${holder}`.execute(tx)
}

/** Across workspaces, at the start of an installation's only node: whoever held a lease is dead. */
export async function clearLeases(tx: Transaction): Promise<void> {
  await sql`update connections set lease_until = null, lease_holder = null where lease_holder is not null`.execute(tx)
}
