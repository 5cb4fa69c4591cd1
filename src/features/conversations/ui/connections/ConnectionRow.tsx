import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import { type ConnectionView, changeConnection, removeConnection } from '../api.ts'
import { keys } from '../queries.ts'
import { Clock } from '../thread/Clock.tsx'
import { Refusal } from './Refusal.tsx'
import { WebhookPlace } from './WebhookPlace.tsx'

const tones: Readonly<Record<string, 'ok' | 'info' | 'warn' | 'block'>> = {
  connected: 'ok',
  connecting: 'info',
  'catching-up': 'info',
  waiting: 'warn',
  'needs-you': 'block',
}

/** One account, its state in words, and what can be done with it. */
export function ConnectionRow(props: {
  connection: ConnectionView
  /** As the network calls itself. */
  toolLabel: string
  mayChange: boolean
  onEdit: (() => void) | undefined
}) {
  const { connection, toolLabel, mayChange, onEdit } = props
  const t = useText('conversations')
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const settle = () => queries.invalidateQueries({ queryKey: keys.connections })
  const failed = (error: Error) => tell(t('action.failed', { why: error.message }))
  const pause = useMutation({
    mutationFn: (paused: boolean) => changeConnection(connection.id, { paused }),
    onSuccess: (_, paused) =>
      tell(t(paused ? 'connections.was-paused' : 'connections.was-resumed'), () => pause.mutate(!paused)),
    onError: failed,
    onSettled: settle,
  })
  const remove = useMutation({
    mutationFn: () => removeConnection(connection.id),
    onSuccess: () => tell(t('connections.was-removed', { label: connection.label })),
    onError: failed,
    onSettled: settle,
  })
  const tone = connection.paused ? 'info' : (tones[connection.state] ?? 'info')
  return (
    <li className="c-connection">
      <div className="c-connection-name">
        <ToolMark tool={connection.tool} />
        <strong>
          <bdi>{connection.label}</bdi>
        </strong>
        {connection.label !== toolLabel && <span className="k-meta">{toolLabel}</span>}
        {!connection.mine && <span className="k-meta">{t('connections.of-others')}</span>}
      </div>
      <p className={`c-connection-state c-tone-${tone}`} role="status">
        <State connection={connection} />
      </p>
      {connection.webhook && mayChange && !connection.paused && (
        <WebhookPlace place={connection.webhook} tool={toolLabel} />
      )}
      {mayChange && connection.tool !== 'website-chat' && connection.tool !== 'blog' && (
        <div className="k-line">
          {onEdit && (
            <Button size="row" onClick={onEdit}>
              {t(connection.state === 'needs-you' && !connection.paused ? 'connections.mend' : 'connections.edit')}
            </Button>
          )}
          <Button size="row" busy={pause.isPending} onClick={() => pause.mutate(!connection.paused)}>
            {t(connection.paused ? 'connections.resume' : 'connections.pause')}
          </Button>
          <Button size="row" look="quiet" onClick={() => setAsking(true)}>
            {t('connections.remove')}
          </Button>
        </div>
      )}
      {asking && (
        <Sheet
          place="middle"
          title={t('connections.remove-title', { label: connection.label })}
          onClose={() => setAsking(false)}
          footer={
            <>
              <Button onClick={() => setAsking(false)}>{t('cancel')}</Button>
              <Button
                look="danger"
                onClick={() => {
                  setAsking(false)
                  remove.mutate()
                }}
              >
                {t('connections.remove')}
              </Button>
            </>
          }
        >
          <p>{t('connections.remove-words')}</p>
        </Sheet>
      )}
    </li>
  )
}

function State({ connection }: { connection: ConnectionView }) {
  const t = useText('conversations')
  const { state, detail, caughtUpAt, paused, webhook } = connection
  // What a network delivers by itself may come only once, so it is kept also now.
  if (paused) return <>{t(webhook?.reachedAt ? 'connections.state.paused-out' : 'connections.state.paused')}</>
  switch (state) {
    case 'connected':
      return (
        <>
          <span aria-hidden="true">●</span> {t('connections.state.connected')}
          {caughtUpAt !== null && (
            <>
              {', '}
              {t('connections.state.caught-up')} <Clock at={caughtUpAt} day />
            </>
          )}
        </>
      )
    case 'catching-up':
      return <>{t('connections.state.catching-up')}</>
    case 'waiting':
      return (
        <>
          {t('connections.state.waiting')} {detail.retryAt !== undefined && <Clock at={detail.retryAt} day />}
          {detail.text !== undefined && <span> {detail.text}</span>}
        </>
      )
    case 'needs-you':
      return (
        <>
          <span aria-hidden="true">◐</span> {t('connections.state.needs-you')}{' '}
          <Refusal code={detail.code} text={detail.text} />
        </>
      )
    default:
      return <>{t('connections.state.connecting')}</>
  }
}
