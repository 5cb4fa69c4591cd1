import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { type Text, useText } from '#web/i18n/i18n.ts'
import { NextStep } from '#web/kit/Button.tsx'
import { SelectField } from '#web/kit/Fields.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { DataGrid, type GridColumn } from '#web/kit/grid/DataGrid.tsx'
import { PersonName } from '#web/kit/PersonName.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { StepButton } from '#web/kit/StepButton.tsx'
import { readStage } from '#web/kit/stages.ts'
import { usePresence } from '#web/live/presence.ts'
import { type MemberSort, memberSorts } from '../../model.ts'
import { type MemberRowWire, membersQuery, type PoolView } from '../api.ts'
import { MemberBulk } from './MemberBulk.tsx'

type Presences = ReadonlyMap<string, 'online' | 'away'>

/** Who is in it, as a table or as cards; what is selected can be planned, tagged, moved and taken out. */
export function Members({ pool, look }: { pool: PoolView; look: 'table' | 'cards' }) {
  const t = useText('pools')
  const navigate = useNavigate()
  const presence = usePresence()
  const [sort, setSort] = useState<MemberSort>('added')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const found = useInfiniteQuery(membersQuery(pool.id, { sort }))
  const rows = useMemo(() => found.data?.pages.flatMap(page => page.people) ?? [], [found.data])
  const open = useCallback(
    (person: MemberRowWire, begin = false) =>
      void navigate({
        to: '/people/$personId',
        params: { personId: person.id },
        search: begin ? { do: 'next' } : {},
      }),
    [navigate],
  )
  const columns = useMemo(() => columnsOf(t, presence, open), [t, presence, open])
  if (found.isPending) return <RowSkeleton rows={8} />
  if (found.error && rows.length === 0)
    return <ErrorState detail={found.error.message} onRetry={() => void found.refetch()} />
  if (rows.length === 0)
    return (
      <EmptyState title={t(pool.kind === 'dynamic' ? 'members.nobody-matches' : 'members.empty')}>
        <NextStep onClick={() => void navigate({ to: '/people' })}>{t('members.choose')}</NextStep>
      </EmptyState>
    )
  const onEnd = () => found.hasNextPage && !found.isFetching && void found.fetchNextPage()
  return (
    <div className="o-members">
      {selected.size > 0 && <MemberBulk pool={pool} selected={[...selected]} onClear={() => setSelected(new Set())} />}
      <div className="o-sort">
        <SelectField
          label={t('sort.label')}
          value={sort}
          choices={memberSorts.map(each => ({ value: each, label: t(`sort.${each}`) }))}
          onChange={event => {
            const chosen = memberSorts.find(each => each === event.target.value)
            if (chosen) setSort(chosen)
          }}
        />
      </div>
      {look === 'table' ? (
        <DataGrid
          label={pool.name}
          rows={rows}
          rowId={person => person.id}
          columns={columns}
          total={pool.size}
          selected={selected}
          onSelect={setSelected}
          onOpen={open}
          onEnd={onEnd}
        />
      ) : (
        <Cards
          rows={rows}
          presence={presence}
          selected={selected}
          onSelect={setSelected}
          onStep={person => open(person, true)}
          more={found.hasNextPage ? onEnd : undefined}
        />
      )}
    </div>
  )
}

function columnsOf(
  t: Text,
  presence: Presences,
  open: (person: MemberRowWire, begin?: boolean) => void,
): readonly GridColumn<MemberRowWire>[] {
  return [
    {
      id: 'name',
      header: t('column.name'),
      width: 'minmax(240px, 2.2fr)',
      card: 'title',
      cell: person => (
        <PersonName
          name={person.name}
          stage={readStage(person.stage)}
          stageWord
          tools={person.tools.slice(0, 4)}
          presence={presence.get(person.id) ?? 'off'}
          to={`/people/${person.id}`}
        />
      ),
    },
    {
      id: 'headline',
      header: t('column.headline'),
      width: 'minmax(140px, 1.6fr)',
      card: 'hidden',
      cell: person => <span className="o-headline">{person.headline}</span>,
    },
    { id: 'active', header: t('column.active'), width: 'minmax(108px, 0.8fr)', cell: person => person.active },
    {
      id: 'touch',
      header: t('column.touch'),
      width: '112px',
      cell: person =>
        person.lastTouchAt ? <TimeAgo at={person.lastTouchAt} /> : <span className="k-meta">{t('never')}</span>,
    },
    {
      id: 'since',
      header: t('column.since'),
      width: '112px',
      card: 'hidden',
      cell: person => <TimeAgo at={person.addedAt} />,
    },
    {
      id: 'next',
      header: t('column.next'),
      width: '156px',
      cell: person => person.nextStep && <StepButton step={person.nextStep} onDo={() => open(person, true)} />,
    },
  ]
}

function Cards(props: {
  rows: readonly MemberRowWire[]
  presence: Presences
  selected: ReadonlySet<string>
  onSelect: (ids: ReadonlySet<string>) => void
  onStep: (person: MemberRowWire) => void
  more: (() => void) | undefined
}) {
  const { rows, presence, selected, onSelect, onStep, more } = props
  const t = useText('pools')
  const toggle = (id: string) => {
    const next = new Set(selected)
    if (!next.delete(id)) next.add(id)
    onSelect(next)
  }
  return (
    <div className="o-scrolls">
      <ul className="o-cards">
        {rows.map(person => (
          <li key={person.id} data-row="" data-selected={selected.has(person.id) || undefined}>
            <div className="o-card-head">
              <PersonName
                name={person.name}
                stage={readStage(person.stage)}
                stageWord
                tools={person.tools.slice(0, 4)}
                presence={presence.get(person.id) ?? 'off'}
                to={`/people/${person.id}`}
              />
              <label className="o-tick">
                <input
                  type="checkbox"
                  checked={selected.has(person.id)}
                  aria-label={t('members.select', { name: person.name })}
                  onChange={() => toggle(person.id)}
                />
              </label>
            </div>
            {person.headline && <p>{person.headline}</p>}
            <p className="k-meta">
              {[person.place, person.active].filter(Boolean).join(' · ')}{' '}
              {person.lastTouchAt && <TimeAgo at={person.lastTouchAt} />}
            </p>
            {person.nextStep && <StepButton step={person.nextStep} onDo={() => onStep(person)} />}
          </li>
        ))}
      </ul>
      {more && (
        <button type="button" className="k-button" onClick={more}>
          {t('members.more')}
        </button>
      )}
    </div>
  )
}
