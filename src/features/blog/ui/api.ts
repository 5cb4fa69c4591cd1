import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { ask } from '#web/api/ask.ts'
import type { MentionView, PostDetail, PostView, postChange } from '../wire.ts'

export type { MentionView, PostDetail, PostView }
export type PostChange = z.input<typeof postChange>

export const postsQuery = queryOptions({
  queryKey: ['posts', 'list'],
  queryFn: async () => (await ask<{ posts: PostView[] }>('/posts')).posts,
})
export const postQuery = (id: string) =>
  queryOptions({ queryKey: ['posts', id], queryFn: () => ask<PostDetail>(`/posts/${id}`) })
export const addPost = (title: string) => ask<{ id: string }>('/posts', 'POST', { title })
export const changePost = (id: string, change: PostChange) => ask<null>(`/posts/${id}`, 'PATCH', change)
export const publishPost = (id: string, at?: string) => ask<null>(`/posts/${id}/publish`, 'POST', at ? { at } : {})
export const withdrawPost = (id: string) => ask<null>(`/posts/${id}/withdraw`, 'POST', {})
export const judgeMention = (id: string, state: 'shown' | 'hidden') =>
  ask<null>(`/mentions/${id}/state`, 'PUT', { state })
