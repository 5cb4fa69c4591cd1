import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { isStage } from '#features/relationships/model.ts'
import { formatAgo } from '#web/i18n/format.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { PersonName } from '#web/kit/PersonName.tsx'
import { usePresence } from '#web/live/presence.ts'
import { dueGroup } from '../../model.ts'
import { ownQuery, type TodoView } from '../api.ts'
import { dayWords, localDay } from '../day.ts'

/** One to-do: done by its box, changed by its words; what it is about, until when and whose it is behind them. */
export function TodoRow(props: {
  todo: TodoView
  /** Where it stands by what it is about, that need not be said. */
  bare?: boolean
  onToggle: (todo: TodoView) => void
  onTake: (todo: TodoView) => void
  onChange: (todo: TodoView) => void
}) {
  const { todo, bare = false, onToggle, onTake, onChange } = props
  const t = useText('team')
  const { data: me } = useQuery(ownQuery)
  const may = me?.may.includes('work-with-people') ?? false
  const isDone = todo.doneAt !== null
  return (
    <li className="td-row" data-done={isDone || undefined}>
      <label className="td-box">
        <input
          type="checkbox"
          className="k-box"
          checked={isDone}
          disabled={!may}
          aria-label={t('todo.done-of', { text: todo.text })}
          onChange={() => onToggle(todo)}
        />
      </label>
      <div className="td-what">
        {may ? (
          <button type="button" className="td-text" dir="auto" aria-haspopup="dialog" onClick={() => onChange(todo)}>
            {todo.text}
          </button>
        ) : (
          <span className="td-text" dir="auto">
            {todo.text}
          </span>
        )}
        <div className="td-facts">
          <Due todo={todo} />
          {!bare && <AboutWhat todo={todo} />}
          {todo.team && <span>{t('todo.of-team', { name: todo.team.name })}</span>}
          {todo.assignee === null && !todo.team && <span>{t('todo.nobody')}</span>}
          {todo.assignee && me && todo.assignee.id !== me.user.id && <bdi>{todo.assignee.name}</bdi>}
          {todo.madeBy && me && todo.assignee?.id === me.user.id && todo.madeBy.id !== me.user.id && (
            <span>{t('todo.from', { name: todo.madeBy.name })}</span>
          )}
        </div>
      </div>
      {may && !isDone && todo.team && todo.assignee === null && (
        <Button size="row" onClick={() => onTake(todo)}>
          {t('todo.take')}
          <span className="hush"> {todo.text}</span>
        </Button>
      )}
    </li>
  )
}

function Due({ todo }: { todo: TodoView }) {
  const t = useText('team')
  const { formats } = useLanguage()
  const today = localDay()
  if (todo.doneAt !== null) {
    const when = formatAgo(new Date(todo.doneAt), new Date(), formats)
    return <span>{todo.doneBy ? t('todo.done-by', { name: todo.doneBy.name, when }) : when}</span>
  }
  const late = dueGroup(todo.dueOn, today) === 'overdue'
  return (
    <>
      {todo.dueOn && (
        <time dateTime={todo.dueOn} className={late ? 'td-late' : undefined}>
          {late ? t('todo.late', { day: dayWords(todo.dueOn, today, formats) }) : dayWords(todo.dueOn, today, formats)}
        </time>
      )}
      {todo.remindAt && Date.parse(todo.remindAt) > Date.now() && (
        <span>{t('todo.reminds', { when: formatAgo(new Date(todo.remindAt), new Date(), formats) })}</span>
      )}
    </>
  )
}

function AboutWhat({ todo: { person, opening, conversation } }: { todo: TodoView }) {
  const presence = usePresence()
  const t = useText('team')
  if (!person && !opening && !conversation) return null
  return (
    <>
      {person && (
        <PersonName
          name={person.name}
          stage={isStage(person.stage) ? person.stage : 'found'}
          presence={presence.get(person.id) ?? 'off'}
          to={`/people/${person.id}`}
        />
      )}
      {opening && (
        <Link to="/openings/$openingId" params={{ openingId: opening.id }} className="k-link">
          <bdi>{opening.name}</bdi>
        </Link>
      )}
      {conversation && (
        <Link to="/inbox/$conversationId" params={{ conversationId: conversation.id }} className="k-link">
          {person ? t('todo.thread') : <bdi>{conversation.name}</bdi>}
        </Link>
      )}
    </>
  )
}
