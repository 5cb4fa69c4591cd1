import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Me } from '#features/accounts/wire.ts'
import { ask, searchOf } from '#web/api/ask.ts'
import type { changePolicyRequest, PolicyAnswer, policyChanges } from '../wire.ts'

export const policyKeys = { all: ['etiquette'] } as const

export const policyQuery = queryOptions({
  queryKey: [...policyKeys.all, 'policy'],
  queryFn: () => ask<PolicyAnswer>('/etiquette/policy'),
})

export const changesQuery = infiniteQueryOptions({
  queryKey: [...policyKeys.all, 'changes'],
  initialPageParam: '',
  queryFn: ({ pageParam }) =>
    ask<z.infer<typeof policyChanges>>(`/etiquette/policy/changes${searchOf({ cursor: pageParam, limit: 20 })}`),
  getNextPageParam: page => page.next,
})

export const ownQuery = queryOptions({
  queryKey: ['me', 'whole'],
  queryFn: () => ask<Me>('/me'),
  staleTime: 5 * 60_000,
})

export const changeLine = (line: string, body: z.infer<typeof changePolicyRequest>) =>
  ask<object>(`/etiquette/policy/${encodeURIComponent(line)}`, 'PUT', body)
