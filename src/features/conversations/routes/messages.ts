import { z } from 'zod'
import type { ColleagueTouch } from '#features/relationships/index.ts'
import { type App, callerOf, defined, type RefusalTable, refusals, replyFrom, replyRefusal } from '#platform/routes.ts'
import { readContext } from '../actions/assess.ts'
import { type FillRefusal, fillGap } from '../actions/fill-gap.ts'
import { keepDraft, readMessages, sayTyping, sayWriting } from '../actions/manage.ts'
import { tellBlocked } from '../actions/note-block.ts'
import { cancelMessage, type MessageRefusal, resolveMessage, type SendRefusal, sendMessage } from '../actions/send.ts'
import { viewMessage } from '../views.ts'
import {
  blockedRequest,
  draftRequest,
  etiquetteContext,
  fillAnswer,
  messagesPage,
  messagesQuery,
  messageView,
  sendRequest,
} from '../wire.ts'
import { changeRoutes } from './changes.ts'
import { fileRoutes } from './files.ts'
import { byId, type ConversationsDeps, MANAGE, nothing, parsedId, placeOf, readPlace, server, tags } from './shared.ts'
import { TEMPLATES } from './templates.ts'

const SEND = {
  ...TEMPLATES,
  'by-hand': [409, 'This goes by hand: copy it, open the page and say when it is sent.'],
  'no-such-conversation': [404, 'This conversation is gone.'],
  empty: [400, 'Write something first.'],
  unfilled: [400, 'A variable still stands in the text. Fill it in first.'],
  'too-long': [400, 'This is too long to send. Split it.'],
  'id-taken': [409, 'Another message has this id. Make a new one and send again.'],
  'thread-moved': [409, 'Someone wrote here meanwhile. Your draft is kept: read, then send.'],
  'colleague-wrote': [409, 'A colleague wrote to them lately. Your draft is kept: see who, then send.'],
  'not-yet': [422, 'Not yet: see the reasons.'],
  'may-not-override': [403, 'This can only be sent by an admin with a reason, or not at all.'],
  'viewers-read': [403, 'You can see this; ask an admin for the role of a recruiter to write.'],
  'file-gone': [409, 'A file of this message is gone. Put it there again and send.'],
  'no-files': [409, 'This network takes no files here. Send a link instead.'],
  'file-too-large': [413, 'A file is larger than the network takes.'],
  'file-type': [415, 'The network does not take files of this kind.'],
  'empty-file': [400, 'A file is empty.'],
  'too-many-files': [409, 'This network takes fewer files with one message. Send them one by one.'],
} as const satisfies RefusalTable<SendRefusal['code']>

const MESSAGE = {
  'no-such-message': [404, 'This message is gone.'],
  'already-sent': [409, 'It has left already and can’t be taken back.'],
  'not-waiting': [409, 'This message is settled.'],
} as const satisfies RefusalTable<MessageRefusal['code']>

const FILL = {
  'no-such-gap': [404, 'This gap is filled already.'],
  'viewers-read': [403, 'You can see this; a recruiter can have it filled.'],
  'no-history': [409, 'This network keeps no history that Kith could ask for.'],
  'not-connected': [409, 'The connection is not there now. Try again when it is back.'],
} as const satisfies RefusalTable<FillRefusal['code']>

const viewColleague = ({ touch, user, name, kind, tool, at }: ColleagueTouch) => ({
  touch,
  user,
  name,
  kind,
  tool,
  at: at.toISOString(),
})

export function messageRoutes(app: App, deps: ConversationsDeps): void {
  for (const owner of ['conversation', 'person'] as const)
    app.get(
      owner === 'conversation' ? '/api/v1/conversations/:id/messages' : '/api/v1/people/:id/messages',
      {
        schema: {
          summary:
            owner === 'conversation'
              ? 'Messages of one conversation, latest first'
              : 'Messages with a person over all tools in one thread, latest first',
          params: byId<'Conversation' | 'Person'>(),
          querystring: messagesQuery,
          response: { 200: messagesPage, ...refusals },
          tags,
        },
        config: { access: 'viewer' },
      },
      async request => {
        const { cursor, limit } = request.query
        const place = readPlace<'Message'>(cursor)
        const { id } = request.params
        const which =
          owner === 'conversation' ? { conversation: parsedId<'Conversation'>(id) } : { person: parsedId<'Person'>(id) }
        const before = place && { sentAt: place.at, id: place.id }
        const { messages, tools, abilities, quoted, changes } = await readMessages(
          deps,
          callerOf(request),
          which,
          before,
          limit,
        )
        const last = messages.length === limit ? messages.at(-1) : undefined
        return {
          messages: messages.map(row =>
            viewMessage(row, tools.get(row.conversation) ?? 'xmpp', {
              quoted: row.replyTo ? quoted.get(row.replyTo) : undefined,
              change: changes.get(row.id),
            }),
          ),
          next: last ? placeOf(last.sentAt, last.id) : null,
          abilities: Object.fromEntries(abilities),
        }
      },
    )
  app.post(
    '/api/v1/conversations/:id/blocked',
    {
      schema: {
        summary:
          'Tell that Send was pressed on a draft that may not go; judged again, and only the rules are kept, for the reports',
        params: byId<'Conversation'>(),
        body: blockedRequest,
        response: { 200: z.object({}), ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) =>
      (await tellBlocked(deps, callerOf(request), request.params.id, request.body))
        ? {}
        : replyRefusal(reply, 404, 'no-such-conversation', 'This conversation is gone.'),
  )
  app.post(
    '/api/v1/conversations/:id/messages',
    {
      schema: {
        summary: 'Send a message; judged by the etiquette first, and sent once whatever happens',
        params: byId<'Conversation'>(),
        body: sendRequest,
        response: { 200: messageView, '4xx': z.unknown(), ...server },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await sendMessage(deps, callerOf(request), request.params.id, defined(request.body))
      if (result.ok) return viewMessage(result.value.row, result.value.tool)
      const [status, message] = SEND[result.refusal.code]
      const { refusal } = result
      const verdict = 'verdict' in refusal ? { assessment: refusal.verdict } : {}
      const by = refusal.code === 'colleague-wrote' ? { colleague: viewColleague(refusal.by) } : {}
      return reply.code(status).send({ error: { code: refusal.code, message }, ...verdict, ...by })
    },
  )
  fileRoutes(app, deps)
  changeRoutes(app, deps)
  app.delete(
    '/api/v1/messages/:id',
    {
      schema: {
        summary: 'Take back a message that has not left',
        params: byId<'Message'>(),
        response: { 200: z.object({ text: z.string() }), ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await cancelMessage(deps, callerOf(request), request.params.id)
      return result.ok ? result.value : replyFrom(reply, MESSAGE, result.refusal)
    },
  )
  app.post(
    '/api/v1/messages/:id/resolve',
    {
      schema: {
        summary: 'Settle a message of which nobody knows whether it arrived: send again, or leave it',
        params: byId<'Message'>(),
        body: z.object({ decision: z.enum(['send-again', 'arrived', 'give-up']) }),
        response: { 200: nothing, ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await resolveMessage(deps, callerOf(request), request.params.id, request.body.decision)
      return result.ok ? {} : replyFrom(reply, MESSAGE, result.refusal)
    },
  )
  app.post(
    '/api/v1/messages/:id/fill',
    {
      schema: {
        summary: 'Ask the network for the messages of a gap',
        params: byId<'Message'>(),
        response: { 200: fillAnswer, ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await fillGap(deps, callerOf(request), request.params.id)
      return result.ok ? result.value : replyFrom(reply, FILL, result.refusal)
    },
  )
  app.put(
    '/api/v1/conversations/:id/draft',
    {
      schema: {
        summary: 'Keep the draft of the composer; nothing is sent',
        params: byId<'Conversation'>(),
        body: draftRequest,
        response: { 200: nothing, ...refusals },
        tags,
      },
      config: { access: 'recruiter', assistant: true },
    },
    async request => {
      await keepDraft(deps, callerOf(request), request.params.id, request.body.text)
      return {}
    },
  )
  app.post(
    '/api/v1/conversations/:id/typing',
    {
      schema: {
        summary: 'Tell the other side that you write, where the network has it',
        params: byId<'Conversation'>(),
        body: z.object({ on: z.boolean() }),
        response: { 200: nothing, ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async request => {
      await sayTyping(deps, callerOf(request), request.params.id, request.body.on)
      return {}
    },
  )
  app.post(
    '/api/v1/conversations/:id/writing',
    {
      schema: {
        params: byId<'Conversation'>(),
        body: z.object({ on: z.boolean() }),
        response: { 200: nothing, ...refusals },
        tags,
        summary: 'Tells colleagues that the composer of this thread is in use; the other side hears nothing.',
      },
      config: { access: 'recruiter' },
    },
    async request => {
      await sayWriting(deps, callerOf(request), request.params.id, request.body.on)
      return {}
    },
  )
  app.get(
    '/api/v1/conversations/:id/context',
    {
      schema: {
        summary: 'What the etiquette judges a draft of this conversation by',
        params: byId<'Conversation'>(),
        response: { 200: etiquetteContext, ...refusals },
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const context = await readContext(deps, callerOf(request), request.params.id)
      return context ? { context } : replyFrom(reply, MANAGE, { code: 'no-such-conversation' })
    },
  )
}
