import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { openingParts } from '#web/features.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { ChoiceField } from '#web/kit/Fields.tsx'
import { GetLink } from '#web/kit/GetLink.tsx'
import { Line, Stack } from '#web/kit/Layout.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { ErrorState, Notice, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { type ClosedReason, closedReasons } from '../model.ts'
import { Applications } from './Applications.tsx'
import { changeOpening, type OpeningDetail, openingQuery, setState } from './api.ts'
import { Board } from './hiring/Board.tsx'
import { Medallists } from './hiring/Medallists.tsx'
import { Ranked } from './hiring/Ranked.tsx'
import { Intake } from './Intake.tsx'
import './openings.css'

const views = ['board', 'ranked', 'about'] as const
type View = (typeof views)[number]

export function OpeningPage() {
  const { openingId = '' }: { openingId?: string } = useParams({ strict: false })
  const search: Record<string, unknown> = useSearch({ strict: false })
  const t = useText('openings')
  const navigate = useNavigate()
  const { data, error, refetch } = useQuery(openingQuery(openingId))
  if (!data)
    return (
      <Page title={t('title')}>
        {error ? <ErrorState detail={error.message} onRetry={() => void refetch()} /> : <RowSkeleton />}
      </Page>
    )
  const { opening } = data
  // A draft is written first; from then on it is about people.
  const view: View = views.find(each => each === search.view) ?? (opening.state === 'draft' ? 'about' : 'board')
  const show = (to: View) =>
    void navigate({ to: '/openings/$openingId', params: { openingId }, search: { view: to }, replace: true })
  return (
    <Page
      title={opening.title}
      fill={view === 'board'}
      meta={
        <span className={`j-state j-${opening.state}`}>
          {opening.closedReason ? t(`reason.${opening.closedReason}`) : t(`state.${opening.state}`)}
        </span>
      }
      actions={<Actions data={data} />}
    >
      <div className="j-opening" data-view={view}>
        <ChoiceField
          label={t('view.label')}
          hideLabel
          value={view}
          choices={views.map(each => ({ value: each, label: t(`view.${each}`) }))}
          onChoose={to => show(views.find(each => each === to) ?? 'board')}
        />
        <Suspense>
          {openingParts.map(({ feature, Part }) => (
            <Part key={feature} opening={opening.id} />
          ))}
        </Suspense>
        {view === 'about' && opening.state !== 'open' && opening.missing.length > 0 && (
          <Notice tone="info">
            {t('missing-lead')} {opening.missing.map(part => t(`missing.${part}`)).join(', ')}.
          </Notice>
        )}
        {opening.state === 'closed' && <Medallists opening={opening} />}
        {view === 'board' && <Board opening={opening} onRank={() => show('ranked')} />}
        {view === 'ranked' && <Ranked opening={opening} />}
        {view === 'about' && (
          <div className="j-columns">
            <Intake key={opening.id} data={data} />
            <Applications data={data} />
          </div>
        )}
      </div>
    </Page>
  )
}

function Actions({ data: { opening } }: { data: OpeningDetail }) {
  const t = useText('openings')
  const navigate = useNavigate()
  const cache = useQueryClient()
  const [closing, setClosing] = useState(false)
  const fresh = () => cache.invalidateQueries({ queryKey: ['openings'] })
  const attempt = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onError: error => tell(error.message),
    onSettled: fresh,
  })
  const open = () =>
    attempt.mutate(async () => {
      await setState(opening.id, 'open')
      tell(t('opened', { title: opening.title }), () => attempt.mutate(() => setState(opening.id, 'closed', 'paused')))
    })
  const remove = () =>
    attempt.mutate(async () => {
      await changeOpening(opening.id, { removed: true })
      await navigate({ to: '/openings' })
      tell(t('removed', { title: opening.title }), () =>
        attempt.mutate(() => changeOpening(opening.id, { removed: false })),
      )
    })
  return (
    <>
      {opening.state !== 'draft' && (
        <a className="k-button" href={opening.url} target="_blank" rel="noopener">
          {t('see-page')}
        </a>
      )}
      {opening.state === 'open' && <GetLink of={{ kind: 'link', to: { kind: 'opening', id: opening.id } }} />}
      {opening.state === 'open' ? (
        <Button onClick={() => setClosing(true)}>{t('close')}</Button>
      ) : (
        <>
          <Button look="quiet" onClick={remove}>
            {t('remove')}
          </Button>
          <NextStep
            onClick={open}
            busy={attempt.isPending}
            unavailable={opening.missing.length > 0 ? t('not-complete') : undefined}
          >
            {opening.state === 'closed' ? t('reopen') : t('open')}
          </NextStep>
        </>
      )}
      {closing && <CloseSheet id={opening.id} title={opening.title} onClose={() => setClosing(false)} />}
    </>
  )
}

function CloseSheet({ id, title, onClose }: { id: string; title: string; onClose: () => void }) {
  const t = useText('openings')
  const cache = useQueryClient()
  const [reason, setReason] = useState<ClosedReason>('filled')
  const close = useMutation({
    mutationFn: () => setState(id, 'closed', reason),
    onSuccess: () => {
      tell(t('closed', { title }), () => void setState(id, 'open').catch((error: Error) => tell(error.message)))
      onClose()
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ['openings'] }),
  })
  return (
    <Sheet title={t('close')} onClose={onClose}>
      <Stack gap={4}>
        <ChoiceField
          label={t('why')}
          value={reason}
          choices={closedReasons.map(each => ({ value: each, label: t(`reason.${each}`) }))}
          onChoose={chosen => setReason(closedReasons.find(each => each === chosen) ?? 'filled')}
        />
        <p className="k-meta">{t('close-hint')}</p>
        {close.error && <Notice tone="block">{close.error.message}</Notice>}
        <Line>
          <NextStep onClick={() => close.mutate()} busy={close.isPending}>
            {t('close')}
          </NextStep>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </Line>
      </Stack>
    </Sheet>
  )
}
