import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { CheckField, SelectField } from '#web/kit/Fields.tsx'
import { Page } from '#web/kit/Page.tsx'
import { PageLinks } from '#web/kit/PageLinks.tsx'
import { ErrorState, Notice, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { dayText } from '../model.ts'
import type { WeeklyWire } from '../wire.ts'
import { changeWeekly, previewQuery, sendAgain, weeklyQuery } from './queries.ts'
import '#web/kit/report.css'
import './reports.css'

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
/** A Monday. */
const monday = Date.UTC(2024, 0, 1)

/** The weekly mail: whether, when, what it says, and how the last one went. */
export function WeeklyPage() {
  const t = useText('reports')
  const { data, error, refetch } = useQuery(weeklyQuery)
  const preview = useQuery(previewQuery)
  return (
    <Page title={t('weekly.title')}>
      <div className="k-report">
        <PageLinks
          label={t('pages.label')}
          links={[
            { to: '/reports', label: t('pages.sources'), here: false },
            { to: '/reports/work', label: t('pages.work'), here: false },
            { to: '/reports/weekly', label: t('pages.weekly'), here: true },
          ]}
        />
        {error && !data && <ErrorState detail={error.message} onRetry={() => void refetch()} />}
        {!data && !error && <RowSkeleton />}
        {data && <Plan weekly={data} />}
        <section className="rp-preview" aria-labelledby="rp-preview">
          <h2 id="rp-preview">{t('weekly.preview')}</h2>
          {preview.error && !preview.data && (
            <ErrorState detail={preview.error.message} onRetry={() => void preview.refetch()} />
          )}
          {!preview.data && !preview.error && <RowSkeleton />}
          {preview.data && (
            <>
              <p>
                <span className="k-meta">{t('weekly.subject')}</span> {preview.data.subject}
              </p>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: lines that scroll sideways are reached by keys */}
              <pre tabIndex={0}>{preview.data.text}</pre>
            </>
          )}
        </section>
      </div>
    </Page>
  )
}

function Plan({ weekly }: { weekly: WeeklyWire }) {
  const t = useText('reports')
  const { formats } = useLanguage()
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: changeWeekly,
    onSuccess: after => {
      client.setQueryData(weeklyQuery.queryKey, after)
      tell(t('weekly.saved'))
    },
    onError: error => tell(error.message),
  })
  const again = useMutation({
    mutationFn: sendAgain,
    onSuccess: async () => {
      tell(t('weekly.again-told'))
      await client.invalidateQueries({ queryKey: weeklyQuery.queryKey })
    },
    onError: error => tell(error.message),
  })
  const { on, weekday, hour, timezone, email, nextAt, canSend, last } = weekly
  const dayName = new Intl.DateTimeFormat(formats, { weekday: 'long', timeZone: 'UTC' })
  const clock = new Intl.DateTimeFormat(formats, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' })
  const full = new Intl.DateTimeFormat(formats, { dateStyle: 'full', timeStyle: 'short', timeZone: timezone })
  return (
    <>
      <p>{t('weekly.lead', { email })}</p>
      {!canSend && (
        <Notice tone="warn">
          {t('weekly.no-mail')} <Link to="/settings/list-mail">{t('weekly.set-up')}</Link>
        </Notice>
      )}
      <div className="k-report-controls">
        <CheckField
          label={t('weekly.on')}
          checked={on}
          disabled={!canSend && !on}
          onChange={event => change.mutate({ on: event.target.checked })}
        />
        <SelectField
          label={t('weekly.weekday')}
          value={String(weekday)}
          choices={weekdays.map(day => ({
            value: String(day),
            label: dayName.format(new Date(monday + (day - 1) * 86_400_000)),
          }))}
          onChange={event => change.mutate({ weekday: Number(event.target.value) })}
        />
        <SelectField
          label={t('weekly.hour')}
          value={String(hour)}
          choices={Array.from({ length: 24 }, (_, each) => ({
            value: String(each),
            label: clock.format(new Date(monday + each * 3_600_000)),
          }))}
          onChange={event => change.mutate({ hour: Number(event.target.value) })}
        />
      </div>
      <p className="k-meta">
        {t('weekly.clock', { timezone })}{' '}
        {nextAt === null ? t('weekly.off') : t('weekly.next', { at: full.format(new Date(nextAt)) })}
      </p>
      {last && (
        <div className="k-report-controls">
          <p>
            {t('weekly.last', { week: dayText(last.week, formats) })}{' '}
            {t(`weekly.state.${last.state}`, { said: last.said ?? '' })}
          </p>
          {(last.state === 'unknown' || last.state === 'refused') && (
            <Button size="row" busy={again.isPending} onClick={() => again.mutate()}>
              {t('weekly.again')}
            </Button>
          )}
        </div>
      )}
    </>
  )
}
