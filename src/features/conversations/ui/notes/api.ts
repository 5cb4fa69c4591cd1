import { queryOptions } from '@tanstack/react-query'
import type { ThreadNoteId, UserId } from '#kernel/ids.ts'
import { ask } from '#web/api/ask.ts'
import type { ThreadNoteView } from '../../wire.ts'
import { keys } from '../queries.ts'

export const notesQuery = (conversation: string) =>
  queryOptions({
    queryKey: keys.notes(conversation),
    queryFn: async () => (await ask<{ notes: ThreadNoteView[] }>(`/conversations/${conversation}/notes`)).notes,
  })
export const addThreadNote = (
  conversation: string,
  note: { id: ThreadNoteId; text: string; mentions: readonly UserId[] },
) => ask<object>(`/conversations/${conversation}/notes`, 'POST', note)
export const removeThreadNote = (id: ThreadNoteId, removed: boolean) =>
  ask<object>(`/thread-notes/${id}`, 'PATCH', { removed })

export type { ThreadNoteView }
