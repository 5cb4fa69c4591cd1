import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { StageMark } from '#web/kit/StageMark.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import type { PersonPart } from '#web/manifest.ts'
import { messagesQuery, relationshipQuery, toolsQuery, touchesQuery } from './api.ts'
import { LogTouch } from './LogTouch.tsx'
import { type Entry, mergeTimeline } from './timeline.ts'
import './relationships.css'

/** Everything between us, over all tools, latest first. */
export function TimelineTab({ person, name }: PersonPart) {
  const t = useText('relationships')
  const [logging, setLogging] = useState(false)
  const { data: tools = [] } = useQuery(toolsQuery(person))
  const touches = useInfiniteQuery(touchesQuery(person))
  const messages = useInfiniteQuery(messagesQuery(person))
  const { data: relationship } = useQuery(relationshipQuery(person, undefined))
  const failed = [touches, messages].find(query => query.error && !query.data)
  if (failed) return <ErrorState detail={failed.error?.message} onRetry={() => void failed.refetch()} />
  if (!touches.data || !messages.data) return <RowSkeleton />
  const entries = mergeTimeline(
    { rows: touches.data.pages.flatMap(page => page.touches), more: touches.hasNextPage },
    { rows: messages.data.pages.flatMap(page => page.messages), more: messages.hasNextPage },
    relationship?.moves ?? [],
  )
  const more = [touches, messages].filter(query => query.hasNextPage)
  return (
    <div className="r-timeline">
      <div>
        <Button aria-expanded={logging} onClick={() => setLogging(!logging)}>
          {t('log.open')}
        </Button>
      </div>
      {logging && <LogTouch person={person} tools={tools} onClose={() => setLogging(false)} />}
      {entries.length === 0 && <EmptyState title={t('empty', { name })} />}
      <ol className="r-entries">
        {entries.map(entry => (
          <li key={entry.key} className={`r-entry r-entry-${entry.kind}`}>
            <span className="r-when k-meta">
              <TimeAgo at={entry.at} />
            </span>
            <One entry={entry} />
          </li>
        ))}
      </ol>
      {more.length > 0 && (
        <Button
          busy={more.some(query => query.isFetchingNextPage)}
          onClick={() => {
            for (const query of more) void query.fetchNextPage()
          }}
        >
          {t('earlier')}
        </Button>
      )}
    </div>
  )
}

function One({ entry }: { entry: Entry }) {
  const t = useText('relationships')
  switch (entry.kind) {
    case 'touch': {
      const { kind, tool, note } = entry.touch
      return (
        <span className="r-what">
          {tool && <ToolMark tool={tool} />} {t(`touch.${kind}`)}
          {note && <q>{note}</q>}
        </span>
      )
    }
    case 'message': {
      const { message } = entry
      return (
        <span className="r-what">
          <ToolMark tool={message.tool} /> <strong>{t(message.own ? 'you-wrote' : 'they-wrote')}</strong>{' '}
          {message.retractedAt ? (
            <span className="k-meta">{t('retracted')}</span>
          ) : (
            <Link to="/inbox/$conversationId" params={{ conversationId: message.conversation }} className="r-text">
              {message.text || t(`message.${message.kind}`)}
            </Link>
          )}
        </span>
      )
    }
    default: {
      const { move } = entry
      return (
        <span className={move.undoneAt ? 'r-what r-undone' : 'r-what'}>
          <StageMark stage={move.from} /> <span aria-hidden="true">→</span>
          <span className="hush">{t('becomes')}</span> <StageMark stage={move.to} />
          {move.reason && <q>{move.reason}</q>}
          {move.undoneAt && <span className="k-meta">{t('undone')}</span>}
        </span>
      )
    }
  }
}
