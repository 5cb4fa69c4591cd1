import { z } from 'zod'
import { parseId } from '#kernel/ids.ts'
import { cursor, idOf } from '#kernel/schema.ts'
import { type App, callerOf, defined, type RefusalTable, refusals, replyFrom } from '#platform/routes.ts'
import {
  changeWebhook,
  createWebhook,
  readDeliveries,
  readWebhooks,
  removeWebhook,
  renewSecret,
  sendAgain,
  testWebhook,
  type WebhookRefusal,
} from './actions/manage.ts'
import type { WebhookDeps } from './deps.ts'
import { type WebhookEvent, webhookEvents } from './model.ts'
import type { DeliveryRow } from './store/deliveries.ts'
import type { WebhookRow } from './store/webhooks.ts'
import {
  changeWebhookRequest,
  createWebhookRequest,
  type DeliveryView,
  deliveryPage,
  type WebhookView,
  webhookList,
  webhookSecret,
} from './wire.ts'

const STATUS = {
  'no-url': [400, 'This is no web address. Write it as https://example.org/kith.'],
  'has-credentials': [400, 'Leave out the name and password before the @. The signature shows that it is Kith.'],
  'not-https': [400, 'Use an address that begins with https, so that nobody on the way can read it.'],
  'no-such-webhook': [404, 'This webhook is gone.'],
  'no-such-delivery': [404, 'This delivery is no longer kept.'],
  'too-many': [409, 'There are twenty webhooks already. Remove one first.'],
  'is-paused': [409, 'This webhook is paused. Switch it on first.'],
} as const satisfies RefusalTable<WebhookRefusal['code']>

const config = { access: 'admin' } as const
const tags = ['webhooks']
const byWebhook = z.object({ webhook: idOf<'Webhook'>() })
const byDelivery = z.object({ webhook: idOf<'Webhook'>(), delivery: idOf<'Delivery'>() })
const nothing = z.object({})

const isEvent = (type: string): type is WebhookEvent => webhookEvents.some(known => known === type)

function viewOf(row: WebhookRow & { waiting: number }, now: Date): WebhookView {
  const { id, url, active, waiting } = row
  return {
    id,
    url,
    active,
    waiting,
    events: row.events.filter(isEvent),
    stoppedBecause: row.stoppedBecause === 'gone' || row.stoppedBecause === 'failing' ? row.stoppedBecause : null,
    failingSince: row.failingSince?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    oldSecretUntil: row.previousUntil && row.previousUntil > now ? row.previousUntil.toISOString() : null,
  }
}

function deliveryViewOf(row: DeliveryRow): DeliveryView {
  const { id, type, attempts, lastStatus, lastError, body } = row
  return {
    id,
    type,
    attempts,
    lastStatus,
    lastError,
    body,
    state: row.state === 'delivered' || row.state === 'failed' ? row.state : 'waiting',
    createdAt: row.createdAt.toISOString(),
    nextAt: row.nextAt?.toISOString() ?? null,
    lastAt: row.lastAt?.toISOString() ?? null,
  }
}

export function webhookRoutes(app: App, deps: WebhookDeps): void {
  app.get(
    '/api/v1/webhooks',
    { schema: { response: { 200: webhookList, ...refusals }, summary: 'Outgoing webhooks', tags }, config },
    async request => {
      const rows = await readWebhooks(deps, callerOf(request))
      return { webhooks: rows.map(row => viewOf(row, deps.clock.now())) }
    },
  )
  app.post(
    '/api/v1/webhooks',
    {
      schema: {
        body: createWebhookRequest,
        response: { 200: webhookSecret, ...refusals },
        summary: 'Send events to an address, signed by the Standard Webhooks scheme; shows the secret once',
        tags,
      },
      config,
    },
    async (request, reply) => {
      const result = await createWebhook(deps, callerOf(request), request.body)
      return result.ok ? result.value : replyFrom(reply, STATUS, result.refusal)
    },
  )
  app.patch(
    '/api/v1/webhooks/:webhook',
    {
      schema: {
        params: byWebhook,
        body: changeWebhookRequest,
        response: { 200: nothing, ...refusals },
        summary: 'Change, pause or switch on a webhook',
        tags,
      },
      config,
    },
    async (request, reply) => {
      const result = await changeWebhook(deps, callerOf(request), request.params.webhook, defined(request.body))
      return result.ok ? {} : replyFrom(reply, STATUS, result.refusal)
    },
  )
  app.delete(
    '/api/v1/webhooks/:webhook',
    {
      schema: { params: byWebhook, response: { 200: nothing, ...refusals }, summary: 'Remove a webhook', tags },
      config,
    },
    async (request, reply) => {
      const result = await removeWebhook(deps, callerOf(request), request.params.webhook)
      return result.ok ? {} : replyFrom(reply, STATUS, result.refusal)
    },
  )
  app.post(
    '/api/v1/webhooks/:webhook/secret',
    {
      schema: {
        params: byWebhook,
        response: { 200: webhookSecret, ...refusals },
        summary: 'A fresh secret; the one before signs beside it for a day',
        tags,
      },
      config,
    },
    async (request, reply) => {
      const result = await renewSecret(deps, callerOf(request), request.params.webhook)
      return result.ok ? result.value : replyFrom(reply, STATUS, result.refusal)
    },
  )
  app.post(
    '/api/v1/webhooks/:webhook/test',
    {
      schema: {
        params: byWebhook,
        response: { 200: z.object({ delivery: idOf<'Delivery'>() }), ...refusals },
        summary: 'Send a test event',
        tags,
      },
      config,
    },
    async (request, reply) => {
      const result = await testWebhook(deps, callerOf(request), request.params.webhook)
      return result.ok ? { delivery: result.value } : replyFrom(reply, STATUS, result.refusal)
    },
  )
  app.get(
    '/api/v1/webhooks/:webhook/deliveries',
    {
      schema: {
        params: byWebhook,
        querystring: z.object({ before: cursor() }),
        response: { 200: deliveryPage, ...refusals },
        summary: 'What was sent, newest first',
        tags,
      },
      config,
    },
    async (request, reply) => {
      const before = parseId<'Delivery'>(request.query.before ?? '')
      const result = await readDeliveries(deps, callerOf(request), request.params.webhook, before)
      if (!result.ok) return replyFrom(reply, STATUS, result.refusal)
      return { deliveries: result.value.deliveries.map(deliveryViewOf), next: result.value.next ?? null }
    },
  )
  app.post(
    '/api/v1/webhooks/:webhook/deliveries/:delivery/again',
    {
      schema: {
        params: byDelivery,
        response: { 200: nothing, ...refusals },
        summary: 'Send a delivery once more, under the same id',
        tags,
      },
      config,
    },
    async (request, reply) => {
      const { webhook, delivery } = request.params
      const result = await sendAgain(deps, callerOf(request), webhook, delivery)
      return result.ok ? {} : replyFrom(reply, STATUS, result.refusal)
    },
  )
}
