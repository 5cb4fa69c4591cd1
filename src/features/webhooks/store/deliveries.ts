import { sql } from 'kysely'
import type { DeliveryId, WebhookId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

export type NewDelivery = { id: DeliveryId; type: string; body: string; at: Date }

export type DeliveryRow = {
  id: DeliveryId
  webhook: WebhookId
  type: string
  body: string
  createdAt: Date
  state: string
  attempts: number
  nextAt: Date | null
  lastAt: Date | null
  lastStatus: number | null
  lastError: string | null
}

const columns = [
  'delivery_id as id',
  'webhook_id as webhook',
  'event_type as type',
  'body',
  'created_at as createdAt',
  'state',
  'attempts',
  'next_at as nextAt',
  'last_at as lastAt',
  'last_status as lastStatus',
  'last_error as lastError',
] as const

/** Those who asked for each type, in one query: nobody, for most workspaces. */
export async function listListeners(
  tx: Transaction,
  workspace: WorkspaceId,
  types: readonly string[],
): Promise<{ id: WebhookId; events: string[] }[]> {
  return tx
    .selectFrom('webhooks')
    .select(['webhook_id as id', 'event_types as events'])
    .where('workspace_id', '=', workspace)
    .where('active', '=', true)
    .where(sql<boolean>`event_types && ${sql.val([...types])}::text[]`)
    .execute()
}

export async function insertDeliveries(
  tx: Transaction,
  workspace: WorkspaceId,
  deliveries: readonly (NewDelivery & { webhook: WebhookId })[],
): Promise<void> {
  const atOnce = 1_000
  for (let start = 0; start < deliveries.length; start += atOnce)
    await tx
      .insertInto('webhook_deliveries')
      .values(
        deliveries.slice(start, start + atOnce).map(({ id, webhook, type, body, at }) => ({
          workspace_id: workspace,
          delivery_id: id,
          webhook_id: webhook,
          event_type: type,
          body,
          created_at: at,
          state: 'waiting',
          next_at: at,
        })),
      )
      .execute()
}

export async function findDelivery(
  tx: Transaction,
  workspace: WorkspaceId,
  delivery: DeliveryId,
): Promise<DeliveryRow | undefined> {
  return tx
    .selectFrom('webhook_deliveries')
    .select(columns)
    .where('workspace_id', '=', workspace)
    .where('delivery_id', '=', delivery)
    .executeTakeFirst()
}

/** Newest first; `before` is the id of the last one seen. */
export async function listDeliveries(
  tx: Transaction,
  workspace: WorkspaceId,
  webhook: WebhookId,
  page: { before?: DeliveryId; limit: number },
): Promise<DeliveryRow[]> {
  return tx
    .selectFrom('webhook_deliveries')
    .select(columns)
    .where('workspace_id', '=', workspace)
    .where('webhook_id', '=', webhook)
    .$if(page.before !== undefined, query => query.where('delivery_id', '<', page.before as DeliveryId))
    .orderBy('delivery_id', 'desc')
    .limit(page.limit)
    .execute()
}

/** Those that no task waits for after a pause, oldest first. */
export async function listWaiting(tx: Transaction, workspace: WorkspaceId, webhook: WebhookId): Promise<DeliveryId[]> {
  const rows = await tx
    .selectFrom('webhook_deliveries')
    .select('delivery_id as id')
    .where('workspace_id', '=', workspace)
    .where('webhook_id', '=', webhook)
    .where('state', '=', 'waiting')
    .orderBy('delivery_id')
    .execute()
  return rows.map(row => row.id)
}

export async function updateDelivery(
  tx: Transaction,
  workspace: WorkspaceId,
  delivery: DeliveryId,
  change: Partial<Pick<DeliveryRow, 'state' | 'attempts' | 'nextAt' | 'lastAt' | 'lastStatus' | 'lastError'>>,
): Promise<void> {
  const { nextAt, lastAt, lastStatus, lastError, ...same } = change
  await tx
    .updateTable('webhook_deliveries')
    .set({
      ...same,
      ...(nextAt !== undefined && { next_at: nextAt }),
      ...(lastAt !== undefined && { last_at: lastAt }),
      ...(lastStatus !== undefined && { last_status: lastStatus }),
      ...(lastError !== undefined && { last_error: lastError }),
    })
    .where('workspace_id', '=', workspace)
    .where('delivery_id', '=', delivery)
    .execute()
}

export async function deleteSettledDeliveries(tx: Transaction, workspace: WorkspaceId, before: Date): Promise<void> {
  await tx
    .deleteFrom('webhook_deliveries')
    .where('workspace_id', '=', workspace)
    .where('state', '<>', 'waiting')
    .where('created_at', '<', before)
    .execute()
}
