import { type App, callerOf, defined, type RefusalTable, refusals, replyFrom } from '#platform/routes.ts'
import {
  addConnection,
  type ConnectRefusal,
  changeConnection,
  removeConnection,
  testConnection,
} from '../actions/connect.ts'
import { readConnections } from '../actions/connections.ts'
import { beginLetIn, finishLetIn, type LetInRefusal } from '../actions/let-in.ts'
import { viewConnection } from '../views.ts'
import {
  changeConnectionRequest,
  connectionList,
  connectorList,
  connectRequest,
  letInAnswer,
  letInCodeAnswer,
  letInCodeRequest,
  letInRequest,
  testAnswer,
  testRequest,
} from '../wire.ts'
import { byId, type ConversationsDeps, nothing, tags } from './shared.ts'

const CONNECT = {
  'no-such-connection': [404, 'This connection is gone.'],
  'no-such-tool': [400, 'Kith has no connector for this tool.'],
  'field-missing': [400, 'Fill in every field that is asked for.'],
  'not-yours': [403, 'Only its owner or an admin can change this connection.'],
} as const satisfies RefusalTable<ConnectRefusal['code']>

const LET_IN = {
  'no-such-tool': [400, 'This tool has no page on which you could let Kith in. Fill in the form.'],
  'ticket-over': [409, 'This sign-in was begun too long ago. Begin it again.'],
} as const satisfies RefusalTable<LetInRefusal['code']>

const letInMs = 20_000

export function connectionRoutes(app: App, deps: ConversationsDeps): void {
  app.get(
    '/api/v1/connectors',
    {
      schema: {
        summary: 'The networks Kith can be connected to, each with its form and abilities',
        response: { 200: connectorList, ...refusals },
        tags,
      },
      config: { access: 'viewer' },
    },
    async () => ({
      connectors: (await deps.connectors())
        .filter(({ manifest }) => manifest.fields.length > 0)
        .map(({ manifest, signIn }) => ({
          tool: manifest.tool,
          label: manifest.label,
          link: manifest.policy.link,
          fields: [...manifest.fields],
          presets: [...(manifest.presets ?? [])],
          signIn: [...(signIn?.gives ?? [])],
          steps: (manifest.steps ?? []).map(({ name, url }) => ({ name, url: url ?? null })),
        })),
    }),
  )
  app.get(
    '/api/v1/connections',
    {
      schema: {
        summary: 'Connections of the team with their live state',
        response: { 200: connectionList, ...refusals },
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => {
      const caller = callerOf(request)
      const found = await readConnections(deps, caller)
      return { connections: found.map(({ row, hook }) => viewConnection(row, hook, caller.user)) }
    },
  )
  app.post(
    '/api/v1/connections',
    {
      schema: {
        summary: 'Connect a network; what is secret is sealed and never given again',
        body: connectRequest,
        response: { 200: byId<'Connection'>(), ...refusals },
        tags,
      },
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
      schema: {
        summary: 'Try settings of a connection without keeping them',
        body: testRequest,
        response: { 200: testAnswer, ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { connection, ...rest } = request.body
      const input = connection === undefined ? rest : { ...rest, connection }
      const result = await testConnection(deps, callerOf(request), input, AbortSignal.timeout(20_000))
      return result.ok ? result.value : replyFrom(reply, CONNECT, result.refusal)
    },
  )
  app.post(
    '/api/v1/connections/sign-in',
    {
      schema: {
        body: letInRequest,
        response: { 200: letInAnswer, ...refusals },
        summary: 'Begin to let Kith in on the network’s own page',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await beginLetIn(deps, callerOf(request), request.body, AbortSignal.timeout(letInMs))
      return result.ok ? result.value : replyFrom(reply, LET_IN, result.refusal)
    },
  )
  app.post(
    '/api/v1/connections/sign-in/code',
    {
      schema: {
        body: letInCodeRequest,
        response: { 200: letInCodeAnswer, ...refusals },
        summary: 'The code that the network’s page showed, for what the form needs',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await finishLetIn(deps, callerOf(request), request.body, AbortSignal.timeout(letInMs))
      if (!result.ok) return replyFrom(reply, LET_IN, result.refusal)
      return result.value.ok ? { ok: true as const, values: { ...result.value.values } } : result.value
    },
  )
  app.patch(
    '/api/v1/connections/:id',
    {
      schema: {
        summary: 'Rename, pause, resume or change a connection',
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
      schema: {
        summary: 'Remove a connection; its conversations stay',
        params: byId<'Connection'>(),
        response: { 200: nothing, ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await removeConnection(deps, callerOf(request), request.params.id)
      return result.ok ? {} : replyFrom(reply, CONNECT, result.refusal)
    },
  )
}
