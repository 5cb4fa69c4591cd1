import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'

/** Signing in as Mastodon 4.5 documents it: registered applications, codes that count once, PKCE. */

const outOfBand = 'urn:ietf:wg:oauth:2.0:oob'
const scopes = ['read', 'write', 'follow', 'push']
const scopeList = z.string().refine(text => text.split(' ').every(each => scopes.includes(each)))
const appForm = z.strictObject({ client_name: z.string().min(1), redirect_uris: z.string().min(1), scopes: scopeList })
const authorizeQuery = z.strictObject({
  response_type: z.literal('code'),
  client_id: z.string(),
  redirect_uri: z.literal(outOfBand),
  scope: scopeList,
  code_challenge: z.string().regex(/^[\w-]{43}$/),
  code_challenge_method: z.literal('S256'),
})
const tokenForm = z.strictObject({
  grant_type: z.literal('authorization_code'),
  client_id: z.string(),
  client_secret: z.string(),
  redirect_uri: z.literal(outOfBand),
  code: z.string(),
  code_verifier: z.string().regex(/^[\w.~-]{43,128}$/),
})

export type OauthAnswer = { status: number; body: object; wrong?: string }

export function mastodonOauth(grant: (name: string) => string | undefined) {
  const apps = new Map<string, { secret: string; scopes: string }>()
  const codes = new Map<string, { client: string; challenge: string; name: string }>()
  const secret = () => randomBytes(24).toString('base64url')
  const formOf = (type: string, body: string): unknown =>
    type.startsWith('application/x-www-form-urlencoded') ? Object.fromEntries(new URLSearchParams(body)) : undefined
  const wrongIn = (error: z.ZodError): OauthAnswer => ({
    status: 422,
    body: { error: 'Validation failed' },
    wrong: error.message,
  })
  return {
    /** Undefined where the address is none of these. */
    answer(method: string, path: string, type: string, body: string): OauthAnswer | undefined {
      if (method === 'GET' && path === '/.well-known/oauth-authorization-server')
        return { status: 200, body: { scopes_supported: scopes, code_challenge_methods_supported: ['S256'] } }
      if (method === 'POST' && path === '/api/v1/apps') {
        const given = appForm.safeParse(formOf(type, body))
        if (!given.success) return wrongIn(given.error)
        const client = secret()
        const app = { secret: secret(), scopes: given.data.scopes }
        apps.set(client, app)
        return { status: 200, body: { id: '1', client_id: client, client_secret: app.secret } }
      }
      if (method !== 'POST' || path !== '/oauth/token') return undefined
      const given = tokenForm.safeParse(formOf(type, body))
      if (!given.success) return wrongIn(given.error)
      const { client_id: client, client_secret: word, code, code_verifier: verifier } = given.data
      if (apps.get(client)?.secret !== word) return { status: 401, body: { error: 'invalid_client' } }
      const known = codes.get(code)
      codes.delete(code)
      const token = known && grant(known.name)
      const proven = known?.challenge === createHash('sha256').update(verifier).digest('base64url')
      if (!known || known.client !== client || !proven || !token)
        return {
          status: 400,
          body: { error: 'invalid_grant', error_description: 'The provided authorization grant is invalid.' },
        }
      return { status: 200, body: { access_token: token, token_type: 'Bearer', scope: apps.get(client)?.scopes } }
    },
    /** The account's owner says yes on the page at `url`; gives the code that it shows. */
    letIn(name: string, url: string): string {
      const query = authorizeQuery.parse(Object.fromEntries(new URL(url).searchParams))
      const app = apps.get(query.client_id)
      if (new URL(url).pathname !== '/oauth/authorize' || app?.scopes !== query.scope)
        throw new Error(`Nothing to say yes to at ${url}.`)
      const code = secret()
      codes.set(code, { client: query.client_id, challenge: query.code_challenge, name })
      return code
    },
  }
}
