import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { codes } from '#features/etiquette/model.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { SelectField } from '#web/kit/Fields.tsx'
import { Page } from '#web/kit/Page.tsx'
import { EmptyState, ErrorState, Notice, RowSkeleton } from '#web/kit/States.tsx'
import { overrideOutcomes } from '../../model/overrides.ts'
import type { OverrideMonthView } from '../../wire.ts'
import { ownQuery, teamQuery } from '../queries.ts'
import { useRuleName } from '../rule-name.ts'
import { Each } from './Each.tsx'
import { csvOf, monthsQuery, type Report } from './queries.ts'
import { isFiltered, monthChoices, reportFrom } from './report.ts'
import './overrides.css'

/** For admins: how often, by whom and against which rules a text went out, or should have. */
export function OverridesPage() {
  const t = useText('conversations')
  const report = reportFrom(useSearch({ strict: false }), new Date())
  const { data: me } = useQuery(ownQuery)
  const may = me?.may.includes('override-etiquette')
  const backwards = report.from > report.to
  return (
    <Page title={t('overrides.title')}>
      <div className="o-page">
        <p>{t('overrides.words')}</p>
        {may === false && <Notice>{t('overrides.admins')}</Notice>}
        {may && (
          <>
            <Filters report={report} />
            {backwards ? <Notice tone="warn">{t('overrides.bad-span')}</Notice> : <Found report={report} />}
          </>
        )}
      </div>
    </Page>
  )
}

function useMonthName(): (month: string) => string {
  const { formats } = useLanguage()
  const format = new Intl.DateTimeFormat(formats, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return month => format.format(new Date(`${month}-01T00:00:00Z`))
}

function Filters({ report }: { report: Report }) {
  const t = useText('conversations')
  const said = useRuleName()
  const monthName = useMonthName()
  const navigate = useNavigate()
  const { data: team = [] } = useQuery(teamQuery)
  const ask = (change: Partial<Report>) => void navigate({ to: '.', search: { ...report, ...change }, replace: true })
  const months = monthChoices(new Date(), report.from, report.to).map(month => ({
    value: month,
    label: monthName(month),
  }))
  const all = { value: '', label: t('overrides.all') }
  return (
    <search className="o-filters">
      <SelectField
        label={t('overrides.from')}
        choices={months}
        value={report.from}
        onChange={event => ask({ from: event.target.value })}
      />
      <SelectField
        label={t('overrides.to')}
        choices={months}
        value={report.to}
        onChange={event => ask({ to: event.target.value })}
      />
      <SelectField
        label={t('overrides.recruiter')}
        choices={[all, ...team.map(member => ({ value: member.id, label: member.name }))]}
        value={report.recruiter ?? ''}
        onChange={event => ask({ recruiter: event.target.value })}
      />
      <SelectField
        label={t('overrides.rule')}
        choices={[all, ...codes.map(code => ({ value: code, label: said(code) }))]}
        value={report.code ?? ''}
        onChange={event => ask({ code: event.target.value })}
      />
      <SelectField
        label={t('overrides.outcome')}
        choices={[all, ...overrideOutcomes.map(each => ({ value: each, label: t(`overrides.outcomes.${each}`) }))]}
        value={report.outcome ?? ''}
        onChange={event => ask({ outcome: event.target.value })}
      />
    </search>
  )
}

function Found({ report }: { report: Report }) {
  const t = useText('conversations')
  const navigate = useNavigate()
  const { data: months, error, refetch } = useQuery(monthsQuery(report))
  if (error && !months) return <ErrorState detail={error.message} onRetry={() => void refetch()} />
  if (!months) return <RowSkeleton rows={6} label={t('overrides.loading')} />
  if (months.length === 0)
    return (
      <EmptyState title={t(isFiltered(report) ? 'overrides.none-filtered' : 'overrides.none')}>
        {isFiltered(report) && (
          <Button onClick={() => void navigate({ to: '.', search: { from: report.from, to: report.to } })}>
            {t('overrides.clear')}
          </Button>
        )}
      </EmptyState>
    )
  return (
    <>
      <Months months={months} />
      <p>
        <a href={csvOf(report)} download>
          {t('overrides.csv')}
        </a>
      </p>
      <Each report={report} />
    </>
  )
}

function Months({ months }: { months: readonly OverrideMonthView[] }) {
  const t = useText('conversations')
  const monthName = useMonthName()
  const said = useRuleName()
  return (
    <div>
      <h2>{t('overrides.months')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways on a phone, so the keyboard must reach it */}
      <section className="o-wide" tabIndex={0} aria-label={t('overrides.months')}>
        <table className="o-months">
          <thead>
            <tr>
              <th scope="col">{t('overrides.month')}</th>
              <th scope="col">{t('overrides.recruiter')}</th>
              {overrideOutcomes.map(outcome => (
                <th key={outcome} scope="col" className="k-number">
                  {t(`overrides.outcomes.${outcome}`)}
                </th>
              ))}
              <th scope="col">{t('overrides.rules')}</th>
            </tr>
          </thead>
          <tbody>
            {months.map(row => (
              <tr key={`${row.month} ${row.recruiter}`}>
                <td>{monthName(row.month)}</td>
                <th scope="row">{row.recruiterName ?? t('overrides.somebody')}</th>
                {[row.open, row.granted, row.declined, row.atOnce, row.outside].map((count, index) => (
                  <td key={overrideOutcomes[index]} className="k-number">
                    {count}
                  </td>
                ))}
                <td>
                  {row.codes.map(({ code, count }) => t('overrides.count-of', { code: said(code), count })).join(', ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}
