import { z } from 'zod'
import { type App, callerOf, type RefusalTable, refusals, replyFrom } from '#platform/routes.ts'
import { lookNow, readModel } from './actions/look.ts'
import { decidePair, listReview, type ReviewDeps, type ReviewRefusal, reopenPair } from './actions/review.ts'
import { learned, pairDecided, pairDecision, pairKey, reviewPage, reviewQuery } from './wire.ts'

const answers: RefusalTable<ReviewRefusal['code']> = {
  'no-such-pair': [404, 'This pair is not in the review. One of the two may have been erased.'],
  'one-already': [409, 'These two are one person already.'],
  'decided-already': [409, 'Somebody decided this pair before you.'],
  'not-decided': [409, 'This pair is not decided, so there is nothing to take back.'],
  'reason-needed': [422, 'Something strong speaks against this. Say why they are one person all the same.'],
  'which-survivor': [422, 'Say which of the two stays.'],
}
const tags = ['review']

export function reviewRoutes(app: App, deps: ReviewDeps): void {
  app.get(
    '/api/v1/review',
    {
      schema: {
        querystring: reviewQuery,
        response: { 200: reviewPage, ...refusals },
        summary: 'Pairs of people that may be one, likeliest first',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => {
      const { pairs, total } = await listReview(deps, callerOf(request), request.query.limit)
      return { total, pairs: pairs.map(({ left_id: left, right_id: right, ...pair }) => ({ left, right, ...pair })) }
    },
  )
  app.post(
    '/api/v1/review/decisions',
    {
      schema: {
        body: pairDecision,
        response: { 200: pairDecided, ...refusals },
        summary: 'Decide whether two are one person: same, different or later',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const decided = await decidePair(deps, callerOf(request), request.body)
      return decided.ok ? pairDecided.parse(decided.value) : replyFrom(reply, answers, decided.refusal)
    },
  )
  app.delete(
    '/api/v1/review/decisions',
    {
      schema: {
        querystring: pairKey,
        response: { 204: z.null(), ...refusals },
        summary: 'Take "different" or "later" back: the pair is asked again',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const opened = await reopenPair(deps, callerOf(request), request.query)
      return opened.ok ? reply.code(204).send(null) : replyFrom(reply, answers, opened.refusal)
    },
  )
  app.get(
    '/api/v1/review/learned',
    {
      schema: {
        response: { 200: learned, ...refusals },
        summary: 'When everyone was last looked through for doubles, and what each agreement weighs here',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => {
      const model = await readModel(deps, callerOf(request))
      return {
        model: model
          ? {
              learnedAt: model.learned_at.toISOString(),
              people: model.people,
              comparedPairs: model.compared_pairs,
              proposedPairs: model.proposed_pairs,
              prior: model.prior,
              facts: [...model.facts.map(each => ({ ...each, degrees: [...each.degrees] }))],
            }
          : null,
      }
    },
  )
  app.post(
    '/api/v1/review/look',
    {
      schema: {
        response: { 204: z.null(), ...refusals },
        summary: 'Look through everyone for pairs that may be one person; they are proposed when it is done',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      await lookNow(deps, callerOf(request))
      return reply.code(204).send(null)
    },
  )
}
