import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type App, callerOf, defined, type RefusalTable, refusals, replyFrom } from '#platform/routes.ts'
import {
  changeWeekly,
  previewWeekly,
  readWeekly,
  sendAgain,
  stopWeekly,
  type WeeklyDeps,
  type WeeklyRefusal,
  type WeeklyState,
} from './actions/weekly.ts'
import { languageFor, wordsOf } from './model.ts'
import { stopPage } from './render/stop-page.ts'
import { tags } from './shared.ts'
import { weeklyAnswer, weeklyChange, weeklyPreview } from './wire.ts'

const WEEKLY = {
  'no-mail': [409, 'There is no way out for mail yet. An admin sets it up under Settings, List mail.'],
  'nothing-to-send': [409, 'The last mail is settled: there is nothing to send again.'],
} as const satisfies RefusalTable<WeeklyRefusal['code']>

const view = ({ reader, nextAt, canSend, last }: WeeklyState): z.input<typeof weeklyAnswer> => ({
  on: reader.on,
  weekday: reader.weekday,
  hour: reader.hour,
  timezone: reader.timezone,
  email: reader.email,
  nextAt,
  canSend,
  last: last ? { week: last.week, state: last.state, at: last.at, said: last.said } : null,
})

export function weeklyRoutes(app: App, deps: WeeklyDeps): void {
  app.get(
    '/api/v1/reports/weekly',
    {
      schema: {
        response: { 200: weeklyAnswer, ...refusals },
        summary: 'Your weekly mail: whether, when, and the last',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => view(await readWeekly(deps, callerOf(request))),
  )
  app.put(
    '/api/v1/reports/weekly',
    {
      schema: {
        body: weeklyChange,
        response: { 200: weeklyAnswer, ...refusals },
        summary: 'Get a mail of each week, choose its day and hour, or end it',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const changed = await changeWeekly(deps, callerOf(request), defined(request.body))
      return changed.ok ? view(await readWeekly(deps, callerOf(request))) : replyFrom(reply, WEEKLY, changed.refusal)
    },
  )
  app.get(
    '/api/v1/reports/weekly/preview',
    {
      schema: {
        response: { 200: weeklyPreview, ...refusals },
        summary: 'What the mail of the last whole week says',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => {
      const { subject, text, week } = await previewWeekly(deps, callerOf(request))
      return { subject, text, week }
    },
  )
  app.post(
    '/api/v1/reports/weekly/again',
    {
      schema: {
        response: { 200: z.object({}), ...refusals },
        summary: 'Send the last weekly mail once more, where nobody can tell whether it arrived',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const sent = await sendAgain(deps, callerOf(request))
      return sent.ok ? {} : replyFrom(reply, WEEKLY, sent.refusal)
    },
  )
  stopRoutes(app, deps)
}

const html = (reply: FastifyReply, status: number, text: string) =>
  reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(text)
const wordsFor = (request: Pick<FastifyRequest, 'headers'>) =>
  wordsOf[languageFor(request.headers['accept-language'] ?? '')]

/** By the link in the mail, signed in or not. A GET shows, a POST ends: programs that look at links end nothing. */
function stopRoutes(app: App, deps: WeeklyDeps): void {
  const params = z.object({ token: z.string().max(200) })
  app.get(
    '/weekly/stop/:token',
    { schema: { params }, config: { access: 'public', hidden: true } },
    async (request, reply) =>
      html(reply, 200, stopPage(wordsFor(request), { kind: 'ask', token: request.params.token })),
  )
  app.post(
    '/weekly/stop/:token',
    {
      schema: { params },
      bodyLimit: 5_000,
      config: { access: 'public', hidden: true, anyOrigin: true, rawBody: true, mostPerAddress: 60 },
    },
    async (request, reply) => {
      const stopped = await stopWeekly(deps, request.params.token)
      return html(reply, stopped ? 200 : 404, stopPage(wordsFor(request), { kind: stopped ? 'stopped' : 'bad' }))
    },
  )
}
