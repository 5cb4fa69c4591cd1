import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type ConnectionId, type MessageId, parseId } from '#kernel/ids.ts'
import { idOf } from '#kernel/schema.ts'
import { type App, defined, type RefusalTable, refusals, replyFrom, replyRefusal } from '#platform/routes.ts'
import type { Chat, VisitDeps, VisitRefusal } from './actions/chat.ts'
import { openDoor, readVisitorDoors } from './actions/doors.ts'
import { signInAgain, verifySiteToken } from './actions/site-sign-in.ts'
import {
  beginVisit,
  findOpenChat,
  findVisitor,
  leaveAddress,
  readChatState,
  readVisit,
  sayAsVisitor,
} from './actions/visit.ts'
import { changeAsVisitor } from './actions/visit-changes.ts'
import { chatFileRoutes } from './chat-file-routes.ts'
import { chatRoomRoutes } from './chat-room-routes.ts'
import {
  addressRequest,
  beginAnswer,
  beginRequest,
  chatMessages,
  chatState,
  doorAnswer,
  doorList,
  doorRequest,
  identityAnswer,
  identityRequest,
  sayAnswer,
  sayRequest,
  visitorChange,
} from './chat-wire.ts'
import type { TokenFault } from './model/site-token.ts'
import type { Visitor } from './store/visitors.ts'
import { viewChatFiles } from './views.ts'

const VISIT = {
  'no-such-chat': [404, 'This chat is closed. Look for another way to reach us on the page.'],
  'no-such-visitor': [401, 'This chat has ended. Open it again.'],
  blocked: [403, 'This chat is closed.'],
  'slow-down': [429, 'That is a lot at once. Wait a minute, then go on: nothing is lost.'],
  empty: [400, 'Write something first.'],
  'file-too-large': [413, 'This file is larger than 10 MB. Send a link to it instead.'],
  'no-such-file': [404, 'This file is gone.'],
  'no-such-message': [404, 'This message is gone.'],
  'too-late': [409, 'What is older than a day stays as it is.'],
  'no-consent': [400, 'Agree first: without it nothing is kept.'],
  'write-first': [409, 'Write the first message here, then go on elsewhere.'],
  'no-such-door': [404, 'Nobody can be reached there any more. Choose another way.'],
  'bad-identity': [401, 'The site’s token was refused.'],
} as const satisfies RefusalTable<VisitRefusal['code']>

/** Said to whoever builds the site: the visitor's chat goes on without a name. */
const FAULTS: Record<TokenFault, string> = {
  unreadable: 'It is no JWT with a header of alg and kid and with the claims aud, sub and exp.',
  'unknown-key': 'Its kid is none of this chat’s keys, or the key was removed.',
  'wrong-algorithm': 'Its alg must be the one of the key: HS256 or ES256, nothing else.',
  'wrong-signature': 'Its signature does not fit the key. The secret is used as it is shown, as text.',
  expired: 'Its exp has passed.',
  'too-long-lived': 'Its exp lies more than ten minutes ahead.',
  'not-yet': 'Its iat or nbf lies in the future: check the clock of the server that signs.',
  'wrong-audience': 'Its aud must be the id of this chat.',
  'no-subject': 'Its sub must name the visitor, with at most 200 letters.',
}

const ofChat = z.object({ chat: idOf<'Connection'>() })
const tags = ['chat']

/** Public, for visitors: the token they got at the beginning proves who writes, and opens nothing but their own thread. */
export function chatRoutes(app: App, deps: VisitDeps): void {
  const chatOf = (id: ConnectionId) => findOpenChat(deps, id)
  const visitOf = async (
    request: Pick<FastifyRequest, 'headers'>,
    id: ConnectionId,
    reply: FastifyReply,
  ): Promise<{ chat: Chat; visitor: Visitor } | undefined> => {
    const chat = await chatOf(id)
    const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
    const visitor = chat && token ? await findVisitor(deps, chat, token) : undefined
    if (chat && visitor) return { chat, visitor }
    replyFrom(reply, VISIT, { code: chat ? 'no-such-visitor' : 'no-such-chat' })
    return undefined
  }

  const refused = (reply: FastifyReply, refusal: VisitRefusal) =>
    refusal.code === 'bad-identity'
      ? replyRefusal(reply, 401, refusal.code, `${VISIT['bad-identity'][1]} ${FAULTS[refusal.fault]}`)
      : replyFrom(reply, VISIT, refusal)

  app.get(
    '/api/v1/chat/:chat',
    {
      schema: {
        summary: 'What the widget shows before anybody writes: who answers, how fast, when',
        params: ofChat,
        response: { 200: chatState, ...refusals },
        tags,
      },
      config: { access: 'public' },
    },
    async (request, reply) => {
      const chat = await chatOf(request.params.chat)
      return chat ? readChatState(deps, chat.workspace) : replyFrom(reply, VISIT, { code: 'no-such-chat' })
    },
  )
  app.post(
    '/api/v1/chat/:chat/visitors',
    {
      schema: {
        summary: 'A visitor opens the chat',
        params: ofChat,
        body: beginRequest,
        response: { 200: beginAnswer, ...refusals },
        tags,
      },
      // A whole office may share one address; a program that fills the inbox with visitors is stopped.
      config: { access: 'public', mostPerAddress: 30 },
    },
    async (request, reply) => {
      const chat = await chatOf(request.params.chat)
      if (!chat) return replyFrom(reply, VISIT, { code: 'no-such-chat' })
      const { consent, page, ...rest } = request.body
      const result = await beginVisit(deps, chat, {
        consentWording: consent,
        ...defined(rest),
        ...(page === undefined ? {} : { pageUrl: page }),
      })
      return result.ok ? result.value : refused(reply, result.refusal)
    },
  )
  app.post(
    '/api/v1/chat/:chat/messages',
    {
      schema: {
        summary: 'A visitor writes',
        params: ofChat,
        body: sayRequest,
        response: { 200: sayAnswer, ...refusals },
        tags,
      },
      config: { access: 'public' },
    },
    async (request, reply) => {
      const visit = await visitOf(request, request.params.chat, reply)
      if (!visit) return reply
      const { page, ...rest } = request.body
      const result = await sayAsVisitor(deps, visit.chat, visit.visitor, {
        ...rest,
        ...(page === undefined ? {} : { pageUrl: page }),
      })
      return result.ok ? result.value : refused(reply, result.refusal)
    },
  )
  app.get(
    '/api/v1/chat/:chat/messages',
    {
      schema: {
        summary: 'What a visitor and the team wrote',
        params: ofChat,
        querystring: z.object({ after: z.string().max(100).optional() }),
        response: { 200: chatMessages, ...refusals },
        tags,
      },
      config: { access: 'public' },
    },
    async (request, reply) => {
      const visit = await visitOf(request, request.params.chat, reply)
      if (!visit) return reply
      const { messages, wentOn } = await readVisit(deps, visit.chat, visit.visitor, readAfter(request.query.after))
      return {
        wentOn,
        messages: messages.map(row => ({
          id: row.id,
          key: row.key,
          mine: !row.own,
          sender: row.own ? row.sender : null,
          text: row.text,
          sentAt: row.sentAt,
          read: row.read,
          edited: row.edited && !row.gone,
          gone: row.gone,
          files: row.gone ? [] : viewChatFiles(row.files),
          reactions: [...new Set(Object.values(row.reactions ?? {}).flat())],
          given: row.reactions?.[visit.visitor.id] ?? [],
        })),
      }
    },
  )
  app.post(
    '/api/v1/chat/:chat/messages/:key',
    {
      schema: {
        params: ofChat.extend({ key: idOf<'Message'>() }),
        body: visitorChange,
        response: { 200: z.object({}), ...refusals },
        tags,
        summary: 'A visitor corrects or takes back their own message, or reacts to one of ours.',
      },
      config: { access: 'public', mostPerAddress: 120 },
    },
    async (request, reply) => {
      const visit = await visitOf(request, request.params.chat, reply)
      if (!visit) return reply
      const result = await changeAsVisitor(deps, visit.chat, visit.visitor, request.params.key, request.body)
      return result.ok ? {} : refused(reply, result.refusal)
    },
  )
  app.post(
    '/api/v1/chat/:chat/address',
    {
      schema: {
        summary: 'A visitor leaves an address to be answered at',
        params: ofChat,
        body: addressRequest,
        response: { 200: z.object({}), ...refusals },
        tags,
      },
      config: { access: 'public' },
    },
    async (request, reply) => {
      const visit = await visitOf(request, request.params.chat, reply)
      if (!visit) return reply
      const { email, name } = request.body
      await leaveAddress(deps, visit.chat, visit.visitor, { email, ...(name === undefined ? {} : { name }) })
      return {}
    },
  )
  app.get(
    '/api/v1/chat/:chat/doors',
    {
      schema: {
        summary: 'Where a visitor can go on with the same conversation',
        params: ofChat,
        response: { 200: doorList, ...refusals },
        tags,
      },
      config: { access: 'public' },
    },
    async (request, reply) => {
      const visit = await visitOf(request, request.params.chat, reply)
      return visit ? { doors: await readVisitorDoors(deps, visit.chat, visit.visitor) } : reply
    },
  )
  app.post(
    '/api/v1/chat/:chat/doors',
    {
      schema: {
        summary: 'A visitor goes on elsewhere: the link with its one-time code',
        params: ofChat,
        body: doorRequest,
        response: { 200: doorAnswer, ...refusals },
        tags,
      },
      config: { access: 'public', mostPerAddress: 60 },
    },
    async (request, reply) => {
      const visit = await visitOf(request, request.params.chat, reply)
      if (!visit) return reply
      const result = await openDoor(deps, visit.chat, visit.visitor, request.body)
      return result.ok ? result.value : refused(reply, result.refusal)
    },
  )
  identityRoutes(app, deps, chatOf, refused)
  chatRoomRoutes(app, deps, visitOf)
  chatFileRoutes(app, deps, visitOf, refused)
}

/** Who the site around the chat says this is, and where they go on when nobody answers. */
function identityRoutes(
  app: App,
  deps: VisitDeps,
  chatOf: (id: ConnectionId) => Promise<Chat | undefined>,
  refused: (reply: FastifyReply, refusal: VisitRefusal) => FastifyReply,
): void {
  app.post(
    '/api/v1/chat/:chat/identity',
    {
      schema: {
        summary: 'A website says who its visitor is, by a signed token',
        params: ofChat,
        body: identityRequest,
        response: { 200: identityAnswer, ...refusals },
        tags,
      },
      config: { access: 'public' },
    },
    async (request, reply) => {
      const chat = await chatOf(request.params.chat)
      if (!chat) return refused(reply, { code: 'no-such-chat' })
      const signed = await verifySiteToken(deps, chat, request.body.identity)
      if (!signed.ok) return refused(reply, { code: 'bad-identity', fault: signed.refusal })
      const { subject, name } = signed.value
      return { token: (await signInAgain(deps, chat, subject))?.token ?? null, name }
    },
  )
}

/** `2026-…Z_<id>` of the last message the visitor has. */
function readAfter(text: string | undefined): { sentAt: Date; id: MessageId } | undefined {
  const [time, id] = text?.split('_') ?? []
  const sentAt = new Date(time ?? '')
  const parsed = id === undefined ? undefined : parseId<'Message'>(id)
  return parsed && !Number.isNaN(sentAt.getTime()) ? { sentAt, id: parsed } : undefined
}
