import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { NumberText } from '#web/kit/Figures.tsx'
import { DataGrid, type GridColumn } from '#web/kit/grid/DataGrid.tsx'
import { Page } from '#web/kit/Page.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { type ListedPoolWire, poolsQuery } from './api.ts'
import { PoolForm } from './PoolForm.tsx'
import './pools.css'

/** Every pool that one may see: who is kept together, and what came of it lately. */
export function PoolsPage() {
  const t = useText('pools')
  const navigate = useNavigate()
  const { data: pools, error, refetch } = useQuery(poolsQuery)
  const [making, setMaking] = useState(false)
  const columns = useMemo((): readonly GridColumn<ListedPoolWire>[] => {
    const rhythm = (pool: ListedPoolWire) => pool.warmWeeks !== null && t('weeks', { count: pool.warmWeeks })
    return [
      {
        id: 'name',
        header: t('column.name'),
        width: 'minmax(200px, 2fr)',
        card: 'title',
        cell: pool => (
          <span className="o-name">
            <bdi>{pool.name}</bdi> {pool.kind === 'dynamic' && <span className="k-meta">{t('kind.dynamic')}</span>}
          </span>
        ),
      },
      {
        id: 'size',
        header: t('column.people'),
        width: '90px',
        numeric: true,
        cell: pool => <NumberText value={pool.size} />,
      },
      {
        id: 'moved',
        header: t('column.moved'),
        width: '110px',
        numeric: true,
        cell: pool => <Moved came={pool.came} went={pool.went} />,
      },
      { id: 'rhythm', header: t('column.rhythm'), width: 'minmax(110px, 1fr)', cell: rhythm },
      {
        id: 'who',
        header: t('column.who'),
        width: 'minmax(130px, 1fr)',
        card: 'hidden',
        cell: pool => (
          <>
            <bdi>{pool.owner.name}</bdi>{' '}
            <span className="k-meta">
              {pool.team ? t('seen.team') : pool.shares > 0 ? t('seen.shares', { count: pool.shares }) : t('seen.own')}
            </span>
          </>
        ),
      },
    ]
  }, [t])
  return (
    <Page
      title={t('title')}
      fill
      meta={pools && t('count', { count: pools.length })}
      actions={pools && pools.length > 0 && <Button onClick={() => setMaking(true)}>{t('new')}</Button>}
    >
      {error && !pools && <ErrorState detail={error.message} onRetry={() => void refetch()} />}
      {!pools && !error && <RowSkeleton />}
      {pools?.length === 0 && (
        <EmptyState title={t('empty')}>
          <NextStep onClick={() => setMaking(true)}>{t('new')}</NextStep>
        </EmptyState>
      )}
      {pools && pools.length > 0 && (
        <DataGrid
          label={t('title')}
          rows={pools}
          rowId={pool => pool.id}
          columns={columns}
          onOpen={pool => void navigate({ to: '/pools/$poolId', params: { poolId: pool.id } })}
        />
      )}
      {making && <PoolForm onClose={() => setMaking(false)} />}
    </Page>
  )
}

/** "+3 −1", read out as words. */
export function Moved({ came, went }: { came: number; went: number }) {
  const t = useText('pools')
  if (came === 0 && went === 0) return <span className="k-meta">–</span>
  return (
    <span title={t('moved', { came, went })}>
      <span aria-hidden="true">
        +{came} −{went}
      </span>
      <span className="hush">{t('moved', { came, went })}</span>
    </span>
  )
}
