import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { type App, replyRefusal } from '#platform/routes.ts'

const loopback = /^(?:127\.|::1$|::ffff:127\.)/
const secondBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

/** From this machine and by no proxy: a proxy on this machine carries strangers. */
function isLocal(request: FastifyRequest): boolean {
  const { headers } = request
  if (headers.forwarded ?? headers['x-forwarded-for'] ?? headers['x-real-ip']) return false
  return loopback.test(request.raw.socket.remoteAddress ?? '')
}

const digest = (text: string) => createHash('sha256').update(text).digest()

function mayMeasure(request: FastifyRequest, token: string | undefined): boolean {
  if (!token) return isLocal(request)
  const given = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
  return given !== undefined && timingSafeEqual(digest(given), digest(token))
}

/** /healthz: the process lives. /readyz: it can answer. /metrics: for Prometheus. */
export function addHealth(
  app: App,
  options: { ready: () => Promise<void>; metrics?: Registry; metricsToken?: string },
): void {
  const registry = options.metrics ?? new Registry()
  if (!options.metrics) collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'kith_http_request_seconds',
    help: 'Time to answer, by route.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: secondBuckets,
    registers: [registry],
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    seconds.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000)
  })

  const config = { access: 'public', hidden: true } as const
  app.get('/healthz', { config }, () => ({ status: 'ok' }))
  app.get('/readyz', { config }, async (request, reply) => {
    try {
      await options.ready()
      return { status: 'ok' }
    } catch (error) {
      request.log.warn({ err: error }, 'not ready')
      return replyRefusal(reply, 503, 'not-ready', 'The server is up, but its database does not answer.')
    }
  })
  app.get('/metrics', { config }, async (request, reply) => {
    if (!mayMeasure(request, options.metricsToken))
      return replyRefusal(
        reply,
        403,
        'local-only',
        'Metrics are for this machine, or for whoever has the metrics token.',
      )
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}
