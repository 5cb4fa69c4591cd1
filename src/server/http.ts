import type { IncomingMessage, ServerResponse } from 'node:http'
import cookie from '@fastify/cookie'
import swagger from '@fastify/swagger'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyServerOptions,
  LogController,
  type RawServerDefault,
} from 'fastify'
import type { Registry } from 'prom-client'
import { newId } from '#kernel/ids.ts'
import type { App, ZodProvider } from '#platform/routes.ts'
import { type Authenticate, addAuthentication, sessionCookieName } from '#server/auth.ts'
import { serializers, validators } from '#server/compilers.ts'
import { readExamples, withExamples } from '#server/examples.ts'
import { addBodies } from '#server/http-bodies.ts'
import { addErrors, answerUnrouted } from '#server/http-errors.ts'
import { addHealth } from '#server/http-health.ts'
import { addLimits } from '#server/limits.ts'
import { compileSchemas } from '#server/schemas.ts'
import { addSecurity } from '#server/security.ts'
import { addStatic } from '#server/static.ts'

export type HttpOptions = {
  /** How browsers reach this server, e.g. `https://kith.example.org`; `https:` switches on HSTS and `__Host-` cookies. */
  publicUrl: string
  version: string
  /** Which proxies may say who the client is (X-Forwarded-For): Fastify's `trustProxy`. */
  trustProxy: NonNullable<FastifyServerOptions['trustProxy']>
  log: FastifyBaseLogger
  authenticate: Authenticate
  /** Rejects while the server can't answer (no database). */
  ready: () => Promise<void>
  routes: (app: App) => void
  /** Milliseconds, for the limits; the machine's clock when not given. */
  now?: () => number
  /** The built web app; left out, only the API answers. */
  webFolder?: string
  metrics?: Registry
  /** Lets a collector on another machine read /metrics; without it, only this machine may. */
  metricsToken?: string
}

const jsonLimitBytes = 1024 * 1024
const keepAliveMs = 75_000
const requestMs = 60 * 60_000

/** The whole HTTP side, ready to `listen` or `inject`. Throws when a route is incomplete (no access, no plain schema). */
export async function buildHttp(options: HttpOptions): Promise<App> {
  const publicUrl = new URL(options.publicUrl)
  const secure = publicUrl.protocol === 'https:'
  const app: App = Fastify<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodProvider>({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request' }),
    trustProxy: options.trustProxy,
    genReqId: () => newId(),
    bodyLimit: jsonLimitBytes,
    keepAliveTimeout: keepAliveMs,
    requestTimeout: requestMs,
    forceCloseConnections: 'idle',
    frameworkErrors: answerUnrouted,
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: true },
    schemaController: { compilersFactory: { buildValidator: validators(), buildSerializer: serializers() } },
  })

  app.addHook('onRoute', route => {
    const access = route.config?.access
    if (!access) throw new Error(`${String(route.method)} ${route.url}: say who may use it (config.access)`)
    if (route.config?.rawBody && !route.config.anyOrigin)
      throw new Error(`${String(route.method)} ${route.url}: a raw body is for other servers (config.anyOrigin)`)
    compileSchemas(route)
    const hide = route.config?.hidden === true || !route.url.startsWith('/api/')
    route.schema = Object.assign({}, route.schema, {
      hide,
      security: access === 'public' ? [] : [{ session: [] }, { token: [] }],
      'x-least-role': access,
    })
  })

  await app.register(cookie)
  await app.register(swagger, {
    // Bytes stream past the validator; the document names them.
    transform: ({ schema, url }) => ({ url, schema: schema?.consumes ? { ...schema, body: {} } : schema }),
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Kith',
        version: options.version,
        description: 'Recruiting by relationship. Every request names its caller by a session or by an API token.',
      },
      servers: [{ url: publicUrl.origin }],
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: sessionCookieName(secure) },
          token: { type: 'http', scheme: 'bearer', description: 'An API token: Settings, API tokens.' },
        },
      },
    },
  })

  addBodies(app)
  addErrors(app)
  addLimits(app, options.now ?? Date.now)
  addSecurity(app, { publicUrl, cookieName: sessionCookieName(secure) })
  addAuthentication(app, { authenticate: options.authenticate, secure })
  addHealth(app, {
    ready: options.ready,
    ...(options.metrics && { metrics: options.metrics }),
    ...(options.metricsToken && { metricsToken: options.metricsToken }),
  })
  let printed: ReturnType<typeof withExamples> | undefined
  app.get('/api/openapi.json', { config: { access: 'public', hidden: true } }, async () => {
    printed ??= withExamples(app.swagger(), await readExamples())
    return printed
  })
  options.routes(app)
  if (options.webFolder) await addStatic(app, { folder: options.webFolder, publicUrl })
  await app.ready()
  return app
}
