import { z } from 'zod'
import { createClipperCode, pairClipper } from '#features/accounts/actions/clipper.ts'
import { createToken, listOwnTokens, removeToken } from '#features/accounts/actions/tokens.ts'
import { answer, answerRefusal, doneOrRefused } from '#features/accounts/routes/answer.ts'
import { type AccountRouteDeps, sessionOf } from '#features/accounts/routes/session-cookie.ts'
import {
  clipperCode,
  clipperPaired,
  clipperPairing,
  tokenList,
  tokenMade,
  tokenRequest,
} from '#features/accounts/wire.ts'
import { idOf } from '#kernel/schema.ts'
import { type App, callerOf, refusals } from '#platform/routes.ts'

const config = { access: 'viewer' } as const
const tags = ['API tokens']

export function tokenRoutes(app: App, deps: AccountRouteDeps): void {
  app.get(
    '/api/v1/me/tokens',
    { schema: { response: { 200: tokenList, ...refusals }, summary: 'My API tokens', tags }, config },
    async request => ({ tokens: await listOwnTokens(deps, callerOf(request)) }),
  )
  app.post(
    '/api/v1/me/tokens',
    {
      schema: { body: tokenRequest, response: { 200: tokenMade, ...refusals }, summary: 'Make an API token', tags },
      config,
    },
    async (request, reply) => {
      if (!(await sessionOf(request, deps))) return answerRefusal(reply, { code: 'needs-session' })
      const { name, scope, expiresAt } = request.body
      return answer(
        reply,
        await createToken(deps, callerOf(request), {
          name,
          scope,
          ...(expiresAt && { expiresAt: new Date(expiresAt) }),
        }),
      )
    },
  )
  app.delete(
    '/api/v1/me/tokens/:token',
    {
      schema: {
        params: z.object({ token: idOf<'Token'>() }),
        response: doneOrRefused,
        summary: 'Remove an API token',
        tags,
      },
      config,
    },
    async (request, reply) => answer(reply, await removeToken(deps, callerOf(request), request.params.token)),
  )
  app.post(
    '/api/v1/me/clipper-code',
    {
      schema: {
        response: { 200: clipperCode, ...refusals },
        summary: 'A one-time code that pairs the browser extension',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      if (!(await sessionOf(request, deps))) return answerRefusal(reply, { code: 'needs-session' })
      const { code, expiresAt } = await createClipperCode(deps, callerOf(request))
      return { code, expiresAt: expiresAt.toISOString() }
    },
  )
  app.post(
    '/api/v1/clipper/pair',
    {
      schema: {
        body: clipperPairing,
        response: { 200: clipperPaired, ...refusals },
        summary: 'The extension gives its one-time code and gets its token',
        tags,
      },
      config: { access: 'public', anyOrigin: true, mostPerAddress: 20 },
    },
    async (request, reply) => answer(reply, await pairClipper(deps, request.body)),
  )
}
