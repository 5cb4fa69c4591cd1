import type { MatrixAccount } from '../account.ts'
import { type Api, createApi, type Http } from './api.ts'
import { findServer, type Server } from './discover.ts'
import { MatrixFailure } from './failure.ts'
import { loginAnswer, loginFlows, nothing, whoAnswer } from './shapes.ts'

export type LoggedIn = { api: Api; server: Server; me: string }

/** `deviceId`: absent for a login that only tries, which must not take the place of the one that runs. */
export async function logIn(
  http: Http,
  account: MatrixAccount,
  deviceId: string | undefined,
  signal: AbortSignal,
): Promise<LoggedIn> {
  const server = await findServer(http, account, signal)
  if (account.login.kind === 'token') return withToken(http, server, account, account.login.token, signal)
  const open = createApi(http, server.base)
  const { flows } = await open.call('/_matrix/client/v3/login', loginFlows, { signal })
  if (!flows.some(flow => flow.type === 'm.login.password'))
    throw new MatrixFailure(
      'wrong-credentials',
      `${new URL(server.base).host} takes no passwords from programs: it signs in on a page of its own. Sign in with another Matrix program, copy its access token from its settings, and enter it instead of the password.`,
    )
  const answer = await open
    .call('/_matrix/client/v3/login', loginAnswer, {
      method: 'POST',
      body: {
        type: 'm.login.password',
        identifier: { type: 'm.id.user', user: account.userId },
        password: account.login.password,
        initial_device_display_name: 'Kith',
        ...(deviceId === undefined ? {} : { device_id: deviceId }),
      },
      signal,
    })
    .catch((error: unknown) => {
      if (!(error instanceof MatrixFailure) || error.errcode !== 'M_FORBIDDEN') throw error
      throw new MatrixFailure('wrong-credentials', `The address or the password is wrong. ${error.message}`, {
        cause: error,
      })
    })
  return { api: createApi(http, server.base, answer.access_token), server, me: answer.user_id }
}

async function withToken(
  http: Http,
  server: Server,
  account: MatrixAccount,
  token: string,
  signal: AbortSignal,
): Promise<LoggedIn> {
  const api = createApi(http, server.base, token)
  const who = await api.call('/_matrix/client/v3/account/whoami', whoAnswer, { signal }).catch((error: unknown) => {
    if (!(error instanceof MatrixFailure) || error.code !== 'signed-out') throw error
    throw new MatrixFailure(
      'wrong-credentials',
      'The access token is not valid, or no longer. Copy a fresh one from your Matrix program and enter it here.',
      { cause: error },
    )
  })
  if (who.user_id.toLowerCase() !== account.userId.toLowerCase())
    throw new MatrixFailure(
      'wrong-credentials',
      `The access token belongs to ${who.user_id}, not to ${account.userId}. Check the address or the token.`,
    )
  return { api, server, me: who.user_id }
}

/** Ends a login that was only tried; a token that the recruiter made stays valid. */
export async function logOut({ api }: LoggedIn, account: MatrixAccount): Promise<void> {
  if (account.login.kind === 'password')
    await api.call('/_matrix/client/v3/logout', nothing, { method: 'POST', body: {} }).catch(() => undefined)
}
