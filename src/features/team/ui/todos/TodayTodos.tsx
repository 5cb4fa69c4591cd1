import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { dueQuery, type TodoView } from '../api.ts'
import { localDay } from '../day.ts'
import { TodoRow } from './TodoRow.tsx'
import { TodoSheet } from './TodoSheet.tsx'
import { useTodoChange } from './use-todos.ts'
import '../team.css'

const shown = 8

/** What I have to do by today; nothing while there is nothing. */
export function TodayTodos() {
  const t = useText('team')
  const { data: todos = [] } = useQuery(dueQuery(localDay()))
  const [open, setOpen] = useState<TodoView>()
  const { toggle, take } = useTodoChange()
  if (todos.length === 0) return null
  return (
    <section className="td-today" aria-labelledby="today-todos">
      <h2 id="today-todos">{t('todo.title')}</h2>
      <ul className="td-list td-framed">
        {todos.slice(0, shown).map(todo => (
          <TodoRow key={todo.id} todo={todo} onToggle={toggle} onTake={take} onChange={setOpen} />
        ))}
      </ul>
      {todos.length > shown && (
        <Link to="/todos" className="k-link">
          {t('todo.more', { count: todos.length - shown })}
        </Link>
      )}
      {open && <TodoSheet todo={open} onClose={() => setOpen(undefined)} />}
    </section>
  )
}
