import { type App, callerOf, defined, type RefusalTable, refusals, replyFrom } from '#platform/routes.ts'
import { type AskRefusal, answerQuestion, askAdmin, readOpenQuestions, readQuestions } from '../actions/ask.ts'
import { type AskByHandRefusal, askByHand, readQuestionsByHand } from '../actions/ask-by-hand.ts'
import { viewQuestion } from '../views.ts'
import {
  answerQuestionRequest,
  askedByHand,
  askedByHandQuery,
  askRequest,
  handOffCheck,
  questionList,
} from '../wire.ts'
import { byId, type ConversationsDeps, nothing, tags } from './shared.ts'

const ASK = {
  'no-such-conversation': [404, 'This conversation is gone.'],
  'no-such-question': [404, 'This question is gone; it may have been asked anew.'],
  'viewers-read': [403, 'You can see this; ask an admin for the role of a recruiter to write.'],
  'nothing-blocked': [409, 'Nothing holds this back. Press Send.'],
  never: [409, 'Nobody can allow this one: see the reason.'],
  'admins-answer': [403, 'Only an admin can answer this.'],
  'answered-already': [409, 'A colleague has answered this already.'],
  'reason-too-short': [400, 'Give a reason of at least 10 characters: it is kept in the audit log.'],
} as const satisfies RefusalTable<AskRefusal['code']>

const ASK_BY_HAND = {
  ...ASK,
  'no-profile-there': [409, 'Add their profile on this tool first, so that Kith knows where this would go.'],
} as const satisfies RefusalTable<AskByHandRefusal['code']>

/** A text that the etiquette holds back is put before the admins. */
export function questionRoutes(app: App, deps: ConversationsDeps): void {
  app.get(
    '/api/v1/conversations/:id/questions',
    {
      schema: {
        summary: 'Questions to an admin about drafts of this conversation',
        params: byId<'Conversation'>(),
        response: { 200: questionList, ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async request => ({
      questions: (await readQuestions(deps, callerOf(request), request.params.id)).map(viewQuestion),
    }),
  )
  app.post(
    '/api/v1/conversations/:id/questions',
    {
      schema: {
        summary: 'Ask an admin to let a draft pass a soft rule',
        params: byId<'Conversation'>(),
        body: askRequest,
        response: { 200: byId<'Override'>(), ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await askAdmin(deps, callerOf(request), request.params.id, request.body)
      return result.ok ? { id: result.value } : replyFrom(reply, ASK, result.refusal)
    },
  )
  app.get(
    '/api/v1/hand-offs/questions',
    {
      schema: {
        summary: 'Your questions to an admin about texts that go by hand to this person',
        querystring: askedByHandQuery,
        response: { 200: questionList, ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async request => ({
      questions: (await readQuestionsByHand(deps, callerOf(request), request.query)).map(viewQuestion),
    }),
  )
  app.post(
    '/api/v1/hand-offs/questions',
    {
      schema: {
        summary: 'Ask an admin to let a text by hand pass a soft rule; its conversation is made when there is none',
        body: handOffCheck,
        response: { 200: askedByHand, ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await askByHand(deps, callerOf(request), defined(request.body))
      return result.ok ? result.value : replyFrom(reply, ASK_BY_HAND, result.refusal)
    },
  )
  app.get(
    '/api/v1/questions',
    {
      schema: { summary: 'Questions that wait for an admin', response: { 200: questionList, ...refusals }, tags },
      config: { access: 'admin' },
    },
    async request => ({ questions: (await readOpenQuestions(deps, callerOf(request))).map(viewQuestion) }),
  )
  app.post(
    '/api/v1/questions/:id/answer',
    {
      schema: {
        summary: 'Answer whether a draft may pass, with a reason',
        params: byId<'Override'>(),
        body: answerQuestionRequest,
        response: { 200: nothing, ...refusals },
        tags,
      },
      config: { access: 'admin' },
    },
    async (request, reply) => {
      const result = await answerQuestion(deps, callerOf(request), request.params.id, request.body)
      return result.ok ? {} : replyFrom(reply, ASK, result.refusal)
    },
  )
}
