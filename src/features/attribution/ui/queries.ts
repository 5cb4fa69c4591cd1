import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { ask, searchOf } from '#web/api/ask.ts'
import type {
  CameListWire,
  CampaignWire,
  campaignChange,
  MadeSource,
  NewSource,
  newCampaign,
  newCost,
  PersonSourcesWire,
  partChange,
  ReportWire,
  SourceWire,
  StrategyWire,
  sourceChange,
} from '../wire.ts'

export const attributionKey = ['attribution'] as const

export type ReportAsk = { view: string; by: string; from: string; to: string; campaign?: string | undefined }

export const reportQuery = (asked: ReportAsk) =>
  queryOptions({
    queryKey: [...attributionKey, 'report', asked],
    queryFn: () => ask<ReportWire>(`/attribution${searchOf(asked)}`),
    placeholderData: before => before,
  })

export type CameAsk = ReportAsk & { key: string | undefined; milestone: string }
export const cameQuery = (asked: CameAsk) =>
  infiniteQueryOptions({
    queryKey: [...attributionKey, 'came', asked],
    queryFn: ({ pageParam }) => ask<CameListWire>(`/attribution/people${searchOf({ ...asked, after: pageParam })}`),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next,
  })

export const sourcesQuery = (archived: boolean) =>
  queryOptions({
    queryKey: [...attributionKey, 'sources', archived],
    queryFn: async () => (await ask<{ sources: SourceWire[] }>(`/sources?archived=${archived ? 'yes' : 'no'}`)).sources,
  })
export const strategyQuery = queryOptions({
  queryKey: [...attributionKey, 'strategy'],
  queryFn: () => ask<StrategyWire>('/strategy'),
})
export const campaignQuery = (id: string) =>
  queryOptions({
    queryKey: [...attributionKey, 'campaign', id],
    queryFn: async () => (await ask<{ campaign: CampaignWire }>(`/campaigns/${id}`)).campaign,
  })
export const personSourcesQuery = (person: string) =>
  queryOptions({
    queryKey: ['person', person, 'sources'],
    queryFn: async () => (await ask<PersonSourcesWire>(`/people/${person}/sources`)).sources,
  })

export const makeLink = (given: NewSource) => ask<MadeSource>('/sources', 'POST', given)
export const changeLink = (id: string, change: z.input<typeof sourceChange>) =>
  ask<MadeSource>(`/sources/${id}`, 'PATCH', change)
export const addCampaign = (given: z.input<typeof newCampaign>) => ask<{ id: string }>('/campaigns', 'POST', given)
export const changeCampaign = (id: string, change: z.input<typeof campaignChange>) =>
  ask<object>(`/campaigns/${id}`, 'PATCH', change)
export const setPart = (id: string, part: z.input<typeof partChange>) =>
  ask<object>(`/campaigns/${id}/parts`, 'PUT', part)
export const addCost = (id: string, cost: z.input<typeof newCost>) =>
  ask<{ id: string }>(`/campaigns/${id}/costs`, 'POST', cost)
export const removeCost = (id: string, cost: string) => ask<object>(`/campaigns/${id}/costs/${cost}`, 'DELETE')
