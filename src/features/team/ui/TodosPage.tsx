import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { CalendarLink } from '#web/kit/CalendarLink.tsx'
import { ChoiceField, SelectField } from '#web/kit/Fields.tsx'
import { Line, Stack } from '#web/kit/Layout.tsx'
import { Page } from '#web/kit/Page.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { dueGroup, dueGroups } from '../model.ts'
import { ownQuery, type TodoState, type TodoView, todosQuery, type Whose } from './api.ts'
import { localDay } from './day.ts'
import { teamsQuery } from './teams/api.ts'
import { TodoRow } from './todos/TodoRow.tsx'
import { TodoSheet } from './todos/TodoSheet.tsx'
import { useTodoChange } from './todos/use-todos.ts'
import './team.css'

const readTodoSearch = (search: Record<string, unknown>): { whose?: 'all'; state?: 'done'; team?: string } => ({
  ...(search.whose === 'all' ? { whose: 'all' } : {}),
  ...(search.state === 'done' ? { state: 'done' } : {}),
  ...(search.whose === 'all' && typeof search.team === 'string' ? { team: search.team } : {}),
})

/** What is to do: mine or everybody's, by the day it is due; and what was done. */
export function TodosPage() {
  const t = useText('team')
  const navigate = useNavigate()
  const {
    whose = 'mine',
    state = 'open',
    team,
  }: { whose?: Whose; state?: TodoState; team?: string } = readTodoSearch(useSearch({ strict: false }))
  const { data: teams = [] } = useQuery(teamsQuery)
  const { data: me } = useQuery(ownQuery)
  const list = useInfiniteQuery(todosQuery(whose, state, team))
  const [open, setOpen] = useState<'new' | TodoView>()
  const { toggle, take } = useTodoChange()
  const go = (to: { whose?: string; state?: string; team?: string | undefined }) =>
    void navigate({ to: '/todos', search: readTodoSearch({ whose, state, team, ...to }), replace: true })
  const may = me?.may.includes('work-with-people') ?? false
  const todos = list.data?.pages.flatMap(page => page.todos)
  return (
    <Page
      title={t('todo.title')}
      actions={
        may && (
          <>
            <CalendarLink />
            {todos && todos.length > 0 && (
              <Button aria-haspopup="dialog" onClick={() => setOpen('new')}>
                {t('todo.add')}
              </Button>
            )}
          </>
        )
      }
    >
      <Stack gap={4}>
        <Line>
          <ChoiceField
            label={t('todo.whose')}
            hideLabel
            value={whose}
            choices={(['mine', 'all'] as const).map(each => ({ value: each, label: t(`todo.of.${each}`) }))}
            onChoose={to => go({ whose: to })}
          />
          <ChoiceField
            label={t('todo.state')}
            hideLabel
            value={state}
            choices={(['open', 'done'] as const).map(each => ({ value: each, label: t(`todo.is.${each}`) }))}
            onChoose={to => go({ state: to })}
          />
          {whose === 'all' && teams.length > 0 && (
            <SelectField
              label={t('todo.team')}
              value={team ?? ''}
              choices={[
                { value: '', label: t('feed.everybody') },
                ...teams.map(each => ({ value: each.id, label: each.name })),
              ]}
              onChange={event => go({ team: event.target.value || undefined })}
            />
          )}
        </Line>
        {!todos &&
          (list.error ? (
            <ErrorState detail={list.error.message} onRetry={() => void list.refetch()} />
          ) : (
            <RowSkeleton />
          ))}
        {todos?.length === 0 && (
          <EmptyState title={t(state === 'done' ? 'todo.empty-done' : `todo.empty-${whose}`)}>
            {may && state === 'open' && <NextStep onClick={() => setOpen('new')}>{t('todo.add')}</NextStep>}
          </EmptyState>
        )}
        {todos && todos.length > 0 && (
          <Groups todos={todos} state={state} onToggle={toggle} onTake={take} onChange={setOpen} />
        )}
        {list.hasNextPage && (
          <Line>
            <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t('more')}
            </Button>
          </Line>
        )}
      </Stack>
      {open && <TodoSheet {...(open === 'new' ? {} : { todo: open })} onClose={() => setOpen(undefined)} />}
    </Page>
  )
}

function Groups(props: {
  todos: readonly TodoView[]
  state: TodoState
  onToggle: (todo: TodoView) => void
  onTake: (todo: TodoView) => void
  onChange: (todo: TodoView) => void
}) {
  const { todos, state, onToggle, onTake, onChange } = props
  const t = useText('team')
  const today = localDay()
  const rows = (of: readonly TodoView[]) =>
    of.map(todo => <TodoRow key={todo.id} todo={todo} onToggle={onToggle} onTake={onTake} onChange={onChange} />)
  if (state === 'done')
    return (
      <ul className="td-list td-framed" aria-label={t('todo.is.done')}>
        {rows(todos)}
      </ul>
    )
  return (
    <>
      {dueGroups.map(group => {
        const own = todos.filter(todo => dueGroup(todo.dueOn, today) === group)
        if (own.length === 0) return null
        return (
          <section key={group} aria-labelledby={`todos-${group}`} className="td-group">
            <h2 id={`todos-${group}`}>{t(`todo.group.${group}`)}</h2>
            <ul className="td-list td-framed">{rows(own)}</ul>
          </section>
        )
      })}
    </>
  )
}
