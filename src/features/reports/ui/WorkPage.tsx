import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { ChartFigure } from '#web/kit/chart/ChartFigure.tsx'
import { ChoiceField, SelectField } from '#web/kit/Fields.tsx'
import { Page } from '#web/kit/Page.tsx'
import { PageLinks } from '#web/kit/PageLinks.tsx'
import { EmptyState, ErrorState, Notice, RowSkeleton } from '#web/kit/States.tsx'
import { dimensionsOf, isoDay, languageFor, reportNames, rowText, type Voice, weeksUntil, wordsOf } from '../model.ts'
import type { ReportAnswerWire } from '../wire.ts'
import { HiresSheet } from './HiresSheet.tsx'
import { type Opened, PeopleSheet } from './PeopleSheet.tsx'
import { reportQuery } from './queries.ts'
import { ReportTable } from './ReportTable.tsx'
import '#web/kit/report.css'
import './reports.css'

const spans = ['4', '12', '26', '52'] as const
type Search = { report?: string; by?: string; weeks?: string }

/** The language of the page's words and the reader's way of writing numbers. */
function useVoice(): Voice & { language: 'en' | 'de' } {
  const { code, formats } = useLanguage()
  const spoken = languageFor(code)
  return { words: wordsOf[spoken], locale: formats, language: spoken }
}

/** What the team did, and what came of it. */
export function WorkPage() {
  const t = useText('reports')
  const voice = useVoice()
  const navigate = useNavigate()
  const search: Search = useSearch({ strict: false })
  const report = reportNames.find(each => each === search.report) ?? 'funnel'
  const dimensions = dimensionsOf[report]
  const by = dimensions.find(each => each === search.by) ?? dimensions[0]
  const weeks = spans.find(each => each === search.weeks) ?? '12'
  const [today] = useState(() => isoDay(Date.now()))
  const span = weeksUntil(today, Number(weeks))
  const asked = { report, by, ...span, lang: voice.language }
  const { data, error, refetch } = useQuery(reportQuery(asked))
  const [opened, setOpened] = useState<Opened>()
  const [hires, setHires] = useState(false)
  const set = (change: Search) =>
    void navigate({ to: '/reports/work', search: { ...search, ...change }, replace: true })
  const shown = data?.by === by ? data : undefined
  const nothing = shown?.rows.every(row => row.cells.every(isNothing))
  return (
    <Page title={t('work.title')}>
      <div className="k-report">
        <PageLinks
          label={t('pages.label')}
          links={[
            { to: '/reports', label: t('pages.sources'), here: false },
            { to: '/reports/work', label: t('pages.work'), here: true },
            { to: '/reports/weekly', label: t('pages.weekly'), here: false },
          ]}
        />
        <div className="k-report-controls">
          <SelectField
            label={t('report')}
            value={report}
            choices={reportNames.map(each => ({ value: each, label: voice.words.report[each] }))}
            onChange={event => set({ report: event.target.value, by: '' })}
          />
          {dimensions.length > 1 && (
            <ChoiceField
              label={t('by')}
              value={by}
              choices={dimensions.map(each => ({ value: each, label: voice.words.by[each] }))}
              onChoose={chosen => set({ by: chosen })}
            />
          )}
          <SelectField
            label={t('time')}
            value={weeks}
            choices={spans.map(each => ({ value: each, label: t('weeks', { count: Number(each) }) }))}
            onChange={event => set({ weeks: event.target.value })}
          />
        </div>
        <h2 className="hush">{voice.words.report[report]}</h2>
        {error && !data && <ErrorState detail={error.message} onRetry={() => void refetch()} />}
        {!shown && !error && <RowSkeleton />}
        {shown?.behind && <Notice>{t('behind')}</Notice>}
        {nothing && <EmptyState title={t(`empty.${report}`)} />}
        {shown && !nothing && (
          <>
            <ChartFigure
              sentence={<Sentences report={shown} voice={voice} />}
              labels={shown.weeks.map(week =>
                rowText({ key: week, label: null }, 'week', voice, shown.running ?? undefined),
              )}
              running={shown.running !== null}
              series={shown.series
                .filter((one, at) => at === 0 || one.values.some(value => value > 0))
                .map(one => ({ ...one, label: voice.words.column[one.key] }))}
              name={`kith-${report}-${by}-${span.from}`}
              csv={fileAt('csv', asked)}
              files={{ xlsx: fileAt('xlsx', asked), pdf: fileAt('pdf', asked) }}
            />
            <ReportTable
              report={shown}
              voice={voice}
              onOpen={setOpened}
              onHires={report === 'hires' ? () => setHires(true) : undefined}
            />
          </>
        )}
        <p className="k-meta">{voice.words.how[report]}</p>
        <p className="k-meta">{voice.words.utc}</p>
        <p className="k-meta">{voice.words.wilson}</p>
      </div>
      {opened && <PeopleSheet opened={opened} span={span} onClose={() => setOpened(undefined)} />}
      {hires && <HiresSheet span={span} voice={voice} onClose={() => setHires(false)} />}
    </Page>
  )
}

const isNothing = (cell: ReportAnswerWire['rows'][number]['cells'][number]) =>
  cell === null || cell === 0 || (typeof cell === 'object' && cell.hits === 0)

const fileAt = (
  format: string,
  { report, ...asked }: { report: string; by: string; from: string; to: string; lang: string },
) => `/api/v1/reports/${report}/file/${format}?${new URLSearchParams(asked)}`

function Sentences({ report, voice }: { report: ReportAnswerWire; voice: Voice }) {
  const t = useText('reports')
  if (report.said.length === 0) return <span>{voice.words.report[report.name]}</span>
  return (
    <ul className="rp-said" aria-label={t('said')}>
      {report.said.map(sentence => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
