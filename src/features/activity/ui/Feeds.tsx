import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { PersonId } from '#kernel/ids.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { changeFeed, type FeedWire, feedsQuery, followFeed, keys } from './api.ts'

/** The blogs that are followed, and how they are doing. */
export function Feeds({ person }: { person: PersonId }) {
  const t = useText('activity')
  const queries = useQueryClient()
  const { data: feeds = [] } = useQuery(feedsQuery(person))
  const act = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onError: error => tell(error.message),
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.person(person) }),
  })
  const unfollow = (feed: FeedWire) =>
    act.mutate(async () => {
      await changeFeed(feed.id, 'unfollow')
      tell(t('feed.unfollowed'), () => act.mutate(() => followFeed(person, feed.url)))
    })
  if (feeds.length === 0) return null
  return (
    <ul className="a-feeds" aria-label={t('feed.all')}>
      {feeds.map(feed => (
        <li key={feed.id}>
          <span className="a-feed-title">{feed.title ?? feed.url}</span>
          <span className={feed.state === 'active' ? 'k-meta' : 'k-meta a-feed-trouble'}>
            {t(`feed.${feed.state}`)} {feed.lastPolledAt && <TimeAgo at={feed.lastPolledAt} />}
            {feed.pushed && ` · ${t('feed.pushed')}`}
            {feed.lastError && ` · ${feed.lastError}`}
          </span>
          {feed.state === 'paused' ? (
            <Button size="row" look="quiet" onClick={() => act.mutate(() => changeFeed(feed.id, 'resume'))}>
              {t('feed.resume')}
            </Button>
          ) : (
            <Button size="row" look="quiet" onClick={() => act.mutate(() => changeFeed(feed.id, 'pause'))}>
              {t('feed.pause')}
            </Button>
          )}
          <Button size="row" look="quiet" onClick={() => unfollow(feed)}>
            {t('feed.unfollow')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
