import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { ask } from '#web/api/ask.ts'
import type { HandOverPage, HandOverView, handedOver, handOverRequest, handOverUndone } from '../../wire.ts'

export type { HandOverPage, HandOverView }

export const handOverQuery = (user: string) =>
  queryOptions({ queryKey: ['hand-over', user], queryFn: () => ask<HandOverPage>(`/team/${user}/hand-over`) })
export const handOver = (user: string, parts: z.input<typeof handOverRequest>['parts']) =>
  ask<z.infer<typeof handedOver>>(`/team/${user}/hand-over`, 'POST', { parts })
export const undoHandOver = (id: string) => ask<z.infer<typeof handOverUndone>>(`/hand-overs/${id}/undo`, 'POST')
