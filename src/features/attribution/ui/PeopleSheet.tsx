import { useInfiniteQuery } from '@tanstack/react-query'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { PersonName } from '#web/kit/PersonName.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { type CameAsk, cameQuery } from './queries.ts'

/** Whom a number stands for. */
export function PeopleSheet({ title, asked, onClose }: { title: string; asked: CameAsk; onClose: () => void }) {
  const t = useText('attribution')
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(cameQuery(asked))
  const people = data?.pages.flatMap(page => page.people)
  return (
    <Sheet title={title} onClose={onClose}>
      {error && !people && <ErrorState detail={error.message} onRetry={() => void refetch()} />}
      {!people && !error && <RowSkeleton />}
      {people?.length === 0 && <EmptyState title={t('people.none')} />}
      {people && people.length > 0 && (
        <ul className="at-people">
          {people.map(one => (
            <li key={`${one.person} ${one.source.id}`}>
              <PersonName name={one.name} stage={one.stage} to={`/people/${one.person}`} stageWord />
              <span className="k-meta">
                {t('people.by', { source: one.source.label })} · <TimeAgo at={String(one.at)} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('people.more')}
        </Button>
      )}
    </Sheet>
  )
}
