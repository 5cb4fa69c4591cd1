import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { ChoiceField, TextField } from '#web/kit/Fields.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { Line } from '#web/kit/Layout.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { subscriberStates } from '../model.ts'
import type { ListWire, SubscriberWire } from '../wire.ts'
import { listKeys, proofQuery, readSubscribers, removeSubscriber, subscribersQuery, whyOf } from './queries.ts'

/** Who is on the list, with the proof of each. */
export function Subscribers({ list, viewer }: { list: ListWire; viewer: string | undefined }) {
  const t = useText('broadcasts')
  const [state, setState] = useState('')
  const [search, setSearch] = useState('')
  const wanted = useDeferredValue(search)
  const [more, setMore] = useState<{ of: string; rows: SubscriberWire[]; next: string | null }>()
  const [open, setOpen] = useState<SubscriberWire>()
  const { data, error, refetch } = useQuery(subscribersQuery(list.id, state, wanted))
  const of = `${state} ${wanted}`
  const added = more?.of === of ? more : undefined
  const rows = [...(data?.subscribers ?? []), ...(added?.rows ?? [])]
  const next = added ? added.next : (data?.next ?? null)
  const goOn = () =>
    void readSubscribers(list.id, state, wanted, next ?? undefined)
      .then(found => setMore({ of, rows: [...(added?.rows ?? []), ...found.subscribers], next: found.next }))
      .catch((failure: unknown) => tell(whyOf(failure) ?? t('failed')))
  return (
    <>
      <div className="l-filter">
        <TextField label={t('find')} type="search" value={search} onChange={event => setSearch(event.target.value)} />
        <ChoiceField
          label={t('filter')}
          hideLabel
          value={state}
          choices={[
            { value: '', label: t('everyone') },
            ...subscriberStates.map(value => ({ value, label: t(`subscriber.${value}`) })),
          ]}
          onChoose={setState}
        />
      </div>
      {error && !data && <ErrorState detail={whyOf(error)} onRetry={() => void refetch()} />}
      {!data && !error && <RowSkeleton rows={5} label={t('loading')} />}
      {data && rows.length === 0 && (
        <EmptyState title={t(search === '' && state === '' ? 'no-subscribers' : 'none-found')} />
      )}
      {rows.length > 0 && (
        <ul className="l-rows">
          {rows.map(row => (
            <li key={row.id}>
              <span className="l-who">
                <bdi>{row.email}</bdi>
                {row.name && (
                  <>
                    {' '}
                    {row.person ? (
                      <Link to="/people/$personId" params={{ personId: row.person }}>
                        <bdi>{row.name}</bdi>
                      </Link>
                    ) : (
                      <bdi>{row.name}</bdi>
                    )}
                  </>
                )}
              </span>
              <span className="k-meta">
                {t(`subscriber.${row.state}`)}
                {row.endedHow && ` (${t(`how.${row.endedHow}`)})`}
                {row.state === 'confirmed' && row.suppressed && ` · ${t('closed-address')}`} ·{' '}
                <TimeAgo at={String(row.endedAt ?? row.confirmedAt ?? row.askedAt)} />
              </span>
              <Button
                size="row"
                look="quiet"
                onClick={() => setOpen(row)}
                aria-label={t('proof-of', { email: row.email })}
              >
                {t('proof')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {next && (
        <Line>
          <Button onClick={goOn}>{t('more')}</Button>
        </Line>
      )}
      {open && <ProofSheet list={list.id} subscriber={open} viewer={viewer} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function ProofSheet(props: {
  list: string
  subscriber: SubscriberWire
  viewer: string | undefined
  onClose: () => void
}) {
  const { list, subscriber, viewer, onClose } = props
  const t = useText('broadcasts')
  const cache = useQueryClient()
  const { data, error, refetch } = useQuery(proofQuery(list, subscriber.id))
  const remove = () =>
    void removeSubscriber(list, subscriber.id)
      .then(() => {
        tell(t('removed', { email: subscriber.email }))
        onClose()
        return cache.invalidateQueries({ queryKey: listKeys.all })
      })
      .catch((failure: unknown) => tell(whyOf(failure) ?? t('failed')))
  const isIn = subscriber.state === 'asked' || subscriber.state === 'confirmed'
  return (
    <Sheet
      title={t('proof-of', { email: subscriber.email })}
      onClose={onClose}
      footer={
        isIn ? (
          <Button look="danger" unavailable={viewer} onClick={remove}>
            {t('remove')}
          </Button>
        ) : undefined
      }
    >
      {error && !data && <ErrorState detail={whyOf(error)} onRetry={() => void refetch()} />}
      {!data && !error && <RowSkeleton rows={3} label={t('loading')} />}
      <ol className="l-proofs">
        {data?.proofs.map(proof => (
          <li key={`${proof.kind} ${proof.at}`}>
            <strong>{t(`proofs.${proof.kind}`)}</strong> <TimeAgo at={String(proof.at)} />
            <dl dir="auto">
              {proof.ip && (
                <>
                  <dt>{t('proofs.ip')}</dt>
                  <dd>{proof.ip}</dd>
                </>
              )}
              {proof.page && (
                <>
                  <dt>{t('proofs.page')}</dt>
                  <dd className="l-address">{proof.page}</dd>
                </>
              )}
              {proof.consent && (
                <>
                  <dt>{t('field.consent')}</dt>
                  <dd>{proof.consent}</dd>
                </>
              )}
              {proof.purpose && (
                <>
                  <dt>{t('field.purpose')}</dt>
                  <dd>{proof.purpose}</dd>
                </>
              )}
              {proof.kind === 'imported' && proof.how && (
                <>
                  <dt>{t('proofs.wording')}</dt>
                  <dd>{proof.how}</dd>
                </>
              )}
            </dl>
          </li>
        ))}
      </ol>
    </Sheet>
  )
}
