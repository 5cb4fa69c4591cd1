import type { SavedReplyId } from '#kernel/ids.ts'
import { ask } from '#web/api/ask.ts'
import type { SavedReplyView } from '../../wire.ts'

export type ReplyDraft = Pick<SavedReplyView, 'name' | 'text' | 'variants'>

export const fetchReplies = async () => (await ask<{ replies: SavedReplyView[] }>('/saved-replies')).replies
export const addReply = (reply: ReplyDraft) => ask<{ id: SavedReplyId }>('/saved-replies', 'POST', reply)
export const changeReply = (id: SavedReplyId, change: Partial<ReplyDraft> & { removed?: boolean }) =>
  ask<object>(`/saved-replies/${id}`, 'PATCH', change)
export const fillReply = (
  id: SavedReplyId,
  given: { conversation: string; values: Readonly<Record<string, string>> },
) => ask<{ text: string; missing: string[] }>(`/saved-replies/${id}/fill`, 'POST', given)

export type { SavedReplyView }
