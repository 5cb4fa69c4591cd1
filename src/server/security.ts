import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type App, replyRefusal } from '#platform/routes.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE'])
const hstsSeconds = 365 * 24 * 3600

const framers = { self: "'self'", anyone: '*', nobody: "'none'" } as const

/** The policy of a page of ours: no inline script, styles only from us or with this answer's nonce. */
export function pagePolicy(publicUrl: URL, options: { nonce?: string; frameable?: 'self' | 'anyone' } = {}): string {
  const socket = `${publicUrl.protocol === 'https:' ? 'wss' : 'ws'}://${publicUrl.host}`
  return [
    "default-src 'self'",
    "script-src 'self'",
    options.nonce ? `style-src 'self' 'nonce-${options.nonce}'` : "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${socket}`,
    "worker-src 'self'",
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framers[options.frameable ?? 'nobody']}`,
  ].join('; ')
}

/** A page for strangers that pages of these origins may put into a frame; none: nobody may. */
export function framedPolicy(publicUrl: URL, origins: readonly string[]): string {
  const framers =
    origins.length === 0
      ? "'none'"
      : origins.filter(origin => origin === "'self'" || /^https?:\/\/[^\s;,']+$/.test(origin)).join(' ')
  return pagePolicy(publicUrl).replace(/frame-ancestors .*$/, `frame-ancestors ${framers || "'none'"}`)
}

/** For what only programs read, files that people sent included: opened in a tab, it can do nothing. */
const dataPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox"

const permissions = [
  'camera=()',
  'geolocation=()',
  'microphone=()',
  'payment=()',
  'usb=()',
  'browsing-topics=()',
  'publickey-credentials-create=(self)',
  'publickey-credentials-get=(self)',
].join(', ')

/**
 * A browser adds our cookie to whatever another site makes it send, so a change needs proof of its origin: Sec-Fetch-Site, or
 * Origin from browsers (or plain HTTP) that don't send it. `unsaid`: neither, which is no browser's request.
 */
export function originOf(headers: IncomingHttpHeaders, publicUrl: URL): 'same' | 'foreign' | 'unsaid' {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' ? 'same' : 'foreign'
  const { origin, host } = headers
  if (origin === undefined) return 'unsaid'
  return origin === publicUrl.origin || origin === `${publicUrl.protocol}//${host}` ? 'same' : 'foreign'
}

function isForeign(request: FastifyRequest, publicUrl: URL, cookieName: string): boolean {
  const origin = originOf(request.headers, publicUrl)
  return origin === 'foreign' || (origin === 'unsaid' && request.cookies[cookieName] !== undefined)
}

/** Response headers, and the refusal of changes that another site asked a browser for. */
export function addSecurity(app: App, options: { publicUrl: URL; cookieName: string }): void {
  const { publicUrl, cookieName } = options
  const secure = publicUrl.protocol === 'https:'
  const policies = {
    nobody: pagePolicy(publicUrl),
    self: pagePolicy(publicUrl, { frameable: 'self' }),
    anyone: pagePolicy(publicUrl, { frameable: 'anyone' }),
  }

  app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    if (safeMethods.has(request.method) || request.is404) return
    const { config } = request.routeOptions
    if (config.anyOrigin) return
    if (/^Bearer /i.test(request.headers.authorization ?? '') && config.access !== 'public') return
    if (isForeign(request, publicUrl, cookieName))
      return replyRefusal(
        reply,
        403,
        'foreign-origin',
        `This change was asked for by another site, so it was refused. Open ${publicUrl.origin} and try there.`,
      )
  })

  app.addHook('onSend', async (request: FastifyRequest, reply: FastifyReply) => {
    const { config } = request.routeOptions
    const set = (name: string, value: string) => {
      if (!reply.hasHeader(name)) reply.header(name, value)
    }
    const isData = request.url.startsWith('/api/')
    set('content-security-policy', isData ? dataPolicy : policies[config.frameable ?? 'nobody'])
    set('x-content-type-options', 'nosniff')
    set('referrer-policy', 'strict-origin-when-cross-origin')
    set('permissions-policy', permissions)
    set('cross-origin-opener-policy', 'same-origin')
    set(
      'cross-origin-resource-policy',
      config.anyOrigin || config.frameable === 'anyone' ? 'cross-origin' : 'same-origin',
    )
    if (!config.frameable) set('x-frame-options', 'DENY')
    if (secure) set('strict-transport-security', `max-age=${hstsSeconds}`)
    if (isData) set('cache-control', 'no-store')
  })
}
