import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { useKey } from '#web/keyboard/registry.ts'
import { Button } from '#web/kit/Button.tsx'
import { DataGrid, type GridColumn } from '#web/kit/grid/DataGrid.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import type { ConversationView } from '../api.ts'
import { NotifyAsk } from '../online/NotifyAsk.tsx'
import type { Change } from '../organise/api.ts'
import { OrganiseSheet, type Wish } from '../organise/OrganiseSheet.tsx'
import { useChanges } from '../organise/use-changes.ts'
import { countsQuery, ownQuery } from '../queries.ts'
import { InboxRow } from './InboxRow.tsx'
import { NothingYet } from './NothingYet.tsx'
import { type Filter, loadMore, rowsQuery } from './rows.ts'

/** The server changes so many in one step. */
const mostAtOnce = 500

/** The row that has the focus, if one has. */
function rowInHand(rows: readonly ConversationView[]): ConversationView | undefined {
  const index = document.activeElement?.closest<HTMLElement>('.c-rows [role=row]')?.dataset.index
  return index === undefined ? undefined : rows[Number(index)]
}

/** All conversations of a view, newest first; more are fetched as the end comes near. */
export function ConversationList(props: { filter: Filter; current: string | undefined; onOpen: (id: string) => void }) {
  const { filter, current, onOpen } = props
  const t = useText('conversations')
  const { data, error, isPending, refetch } = useQuery(rowsQuery(filter))
  const { data: me } = useQuery(ownQuery)
  const { data: counts } = useQuery(countsQuery)
  const change = useChanges()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState<{ wish: Wish; rows: readonly ConversationView[] }>()
  const rows = data?.rows ?? []
  const columns = useMemo<readonly GridColumn<ConversationView>[]>(
    () => [
      {
        id: 'name',
        header: t('list.column'),
        cell: row => <InboxRow conversation={row} view={filter.view} />,
        card: 'title',
      },
    ],
    [t, filter.view],
  )
  const onEnd = useCallback(() => {
    loadMore(filter).catch((fault: Error) => tell(t('action.failed', { why: fault.message })))
  }, [filter, t])
  const choice = rows.filter(row => chosen.has(row.id))
  const mayChange = me?.may.includes('write-messages') ?? false

  /** The chosen ones, else the row in hand; none: the open conversation hears the key. */
  const targets = (): readonly ConversationView[] => {
    if (choice.length > 0) return choice.slice(0, mostAtOnce)
    const row = rowInHand(rows)
    return row ? [row] : []
  }
  const apply = (wanted: Change, said: (count: number) => string) => {
    const these = targets()
    if (these.length === 0) return false
    setChosen(new Set())
    void change(these, wanted, said(these.length))
    return true
  }
  const done = () =>
    filter.view === 'done'
      ? apply({ done: false }, count => t('list.all-reopened', { count }))
      : apply({ done: true }, count => t('list.all-done', { count }))
  const unread = () => {
    const read = targets().every(row => row.unread === 0)
    return apply({ unread: read }, () => t(read ? 'action.was-unread' : 'action.was-read'))
  }
  const askFor = (wish: Wish) => {
    const these = targets()
    if (these.length === 0) return false
    setAsked({ wish, rows: these })
    return true
  }
  useKey('inbox-done', done, { enabled: mayChange })
  useKey('inbox-unread', unread, { enabled: mayChange })
  useKey('inbox-snooze', () => askFor('snooze'), { enabled: mayChange })
  useKey('inbox-assign', () => askFor('assign'), { enabled: mayChange })
  useKey('inbox-label', () => askFor('label'), { enabled: mayChange })

  const sheet = (
    <OrganiseSheet
      wish={asked?.wish}
      rows={asked?.rows ?? []}
      onClose={() => {
        setAsked(undefined)
        if (asked?.wish === 'label') setChosen(new Set())
      }}
    />
  )
  if (isPending) return <RowSkeleton rows={8} label={t('list.loading')} />
  if (error && rows.length === 0) return <ErrorState detail={error.message} onRetry={() => void refetch()} />
  const narrowed =
    filter.tool !== undefined || filter.label !== undefined || filter.pool !== undefined || filter.team !== undefined
  if (rows.length === 0)
    return (
      <>
        {filter.view === 'all' && !narrowed ? (
          <NothingYet />
        ) : (
          <EmptyState title={t(narrowed ? 'list.empty.narrowed' : `list.empty.${filter.view}`)} />
        )}
        {sheet}
      </>
    )
  const counted = filter.view in (counts ?? {}) && counts ? counts[filter.view as keyof typeof counts] : undefined
  return (
    <>
      {choice.length > 0 && (
        <div className="c-bulk" role="toolbar" aria-label={t('list.bulk')}>
          <span>{t('list.chosen', { count: choice.length })}</span>
          <Button size="row" onClick={done}>
            {t(filter.view === 'done' ? 'action.reopen' : 'action.done')}
          </Button>
          <Button size="row" onClick={() => askFor('snooze')}>
            {t('action.snooze')}
          </Button>
          <Button size="row" onClick={() => askFor('assign')}>
            {t('action.assign')}
          </Button>
          <Button size="row" onClick={() => askFor('label')}>
            {t('action.label')}
          </Button>
          <Button size="row" onClick={unread}>
            {t(choice.every(row => row.unread === 0) ? 'list.unread-short' : 'list.read-short')}
          </Button>
          <Button size="row" look="quiet" onClick={() => setChosen(new Set())}>
            {t('list.choose-none')}
          </Button>
        </div>
      )}
      <div className="c-rows">
        <DataGrid
          label={t('list.label')}
          rows={rows}
          rowId={row => row.id}
          columns={columns}
          rowPx={57}
          onOpen={row => onOpen(row.id)}
          selected={chosen}
          onSelect={setChosen}
          onEnd={onEnd}
          currentId={current}
          {...(!narrowed && counted !== undefined && counted > rows.length ? { total: counted } : {})}
        />
      </div>
      <NotifyAsk />
      {sheet}
    </>
  )
}
