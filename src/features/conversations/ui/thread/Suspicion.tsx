import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { Notice } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { attachPerson, type ConversationView } from '../api.ts'
import { keys } from '../queries.ts'

/** A visitor's chat that is probably spam: why, and the way out of it. Blocking stands in the menu above. */
export function Suspicion({ conversation }: { conversation: ConversationView }) {
  const t = useText('conversations')
  const queries = useQueryClient()
  const { mutate, isPending } = useMutation({
    mutationFn: () => attachPerson(conversation.id, {}),
    onSuccess: () => tell(t('suspicion.was-none')),
    onError: error => tell(t('action.failed', { why: error.message })),
    onSettled: () => {
      for (const key of [keys.one(conversation.id), keys.lists, keys.context(conversation.id), ['people']])
        void queries.invalidateQueries({ queryKey: key })
    },
  })
  if (conversation.suspicion === null) return null
  return (
    <Notice tone="warn">
      <strong>{t('suspicion.title')}</strong> {t(`suspicion.${conversation.suspicion}`)}{' '}
      <Button size="row" busy={isPending} onClick={() => mutate()}>
        {t('suspicion.none')}
      </Button>
    </Notice>
  )
}
