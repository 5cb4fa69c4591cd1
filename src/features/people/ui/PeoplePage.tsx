import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useRef, useState } from 'react'
import { ApiError } from '#web/api/client.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { DataGrid } from '#web/kit/grid/DataGrid.tsx'
import { Icon } from '#web/kit/Icon.tsx'
import { Menu } from '#web/kit/Menu.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { usePresence } from '#web/live/presence.ts'
import { keepColumns, ownQuery, type PeoplePageWire, type PersonRowWire, peopleQuery } from './api.ts'
import { AddPerson } from './list/AddPerson.tsx'
import { BulkBar } from './list/BulkBar.tsx'
import { type ColumnId, choosable, columnsOf, readColumns } from './list/columns.tsx'
import { Facets } from './list/Facets.tsx'
import { Filters } from './list/Filters.tsx'
import { NoHits } from './list/NoHits.tsx'
import { QueryField, type QueryProblem } from './list/QueryField.tsx'
import { FreshNotice, SavedSearchesButton } from './list/SavedSearches.tsx'
import { type ListSearch, readListSearch } from './search.ts'
import './people.css'

/** Everybody, found by the query language and filters; the next step of each stands in their row. */
export function PeoplePage() {
  const t = useText('people')
  const { formats } = useLanguage()
  const navigate = useNavigate()
  const search = readListSearch(useSearch({ strict: false }))
  const found = useInfiniteQuery(peopleQuery(search))
  const shown = useLastGood(found.data?.pages)
  const rows = useMemo(() => shown?.flatMap(page => page.people) ?? [], [shown])
  const { count, spelling, looser, nearNames } = shown?.[0] ?? {}
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [adding, setAdding] = useState(false)
  const [narrowing, setNarrowing] = useState(false)
  const [chosen, choose] = useColumns()
  const presence = usePresence()

  const ask = useCallback(
    (next: ListSearch) => {
      setSelected(new Set())
      void navigate({ to: '/people', search: readListSearch(next), replace: true })
    },
    [navigate],
  )
  const open = useCallback(
    (person: PersonRowWire, begin?: 'next') =>
      void navigate({ to: '/people/$personId', params: { personId: person.id }, search: begin ? { do: begin } : {} }),
    [navigate],
  )
  const columns = useMemo(
    () => columnsOf(chosen, { t, presence, onStep: person => open(person, 'next') }),
    [chosen, t, presence, open],
  )
  const broken = problemIn(found.error)
  const filtered = Object.keys(search).some(key => key !== 'sort')
  const empty = rows.length === 0 && !found.isPending && !broken
  const number = (n: number) => new Intl.NumberFormat(formats).format(n)
  const total = count && t(count.more ? 'count-more' : 'count', { count: count.n, n: number(count.n) })

  return (
    <Page
      title={t('title')}
      meta={total}
      fill
      actions={
        <>
          <SavedSearchesButton search={search} />
          <Columns chosen={chosen} onChoose={choose} />
          <Button onClick={() => setAdding(true)}>{t('add.open')}</Button>
        </>
      }
    >
      <div className="p-list">
        {(filtered || !empty) && (
          <div className="p-ask">
            <QueryField value={search.q ?? ''} error={broken} onAsk={q => ask({ ...search, q })} />
            <Filters search={search} onChange={ask} />
            <span className="p-narrow">
              <Button onClick={() => setNarrowing(true)}>{t('facet.label')}</Button>
            </span>
          </div>
        )}
        {found.error && !broken && <ErrorState detail={found.error.message} onRetry={() => void found.refetch()} />}
        {selected.size > 0 && (
          <BulkBar
            selected={[...selected]}
            had={tag => rows.filter(row => row.tags.includes(tag)).map(row => row.id)}
            onClear={() => setSelected(new Set())}
          />
        )}
        {search.fresh !== undefined && (
          <FreshNotice id={search.fresh} onDone={() => ask({ ...search, fresh: undefined })} />
        )}
        {nearNames && <p className="p-near">{t('near-names')}</p>}
        {empty && !found.error && filtered && (
          <NoHits
            spelling={spelling ?? null}
            looser={looser ?? null}
            onAsk={q => ask({ ...search, q })}
            onClear={() => ask({})}
          />
        )}
        {empty && !found.error && !filtered && (
          <EmptyState title={t('empty')}>
            <NextStep onClick={() => void navigate({ to: '/import' })}>{t('empty-import')}</NextStep>
          </EmptyState>
        )}
        <div className="p-found">
          {(filtered || !empty) && <Facets search={search} onChange={ask} />}
          {found.isPending && (
            <div className="p-grid">
              <RowSkeleton rows={10} />
            </div>
          )}
          {rows.length > 0 && (
            <div className="p-grid">
              <DataGrid
                label={t('title')}
                rows={rows}
                rowId={person => person.id}
                columns={columns}
                {...(count && !count.more ? { total: count.n } : {})}
                selected={selected}
                onSelect={setSelected}
                onOpen={person => open(person)}
                onEnd={() => found.hasNextPage && !found.isFetching && void found.fetchNextPage()}
              />
            </div>
          )}
        </div>
      </div>
      {narrowing && (
        <Sheet title={t('facet.label')} onClose={() => setNarrowing(false)}>
          <Facets search={search} onChange={ask} />
        </Sheet>
      )}
      {adding && <AddPerson onClose={() => setAdding(false)} />}
    </Page>
  )
}

const problemIn = (error: Error | null): QueryProblem | undefined => {
  if (!(error instanceof ApiError) || error.code !== 'broken-query') return undefined
  const told: unknown = typeof error.body === 'object' && error.body ? Reflect.get(error.body, 'error') : undefined
  const at: unknown = typeof told === 'object' && told ? Reflect.get(told, 'at') : undefined
  return { message: error.message, at: typeof at === 'number' ? at : undefined }
}

/** While a query is broken or on its way, the last good answer stays. */
function useLastGood(pages: readonly PeoplePageWire[] | undefined): readonly PeoplePageWire[] | undefined {
  const last = useRef(pages)
  if (pages) last.current = pages
  return pages ?? last.current
}

function useColumns(): readonly [readonly ColumnId[], (columns: readonly ColumnId[]) => void] {
  const queries = useQueryClient()
  const { data: me } = useQuery(ownQuery)
  const keep = useMutation({
    mutationFn: async (columns: readonly ColumnId[]) => {
      if (me) queries.setQueryData(ownQuery.queryKey, await keepColumns(me, columns))
    },
  })
  return [keep.isPending ? keep.variables : readColumns(me?.user.preferences), keep.mutate]
}

function Columns({
  chosen,
  onChoose,
}: {
  chosen: readonly ColumnId[]
  onChoose: (columns: readonly ColumnId[]) => void
}) {
  const t = useText('people')
  return (
    <span className="p-columns">
      <Menu
        label={t('columns')}
        target={
          <button type="button" className="k-button k-button-quiet">
            {t('columns')}
          </button>
        }
        entries={choosable.map(column => ({
          kind: 'item' as const,
          key: column,
          label: t(`column.${column}`),
          hint: chosen.includes(column) && <Icon name="check" size={14} />,
          run: () =>
            onChoose(choosable.filter(each => (each === column ? !chosen.includes(each) : chosen.includes(each)))),
        }))}
      />
    </span>
  )
}
