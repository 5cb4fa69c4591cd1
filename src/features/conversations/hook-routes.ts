import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { secondMs } from '#kernel/clock.ts'
import { idOf } from '#kernel/schema.ts'
import { type App, replyRefusal } from '#platform/routes.ts'
import { type LentDeps, openLentFile } from './actions/lent-file.ts'
import { type ReceiveDeps, receiveWebhook } from './actions/receive.ts'
import { sealedFile } from './routes/files.ts'

/** Meta sends up to 3 MB at once. */
const bodyLimitBytes = 4 * 1024 * 1024
/** A vendor delivers everything from a handful of addresses: fifty a second of each, per node. Above that it sends again later. */
const mostPerAddress = 30_000
const receiveWithinMs = 10 * secondMs

const lentPlace = z.object({
  workspace: idOf<'Workspace'>(),
  file: idOf<'File'>(),
  until: z.coerce.number().int().min(0).max(8_640_000_000_000_000),
  signature: z.string().max(100),
})

/** Public, for the servers of networks: no session, no cookie, no origin; the address and the network's signature are the proof. */
export function hookRoutes(app: App, deps: ReceiveDeps & LentDeps): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const { method, originalUrl, headers, body } = request
    const queryAt = originalUrl.indexOf('?')
    const pathname = queryAt === -1 ? originalUrl : originalUrl.slice(0, queryAt)
    const received = await receiveWebhook(
      deps,
      pathname.replace(/^\/api\/v1\/hooks\//, ''),
      {
        method: method === 'POST' ? 'POST' : 'GET',
        path: originalUrl,
        query: new URLSearchParams(queryAt === -1 ? '' : originalUrl.slice(queryAt + 1)),
        headers: Object.fromEntries(
          Object.entries(headers).flatMap(([name, value]) =>
            value === undefined ? [] : [[name, typeof value === 'string' ? value : value.join(', ')]],
          ),
        ),
        body: body instanceof Uint8Array ? body : new Uint8Array(),
      },
      AbortSignal.timeout(receiveWithinMs),
    )
    if (received.kind === 'refused') {
      const { status } = received
      return status === 404
        ? replyRefusal(reply, 404, 'no-such-hook', 'Nothing is received at this address.')
        : replyRefusal(reply, status, 'not-accepted', 'This delivery was not accepted.')
    }
    if (!received.answer) return reply.code(200).send()
    return reply.code(200).type(received.answer.contentType).send(received.answer.body)
  }
  const config = { access: 'public', anyOrigin: true, rawBody: true, hidden: true, mostPerAddress } as const
  app.get('/api/v1/hooks/:connection/:token', { config }, answer)
  app.post('/api/v1/hooks/:connection/:token', { config, bodyLimit: bodyLimitBytes }, answer)
  app.get(
    '/api/v1/lent-files/:workspace/:file/:until/:signature',
    { schema: { params: lentPlace }, config: { access: 'public', anyOrigin: true, hidden: true, mostPerAddress } },
    async (request, reply) => {
      const { workspace, file, until, signature } = request.params
      const found = await openLentFile(deps, { workspace, file, until: new Date(until) }, signature)
      if (!found) return replyRefusal(reply, 404, 'no-such-file', 'Nothing is lent at this address now.')
      return reply
        .headers(sealedFile)
        .header('content-type', found.mimeType)
        .header('cache-control', 'private, no-store')
        .send(found.data)
    },
  )
}
