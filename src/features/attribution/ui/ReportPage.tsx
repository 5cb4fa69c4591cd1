import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { searchOf } from '#web/api/ask.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { ChartFigure } from '#web/kit/chart/ChartFigure.tsx'
import type { Series } from '#web/kit/chart/LineChart.tsx'
import { ChoiceField, SelectField } from '#web/kit/Fields.tsx'
import { NumberText } from '#web/kit/Figures.tsx'
import { Page } from '#web/kit/Page.tsx'
import { PageLinks } from '#web/kit/PageLinks.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { type ReportView, reportViews, type ShownMilestone, shownMilestones } from '../model.ts'
import { type ReportRowWire, type ReportWire, reportKeyNames } from '../wire.ts'
import { PeopleSheet } from './PeopleSheet.tsx'
import { isoDay, lastWeeks, mondayOf, rowWord, weekLabel } from './people-words.ts'
import { type ReportAsk, reportQuery, strategyQuery } from './queries.ts'
import { ReportTable } from './ReportTable.tsx'
import '#web/kit/report.css'
import './attribution.css'

const spans = ['4', '12', '26', '52'] as const
const views: readonly ReportView[] = ['first', 'last', 'all']
const charted = ['lead', 'interested', 'candidate', 'hired'] as const

type Search = { view?: string; by?: string; weeks?: string; campaign?: string; show?: string }

/** Where people come from, and what came of them. */
export function ReportPage() {
  const t = useText('attribution')
  const { formats, code } = useLanguage()
  const navigate = useNavigate()
  const search: Search = useSearch({ strict: false })
  const view = reportViews.find(each => each === search.view) ?? 'first'
  const by = reportKeyNames.find(each => each === search.by) ?? 'source'
  const weeks = spans.find(each => each === search.weeks) ?? '12'
  const show = search.show === 'visits' ? 'visits' : 'people'
  const [{ from, to }, setSpan] = useState(() => lastWeeks(Number(weeks)))
  const asked = { view, by, from, to, campaign: search.campaign }
  const { data, error, refetch } = useQuery(reportQuery(asked))
  const { data: strategy } = useQuery(strategyQuery)
  const [opened, setOpened] = useState<{ row: ReportRowWire; milestone: ShownMilestone; by: ReportWire['by'] }>()
  const set = (change: Search) => {
    if (change.weeks) setSpan(lastWeeks(Number(change.weeks)))
    void navigate({ to: '/reports', search: { ...search, ...change }, replace: true })
  }
  const empty = data?.weeks.every(row => row.visits === 0 && row.people.lead === 0) ?? false
  return (
    <Page title={t('report.title')}>
      <div className="k-report">
        <PageLinks
          label={t('pages.label')}
          links={[
            { to: '/reports', label: t('pages.sources'), here: true },
            { to: '/reports/work', label: t('pages.work'), here: false },
            { to: '/reports/weekly', label: t('pages.weekly'), here: false },
          ]}
        />
        <div className="k-report-controls">
          <ChoiceField
            label={t('view.label')}
            value={view}
            choices={views.map(each => ({ value: each, label: t(`view.${each}`) }))}
            onChoose={chosen => set({ view: chosen })}
          />
          <SelectField
            label={t('by.label')}
            value={by}
            choices={reportKeyNames.map(each => ({ value: each, label: t(`by.${each}`) }))}
            onChange={event => set({ by: event.target.value })}
          />
          <SelectField
            label={t('span.label')}
            value={weeks}
            choices={spans.map(each => ({ value: each, label: t('span.weeks', { count: Number(each) }) }))}
            onChange={event => set({ weeks: event.target.value })}
          />
          {strategy && strategy.campaigns.length > 0 && (
            <SelectField
              label={t('by.campaign')}
              value={search.campaign ?? ''}
              choices={[
                { value: '', label: t('every-campaign') },
                ...strategy.campaigns.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChange={event => set({ campaign: event.target.value })}
            />
          )}
        </div>
        <p className="k-meta">{t(`view-words.${view}`)}</p>
        {error && !data && <ErrorState detail={error.message} onRetry={() => void refetch()} />}
        {!data && !error && <RowSkeleton />}
        {empty && <EmptyState title={t('report.empty')} />}
        {data && !empty && (
          <>
            <ChoiceField
              label={t('show.label')}
              hideLabel
              value={show}
              choices={[
                { value: 'people', label: t('show.people') },
                { value: 'visits', label: t('show.visits') },
              ]}
              onChoose={chosen => set({ show: chosen })}
            />
            <ChartFigure
              sentence={sentenceOf(data, t, formats)}
              labels={data.weeks.map(week => weekLabel(week.key ?? '', t, formats))}
              running={data.weeks.at(-1)?.key === mondayOf(isoDay(new Date()))}
              series={seriesOf(data, show, t)}
              name={`kith-${by}-${from}`}
              csv={() => csvRows(data, t, formats)}
              files={{ xlsx: fileAt('xlsx', asked, code), pdf: fileAt('pdf', asked, code) }}
            />
            <ReportTable
              rows={data.rows}
              by={data.by}
              onOpen={(row, milestone) => setOpened({ row, milestone, by: data.by })}
            />
            {view === 'all' && by !== 'week' && <p className="k-meta">{t('more-than-once', { count: data.people })}</p>}
            <Referrers referrers={data.referrers} />
          </>
        )}
        <p className="k-meta">{t('report.how')}</p>
      </div>
      {opened && (
        <PeopleSheet
          title={`${rowWord(opened.row, opened.by, t, formats)}: ${t(`milestone.${opened.milestone}`)}`}
          asked={{ ...asked, by: opened.by, key: opened.row.key ?? undefined, milestone: opened.milestone }}
          onClose={() => setOpened(undefined)}
        />
      )}
    </Page>
  )
}

/** Written by the reports, from the same figures. */
const fileAt = (format: string, asked: ReportAsk, language: string) =>
  `/api/v1/reports/sources/file/${format}${searchOf({ ...asked, lang: language.startsWith('de') ? 'de' : 'en' })}`

type Text = ReturnType<typeof useText>

function sentenceOf({ weeks, people, rows, by }: ReportWire, t: Text, formats: string): string {
  const whole = new Intl.NumberFormat(formats)
  const visits = weeks.reduce((sum, week) => sum + week.visits, 0)
  const top = rows.find(row => row.people.lead > 0 && row.key !== null)
  const said = t('report.sentence', { count: people, people: whole.format(people), visits: whole.format(visits) })
  return top && by !== 'week' ? `${said} ${t('report.most', { name: rowWord(top, by, t, formats) })}` : said
}

function seriesOf({ weeks }: ReportWire, show: 'people' | 'visits', t: Text): Series[] {
  if (show === 'visits') return [{ key: 'visits', label: t('visits'), values: weeks.map(week => week.visits) }]
  return charted
    .filter(name => name === 'lead' || weeks.some(week => week.people[name] > 0))
    .map(name => ({ key: name, label: t(`milestone.${name}`), values: weeks.map(week => week.people[name]) }))
}

function csvRows({ rows, by }: ReportWire, t: Text, formats: string): (string | number)[][] {
  return [
    [t(`by.${by}`), t('visits'), ...shownMilestones.map(name => t(`milestone.${name}`))],
    ...rows.map(row => [rowWord(row, by, t, formats), row.visits, ...shownMilestones.map(name => row.people[name])]),
  ]
}

function Referrers({ referrers }: { referrers: readonly { referrer: string; visits: number }[] }) {
  const t = useText('attribution')
  if (referrers.length === 0) return null
  return (
    <section aria-labelledby="at-referrers">
      <h2 id="at-referrers">{t('referrer.title')}</h2>
      <dl className="at-figures">
        {referrers.map(({ referrer, visits }) => (
          <div key={referrer}>
            <dt>{t(`referrer.${referrer}`)}</dt>
            <dd>
              <NumberText value={visits} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
