import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useDeferredValue, useMemo, useSyncExternalStore } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button, CloseButton, NextStep } from '#web/kit/Button.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { Page } from '#web/kit/Page.tsx'
import { PersonName } from '#web/kit/PersonName.tsx'
import { StageMark } from '#web/kit/StageMark.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { readStage, stageIds } from '#web/kit/stages.ts'
import { gradeOf } from '../model.ts'
import { type NetworkView, networkQuery } from './api.ts'
import { Filters } from './Filters.tsx'
import {
  type Network,
  type NetworkSearch,
  networkOf,
  otherEnd,
  readNetworkSearch,
  type Shown,
  select,
} from './select.ts'
import { TieList } from './TieList.tsx'
import { communityName } from './words.tsx'
import './network.css'
import { usePresence } from '#web/live/presence.ts'

// The drawing's library is large: it comes when a drawing is looked at.
const Drawing = lazy(async () => ({ default: (await import('./Drawing.tsx')).Drawing }))

const watchPhone = (listener: () => void) => {
  const phone = window.matchMedia('(max-width: 699px)')
  phone.addEventListener('change', listener)
  return () => phone.removeEventListener('change', listener)
}
const isPhone = () => window.matchMedia('(max-width: 699px)').matches

const lookAgainMs = 2_000

/** Who knows whom: drawn, and the same as a list, which is what a phone gets. */
export function NetworkPage() {
  const t = useText('network')
  const { data, error, refetch } = useQuery({
    ...networkQuery,
    // Until there is something to see; afterwards the server tells of each new drawing.
    refetchInterval: ({ state }) => (state.data?.working && state.data.people.length === 0 ? lookAgainMs : false),
  })
  const navigate = useNavigate()
  const empty = data && data.people.length === 0
  return (
    <Page
      title={t('title')}
      fill
      meta={
        data?.madeAt && (
          <>
            {t('people', { count: data.people.length })} · {t('ties', { count: data.ties.length })} ·{' '}
            <TimeAgo at={data.madeAt} />
            {data.working && data.people.length > 0 && <> · {t('working.more')}</>}
          </>
        )
      }
    >
      {error && !data && <ErrorState detail={error.message} onRetry={() => void refetch()} />}
      {!data && !error && <RowSkeleton />}
      {empty && data.working && (
        <div role="status">
          <EmptyState title={t('working.title')}>
            <p>
              {data.working.people > 0 ? t('working.people', { count: data.working.people }) : t('working.drawing')}
            </p>
          </EmptyState>
        </div>
      )}
      {empty && !data.working && (
        <EmptyState title={t('empty')}>
          <p>{t('empty-words')}</p>
          <NextStep onClick={() => void navigate({ to: '/import' })}>{t('empty-step')}</NextStep>
        </EmptyState>
      )}
      {data && !empty && <Whole view={data} />}
    </Page>
  )
}

function Whole({ view }: { view: NetworkView }) {
  const t = useText('network')
  const navigate = useNavigate()
  const search = readNetworkSearch(useSearch({ strict: false }))
  const phone = useSyncExternalStore(watchPhone, isPhone)
  const asList = phone || search.view === 'list'
  const network = useMemo(() => networkOf(view), [view])
  const { view: _, ...filters } = search
  const wanted = useDeferredValue(JSON.stringify(filters))
  const shown = useMemo(() => select(network, view, JSON.parse(wanted) as NetworkSearch), [network, view, wanted])
  const communities = useMemo(
    () =>
      view.communities
        .filter(one => one.shared.length > 0)
        .slice(0, 12)
        .map(one => ({ number: one.number, name: communityName(t, one) })),
    [view, t],
  )
  const change = (given: Record<string, string | number | undefined>) =>
    void navigate({ to: '/network', search: readNetworkSearch({ ...search, ...given }), replace: true })
  return (
    <div className="n-page">
      <Filters view={view} search={search} onChange={change} />
      <div className="n-bar">
        <span className="k-meta" role="status">
          {t('shown', { people: shown.people.size, ties: shown.ties.size })}
        </span>
        {!phone && (
          <fieldset className="k-choices n-views">
            <legend className="hush">{t('view.label')}</legend>
            <div>
              {(['drawing', 'list'] as const).map(one => (
                <Button
                  key={one}
                  size="row"
                  aria-pressed={asList === (one === 'list')}
                  onClick={() => change({ view: one === 'list' ? 'list' : undefined })}
                >
                  {t(`view.${one}`)}
                </Button>
              ))}
            </div>
          </fieldset>
        )}
      </div>
      {asList ? (
        <div className="n-scroll" tabIndex={-1}>
          <TieList network={network} shown={shown} communities={view.communities} />
        </div>
      ) : (
        <div className="n-stage">
          <Suspense fallback={<RowSkeleton />}>
            <Drawing
              network={network}
              shown={shown}
              focus={search.person}
              onFocus={person => change({ person })}
              communities={communities}
            />
          </Suspense>
          <Legend view={view} />
          {search.person !== undefined && (
            <InHand
              view={view}
              network={network}
              shown={shown}
              person={search.person}
              onFocus={person => change({ person })}
            />
          )}
        </div>
      )}
    </div>
  )
}

function Legend({ view }: { view: NetworkView }) {
  const t = useText('network')
  const there = useMemo(() => new Set(view.people.map(one => one.stage)), [view])
  return (
    <details className="n-legend">
      <summary>{t('legend.title')}</summary>
      <ul>
        {stageIds
          .filter(one => there.has(one))
          .map(one => (
            <li key={one}>
              <StageMark stage={one} />
            </li>
          ))}
      </ul>
      <p className="k-meta">{t('legend.words')}</p>
    </details>
  )
}

/** The one who was chosen: where they belong, and whom they know; from one to the next by keyboard too. */
function InHand(props: {
  view: NetworkView
  network: Network
  shown: Shown
  person: string
  onFocus: (person: string | undefined) => void
}) {
  const { view, network, shown, person, onFocus } = props
  const t = useText('network')
  const navigate = useNavigate()
  const presence = usePresence()
  const n = network.people.findIndex(one => one.id === person)
  const one = network.people[n]
  if (!one) return null
  const community = view.communities.find(each => each.number === one.community)
  const ties = (network.near[n] ?? []).filter(tie => shown.ties.has(tie))
  return (
    <aside className="n-hand" aria-label={one.name}>
      <header>
        <PersonName
          name={one.name}
          stage={readStage(one.stage)}
          stageWord
          tools={one.tools}
          to={`/people/${one.id}`}
          presence={presence.get(one.id) ?? 'off'}
        />
        <CloseButton onClick={() => onFocus(undefined)} />
      </header>
      <p className="k-meta">
        {community && communityName(t, community)} {one.bridge >= 0.15 && `· ${t('hand.bridge')}`}
      </p>
      <ul>
        {ties.slice(0, 12).map(tie => {
          const other = network.people[otherEnd(tie, n)]
          if (!other) return null
          const kinds = view.kinds.filter((_, bit) => tie.bits & (1 << bit)).map(kind => t(`kind.${kind}`))
          return (
            <li key={other.id}>
              <Button look="quiet" size="row" onClick={() => onFocus(other.id)}>
                <bdi>{other.name}</bdi>
              </Button>
              <span className="k-meta">
                {t(`grade.${gradeOf(tie.strength)}`)}
                {kinds.length > 0 && `: ${kinds.join(', ')}`}
              </span>
            </li>
          )
        })}
      </ul>
      <NextStep
        onClick={() =>
          void navigate({ to: '/people/$personId', params: { personId: one.id }, search: { tab: 'network' } })
        }
      >
        {t('hand.ways')}
      </NextStep>
    </aside>
  )
}
