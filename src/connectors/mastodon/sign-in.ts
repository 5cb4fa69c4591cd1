import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { HttpClient, HttpResponse } from '#platform/http.ts'
import { CallFailure, fromNoAnswer } from '../call-failure.ts'
import type { SignIn } from '../contract.ts'
import { readServer } from './account.ts'

/** The page shows the code instead of sending the browser on: it works for a Kith that nobody can reach from outside. */
const showTheCode = 'urn:ietf:wg:oauth:2.0:oob'
const wanted = ['read', 'write', 'follow']

const app = z.object({ client_id: z.string().min(1), client_secret: z.string().min(1) })
const granted = z.object({ access_token: z.string().min(1) })
const refusal = z.object({ error: z.string().default(''), error_description: z.string().nullish() })
/** RFC 8414; servers before Mastodon 4.3 have none. */
const metadata = z.object({
  scopes_supported: z.array(z.string()).optional(),
  code_challenge_methods_supported: z.array(z.string()).optional(),
})
const keptShape = z.object({
  base: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  verifier: z.string().optional(),
})

/** Kith registers itself on the server as an application, and its owner lets it in there (OAuth 2, with PKCE where the server knows it). */
export function mastodonSignIn(http: Pick<HttpClient, 'fetch'>): SignIn {
  async function ask(url: string, form: Record<string, string> | undefined, signal: AbortSignal) {
    try {
      return await http.fetch(url, {
        ...(form ? { method: 'POST', body: new URLSearchParams(form).toString() } : {}),
        headers: {
          accept: 'application/json',
          ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
        },
        maxBytes: 200_000,
        signal,
      })
    } catch (error) {
      if (signal.aborted) throw error
      throw fromNoAnswer(error)
    }
  }

  return {
    gives: ['token'],
    async begin({ values }, signal) {
      const server = readServer(values.server ?? '', values.allowPlain === 'true' || values.allowPlain === 'on')
      if (!server.ok) return server
      const { base } = server
      const { host } = new URL(base)
      try {
        const told = bodyOf(await ask(`${base}/.well-known/oauth-authorization-server`, undefined, signal), metadata)
        const scopes = wanted.filter(scope => told?.scopes_supported?.includes(scope) ?? true).join(' ')
        const form = { client_name: 'Kith', redirect_uris: showTheCode, scopes }
        const answer = await ask(`${base}/api/v1/apps`, form, signal)
        const made = bodyOf(answer, app)
        if (!made)
          return {
            ok: false,
            text: `${host} does not let programs register (${answer.status}). Make the access token in its settings and enter it here.${quoted(answer, host)}`,
          }
        const verifier = told?.code_challenge_methods_supported?.includes('S256')
          ? randomBytes(48).toString('base64url')
          : undefined
        const url = new URL('/oauth/authorize', base)
        url.search = new URLSearchParams({
          response_type: 'code',
          client_id: made.client_id,
          redirect_uri: showTheCode,
          scope: scopes,
          ...(verifier === undefined
            ? {}
            : {
                code_challenge: createHash('sha256').update(verifier).digest('base64url'),
                code_challenge_method: 'S256',
              }),
        }).toString()
        const kept = { base, clientId: made.client_id, clientSecret: made.client_secret, verifier }
        return { ok: true, url: url.href, kept: JSON.stringify(kept) }
      } catch (error) {
        if (error instanceof CallFailure) return { ok: false, text: error.message }
        throw error
      }
    },
    async finish({ kept, code }, signal) {
      const { base, clientId, clientSecret, verifier } = keptShape.parse(JSON.parse(kept))
      const { host } = new URL(base)
      const form = {
        grant_type: 'authorization_code',
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uri: showTheCode,
        code: code.trim(),
        ...(verifier === undefined ? {} : { code_verifier: verifier }),
      }
      try {
        const answer = await ask(`${base}/oauth/token`, form, signal)
        const token = bodyOf(answer, granted)?.access_token
        if (token !== undefined) return { ok: true, values: { token } }
        return {
          ok: false,
          text: `${host} did not take this code. It counts once and for some minutes: open the page again and copy the new one whole.${quoted(answer, host)}`,
        }
      } catch (error) {
        if (error instanceof CallFailure) return { ok: false, text: error.message }
        throw error
      }
    },
  }
}

function bodyOf<Shape extends z.ZodType>(answer: HttpResponse, shape: Shape): z.output<Shape> | undefined {
  if (answer.status !== 200) return undefined
  try {
    return shape.safeParse(JSON.parse(new TextDecoder().decode(answer.body))).data
  } catch {
    return undefined
  }
}

function quoted(answer: HttpResponse, host: string): string {
  try {
    const said = refusal.safeParse(JSON.parse(new TextDecoder().decode(answer.body))).data
    const words = (said?.error_description || said?.error || '').slice(0, 240)
    return words === '' ? '' : ` ${host} says: “${words}”`
  } catch {
    return ''
  }
}
