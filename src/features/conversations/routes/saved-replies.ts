import { type App, callerOf, defined, type RefusalTable, refusals, replyFrom } from '#platform/routes.ts'
import {
  addSavedReply,
  changeSavedReply,
  fillSavedReply,
  readSavedReplies,
  type SavedReplyRefusal,
} from '../actions/saved-replies.ts'
import { viewSavedReply } from '../views/organise.ts'
import {
  addSavedReplyRequest,
  changeSavedReplyRequest,
  fillReplyAnswer,
  fillReplyRequest,
  savedReplyList,
} from '../wire.ts'
import { byId, type ConversationsDeps, nothing, tags } from './shared.ts'

const REPLY = {
  'no-such-reply': [404, 'This saved reply is gone.'],
  'no-such-conversation': [404, 'This conversation is gone.'],
  'name-taken': [409, 'Another saved reply has this name.'],
  'viewers-read': [403, 'You can see saved replies; a recruiter can change them.'],
} as const satisfies RefusalTable<SavedReplyRefusal['code']>

export function savedReplyRoutes(app: App, deps: ConversationsDeps): void {
  app.get(
    '/api/v1/saved-replies',
    {
      schema: { summary: 'Saved replies', response: { 200: savedReplyList, ...refusals }, tags },
      config: { access: 'viewer' },
    },
    async request => ({ replies: (await readSavedReplies(deps, callerOf(request))).map(viewSavedReply) }),
  )
  app.post(
    '/api/v1/saved-replies',
    {
      schema: {
        summary: 'Keep a reply for again',
        body: addSavedReplyRequest,
        response: { 200: byId<'SavedReply'>(), ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { name, text, variants } = request.body
      const result = await addSavedReply(deps, callerOf(request), { name, text, variants: defined(variants) })
      return result.ok ? { id: result.value } : replyFrom(reply, REPLY, result.refusal)
    },
  )
  app.patch(
    '/api/v1/saved-replies/:id',
    {
      schema: {
        summary: 'Change or remove a saved reply',
        params: byId<'SavedReply'>(),
        body: changeSavedReplyRequest,
        response: { 200: nothing, ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { variants, ...rest } = request.body
      const result = await changeSavedReply(deps, callerOf(request), request.params.id, {
        ...defined(rest),
        ...(variants === undefined ? {} : { variants: defined(variants) }),
      })
      return result.ok ? {} : replyFrom(reply, REPLY, result.refusal)
    },
  )
  app.post(
    '/api/v1/saved-replies/:id/fill',
    {
      schema: {
        params: byId<'SavedReply'>(),
        body: fillReplyRequest,
        response: { 200: fillReplyAnswer, ...refusals },
        tags,
        summary: 'The text for one conversation: its tool’s variant, filled in; `missing` is to be asked for.',
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await fillSavedReply(deps, callerOf(request), request.params.id, request.body)
      return result.ok
        ? { text: result.value.text, missing: [...result.value.missing] }
        : replyFrom(reply, REPLY, result.refusal)
    },
  )
}
