import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { PersonName } from '#web/kit/PersonName.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { readStage } from '#web/kit/stages.ts'
import { tell } from '#web/kit/Toasts.tsx'
import { usePresence } from '#web/live/presence.ts'
import type { PersonPart } from '#web/manifest.ts'
import { introductionsQuery, keys, settle, type WayView, waysQuery } from '../api.ts'
import { Grade, useBecause } from '../words.tsx'
import { AskSheet } from './AskSheet.tsx'

/** Who could introduce us, best way first, with what every tie rests on; and what became of whoever was asked. */
export function Ways({ person, name, stage }: PersonPart) {
  const t = useText('network')
  const { data, error, refetch } = useQuery(waysQuery(person))
  const [asking, setAsking] = useState<WayView>()
  return (
    <section className="n-section" aria-labelledby="n-ways">
      <h2 id="n-ways">{t('ways.title')}</h2>
      {error && !data && <ErrorState detail={error.message} onRetry={() => void refetch()} />}
      {!data && !error && <RowSkeleton rows={3} />}
      {data && <KnownBy known={data.knownBy} name={name} />}
      {data && stage === 'do-not-contact' && <p className="k-meta">{t('ways.do-not-contact', { name })}</p>}
      {data && stage !== 'do-not-contact' && data.ways.length === 0 && (
        <EmptyState title={t(data.knownBy.length > 0 ? 'ways.none-but-you' : 'ways.none', { name })} />
      )}
      {data && data.ways.length > 0 && (
        <ol className="n-ways">
          {data.ways.map(way => (
            <li key={way.through.map(one => one.person).join()}>
              <Way way={way} name={name} wanted={person} wantedStage={data.wanted.stage} onAsk={() => setAsking(way)} />
            </li>
          ))}
        </ol>
      )}
      <Introductions person={person} />
      {asking && <AskSheet way={asking} person={person} name={name} onClose={() => setAsking(undefined)} />}
    </section>
  )
}

function KnownBy({
  known,
  name,
}: {
  known: readonly { user: WayView['user']; link: WayView['links'][number] }[]
  name: string
}) {
  const t = useText('network')
  const because = useBecause()
  if (known.length === 0) return null
  return (
    <ul className="n-known">
      {known.map(({ user, link }) => (
        <li key={user.id}>
          <span>{user.me ? t('ways.you-know', { name }) : t('ways.colleague-knows', { who: user.name, name })}</span>
          <span className="n-because">{link.because[0] && because(link.because[0])}</span>
          <Grade link={link} title={t('between', { a: user.me ? t('you') : user.name, b: name })} />
        </li>
      ))}
    </ul>
  )
}

function Way({
  way,
  name,
  wanted,
  wantedStage,
  onAsk,
}: {
  way: WayView
  name: string
  wanted: string
  wantedStage: string
  onAsk: () => void
}) {
  const t = useText('network')
  const because = useBecause()
  const presence = usePresence()
  const by = way.user.me ? t('you') : way.user.name
  const names = [by, ...way.through.map(one => one.name), name]
  const [first] = way.through
  return (
    <div className="n-way">
      <div className="n-chain">
        <bdi>{by}</bdi>
        {way.through.map(one => (
          <span key={one.person} className="n-hop">
            <span aria-hidden="true" className="n-arrow" />
            <PersonName
              name={one.name}
              stage={readStage(one.stage)}
              to={`/people/${one.person}`}
              presence={presence.get(one.person) ?? 'off'}
            />
          </span>
        ))}
        <span className="n-hop">
          <span aria-hidden="true" className="n-arrow" />
          <PersonName name={name} stage={readStage(wantedStage)} presence={presence.get(wanted) ?? 'off'} />
        </span>
      </div>
      <ul className="n-links">
        {way.links.map((link, n) => (
          <li key={names[n]}>
            <span className="n-because">
              <bdi>{t('between', { a: names[n] ?? '', b: names[n + 1] ?? '' })}</bdi>
              {link.because[0] && `: ${because(link.because[0])}`}
            </span>
            <Grade link={link} title={t('between', { a: names[n] ?? '', b: names[n + 1] ?? '' })} />
          </li>
        ))}
      </ul>
      {first &&
        (way.user.me ? (
          <Button onClick={onAsk}>{t('ask.button', { name: first.name })}</Button>
        ) : (
          <p className="k-meta">{t('ask.colleague', { who: way.user.name, name: first.name })}</p>
        ))}
    </div>
  )
}

function Introductions({ person }: { person: string }) {
  const t = useText('network')
  const cache = useQueryClient()
  const { data } = useQuery(introductionsQuery(person))
  const change = useMutation({
    mutationFn: ({ id, to }: { id: string; to: 'asked' | 'made' | 'declined' }) => settle(id, to),
    onSuccess: (done, { id, to }) => {
      const name = done.via.name
      tell(t(`introduction.now-${to}`, { name }), () => change.mutate({ id, to: 'asked' }))
    },
    onError: error => tell(error.message),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.people }),
  })
  if (!data || data.length === 0) return null
  return (
    <div>
      <h3 className="n-small">{t('introduction.title')}</h3>
      <ul className="n-people">
        {data.map(one => (
          <li key={one.id}>
            <span>
              {t(`introduction.${one.state}`, { via: one.via.name, person: one.person.name })}{' '}
              <span className="k-meta">
                <TimeAgo at={one.answeredAt ?? one.askedAt} />
              </span>
            </span>
            <span className="n-acts">
              {one.state === 'asked' ? (
                <>
                  <Button size="row" onClick={() => change.mutate({ id: one.id, to: 'made' })}>
                    {t('introduction.make')}
                  </Button>
                  <Button look="quiet" onClick={() => change.mutate({ id: one.id, to: 'declined' })}>
                    {t('introduction.decline')}
                  </Button>
                </>
              ) : (
                <Button look="quiet" onClick={() => change.mutate({ id: one.id, to: 'asked' })}>
                  {t('introduction.reopen')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
