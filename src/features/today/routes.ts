import { z } from 'zod'
import { type App, callerOf, refusals } from '#platform/routes.ts'
import { bringBack, planWeek, putOff } from './actions/arrange.ts'
import { type ProposeDeps, readProposedWeek } from './actions/propose-week.ts'
import { readToday, type TodayDeps } from './actions/read-today.ts'
import { proposedWeek, putOffInput, putOffParams, todayPage, todayQuery, weekInput } from './wire.ts'

const tags = ['today']
const nothing = z.null()

export function todayRoutes(app: App, deps: TodayDeps & ProposeDeps): void {
  app.get(
    '/api/v1/today',
    {
      schema: {
        querystring: todayQuery,
        response: { 200: todayPage, ...refusals },
        summary: 'What is worth doing today',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => readToday(deps, callerOf(request), request.query.timezone),
  )
  app.post(
    '/api/v1/today/put-off',
    {
      schema: {
        body: putOffInput,
        response: { 204: nothing, ...refusals },
        summary: 'Leave a step out of Today for some days',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      await putOff(deps, callerOf(request), request.body.subject, request.body.days ?? 1)
      return reply.code(204).send(null)
    },
  )
  app.delete(
    '/api/v1/today/put-off/:subject',
    {
      schema: {
        params: putOffParams,
        response: { 204: nothing, ...refusals },
        summary: 'Bring a step back that was put off',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      await bringBack(deps, callerOf(request), request.params.subject)
      return reply.code(204).send(null)
    },
  )
  app.get(
    '/api/v1/today/week/proposal',
    {
      schema: {
        querystring: todayQuery,
        response: { 200: proposedWeek, ...refusals },
        summary: 'A week’s rhythm from what is known, each line with its reasons; nothing is kept',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async request => ({ lines: await readProposedWeek(deps, callerOf(request), request.query.timezone ?? 'UTC') }),
  )
  app.put(
    '/api/v1/today/week',
    {
      schema: {
        body: weekInput,
        response: { 204: nothing, ...refusals },
        summary: 'Plan your week: over which tool how many people, where, on which days',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      await planWeek(deps, callerOf(request), request.body.lines)
      return reply.code(204).send(null)
    },
  )
}
