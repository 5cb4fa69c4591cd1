import { audit } from '#features/accounts/index.ts'
import { readRetryAfter } from '#features/activity/model.ts'
import type { DeliveryId, WorkspaceId } from '#kernel/ids.ts'
import { type HttpRefusalCode, HttpRefused } from '#platform/http/refused.ts'
import { enqueue } from '#platform/tasks.ts'
import { inWorkspace } from '#storage/database.ts'
import { sealContext, type WebhookDeps } from '../deps.ts'
import { judgeAnswer, webhookLimits } from '../model.ts'
import { signDelivery } from '../signing.ts'
import { deleteSettledDeliveries, findDelivery, updateDelivery } from '../store/deliveries.ts'
import { findWebhookForUpdate, updateWebhook, type WebhookRow } from '../store/webhooks.ts'
import { deliverTask } from '../task-kinds.ts'

const answerBytes = 64_000

type Answer = { kind: 'answered'; status: number; retryAfterMs?: number } | { kind: 'silent'; why: HttpRefusalCode }

/**
 * One try. What it led to, the next try included, is one transaction after it: a crash between the two sends the same delivery
 * again, under the same `webhook-id`. Paused and stopped webhooks keep theirs waiting.
 */
export async function deliver(
  deps: WebhookDeps,
  input: { workspace: WorkspaceId; delivery: DeliveryId },
  signal: AbortSignal,
): Promise<void> {
  const { workspace } = input
  const ready = await inWorkspace(deps.db, workspace, async tx => {
    const delivery = await findDelivery(tx, workspace, input.delivery)
    if (delivery?.state !== 'waiting') return undefined
    const webhook = await findWebhookForUpdate(tx, workspace, delivery.webhook)
    return webhook?.active ? { delivery, webhook } : undefined
  })
  if (!ready) return
  const { delivery, webhook } = ready
  const answer = await call(deps, webhook, delivery, signal)
  const now = deps.clock.now()
  const attempt = delivery.attempts + 1
  const next = judgeAnswer(answer, attempt)
  await inWorkspace(deps.db, workspace, async tx => {
    const row = await findWebhookForUpdate(tx, workspace, webhook.id)
    const current = await findDelivery(tx, workspace, delivery.id)
    if (!row || current?.state !== 'waiting') return
    const nextAt = next.kind === 'again' ? new Date(now.getTime() + next.inMs) : null
    await updateDelivery(tx, workspace, delivery.id, {
      state: next.kind === 'delivered' ? 'delivered' : next.kind === 'again' ? 'waiting' : 'failed',
      attempts: attempt,
      nextAt,
      lastAt: now,
      lastStatus: answer.kind === 'answered' ? answer.status : null,
      lastError: answer.kind === 'silent' ? answer.why : null,
    })
    await deleteSettledDeliveries(tx, workspace, new Date(now.getTime() - webhookLimits.keptMs))
    if (next.kind === 'delivered') {
      if (row.failingSince) await updateWebhook(tx, workspace, row.id, { failingSince: null })
      return
    }
    const since = row.failingSince ?? now
    const stop =
      next.kind === 'unwanted'
        ? 'gone'
        : now.getTime() - since.getTime() >= webhookLimits.stopAfterMs
          ? 'failing'
          : null
    if (stop && row.active) {
      await updateWebhook(tx, workspace, row.id, { failingSince: since, active: false, stoppedBecause: stop })
      await audit(tx, {
        workspace,
        user: null,
        at: now,
        action: 'webhook.stopped',
        subjectKind: 'webhook',
        subject: row.id,
        detail: { because: stop },
      })
    } else if (!row.failingSince) await updateWebhook(tx, workspace, row.id, { failingSince: since })
    if (nextAt && !stop) await enqueue(tx, deliverTask, delivery.id, input, { runAt: nextAt })
  })
}

async function call(
  deps: WebhookDeps,
  webhook: WebhookRow,
  delivery: { id: DeliveryId; body: string },
  signal: AbortSignal,
): Promise<Answer> {
  const now = deps.clock.now()
  const place = sealContext(webhook.id)
  const old = webhook.previousSealed !== null && webhook.previousUntil !== null && webhook.previousUntil > now
  const secrets = [webhook.sealed, ...(old && webhook.previousSealed !== null ? [webhook.previousSealed] : [])]
  const signed = signDelivery({
    id: delivery.id,
    at: now,
    body: delivery.body,
    secrets: secrets.map(sealed => deps.vault.unseal(sealed, place)),
  })
  try {
    const { status, headers } = await deps.http.fetch(webhook.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signed },
      body: delivery.body,
      maxBytes: answerBytes,
      maxRedirects: 0,
      timeoutMs: webhookLimits.timeoutMs,
      signal,
    })
    const retryAfterMs = readRetryAfter(headers.get('retry-after'), now)
    return { kind: 'answered', status, ...(retryAfterMs !== undefined && { retryAfterMs }) }
  } catch (error) {
    // The server stops: the task stays in the queue, the try does not count.
    if (signal.aborted || !(error instanceof HttpRefused)) throw error
    return { kind: 'silent', why: error.code }
  }
}
