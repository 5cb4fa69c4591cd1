import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { ask, searchOf } from '#web/api/ask.ts'
import type { HiresAnswerWire, PeopleAnswerWire, ReportAnswerWire, WeeklyPreviewWire, WeeklyWire } from '../wire.ts'

export const reportsKey = ['reports'] as const

export type Asked = { report: string; by: string; from: string; to: string; lang: string }
export const reportQuery = ({ report, ...asked }: Asked) =>
  queryOptions({
    queryKey: [...reportsKey, report, asked],
    queryFn: () => ask<ReportAnswerWire>(`/reports/${report}${searchOf(asked)}`),
    placeholderData: (before: ReportAnswerWire | undefined) => (before?.name === report ? before : undefined),
    // What has just happened is worked out within a minute.
    refetchInterval: query => (query.state.data?.behind ? 5_000 : false),
  })

export type PeopleAsk = { report: string; by: string; key: string | undefined; step: string; from: string; to: string }
export const peopleQuery = (asked: PeopleAsk) =>
  infiniteQueryOptions({
    queryKey: [...reportsKey, 'people', asked],
    queryFn: ({ pageParam }) => ask<PeopleAnswerWire>(`/reports/people${searchOf({ ...asked, after: pageParam })}`),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next,
  })

export const hiresQuery = (asked: { from: string; to: string }) =>
  queryOptions({
    queryKey: [...reportsKey, 'hired', asked],
    queryFn: async () => (await ask<HiresAnswerWire>(`/reports/hires/people${searchOf(asked)}`)).hires,
  })

export const weeklyQuery = queryOptions({
  queryKey: [...reportsKey, 'weekly'],
  queryFn: () => ask<WeeklyWire>('/reports/weekly'),
})
export const previewQuery = queryOptions({
  queryKey: [...reportsKey, 'weekly', 'preview'],
  queryFn: () => ask<WeeklyPreviewWire>('/reports/weekly/preview'),
})
export const changeWeekly = (change: { on?: boolean; weekday?: number; hour?: number }) =>
  ask<WeeklyWire>('/reports/weekly', 'PUT', change)
export const sendAgain = () => ask<object>('/reports/weekly/again', 'POST')
