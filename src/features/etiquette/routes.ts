import { z } from 'zod'
import type { Clock } from '#kernel/clock.ts'
import { parseId } from '#kernel/ids.ts'
import { type App, callerOf, type RefusalTable, refusals, replyFrom, replyRefusal } from '#platform/routes.ts'
import type { Database } from '#storage/database.ts'
import { changePolicy, type PolicyRefusal, readPolicy, readPolicyChanges } from './actions.ts'
import { assess, kithsOwn, linesOf, type Policy, type WordLanguage, wordLanguageFor } from './model.ts'
import {
  allowedIn,
  type CaseLine,
  caseLine,
  changePolicyRequest,
  contextOf,
  type ErrorLine,
  errorLine,
  policyAnswer,
  policyChanges,
  policyChangesQuery,
  type VerdictLine,
  verdictLine,
  verdictOf,
} from './wire.ts'

const tags = ['etiquette']
const nothing = z.object({})

const MOST_CASES = 1_000

/** One case, or many: each answered in its place. */
const checkBody = z.union([caseLine, z.array(caseLine).min(1).max(MOST_CASES)])
const checkAnswer = z.union([verdictLine, z.array(z.union([verdictLine, errorLine]))])

/** What the command line's `etiquette check` says, over HTTP. `Accept-Language` chooses the words. */
export function etiquetteRoutes(app: App, deps: { db: Database; clock: Clock }): void {
  policyRoutes(app, deps)
  app.post(
    '/api/v1/etiquette/check',
    {
      schema: {
        body: checkBody,
        querystring: z.object({
          policy: z.enum(['workspace', 'kith']).default('workspace').describe('kith: by Kith’s own limits'),
        }),
        response: { 200: checkAnswer, ...refusals },
        summary: 'Judge a draft, or up to 1,000, by the etiquette; nothing is stored or sent',
        tags,
      },
      config: { access: 'viewer', assistant: true },
    },
    async (request, reply) => {
      const { body } = request
      const language = wordLanguageFor([request.headers['accept-language'] ?? ''])
      const policy = request.query.policy === 'kith' ? kithsOwn : await readPolicy(deps, callerOf(request))
      if (Array.isArray(body)) return body.map(one => check(one, deps.clock.now(), language, policy))
      const answer = check(body, deps.clock.now(), language, policy)
      return 'error' in answer ? replyRefusal(reply, 400, 'bad-case', answer.error) : answer
    },
  )
}

function check(one: CaseLine, now: Date, language: WordLanguage, policy: Policy): VerdictLine | ErrorLine {
  const context = contextOf(one, now)
  if (!context.ok) return { ...(one.id !== undefined && { id: one.id }), error: context.refusal.message }
  return verdictOf(one.id, assess(one.draft, { ...context.value, policy }, language))
}

const CHANGE = {
  'admins-change': [403, 'Only an admin can change the etiquette of the team.'],
  'no-such-line': [404, 'There is no such limit or rule. GET /api/v1/etiquette/policy names what is set.'],
  'hard-rule': [409, 'This rule is law or a tool’s own terms: no workspace can change it.'],
  'bad-value': [400, 'This value doesn’t fit.'],
  'night-without-end': [400, 'Quiet hours can’t begin when they end. Choose two different hours.'],
  'nothing-changes': [409, 'This is what holds already.'],
  'reason-too-short': [400, 'Give a reason of at least 10 characters: the log keeps it.'],
} as const satisfies RefusalTable<PolicyRefusal['code']>

/** What a workspace set differently from Kith's own, and who set it. */
function policyRoutes(app: App, deps: { db: Database; clock: Clock }): void {
  app.get(
    '/api/v1/etiquette/policy',
    {
      schema: {
        response: { 200: policyAnswer, ...refusals },
        summary: 'What the team set differently from Kith’s own limits, line by line',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => ({ lines: linesOf(await readPolicy(deps, callerOf(request))) }),
  )
  app.get(
    '/api/v1/etiquette/policy/changes',
    {
      schema: {
        querystring: policyChangesQuery,
        response: { 200: policyChanges, ...refusals },
        summary: 'Who changed which limit, when and why, newest first',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => {
      const { cursor, limit } = request.query
      const [time, id] = cursor?.split('_') ?? []
      const found = await readPolicyChanges(deps, callerOf(request), placeBefore(time, id), limit + 1)
      const changes = found.slice(0, limit)
      const last = found.length > limit ? changes.at(-1) : undefined
      return {
        changes: changes.map(({ at: when, user: _user, ...change }) => ({ ...change, at: when.toISOString() })),
        ...(last && { next: `${last.at.toISOString()}_${last.id}` }),
      }
    },
  )
  app.put(
    '/api/v1/etiquette/policy/:line',
    {
      schema: {
        params: z.object({ line: z.string().max(80) }),
        body: changePolicyRequest,
        response: { 200: nothing, ...refusals },
        summary: 'Tighten or soften one limit or soft rule, with a reason',
        tags,
      },
      config: { access: 'admin' },
    },
    async (request, reply) => {
      const result = await changePolicy(deps, callerOf(request), { line: request.params.line, ...request.body })
      if (result.ok) return {}
      const { refusal } = result
      return refusal.code === 'bad-value'
        ? replyRefusal(reply, 400, refusal.code, `This value doesn’t fit. ${allowedIn(refusal.line)}`)
        : replyFrom(reply, CHANGE, refusal)
    },
  )
}

/** A place that can't be read begins at the start. */
function placeBefore(time: string | undefined, text: string | undefined): { at: Date; id: string } | undefined {
  const at = new Date(time ?? '')
  const id = text === undefined ? undefined : parseId(text)
  return id && !Number.isNaN(at.getTime()) ? { at, id } : undefined
}
