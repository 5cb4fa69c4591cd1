import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { ChoiceField } from '#web/kit/Fields.tsx'
import { Icon } from '#web/kit/Icon.tsx'
import { Menu } from '#web/kit/Menu.tsx'
import { Page } from '#web/kit/Page.tsx'
import { ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { changePool, keys, type PoolView, poolQuery } from './api.ts'
import { PoolForm } from './PoolForm.tsx'
import { Board } from './pool/Board.tsx'
import { HealthLine } from './pool/HealthLine.tsx'
import { HealthView } from './pool/HealthView.tsx'
import { Log } from './pool/Log.tsx'
import { Members } from './pool/Members.tsx'
import { SearchWords } from './pool/SearchWords.tsx'
import { ShareSheet } from './pool/ShareSheet.tsx'
import './pools.css'

const views = ['table', 'cards', 'board', 'log', 'health'] as const
type View = (typeof views)[number]

export function PoolPage() {
  const { poolId = '' }: { poolId?: string } = useParams({ strict: false })
  const search: Record<string, unknown> = useSearch({ strict: false })
  const t = useText('pools')
  const navigate = useNavigate()
  const { data, error, refetch } = useQuery(poolQuery(poolId))
  const view: View = views.find(each => each === search.view) ?? 'table'
  if (!data)
    return (
      <Page title={t('title')}>
        {error ? <ErrorState detail={error.message} onRetry={() => void refetch()} /> : <RowSkeleton />}
      </Page>
    )
  const { pool, mayChange } = data
  return (
    <Page
      title={pool.name}
      fill
      meta={<HealthLine pool={pool} />}
      actions={<Actions pool={pool} mayChange={mayChange} />}
    >
      <div className="o-pool">
        {(pool.about !== '' || pool.search !== null || pool.warmWeeks !== null) && (
          <div className="o-about">
            {pool.about !== '' && <p>{pool.about}</p>}
            <p className="k-meta">
              {pool.search && <SearchWords search={pool.search} />}
              {pool.search !== null && pool.warmWeeks !== null && ' · '}
              {pool.warmWeeks !== null && t('rhythm', { count: pool.warmWeeks })}
            </p>
          </div>
        )}
        <ChoiceField
          label={t('view.label')}
          hideLabel
          value={view}
          choices={views.map(each => ({ value: each, label: t(`view.${each}`) }))}
          onChoose={to =>
            void navigate({
              to: '/pools/$poolId',
              params: { poolId },
              search: to === 'table' ? {} : { view: to },
              replace: true,
            })
          }
        />
        {(view === 'table' || view === 'cards') && <Members key={view} pool={pool} look={view} />}
        {view === 'board' && <Board pool={pool} />}
        {view === 'log' && <Log pool={pool} />}
        {view === 'health' && <HealthView pool={pool} />}
      </div>
    </Page>
  )
}

function Actions({ pool, mayChange }: { pool: PoolView; mayChange: boolean }) {
  const t = useText('pools')
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [open, setOpen] = useState<'change' | 'share'>()
  const remove = useMutation({
    mutationFn: (removed: boolean) => changePool(pool.id, { removed }),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.all }),
    onError: error => tell(error.message),
  })
  const notYours = mayChange ? {} : { unavailable: t('not-yours', { name: pool.owner.name }) }
  return (
    <>
      <Button onClick={() => setOpen('share')} unavailable={notYours.unavailable}>
        {t('share.open')}
      </Button>
      <Menu
        label={t('more')}
        target={
          <button type="button" className="k-button k-button-quiet">
            {t('more')} <Icon name="down" size={14} />
          </button>
        }
        entries={[
          { kind: 'item', key: 'change', label: t('form.change'), run: () => setOpen('change'), ...notYours },
          {
            kind: 'item',
            key: 'export',
            label: t('export'),
            run: () => window.location.assign(`/api/v1/pools/${pool.id}/export.csv`),
          },
          {
            kind: 'item',
            key: 'vcard',
            label: t('export-vcard'),
            run: () => window.location.assign(`/api/v1/pools/${pool.id}/export.vcf`),
          },
          { kind: 'line', key: 'line' },
          {
            kind: 'item',
            key: 'remove',
            label: t('remove.do'),
            danger: true,
            ...notYours,
            run: () =>
              remove.mutate(true, {
                onSuccess: () => {
                  void navigate({ to: '/pools' })
                  tell(t('remove.done', { name: pool.name }), () => remove.mutate(false))
                },
              }),
          },
        ]}
      />
      {open === 'change' && <PoolForm pool={pool} onClose={() => setOpen(undefined)} />}
      {open === 'share' && <ShareSheet pool={pool} onClose={() => setOpen(undefined)} />}
    </>
  )
}
