import { z } from 'zod'
import { type App, callerOf, refusals, replyRefusal } from '#platform/routes.ts'
import { subscribe, unsubscribe } from '../actions/push.ts'
import { isTimezone } from '../chat-hours.ts'
import { subscribeRequest } from '../wire.ts'
import { type ConversationsDeps, nothing, tags } from './shared.ts'

const isPoint = (key: string) => {
  const point = Buffer.from(key, 'base64url')
  return point.length === 65 && point[0] === 4
}

/** Notifications of browsers in which Kith is not open. */
export function pushRoutes(app: App, deps: ConversationsDeps): void {
  app.get(
    '/api/v1/push/key',
    {
      schema: {
        summary: 'The key that a browser subscribes to notifications with',
        response: { 200: z.object({ key: z.string() }), ...refusals },
        tags,
      },
      config: { access: 'viewer' },
    },
    async () => ({ key: deps.push.publicKey }),
  )
  app.post(
    '/api/v1/push/subscriptions',
    {
      schema: {
        body: subscribeRequest,
        response: { 200: nothing, ...refusals },
        tags,
        summary: 'This browser is told of news; as PushSubscription.toJSON() gives it.',
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const { endpoint, keys, timezone } = request.body
      if (!isPoint(keys.p256dh) || Buffer.from(keys.auth, 'base64url').length !== 16)
        return replyRefusal(reply, 400, 'bad-keys', 'These are no keys of a push subscription. Ask the browser again.')
      const input = {
        endpoint,
        publicKey: keys.p256dh,
        auth: keys.auth,
        timezone: isTimezone(timezone) ? timezone : 'UTC',
      }
      await subscribe(deps, callerOf(request), input)
      return {}
    },
  )
  app.post(
    '/api/v1/push/unsubscribe',
    {
      schema: {
        summary: 'This browser is told no more',
        body: z.object({ endpoint: z.url().max(2_000) }),
        response: { 200: nothing, ...refusals },
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => {
      await unsubscribe(deps, callerOf(request), request.body.endpoint)
      return {}
    },
  )
}
