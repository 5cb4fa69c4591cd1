import { type App, callerOf, type RefusalTable, refusals, replyFrom } from '#platform/routes.ts'
import { type ConsentRefusal, recordConsent } from '../actions/consent.ts'
import { type FillRefusal, readTemplates } from '../actions/templates.ts'
import { consentRequest, templateList } from '../wire.ts'
import { byId, type ConversationsDeps, nothing, tags } from './shared.ts'

export const TEMPLATES = {
  'no-such-conversation': [404, 'This conversation is gone.'],
  'not-connected': [409, 'The connection is not there now. Try again when it is back.'],
  'no-templates': [409, 'This network has no templates.'],
  'templates-unread': [502, 'The network could not be asked for its templates. Try again in a moment.'],
  'no-such-template': [409, 'This template is not approved any more. Choose another one.'],
  'slot-empty': [400, 'Something is missing in the template. Fill in every slot.'],
} as const satisfies RefusalTable<FillRefusal['code']>

const CONSENT = {
  'no-such-conversation': [404, 'This conversation is gone.'],
  'no-person': [409, 'Say first who this is: a consent is a person’s.'],
  'not-given-yet': [400, 'The time of their yes lies ahead. Enter when they said it.'],
  'viewers-read': [403, 'You can see this; ask an admin for the role of a recruiter to change it.'],
} as const satisfies RefusalTable<ConsentRefusal['code']>

export function templateRoutes(app: App, deps: ConversationsDeps): void {
  app.get(
    '/api/v1/conversations/:id/templates',
    {
      schema: {
        params: byId<'Conversation'>(),
        response: { 200: templateList, ...refusals },
        tags,
        summary: 'Texts that the network has approved for this connection; asked for anew when some minutes old.',
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await readTemplates(deps, callerOf(request), request.params.id)
      return result.ok
        ? { templates: result.value.map(each => ({ ...each, slots: [...each.slots] })) }
        : replyFrom(reply, TEMPLATES, result.refusal)
    },
  )
  app.post(
    '/api/v1/conversations/:id/consent',
    {
      schema: {
        params: byId<'Conversation'>(),
        body: consentRequest,
        response: { 200: nothing, ...refusals },
        tags,
        summary: 'They agreed elsewhere to be written to here: in which words, where and when.',
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { givenAt, ...rest } = request.body
      const input = { ...rest, givenAt: new Date(givenAt) }
      const result = await recordConsent(deps, callerOf(request), request.params.id, input)
      return result.ok ? {} : replyFrom(reply, CONSENT, result.refusal)
    },
  )
}
