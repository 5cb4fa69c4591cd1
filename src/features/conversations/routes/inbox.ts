import { z } from 'zod'
import { parseId } from '#kernel/ids.ts'
import { type App, callerOf, defined, refusals, replyFrom } from '#platform/routes.ts'
import { attachPerson, openConversation } from '../actions/begin.ts'
import { markRead, readConversation, readInbox, readOfPerson, readPresence } from '../actions/manage.ts'
import { viewConversation, viewFile, viewVisitor, viewWay } from '../views.ts'
import {
  attachRequest,
  conversationDetail,
  conversationView,
  inboxPage,
  inboxQuery,
  openRequest,
  presenceList,
  presenceQuery,
} from '../wire.ts'
import { byId, type ConversationsDeps, MANAGE, nothing, placeOf, readPlace, tags } from './shared.ts'

const mostOnly = 100
const idsIn = (text: string) => text.split(',', mostOnly).flatMap(each => parseId<'Conversation'>(each) ?? [])

export function inboxRoutes(app: App, deps: ConversationsDeps): void {
  app.get(
    '/api/v1/conversations',
    {
      schema: {
        summary: 'The inbox: conversations of a view, latest first',
        querystring: inboxQuery,
        response: { 200: inboxPage, ...refusals },
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => {
      const { view, tool, label, pool, team, only, cursor, limit } = request.query
      const before = readPlace<'Conversation'>(cursor)
      const inbox = await readInbox(deps, callerOf(request), {
        view,
        limit,
        ...(tool === undefined ? {} : { tool }),
        ...(label === undefined ? {} : { label }),
        ...(pool === undefined ? {} : { pool }),
        ...(team === undefined ? {} : { team }),
        ...(only === undefined ? {} : { only: idsIn(only) }),
        ...(before === undefined ? {} : { before }),
      })
      const last = inbox.rows.length === limit ? inbox.rows.at(-1) : undefined
      return {
        conversations: inbox.rows.map(row => viewConversation(row, inbox.presence)),
        next: last?.topAt ? placeOf(last.topAt, last.id) : null,
        counts: inbox.counts,
        tools: inbox.tools,
      }
    },
  )
  app.post(
    '/api/v1/conversations',
    {
      schema: {
        summary: 'Open a conversation with an address on a connection',
        body: openRequest,
        response: { 200: byId<'Conversation'>(), ...refusals },
        tags,
      },
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
      schema: {
        summary: 'One conversation: head, draft, and what can be done in it',
        params: byId<'Conversation'>(),
        response: { 200: conversationDetail, ...refusals },
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const result = await readConversation(deps, callerOf(request), request.params.id)
      if (!result.ok) return replyFrom(reply, MANAGE, result.refusal)
      const { row, presence, visitor, ways, files, attached, freeText, consent, ...rest } = result.value
      return {
        conversation: viewConversation(row, presence),
        ...rest,
        ways: ways.map(viewWay),
        freeText: freeText && {
          heardAt: freeText.heardAt?.toISOString() ?? null,
          until: freeText.until?.toISOString() ?? null,
        },
        consent: consent && { wording: consent.wording, givenAt: consent.givenAt.toISOString() },
        files: { ...files, mimeTypes: [...files.mimeTypes] },
        attached: attached.map(viewFile),
        visitor: visitor && viewVisitor(visitor),
      }
    },
  )
  app.post(
    '/api/v1/conversations/:id/read',
    {
      schema: {
        summary: 'Mark as read up to a message',
        params: byId<'Conversation'>(),
        response: { 200: nothing, ...refusals },
        tags,
      },
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
        summary: 'Say who this is: somebody known, or a new person',
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
    {
      schema: {
        summary: 'Who is there now, from all networks and on our pages',
        querystring: presenceQuery,
        response: { 200: presenceList, ...refusals },
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => ({
      people: (await readPresence(deps, callerOf(request), request.query.timezone)).map(row => ({
        usually: row.usually,
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
        visitor:
          row.tool === 'website-chat' ? { referrer: row.referrer, campaign: row.campaignTitle ?? row.campaign } : null,
      })),
    }),
  )
  app.get(
    '/api/v1/people/:id/conversations',
    {
      schema: {
        summary: 'Conversations with a person, over all tools',
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
