import type { Assessment } from '#features/etiquette/model.ts'
import { type ConversationId, newId } from '#kernel/ids.ts'
import { ApiError } from '#web/api/client.ts'
import { queryClient } from '#web/api/queries.ts'
import { formatAgo } from '#web/i18n/format.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { tell } from '#web/kit/Toasts.tsx'
import { keys } from '../queries.ts'
import { assessmentIn, bringBack } from '../sending.ts'
import { type LaterView, type SendLaterBody, sendLater, takeBackLater } from './api.ts'

/** The text goes back to the composer, before what stands there; false when it has left meanwhile. */
export async function takeBack({ id, conversation }: Pick<LaterView, 'id' | 'conversation'>): Promise<boolean> {
  try {
    const { text } = await takeBackLater(id)
    bringBack(conversation, text)
    return true
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return false
    throw error
  } finally {
    await queryClient.invalidateQueries({ queryKey: keys.allLater })
  }
}

/** Puts a text by until its time. `refused` hears why not; the draft stays then. */
export function usePlan(conversation: ConversationId, zone: string) {
  const t = useText('conversations')
  const { formats } = useLanguage()
  return async (
    body: Omit<SendLaterBody, 'id'>,
    then: { kept: () => void; refused: (assessment: Assessment) => void },
  ): Promise<void> => {
    try {
      const kept = await sendLater(conversation, { ...body, id: newId<'Message'>() })
      await queryClient.invalidateQueries({ queryKey: keys.allLater })
      then.kept()
      const at = formatAgo(new Date(kept.sendAt), new Date(), formats, zone)
      tell(t('later.planned', { at }), () => {
        takeBack(kept).then(
          back => back || tell(t('later.has-left')),
          (error: Error) => tell(t('action.failed', { why: error.message })),
        )
      })
    } catch (error) {
      const assessment = error instanceof ApiError ? assessmentIn(error.body) : undefined
      if (assessment) then.refused(assessment)
      else {
        if (error instanceof ApiError && error.code === 'colleague-wrote')
          // The line over the field says who, before it is planned again.
          void queryClient.invalidateQueries({ queryKey: ['person'] })
        tell(t('action.failed', { why: error instanceof Error ? error.message : '' }))
      }
    }
  }
}
