import { z } from 'zod'
import { createClipperCode, pairClipper } from '#features/accounts/actions/clipper.ts'
import {
  createTeamToken,
  createToken,
  listOwnTokens,
  listTokensOfTeam,
  removeTeamToken,
  removeToken,
} from '#features/accounts/actions/tokens.ts'
import { abilities } from '#features/accounts/model.ts'
import { answer, answerRefusal, doneOrRefused } from '#features/accounts/routes/answer.ts'
import { type AccountRouteDeps, sessionOf } from '#features/accounts/routes/session-cookie.ts'
import {
  clipperCode,
  clipperPaired,
  clipperPairing,
  teamTokenList,
  teamTokenMade,
  teamTokenRequest,
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
  teamTokenRoutes(app, deps)
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

/** Tokens of the team: made in a session, so that a token that leaks makes no others. */
function teamTokenRoutes(app: App, deps: AccountRouteDeps): void {
  const manage = { access: abilities['manage-team-tokens'] } as const
  app.get(
    '/api/v1/team/tokens',
    {
      schema: { response: { 200: teamTokenList, ...refusals }, summary: 'API tokens of the team', tags },
      config: manage,
    },
    async request => ({ tokens: await listTokensOfTeam(deps, callerOf(request)) }),
  )
  app.post(
    '/api/v1/team/tokens',
    {
      schema: {
        body: teamTokenRequest,
        response: { 200: teamTokenMade, ...refusals },
        summary: 'Make an API token that belongs to the team and to nobody in it',
        tags,
      },
      config: manage,
    },
    async (request, reply) => {
      if (!(await sessionOf(request, deps))) return answerRefusal(reply, { code: 'needs-session' })
      const { expiresAt, ...input } = request.body
      const ends = expiresAt === undefined ? {} : { expiresAt: new Date(expiresAt) }
      return answer(reply, await createTeamToken(deps, callerOf(request), { ...input, ...ends }))
    },
  )
  app.delete(
    '/api/v1/team/tokens/:token',
    {
      schema: {
        params: z.object({ token: idOf<'Token'>() }),
        response: doneOrRefused,
        summary: 'Remove an API token of the team',
        tags,
      },
      config: manage,
    },
    async (request, reply) => answer(reply, await removeTeamToken(deps, callerOf(request), request.params.token)),
  )
}
