import { useInfiniteQuery } from '@tanstack/react-query'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { PersonName } from '#web/kit/PersonName.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { readStage } from '#web/kit/stages.ts'
import { usePresence } from '#web/live/presence.ts'
import { type LogEntryWire, logQuery, type PoolView } from '../api.ts'

/** Who came, who went, and why; the latest first. */
export function Log({ pool }: { pool: PoolView }) {
  const t = useText('pools')
  const presence = usePresence()
  const { data, error, refetch, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery(logQuery(pool.id))
  if (!data) return error ? <ErrorState detail={error.message} onRetry={() => void refetch()} /> : <RowSkeleton />
  const entries = data.pages.flatMap(page => page.entries)
  if (entries.length === 0) return <EmptyState title={t('log.empty')} />
  return (
    <div className="o-scrolls">
      <ol className="o-log">
        {entries.map(entry => (
          <li key={entry.id} data-kind={entry.kind}>
            <span className="o-log-mark" aria-hidden="true">
              {entry.kind === 'came' ? '+' : entry.kind === 'went' ? '−' : '±'}
            </span>
            <span>
              {entry.person && entry.name !== null && (
                <PersonName
                  name={entry.name}
                  stage={readStage(entry.stage)}
                  presence={presence.get(entry.person) ?? 'off'}
                  to={`/people/${entry.person}`}
                />
              )}{' '}
              <Words entry={entry} />
            </span>
            <TimeAgo at={entry.at} />
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <Button busy={isFetching} onClick={() => void fetchNextPage()}>
          {t('log.more')}
        </Button>
      )}
    </div>
  )
}

function Words({ entry }: { entry: LogEntryWire }) {
  const t = useText('pools')
  const shell = useText('shell')
  const { kind, cause, matched, missing, from, to, came, went, by } = entry
  if (kind === 'filled') return <>{t(`log.filled.${cause}`, { came, went })}</>
  const parts = kind === 'came' ? matched : missing
  const moved = from && to ? t('log.moved', { from: shell(`stage.${from}`), to: shell(`stage.${to}`) }) : ''
  const why = cause === 'hand' ? t('log.cause.hand', { name: by ?? '' }) : t(`log.cause.${cause}`)
  return (
    <>
      {t(`log.${kind}`)}: {why} {moved}{' '}
      {parts.length > 0 && (
        <span className="k-meta">
          {t(kind === 'came' ? 'log.matches' : 'log.misses')} <code>{parts.join('  ')}</code>
        </span>
      )}
    </>
  )
}
