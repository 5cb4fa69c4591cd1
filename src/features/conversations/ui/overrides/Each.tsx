import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import type { ReportedOverrideView } from '../../wire.ts'
import { overridesQuery, type Report } from './queries.ts'

export function Each({ report }: { report: Report }) {
  const t = useText('conversations')
  const found = useInfiniteQuery(overridesQuery(report))
  return (
    <section aria-labelledby="o-each">
      <h2 id="o-each">{t('overrides.each')}</h2>
      {found.isPending && <RowSkeleton rows={4} label={t('overrides.loading')} />}
      {found.isError && <ErrorState detail={found.error.message} onRetry={() => void found.refetch()} />}
      <ol className="o-each">
        {found.data?.pages
          .flatMap(page => page.overrides)
          .map(row => (
            <One key={row.id} row={row} />
          ))}
      </ol>
      {found.hasNextPage && (
        <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('overrides.older')}
        </Button>
      )}
    </section>
  )
}

function One({ row }: { row: ReportedOverrideView }) {
  const t = useText('conversations')
  const name = row.answeredByName ?? t('overrides.somebody')
  const answer = () => {
    if (row.outcome === 'open' || row.outcome === 'outside') return null
    if (row.outcome === 'at-once') return t('overrides.own-reason', { reason: row.reason })
    return row.reason === ''
      ? t('overrides.answered-silent', { name })
      : t('overrides.answered', { name, reason: row.reason })
  }
  return (
    <li>
      <div className="o-line">
        <strong>{row.recruiterName ?? t('overrides.somebody')}</strong>
        <span>
          {t(`overrides.outcomes.${row.outcome}`)}
          {row.outcome === 'granted' && ` · ${t(row.sent ? 'overrides.sent' : 'overrides.not-sent')}`}
        </span>
        <span className="k-meta">
          <TimeAgo at={row.at} />
        </span>
      </div>
      <ul className="o-because">
        {row.because.map(words => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {answer() && <p>{answer()}</p>}
      <details>
        <summary>{t('overrides.draft')}</summary>
        <p className="o-draft">{row.draft}</p>
      </details>
      {row.conversation && (
        <Link to="/inbox/$conversationId" params={{ conversationId: row.conversation }}>
          {t('overrides.thread')}
        </Link>
      )}
    </li>
  )
}
