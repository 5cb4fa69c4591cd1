import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { ChoiceField, SelectField, TextField } from '#web/kit/Fields.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { quietIn } from '../../model/quiet.ts'
import { type ReachMode, reachModes } from '../../model/reach.ts'
import { ownQuery } from '../queries.ts'
import { changeReach, type ReachChange, type ReachNow, reachKey } from './api.ts'
import { useWords } from './refused.ts'

const minutes = [1, 5, 10, 15, 30, 60, 120]
const week = [1, 2, 3, 4, 5, 6, 7]
/** A Monday. */
const monday = Date.UTC(2026, 4, 4, 12)

const isMode = (text: string): text is ReachMode => (reachModes as readonly string[]).includes(text)

/** Kept at once, as each part is changed. */
export function WhenForm({ reach }: { reach: ReachNow }) {
  const t = useText('conversations')
  const words = useWords()
  const { formats } = useLanguage()
  const queries = useQueryClient()
  const { data: me } = useQuery(ownQuery)
  const [draft, setDraft] = useState(reach)
  const { mutate } = useMutation({
    mutationFn: (change: ReachChange) => changeReach(change),
    onError: error => {
      setDraft(reach)
      tell(t('action.failed', { why: words(error) }))
    },
    onSettled: () => queries.invalidateQueries({ queryKey: reachKey }),
  })
  const change = (part: Partial<Pick<ReachNow, 'mode' | 'awayMinutes' | 'days' | 'from' | 'to'>>) => {
    setDraft({ ...draft, ...part })
    if (part.from === '' || part.to === '') return
    mutate(part)
  }
  const dayName = new Intl.DateTimeFormat(formats, { weekday: 'short', timeZone: 'UTC' })
  const quiet = me && quietIn(me.user.preferences)
  const flip = (day: number) => {
    const days = week.filter(each => draft.days.includes(each) !== (each === day))
    if (days.length > 0) change({ days })
    else tell(t('reach.refused.no-days'))
  }
  return (
    <section className="c-manage-form" aria-label={t('reach.when')}>
      <ChoiceField
        label={t('reach.when')}
        value={draft.mode}
        choices={(['away', 'schedule', 'always'] as const).map(mode => ({
          value: mode,
          label: t(`reach.mode.${mode}`),
        }))}
        onChoose={mode => isMode(mode) && change({ mode })}
      />
      {draft.mode === 'away' && (
        <SelectField
          label={t('reach.away-after')}
          hint={t('reach.away-hint')}
          value={String(draft.awayMinutes)}
          choices={[...new Set([...minutes, draft.awayMinutes])]
            .sort((a, b) => a - b)
            .map(count => ({ value: String(count), label: t('reach.minutes', { count }) }))}
          onChange={event => change({ awayMinutes: Number(event.target.value) })}
        />
      )}
      {draft.mode === 'schedule' && (
        <>
          <fieldset className="c-reach-days">
            <legend>{t('reach.days')}</legend>
            {week.map(day => (
              <label key={day} className="k-choice">
                <input type="checkbox" checked={draft.days.includes(day)} onChange={() => flip(day)} />
                <span>{dayName.format(monday + (day - 1) * 86_400_000)}</span>
              </label>
            ))}
          </fieldset>
          <div className="c-reach-times">
            <TextField
              label={t('reach.from')}
              type="time"
              value={draft.from}
              onChange={event => change({ from: event.target.value })}
            />
            <TextField
              label={t('reach.to')}
              type="time"
              value={draft.to}
              onChange={event => change({ to: event.target.value })}
            />
          </div>
        </>
      )}
      {me && quiet && (
        <p className="k-meta">
          {quiet.from === quiet.to ? t('reach.never-quiet') : t('reach.quiet', quiet)}{' '}
          {t('reach.clock', { zone: me.user.timeZone })}{' '}
          <Link to="/settings/connections">{t('reach.change-quiet')}</Link>
        </p>
      )}
    </section>
  )
}
