import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { useKey } from '#web/keyboard/registry.ts'
import { Button } from '#web/kit/Button.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { useLiveState } from '#web/live/LiveProvider.tsx'
import { type MessageView, resolveMessage } from '../api.ts'
import { keys, threadOf } from '../queries.ts'
import { takeBack } from '../sending.ts'
import { Clock } from './Clock.tsx'

const soonMs = 60_000

/** Where a message of ours stands, in words; what is unsure is decided here. */
export function Delivery({ message, local }: { message: MessageView; local: boolean }) {
  const t = useText('conversations')
  const live = useLiveState()
  if (local)
    return (
      <span className="c-delivery">
        {t(live.kind === 'offline' ? 'delivery.here' : 'delivery.going')} <TakeBack message={message} />
      </span>
    )
  if (message.delivery === 'unknown') return <Unknown message={message} />
  if (message.delivery === 'queued' || message.delivery === 'later') return <Queued message={message} />
  if (message.delivery === 'refused')
    return (
      <span className="c-delivery c-delivery-refused">
        {message.deliveryText === 'give-up'
          ? t('delivery.given-up')
          : t('delivery.refused', { why: message.deliveryText ?? message.deliveryCode ?? '' })}
      </span>
    )
  return (
    <span className="c-delivery">
      {t(`delivery.${message.delivery}`)} {message.delivery === 'read' && <Clock at={message.deliveryAt} />}
    </span>
  )
}

/** Undone within its seconds, by its button or `z`; later it only says what it waits for. */
function Queued({ message }: { message: MessageView }) {
  const t = useText('conversations')
  const leavesAt = message.undoUntil === null ? 0 : Date.parse(message.undoUntil)
  const leftMs = useCountdown(leavesAt)
  if (message.delivery === 'later')
    return (
      <span className="c-delivery">
        {t('delivery.later')} {message.deliveryText}
      </span>
    )
  if (leftMs <= 0) return <span className="c-delivery">{t('delivery.queued')}</span>
  return (
    <span className="c-delivery">
      {leftMs > soonMs ? (
        <>
          {t('delivery.goes-at')} <Clock at={message.undoUntil ?? message.sentAt} day />
        </>
      ) : (
        t('delivery.leaves-in', { seconds: Math.ceil(leftMs / 1_000) })
      )}{' '}
      <TakeBack message={message} />
    </span>
  )
}

function useCountdown(untilMs: number): number {
  const [now, setNow] = useState(Date.now)
  const left = untilMs - now
  useEffect(() => {
    if (left <= 0) return
    const timer = setTimeout(() => setNow(Date.now()), left > soonMs ? soonMs / 2 : Math.min(250, left))
    return () => clearTimeout(timer)
  }, [left])
  return left
}

function TakeBack({ message }: { message: MessageView }) {
  const t = useText('conversations')
  const undo = () => {
    void takeBack(message)
      .then(back => tell(t(back ? 'delivery.taken-back' : 'delivery.too-late')))
      .catch((error: unknown) => tell(t('action.failed', { why: error instanceof Error ? error.message : '' })))
  }
  useKey('undo', undo)
  return (
    <button type="button" className="k-why" aria-keyshortcuts="z" data-take-back="" onClick={undo}>
      {t('delivery.undo')}
    </button>
  )
}

/** It may have arrived: only a person can find out, so the ways to do that stand here. */
function Unknown({ message }: { message: MessageView }) {
  const t = useText('conversations')
  const queries = useQueryClient()
  const [checking, setChecking] = useState(false)
  const { mutate, isPending } = useMutation({
    mutationFn: (decision: 'send-again' | 'arrived' | 'give-up') => resolveMessage(message.id, decision),
    onError: error => tell(t('action.failed', { why: error.message })),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.messages(threadOf(message)) }),
  })
  return (
    <span className="c-delivery c-delivery-unknown">
      <span>{t('delivery.unknown')}</span>
      {checking ? (
        <>
          <span>{t('delivery.how-to-check')}</span>
          <Button size="row" busy={isPending} onClick={() => mutate('arrived')}>
            {t('delivery.arrived')}
          </Button>
        </>
      ) : (
        <Button size="row" onClick={() => setChecking(true)}>
          {t('delivery.check')}
        </Button>
      )}
      <Button size="row" busy={isPending} onClick={() => mutate('send-again')}>
        {t('delivery.send-again')}
      </Button>
      {checking && (
        <Button size="row" look="quiet" busy={isPending} onClick={() => mutate('give-up')}>
          {t('delivery.give-up')}
        </Button>
      )}
    </span>
  )
}
