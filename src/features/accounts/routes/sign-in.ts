import type { FastifyReply } from 'fastify'
import { joinTeam, readInvitation } from '#features/accounts/actions/invitations.ts'
import type { SignedIn } from '#features/accounts/actions/open-session.ts'
import { offerPasskeySignIn, signInWithPasskey } from '#features/accounts/actions/passkeys.ts'
import { setPasswordByLink } from '#features/accounts/actions/reset-links.ts'
import { signOut } from '#features/accounts/actions/sessions.ts'
import { hasWorkspace, judgeSetupCode, setUp } from '#features/accounts/actions/set-up.ts'
import { answerSecondStep, signIn } from '#features/accounts/actions/sign-in.ts'
import { callbackPath, finishSingleSignOn, startSingleSignOn } from '#features/accounts/actions/single-sign-on.ts'
import { limits } from '#features/accounts/model.ts'
import type { AccountRefusal } from '#features/accounts/refusal.ts'
import { answer, answerRefusal, doneOrRefused } from '#features/accounts/routes/answer.ts'
import {
  type AccountRouteDeps,
  clearSessionCookie,
  clientOf,
  isSecure,
  setSessionCookie,
} from '#features/accounts/routes/session-cookie.ts'
import {
  codeRequest,
  invitationSeen,
  joinRequest,
  passkeyOffer,
  passkeySignInRequest,
  passwordByLink,
  secondStepRequest,
  setupRequest,
  signInAnswer,
  signInRequest,
  signInWays,
} from '#features/accounts/wire.ts'
import { parseId } from '#kernel/ids.ts'
import type { Result } from '#kernel/result.ts'
import { type App, refusals } from '#platform/routes.ts'

const config = { access: 'public' } as const
const tags = ['sign-in']
const signedIn = { 200: signInAnswer, ...refusals }
const leftCookie = 'kith_single_sign_on'

export function signInRoutes(app: App, deps: AccountRouteDeps): void {
  const enter = (reply: FastifyReply, result: Result<SignedIn, AccountRefusal>): FastifyReply => {
    if (!result.ok) return answerRefusal(reply, result.refusal)
    setSessionCookie(reply, deps, result.value.cookie)
    return reply.send({ kind: 'signed-in' })
  }

  app.get(
    '/api/v1/sign-in/ways',
    { schema: { response: { 200: signInWays, ...refusals }, summary: 'How people sign in here', tags }, config },
    async () => ({
      needsSetup: !(await hasWorkspace(deps)),
      singleSignOn: deps.singleSignOn ? { name: deps.singleSignOn.name } : null,
    }),
  )
  app.post(
    '/api/v1/setup/check',
    {
      schema: { body: codeRequest, response: doneOrRefused, summary: 'Whether a setup link still works', tags },
      config,
    },
    async (request, reply) =>
      (await judgeSetupCode(deps, request.body.code))
        ? reply.code(204).send(null)
        : answerRefusal(reply, { code: 'setup-link-used' }),
  )
  app.post(
    '/api/v1/setup',
    { schema: { body: setupRequest, response: signedIn, summary: 'Create the team and its owner', tags }, config },
    async (request, reply) => enter(reply, await setUp(deps, request.body, clientOf(request))),
  )
  app.post(
    '/api/v1/sign-in',
    { schema: { body: signInRequest, response: signedIn, summary: 'Sign in with e-mail and password', tags }, config },
    async (request, reply) => {
      const result = await signIn(deps, request.body, clientOf(request))
      if (!result.ok) return answerRefusal(reply, result.refusal)
      if (result.value.kind !== 'signed-in') return reply.send(result.value)
      return enter(reply, { ok: true, value: result.value })
    },
  )
  app.post(
    '/api/v1/sign-in/second-step',
    {
      schema: {
        body: secondStepRequest,
        response: signedIn,
        summary: 'Answer with a code of the app or a recovery code',
        tags,
      },
      config,
    },
    async (request, reply) => enter(reply, await answerSecondStep(deps, request.body, clientOf(request))),
  )
  app.post(
    '/api/v1/sign-in/passkey/options',
    {
      schema: { response: { 200: passkeyOffer, ...refusals }, summary: 'Begin to sign in with a passkey', tags },
      config,
    },
    async (request, reply) => answer(reply, await offerPasskeySignIn(deps, clientOf(request))),
  )
  app.post(
    '/api/v1/sign-in/passkey',
    { schema: { body: passkeySignInRequest, response: signedIn, summary: 'Sign in with a passkey', tags }, config },
    async (request, reply) => enter(reply, await signInWithPasskey(deps, request.body, clientOf(request))),
  )
  app.post(
    '/api/v1/sign-out',
    { schema: { response: doneOrRefused, summary: 'End this session', tags }, config },
    async (request, reply) => {
      await signOut(deps, request.cookies[deps.cookieName])
      clearSessionCookie(reply, deps)
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/api/v1/invitations/read',
    {
      schema: {
        body: codeRequest,
        response: { 200: invitationSeen, ...refusals },
        summary: 'What an invitation offers',
        tags,
      },
      config,
    },
    async (request, reply) => answer(reply, await readInvitation(deps, request.body.code)),
  )
  app.post(
    '/api/v1/invitations/accept',
    { schema: { body: joinRequest, response: signedIn, summary: 'Join a team', tags }, config },
    async (request, reply) => enter(reply, await joinTeam(deps, request.body, clientOf(request))),
  )
  app.post(
    '/api/v1/sign-in/new-password',
    {
      schema: { body: passwordByLink, response: doneOrRefused, summary: 'Set a password with a reset link', tags },
      config,
    },
    async (request, reply) => answer(reply, await setPasswordByLink(deps, request.body)),
  )
  singleSignOnRoutes(app, deps)
}

/** Two pages of a redirect: the browser goes to the provider and comes back, so refusals become a word in the address. */
function singleSignOnRoutes(app: App, deps: AccountRouteDeps): void {
  const hidden = { access: 'public', hidden: true } as const
  const refused = (reply: FastifyReply, refusal: AccountRefusal) =>
    reply.redirect(`/sign-in?problem=${refusal.code}`, 303)
  const cookie = { path: callbackPath, httpOnly: true, sameSite: 'lax', secure: isSecure(deps) } as const

  app.get('/api/v1/sign-in/single-sign-on', { config: hidden }, async (request, reply) => {
    const started = await startSingleSignOn(deps, clientOf(request))
    if (!started.ok) return refused(reply, started.refusal)
    reply.setCookie(leftCookie, started.value.challenge, { ...cookie, maxAge: limits.singleSignOnMs / 1000 })
    return reply.redirect(started.value.goTo, 303)
  })
  app.get(callbackPath, { config: hidden }, async (request, reply) => {
    reply.clearCookie(leftCookie, cookie)
    const challenge = parseId<'Challenge'>(request.cookies[leftCookie] ?? '')
    if (!challenge) return refused(reply, { code: 'challenge-over' })
    const cameTo = new URL(request.url, deps.publicUrl)
    const result = await finishSingleSignOn(deps, { challenge, cameTo }, clientOf(request))
    if (!result.ok) return refused(reply, result.refusal)
    setSessionCookie(reply, deps, result.value.cookie)
    return reply.redirect('/', 303)
  })
}
