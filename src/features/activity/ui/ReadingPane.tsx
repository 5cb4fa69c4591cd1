import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { PersonId } from '#kernel/ids.ts'
import { useText } from '#web/i18n/i18n.ts'
import { useKey } from '#web/keyboard/registry.ts'
import { Button, IconButton } from '#web/kit/Button.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { Icon } from '#web/kit/Icon.tsx'
import { ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import { itemQuery, type OpenItemWire } from './api.ts'
import { Quotes } from './Quotes.tsx'
import { useQuoting } from './use-quoting.ts'
import { type ReadingState, useReading } from './use-reading.ts'

export function ReadingPane(props: {
  person: PersonId
  id: string
  next: string | undefined
  onOpen: (id: string | undefined) => void
}) {
  const { person, id, next, onOpen } = props
  const { data, error, refetch } = useQuery(itemQuery(person, id))
  if (!data) return error ? <ErrorState detail={error.message} onRetry={() => void refetch()} /> : <RowSkeleton />
  return <Article key={data.id} item={data} next={next} onOpen={onOpen} />
}

function Article({
  item,
  next,
  onOpen,
}: {
  item: OpenItemWire
  next: string | undefined
  onOpen: (id: string | undefined) => void
}) {
  const t = useText('activity')
  const pane = useRef<HTMLElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const { state, dismiss } = useReading(item, pane)
  const quoting = useQuoting(item, body)

  useEffect(() => {
    pane.current?.focus({ preventScroll: true })
    pane.current?.parentElement?.scrollIntoView({ block: 'nearest' })
  }, [])
  useKey('person-read', () => {
    const page = pane.current?.closest('main')
    if (!page) return false
    const bottom = page.scrollTop + page.clientHeight >= page.scrollHeight - 4
    if (!bottom) page.scrollBy({ top: page.clientHeight * 0.85 })
    else if (next !== undefined) onOpen(next)
    return !bottom || next !== undefined
  })
  useKey('person-dismiss', dismiss, { enabled: state.kind === 'recorded' })
  useKey('person-keep', quoting.keep)
  return (
    <>
      <div className="a-bar">
        <IconButton className="k-icon-button a-back" label={t('back')} onClick={() => onOpen(undefined)}>
          <Icon name="back" />
        </IconButton>
        <Told state={state} />
        {state.kind === 'recorded' && (
          <Button size="row" look="quiet" aria-keyshortcuts="d" onClick={dismiss}>
            {t('reading.dismiss')}
          </Button>
        )}
        <span className="a-bar-end">
          <Button
            size="row"
            look="quiet"
            aria-keyshortcuts="h"
            unavailable={quoting.selected === '' ? t('quote.select') : undefined}
            onClick={quoting.keep}
          >
            {t('quote.keep')}
          </Button>
        </span>
      </div>
      <article ref={pane} className="a-pane" data-region="reading" tabIndex={-1} aria-labelledby="reading-title">
        <h2 id="reading-title" lang={item.language ?? undefined}>
          {item.title ?? t('untitled')}
        </h2>
        <p className="k-meta a-source">
          <ToolMark tool={item.tool} word /> <TimeAgo at={item.publishedAt} /> · {t('minutes', { count: item.minutes })}
          {item.editedAt && ` · ${t('edited')}`}
          {item.url && (
            <>
              {' · '}
              <a href={item.url} target="_blank" rel="noopener noreferrer">
                {t('original')}
              </a>
            </>
          )}
        </p>
        <Words item={item} body={body} />
        <Quotes quotes={item.quotes} person={item.person} />
        {next !== undefined && (
          <Button look="quiet" onClick={() => onOpen(next)}>
            {t('next-unread')}
          </Button>
        )}
      </article>
    </>
  )
}

function Words({ item, body }: { item: OpenItemWire; body: React.RefObject<HTMLDivElement | null> }) {
  const lang = item.language ?? undefined
  if (item.html === null) {
    return (
      <div ref={body} className="a-words a-plain" lang={lang}>
        {item.text}
      </div>
    )
  }
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by the server before it was stored; the content policy allows no script
    <div ref={body} className="a-words" lang={lang} dangerouslySetInnerHTML={{ __html: item.html }} />
  )
}

function Told({ state }: { state: ReadingState }) {
  const t = useText('activity')
  switch (state.kind) {
    case 'recorded':
      return <span className="a-told a-recorded">{t('reading.recorded')}</span>
    case 'dismissed':
      return <span className="a-told">{t('reading.dismissed')}</span>
    case 'failed':
      return (
        <span className="a-told">
          {t('reading.failed')}{' '}
          <Button size="row" look="quiet" onClick={state.again}>
            {t('reading.again')}
          </Button>
        </span>
      )
    default:
      return <span className="a-told">{t('reading.counts', { seconds: Math.ceil(state.leftMs / 1_000) })}</span>
  }
}
