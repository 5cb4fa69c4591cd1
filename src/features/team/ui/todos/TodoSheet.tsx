import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { formatAgo } from '#web/i18n/format.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { ChoiceField, SelectField, TextAreaField, TextField } from '#web/kit/Fields.tsx'
import { Line, Stack } from '#web/kit/Layout.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { Notice } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { daysAfter, todoLimits } from '../../model.ts'
import { type About, addTodo, changeTodo, colleaguesOf, ownQuery, type TodoView, teamQuery } from '../api.ts'
import { atHour, localDay, localInstant } from '../day.ts'
import { teamsQuery } from '../teams/api.ts'
import { useRefreshTodos, useTodoChange } from './use-todos.ts'

const hourMs = 3_600_000
const morning = 9
const days = ['today', 'tomorrow', 'week', 'day', 'some-day'] as const
type Day = (typeof days)[number]
const reminders = ['none', 'kept', 'hour', 'morning', 'before', 'own'] as const
type Reminder = (typeof reminders)[number]

const dayOf = (day: Day, today: string, own: string): string | null =>
  ({ today, tomorrow: daysAfter(today, 1), week: daysAfter(today, 7), day: own || null, 'some-day': null })[day]

const choiceFor = (dueOn: string | null, today: string): Day =>
  dueOn === null ? 'some-day' : (days.find(day => dayOf(day, today, '') === dueOn) ?? 'day')

/** The instant of a reminder; undefined where it makes no sense. */
function instantOf(
  reminder: Reminder,
  dueOn: string | null,
  kept: string | null,
  own: string,
): Date | null | undefined {
  const ahead = (at: Date) => (at.getTime() > Date.now() ? at : undefined)
  switch (reminder) {
    case 'none':
      return null
    case 'kept':
      return kept === null ? undefined : new Date(kept)
    case 'hour':
      return new Date(Date.now() + hourMs)
    case 'morning':
      return dueOn === null ? undefined : ahead(atHour(dueOn, morning))
    case 'before':
      return dueOn === null ? undefined : ahead(atHour(daysAfter(dueOn, -1), morning))
    default:
      return own === '' ? undefined : new Date(own)
  }
}

/** A new one, about what `about` says, or one to change. */
export function TodoSheet(props: { todo?: TodoView; about?: About; onClose: () => void }) {
  const { todo, about = {}, onClose } = props
  const t = useText('team')
  const { formats } = useLanguage()
  const { data: me } = useQuery(ownQuery)
  const { data: members = [] } = useQuery(teamQuery)
  const today = localDay()
  const [text, setText] = useState(todo?.text ?? '')
  const [day, setDay] = useState<Day>(choiceFor(todo ? todo.dueOn : today, today))
  const [ownDay, setOwnDay] = useState(todo?.dueOn ?? daysAfter(today, 3))
  const [reminder, setReminder] = useState<Reminder>(todo?.remindAt ? 'kept' : 'none')
  const [ownTime, setOwnTime] = useState(localInstant(atHour(daysAfter(today, 1), morning)))
  const [who, setWho] = useState<string>()
  const refresh = useRefreshTodos()
  const { make } = useTodoChange()
  const dueOn = dayOf(day, today, ownDay)
  const colleagues = colleaguesOf(members, me?.user.id)
  const { data: teams = [] } = useQuery(teamsQuery)
  const assignee = who ?? (todo ? (todo.assignee?.id ?? todo.team?.id ?? '') : (me?.user.id ?? ''))
  const possible = reminders.filter(each =>
    each === 'own' ? true : instantOf(each, dueOn, todo?.remindAt ?? null, '') !== undefined,
  )
  const chosen = possible.includes(reminder) ? reminder : 'none'
  const remindAt = instantOf(chosen, dueOn, todo?.remindAt ?? null, ownTime)
  const over = remindAt && chosen !== 'kept' && remindAt.getTime() <= Date.now() ? t('todo.time-over') : undefined
  const missing =
    text.trim() === '' ? t('todo.text-first') : (over ?? (remindAt === undefined ? t('todo.time-first') : undefined))
  const whom = colleagues.find(each => each.id === assignee)
  const team = teams.find(each => each.id === assignee)
  const save = useMutation({
    mutationFn: async () => {
      // Whoever took it from the team keeps it as the team's; given to somebody by hand, it is theirs alone.
      const own = who === undefined && todo ? (todo.team?.id ?? null) : (team?.id ?? null)
      const fields = { text: text.trim(), dueOn, assignee: whom?.id ?? null, team: own }
      const reminded = chosen === 'kept' ? {} : { remindAt: remindAt?.toISOString() ?? null }
      return todo ? changeTodo(todo.id, { ...fields, ...reminded }) : addTodo({ ...about, ...fields, ...reminded })
    },
    onSuccess: made => {
      tell(
        t(todo ? 'todo.was-changed' : 'todo.was-added', { text: made.text }),
        todo
          ? () =>
              make(
                made,
                {
                  text: todo.text,
                  dueOn: todo.dueOn,
                  assignee: todo.assignee?.id ?? null,
                  team: todo.team?.id ?? null,
                },
                t('todo.was-changed', { text: todo.text }),
              )
          : () => make(made, { removed: true }, t('todo.was-removed', { text: made.text })),
      )
      onClose()
    },
    onSettled: refresh,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!missing && !save.isPending) save.mutate()
  }
  return (
    <Sheet title={t(todo ? 'todo.change' : 'todo.add')} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack gap={4}>
          <TextAreaField
            label={t('todo.text')}
            rows={2}
            autoFocus
            dir="auto"
            value={text}
            maxLength={todoLimits.textLength}
            onChange={event => setText(event.target.value)}
            onKeyDown={event => {
              if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) submit(event)
            }}
          />
          <ChoiceField
            label={t('todo.due')}
            value={day}
            choices={days.map(each => ({ value: each, label: t(`todo.day.${each}`) }))}
            onChoose={to => setDay(days.find(each => each === to) ?? 'today')}
          />
          {day === 'day' && (
            <TextField
              label={t('todo.on')}
              type="date"
              value={ownDay}
              required
              onChange={event => setOwnDay(event.target.value)}
            />
          )}
          <SelectField
            label={t('todo.remind')}
            value={chosen}
            choices={possible.map(each => ({
              value: each,
              label:
                each === 'kept' && todo?.remindAt
                  ? formatAgo(new Date(todo.remindAt), new Date(), formats)
                  : t(`todo.reminder.${each}`),
            }))}
            onChange={event => setReminder(reminders.find(each => each === event.target.value) ?? 'none')}
          />
          {chosen === 'own' && (
            <TextField
              label={t('todo.at')}
              type="datetime-local"
              value={ownTime}
              error={over}
              onChange={event => setOwnTime(event.target.value)}
            />
          )}
          <SelectField
            label={t('todo.who')}
            value={whom || team ? assignee : ''}
            choices={[
              ...colleagues.map(each => ({
                value: each.id,
                label: each.id === me?.user.id ? t('todo.me', { name: each.name }) : each.name,
              })),
              ...teams
                .filter(each => each.members.length > 0)
                .map(each => ({ value: each.id, label: t('todo.team-of', { name: each.name }) })),
              ...(todo && !todo.assignee && !todo.team ? [{ value: '', label: t('todo.nobody') }] : []),
            ]}
            onChange={event => setWho(event.target.value)}
          />
          {save.error && <Notice tone="block">{save.error.message}</Notice>}
          <Line>
            <NextStep type="submit" busy={save.isPending} unavailable={missing}>
              {t(todo ? 'todo.keep' : 'todo.note')}
            </NextStep>
            <Button look="quiet" onClick={onClose}>
              {t('cancel')}
            </Button>
            {todo && (
              <Button
                look="quiet"
                onClick={() => make(todo, { removed: true }, t('todo.was-removed', { text: todo.text }), onClose)}
              >
                {t('todo.remove')}
              </Button>
            )}
          </Line>
        </Stack>
      </form>
    </Sheet>
  )
}
