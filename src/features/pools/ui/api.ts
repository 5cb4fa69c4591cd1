import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { ChannelFitView } from '#features/conversations/wire.ts'
import type { peoplePage } from '#features/people/wire.ts'
import { ask, searchOf } from '#web/api/ask.ts'
import type { MemberSort } from '../model.ts'
import type {
  addedView,
  GivenPoolWire,
  HealthWire,
  ListedPoolWire,
  LogEntryWire,
  MemberRowWire,
  memberPage,
  PlanWire,
  PoolOfPersonWire,
  PoolView,
  planInput,
  poolChange,
  poolSearch,
  removedView,
  sharingView,
} from '../wire.ts'

export type { ChannelFitView, HealthWire, ListedPoolWire, LogEntryWire, MemberRowWire, PlanWire, PoolView }
export type PoolSearch = z.infer<typeof poolSearch>
export type Removed = z.infer<typeof removedView>['removed']
export type Added = z.infer<typeof addedView>

export const keys = {
  all: ['pools'],
  list: ['pools', 'list'],
  one: (pool: string) => ['pools', pool],
  ofPerson: (person: string) => ['person', person, 'pools'],
  channels: (person: string) => ['person', person, 'channels'],
} as const

const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone

export const poolsQuery = queryOptions({
  queryKey: keys.list,
  queryFn: async () => (await ask<{ pools: ListedPoolWire[] }>('/pools')).pools,
})

export const poolQuery = (pool: string) =>
  queryOptions({
    queryKey: [...keys.one(pool), 'self'],
    queryFn: () => ask<{ pool: PoolView; mayChange: boolean }>(`/pools/${pool}`),
  })

export const membersQuery = (pool: string, given: { stage?: string | undefined; sort: MemberSort; limit?: number }) =>
  infiniteQueryOptions({
    queryKey: [...keys.one(pool), 'people', given],
    queryFn: ({ pageParam }) =>
      ask<z.infer<typeof memberPage>>(`/pools/${pool}/people${searchOf({ limit: 60, ...given, cursor: pageParam })}`),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })

export const stagesQuery = (pool: string) =>
  queryOptions({
    queryKey: [...keys.one(pool), 'stages'],
    queryFn: async () => (await ask<{ stages: { stage: string; people: number }[] }>(`/pools/${pool}/stages`)).stages,
  })

export const logQuery = (pool: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.one(pool), 'log'],
    queryFn: ({ pageParam }) =>
      ask<{ entries: LogEntryWire[]; next: string | null }>(`/pools/${pool}/log${searchOf({ cursor: pageParam })}`),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  })

export const healthQuery = (pool: string) =>
  queryOptions({
    queryKey: [...keys.one(pool), 'health'],
    queryFn: () => ask<HealthWire>(`/pools/${pool}/health${searchOf({ timezone })}`),
  })

export const sharingQuery = (pool: string) =>
  queryOptions({
    queryKey: [...keys.one(pool), 'sharing'],
    queryFn: () => ask<z.infer<typeof sharingView>>(`/pools/${pool}/sharing`),
  })

export const poolsOfQuery = (person: string) =>
  queryOptions({
    queryKey: keys.ofPerson(person),
    queryFn: async () => (await ask<{ pools: PoolOfPersonWire[] }>(`/people/${person}/pools`)).pools,
  })

export const channelsQuery = (person: string) =>
  queryOptions({
    queryKey: keys.channels(person),
    queryFn: () => ask<ChannelFitView>(`/people/${person}/channels${searchOf({ timezone })}`),
  })

/** How many a search finds now, by the same search as the list of people. */
export const countQuery = (search: PoolSearch) =>
  queryOptions({
    queryKey: ['people', 'list', 'count', search],
    queryFn: async () => (await ask<z.infer<typeof peoplePage>>(`/people${searchOf({ ...search, limit: 1 })}`)).count,
    retry: false,
  })

export const addPool = (given: GivenPoolWire) => ask<{ id: string }>('/pools', 'POST', given)
export const changePool = (pool: string, change: z.input<typeof poolChange>) =>
  ask<null>(`/pools/${pool}`, 'PATCH', change)
export const sharePool = (pool: string, users: readonly string[]) =>
  ask<null>(`/pools/${pool}/sharing`, 'PUT', { users })
export const addToPool = (pool: string, people: readonly string[]) =>
  ask<Added>(`/pools/${pool}/people`, 'POST', { people })
export const takeOut = async (pool: string, people: readonly string[]) =>
  (await ask<{ removed: Removed }>(`/pools/${pool}/people/remove`, 'POST', { people })).removed
export const putBack = (pool: string, people: Removed) => ask<null>(`/pools/${pool}/people/restore`, 'POST', { people })
export const checkPlan = (input: z.input<typeof planInput>) => ask<PlanWire>('/plans/check', 'POST', input)
export const plan = (input: z.input<typeof planInput>) => ask<PlanWire>('/plans', 'POST', input)
export const takeBackPlan = (people: readonly string[]) => ask<null>('/plans/remove', 'POST', { people })
export const setStage = (person: string, stage: string, reason: string) =>
  ask<{ move: string | null }>(`/people/${person}/relationship/stage`, 'PUT', { stage, reason })
export const undoStage = (person: string, move: string) =>
  ask<{ stage: string }>(`/people/${person}/relationship/moves/${move}/undo`, 'POST')
