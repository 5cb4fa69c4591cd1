import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { fillGap, type MessageView } from '../api.ts'
import { keys, threadOf } from '../queries.ts'
import { Clock } from './Clock.tsx'

/** A time from which messages may be missing; Get asks the network's archive for them. */
export function Gap({ message }: { message: MessageView }) {
  const t = useText('conversations')
  const queries = useQueryClient()
  const { mutate, isPending } = useMutation({
    mutationFn: () => fillGap(message.id),
    onSuccess: ({ found, filled }) => tell(t(filled ? 'gap.filled' : 'gap.no-more', { count: found })),
    onError: error => tell(t('action.failed', { why: error.message })),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.messages(threadOf(message)) }),
  })
  const { gap } = message
  if (!gap) return null
  return (
    <p className="c-gap">
      <span>
        <span aria-hidden="true">⋯</span> {t('thread.gap')} <Clock at={gap.from} day />
        {'–'}
        <Clock at={gap.to} day />
      </span>{' '}
      {gap.looked ? (
        <span className="k-meta">{t('gap.looked')}</span>
      ) : (
        <Button size="row" busy={isPending} title={message.text} onClick={() => mutate()}>
          {t('gap.get')}
        </Button>
      )}
    </p>
  )
}
