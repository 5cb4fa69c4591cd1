import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import type { ConversationPart, OpeningPart, PersonPart } from '#web/manifest.ts'
import { type About, aboutQuery, ownQuery, type TodoView } from '../api.ts'
import { TodoRow } from './TodoRow.tsx'
import { TodoSheet } from './TodoSheet.tsx'
import { useTodoChange } from './use-todos.ts'
import '../team.css'

/** What is open about one person, opening or conversation, whoever does it; one more from here. */
function AboutTodos({ about }: { about: About }) {
  const t = useText('team')
  const { data: todos } = useQuery(aboutQuery(about))
  const { data: me } = useQuery(ownQuery)
  const [open, setOpen] = useState<'new' | TodoView>()
  const { toggle, take } = useTodoChange()
  if (!todos) return null
  return (
    <div className="td-about">
      <span className="k-meta">{t('todo.title')}</span>
      {todos.length > 0 && (
        <ul className="td-list" aria-label={t('todo.title')}>
          {todos.map(todo => (
            <TodoRow key={todo.id} todo={todo} bare onToggle={toggle} onTake={take} onChange={setOpen} />
          ))}
        </ul>
      )}
      {todos.length === 0 && <span className="k-meta">{t('todo.none')}</span>}
      {me?.may.includes('work-with-people') && (
        <Button size="row" aria-haspopup="dialog" onClick={() => setOpen('new')}>
          {t('todo.add')}
        </Button>
      )}
      {open && (
        <TodoSheet about={about} {...(open === 'new' ? {} : { todo: open })} onClose={() => setOpen(undefined)} />
      )}
    </div>
  )
}

export const PersonTodos = ({ person }: PersonPart) => <AboutTodos about={{ person }} />
export const OpeningTodos = ({ opening }: OpeningPart) => <AboutTodos about={{ opening }} />
export const ConversationTodos = ({ conversation, person }: ConversationPart) => (
  <AboutTodos about={{ conversation, person }} />
)
