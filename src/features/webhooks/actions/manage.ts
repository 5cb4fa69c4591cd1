import { audit } from '#features/accounts/index.ts'
import { type DeliveryId, newId, type WebhookId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { enqueue } from '#platform/tasks.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import { sealContext, type WebhookDeps } from '../deps.ts'
import { judgeWebhookUrl, type UrlFault, type WebhookEvent, webhookLimits } from '../model.ts'
import { newSigningSecret } from '../signing.ts'
import { type DeliveryRow, findDelivery, listDeliveries, listWaiting, updateDelivery } from '../store/deliveries.ts'
import {
  countWebhooksForUpdate,
  deleteWebhook,
  findWebhookForUpdate,
  insertWebhook,
  listWebhooks,
  updateWebhook,
  type WebhookChange,
  type WebhookRow,
} from '../store/webhooks.ts'
import { deliverTask } from '../task-kinds.ts'
import { tellOne, testMessage } from './collect.ts'

export type WebhookRefusal = { code: UrlFault | 'no-such-webhook' | 'no-such-delivery' | 'too-many' | 'is-paused' }
type Refused<T> = Promise<Result<T, WebhookRefusal>>

const pageRows = 50

function note(tx: Transaction, caller: Caller, at: Date, action: string, webhook: WebhookId, detail: object = {}) {
  return audit(tx, { caller, at, action, subjectKind: 'webhook', subject: webhook, detail: { ...detail } })
}

export function readWebhooks(deps: WebhookDeps, caller: Caller): Promise<(WebhookRow & { waiting: number })[]> {
  return inWorkspace(deps.db, caller.workspace, tx => listWebhooks(tx, caller.workspace))
}

/** `secret` is the only copy that is ever shown. */
export async function createWebhook(
  deps: WebhookDeps,
  caller: Caller,
  input: { url: string; events: readonly WebhookEvent[] },
): Refused<{ id: WebhookId; secret: string }> {
  const fault = judgeWebhookUrl(input.url)
  if (fault) return refuse({ code: fault })
  const at = deps.clock.now()
  return inWorkspace(deps.db, caller.workspace, async tx => {
    if ((await countWebhooksForUpdate(tx, caller.workspace)) >= webhookLimits.perWorkspace)
      return refuse({ code: 'too-many' })
    const id = newId<'Webhook'>(at.getTime())
    const secret = newSigningSecret()
    const sealed = deps.vault.seal(secret, sealContext(id))
    await insertWebhook(tx, { workspace: caller.workspace, id, ...input, sealed, user: caller.user, at })
    await note(tx, caller, at, 'webhook.created', id, { host: new URL(input.url).host, events: input.events })
    return done({ id, secret })
  })
}

/** Switched on again, everything that waited is sent at once. */
export async function changeWebhook(
  deps: WebhookDeps,
  caller: Caller,
  webhook: WebhookId,
  input: { url?: string; events?: WebhookEvent[]; active?: boolean },
): Refused<void> {
  const fault = input.url === undefined ? undefined : judgeWebhookUrl(input.url)
  if (fault) return refuse({ code: fault })
  const at = deps.clock.now()
  const { workspace } = caller
  return inWorkspace(deps.db, workspace, async tx => {
    const row = await findWebhookForUpdate(tx, workspace, webhook)
    if (!row) return refuse({ code: 'no-such-webhook' })
    const isBack = input.active === true && !row.active
    const change: WebhookChange = { ...input, ...(isBack && { stoppedBecause: null, failingSince: null }) }
    if (Object.keys(change).length > 0) await updateWebhook(tx, workspace, webhook, change)
    if (isBack) for (const id of await listWaiting(tx, workspace, webhook)) await sendNow(tx, caller, id, at)
    await note(tx, caller, at, 'webhook.changed', webhook, {
      ...(input.url !== undefined && { host: new URL(input.url).host }),
      ...(input.events && { events: input.events }),
      ...(input.active !== undefined && { active: input.active }),
    })
    return done(undefined)
  })
}

async function sendNow(tx: Transaction, { workspace }: Caller, delivery: DeliveryId, at: Date): Promise<void> {
  await updateDelivery(tx, workspace, delivery, { state: 'waiting', attempts: 0, nextAt: at })
  await enqueue(tx, deliverTask, delivery, { workspace, delivery })
}

export async function removeWebhook(deps: WebhookDeps, caller: Caller, webhook: WebhookId): Refused<void> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const url = await deleteWebhook(tx, caller.workspace, webhook)
    if (url === undefined) return refuse({ code: 'no-such-webhook' })
    await note(tx, caller, deps.clock.now(), 'webhook.removed', webhook, { host: new URL(url).host })
    return done(undefined)
  })
}

/** The one before signs beside it for a day, so that the receiver can change over without losing anything. */
export async function renewSecret(
  deps: WebhookDeps,
  caller: Caller,
  webhook: WebhookId,
): Refused<{ id: WebhookId; secret: string }> {
  const at = deps.clock.now()
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const row = await findWebhookForUpdate(tx, caller.workspace, webhook)
    if (!row) return refuse({ code: 'no-such-webhook' })
    const secret = newSigningSecret()
    await updateWebhook(tx, caller.workspace, webhook, {
      sealed: deps.vault.seal(secret, sealContext(webhook)),
      previousSealed: row.sealed,
      previousUntil: new Date(at.getTime() + webhookLimits.secretOverlapMs),
    })
    await note(tx, caller, at, 'webhook.secret-renewed', webhook)
    return done({ id: webhook, secret })
  })
}

export async function testWebhook(deps: WebhookDeps, caller: Caller, webhook: WebhookId): Refused<DeliveryId> {
  const at = deps.clock.now()
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const row = await findWebhookForUpdate(tx, caller.workspace, webhook)
    if (!row) return refuse({ code: 'no-such-webhook' })
    if (!row.active) return refuse({ code: 'is-paused' })
    return done(await tellOne(tx, caller.workspace, webhook, testMessage(at, webhook)))
  })
}

export async function readDeliveries(
  deps: WebhookDeps,
  caller: Caller,
  webhook: WebhookId,
  before: DeliveryId | undefined,
): Refused<{ deliveries: DeliveryRow[]; next: DeliveryId | undefined }> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    if (!(await findWebhookForUpdate(tx, caller.workspace, webhook))) return refuse({ code: 'no-such-webhook' })
    const page = { ...(before && { before }), limit: pageRows + 1 }
    const rows = await listDeliveries(tx, caller.workspace, webhook, page)
    const deliveries = rows.slice(0, pageRows)
    return done({ deliveries, next: rows.length > pageRows ? deliveries.at(-1)?.id : undefined })
  })
}

/** The same delivery once more, under the same id: a receiver that had it knows. */
export async function sendAgain(
  deps: WebhookDeps,
  caller: Caller,
  webhook: WebhookId,
  delivery: DeliveryId,
): Refused<void> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const hook = await findWebhookForUpdate(tx, caller.workspace, webhook)
    if (!hook) return refuse({ code: 'no-such-webhook' })
    const row = await findDelivery(tx, caller.workspace, delivery)
    if (row?.webhook !== webhook) return refuse({ code: 'no-such-delivery' })
    if (!hook.active) return refuse({ code: 'is-paused' })
    await sendNow(tx, caller, delivery, deps.clock.now())
    return done(undefined)
  })
}
