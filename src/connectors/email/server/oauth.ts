import { z } from 'zod'
import { minuteMs, secondMs } from '#kernel/clock.ts'
import type { HttpClient } from '#platform/http.ts'
import type { Login } from '../account.ts'
import { MailFailure } from '../failure.ts'

const answer = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().optional(),
  refresh_token: z.string().optional(),
})
const refusal = z.object({ error: z.string().default(''), error_description: z.string().default('') })

type OAuthLogin = Extract<Login, { kind: 'oauth' }>

/** Access tokens of one account (RFC 6749, 6): asked for when needed, kept until shortly before they end. */
export function tokenKeeper(login: OAuthLogin, http: Pick<HttpClient, 'fetch'>, now: () => Date) {
  let kept: { token: string; until: number } | undefined
  let asking: Promise<string> | undefined
  // A provider may change the refresh token with each use; the first one goes on being valid at those Kith knows.
  let refreshToken = login.refreshToken

  async function ask(tokenUrl: string): Promise<string> {
    const form = new URLSearchParams({
      grant_type: 'refresh_token',
      client_id: login.clientId,
      refresh_token: refreshToken,
    })
    if (login.clientSecret !== '') form.set('client_secret', login.clientSecret)
    const response = await http
      .fetch(tokenUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
        body: form.toString(),
        maxBytes: 100_000,
      })
      .catch((error: unknown) => {
        throw new MailFailure(
          'unreachable',
          `The sign-in service did not answer (${error instanceof Error ? error.message : String(error)})`,
          error,
        )
      })
    const body: unknown = parseJson(new TextDecoder().decode(response.body))
    const good = response.status === 200 ? answer.safeParse(body) : undefined
    if (!good?.success) throw refused(response.status, body)
    refreshToken = good.data.refresh_token ?? refreshToken
    const lastsMs = (good.data.expires_in ?? 3_000) * secondMs
    kept = { token: good.data.access_token, until: now().getTime() + lastsMs - Math.min(2 * minuteMs, lastsMs / 4) }
    return kept.token
  }

  return {
    /** `fresh`: the server refused the last one. */
    async token(fallbackUrl: string | undefined, fresh = false): Promise<string> {
      const tokenUrl = login.tokenUrl ?? fallbackUrl
      if (!tokenUrl)
        throw new MailFailure(
          'not-found',
          'For OAuth with this provider Kith needs the token address. Its help page for developers names it.',
        )
      if (!fresh && kept && kept.until > now().getTime()) return kept.token
      asking ??= ask(tokenUrl).finally(() => {
        asking = undefined
      })
      return asking
    },
  }
}

export type TokenKeeper = ReturnType<typeof tokenKeeper>

function refused(status: number, body: unknown): MailFailure {
  const said = refusal.safeParse(body)
  const { error, error_description: why } = said.success ? said.data : { error: '', error_description: '' }
  const words = `${why || error}`.replaceAll(/\s+/g, ' ').slice(0, 240)
  if (error === 'invalid_grant')
    return new MailFailure(
      'wrong-credentials',
      `The refresh token is not valid any more. Sign in to your provider again and enter the new one. It says: “${words}”`,
    )
  if (error === 'invalid_client' || error === 'unauthorized_client')
    return new MailFailure(
      'wrong-credentials',
      `The sign-in service does not know this client ID or its secret. Check both. It says: “${words}”`,
    )
  if (error !== '' && status >= 400 && status < 500 && status !== 429)
    return new MailFailure('forbidden', `The sign-in service refused: “${words || error}”`)
  return new MailFailure('busy', `The sign-in service can’t answer now (${status}).`)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
