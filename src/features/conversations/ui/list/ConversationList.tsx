import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import type { ToolId } from '#kernel/tools.ts'
import { useText } from '#web/i18n/i18n.ts'
import { useKey } from '#web/keyboard/registry.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { DataGrid, type GridColumn } from '#web/kit/grid/DataGrid.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { type ConversationView, changeConversation, type ViewName } from '../api.ts'
import { ConversationName } from '../ConversationHead.tsx'
import { NotifyAsk } from '../online/NotifyAsk.tsx'
import { inboxQuery, keys } from '../queries.ts'
import { useTyping } from '../thread/typing.ts'

function FirstSteps() {
  const t = useText('conversations')
  const navigate = useNavigate()
  return (
    <div className="k-line">
      <NextStep onClick={() => void navigate({ to: '/settings/connections' })}>{t('list.connect')}</NextStep>
      <Button onClick={() => void navigate({ to: '/pages' })}>{t('list.make-page')}</Button>
    </div>
  )
}

/** All conversations of a view, newest first; more are fetched as the end comes near. */
export function ConversationList(props: {
  view: ViewName
  tool: ToolId | undefined
  current: string | undefined
  onOpen: (id: string) => void
}) {
  const { view, tool, current, onOpen } = props
  const t = useText('conversations')
  const queries = useQueryClient()
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    inboxQuery(view, tool),
  )
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const rows = useMemo(() => {
    // A page fetched after a reply may repeat a conversation that has moved up.
    const byId = new Map((data?.pages ?? []).flatMap(page => page.conversations).map(row => [row.id, row]))
    return [...byId.values()]
  }, [data])
  const columns = useMemo<readonly GridColumn<ConversationView>[]>(
    () => [{ id: 'name', header: t('list.column'), cell: row => <Row conversation={row} />, card: 'title' }],
    [t],
  )
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const choice = rows.filter(row => chosen.has(row.id))
  const markDone = (ids: readonly string[]) => {
    const set = async (done: boolean) => {
      await Promise.all(ids.map(id => changeConversation(id, { done })))
      await queries.invalidateQueries({ queryKey: keys.lists })
    }
    setChosen(new Set())
    void set(true)
    tell(t('list.all-done', { count: ids.length }), () => void set(false))
  }
  const markChosenDone = () => markDone(choice.map(row => row.id))
  // The chosen ones, else the row in hand; else the open conversation hears the key.
  useKey('inbox-done', () => {
    if (choice.length > 0) {
      markChosenDone()
      return true
    }
    const index = document.activeElement?.closest<HTMLElement>('.c-rows [role=row]')?.dataset.index
    const row = index === undefined ? undefined : rows[Number(index)]
    if (!row || row.doneAt !== null) return false
    markDone([row.id])
    return true
  })

  if (isPending) return <RowSkeleton rows={8} label={t('list.loading')} />
  if (error && rows.length === 0) return <ErrorState detail={error.message} onRetry={() => void refetch()} />
  if (rows.length === 0)
    return <EmptyState title={t(`list.empty.${view}`)}>{view === 'all' && !tool && <FirstSteps />}</EmptyState>
  return (
    <>
      {choice.length > 0 && (
        <div className="c-bulk">
          <span>{t('list.chosen', { count: choice.length })}</span>
          <Button size="row" onClick={markChosenDone}>
            {t('action.done')}
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
          onOpen={row => onOpen(row.id)}
          selected={chosen}
          onSelect={setChosen}
          onEnd={onEnd}
          currentId={current}
        />
      </div>
      <NotifyAsk />
    </>
  )
}

function Row({ conversation }: { conversation: ConversationView }) {
  const t = useText('conversations')
  const typing = useTyping([conversation])
  const { unread, lastMessageAt, lastPreview, lastOwn } = conversation
  return (
    <span className={unread > 0 ? 'c-row c-row-unread' : 'c-row'}>
      <span className="c-row-top">
        <ConversationName conversation={conversation} />
      </span>
      <span className="c-row-bottom">
        <span className="c-row-words" dir="auto">
          {typing ? (
            t('thread.typing-short')
          ) : (
            <>
              {lastOwn && <span className="c-row-own">{t('list.you')} </span>}
              <bdi>{lastPreview}</bdi>
            </>
          )}
        </span>
        {conversation.labels.map(label => (
          <span key={label} className="c-label">
            {label}
          </span>
        ))}
        <span className="k-meta c-row-time">{lastMessageAt && <TimeAgo at={lastMessageAt} />}</span>
        {unread > 0 && (
          <span className="c-count">
            {unread}
            <span className="hush"> {t('list.unread', { count: unread })}</span>
          </span>
        )}
      </span>
    </span>
  )
}
