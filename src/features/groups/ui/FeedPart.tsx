import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { isStage } from '#features/relationships/model.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TextField } from '#web/kit/Fields.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { PersonName } from '#web/kit/PersonName.tsx'
import { Notice } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { usePresence } from '#web/live/presence.ts'
import type { GroupPageWire, ItemWire } from '../wire.ts'
import { followFeed, groupKeys } from './queries.ts'

/** What the place published, read here; time counts while an item is open. */
export function FeedPart({ page, viewer }: { page: GroupPageWire; viewer: string | undefined }) {
  const t = useText('groups')
  const cache = useQueryClient()
  const [url, setUrl] = useState('')
  const { feed, items, group } = page
  const fresh = () => cache.invalidateQueries({ queryKey: groupKeys.all })
  const follow = useMutation({
    mutationFn: (address: string | null) => followFeed(group.id, address),
    onSuccess: ({ items: found }, address) => {
      if (address !== null) tell(t('feed.followed', { count: found }))
      else tell(t('feed.left'), () => void followFeed(group.id, feed?.url ?? null).then(fresh))
    },
    onSettled: fresh,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (url.trim() !== '') follow.mutate(url)
  }
  return (
    <>
      {feed ? (
        <p className="g-feed">
          <span className="k-meta">
            {t('feed.of', { title: feed.title ?? feed.url })}
            {feed.polledAt && (
              <>
                {' · '}
                {t('feed.asked')} <TimeAgo at={feed.polledAt} />
              </>
            )}
          </span>
          <Button
            size="row"
            look="quiet"
            busy={follow.isPending}
            unavailable={viewer}
            onClick={() => follow.mutate(null)}
          >
            {t('feed.leave')}
          </Button>
        </p>
      ) : (
        <form className="g-follow" onSubmit={submit}>
          <TextField
            label={t('field.feed')}
            hint={t('field.feed-hint')}
            value={url}
            maxLength={2000}
            error={follow.error?.message}
            onChange={event => setUrl(event.target.value)}
          />
          <Button
            type="submit"
            busy={follow.isPending}
            unavailable={viewer ?? (url.trim() === '' ? t('feed.first') : undefined)}
          >
            {t('feed.follow')}
          </Button>
        </form>
      )}
      {feed?.error && (
        <Notice tone="warn">{t(`feed.${feed.state === 'gone' ? 'gone' : 'failing'}`, { why: feed.error })}</Notice>
      )}
      {feed && items.length === 0 && <p className="k-meta">{t('feed.nothing')}</p>}
      <ul className="g-items">
        {items.map(item => (
          <Item key={item.id} item={item} page={page} />
        ))}
      </ul>
    </>
  )
}

function Item({ item, page }: { item: ItemWire; page: GroupPageWire }) {
  const t = useText('groups')
  const navigate = useNavigate()
  const presence = usePresence()
  const { item: shown }: { item?: string } = useSearch({ strict: false })
  const open = shown === item.id
  const toggle = () =>
    void navigate({
      to: '/groups/$groupId',
      params: { groupId: page.group.id },
      search: open ? {} : { item: item.id },
      replace: true,
      resetScroll: false,
    })
  return (
    <li data-fresh={item.fresh || undefined}>
      <button type="button" className="g-item" aria-expanded={open} onClick={toggle}>
        <span dir="auto">{item.title ?? item.text.slice(0, 80)}</span>
        <span className="k-meta">
          {item.fresh && `${t('feed.new')} · `}
          {item.author && !item.person && <bdi>{item.author} · </bdi>}
          <TimeAgo at={String(item.at)} />
        </span>
      </button>
      {item.person && (
        <PersonName
          name={item.person.name}
          stage={isStage(item.person.stage) ? item.person.stage : 'found'}
          tools={[page.group.tool]}
          presence={presence.get(item.person.id) ?? 'off'}
          to={`/people/${item.person.id}`}
        />
      )}
      {open && (
        <div className="g-text">
          <p dir="auto">{item.text === '' ? t('feed.no-text') : item.text}</p>
          {item.url && (
            <a href={item.url} target="_blank" rel="noopener noreferrer">
              {t('feed.there')}
            </a>
          )}
        </div>
      )}
    </li>
  )
}
