import { z } from 'zod'
import { minuteMs } from '#kernel/clock.ts'
import { idOf } from '#kernel/schema.ts'
import { type App, replyRefusal } from '#platform/routes.ts'
import type { FeedDeps } from './actions/poll.ts'
import { answerHub } from './actions/push.ts'
import { receivePush } from './actions/receive-push.ts'

/** As much as a feed that is fetched. */
const bodyLimitBytes = 10_000_000
/** Everything a big hub sends comes from a few addresses: fifty a second of each, per node. */
const mostPerAddress = (50 * 10 * minuteMs) / 1_000

const params = z.object({ push: idOf<'Push'>(), token: z.string().max(64) })
const asked = z.object({
  'hub.mode': z.string().max(40),
  'hub.topic': z.string().max(4_000).optional(),
  'hub.challenge': z.string().max(4_000).optional(),
  'hub.lease_seconds': z.coerce.number().int().min(0).optional(),
})

/** Public, for WebSub hubs: no session and no origin; the address and the signature are the proof. */
export function pushRoutes(app: App, deps: FeedDeps): void {
  const config = { access: 'public', anyOrigin: true, rawBody: true, hidden: true, mostPerAddress } as const
  app.get('/api/v1/websub/:push/:token', { config, schema: { params } }, async (request, reply) => {
    const query = asked.safeParse(request.query)
    const answer = query.success
      ? await answerHub(deps, request.params.push, request.params.token, {
          mode: query.data['hub.mode'],
          topic: query.data['hub.topic'] ?? '',
          challenge: query.data['hub.challenge'] ?? '',
          leaseSeconds: query.data['hub.lease_seconds'],
        })
      : undefined
    if (answer === undefined) return replyRefusal(reply, 404, 'not-asked-for', 'This was not asked for.')
    return reply.code(200).type('text/plain; charset=utf-8').send(answer)
  })
  app.post(
    '/api/v1/websub/:push/:token',
    { config, bodyLimit: bodyLimitBytes, schema: { params } },
    async (request, reply) => {
      const { body, headers } = request
      const signature = headers['x-hub-signature']
      const received = await receivePush(deps, request.params.push, request.params.token, {
        body: body instanceof Uint8Array ? body : new Uint8Array(),
        contentType: headers['content-type'],
        signature: typeof signature === 'string' ? signature : undefined,
      })
      if (received === 'unknown')
        return replyRefusal(reply, 404, 'no-such-hook', 'Nothing is received at this address.')
      if (received === 'ended') return replyRefusal(reply, 410, 'ended', 'This subscription has ended.')
      return reply.code(202).send()
    },
  )
}
