import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { ActivityId, FeedId, PersonId, ReadingId } from '#kernel/ids.ts'
import { ask, searchOf } from '#web/api/ask.ts'
import type { ActivityItemWire, feed, openItem, personActivity, timelinePage } from '../wire.ts'

export type { ActivityItemWire }
export type OpenItemWire = z.infer<typeof openItem>
export type FeedWire = z.infer<typeof feed>
export type PersonActivityWire = z.infer<typeof personActivity>

/** Everything of one person lies under ['person', id], so that one event makes it all stale. */
export const keys = {
  person: (id: string) => ['person', id],
  items: (id: string) => ['person', id, 'activity'],
  item: (person: string, id: string) => ['person', person, 'activity', 'item', id],
} as const

export const itemsQuery = (person: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.items(person), 'list'],
    queryFn: ({ pageParam }) =>
      ask<z.infer<typeof timelinePage>>(`/people/${person}/activity${searchOf({ cursor: pageParam, limit: 50 })}`),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  })

export const levelQuery = (person: string) =>
  queryOptions({
    queryKey: [...keys.items(person), 'level'],
    queryFn: () => ask<PersonActivityWire>(`/people/${person}/activity/level`),
  })

export const feedsQuery = (person: string) =>
  queryOptions({
    queryKey: [...keys.items(person), 'feeds'],
    queryFn: async () => (await ask<{ feeds: FeedWire[] }>(`/people/${person}/feeds`)).feeds,
  })

export const itemQuery = (person: string, id: string) =>
  queryOptions({ queryKey: keys.item(person, id), queryFn: () => ask<OpenItemWire>(`/activity/${id}`) })

export const recordReading = (item: ActivityId, visibleMs: number) =>
  ask<{ id: ReadingId; fresh: boolean }>(`/activity/${item}/readings`, 'POST', { visibleMs })
export const dismissReading = (reading: string, dismissed: boolean) =>
  ask<null>(`/readings/${reading}`, 'PATCH', { dismissed })
export const keepQuote = (item: ActivityId, text: string) =>
  ask<{ id: string }>(`/activity/${item}/quotes`, 'POST', { text })
export const dropQuote = (quote: string) => ask<null>(`/quotes/${quote}`, 'DELETE')
export const followFeed = (person: PersonId, url: string) =>
  ask<{ id: FeedId; title: string | null; items: number }>(`/people/${person}/feeds`, 'POST', { url })
export const changeFeed = (id: string, change: 'pause' | 'resume' | 'unfollow') =>
  ask<null>(`/feeds/${id}`, 'PATCH', { change })
