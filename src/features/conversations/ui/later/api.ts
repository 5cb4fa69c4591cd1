import { queryOptions } from '@tanstack/react-query'
import type { MessageId } from '#kernel/ids.ts'
import { ask } from '#web/api/ask.ts'
import type { LaterView, SendLaterBody } from '../../wire.ts'
import { keys } from '../queries.ts'

export const laterQuery = (conversation: string) =>
  queryOptions({
    queryKey: keys.later(conversation),
    queryFn: async () => (await ask<{ messages: LaterView[] }>(`/conversations/${conversation}/later`)).messages,
  })
export const sendLater = (conversation: string, body: SendLaterBody) =>
  ask<LaterView>(`/conversations/${conversation}/later`, 'POST', body)
export const changeLater = (id: MessageId, change: { text?: string; sendAt?: string }) =>
  ask<LaterView>(`/later/${id}`, 'PATCH', change)
export const takeBackLater = (id: MessageId) => ask<{ text: string }>(`/later/${id}`, 'DELETE')
export const sendLaterNow = (id: MessageId) => ask<object>(`/later/${id}/send`, 'POST')

export type { LaterView, SendLaterBody }
