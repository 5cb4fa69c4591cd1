import { useInfiniteQuery } from '@tanstack/react-query'
import { api, take } from '#web/api/client.ts'
import { type Text, useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { type DeliveryView, deliveriesQuery, refusalWords, useRequest, type WebhookView } from './queries.ts'

export function Deliveries({ webhook }: { webhook: Pick<WebhookView, 'id' | 'active'> }) {
  const t = useText('webhooks')
  const page = useInfiniteQuery(deliveriesQuery(webhook.id))
  const deliveries = page.data?.pages.flatMap(each => each.deliveries) ?? []
  return (
    <section aria-label={t('deliveries')}>
      {page.isPending && <RowSkeleton rows={3} />}
      {page.isError && <ErrorState detail={refusalWords(t, page.error)} onRetry={() => void page.refetch()} />}
      {page.data && deliveries.length === 0 && <p className="k-meta">{t('no-deliveries')}</p>}
      <ul className="webhooks-deliveries">
        {deliveries.map(delivery => (
          <Delivery key={delivery.id} webhook={webhook.id} active={webhook.active} delivery={delivery} />
        ))}
      </ul>
      {page.hasNextPage && (
        <Button busy={page.isFetchingNextPage} onClick={() => void page.fetchNextPage()}>
          {t('older')}
        </Button>
      )}
    </section>
  )
}

function Delivery({ webhook, active, delivery }: { webhook: string; active: boolean; delivery: DeliveryView }) {
  const t = useText('webhooks')
  const again = useRequest(() =>
    take(
      api.POST('/api/v1/webhooks/{webhook}/deliveries/{delivery}/again', {
        params: { path: { webhook, delivery: delivery.id } },
      }),
    ),
  )
  const { state, nextAt, attempts } = delivery
  return (
    <li>
      <details>
        <summary>
          <span>
            {t(`state.${state}`)} · <code>{delivery.type}</code>
          </span>
          <span className="k-meta">
            {outcome(t, delivery)}
            {attempts > 1 && ` · ${t('attempts', { count: attempts })}`} · <TimeAgo at={delivery.createdAt} />
            {state === 'waiting' && attempts > 0 && nextAt && (
              <>
                {' · '}
                {t('next')} <TimeAgo at={nextAt} />
              </>
            )}
          </span>
        </summary>
        <pre className="k-secret">{pretty(delivery.body)}</pre>
        <Button
          size="row"
          busy={again.busy}
          {...(!active && { unavailable: t('refused.is-paused') })}
          onClick={() => again.run()}
        >
          {t('again')}
        </Button>
        <span role="alert">{again.refused}</span>
      </details>
    </li>
  )
}

const pretty = (body: string) => JSON.stringify(JSON.parse(body), null, 2)

function outcome(t: Text, { lastStatus, lastError }: DeliveryView): string {
  if (lastStatus !== null) return t('answered', { status: lastStatus })
  return lastError === null ? t('not-yet') : t(`silent.${lastError}`)
}
