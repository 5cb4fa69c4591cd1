import { z } from 'zod'
import { type App, callerOf, defined, type RefusalTable, refusals, replyFrom } from '#platform/routes.ts'
import { addPlace, changeGroup, type GroupRefusal, logVisit, removeVisit, spendTime } from './actions/change.ts'
import type { GroupsDeps } from './actions/deps.ts'
import { type FeedRefusal, followGroupFeed } from './actions/feed.ts'
import { readGroup, readGroups } from './actions/read.ts'
import {
  added,
  addRequest,
  changeRequest,
  feedAnswer,
  feedRequest,
  groupList,
  groupPage,
  groupParams,
  spanQuery,
  timeAnswer,
  timeRequest,
  visitAdded,
  visitParams,
  visitRequest,
} from './wire.ts'

const STATUS = {
  'no-such-group': [404, 'This group is gone.'],
  'no-such-visit': [404, 'This visit is gone, or it is a colleague’s.'],
  'no-address': [
    400,
    'This is no address. Write it as https://forum.example.org/welding, or as the address of a list.',
  ],
  'in-the-future': [400, 'This visit lies ahead. Note it once it is over.'],
  'already-there': [409, 'This group is here already.'],
} as const satisfies RefusalTable<GroupRefusal['code']>

const FEED = {
  'no-such-group': [404, 'This group is gone.'],
  unreachable: [422, 'This address does not answer. Look whether it opens in a browser.'],
  'no-feed': [422, 'There is no feed at this address. Some forums name it at the foot of the page, as RSS.'],
} as const satisfies RefusalTable<FeedRefusal['code']>

const tags = ['groups']
const nothing = z.object({})

export function groupsRoutes(app: App, deps: GroupsDeps): void {
  app.get(
    '/api/v1/groups',
    {
      schema: {
        querystring: spanQuery,
        response: { 200: groupList, ...refusals },
        summary: 'Rooms and places with norms, ledger and what time is worth there',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => readGroups(deps, callerOf(request), Number(request.query.days)),
  )
  app.post(
    '/api/v1/groups',
    {
      schema: {
        body: addRequest,
        response: { 201: added, ...refusals },
        summary: 'A place that Kith can’t join: a forum, a mailing list, a Facebook group',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await addPlace(deps, callerOf(request), defined(request.body))
      return result.ok ? reply.code(201).send({ id: result.value }) : replyFrom(reply, STATUS, result.refusal)
    },
  )
  app.post(
    '/api/v1/groups/time',
    {
      schema: {
        body: timeRequest,
        response: { 200: timeAnswer, ...refusals },
        summary: 'A step of the browser’s clock on a room or a place',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async request => {
      const { conversation, group, readMs, talkMs } = request.body
      const on = group ? { group } : conversation ? { conversation } : undefined
      return { counted: on ? await spendTime(deps, callerOf(request), on, { readMs, talkMs }) : false }
    },
  )
  app.get(
    '/api/v1/groups/:id',
    {
      schema: {
        summary: 'One group: norms, ledger, who is active there',
        params: groupParams,
        querystring: spanQuery,
        response: { 200: groupPage, ...refusals },
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const result = await readGroup(deps, callerOf(request), request.params.id, Number(request.query.days))
      return result.ok ? result.value : replyFrom(reply, STATUS, result.refusal)
    },
  )
  app.patch(
    '/api/v1/groups/:id',
    {
      schema: {
        params: groupParams,
        body: changeRequest,
        response: { 200: nothing, ...refusals },
        summary: 'Its name, its rules, what is settled about its norms, or put away',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { settled, ...rest } = defined(request.body)
      const change = { ...rest, ...(settled ? { settled: defined(settled) } : {}) }
      const result = await changeGroup(deps, callerOf(request), request.params.id, change)
      return result.ok ? {} : replyFrom(reply, STATUS, result.refusal)
    },
  )
  app.put(
    '/api/v1/groups/:id/feed',
    {
      schema: {
        params: groupParams,
        body: feedRequest,
        response: { 200: feedAnswer, ...refusals },
        summary: 'Follow the feed of a place; null follows it no more',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await followGroupFeed(deps, callerOf(request), request.params.id, request.body.url)
      if (result.ok) return result.value
      const { refusal } = result
      if (refusal.code !== 'unreachable') return replyFrom(reply, FEED, refusal)
      return reply.code(422).send({ error: { code: refusal.code, message: `${FEED.unreachable[1]} ${refusal.why}` } })
    },
  )
  app.post(
    '/api/v1/groups/:id/visits',
    {
      schema: {
        params: groupParams,
        body: visitRequest,
        response: { 201: visitAdded, ...refusals },
        summary: 'A visit outside of Kith, told by hand',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await logVisit(deps, callerOf(request), request.params.id, defined(request.body))
      return result.ok ? reply.code(201).send({ id: result.value }) : replyFrom(reply, STATUS, result.refusal)
    },
  )
  app.delete(
    '/api/v1/groups/:id/visits/:visit',
    {
      schema: {
        summary: 'Take back a visit told by hand',
        params: visitParams,
        response: { 200: nothing, ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { id, visit } = request.params
      const result = await removeVisit(deps, callerOf(request), id, visit)
      return result.ok ? {} : replyFrom(reply, STATUS, result.refusal)
    },
  )
}
