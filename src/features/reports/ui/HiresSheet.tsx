import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useText } from '#web/i18n/i18n.ts'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { rowText, type Voice } from '../model.ts'
import { hiresQuery } from './queries.ts'

/** Who was hired, and what came first of each. */
export function HiresSheet(props: { span: { from: string; to: string }; voice: Voice; onClose: () => void }) {
  const { span, voice, onClose } = props
  const t = useText('reports')
  const { data, error, refetch } = useQuery(hiresQuery(span))
  return (
    <Sheet title={voice.words.column.hired} onClose={onClose}>
      {error && !data && <ErrorState detail={error.message} onRetry={() => void refetch()} />}
      {!data && !error && <RowSkeleton />}
      {data?.length === 0 && <EmptyState title={t('people.none')} />}
      {data && data.length > 0 && (
        <ul className="rp-people">
          {data.map(one => (
            <li key={one.person}>
              <Link to={`/people/${one.person}`}>
                <bdi>{one.name}</bdi>
              </Link>
              <span className="k-meta">
                {rowText({ key: one.way, label: null }, 'way', voice)}
                {one.label !== null && `: ${one.label}`} · <TimeAgo at={String(one.hiredAt)} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  )
}
