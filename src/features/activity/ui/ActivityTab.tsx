import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import type { PersonPart } from '#web/manifest.ts'
import { itemsQuery, levelQuery } from './api.ts'
import { Feed } from './Feed.tsx'
import { Feeds } from './Feeds.tsx'
import { FollowBlog } from './FollowBlog.tsx'
import { Quotes } from './Quotes.tsx'
import { ReadingPane } from './ReadingPane.tsx'
import './activity.css'

/** What they published, and a quiet place to read it. The item in hand stands in the address. */
export function ActivityTab({ person, name }: PersonPart) {
  const t = useText('activity')
  const navigate = useNavigate()
  const { item: asked, do: begin } = useAddress()
  const { data, error, refetch, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery(itemsQuery(person))
  const { data: known } = useQuery(levelQuery(person))
  const items = useMemo(() => data?.pages.flatMap(page => page.items) ?? [], [data])
  const open = (item: string | undefined, replace = false) =>
    void navigate({
      to: '/people/$personId',
      params: { personId: person },
      search: { tab: 'activity', ...(item === undefined ? {} : { item }) },
      replace,
      resetScroll: false,
    })
  const best = items.find(item => item.readAt === null) ?? items[0]
  const wantsBest = asked === 'next' && best !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per asking
  useEffect(() => {
    if (wantsBest && best) open(best.id, true)
  }, [wantsBest, best?.id])

  if (!data) return error ? <ErrorState detail={error.message} onRetry={() => void refetch()} /> : <RowSkeleton />
  if (items.length === 0) {
    return (
      <div className="a-empty">
        <p>{t('empty')}</p>
        <FollowBlog person={person} first={false} focus={begin === 'follow'} />
        <Feeds person={person} />
      </div>
    )
  }
  const at = items.findIndex(item => item.id === asked)
  const next = items.slice(at + 1).find(item => item.readAt === null)
  return (
    <div className="a-tab" data-open={at >= 0 || undefined}>
      <div className="a-list">
        <Feed
          label={t('feed-of', { name })}
          items={items}
          current={asked}
          more={hasNextPage}
          onOpen={item => open(item.id)}
          onEnd={() => hasNextPage && !isFetching && void fetchNextPage()}
        />
        <details className="a-more" open={begin === 'follow'}>
          <summary>{t('feed.all')}</summary>
          <Feeds person={person} />
          <FollowBlog person={person} first={false} focus={begin === 'follow'} />
        </details>
      </div>
      <div className="a-reading">
        {at >= 0 && asked !== undefined ? (
          <ReadingPane person={person} id={asked} next={next?.id} onOpen={open} />
        ) : (
          <div className="a-nothing-open">
            <p>{t('choose')}</p>
            <Quotes quotes={known?.quotes ?? []} person={person} />
          </div>
        )}
      </div>
    </div>
  )
}

function useAddress(): { item: string | undefined; do: string | undefined } {
  const search: Record<string, unknown> = useSearch({ strict: false })
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
  return { item: text(search.item), do: text(search.do) }
}
