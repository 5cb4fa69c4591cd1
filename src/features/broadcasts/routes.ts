import { z } from 'zod'
import { readSite } from '#features/site/index.ts'
import { type App, callerOf, defined, type RefusalTable, refusals, replyFrom, replyRefusal } from '#platform/routes.ts'
import { acrossWorkspaces } from '#storage/database.ts'
import type { BroadcastsDeps } from './actions/deps.ts'
import { type ImportRefusal, importSubscribers } from './actions/import.ts'
import {
  changeList,
  createList,
  type ListRefusal,
  readList,
  readLists,
  readProofs,
  readSubscribers,
  removeSubscriber,
} from './actions/lists.ts'
import { type SubscribeDeps, type SubscribeRefusal, subscribe } from './actions/subscribe.ts'
import { digestRoutes } from './digest-routes.ts'
import { issuePreviewRoute, issueRoutes, viewIssue } from './issue-routes.ts'
import { listAddress } from './model/reference.ts'
import { publicListRoutes } from './public-routes.ts'
import { mailSettingsRoutes } from './settings-routes.ts'
import { findListAnywhere, type List, type ListFigures } from './store/lists.ts'
import {
  changeListRequest,
  createdList,
  createListRequest,
  importAnswer,
  importRequest,
  type ListWire,
  listList,
  listPage,
  listParams,
  proofList,
  subscribeRequest,
  subscriberList,
  subscriberParams,
  subscribersQuery,
} from './wire.ts'

const STATUS = {
  'no-such-list': [404, 'This list is gone.'],
  'no-such-subscriber': [404, 'This address is not on the list any more.'],
} as const satisfies RefusalTable<ListRefusal['code']>

const IMPORT = {
  'no-such-list': [404, 'This list is gone.'],
  'no-column': [400, 'The first line names no column for e-mail addresses. Call it “email”.'],
  'no-rows': [400, 'There is no row below the line of names.'],
} as const satisfies RefusalTable<ImportRefusal['code']>

const SUBSCRIBE = {
  'no-such-list': [404, 'There is no list at this address.'],
  'no-email': [400, 'This is no e-mail address. It looks like ana@example.org.'],
} as const satisfies RefusalTable<SubscribeRefusal['code']>

const tags = ['lists']
const nothing = z.object({})

const view = (base: string, list: List & ListFigures): ListWire => ({
  id: list.id,
  name: list.name,
  lang: list.lang,
  purpose: list.purpose,
  consent: list.consent,
  version: list.version,
  interests: [...list.interests],
  archived: list.archivedAt !== null,
  url: `${base}/l/${listAddress(list)}`,
  confirmed: list.confirmed,
  waiting: list.waiting,
  left: list.left,
  stopped: list.stopped,
  issues: list.issues,
})

export function broadcastsRoutes(app: App, deps: BroadcastsDeps & Pick<SubscribeDeps, 'asked'>): void {
  digestRoutes(app, deps)
  app.get(
    '/api/v1/lists',
    {
      schema: { summary: 'Lists with how many read them', response: { 200: listList, ...refusals }, tags },
      config: { access: 'viewer' },
    },
    async request => {
      const caller = callerOf(request)
      const { lists, ready } = await readLists(deps, caller)
      const { base } = await readSite(deps, caller.workspace)
      return { lists: lists.map(list => view(base, list)), ready }
    },
  )
  app.post(
    '/api/v1/lists',
    {
      schema: { summary: 'Make a list', body: createListRequest, response: { 201: createdList, ...refusals }, tags },
      config: { access: 'recruiter' },
    },
    async (request, reply) => reply.code(201).send({ id: await createList(deps, callerOf(request), request.body) }),
  )
  app.get(
    '/api/v1/lists/:id',
    {
      schema: {
        summary: 'One list with its wording and issues',
        params: listParams,
        response: { 200: listPage, ...refusals },
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const result = await readList(deps, callerOf(request), request.params.id)
      if (!result.ok) return replyFrom(reply, STATUS, result.refusal)
      const { list, ready, issues, wordings } = result.value
      const { base } = await readSite(deps, callerOf(request).workspace)
      return { list: view(base, list), ready, issues: issues.map(viewIssue), wordings }
    },
  )
  app.patch(
    '/api/v1/lists/:id',
    {
      schema: {
        params: listParams,
        body: changeListRequest,
        response: { 200: nothing, ...refusals },
        summary: 'Other words for purpose or consent are a new version; proof keeps the one that was read',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await changeList(deps, callerOf(request), request.params.id, defined(request.body))
      return result.ok ? {} : replyFrom(reply, STATUS, result.refusal)
    },
  )
  app.get(
    '/api/v1/lists/:id/subscribers',
    {
      schema: {
        summary: 'Who reads a list, with the proof of each',
        params: listParams,
        querystring: subscribersQuery,
        response: { 200: subscriberList, ...refusals },
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => {
      const { subscribers, next } = await readSubscribers(deps, callerOf(request), request.params.id, request.query)
      return { subscribers: subscribers.map(one => ({ ...one, interests: [...one.interests] })), next }
    },
  )
  app.get(
    '/api/v1/lists/:id/subscribers/:subscriber',
    {
      schema: {
        params: subscriberParams,
        response: { 200: proofList, ...refusals },
        summary: 'The proof of consent, step by step, each with the words that were read',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const { id, subscriber } = request.params
      const result = await readProofs(deps, callerOf(request), id, subscriber)
      return result.ok ? result.value : replyFrom(reply, STATUS, result.refusal)
    },
  )
  app.delete(
    '/api/v1/lists/:id/subscribers/:subscriber',
    {
      schema: {
        summary: 'Take somebody off a list',
        params: subscriberParams,
        response: { 200: nothing, ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { id, subscriber } = request.params
      const result = await removeSubscriber(deps, callerOf(request), id, subscriber)
      return result.ok ? {} : replyFrom(reply, STATUS, result.refusal)
    },
  )
  app.post(
    '/api/v1/lists/:id/import',
    {
      schema: {
        params: listParams,
        body: importRequest,
        response: { 200: importAnswer, ...refusals },
        summary: 'A list kept elsewhere: rows with proof of consent are taken, everyone else is asked again',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await importSubscribers(deps, callerOf(request), request.params.id, request.body.csv)
      return result.ok ? result.value : replyFrom(reply, IMPORT, result.refusal)
    },
  )
  app.post(
    '/api/v1/lists/:id/subscribe',
    {
      schema: {
        params: listParams,
        body: subscribeRequest,
        response: { 202: nothing, ...refusals },
        summary: 'Ask for the mail with the link to confirm; the answer is the same for every address',
        tags,
      },
      config: { access: 'public', mostPerAddress: 60 },
    },
    async (request, reply) => {
      const list = await acrossWorkspaces(deps.db, tx => findListAnywhere(tx, request.params.id))
      if (!list) return replyRefusal(reply, 404, 'no-such-list', SUBSCRIBE['no-such-list'][1])
      const { consent: _, ...asking } = request.body
      const result = await subscribe(deps, list, { ...defined(asking), ip: request.ip, source: 'api' })
      return result.ok ? reply.code(202).send({}) : replyFrom(reply, SUBSCRIBE, result.refusal)
    },
  )
  issueRoutes(app, deps)
  issuePreviewRoute(app, deps)
  mailSettingsRoutes(app, deps)
  publicListRoutes(app, deps)
}
