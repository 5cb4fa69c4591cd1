import type { MessageId } from '#kernel/ids.ts'
import { queryClient } from '#web/api/queries.ts'
import { tell } from '#web/kit/Toasts.tsx'
import { type ConversationView, takeBackByHand } from '../api.ts'
import { keys, threadOf } from '../queries.ts'

/** What was recorded by hand goes again, and everything that shows it is asked for anew. */
export async function takeBackRecorded(given: {
  id: MessageId
  conversation: Pick<ConversationView, 'id' | 'person'>
  failed: string
}): Promise<void> {
  const { id, conversation, failed } = given
  try {
    await takeBackByHand(id)
  } catch (error) {
    tell(`${failed} ${error instanceof Error ? error.message : ''}`.trim())
  }
  const person = conversation.person?.id ?? null
  void queryClient.invalidateQueries({ queryKey: keys.one(conversation.id) })
  void queryClient.invalidateQueries({ queryKey: keys.context(conversation.id) })
  void queryClient.invalidateQueries({ queryKey: keys.lists })
  void queryClient.invalidateQueries({ queryKey: keys.messages(threadOf({ conversation: conversation.id, person })) })
  if (person) void queryClient.invalidateQueries({ queryKey: ['person', person] })
}
