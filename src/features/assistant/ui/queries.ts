import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Me } from '#features/accounts/wire.ts'
import { ask } from '#web/api/ask.ts'
import type { AssistantView, assistantRequest, triedAnswer } from '../wire.ts'

/** The composer asks under the same name. */
export const assistantKey = ['assistant'] as const

export const assistantQuery = queryOptions({
  queryKey: assistantKey,
  queryFn: () => ask<AssistantView>('/assistant'),
})

export const ownQuery = queryOptions({
  queryKey: ['me', 'whole'],
  queryFn: () => ask<Me>('/me'),
  staleTime: 5 * 60_000,
})

export const changeAssistant = (body: z.input<typeof assistantRequest>) => ask<object>('/assistant', 'PUT', body)
export const tryAssistant = () => ask<z.infer<typeof triedAnswer>>('/assistant/try', 'POST')
