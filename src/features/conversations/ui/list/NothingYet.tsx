import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { EmptyState, RowSkeleton } from '#web/kit/States.tsx'
import { connectionsQuery, countsQuery, inboxToolsQuery } from '../queries.ts'

/** No open conversation: why that is so, and what helps against it. Somebody new who wrote comes before everything. */
export function NothingYet() {
  const t = useText('conversations')
  const navigate = useNavigate()
  const { data: counts, isPending } = useQuery(countsQuery)
  const { data: talkedOver = [] } = useQuery(inboxToolsQuery)
  const { data: connections, isPending: unconnected } = useQuery(connectionsQuery)
  if (isPending || unconnected) return <RowSkeleton rows={8} label={t('list.loading')} />
  const waiting = counts?.requests ?? 0
  const online = <Button onClick={() => void navigate({ to: '/online' })}>{t('list.who-online')}</Button>
  const page = <Button onClick={() => void navigate({ to: '/pages' })}>{t('list.make-page')}</Button>
  if (waiting > 0)
    return (
      <EmptyState title={t('list.empty.all-requests', { count: waiting })}>
        <NextStep onClick={() => void navigate({ to: '/inbox', search: { view: 'requests' } })}>
          {t('list.open-requests')}
        </NextStep>
      </EmptyState>
    )
  if (talkedOver.length > 0) return <EmptyState title={t('list.empty.all-done')}>{online}</EmptyState>
  if (connections && connections.length > 0)
    return (
      <EmptyState title={t('list.empty.all-connected')}>
        {online}
        {page}
      </EmptyState>
    )
  return (
    <EmptyState title={t('list.empty.all')}>
      <NextStep onClick={() => void navigate({ to: '/settings/connections', search: { add: 'tool' } })}>
        {t('list.connect')}
      </NextStep>
      {page}
    </EmptyState>
  )
}
