import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, take } from '#web/api/client.ts'
import { useText } from '#web/i18n/i18n.ts'
import { NextStep } from '#web/kit/Button.tsx'
import { TextField } from '#web/kit/Fields.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Secret } from '#web/kit/Secret.tsx'
import { EmptyState, ErrorState, Notice, RowSkeleton } from '#web/kit/States.tsx'
import type { WebhookEvent } from '../model.ts'
import { EventChoice } from './EventChoice.tsx'
import { refusalWords, useRequest, webhooksQuery } from './queries.ts'
import { WebhookCard } from './WebhookCard.tsx'
import './webhooks.css'

export function WebhooksPage() {
  const t = useText('webhooks')
  const webhooks = useQuery(webhooksQuery)
  const [secret, setSecret] = useState<string>()
  return (
    <Page title={t('title')}>
      <div className="webhooks-page">
        <p>{t('words')}</p>
        {secret !== undefined && <Secret words={t('secret-words')} secret={secret} />}
        <AddWebhook onMade={setSecret} />
        <section className="webhooks-list" aria-label={t('yours')}>
          <h2>{t('yours')}</h2>
          {webhooks.isPending && <RowSkeleton rows={2} />}
          {webhooks.isError && (
            <ErrorState detail={refusalWords(t, webhooks.error)} onRetry={() => void webhooks.refetch()} />
          )}
          {webhooks.data?.webhooks.length === 0 && <EmptyState title={t('none')} />}
          {webhooks.data?.webhooks.map(webhook => (
            <WebhookCard key={webhook.id} webhook={webhook} onSecret={setSecret} />
          ))}
        </section>
      </div>
    </Page>
  )
}

function AddWebhook({ onMade }: { onMade: (secret: string) => void }) {
  const t = useText('webhooks')
  const [url, setUrl] = useState('')
  const [events, setEvents] = useState<readonly WebhookEvent[]>([])
  const make = useRequest(
    () => take(api.POST('/api/v1/webhooks', { body: { url: url.trim(), events: [...events] } })),
    ({ secret }) => {
      setUrl('')
      setEvents([])
      onMade(secret)
    },
  )
  return (
    <form
      className="webhooks-form"
      onSubmit={event => {
        event.preventDefault()
        if (events.length > 0) make.run()
      }}
    >
      <TextField
        label={t('url')}
        hint={t('url-hint')}
        type="url"
        required
        maxLength={2_000}
        value={url}
        onChange={event => setUrl(event.target.value)}
      />
      <EventChoice chosen={events} onChoose={setEvents} />
      <div role="alert">{make.refused !== undefined && <Notice tone="block">{make.refused}</Notice>}</div>
      <div className="k-line">
        <NextStep type="submit" busy={make.busy} {...(events.length === 0 && { unavailable: t('choose-first') })}>
          {t('add')}
        </NextStep>
      </div>
    </form>
  )
}
