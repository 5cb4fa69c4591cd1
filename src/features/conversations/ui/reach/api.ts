import { queryOptions } from '@tanstack/react-query'
import { ask } from '#web/api/ask.ts'
import type { ReachChange, ReachView } from '../../wire.ts'

export const reachKey = ['reach'] as const
export const reachQuery = queryOptions({ queryKey: reachKey, queryFn: () => ask<ReachView>('/reach') })

export const beginReach = (body: { connection: string; address?: string }) =>
  ask<{ code: string | null }>('/reach', 'POST', body)
export const proveReach = (code: string) => ask<object>('/reach/prove', 'POST', { code })
export const changeReach = (change: ReachChange) => ask<object>('/reach', 'PATCH', change)
export const removeReach = () => ask<object>('/reach', 'DELETE')

export type { ReachChange, ReachView }
export type ReachNow = NonNullable<ReachView['reach']>
export type ReachWay = ReachView['ways'][number]
