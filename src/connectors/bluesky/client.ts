import type { z } from 'zod'
import { secondMs } from '#kernel/clock.ts'
import type { HttpClient, HttpResponse } from '#platform/http.ts'
import { CallFailure, fromNoAnswer } from '../call-failure.ts'
import { type BlueskyAccount, isSafe } from './account.ts'
import { didDocument, login, xrpcError } from './shapes.ts'

type Params = Readonly<Record<string, string | readonly string[]>>
type Input = { json: object } | { bytes: Uint8Array; type: string } | undefined
type Tokens = { did: string; handle: string; access: string; refresh: string; base: string }

export type Client = ReturnType<typeof createClient>

/** XRPC calls of one account at its own server; every answer passes a schema. `chatService` is reached through that server. */
export function createClient(
  account: BlueskyAccount,
  http: Pick<HttpClient, 'fetch'>,
  now: () => Date,
  chatService: string,
) {
  let tokens: Tokens | undefined
  let renewing: Promise<Tokens> | undefined

  async function ask(
    base: string,
    nsid: string,
    given: { params?: Params; input?: Input; method: 'GET' | 'POST'; token?: string },
    signal: AbortSignal,
  ): Promise<HttpResponse> {
    const url = new URL(`/xrpc/${nsid}`, base)
    for (const [name, value] of Object.entries(given.params ?? {}))
      for (const each of typeof value === 'string' ? [value] : value) url.searchParams.append(name, each)
    const { input, method, token } = given
    const type = input ? ('json' in input ? 'application/json' : input.type) : undefined
    const body = input ? ('json' in input ? JSON.stringify(input.json) : input.bytes) : undefined
    const fetchOnce = () =>
      http.fetch(url.href, {
        method,
        headers: {
          accept: 'application/json',
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(type ? { 'content-type': type } : {}),
          ...(nsid.startsWith('chat.bsky.') ? { 'atproto-proxy': chatService } : {}),
        },
        ...(body === undefined ? {} : { body }),
        signal,
      })
    const failed = (error: unknown) => {
      if (signal.aborted) throw error
      return fromNoAnswer(error)
    }
    const answer = await fetchOnce().catch((error: unknown) => {
      throw failed(error)
    })
    if (answer.status >= 400) throw refusal(answer, url.host, now())
    return answer
  }

  function read<Shape extends z.ZodType>(answer: HttpResponse, shape: Shape): z.output<Shape> {
    const { host } = new URL(answer.url)
    try {
      return shape.parse(JSON.parse(new TextDecoder().decode(answer.body)))
    } catch (error) {
      throw new CallFailure('bad-response', `${host} does not answer as a server of the AT protocol does.`, {
        reached: 'maybe',
        cause: error,
      })
    }
  }

  function keep(found: z.output<typeof login>): Tokens {
    const document = didDocument.safeParse(found.didDoc)
    const named = document.success ? document.data.service?.find(({ id }) => id.endsWith('#atproto_pds')) : undefined
    const endpoint = typeof named?.serviceEndpoint === 'string' ? named.serviceEndpoint : ''
    // Their own server, where the one that was named is only the door to many.
    const base = isSafe(endpoint, account.plain) ? new URL(endpoint).origin : account.service
    tokens = { did: found.did, handle: found.handle, access: found.accessJwt, refresh: found.refreshJwt, base }
    return tokens
  }

  async function signIn(signal: AbortSignal): Promise<Tokens> {
    const json = { identifier: account.identifier, password: account.password }
    try {
      const nsid = 'com.atproto.server.createSession'
      return keep(read(await ask(account.service, nsid, { method: 'POST', input: { json } }, signal), login))
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error
      if (error.error === 'AuthFactorTokenRequired')
        throw new CallFailure(
          'wrong-credentials',
          'This account asks for a code by e-mail. Make an app password for Kith and enter it here.',
        )
      if (error.code === 'wrong-credentials')
        throw new CallFailure(
          'wrong-credentials',
          `${new URL(account.service).host} does not accept this handle with this app password. Make a new one in your settings.`,
        )
      throw error
    }
  }

  /** One at a time: a refresh token is good once. */
  function renew(signal: AbortSignal): Promise<Tokens> {
    renewing ??= (async () => {
      const before = tokens
      if (!before) return signIn(signal)
      try {
        const nsid = 'com.atproto.server.refreshSession'
        return keep(read(await ask(before.base, nsid, { method: 'POST', token: before.refresh }, signal), login))
      } catch (error) {
        if (error instanceof CallFailure && ['unreachable', 'server-error', 'rate-limited'].includes(error.code))
          throw error
        return signIn(signal)
      }
    })().finally(() => {
      renewing = undefined
    })
    return renewing
  }

  async function call<Shape extends z.ZodType>(
    nsid: string,
    shape: Shape,
    given: { params?: Params; input?: Input; method: 'GET' | 'POST' },
    signal: AbortSignal,
  ): Promise<z.output<Shape>> {
    const current = tokens ?? (await renew(signal))
    try {
      return read(await ask(current.base, nsid, { ...given, token: current.access }, signal), shape)
    } catch (error) {
      if (!(error instanceof CallFailure) || error.error !== 'ExpiredToken') throw error
      const renewed = await renew(signal)
      return read(await ask(renewed.base, nsid, { ...given, token: renewed.access }, signal), shape)
    }
  }

  return {
    /** Signs in anew, so that a changed password is noticed. */
    signIn,
    me: () => tokens,
    query: <Shape extends z.ZodType>(nsid: string, shape: Shape, params: Params, signal: AbortSignal) =>
      call(nsid, shape, { method: 'GET', params }, signal),
    procedure: <Shape extends z.ZodType>(nsid: string, shape: Shape, json: object, signal: AbortSignal) =>
      call(nsid, shape, { method: 'POST', input: { json } }, signal),
    /** A blob of the account's own repository, as everybody may fetch it. */
    blob: async (cid: string, signal: AbortSignal): Promise<Uint8Array> => {
      const { base, did } = tokens ?? (await renew(signal))
      return (await ask(base, 'com.atproto.sync.getBlob', { params: { did, cid }, method: 'GET' }, signal)).body
    },
    upload: <Shape extends z.ZodType>(shape: Shape, bytes: Uint8Array, type: string, signal: AbortSignal) =>
      call('com.atproto.repo.uploadBlob', shape, { method: 'POST', input: { bytes, type } }, signal),
  }
}

function refusal(answer: HttpResponse, host: string, now: Date): CallFailure {
  let said: z.output<typeof xrpcError> = {}
  try {
    said = xrpcError.catch({}).parse(JSON.parse(new TextDecoder().decode(answer.body)))
  } catch {
    // A page of a proxy in between.
  }
  const error = said.error ?? ''
  const quoted = said.message ? ` It says: “${said.message.slice(0, 240)}”` : ''
  if (answer.status === 429)
    return new CallFailure('rate-limited', `${host} takes no more for the moment.${quoted}`, {
      error,
      retryAfterMs: waitMs(answer.headers, now),
    })
  if (answer.status >= 500)
    return new CallFailure('server-error', `${host} is in trouble (${answer.status}).${quoted}`, {
      error,
      reached: answer.status === 503 ? 'no' : 'maybe',
    })
  if (['AccountTakedown', 'AccountDeactivated', 'AccountSuspended'].includes(error))
    return new CallFailure('forbidden', `${host} has closed this account.${quoted}`, { error })
  if (answer.status === 401)
    return new CallFailure('wrong-credentials', `${host} does not accept the sign-in.${quoted}`, { error })
  if (answer.status === 403) return new CallFailure('forbidden', `${host} does not allow this.${quoted}`, { error })
  if (answer.status === 404 || /NotFound$/.test(error))
    return new CallFailure('not-found', `${host} does not know this.${quoted}`, { error })
  return new CallFailure('rejected', `${host} refused it (${error || answer.status}).${quoted}`, { error })
}

/** `RateLimit-Reset` is an instant in seconds, Retry-After a number of them. A PDS hands on neither of what another service said. */
function waitMs(headers: Headers, now: Date): number {
  const after = Number(headers.get('retry-after') ?? Number.NaN)
  if (Number.isFinite(after)) return Math.max(secondMs, after * secondMs)
  const reset = Number(headers.get('ratelimit-reset') ?? Number.NaN)
  return Number.isFinite(reset) ? Math.max(secondMs, reset * secondMs - now.getTime()) : 10 * secondMs
}
