import { useInfiniteQuery } from '@tanstack/react-query'
import { isToolId } from '#kernel/tools.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { PersonName } from '#web/kit/PersonName.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import type { MetStep } from '../model.ts'
import { peopleQuery } from './queries.ts'

export type Opened = {
  report: string
  by: string
  row: { key: string | null }
  /** What row and column are called. */
  name: string
  column: string
  step: MetStep
}

/** Whom a number stands for. */
export function PeopleSheet(props: { opened: Opened; span: { from: string; to: string }; onClose: () => void }) {
  const { opened, span, onClose } = props
  const t = useText('reports')
  const { report, by, row, step, name, column } = opened
  const asked = { report, by, key: row.key ?? undefined, step, ...span }
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(peopleQuery(asked))
  const people = data?.pages.flatMap(page => page.people)
  return (
    <Sheet title={`${name}: ${column}`} onClose={onClose}>
      {error && !people && <ErrorState detail={error.message} onRetry={() => void refetch()} />}
      {!people && !error && <RowSkeleton />}
      {people?.length === 0 && <EmptyState title={t('people.none')} />}
      {people && people.length > 0 && (
        <ul className="rp-people">
          {people.map(one => (
            <li key={`${one.person} ${one.tool}`}>
              <PersonName name={one.name} stage={one.stage} to={`/people/${one.person}`} stageWord />
              <span className="k-meta">
                {isToolId(one.tool) && <ToolMark tool={one.tool} />} <TimeAgo at={String(one.at)} />
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
