import { z } from 'zod'
import { minuteMs, secondMs } from '#kernel/clock.ts'
import type { HttpRequest } from '#platform/http.ts'
import type { SendOutcome } from '../contract.ts'
import { answered, type Exchange, exchange, type Http, Trouble, unanswered } from '../vendor.ts'
import type { XAccount } from './account.ts'

const tokens = z.object({ access_token: z.string().min(1), refresh_token: z.string().min(1).optional() })

export type XApi = {
  get(path: string, query: Record<string, string>, signal?: AbortSignal): Promise<Exchange>
  change(method: 'POST' | 'DELETE', path: string, json?: unknown, signal?: AbortSignal): Promise<Exchange>
}

/**
 * Calls as the user. An access token lives two hours: when it has run out, a fresh pair is asked for once, kept, and the call made again.
 * `save` must have kept the pair when it resolves, for the old refresh token is worth nothing from then on.
 */
export function apiFor(
  account: XAccount,
  http: Http,
  save: ((pair: { accessToken: string; refreshToken: string }) => Promise<void>) | undefined,
): XApi {
  let { accessToken, refreshToken } = account
  let renewing: Promise<void> | undefined

  async function renew(): Promise<void> {
    if (!save) throw new Trouble('wrong-credentials', expired)
    const basic = Buffer.from(`${account.clientId}:${account.clientSecret}`).toString('base64')
    const found = answered(
      await exchange(http, `${account.base}/2/oauth2/token`, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          ...(account.clientSecret === '' ? {} : { authorization: `Basic ${basic}` }),
        },
        body: new URLSearchParams({
          grant_type: 'refresh_token',
          refresh_token: refreshToken,
          client_id: account.clientId,
        }).toString(),
      }),
    )
    if (found.status >= 500 || found.status === 429)
      throw new Trouble('unavailable', `X answered with ${found.status} to the renewal of the token.`, 30 * secondMs)
    const pair = tokens.safeParse(found.json)
    if (found.status >= 400 || !pair.success) throw new Trouble('wrong-credentials', withdrawn)
    accessToken = pair.data.access_token
    refreshToken = pair.data.refresh_token ?? refreshToken
    await save({ accessToken, refreshToken })
  }

  async function call(path: string, request: HttpRequest): Promise<Exchange> {
    const used = accessToken
    const attempt = () =>
      exchange(http, `${account.base}${path}`, {
        ...request,
        headers: { ...request.headers, authorization: `Bearer ${accessToken}` },
      })
    const found = await attempt()
    if (found.kind !== 'answer' || found.status !== 401) return found
    if (used === accessToken) {
      renewing ??= renew().finally(() => {
        renewing = undefined
      })
      await renewing
    }
    return attempt()
  }

  return {
    get: (path, query, signal) => {
      const search = new URLSearchParams(query).toString()
      return call(`${path}${search === '' ? '' : `?${search}`}`, signal ? { signal } : {})
    },
    change: (method, path, json, signal) =>
      call(path, {
        method,
        ...(json === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(json) }),
        ...(signal ? { signal } : {}),
      }),
  }
}

const expired =
  'X does not accept the access token. It lives for two hours: get a new pair and enter access token and refresh token together.'
const withdrawn =
  'X does not renew the token any more: it was used elsewhere, or access was withdrawn. Get a new pair and enter access token and refresh token together.'

const problem = z.object({ detail: z.string().optional(), title: z.string().optional(), type: z.string().optional() })

/** X says when a window begins anew: of fifteen minutes, or of a day. */
export function pauseMs(headers: Headers, now: Date): number {
  const resets = ['x-rate-limit-reset', 'x-user-limit-24hour-reset', 'x-app-limit-24hour-reset']
    .filter(name => name === 'x-rate-limit-reset' || headers.get(name.replace('-reset', '-remaining')) === '0')
    .flatMap(name => {
      const at = Number(headers.get(name) ?? Number.NaN) * 1_000
      return Number.isFinite(at) ? [at - now.getTime()] : []
    })
  return Math.max(secondMs, ...(resets.length > 0 ? resets : [15 * minuteMs]))
}

export function expectOk(found: Exchange, now: Date): unknown {
  const answer = answered(found)
  if (answer.status < 400) return answer.json
  const { detail, title, type } = problem.catch({}).parse(answer.json)
  if (answer.status === 401) throw new Trouble('wrong-credentials', expired)
  if (answer.status === 429) throw new Trouble('rate-limit', 'X asks for a pause.', pauseMs(answer.headers, now))
  if (answer.status === 403)
    throw new Trouble(
      'forbidden',
      type?.includes('client-forbidden')
        ? 'Your app’s access level at X does not include this. Look at developer.x.com which plan has direct messages.'
        : `X does not let this app in: ${detail ?? title ?? ''} Give the app read, write and direct messages, then get a new pair of tokens.`,
    )
  throw new Trouble('unavailable', `X answered with ${answer.status}.`, answer.status >= 500 ? undefined : minuteMs)
}

/** `key`: of what was accepted. */
export function outcomeOf(found: Exchange, now: Date, key: (json: unknown) => string | undefined): SendOutcome {
  if (found.kind !== 'answer') return unanswered(found)
  if (found.status < 300) {
    const accepted = key(found.json)
    return accepted === undefined
      ? { kind: 'unknown', why: 'X took it without saying under which ID.' }
      : { kind: 'accepted', key: accepted, at: now }
  }
  const { detail, title } = problem.catch({}).parse(found.json)
  if (found.status === 429)
    return { kind: 'later', retryAfterMs: pauseMs(found.headers, now), code: 'rate-limit', text: 'X asks for a pause.' }
  if (found.status >= 500)
    return { kind: 'later', retryAfterMs: 30 * secondMs, code: 'unavailable', text: 'X can’t do it right now.' }
  if (found.status === 401) return { kind: 'refused', code: 'wrong-credentials', text: expired }
  if (found.status === 403)
    return {
      kind: 'refused',
      code: 'not-allowed',
      text: `They take no messages from you, or X does not allow it: ${detail ?? title ?? 'no reason given'}`,
    }
  return { kind: 'refused', code: String(found.status), text: `X says: ${detail ?? title ?? found.status}` }
}
