import { infiniteQueryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { isStage } from '#features/relationships/model.ts'
import { ask, searchOf } from '#web/api/ask.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { ChoiceField, SelectField } from '#web/kit/Fields.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { Line, Stack } from '#web/kit/Layout.tsx'
import { Page } from '#web/kit/Page.tsx'
import { PersonName } from '#web/kit/PersonName.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import { usePresence } from '#web/live/presence.ts'
import { type FeedKind, feedKinds } from '../../model.ts'
import type { FeedItem, FeedPage as Wire } from '../../wire.ts'
import { teamQuery } from '../api.ts'
import { teamsQuery } from '../teams/api.ts'
import { folded } from './folded.ts'
import '../team.css'

type Narrowed = { kind?: FeedKind; user?: string; team?: string }

const readSearch = (search: Record<string, unknown>): Narrowed => {
  const kind = feedKinds.find(each => each === search.kind && each !== 'all')
  return {
    ...(kind ? { kind } : {}),
    ...(typeof search.user === 'string' ? { user: search.user } : {}),
    ...(typeof search.team === 'string' ? { team: search.team } : {}),
  }
}

const feedQuery = (of: Narrowed) =>
  infiniteQueryOptions({
    queryKey: ['feed', of],
    initialPageParam: '',
    queryFn: ({ pageParam }) => ask<Wire>(`/feed${searchOf({ ...of, cursor: pageParam })}`),
    getNextPageParam: page => page.next ?? undefined,
    refetchInterval: 60_000,
  })

/** Who of us did what, the latest first: towards people, and in Kith. */
export function FeedPage() {
  const t = useText('team')
  const navigate = useNavigate()
  const of = readSearch(useSearch({ strict: false }))
  const { data: members = [] } = useQuery(teamQuery)
  const { data: teams = [] } = useQuery(teamsQuery)
  const list = useInfiniteQuery(feedQuery(of))
  const items = list.data?.pages.flatMap(page => page.items)
  const go = (to: { kind?: string | undefined; user?: string | undefined; team?: string | undefined }) =>
    void navigate({ to: '/feed', search: readSearch({ ...of, ...to }), replace: true })
  const who = of.team ? `team ${of.team}` : of.user ? `user ${of.user}` : ''
  return (
    <Page title={t('feed.title')}>
      <Stack gap={4}>
        <Line gap={4}>
          <ChoiceField
            label={t('feed.kind')}
            hideLabel
            value={of.kind ?? 'all'}
            choices={feedKinds.map(each => ({ value: each, label: t(`feed.of.${each}`) }))}
            onChoose={kind => go({ kind })}
          />
          <SelectField
            label={t('feed.who')}
            value={who}
            choices={[
              { value: '', label: t('feed.everybody') },
              ...teams.map(each => ({ value: `team ${each.id}`, label: t('feed.team', { name: each.name }) })),
              ...members.map(each => ({ value: `user ${each.id}`, label: each.name })),
            ]}
            onChange={event => {
              const [what, id] = event.target.value.split(' ')
              go({ user: what === 'user' ? id : undefined, team: what === 'team' ? id : undefined })
            }}
          />
        </Line>
        {!items &&
          (list.error ? (
            <ErrorState detail={list.error.message} onRetry={() => void list.refetch()} />
          ) : (
            <RowSkeleton />
          ))}
        {items?.length === 0 && <EmptyState title={t('feed.empty')} />}
        {items && items.length > 0 && (
          <ol className="td-framed">
            {folded(items).map(({ item, times }) => (
              <Done key={item.id} item={item} times={times} />
            ))}
          </ol>
        )}
        {list.hasNextPage && (
          <Line>
            <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t('more')}
            </Button>
          </Line>
        )}
      </Stack>
    </Page>
  )
}

function Done({ item, times }: { item: FeedItem; times: number }) {
  const t = useText('team')
  const presence = usePresence()
  const { user, what, tool, person, conversation, colleague, opening, at } = item
  return (
    <li className="td-given">
      <span className="td-facts td-done">
        <strong>
          <bdi>{user.name}</bdi>
        </strong>
        <span>{t(`feed.${what}`, { name: colleague ?? t('feed.somebody') })}</span>
        {tool && <ToolMark tool={tool} />}
        {person && (
          <PersonName
            name={person.name}
            stage={isStage(person.stage) ? person.stage : 'found'}
            presence={presence.get(person.id) ?? 'off'}
            to={`/people/${person.id}`}
          />
        )}
        {conversation && (
          <Link to="/inbox/$conversationId" params={{ conversationId: conversation.id }} className="k-link">
            {person ? t('todo.thread') : <bdi>{conversation.name}</bdi>}
          </Link>
        )}
        {opening && (
          <Link to="/openings/$openingId" params={{ openingId: opening.id }} className="k-link">
            <bdi>{opening.name}</bdi>
          </Link>
        )}
        {times > 1 && <span className="k-meta">{t('feed.times', { count: times })}</span>}
      </span>
      <span className="k-meta">
        <TimeAgo at={at} />
      </span>
    </li>
  )
}
