import { useQuery } from '@tanstack/react-query'
import { queryClient } from '#web/api/queries.ts'
import { useText } from '#web/i18n/i18n.ts'
import { tell } from '#web/kit/Toasts.tsx'
import type { ConversationView, DetailWire } from '../api.ts'
import { changedRow, noteChanged, refreshLists, showChange } from '../list/rows.ts'
import { keys, ownQuery } from '../queries.ts'
import { type Change, changeConversations } from './api.ts'

function showInThreads(rows: readonly ConversationView[], change: Change): void {
  for (const { id } of rows)
    queryClient.setQueryData<DetailWire>(keys.one(id), detail =>
      detail ? { ...detail, conversation: changedRow(detail.conversation, change) } : detail,
    )
}

/** One change to any number of conversations: shown at once, said, and taken back with `z` row by row as it was. */
export function useChanges(): (rows: readonly ConversationView[], change: Change, said: string) => Promise<void> {
  const t = useText('conversations')
  const { data: me } = useQuery(ownQuery)
  const settle = (ids: readonly string[]) => {
    noteChanged(ids)
    refreshLists()
    for (const id of ids) void queryClient.invalidateQueries({ queryKey: keys.one(id) })
  }
  return async (rows, change, said) => {
    if (rows.length === 0 || !me) return
    const ids = rows.map(row => row.id)
    const goBack = showChange(ids, change, me.user.id)
    showInThreads(rows, change)
    const failed = (error: unknown) => {
      tell(t('action.failed', { why: error instanceof Error ? error.message : '' }))
      settle(ids)
    }
    const asked = changeConversations([{ conversations: ids, change }])
    tell(said, () => {
      // Pressed before the answer is here, `z` waits for it.
      void asked
        .then(({ undo }) => (undo.length > 0 ? changeConversations(undo) : undefined))
        .then(() => settle(ids), failed)
    })
    try {
      await asked
      settle(ids)
    } catch (error) {
      goBack()
      failed(error)
    }
  }
}
