import { queryOptions } from '@tanstack/react-query'
import type { ListId } from '#kernel/ids.ts'
import { ask } from '#web/api/ask.ts'
import type { LandingContent } from '../model.ts'
import type { ChatDoorsView, ChatKeysView, ChatRoomsView, PageView, WebsiteChatView } from '../wire.ts'

export const pagesQuery = queryOptions({
  queryKey: ['pages'],
  queryFn: async () => (await ask<{ pages: PageView[] }>('/pages')).pages,
})
export const websiteChatQuery = queryOptions({
  queryKey: ['website-chat'],
  queryFn: () => ask<WebsiteChatView>('/website-chat'),
})
export const doorsQuery = queryOptions({
  queryKey: ['chat-doors'],
  queryFn: () => ask<ChatDoorsView>('/website-chat/doors'),
})
export const keysQuery = queryOptions({
  queryKey: ['chat-keys'],
  queryFn: () => ask<ChatKeysView>('/website-chat/keys'),
})
export const roomsQuery = queryOptions({
  queryKey: ['chat-rooms'],
  queryFn: () => ask<ChatRoomsView>('/website-chat/rooms'),
})

export type PageChange = { title?: string; slug?: string; content?: LandingContent; published?: boolean }

export const createPage = (title: string) => ask<{ id: string }>('/pages', 'POST', { title })
export const changePage = (id: string, change: PageChange) => ask<object>(`/pages/${id}`, 'PATCH', change)
export const removePage = (id: string) => ask<object>(`/pages/${id}`, 'DELETE')
export const restorePage = (id: string) => ask<object>(`/pages/${id}/restore`, 'POST')
export const changeOrigins = (origins: readonly string[]) =>
  ask<WebsiteChatView>('/website-chat/origins', 'PUT', { origins })
export const changeHours = (hours: WebsiteChatView['hours']) =>
  ask<WebsiteChatView>('/website-chat/hours', 'PUT', { hours })
export const changeDoors = (connections: readonly string[]) =>
  ask<ChatDoorsView>('/website-chat/doors', 'PUT', { connections })
export const addKey = (key: { algorithm: 'HS256' } | { algorithm: 'ES256'; publicKey: string }) =>
  ask<{ id: string; secret: string | null }>('/website-chat/keys', 'POST', key)
export const removeKey = (id: string) => ask<object>(`/website-chat/keys/${id}`, 'DELETE')
export const makeRoom = (room: { title: string; norms: string; page: string | null }) =>
  ask<{ conversation: string }>('/website-chat/rooms', 'POST', room)
export const changeRoom = (id: string, change: { open?: boolean }) =>
  ask<object>(`/website-chat/rooms/${id}`, 'PATCH', change)

/** Lists whose form a page can show. */
export const formListsQuery = queryOptions({
  queryKey: ['lists', 'forms'],
  queryFn: async () =>
    (await ask<{ lists: { id: ListId; name: string; archived: boolean }[] }>('/lists')).lists.filter(
      list => !list.archived,
    ),
})
