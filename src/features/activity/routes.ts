import { z } from 'zod'
import { type ActivityId, parseId } from '#kernel/ids.ts'
import { idOf } from '#kernel/schema.ts'
import { type App, callerOf, refusals, replyRefusal } from '#platform/routes.ts'
import { changeFeed, type FollowRefusal, followFeed, listPersonFeeds } from './actions/feeds.ts'
import type { FeedDeps } from './actions/poll.ts'
import {
  dismissReading,
  dropQuote,
  keepQuote,
  listTimeline,
  openItem,
  type ReadingRefusal,
  readPersonActivity,
  recordReading,
} from './actions/read.ts'
import { readingMinutes } from './model/reading.ts'
import { pushRoutes } from './push-routes.ts'
import type { Item } from './store/items.ts'
import type { Quote } from './store/readings.ts'
import * as wire from './wire.ts'

type Refusal = ReadingRefusal | FollowRefusal

const STATUS = {
  'no-such-item': 404,
  'no-such-reading': 404,
  'no-such-quote': 404,
  'no-such-person': 404,
  'no-such-feed': 404,
  'too-short': 422,
  'not-in-item': 422,
  unreachable: 422,
  'no-feed': 422,
  'known-elsewhere': 409,
} as const satisfies Record<Refusal['code'], number>

function wordsFor(refusal: Refusal): string {
  switch (refusal.code) {
    case 'too-short':
      return `It counts as read after ${Math.ceil(refusal.neededMs / 1_000)} s in view.`
    case 'unreachable':
      return `This address can't be read: ${refusal.why}`
    case 'no-feed':
      return 'There is no feed at this address or named on its page. Give the address of the feed itself.'
    case 'known-elsewhere':
      return 'This blog belongs to a person who is here already. Open them, or merge the two.'
    case 'not-in-item':
      return 'Quote their own words: this text is not in the item.'
    default:
      return 'This is not here any more.'
  }
}

const answer = (reply: Parameters<typeof replyRefusal>[0], refusal: Refusal) =>
  replyRefusal(reply, STATUS[refusal.code], refusal.code, wordsFor(refusal))

export const viewItem = (item: Item): wire.ActivityItemWire => ({
  id: item.activity_id,
  person: item.person_id,
  profile: item.profile_id,
  tool: item.tool,
  kind: item.kind,
  title: item.title,
  url: item.url,
  text: item.text,
  words: item.words,
  minutes: readingMinutes(item.words),
  language: item.language,
  publishedAt: item.published_at.toISOString(),
  editedAt: item.edited_at?.toISOString() ?? null,
  readAt: item.read_at?.toISOString() ?? null,
})

const viewQuote = (quote: Quote) => ({
  id: quote.quote_id,
  activity: quote.activity_id,
  text: quote.text,
  user: quote.user_id,
  createdAt: quote.created_at.toISOString(),
})

const writeCursor = (place: { at: string; activity: ActivityId }) => `${place.at}_${place.activity}`

function readCursor(text: string | undefined): { at: string; activity: ActivityId } | undefined {
  const [at = '', id = ''] = text?.split('_') ?? []
  const activity = parseId<'Activity'>(id)
  return activity && !Number.isNaN(Date.parse(at)) ? { at, activity } : undefined
}

const tags = ['activity']
const nothing = z.null()

export function activityRoutes(app: App, deps: FeedDeps): void {
  app.get(
    '/api/v1/people/:id/activity',
    {
      schema: {
        params: wire.personParams,
        querystring: wire.timelineQuery,
        response: { 200: wire.timelinePage, ...refusals },
        summary: 'What a person published, latest first',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => {
      const { profile, cursor, limit } = request.query
      const options = { profile, after: readCursor(cursor), limit: limit ?? 50 }
      const page = await listTimeline(deps, callerOf(request), request.params.id, options)
      return { items: page.items.map(viewItem), next: page.next ? writeCursor(page.next) : null }
    },
  )
  app.get(
    '/api/v1/people/:id/activity/level',
    {
      schema: {
        params: wire.personParams,
        response: { 200: wire.personActivity, ...refusals },
        summary: 'How active a person is, and what the caller read of theirs',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => {
      const { level, profiles, readings, quotes } = await readPersonActivity(deps, callerOf(request), request.params.id)
      return {
        level,
        profiles,
        readings: readings.map(reading => ({
          id: reading.reading_id,
          activity: reading.activity_id,
          title: reading.title,
          tool: reading.tool,
          readAt: reading.read_at.toISOString(),
          visibleMs: reading.visible_ms,
          dismissedAt: reading.dismissed_at?.toISOString() ?? null,
        })),
        quotes: quotes.map(viewQuote),
      }
    },
  )
  app.get(
    '/api/v1/activity/:id',
    {
      schema: {
        params: wire.itemParams,
        response: { 200: wire.openItem, ...refusals },
        summary: 'One item, to read',
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const item = await openItem(deps, callerOf(request), request.params.id)
      if (!item) return answer(reply, { code: 'no-such-item' })
      const { html, display_name: personName, neededMs } = item
      return { ...viewItem(item), html, personName, neededMs, quotes: item.quotes.map(viewQuote) }
    },
  )
  app.post(
    '/api/v1/activity/:id/readings',
    {
      schema: {
        params: wire.itemParams,
        body: wire.readingInput,
        response: { 201: z.object({ id: idOf<'Reading'>(), fresh: z.boolean() }), ...refusals },
        summary: 'Record a reading',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const recorded = await recordReading(deps, callerOf(request), request.params.id, request.body.visibleMs)
      if (!recorded.ok) return answer(reply, recorded.refusal)
      return reply.code(201).send({ id: recorded.value.reading, fresh: recorded.value.fresh })
    },
  )
  app.patch(
    '/api/v1/readings/:reading',
    {
      schema: {
        params: wire.readingParams,
        body: wire.dismissInput,
        response: { 204: nothing, ...refusals },
        summary: 'Dismiss a reading, or bring it back',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const changed = await dismissReading(deps, callerOf(request), request.params.reading, !request.body.dismissed)
      return changed.ok ? reply.code(204).send(null) : answer(reply, changed.refusal)
    },
  )
  app.post(
    '/api/v1/activity/:id/quotes',
    {
      schema: {
        params: wire.itemParams,
        body: wire.quoteInput,
        response: { 201: z.object({ id: z.string() }), ...refusals },
        summary: 'Keep a quote',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const kept = await keepQuote(deps, callerOf(request), request.params.id, request.body.text)
      return kept.ok ? reply.code(201).send({ id: kept.value }) : answer(reply, kept.refusal)
    },
  )
  app.delete(
    '/api/v1/quotes/:quote',
    {
      schema: { params: wire.quoteParams, response: { 204: nothing, ...refusals }, summary: 'Drop a quote', tags },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const dropped = await dropQuote(deps, callerOf(request), request.params.quote)
      return dropped.ok ? reply.code(204).send(null) : answer(reply, dropped.refusal)
    },
  )
  feedRoutes(app, deps)
  pushRoutes(app, deps)
}

function feedRoutes(app: App, deps: FeedDeps): void {
  app.get(
    '/api/v1/people/:id/feeds',
    {
      schema: {
        params: wire.personParams,
        response: { 200: z.object({ feeds: z.array(wire.feed) }), ...refusals },
        summary: 'Blogs followed of a person',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => ({
      feeds: (await listPersonFeeds(deps, callerOf(request), request.params.id)).map(feed => ({
        id: feed.feed_id,
        profile: feed.profile_id,
        url: feed.url,
        siteUrl: feed.site_url,
        title: feed.title,
        state: feed.state,
        lastError: feed.last_error,
        pushed: feed.pushed_until !== null && feed.pushed_until > deps.clock.now(),
        nextPollAt: feed.next_poll_at.toISOString(),
        lastPolledAt: feed.last_polled_at?.toISOString() ?? null,
      })),
    }),
  )
  app.post(
    '/api/v1/people/:id/feeds',
    {
      schema: {
        params: wire.personParams,
        body: wire.followInput,
        response: { 201: z.object({ id: idOf<'Feed'>(), title: z.string().nullable(), items: z.int() }), ...refusals },
        summary: 'Follow a blog by its address',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const followed = await followFeed(deps, callerOf(request), request.params.id, request.body.url)
      if (!followed.ok) return answer(reply, followed.refusal)
      const { feed: id, title, items } = followed.value
      return reply.code(201).send({ id, title, items })
    },
  )
  app.patch(
    '/api/v1/feeds/:feed',
    {
      schema: {
        params: wire.feedParams,
        body: wire.feedChange,
        response: { 204: nothing, ...refusals },
        summary: 'Pause, resume or unfollow a feed',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const changed = await changeFeed(deps, callerOf(request), request.params.feed, request.body.change)
      return changed.ok ? reply.code(204).send(null) : answer(reply, changed.refusal)
    },
  )
}
