import { sql } from 'kysely'
import type { UserId, WebhookId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

export type WebhookRow = {
  id: WebhookId
  url: string
  events: string[]
  sealed: string
  previousSealed: string | null
  previousUntil: Date | null
  active: boolean
  stoppedBecause: string | null
  failingSince: Date | null
  createdAt: Date
}

const columns = [
  'webhook_id as id',
  'url',
  'event_types as events',
  'sealed',
  'previous_sealed as previousSealed',
  'previous_until as previousUntil',
  'active',
  'stopped_because as stoppedBecause',
  'failing_since as failingSince',
  'created_at as createdAt',
] as const

export async function listWebhooks(
  tx: Transaction,
  workspace: WorkspaceId,
): Promise<(WebhookRow & { waiting: number })[]> {
  return tx
    .selectFrom('webhooks as w')
    .leftJoin('webhook_deliveries as d', join =>
      join
        .onRef('d.workspace_id', '=', 'w.workspace_id')
        .onRef('d.webhook_id', '=', 'w.webhook_id')
        .on('d.state', '=', 'waiting'),
    )
    .select([
      'w.webhook_id as id',
      'w.url',
      'w.event_types as events',
      'w.sealed',
      'w.previous_sealed as previousSealed',
      'w.previous_until as previousUntil',
      'w.active',
      'w.stopped_because as stoppedBecause',
      'w.failing_since as failingSince',
      'w.created_at as createdAt',
      sql<number>`count(d.delivery_id)::int`.as('waiting'),
    ])
    .where('w.workspace_id', '=', workspace)
    .groupBy(['w.workspace_id', 'w.webhook_id'])
    .orderBy('w.webhook_id')
    .execute()
}

/** Locks the row until the transaction ends, so that a change and a delivery's outcome don't undo each other. */
export async function findWebhookForUpdate(
  tx: Transaction,
  workspace: WorkspaceId,
  webhook: WebhookId,
): Promise<WebhookRow | undefined> {
  return tx
    .selectFrom('webhooks')
    .select(columns)
    .where('workspace_id', '=', workspace)
    .where('webhook_id', '=', webhook)
    .forUpdate()
    .executeTakeFirst()
}

/** Serialises those who add one, so that two at once can't both take the last place. */
export async function countWebhooksForUpdate(tx: Transaction, workspace: WorkspaceId): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('webhooks'), hashtext(${workspace}))`.execute(tx)
  const row = await tx
    .selectFrom('webhooks')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('workspace_id', '=', workspace)
    .executeTakeFirstOrThrow()
  return row.count
}

export async function insertWebhook(
  tx: Transaction,
  webhook: {
    workspace: WorkspaceId
    id: WebhookId
    url: string
    events: readonly string[]
    sealed: string
    user: UserId
    at: Date
  },
): Promise<void> {
  await tx
    .insertInto('webhooks')
    .values({
      workspace_id: webhook.workspace,
      webhook_id: webhook.id,
      url: webhook.url,
      event_types: [...webhook.events],
      sealed: webhook.sealed,
      user_id: webhook.user,
      created_at: webhook.at,
    })
    .execute()
}

export type WebhookChange = Partial<Omit<WebhookRow, 'id' | 'createdAt'>>

export async function updateWebhook(
  tx: Transaction,
  workspace: WorkspaceId,
  webhook: WebhookId,
  change: WebhookChange,
): Promise<void> {
  const { events, previousSealed, previousUntil, stoppedBecause, failingSince, ...same } = change
  await tx
    .updateTable('webhooks')
    .set({
      ...same,
      ...(events && { event_types: events }),
      ...(previousSealed !== undefined && { previous_sealed: previousSealed }),
      ...(previousUntil !== undefined && { previous_until: previousUntil }),
      ...(stoppedBecause !== undefined && { stopped_because: stoppedBecause }),
      ...(failingSince !== undefined && { failing_since: failingSince }),
    })
    .where('workspace_id', '=', workspace)
    .where('webhook_id', '=', webhook)
    .execute()
}

/** Its deliveries go with it. */
export async function deleteWebhook(
  tx: Transaction,
  workspace: WorkspaceId,
  webhook: WebhookId,
): Promise<string | undefined> {
  const row = await tx
    .deleteFrom('webhooks')
    .where('workspace_id', '=', workspace)
    .where('webhook_id', '=', webhook)
    .returning('url')
    .executeTakeFirst()
  return row?.url
}
