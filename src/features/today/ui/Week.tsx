import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { allTools, toolLabel } from '#features/tools/model.ts'
import { isToolId, type ToolId } from '#kernel/tools.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Button, IconButton, NextStep } from '#web/kit/Button.tsx'
import { TextField } from '#web/kit/Fields.tsx'
import { Icon } from '#web/kit/Icon.tsx'
import { Line, Stack } from '#web/kit/Layout.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { Notice, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import { type ProposedWeek, planWeek, proposedWeekQuery, type TodayPage, todayQuery, type WeekLine } from './api.ts'

type Draft = Omit<WeekLine, 'done'>

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** The days of a week by name, from Monday. */
function useDays(style: 'short' | 'long'): readonly string[] {
  const { formats } = useLanguage()
  const format = new Intl.DateTimeFormat(formats, { weekday: style, timeZone: 'UTC' })
  return weekdays.map(day => format.format(new Date(Date.UTC(2024, 0, day))))
}

/** What is planned for today, and the door to the whole week. */
export function Week({ page }: { page: TodayPage }) {
  const t = useText('today')
  const [editing, setEditing] = useState(false)
  const today = page.week.filter(line => line.days.includes(page.weekday))
  return (
    <>
      {today.length > 0 && (
        <span className="t-week">
          {today.map(line => (
            <span key={line.tool}>
              <ToolMark tool={line.tool} />{' '}
              {t('week.line', { done: Math.min(line.done, line.people), people: line.people })}
              {line.place !== '' && <bdi className="k-meta"> {line.place}</bdi>}
            </span>
          ))}
        </span>
      )}
      <Button onClick={() => setEditing(true)}>{t(page.week.length === 0 ? 'week.plan' : 'week.open')}</Button>
      {editing && <WeekSheet page={page} onClose={() => setEditing(false)} />}
    </>
  )
}

function WeekSheet({ page, onClose }: { page: TodayPage; onClose: () => void }) {
  const t = useText('today')
  const queries = useQueryClient()
  const [lines, setLines] = useState<readonly Draft[]>(page.week)
  // Who has no week is shown one at once.
  const [proposing, setProposing] = useState(page.week.length === 0)
  const { data: proposed, error: failed } = useQuery({ ...proposedWeekQuery, enabled: proposing })
  const whyOf = (tool: ToolId) => (proposing ? proposed?.find(line => line.tool === tool)?.because : undefined)
  useEffect(() => {
    if (proposing && proposed) setLines(proposed.map(({ because: _, ...line }) => line))
  }, [proposing, proposed])
  const change = (tool: ToolId, to: Partial<Draft>) =>
    setLines(lines.map(line => (line.tool === tool ? { ...line, ...to } : line)))
  const write = useMutation({
    mutationFn: (next: readonly Draft[]) =>
      planWeek(next.map(({ tool, people, place, days }) => ({ tool, people, place, days: [...days] }))),
    onSettled: () => queries.invalidateQueries({ queryKey: todayQuery.queryKey }),
    onError: error => tell(error.message),
  })
  const keep = () => {
    const before = page.week
    write.mutate(lines, {
      onSuccess: () => {
        tell(t('week.kept'), () => write.mutate(before))
        onClose()
      },
    })
  }
  const free = allTools.filter(tool => tool.kind !== 'broadcast' && !lines.some(line => line.tool === tool.id))
  const idle = lines.find(line => line.days.length === 0)
  return (
    <Sheet title={t('week.title')} onClose={onClose}>
      <Stack gap={4}>
        <p>{t('week.about')}</p>
        {proposing && !proposed && !failed && <RowSkeleton rows={4} label={t('week.proposing')} />}
        {failed && <Notice tone="warn">{failed.message}</Notice>}
        {proposing && proposed && <Notice>{t(proposed.length > 0 ? 'week.proposed' : 'week.no-proposal')}</Notice>}
        {!proposing && lines.length === 0 && <p className="k-meta">{t('week.empty')}</p>}
        {lines.map(line => (
          <WeekFields
            key={line.tool}
            line={line}
            because={whyOf(line.tool)}
            done={page.week.find(one => one.tool === line.tool)?.done ?? 0}
            onChange={to => change(line.tool, to)}
            onRemove={() => setLines(lines.filter(one => one.tool !== line.tool))}
          />
        ))}
        <label className="t-week-add">
          <span>{t('week.add')}</span>
          <select
            className="k-input k-select"
            value=""
            onChange={event => {
              const tool = event.target.value
              if (isToolId(tool)) setLines([...lines, { tool, people: 5, place: '', days: [2, 4] }])
            }}
          >
            <option value="">{t('week.choose')}</option>
            {free.map(tool => (
              <option key={tool.id} value={tool.id}>
                {tool.label}
              </option>
            ))}
          </select>
        </label>
        <Line>
          <NextStep
            busy={write.isPending}
            unavailable={idle && t('week.no-day', { tool: toolLabel(idle.tool) })}
            onClick={keep}
          >
            {t('week.keep')}
          </NextStep>
          {!proposing && (
            <Button look="quiet" onClick={() => setProposing(true)}>
              {t('week.propose')}
            </Button>
          )}
          <Button look="quiet" onClick={onClose}>
            {t('week.leave')}
          </Button>
        </Line>
      </Stack>
    </Sheet>
  )
}

function WeekFields(props: {
  line: Draft
  because: ProposedWeek['lines'][number]['because'] | undefined
  done: number
  onChange: (to: Partial<Draft>) => void
  onRemove: () => void
}) {
  const { line, because, done, onChange, onRemove } = props
  const t = useText('today')
  const short = useDays('short')
  const long = useDays('long')
  const { formats } = useLanguage()
  const list = new Intl.ListFormat(formats, { type: 'conjunction' })
  const label = toolLabel(line.tool)
  return (
    <fieldset className="t-week-line">
      <legend>
        <ToolMark tool={line.tool} word /> <span className="k-meta">{t('week.so-far', { count: done })}</span>
      </legend>
      {because && (
        <ul className="t-week-why">
          {because.map(({ code, text, count, of, low, high, days }) => (
            <li key={code}>
              {t(`week.why.${code}`, {
                count: count ?? 0,
                of: of ?? 0,
                low: low ?? 0,
                high: high ?? 0,
                text: text ?? list.format(days.map(day => long[day - 1] ?? '')),
              })}
            </li>
          ))}
        </ul>
      )}
      <div className="t-week-fields">
        <TextField
          label={t('week.people')}
          type="number"
          min={0}
          max={200}
          value={line.people}
          onChange={event =>
            onChange({ people: Math.max(0, Math.min(200, Math.round(event.target.valueAsNumber || 0))) })
          }
        />
        <TextField
          label={t('week.place')}
          maxLength={120}
          placeholder={t('week.place-example')}
          value={line.place}
          onChange={event => onChange({ place: event.target.value })}
        />
        <IconButton label={t('week.remove', { tool: label })} onClick={onRemove}>
          <Icon name="close" size={16} />
        </IconButton>
      </div>
      <div className="t-week-days">
        {weekdays.map(day => (
          <label key={day} title={long[day - 1]}>
            <input
              type="checkbox"
              checked={line.days.includes(day)}
              onChange={event =>
                onChange({
                  days: weekdays.filter(one => (one === day ? event.target.checked : line.days.includes(one))),
                })
              }
            />
            {short[day - 1]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
