import { type AssistantDeps, replySuggest } from '#features/assistant/index.ts'
import { suggestion, suggestionRequest } from '#features/assistant/wire.ts'
import { wordLanguageFor } from '#features/etiquette/model.ts'
import { type App, callerOf, refusals, replyRefusal } from '#platform/routes.ts'
import { type SuggestingRefusal, suggestFor } from '../actions/suggest.ts'
import { byId, tags } from './shared.ts'

const OWN = {
  'no-such-conversation': [404, 'This conversation is gone.'],
  'viewers-read': [403, 'You can see this; ask an admin for the role of a recruiter to write.'],
  'nothing-read': [409, 'The assistant writes from what you read. Read something of theirs first.'],
  'not-to-one': [409, 'The assistant drafts messages to one person, not to rooms or the public.'],
} as const

export function suggestionRoutes(app: App, deps: AssistantDeps): void {
  app.post(
    '/api/v1/conversations/:id/suggestion',
    {
      schema: {
        params: byId<'Conversation'>(),
        body: suggestionRequest,
        response: { 200: suggestion, ...refusals },
        summary: 'A draft from what you read of this person; it is never sent by itself',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const language = wordLanguageFor([request.headers['accept-language'] ?? ''])
      const result = await suggestFor(deps, callerOf(request), request.params.id, { ...request.body, language })
      return result.ok ? result.value : answer(reply, result.refusal)
    },
  )
}

function answer(reply: Parameters<typeof replyRefusal>[0], refusal: SuggestingRefusal) {
  switch (refusal.code) {
    case 'no-such-conversation':
    case 'viewers-read':
    case 'nothing-read':
    case 'not-to-one':
      return replyRefusal(reply, OWN[refusal.code][0], refusal.code, OWN[refusal.code][1])
    case 'may-not-write':
      return replyRefusal(reply, 422, refusal.code, refusal.assessment.reasons[0]?.message ?? 'Not now.')
    default:
      return replySuggest(reply, refusal)
  }
}
