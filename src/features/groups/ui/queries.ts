import { queryOptions } from '@tanstack/react-query'
import { ask } from '#web/api/ask.ts'
import type { ChangeRequest, GroupListWire, GroupPageWire, VisitRequest } from '../wire.ts'

export const groupKeys = { all: ['groups'] } as const
export type Span = '7' | '28' | '90'
export const spans: readonly Span[] = ['7', '28', '90']

export const groupsQuery = (days: Span) =>
  queryOptions({
    queryKey: [...groupKeys.all, 'list', days],
    queryFn: async () => (await ask<GroupListWire>(`/groups?days=${days}`)).groups,
  })

export const groupQuery = (id: string, days: Span) =>
  queryOptions({
    queryKey: [...groupKeys.all, 'one', id, days],
    queryFn: () => ask<GroupPageWire>(`/groups/${id}?days=${days}`),
  })

export const mayQuery = queryOptions({
  queryKey: ['me', 'may'],
  queryFn: async () => (await ask<{ may: string[] }>('/me')).may,
  staleTime: 5 * 60_000,
})

export const addGroup = (body: { tool: string; address: string; title: string; rules?: string }) =>
  ask<{ id: string }>('/groups', 'POST', body)
export const changeGroup = (id: string, body: ChangeRequest) => ask<object>(`/groups/${id}`, 'PATCH', body)
export const followFeed = (id: string, url: string | null) =>
  ask<{ items: number; title: string | null }>(`/groups/${id}/feed`, 'PUT', { url })
export const logVisit = (id: string, body: Partial<VisitRequest>) =>
  ask<{ id: string }>(`/groups/${id}/visits`, 'POST', body)
export const removeVisit = (id: string, visit: string) => ask<object>(`/groups/${id}/visits/${visit}`, 'DELETE')
