import { type DeliveryId, newId, type WebhookId, type WorkspaceId } from '#kernel/ids.ts'
import { enqueue } from '#platform/tasks.ts'
import { beforeCommit, type Transaction } from '#storage/database.ts'
import { testEvent, type WebhookEvent, writeBody } from '../model.ts'
import { insertDeliveries, listListeners } from '../store/deliveries.ts'
import { deliverTask } from '../task-kinds.ts'

type Told = { type: WebhookEvent; at: Date; data: object }

const told = new WeakMap<Transaction, Told[]>()

/** Written with the transaction that it tells of, once, as its last step: whatever it did costs one query where nobody listens. */
export function tellWebhooks(tx: Transaction, workspace: WorkspaceId, events: readonly Told[]): void {
  const already = told.get(tx)
  if (already) {
    already.push(...events)
    return
  }
  const all = [...events]
  told.set(tx, all)
  beforeCommit(tx, tellWebhooks, async () => {
    told.delete(tx)
    const listeners = await listListeners(tx, workspace, [...new Set(all.map(event => event.type))])
    const deliveries = listeners.flatMap(listener =>
      all
        .filter(event => listener.events.includes(event.type))
        .map(event => ({
          id: newId<'Delivery'>(event.at.getTime()),
          webhook: listener.id,
          type: event.type,
          body: writeBody(event.type, event.at, event.data),
          at: event.at,
        })),
    )
    if (deliveries.length === 0) return
    await insertDeliveries(tx, workspace, deliveries)
    for (const { id } of deliveries) await enqueue(tx, deliverTask, id, { workspace, delivery: id })
  })
}

/** One delivery to one address, whatever it listens to. */
export async function tellOne(
  tx: Transaction,
  workspace: WorkspaceId,
  webhook: WebhookId,
  message: { type: string; body: string; at: Date },
): Promise<DeliveryId> {
  const id = newId<'Delivery'>(message.at.getTime())
  await insertDeliveries(tx, workspace, [{ id, webhook, ...message }])
  await enqueue(tx, deliverTask, id, { workspace, delivery: id })
  return id
}

export const testMessage = (at: Date, webhook: WebhookId) => ({
  type: testEvent,
  at,
  body: JSON.stringify({ type: testEvent, timestamp: at.toISOString(), data: { webhook } }),
})
