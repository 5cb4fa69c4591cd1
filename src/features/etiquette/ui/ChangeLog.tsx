import { useInfiniteQuery } from '@tanstack/react-query'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { readLine } from '../model.ts'
import type { PolicyChangeView } from '../wire.ts'
import { changesQuery } from './queries.ts'
import { useWords } from './use-words.ts'

export function ChangeLog() {
  const t = useText('etiquette')
  const log = useInfiniteQuery(changesQuery)
  const changes = log.data?.pages.flatMap(page => page.changes) ?? []
  return (
    <section aria-labelledby="e-log">
      <h2 id="e-log">{t('log')}</h2>
      {log.isPending && <RowSkeleton rows={3} />}
      {log.isError && <ErrorState detail={log.error.message} onRetry={() => void log.refetch()} />}
      {log.data && changes.length === 0 && <EmptyState title={t('log-none')} />}
      {changes.length > 0 && (
        <ol className="e-lines">
          {changes.map(change => (
            <Change key={change.id} change={change} />
          ))}
        </ol>
      )}
      {log.hasNextPage && (
        <Button busy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
          {t('older')}
        </Button>
      )}
    </section>
  )
}

function Change({ change }: { change: PolicyChangeView }) {
  const t = useText('etiquette')
  const { nameOf, valueWords } = useWords()
  const read = readLine(change.line)
  const line = 'kind' in read ? read : undefined
  return (
    <li>
      <div className="e-line">
        <strong>{nameOf(change.line)}</strong>
        <span>
          {t(change.toOwn ? 'from-to-own' : 'from-to', {
            from: valueWords(line, change.was),
            to: valueWords(line, change.value),
          })}
        </span>
      </div>
      <p>{t('quoted', { reason: change.reason })}</p>
      <p className="k-meta">
        {change.userName ?? t('somebody')} · <TimeAgo at={change.at} />
      </p>
    </li>
  )
}
