import type { FastifyReply, FastifyRequest } from 'fastify'
import { findOwnSession, type OwnSession } from '#features/accounts/actions/sessions.ts'
import type { AccountDeps, Client } from '#features/accounts/deps.ts'
import { deviceName, limits } from '#features/accounts/model.ts'
import { callerOf } from '#platform/routes.ts'

export type AccountRouteDeps = AccountDeps & { readonly cookieName: string }

export const isSecure = (deps: AccountDeps): boolean => deps.publicUrl.protocol === 'https:'

export function setSessionCookie(reply: FastifyReply, deps: AccountRouteDeps, cookie: string): void {
  reply.setCookie(deps.cookieName, cookie, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(deps),
    maxAge: limits.sessionMaxMs / 1000,
  })
}

export function clearSessionCookie(reply: FastifyReply, deps: AccountRouteDeps): void {
  reply.clearCookie(deps.cookieName, { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(deps) })
}

export const clientOf = (request: FastifyRequest): Client => ({
  address: request.ip,
  device: deviceName(request.headers['user-agent']),
})

/** The session that asks; undefined for an API token, which may not change how someone signs in. */
export async function sessionOf(request: FastifyRequest, deps: AccountRouteDeps): Promise<OwnSession | undefined> {
  if (/^Bearer /i.test(request.headers.authorization ?? '')) return undefined
  return findOwnSession(deps, callerOf(request), request.cookies[deps.cookieName])
}
