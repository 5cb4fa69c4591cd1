import { useState } from 'react'
import { api, done, take } from '#web/api/client.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { Notice } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { Deliveries } from './Deliveries.tsx'
import { EventChoice } from './EventChoice.tsx'
import { useRequest, type WebhookView } from './queries.ts'

export function WebhookCard({ webhook, onSecret }: { webhook: WebhookView; onSecret: (secret: string) => void }) {
  const t = useText('webhooks')
  const { id, url, active, events, stoppedBecause, failingSince, oldSecretUntil, waiting } = webhook
  const [part, setPart] = useState<'deliveries' | 'events' | 'remove'>()
  const params = { path: { webhook: id } }
  const fold = (to: NonNullable<typeof part>) => setPart(part === to ? undefined : to)
  const change = useRequest((body: { active?: boolean; events?: WebhookView['events'] }) =>
    take(api.PATCH('/api/v1/webhooks/{webhook}', { params, body })),
  )
  const test = useRequest(
    () => take(api.POST('/api/v1/webhooks/{webhook}/test', { params })),
    () => setPart('deliveries'),
  )
  const renew = useRequest(
    () => take(api.POST('/api/v1/webhooks/{webhook}/secret', { params })),
    ({ secret }) => onSecret(secret),
  )
  const remove = useRequest(
    () => done(api.DELETE('/api/v1/webhooks/{webhook}', { params })),
    () => tell(t('removed')),
  )
  const refused = change.refused ?? test.refused ?? renew.refused ?? remove.refused
  return (
    <article className="webhooks-card" aria-label={url}>
      <h3>{url}</h3>
      <p className="k-meta">
        {active ? t('on') : t('paused')}
        {waiting > 0 && ` · ${t('waiting', { count: waiting })}`}
        {oldSecretUntil && (
          <>
            {' · '}
            {t('old-secret')} <TimeAgo at={oldSecretUntil} />
          </>
        )}
      </p>
      {stoppedBecause && <Notice tone="warn">{t(`stopped.${stoppedBecause}`)}</Notice>}
      {active && failingSince && (
        <Notice tone="warn">
          {t('failing')} <TimeAgo at={failingSince} />
        </Notice>
      )}
      <div className="k-line webhooks-actions">
        <Button
          size="row"
          busy={test.busy}
          {...(!active && { unavailable: t('refused.is-paused') })}
          onClick={() => test.run()}
        >
          {t('test')}
        </Button>
        <Button size="row" aria-expanded={part === 'deliveries'} onClick={() => fold('deliveries')}>
          {t('deliveries')}
        </Button>
        <Button size="row" aria-expanded={part === 'events'} onClick={() => fold('events')}>
          {t('events-of', { count: events.length })}
        </Button>
        <Button size="row" busy={change.busy} onClick={() => change.run({ active: !active })}>
          {active ? t('pause') : t('resume')}
        </Button>
        <Button size="row" busy={renew.busy} onClick={() => renew.run()}>
          {t('renew')}
        </Button>
        <Button size="row" aria-expanded={part === 'remove'} onClick={() => fold('remove')}>
          {t('remove')}
        </Button>
      </div>
      <div role="alert">{refused !== undefined && <Notice tone="block">{refused}</Notice>}</div>
      {part === 'events' && (
        <EventChoice
          chosen={events}
          onChoose={chosen => {
            if (chosen.length > 0) change.run({ events: [...chosen] })
            else tell(t('choose-first'))
          }}
        />
      )}
      {part === 'remove' && (
        <Notice tone="warn">
          <div className="k-stack k-gap-2">
            <span>{t('remove-words')}</span>
            <div className="k-line">
              <Button size="row" look="danger" busy={remove.busy} onClick={() => remove.run()}>
                {t('remove-it')}
              </Button>
              <Button size="row" onClick={() => setPart(undefined)}>
                {t('keep')}
              </Button>
            </div>
          </div>
        </Notice>
      )}
      {part === 'deliveries' && <Deliveries webhook={webhook} />}
    </article>
  )
}
