import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Result } from '#kernel/result.ts'
import { type App, callerOf, defined, type RefusalTable, refusals, replyFrom, replyRefusal } from '#platform/routes.ts'
import type { BroadcastsDeps } from './actions/deps.ts'
import {
  changeIssue,
  createIssue,
  type IssueRefusal,
  pauseIssue,
  previewIssue,
  readIssue,
  removeIssue,
  resumeIssue,
  scheduleIssue,
  sendTest,
  sendUnknownAgain,
} from './actions/issues.ts'
import type { Issue } from './store/issues.ts'
import {
  changeIssueRequest,
  createdIssue,
  createIssueRequest,
  type IssueRowWire,
  issuePage,
  issueParams,
  listParams,
  previewAnswer,
  sendRequest,
  testRequest,
} from './wire.ts'

const STATUS = {
  'no-such-issue': [404, 'This issue is gone.'],
  'no-such-list': [404, 'This list is gone.'],
  'not-a-draft': [409, 'This issue is planned or sent. Take it back to a draft first.'],
  'no-settings': [409, 'There is no way out for list mail yet: fill in Settings, List mail.'],
  'nothing-written': [400, 'Write a subject and a text first.'],
  nobody: [409, 'Nobody would get this. Choose other readers, or wait for the first yes.'],
  'too-early': [400, 'This time has passed.'],
  'cannot-now': [409, 'This is not possible as the issue stands now.'],
  'no-email': [400, 'This is no e-mail address.'],
  blocked: [409, 'The etiquette rules hold this back.'],
  'not-taken': [422, 'The mail server did not take it.'],
} as const satisfies RefusalTable<IssueRefusal['code']>

const tags = ['lists']
const nothing = z.object({})

export const viewIssue = (issue: Issue): IssueRowWire => {
  const { id, subject, state, pausedWhy, sendAt, startedAt, finishedAt, updatedAt } = issue
  const text = (at: Date | null) => at?.toISOString() ?? null
  return {
    id,
    subject,
    state,
    pausedWhy,
    sendAt: text(sendAt),
    startedAt: text(startedAt),
    finishedAt: text(finishedAt),
    updatedAt: updatedAt.toISOString(),
  }
}

function refuse(reply: FastifyReply, refusal: IssueRefusal): FastifyReply {
  if (refusal.code !== 'not-taken') return replyFrom(reply, STATUS, refusal)
  return replyRefusal(reply, 422, refusal.code, `${STATUS['not-taken'][1]} ${refusal.text.slice(0, 300)}`)
}

const answer = (reply: FastifyReply, result: Result<void, IssueRefusal>) =>
  result.ok ? {} : refuse(reply, result.refusal)

export function issueRoutes(app: App, deps: BroadcastsDeps): void {
  app.post(
    '/api/v1/lists/:id/issues',
    {
      schema: {
        summary: 'Begin an issue',
        params: listParams,
        body: createIssueRequest,
        response: { 201: createdIssue, ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await createIssue(deps, callerOf(request), request.params.id, request.body.subject)
      return result.ok ? reply.code(201).send({ id: result.value }) : refuse(reply, result.refusal)
    },
  )
  app.get(
    '/api/v1/issues/:id',
    {
      schema: {
        summary: 'One issue: text, segment, schedule, report',
        params: issueParams,
        response: { 200: issuePage, ...refusals },
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const result = await readIssue(deps, callerOf(request), request.params.id)
      if (!result.ok) return refuse(reply, result.refusal)
      const { issue, ...rest } = result.value
      const segment = {
        ...issue.segment,
        ...(issue.segment.interests ? { interests: [...issue.segment.interests] } : {}),
      }
      return {
        ...rest,
        issue: {
          ...viewIssue(issue),
          list: issue.list,
          preheader: issue.preheader,
          body: issue.body,
          // Checked when it was written.
          segment: segment as z.infer<typeof issuePage>['issue']['segment'],
        },
      }
    },
  )
  app.patch(
    '/api/v1/issues/:id',
    {
      schema: {
        summary: 'Change a draft of an issue',
        params: issueParams,
        body: changeIssueRequest,
        response: { 200: nothing, ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { segment, ...rest } = defined(request.body)
      const change = { ...rest, ...(segment ? { segment: defined(segment) } : {}) }
      return answer(reply, await changeIssue(deps, callerOf(request), request.params.id, change))
    },
  )
  app.delete(
    '/api/v1/issues/:id',
    {
      schema: {
        summary: 'Throw a draft of an issue away',
        params: issueParams,
        response: { 200: nothing, ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => answer(reply, await removeIssue(deps, callerOf(request), request.params.id)),
  )
  app.get(
    '/api/v1/issues/:id/preview',
    {
      schema: {
        summary: 'An issue as its readers get it',
        params: issueParams,
        response: { 200: previewAnswer, ...refusals },
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const result = await previewIssue(deps, callerOf(request), request.params.id)
      return result.ok ? result.value : refuse(reply, result.refusal)
    },
  )
  app.post(
    '/api/v1/issues/:id/test',
    {
      schema: {
        summary: 'Send an issue to yourself',
        params: issueParams,
        body: testRequest,
        response: { 200: nothing, ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) =>
      answer(reply, await sendTest(deps, callerOf(request), request.params.id, request.body.to)),
  )
  app.post(
    '/api/v1/issues/:id/send',
    {
      schema: {
        params: issueParams,
        body: sendRequest,
        response: { 200: nothing, ...refusals },
        summary: 'To everyone of its readers, now or at a time',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const at = request.body.at === undefined ? undefined : new Date(request.body.at)
      return answer(reply, await scheduleIssue(deps, callerOf(request), request.params.id, at))
    },
  )
  const acts = [
    ['pause', pauseIssue, 'Stop sending after the mails in hand'],
    ['resume', resumeIssue, 'Go on sending where it stopped'],
    ['send-unknown-again', sendUnknownAgain, 'Send once more to those of whom nobody knows whether it arrived'],
  ] as const
  for (const [name, act, summary] of acts)
    app.post(
      `/api/v1/issues/:id/${name}`,
      {
        schema: { summary, params: issueParams, response: { 200: nothing, ...refusals }, tags },
        config: { access: 'recruiter' },
      },
      async (request, reply) => answer(reply, await act(deps, callerOf(request), request.params.id)),
    )
}

/** A mail brings its own styles and nothing else: no script, nothing fetched, no address of ours to act on. */
const framePolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox"

/** The mail in a frame of the editor; dark or light as asked for, whatever the browser's own look is. */
export function issuePreviewRoute(app: App, deps: BroadcastsDeps): void {
  app.get(
    '/preview/issue/:id',
    {
      schema: { params: issueParams, querystring: z.object({ look: z.enum(['light', 'dark']).default('light') }) },
      config: { access: 'viewer', hidden: true, frameable: 'self' },
    },
    async (request, reply) => {
      const result = await previewIssue(deps, callerOf(request), request.params.id)
      if (!result.ok) return refuse(reply, result.refusal)
      const media = request.query.look === 'dark' ? 'all' : 'not all'
      return reply
        .type('text/html; charset=utf-8')
        .header('content-security-policy', framePolicy)
        .header('cache-control', 'no-store')
        .send(result.value.html.replaceAll('(prefers-color-scheme: dark)', media))
    },
  )
}
