import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Caller, mayActAs, type TokenScope } from '#kernel/roles.ts'
import { type App, replyRefusal } from '#platform/routes.ts'

/** What a request brings to prove who it is; a token wins over a session. */
export type Credentials = { readonly session?: string; readonly token?: string }

export type Authenticate = (credentials: Credentials) => Promise<Caller | undefined>

/** `__Host-` binds the cookie to this very host, over TLS only; browsers refuse it over plain HTTP. */
export const sessionCookieName = (secure: boolean): string => (secure ? '__Host-kith_session' : 'kith_session')

/** Also for a WebSocket upgrade, which never passes through a route. */
export function credentialsOf(headers: IncomingHttpHeaders, secure: boolean): Credentials {
  const bearer = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1]
  if (bearer) return { token: bearer }
  const start = `${sessionCookieName(secure)}=`
  const session = headers.cookie
    ?.split(';')
    .map(pair => pair.trim())
    .find(pair => pair.startsWith(start))
    ?.slice(start.length)
  return session ? { session } : {}
}

const narrow = {
  clipper: 'This token belongs to the browser extension and opens nothing else. Make an API token under Settings.',
  read: 'This token reads and changes nothing. Make one that may do more under Settings, API tokens.',
  assistant:
    'This token reads, has drafts judged and leaves them; it sends and changes nothing else. Make one that may do more under Settings, API tokens.',
} as const satisfies Record<Exclude<TokenScope, 'all'>, string>

/** Before the body is read: strangers cost a look-up, not an upload. */
export function addAuthentication(app: App, options: { authenticate: Authenticate; secure: boolean }): void {
  app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    const { access, clipper = false, assistant = false } = request.routeOptions.config
    if (request.is404 || !access || access === 'public') return
    const caller = await options.authenticate(credentialsOf(request.headers, options.secure))
    if (!caller) {
      reply.header('www-authenticate', 'Bearer')
      return replyRefusal(
        reply,
        401,
        'sign-in-needed',
        request.headers.authorization
          ? 'This API token is unknown, expired or revoked. Make one under Settings, API tokens.'
          : 'Sign in first. A script sends an API token: Authorization: Bearer kith_…',
      )
    }
    const reads = request.method === 'GET' || request.method === 'HEAD'
    const opens = { clipper, read: reads, assistant: reads || assistant }
    if (caller.scope !== undefined && !opens[caller.scope])
      return replyRefusal(
        reply,
        403,
        caller.scope === 'clipper' ? 'clipper-only' : 'token-too-narrow',
        narrow[caller.scope],
      )
    if (!mayActAs(caller.role, access))
      return replyRefusal(
        reply,
        403,
        'role-needed',
        `This needs the role ${access}; yours is ${caller.role}. An owner of your team can change it.`,
      )
    request.caller = caller
  })
}
