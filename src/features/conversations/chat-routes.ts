import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type ConnectionId, type MessageId, parseId } from '#kernel/ids.ts'
import { idOf } from '#kernel/schema.ts'
import { type App, defined, type RefusalTable, refusals, replyFrom } from '#platform/routes.ts'
import {
  beginVisit,
  type Chat,
  findOpenChat,
  findVisitor,
  leaveAddress,
  readChatState,
  readVisit,
  sayAsVisitor,
  type VisitDeps,
  type VisitRefusal,
} from './actions/visit.ts'
import {
  addressRequest,
  beginAnswer,
  beginRequest,
  chatMessages,
  chatState,
  sayAnswer,
  sayRequest,
} from './chat-wire.ts'
import type { Visitor } from './store/visitors.ts'

const VISIT = {
  'no-such-chat': [404, 'This chat is closed. Look for another way to reach us on the page.'],
  'no-such-visitor': [401, 'This chat has ended. Open it again.'],
  blocked: [403, 'This chat is closed.'],
  'slow-down': [429, 'That is a lot at once. Wait a minute, then go on: nothing is lost.'],
  empty: [400, 'Write something first.'],
  'no-consent': [400, 'Agree first: without it nothing is kept.'],
} as const satisfies RefusalTable<VisitRefusal['code']>

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

  app.get(
    '/api/v1/chat/:chat',
    { schema: { params: ofChat, response: { 200: chatState, ...refusals }, tags }, config: { access: 'public' } },
    async (request, reply) => {
      const chat = await chatOf(request.params.chat)
      return chat ? readChatState(deps, chat.workspace) : replyFrom(reply, VISIT, { code: 'no-such-chat' })
    },
  )
  app.post(
    '/api/v1/chat/:chat/visitors',
    {
      schema: { params: ofChat, body: beginRequest, response: { 200: beginAnswer, ...refusals }, tags },
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
      return result.ok ? result.value : replyFrom(reply, VISIT, result.refusal)
    },
  )
  app.post(
    '/api/v1/chat/:chat/messages',
    {
      schema: { params: ofChat, body: sayRequest, response: { 200: sayAnswer, ...refusals }, tags },
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
      return result.ok ? result.value : replyFrom(reply, VISIT, result.refusal)
    },
  )
  app.get(
    '/api/v1/chat/:chat/messages',
    {
      schema: {
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
      const messages = await readVisit(deps, visit.chat, visit.visitor, readAfter(request.query.after))
      return {
        messages: messages.map(row => ({
          id: row.id,
          key: row.key,
          mine: !row.own,
          sender: row.own ? row.sender : null,
          text: row.text,
          sentAt: row.sentAt,
          read: row.read,
        })),
      }
    },
  )
  app.post(
    '/api/v1/chat/:chat/address',
    {
      schema: { params: ofChat, body: addressRequest, response: { 200: z.object({}), ...refusals }, tags },
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
}

/** `2026-…Z_<id>` of the last message the visitor has. */
function readAfter(text: string | undefined): { sentAt: Date; id: MessageId } | undefined {
  const [time, id] = text?.split('_') ?? []
  const sentAt = new Date(time ?? '')
  const parsed = id === undefined ? undefined : parseId<'Message'>(id)
  return parsed && !Number.isNaN(sentAt.getTime()) ? { sentAt, id: parsed } : undefined
}
