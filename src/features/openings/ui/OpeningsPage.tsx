import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { TextField } from '#web/kit/Fields.tsx'
import { NumberText } from '#web/kit/Figures.tsx'
import { DataGrid, type GridColumn } from '#web/kit/grid/DataGrid.tsx'
import { Line, Stack } from '#web/kit/Layout.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { EmptyState, ErrorState, Notice, RowSkeleton } from '#web/kit/States.tsx'
import { addOpening, type OpeningView, openingsQuery } from './api.ts'
import './openings.css'

/** Every job that somebody is wanted for. */
export function OpeningsPage() {
  const t = useText('openings')
  const navigate = useNavigate()
  const { data: openings, error, refetch } = useQuery(openingsQuery)
  const [making, setMaking] = useState(false)
  const columns = useMemo(
    (): readonly GridColumn<OpeningView>[] => [
      {
        id: 'title',
        header: t('column.title'),
        width: 'minmax(220px, 2fr)',
        card: 'title',
        cell: opening => <bdi>{opening.title}</bdi>,
      },
      {
        id: 'state',
        header: t('column.state'),
        width: '130px',
        cell: opening => (
          <span className={`j-state j-${opening.state}`}>
            {opening.closedReason ? t(`reason.${opening.closedReason}`) : t(`state.${opening.state}`)}
          </span>
        ),
      },
      {
        id: 'organisation',
        header: t('column.organisation'),
        width: 'minmax(130px, 1fr)',
        cell: opening => <bdi>{opening.organisation}</bdi>,
      },
      {
        id: 'place',
        header: t('column.place'),
        width: 'minmax(130px, 1fr)',
        cell: opening => opening.town?.name ?? (opening.place || t(`remote.${opening.remote}`)),
      },
      {
        id: 'applications',
        header: t('column.applications'),
        width: '110px',
        numeric: true,
        cell: opening => <NumberText value={opening.applications} />,
      },
    ],
    [t],
  )
  return (
    <Page
      title={t('title')}
      fill
      meta={openings && t('count', { count: openings.length })}
      actions={openings && openings.length > 0 && <Button onClick={() => setMaking(true)}>{t('new')}</Button>}
    >
      {error && !openings && <ErrorState detail={error.message} onRetry={() => void refetch()} />}
      {!openings && !error && <RowSkeleton />}
      {openings?.length === 0 && (
        <EmptyState title={t('empty')}>
          <NextStep onClick={() => setMaking(true)}>{t('new')}</NextStep>
        </EmptyState>
      )}
      {openings && openings.length > 0 && (
        <DataGrid
          label={t('title')}
          rows={openings}
          rowId={opening => opening.id}
          columns={columns}
          onOpen={opening => void navigate({ to: '/openings/$openingId', params: { openingId: opening.id } })}
        />
      )}
      {making && <NewOpening organisation={openings?.[0]?.organisation ?? ''} onClose={() => setMaking(false)} />}
    </Page>
  )
}

function NewOpening({ organisation, onClose }: { organisation: string; onClose: () => void }) {
  const t = useText('openings')
  const navigate = useNavigate()
  const cache = useQueryClient()
  const [title, setTitle] = useState('')
  const [who, setWho] = useState(organisation)
  const make = useMutation({
    mutationFn: () => addOpening({ title: title.trim(), organisation: who.trim() }),
    onSuccess: async ({ id }) => {
      await cache.invalidateQueries({ queryKey: ['openings'] })
      onClose()
      await navigate({ to: '/openings/$openingId', params: { openingId: id } })
    },
  })
  const missing = title.trim() === '' ? t('title-first') : undefined
  return (
    <Sheet title={t('new')} onClose={onClose}>
      <form
        onSubmit={event => {
          event.preventDefault()
          if (!missing) make.mutate()
        }}
      >
        <Stack gap={4}>
          <TextField
            label={t('field.title')}
            hint={t('hint.title')}
            value={title}
            maxLength={120}
            autoFocus
            onChange={event => setTitle(event.target.value)}
          />
          <TextField
            label={t('field.organisation')}
            value={who}
            maxLength={120}
            onChange={event => setWho(event.target.value)}
          />
          {make.error && <Notice tone="block">{make.error.message}</Notice>}
          <Line>
            <NextStep type="submit" busy={make.isPending} unavailable={missing}>
              {t('begin')}
            </NextStep>
            <Button look="quiet" onClick={onClose}>
              {t('cancel')}
            </Button>
          </Line>
        </Stack>
      </form>
    </Sheet>
  )
}
