import { z } from 'zod'
import { type Id, parseId } from '#kernel/ids.ts'
import { idOf } from '#kernel/schema.ts'
import { type App, callerOf, defined, type RefusalTable, refusals, replyFrom } from '#platform/routes.ts'
import { readContext } from './actions/assess.ts'
import {
  addConnection,
  type ConnectDeps,
  type ConnectRefusal,
  changeConnection,
  removeConnection,
  testConnection,
} from './actions/connect.ts'
import { readConnections } from './actions/connections.ts'
import {
  attachPerson,
  changeConversation,
  keepDraft,
  type ManageDeps,
  type ManageRefusal,
  markRead,
  openConversation,
  readConversation,
  readInbox,
  readMessages,
  readOfPerson,
  readPresence,
  sayTyping,
} from './actions/manage.ts'
import {
  cancelMessage,
  type MessageRefusal,
  resolveMessage,
  type SendDeps,
  type SendRefusal,
  sendMessage,
} from './actions/send.ts'
import { viewConnection, viewConversation, viewMessage } from './views.ts'
import {
  attachRequest,
  changeConnectionRequest,
  changeConversationRequest,
  connectionList,
  connectorList,
  connectRequest,
  conversationDetail,
  conversationView,
  draftRequest,
  etiquetteContext,
  inboxPage,
  inboxQuery,
  messagesPage,
  messagesQuery,
  messageView,
  openRequest,
  presenceList,
  sendRequest,
  testAnswer,
  testRequest,
} from './wire.ts'

export type ConversationsDeps = ConnectDeps & ManageDeps & SendDeps

const CONNECT = {
  'no-such-connection': [404, 'This connection is gone.'],
  'no-such-tool': [400, 'Kith has no connector for this tool.'],
  'field-missing': [400, 'Fill in every field that is asked for.'],
  'not-yours': [403, 'Only its owner or an admin can change this connection.'],
} as const satisfies RefusalTable<ConnectRefusal['code']>

const MANAGE = {
  'no-such-conversation': [404, 'This conversation is gone.'],
  'no-such-connection': [404, 'This connection is gone.'],
  'no-such-person': [404, 'This person is gone.'],
  'no-address': [400, 'This is no address on that network. It looks like ana@example.org.'],
  'viewers-read': [403, 'You can see this; ask an admin for the role of a recruiter to change it.'],
  'a-room': [409, 'A room is not one person.'],
} as const satisfies RefusalTable<ManageRefusal['code']>

const SEND = {
  'no-such-conversation': [404, 'This conversation is gone.'],
  empty: [400, 'Write something first.'],
  'too-long': [400, 'This is too long to send. Split it.'],
  'id-taken': [409, 'Another message has this id. Make a new one and send again.'],
  'thread-moved': [409, 'Someone wrote here meanwhile. Your draft is kept: read, then send.'],
  'not-yet': [422, 'Not yet: see the reasons.'],
  'may-not-override': [403, 'This can only be sent by an admin with a reason, or not at all.'],
  'viewers-read': [403, 'You can see this; ask an admin for the role of a recruiter to write.'],
} as const satisfies RefusalTable<SendRefusal['code']>

const MESSAGE = {
  'no-such-message': [404, 'This message is gone.'],
  'already-sent': [409, 'It has left already and can’t be taken back.'],
  'not-waiting': [409, 'This message is settled.'],
} as const satisfies RefusalTable<MessageRefusal['code']>

const byId = <Kind extends string>() => z.object({ id: idOf<Kind>() })
const nothing = z.object({})
const tags = ['conversations']

export function conversationsRoutes(app: App, deps: ConversationsDeps): void {
  connectionRoutes(app, deps)
  inboxRoutes(app, deps)
  messageRoutes(app, deps)
}

function connectionRoutes(app: App, deps: ConversationsDeps): void {
  app.get(
    '/api/v1/connectors',
    { schema: { response: { 200: connectorList, ...refusals }, tags }, config: { access: 'viewer' } },
    async () => ({
      connectors: (await deps.connectors())
        .filter(({ manifest }) => manifest.fields.length > 0)
        .map(({ manifest }) => ({
          tool: manifest.tool,
          label: manifest.label,
          link: manifest.policy.link,
          fields: [...manifest.fields],
        })),
    }),
  )
  app.get(
    '/api/v1/connections',
    { schema: { response: { 200: connectionList, ...refusals }, tags }, config: { access: 'viewer' } },
    async request => {
      const caller = callerOf(request)
      return { connections: (await readConnections(deps, caller)).map(row => viewConnection(row, caller.user)) }
    },
  )
  app.post(
    '/api/v1/connections',
    {
      schema: { body: connectRequest, response: { 200: byId<'Connection'>(), ...refusals }, tags },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await addConnection(deps, callerOf(request), request.body)
      return result.ok ? { id: result.value } : replyFrom(reply, CONNECT, result.refusal)
    },
  )
  app.post(
    '/api/v1/connections/test',
    {
      schema: { body: testRequest, response: { 200: testAnswer, ...refusals }, tags },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { connection, ...rest } = request.body
      const input = connection === undefined ? rest : { ...rest, connection }
      const result = await testConnection(deps, callerOf(request), input, AbortSignal.timeout(20_000))
      return result.ok ? result.value : replyFrom(reply, CONNECT, result.refusal)
    },
  )
  app.patch(
    '/api/v1/connections/:id',
    {
      schema: {
        params: byId<'Connection'>(),
        body: changeConnectionRequest,
        response: { 200: nothing, ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await changeConnection(deps, callerOf(request), request.params.id, defined(request.body))
      return result.ok ? {} : replyFrom(reply, CONNECT, result.refusal)
    },
  )
  app.delete(
    '/api/v1/connections/:id',
    {
      schema: { params: byId<'Connection'>(), response: { 200: nothing, ...refusals }, tags },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await removeConnection(deps, callerOf(request), request.params.id)
      return result.ok ? {} : replyFrom(reply, CONNECT, result.refusal)
    },
  )
}

function inboxRoutes(app: App, deps: ConversationsDeps): void {
  app.get(
    '/api/v1/conversations',
    {
      schema: { querystring: inboxQuery, response: { 200: inboxPage, ...refusals }, tags },
      config: { access: 'viewer' },
    },
    async request => {
      const { view, tool, cursor, limit } = request.query
      const before = readPlace<'Conversation'>(cursor)
      const inbox = await readInbox(deps, callerOf(request), {
        view,
        limit,
        ...(tool === undefined ? {} : { tool }),
        ...(before === undefined ? {} : { before }),
      })
      const last = inbox.rows.length === limit ? inbox.rows.at(-1) : undefined
      return {
        conversations: inbox.rows.map(row => viewConversation(row, inbox.presence)),
        next: last?.lastMessageAt ? placeOf(last.lastMessageAt, last.id) : null,
        counts: inbox.counts,
      }
    },
  )
  app.post(
    '/api/v1/conversations',
    {
      schema: { body: openRequest, response: { 200: byId<'Conversation'>(), ...refusals }, tags },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await openConversation(deps, callerOf(request), request.body)
      return result.ok ? { id: result.value } : replyFrom(reply, MANAGE, result.refusal)
    },
  )
  app.get(
    '/api/v1/conversations/:id',
    {
      schema: { params: byId<'Conversation'>(), response: { 200: conversationDetail, ...refusals }, tags },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const result = await readConversation(deps, callerOf(request), request.params.id)
      if (!result.ok) return replyFrom(reply, MANAGE, result.refusal)
      const { row, presence, ...rest } = result.value
      return { conversation: viewConversation(row, presence), ...rest }
    },
  )
  app.patch(
    '/api/v1/conversations/:id',
    {
      schema: {
        params: byId<'Conversation'>(),
        body: changeConversationRequest,
        response: { 200: nothing, ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { snoozedUntil, ...rest } = request.body
      const until =
        snoozedUntil === undefined ? {} : { snoozedUntil: snoozedUntil === null ? null : new Date(snoozedUntil) }
      const result = await changeConversation(deps, callerOf(request), request.params.id, {
        ...defined(rest),
        ...until,
      })
      return result.ok ? {} : replyFrom(reply, MANAGE, result.refusal)
    },
  )
  app.post(
    '/api/v1/conversations/:id/read',
    {
      schema: { params: byId<'Conversation'>(), response: { 200: nothing, ...refusals }, tags },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await markRead(deps, callerOf(request), request.params.id)
      return result.ok ? {} : replyFrom(reply, MANAGE, result.refusal)
    },
  )
  app.post(
    '/api/v1/conversations/:id/person',
    {
      schema: {
        params: byId<'Conversation'>(),
        body: attachRequest,
        response: { 200: byId<'Person'>(), ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await attachPerson(deps, callerOf(request), request.params.id, defined(request.body))
      return result.ok ? { id: result.value } : replyFrom(reply, MANAGE, result.refusal)
    },
  )
  app.get(
    '/api/v1/presence',
    { schema: { response: { 200: presenceList, ...refusals }, tags }, config: { access: 'viewer' } },
    async request => ({
      people: (await readPresence(deps, callerOf(request))).map(row => ({
        connection: row.connection,
        tool: row.tool,
        address: row.remoteId,
        state: row.state === 'away' ? ('away' as const) : ('online' as const),
        status: row.status,
        since: row.since,
        person: row.person
          ? { id: row.person, name: row.personName ?? row.remoteId, stage: row.stage ?? 'found', side: row.side }
          : null,
        conversation: row.conversation,
      })),
    }),
  )
  app.get(
    '/api/v1/people/:id/conversations',
    {
      schema: {
        params: byId<'Person'>(),
        response: { 200: z.object({ conversations: z.array(conversationView) }), ...refusals },
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => ({
      conversations: (await readOfPerson(deps, callerOf(request), request.params.id)).map(row =>
        viewConversation(row, new Map()),
      ),
    }),
  )
}

function messageRoutes(app: App, deps: ConversationsDeps): void {
  for (const of of ['conversation', 'person'] as const)
    app.get(
      of === 'conversation' ? '/api/v1/conversations/:id/messages' : '/api/v1/people/:id/messages',
      {
        schema: {
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
          of === 'conversation' ? { conversation: parsedId<'Conversation'>(id) } : { person: parsedId<'Person'>(id) }
        const before = place && { sentAt: place.at, id: place.id }
        const { messages, tools } = await readMessages(deps, callerOf(request), which, before, limit)
        const last = messages.length === limit ? messages.at(-1) : undefined
        return {
          messages: messages.map(row => viewMessage(row, tools.get(row.connection) ?? 'xmpp')),
          next: last ? placeOf(last.sentAt, last.id) : null,
        }
      },
    )
  app.post(
    '/api/v1/conversations/:id/messages',
    {
      schema: {
        params: byId<'Conversation'>(),
        body: sendRequest,
        response: { 200: messageView, '4xx': z.unknown(), ...server },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { sendAt, ...rest } = request.body
      const at = sendAt === undefined ? {} : { sendAt: new Date(sendAt) }
      const caller = callerOf(request)
      const result = await sendMessage(deps, caller, request.params.id, { ...defined(rest), ...at })
      if (result.ok) return viewMessage(result.value.row, result.value.tool)
      const [status, message] = SEND[result.refusal.code]
      const verdict = 'verdict' in result.refusal ? { verdict: result.refusal.verdict } : {}
      return reply.code(status).send({ error: { code: result.refusal.code, message }, ...verdict })
    },
  )
  app.delete(
    '/api/v1/messages/:id',
    {
      schema: { params: byId<'Message'>(), response: { 200: z.object({ text: z.string() }), ...refusals }, tags },
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
  app.put(
    '/api/v1/conversations/:id/draft',
    {
      schema: { params: byId<'Conversation'>(), body: draftRequest, response: { 200: nothing, ...refusals }, tags },
      config: { access: 'recruiter' },
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
  app.get(
    '/api/v1/conversations/:id/context',
    {
      schema: { params: byId<'Conversation'>(), response: { 200: etiquetteContext, ...refusals }, tags },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const context = await readContext(deps, callerOf(request), request.params.id)
      return context ? { context } : replyFrom(reply, MANAGE, { code: 'no-such-conversation' })
    },
  )
}

const server = { '5xx': refusals['5xx'] }

/** `2026-…Z_<id>`: where the next page begins. A place that can't be read begins at the start. */
const placeOf = (at: Date, id: string) => `${at.toISOString()}_${id}`

function readPlace<Kind extends string>(text: string | undefined): { at: Date; id: Id<Kind> } | undefined {
  const [time, id] = text?.split('_') ?? []
  const at = new Date(time ?? '')
  const parsed = id === undefined ? undefined : parseId<Kind>(id)
  return parsed && !Number.isNaN(at.getTime()) ? { at, id: parsed } : undefined
}

function parsedId<Kind extends string>(text: string): Id<Kind> {
  const id = parseId<Kind>(text)
  if (!id) throw new Error('an id that passed the schema is one')
  return id
}
