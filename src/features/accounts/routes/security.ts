import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Proof } from '#features/accounts/actions/as-themself.ts'
import { addPasskey, listOwnPasskeys, offerPasskey, removePasskey } from '#features/accounts/actions/passkeys.ts'
import { changePassword } from '#features/accounts/actions/profile.ts'
import {
  confirmSecondStep,
  renewRecoveryCodes,
  startSecondStep,
  stopSecondStep,
} from '#features/accounts/actions/second-step.ts'
import {
  listOwnSessions,
  type OwnSession,
  revokeOtherSessions,
  revokeSession,
} from '#features/accounts/actions/sessions.ts'
import type { AccountRefusal } from '#features/accounts/refusal.ts'
import { answer, answerRefusal, doneOrRefused } from '#features/accounts/routes/answer.ts'
import { type AccountRouteDeps, sessionOf } from '#features/accounts/routes/session-cookie.ts'
import {
  codeRequest,
  passkey,
  passkeyAddRequest,
  passkeyOffer,
  passwordChange,
  proofRequest,
  recoveryCodes,
  secondStepOffer,
  sessionList,
  sessionsEnded,
} from '#features/accounts/wire.ts'
import type { Result } from '#kernel/result.ts'
import { idOf } from '#kernel/schema.ts'
import { type App, callerOf, refusals } from '#platform/routes.ts'

const config = { access: 'viewer' } as const
const tags = ['my security']

type Proven = Proof & { session: OwnSession }

/** How someone signs in is changed in a session only: a token that leaks must not become an account. */
export function securityRoutes(app: App, deps: AccountRouteDeps): void {
  async function inSession<T>(
    request: FastifyRequest,
    reply: FastifyReply,
    password: string | undefined,
    work: (proof: Proven) => Promise<Result<T, AccountRefusal>>,
  ): Promise<FastifyReply> {
    const session = await sessionOf(request, deps)
    if (!session) return answerRefusal(reply, { code: 'needs-session' })
    return answer(reply, await work({ password, signedInAt: session.createdAt, address: request.ip, session }))
  }

  app.put(
    '/api/v1/me/password',
    { schema: { body: passwordChange, response: doneOrRefused, summary: 'Set another password', tags }, config },
    async (request, reply) =>
      inSession(request, reply, request.body.password, proof =>
        changePassword(deps, callerOf(request), request.body.newPassword, proof),
      ),
  )
  app.post(
    '/api/v1/me/second-step',
    {
      schema: {
        body: proofRequest,
        response: { 200: secondStepOffer, ...refusals },
        summary: 'Begin to switch on the second step',
        tags,
      },
      config,
    },
    async (request, reply) =>
      inSession(request, reply, request.body.password, proof => startSecondStep(deps, callerOf(request), proof)),
  )
  app.post(
    '/api/v1/me/second-step/confirm',
    {
      schema: {
        body: codeRequest,
        response: { 200: recoveryCodes, ...refusals },
        summary: 'Switch on the second step with a first code',
        tags,
      },
      config,
    },
    async (request, reply) =>
      inSession(request, reply, undefined, () => confirmSecondStep(deps, callerOf(request), request.body.code)),
  )
  app.post(
    '/api/v1/me/second-step/off',
    { schema: { body: proofRequest, response: doneOrRefused, summary: 'Switch off the second step', tags }, config },
    async (request, reply) =>
      inSession(request, reply, request.body.password, proof => stopSecondStep(deps, callerOf(request), proof)),
  )
  app.post(
    '/api/v1/me/recovery-codes',
    {
      schema: {
        body: proofRequest,
        response: { 200: recoveryCodes, ...refusals },
        summary: 'Make other recovery codes',
        tags,
      },
      config,
    },
    async (request, reply) =>
      inSession(request, reply, request.body.password, proof => renewRecoveryCodes(deps, callerOf(request), proof)),
  )
  passkeyRoutes(app, deps, inSession)
  sessionRoutes(app, deps)
}

type InSession = <T>(
  request: FastifyRequest,
  reply: FastifyReply,
  password: string | undefined,
  work: (proof: Proven) => Promise<Result<T, AccountRefusal>>,
) => Promise<FastifyReply>

function passkeyRoutes(app: App, deps: AccountRouteDeps, inSession: InSession): void {
  const params = z.object({ passkey: idOf<'Passkey'>() })
  app.get(
    '/api/v1/me/passkeys',
    {
      schema: {
        response: { 200: z.object({ passkeys: z.array(passkey) }), ...refusals },
        summary: 'My passkeys',
        tags,
      },
      config,
    },
    async request => ({ passkeys: await listOwnPasskeys(deps, callerOf(request)) }),
  )
  app.post(
    '/api/v1/me/passkeys/options',
    {
      schema: {
        body: proofRequest,
        response: { 200: passkeyOffer, ...refusals },
        summary: 'Begin to add a passkey',
        tags,
      },
      config,
    },
    async (request, reply) =>
      inSession(request, reply, request.body.password, proof => offerPasskey(deps, callerOf(request), proof)),
  )
  app.post(
    '/api/v1/me/passkeys',
    {
      schema: { body: passkeyAddRequest, response: { 200: passkey, ...refusals }, summary: 'Add a passkey', tags },
      config,
    },
    async (request, reply) =>
      inSession(request, reply, undefined, () => addPasskey(deps, callerOf(request), request.body)),
  )
  app.post(
    '/api/v1/me/passkeys/:passkey/remove',
    { schema: { params, body: proofRequest, response: doneOrRefused, summary: 'Remove a passkey', tags }, config },
    async (request, reply) =>
      inSession(request, reply, request.body.password, proof =>
        removePasskey(deps, callerOf(request), request.params.passkey, proof),
      ),
  )
}

function sessionRoutes(app: App, deps: AccountRouteDeps): void {
  app.get(
    '/api/v1/me/sessions',
    { schema: { response: { 200: sessionList, ...refusals }, summary: 'Where I am signed in', tags }, config },
    async request => ({ sessions: await listOwnSessions(deps, callerOf(request), await sessionOf(request, deps)) }),
  )
  app.delete(
    '/api/v1/me/sessions/:session',
    {
      schema: {
        params: z.object({ session: idOf<'Session'>() }),
        response: doneOrRefused,
        summary: 'End one session',
        tags,
      },
      config,
    },
    async (request, reply) => answer(reply, await revokeSession(deps, callerOf(request), request.params.session)),
  )
  app.post(
    '/api/v1/me/sessions/revoke-others',
    { schema: { response: { 200: sessionsEnded, ...refusals }, summary: 'End all sessions but this', tags }, config },
    async request => revokeOtherSessions(deps, callerOf(request), await sessionOf(request, deps)),
  )
}
