import { z } from 'zod'
import { type App, callerOf, defined, type RefusalTable, refusals, replyFrom } from '#platform/routes.ts'
import { readFeed } from '../actions/feed.ts'
import { addTeam, changeTeam, readTeams, type TeamRefusal } from '../actions/teams.ts'
import type { TeamDeps } from '../deps.ts'
import { viewFeedItem } from '../views.ts'
import * as wire from '../wire.ts'

const REFUSED = {
  'no-such-team': [404, 'This team is gone.'],
  'name-taken': [409, 'Another team has this name.'],
  'no-such-member': [409, 'Somebody of these is not here any more.'],
  'too-many-teams': [409, 'There are 100 teams already. Remove one first.'],
} as const satisfies RefusalTable<TeamRefusal['code']>

const tags = ['team']

export function teamsRoutes(app: App, deps: TeamDeps): void {
  app.get(
    '/api/v1/teams',
    {
      schema: { response: { 200: wire.teamList, ...refusals }, summary: 'Teams, and who is in them', tags },
      config: { access: 'viewer' },
    },
    async request => ({ teams: await readTeams(deps, callerOf(request)) }),
  )
  app.post(
    '/api/v1/teams',
    {
      schema: {
        body: wire.addTeamRequest,
        response: { 200: wire.teamParams, ...refusals },
        summary: 'Make a team of recruiters',
        tags,
      },
      config: { access: 'admin' },
    },
    async (request, reply) => {
      const result = await addTeam(deps, callerOf(request), request.body)
      return result.ok ? { team: result.value } : replyFrom(reply, REFUSED, result.refusal)
    },
  )
  app.patch(
    '/api/v1/teams/:team',
    {
      schema: {
        params: wire.teamParams,
        body: wire.changeTeamRequest,
        response: { 204: z.null(), ...refusals },
        summary: 'Rename a team, say who is in it, remove it or put it back',
        tags,
      },
      config: { access: 'admin' },
    },
    async (request, reply) => {
      const result = await changeTeam(deps, callerOf(request), request.params.team, defined(request.body))
      return result.ok ? reply.code(204).send(null) : replyFrom(reply, REFUSED, result.refusal)
    },
  )
  app.get(
    '/api/v1/feed',
    {
      schema: {
        querystring: wire.feedQuery,
        response: { 200: wire.feedPage, ...refusals },
        summary: 'Who did what, the latest first: towards people and in Kith; what is for admins only admins see',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => {
      const { items, next } = await readFeed(deps, callerOf(request), request.query)
      return { items: items.map(viewFeedItem), next }
    },
  )
}
