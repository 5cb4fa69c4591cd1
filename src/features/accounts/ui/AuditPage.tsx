import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api, take } from '#web/api/client.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { SelectField } from '#web/kit/Fields.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { Page } from '#web/kit/Page.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { refusalWords } from './submit.ts'
import './accounts.css'

const kinds = [
  '',
  'member',
  'session',
  'second-step',
  'passkey',
  'token',
  'webhook',
  'password',
  'workspace',
  'connection',
  'person',
  'message',
  'etiquette',
] as const

const facts = (detail: unknown): string =>
  typeof detail === 'object' && detail !== null
    ? Object.entries(detail)
        .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
        .join(', ')
    : ''

export function AuditPage() {
  const t = useText('accounts')
  const [action, setAction] = useState('')
  const log = useInfiniteQuery({
    queryKey: ['accounts', 'audit', action],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/api/v1/audit', {
          params: { query: { ...(pageParam && { cursor: pageParam }), ...(action && { action }) } },
        }),
      ),
    getNextPageParam: page => page.next,
  })
  const entries = log.data?.pages.flatMap(page => page.entries) ?? []
  const named = (action: string) => {
    const words = t(`action.${action}`)
    return words === `action.${action}` ? action : words
  }
  return (
    <Page title={t('audit.title')}>
      <section className="accounts-part" aria-label={t('audit.title')}>
        <SelectField
          label={t('audit.kind')}
          choices={kinds.map(kind => ({ value: kind, label: t(`audit.kinds.${kind || 'all'}`) }))}
          value={action}
          onChange={event => setAction(event.target.value)}
        />
        {action === 'etiquette' && (
          <p className="k-line">
            <Link to="/settings/overrides">{t('audit.overrides')}</Link>
            <Link to="/settings/etiquette">{t('audit.policy')}</Link>
          </p>
        )}
        {log.isPending && <RowSkeleton />}
        {log.isError && <ErrorState detail={refusalWords(t, log.error)} onRetry={() => void log.refetch()} />}
        {log.data && entries.length === 0 && <EmptyState title={t('audit.none')} />}
        {entries.length > 0 && (
          <ol className="accounts-rows">
            {entries.map(entry => (
              <li key={entry.id}>
                <div>
                  <span>{named(entry.action)}</span>
                  <span className="k-meta">{facts(entry.detail)}</span>
                </div>
                <span className="k-meta">
                  {entry.userName ?? t('audit.nobody')} · <TimeAgo at={entry.at} />
                </span>
              </li>
            ))}
          </ol>
        )}
        {log.hasNextPage && (
          <div className="k-line">
            <Button busy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
              {t('audit.older')}
            </Button>
          </div>
        )}
      </section>
    </Page>
  )
}
