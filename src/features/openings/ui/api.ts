import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { ask } from '#web/api/ask.ts'
import type { ClosedReason } from '../model.ts'
import type { newOpening, OpeningDetail, OpeningView, openingChange } from '../wire.ts'

export type { OpeningDetail, OpeningView }
export type OpeningChange = z.input<typeof openingChange>

export const openingsQuery = queryOptions({
  queryKey: ['openings', 'list'],
  queryFn: async () => (await ask<{ openings: OpeningView[] }>('/openings')).openings,
})
export const openingQuery = (id: string) =>
  queryOptions({ queryKey: ['openings', id], queryFn: () => ask<OpeningDetail>(`/openings/${id}`) })

export const addOpening = (given: z.input<typeof newOpening>) => ask<{ id: string }>('/openings', 'POST', given)
export const changeOpening = (id: string, change: OpeningChange) => ask<null>(`/openings/${id}`, 'PATCH', change)
export const setState = (id: string, state: 'open' | 'closed', reason?: ClosedReason) =>
  ask<null>(`/openings/${id}/state`, 'PUT', { state, ...(reason ? { reason } : {}) })
