import { Link } from '@tanstack/react-router'
import { unreachable } from '#kernel/result.ts'
import { isToolId } from '#kernel/tools.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import type { PlannedWire } from '../wire.ts'
import { isoDay } from './people-words.ts'

/** Day by day: what went out and what is planned; days without anything are left out. */
export function Calendar({ items }: { items: readonly PlannedWire[] }) {
  const t = useText('attribution')
  const { formats } = useLanguage()
  const today = isoDay(new Date())
  const days = [...Map.groupBy(items, item => isoDay(new Date(String(item.at))))]
  const format = new Intl.DateTimeFormat(formats, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })
  if (days.length === 0) return <p className="k-meta">{t('calendar.empty')}</p>
  return (
    <ol className="at-days">
      {days.map(([day, found]) => (
        <li key={day} data-past={day < today || undefined} aria-current={day === today ? 'date' : undefined}>
          <time dateTime={day}>{format.format(new Date(`${day}T00:00:00Z`))}</time>
          <ul>
            {found.map(item => (
              <li key={item.id}>
                {isToolId(item.tool) && <ToolMark tool={item.tool} />}
                <span>
                  <Title item={item} />{' '}
                  <span className="k-meta">
                    {t(`calendar.${item.kind}-${item.state}`)}
                    {item.by && ` · ${item.by}`}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

function Title({ item }: { item: PlannedWire }) {
  const t = useText('attribution')
  const words = <bdi>{item.title || t('calendar.visit')}</bdi>
  const { thing } = item
  if (thing === null) return words
  switch (item.kind) {
    case 'issue':
      return (
        <Link to="/issues/$issueId" params={{ issueId: thing }}>
          {words}
        </Link>
      )
    case 'post':
      return (
        <Link to="/posts/$postId" params={{ postId: thing }}>
          {words}
        </Link>
      )
    case 'visit':
      return (
        <Link to="/groups/$groupId" params={{ groupId: thing }}>
          {words}
        </Link>
      )
    case 'digest':
      return (
        <Link to="/lists/$listId" params={{ listId: thing }}>
          {words}
        </Link>
      )
    default:
      return unreachable(item.kind)
  }
}
