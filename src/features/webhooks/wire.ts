import { z } from 'zod'
import { idOf, instant } from '#kernel/schema.ts'
import { webhookEvents, webhookLimits } from './model.ts'

const url = z.string().min(1).max(webhookLimits.urlChars)
const events = z.array(z.enum(webhookEvents)).min(1).max(webhookEvents.length)

export const webhookView = z.object({
  id: idOf<'Webhook'>(),
  url: z.string(),
  events: z.array(z.enum(webhookEvents)),
  active: z.boolean(),
  /** Why Kith stopped by itself: the receiver is gone (410), or nothing arrived for days. */
  stoppedBecause: z.enum(['gone', 'failing']).nullable(),
  failingSince: instant().nullable(),
  createdAt: instant(),
  /** How long both secrets sign, after a new one was made. */
  oldSecretUntil: instant().nullable(),
  waiting: z.number().int(),
})
export type WebhookView = z.infer<typeof webhookView>
export const webhookList = z.object({ webhooks: z.array(webhookView) })

export const createWebhookRequest = z.object({ url, events })
export const changeWebhookRequest = z.object({
  url: url.optional(),
  events: events.optional(),
  active: z.boolean().optional(),
})

/** The only time the secret is shown. */
export const webhookSecret = z.object({ id: idOf<'Webhook'>(), secret: z.string() })

export const deliveryView = z.object({
  id: idOf<'Delivery'>(),
  type: z.string(),
  createdAt: instant(),
  state: z.enum(['waiting', 'delivered', 'failed']),
  attempts: z.number().int(),
  nextAt: instant().nullable(),
  lastAt: instant().nullable(),
  lastStatus: z.number().int().nullable(),
  lastError: z.string().nullable(),
  body: z.string(),
})
export type DeliveryView = z.infer<typeof deliveryView>
export const deliveryPage = z.object({ deliveries: z.array(deliveryView), next: z.string().nullable() })
