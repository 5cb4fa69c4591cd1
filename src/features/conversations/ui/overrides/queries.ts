import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { ask, searchOf } from '#web/api/ask.ts'
import type { overrideMonths, overridesPage } from '../../wire.ts'
import { keys } from '../queries.ts'

export type Report = { from: string; to: string; recruiter?: string; code?: string; outcome?: string }

export const monthsQuery = (report: Report) =>
  queryOptions({
    queryKey: [...keys.overrides, 'months', report],
    queryFn: async () => (await ask<z.infer<typeof overrideMonths>>(`/overrides/months${searchOf(report)}`)).months,
  })

export const overridesQuery = (report: Report) =>
  infiniteQueryOptions({
    queryKey: [...keys.overrides, 'each', report],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      ask<z.infer<typeof overridesPage>>(`/overrides${searchOf({ ...report, cursor: pageParam, limit: 30 })}`),
    getNextPageParam: page => page.next,
  })

export const csvOf = (report: Report) => `/api/v1/overrides.csv${searchOf(report)}`
