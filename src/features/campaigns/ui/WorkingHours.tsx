import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ApiError } from '#web/api/client.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TextField } from '#web/kit/Fields.tsx'
import { Line } from '#web/kit/Layout.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import type { WebsiteChatView } from '../wire.ts'
import { changeHours, websiteChatQuery } from './api.ts'

type Hours = NonNullable<WebsiteChatView['hours']>
type Day = Hours['week'][number]

const usual = { from: '09:00', to: '17:00' }
const firstHours = (): Hours => ({
  timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  week: [usual, usual, usual, usual, usual, null, null],
})

/** When somebody answers: the chat and the landing pages say from it when we are back. */
export function WorkingHours() {
  const t = useText('campaigns')
  const cache = useQueryClient()
  const chat = useQuery(websiteChatQuery)
  const [setting, setSetting] = useState(false)
  if (!chat.data) return null
  const { hours } = chat.data
  const save = async (next: Hours | null, said: string) => {
    const before = hours
    const put = async (wanted: Hours | null) =>
      void cache.setQueryData(websiteChatQuery.queryKey, await changeHours(wanted))
    await put(next)
    setSetting(false)
    tell(said, () => void put(before))
  }
  return (
    <section className="pages-sites" aria-labelledby="working-hours">
      <h2 id="working-hours">{t('hours.title')}</h2>
      <p>{t('hours.words')}</p>
      {hours || setting ? (
        <Week key={JSON.stringify(hours)} hours={hours ?? firstHours()} kept={hours !== null} onSave={save} />
      ) : (
        <>
          <p>{t('hours.none')}</p>
          <Line>
            <Button onClick={() => setSetting(true)}>{t('hours.set')}</Button>
          </Line>
        </>
      )}
    </section>
  )
}

function Week(props: { hours: Hours; kept: boolean; onSave: (hours: Hours | null, said: string) => Promise<void> }) {
  const t = useText('campaigns')
  const { formats } = useLanguage()
  const [week, setWeek] = useState<readonly Day[]>(props.hours.week)
  const [timezone, setTimezone] = useState(props.hours.timezone)
  const [refused, setRefused] = useState<string>()
  const set = (at: number, day: Day) => setWeek(week.map((each, index) => (index === at ? day : each)))
  const save = async (hours: Hours | null, said: string) => {
    try {
      await props.onSave(hours, said)
    } catch (error) {
      setRefused(error instanceof ApiError ? error.message : t('failed'))
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save({ timezone: timezone.trim(), week: [...week] }, t('hours.saved'))
  }
  return (
    <form onSubmit={submit}>
      <ul className="pages-week">
        {week.map((day, at) => (
          <DayRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a week has its seven days
            key={at}
            // The first of January 2024 was a Monday.
            name={new Date(Date.UTC(2024, 0, 1 + at)).toLocaleDateString(formats, { weekday: 'long', timeZone: 'UTC' })}
            day={day}
            onChange={next => set(at, next)}
          />
        ))}
      </ul>
      <TextField
        label={t('hours.zone')}
        error={refused}
        dir="ltr"
        spellCheck={false}
        value={timezone}
        onChange={event => {
          setTimezone(event.target.value)
          setRefused(undefined)
        }}
      />
      <Line>
        <Button type="submit">{t('hours.save')}</Button>
        {props.kept && <Button onClick={() => void save(null, t('hours.cleared'))}>{t('hours.clear')}</Button>}
      </Line>
    </form>
  )
}

function DayRow({ name, day, onChange }: { name: string; day: Day; onChange: (day: Day) => void }) {
  const t = useText('campaigns')
  const clock = (part: 'from' | 'to') => (
    <input
      type="time"
      className="k-input"
      required
      aria-label={t(`hours.${part}`, { day: name })}
      value={day?.[part] ?? ''}
      onChange={event => day && onChange({ ...day, [part]: event.target.value })}
    />
  )
  return (
    <li>
      <label>
        <input
          type="checkbox"
          aria-label={t('hours.open', { day: name })}
          checked={day !== null}
          onChange={event => onChange(event.target.checked ? usual : null)}
        />
        <span>{name}</span>
      </label>
      {day && (
        <span className="pages-day">
          {clock('from')}
          <span aria-hidden="true">–</span>
          {clock('to')}
        </span>
      )}
    </li>
  )
}
