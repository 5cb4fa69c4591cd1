import { z } from 'zod'
import { isStage } from '#features/relationships/model.ts'
import { dayMs } from '#kernel/clock.ts'
import { idOf } from '#kernel/schema.ts'
import { type App, callerOf, defined, type RefusalTable, refusals, replyFrom } from '#platform/routes.ts'
import {
  addCampaign,
  addCost,
  type CampaignRefusal,
  changeCampaign,
  readCampaign,
  readStrategy,
  removeCost,
  setPart,
} from './actions/campaigns.ts'
import { type ReadReportDeps, readAttribution, readCame, readPersonSources, spanOf } from './actions/report.ts'
import { changeSource, makeSource, readSources, type SourceRefusal } from './actions/sources.ts'
import { publicSourceRoutes } from './public-routes.ts'
import { viewCampaign, viewPlanned, viewSource } from './views.ts'
import type { VisitCounter } from './visits.ts'
import {
  cameList,
  cameQuery,
  campaignChange,
  campaignDetail,
  campaignParams,
  costParams,
  madeSource,
  newCampaign,
  newCost,
  newSource,
  partChange,
  personSources,
  report,
  reportQuery,
  sourceChange,
  sourceList,
  sourceParams,
  sourcesQuery,
  strategy,
  strategyQuery,
} from './wire.ts'

const STATUS = {
  'no-such-source': [404, 'This link is gone.'],
  'no-such-thing': [404, 'What the link should lead to is gone.'],
  'no-such-campaign': [404, 'This campaign is gone.'],
  'no-such-cost': [404, 'This cost is gone.'],
  'no-target': [
    400,
    'This is no address. Write a path of your own site (/jobs, /blog/…, /p/…) or a whole web address.',
  ],
  'no-code': [400, 'A code has 2 to 40 small letters, digits and dashes, and is none that Kith uses itself.'],
  'code-taken': [409, 'Another link has this code. Choose a different one.'],
  automatic: [409, 'Kith counts this one by itself: only its campaign can be changed.'],
  'days-turned': [400, 'The campaign ends before it begins. Turn the days around.'],
  'nothing-spent': [400, 'Say what it cost: an amount with its currency, or minutes.'],
  'too-many': [409, 'That is more than this page is made for. Archive what is over.'],
} as const satisfies RefusalTable<SourceRefusal['code'] | CampaignRefusal['code']>

const tags = ['attribution']
const nothing = z.object({})

export type AttributionRoutesDeps = ReadReportDeps & { visits: VisitCounter; sessionCookie: string }

export function attributionRoutes(app: App, deps: AttributionRoutesDeps): void {
  app.get(
    '/api/v1/sources',
    {
      schema: {
        querystring: sourcesQuery,
        response: { 200: sourceList, ...refusals },
        summary: 'Links and things of ours that people come by',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => {
      const { archived, ...only } = request.query
      const sources = await readSources(deps, callerOf(request), { ...defined(only), archived: archived === 'yes' })
      return { sources: sources.map(viewSource) }
    },
  )
  app.post(
    '/api/v1/sources',
    {
      schema: {
        body: newSource,
        response: { 200: madeSource, ...refusals },
        summary: 'Get a short link; the one that was made before is given again',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const made = await makeSource(deps, callerOf(request), defined(request.body))
      if (!made.ok) return replyFrom(reply, STATUS, made.refusal)
      const { id, code, url, leadsTo, tool, label } = made.value
      return { id, code, url, leadsTo, tool, label }
    },
  )
  app.patch(
    '/api/v1/sources/:id',
    {
      schema: {
        params: sourceParams,
        body: sourceChange,
        response: { 200: madeSource, ...refusals },
        summary: 'Change a link, or the campaign that it belongs to',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const changed = await changeSource(deps, callerOf(request), request.params.id, defined(request.body))
      if (!changed.ok) return replyFrom(reply, STATUS, changed.refusal)
      const { id, code, url, leadsTo, tool, label } = changed.value
      return { id, code, url, leadsTo, tool, label }
    },
  )
  app.get(
    '/api/v1/attribution',
    {
      schema: {
        querystring: reportQuery,
        response: { 200: report, ...refusals },
        summary: 'Where people come from, and what came of them',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => {
      const { view, by, campaign, ...asked } = request.query
      const span = spanOf(deps.clock.now(), defined(asked))
      const found = await readAttribution(deps, callerOf(request), { view, by, campaign, ...span })
      return { view, by, ...span, ...found }
    },
  )
  app.get(
    '/api/v1/attribution/people',
    {
      schema: {
        querystring: cameQuery,
        response: { 200: cameList, ...refusals },
        summary: 'Whom a number of the report stands for',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => {
      const { view, by, key, milestone, after, campaign, ...asked } = request.query
      const span = spanOf(deps.clock.now(), defined(asked))
      const ask = { view, by, key: key ?? null, milestone, ...span, ...defined({ campaign }) }
      const { people, next } = await readCame(deps, callerOf(request), ask, after)
      return {
        people: people.map(({ person, name, stage, source, label, kind, at, milestones }) => ({
          person,
          name,
          stage: isStage(stage) ? stage : ('found' as const),
          source: { id: source, label, kind },
          at,
          milestones: milestones.filter(each => each !== 'found') as never[],
        })),
        ...(next === undefined ? {} : { next }),
      }
    },
  )
  app.get(
    '/api/v1/people/:id/sources',
    {
      schema: {
        params: z.object({ id: idOf<'Person'>() }),
        response: { 200: personSources, ...refusals },
        summary: 'What brought this person, first to last',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => ({
      sources: (await readPersonSources(deps, callerOf(request), request.params.id)).map(({ how, ...rest }) => ({
        ...rest,
        how: how as 'chat',
      })),
    }),
  )
  campaignRoutes(app, deps)
  publicSourceRoutes(app, deps)
}

function campaignRoutes(app: App, deps: AttributionRoutesDeps): void {
  app.get(
    '/api/v1/strategy',
    {
      schema: {
        querystring: strategyQuery,
        response: { 200: strategy, ...refusals },
        summary: 'All campaigns: parts, plan, cost, and where each chain breaks',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => {
      const now = deps.clock.now().getTime()
      const dayAt = (ms: number) => new Date(ms).toISOString().slice(0, 10)
      const from = request.query.from ?? dayAt(now - 14 * dayMs)
      const to = request.query.to ?? dayAt(Date.parse(from) + 42 * dayMs)
      const found = await readStrategy(deps, callerOf(request), from <= to ? { from, to } : { from: to, to: from })
      return {
        from,
        to,
        campaigns: found.campaigns.map(viewCampaign),
        calendar: found.calendar.map(viewPlanned),
        tooFew: { ...found.tooFew },
      }
    },
  )
  app.post(
    '/api/v1/campaigns',
    {
      schema: { body: newCampaign, response: { 200: campaignParams, ...refusals }, summary: 'Begin a campaign', tags },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const added = await addCampaign(deps, callerOf(request), defined(request.body))
      return added.ok ? added.value : replyFrom(reply, STATUS, added.refusal)
    },
  )
  app.get(
    '/api/v1/campaigns/:id',
    {
      schema: { params: campaignParams, response: { 200: campaignDetail, ...refusals }, summary: 'One campaign', tags },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const found = await readCampaign(deps, callerOf(request), request.params.id)
      return found.ok ? { campaign: viewCampaign(found.value) } : replyFrom(reply, STATUS, found.refusal)
    },
  )
  app.patch(
    '/api/v1/campaigns/:id',
    {
      schema: {
        params: campaignParams,
        body: campaignChange,
        response: { 200: nothing, ...refusals },
        summary: 'Change or archive a campaign',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const changed = await changeCampaign(deps, callerOf(request), request.params.id, defined(request.body))
      return changed.ok ? {} : replyFrom(reply, STATUS, changed.refusal)
    },
  )
  app.put(
    '/api/v1/campaigns/:id/parts',
    {
      schema: {
        params: campaignParams,
        body: partChange,
        response: { 200: nothing, ...refusals },
        summary: 'Say which part a tool plays in a campaign',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const changed = await setPart(deps, callerOf(request), request.params.id, request.body)
      return changed.ok ? {} : replyFrom(reply, STATUS, changed.refusal)
    },
  )
  app.post(
    '/api/v1/campaigns/:id/costs',
    {
      schema: {
        params: campaignParams,
        body: newCost,
        response: { 200: z.object({ id: idOf<'Cost'>() }), ...refusals },
        summary: 'Write down what was spent, in money or minutes',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const added = await addCost(deps, callerOf(request), request.params.id, defined(request.body))
      return added.ok ? added.value : replyFrom(reply, STATUS, added.refusal)
    },
  )
  app.delete(
    '/api/v1/campaigns/:id/costs/:cost',
    {
      schema: { params: costParams, response: { 200: nothing, ...refusals }, summary: 'Take a cost out again', tags },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { id, cost } = request.params
      const removed = await removeCost(deps, callerOf(request), id, cost)
      return removed.ok ? {} : replyFrom(reply, STATUS, removed.refusal)
    },
  )
}
