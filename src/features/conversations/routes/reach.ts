import { type App, callerOf, defined, type RefusalTable, refusals, replyFrom } from '#platform/routes.ts'
import {
  beginReach,
  changeReach,
  proveReach,
  type ReachRefusal,
  type ReachSetting,
  readReach,
  removeReach,
} from '../actions/reach/settings.ts'
import {
  beginReachAnswer,
  beginReachRequest,
  changeReachRequest,
  proveReachRequest,
  type ReachView,
  reachView,
} from '../wire.ts'
import { type ConversationsDeps, nothing, tags } from './shared.ts'

const REACH = {
  'viewers-read': [403, 'Ask an admin for the role of a recruiter: answers from elsewhere are messages.'],
  'no-such-connection': [404, 'This connection is gone. Choose another.'],
  'not-yours': [403, 'Choose a connection of your own.'],
  'cannot-write': [409, 'Over this connection no single address can be written to. Choose another.'],
  'no-address': [400, 'This is no address on that network. Write it as the network writes it, like ana@example.org.'],
  'address-taken': [409, 'A colleague is reached at this address over this connection. Choose another.'],
  somebodys: [409, 'Somebody in Kith is known by this address. Choose one that is yours alone.'],
  'no-reach': [404, 'Choose first where you want to be reached.'],
  'wrong-code': [400, 'This is not the code that was sent. Look again, and type it as it stands there.'],
  'code-over': [409, 'This code is no longer good. Have a new one sent.'],
  'no-days': [400, 'Choose one day at least.'],
} as const satisfies RefusalTable<ReachRefusal['code']>

function view({ reach, ways }: ReachSetting): ReachView {
  const way = ways.find(each => each.connection === reach?.connection)
  return {
    reach:
      reach && way
        ? {
            connection: reach.connection,
            tool: way.tool,
            label: way.label,
            address: reach.address,
            proven: reach.provenAt !== null,
            codeUntil: reach.codeUntil?.toISOString() ?? null,
            mode: reach.mode,
            awayMinutes: reach.awayMinutes,
            days: reach.days,
            from: reach.from,
            to: reach.to,
            paused: reach.pausedAt !== null,
            trouble: reach.trouble,
          }
        : null,
    ways,
  }
}

/** Where the recruiter is reached while away from Kith. */
export function reachRoutes(app: App, deps: ConversationsDeps): void {
  app.get(
    '/api/v1/reach',
    {
      schema: { summary: 'Where you are reached when you are away', response: { 200: reachView, ...refusals }, tags },
      config: { access: 'viewer' },
    },
    async request => view(await readReach(deps, callerOf(request))),
  )
  app.post(
    '/api/v1/reach',
    {
      schema: {
        body: beginReachRequest,
        response: { 200: beginReachAnswer, ...refusals },
        tags,
        summary: 'Sends a code to an address of your own; nothing is forwarded there before it is proven.',
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await beginReach(deps, callerOf(request), defined(request.body))
      return result.ok ? result.value : replyFrom(reply, REACH, result.refusal)
    },
  )
  app.post(
    '/api/v1/reach/prove',
    {
      schema: {
        summary: 'Prove an address of your own with the code that came there',
        body: proveReachRequest,
        response: { 200: nothing, ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await proveReach(deps, callerOf(request), request.body.code)
      return result.ok ? {} : replyFrom(reply, REACH, result.refusal)
    },
  )
  app.patch(
    '/api/v1/reach',
    {
      schema: {
        summary: 'When messages are forwarded to you',
        body: changeReachRequest,
        response: { 200: nothing, ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await changeReach(deps, callerOf(request), defined(request.body))
      return result.ok ? {} : replyFrom(reply, REACH, result.refusal)
    },
  )
  app.delete(
    '/api/v1/reach',
    {
      schema: { summary: 'Forward to this address no more', response: { 200: nothing, ...refusals }, tags },
      config: { access: 'viewer' },
    },
    async request => {
      await removeReach(deps, callerOf(request))
      return {}
    },
  )
}
