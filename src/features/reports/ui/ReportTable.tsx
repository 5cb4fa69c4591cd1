import { useText } from '#web/i18n/i18n.ts'
import { type ColumnKey, cellText, type MetStep, metSteps, rowText, type Voice } from '../model.ts'
import type { ReportAnswerWire } from '../wire.ts'
import type { Opened } from './PeopleSheet.tsx'

const stepOfColumn: Partial<Record<ColumnKey, MetStep>> = { people: 'met' }
const stepFor = (column: ColumnKey): MetStep | undefined =>
  stepOfColumn[column] ?? metSteps.find(step => step === column)

/** Whose numbers are rows of ours, and so people that can be shown. Groups and pages are shown by the report of sources. */
const opens = (report: ReportAnswerWire) =>
  ['funnel', 'answers', 'variety', 'etiquette'].includes(report.name) &&
  ['tool', 'recruiter', 'week', 'way'].includes(report.by)

/** The same figures as in the chart and the files. Numbers of people open them. */
export function ReportTable(props: {
  report: ReportAnswerWire
  voice: Voice
  onOpen: (opened: Opened) => void
  onHires: (() => void) | undefined
}) {
  const { report, voice, onOpen, onHires } = props
  const t = useText('reports')
  const { columns, rows, by } = report
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways is reached by keys
    <section className="k-report-scroll" aria-label={t('table')} tabIndex={0}>
      <table className="k-report-table">
        <thead>
          <tr>
            <th scope="col">{voice.words.by[by]}</th>
            {columns.map(column => (
              <th key={column} scope="col" className="k-report-number">
                {voice.words.column[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => {
            const name = rowText(row, by, voice, report.running ?? undefined)
            return (
              <tr key={row.key ?? ''}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                {columns.map((column, at) => {
                  const cell = row.cells[at] ?? null
                  const text = cellText(cell, column, voice)
                  const step = stepFor(column)
                  const open =
                    onHires && column === 'hired'
                      ? onHires
                      : step && opens(report) && typeof cell === 'number' && cell > 0
                        ? () =>
                            onOpen({
                              report: report.name,
                              by: by === 'way' ? 'tool' : by,
                              row,
                              name,
                              step,
                              column: voice.words.column[column],
                            })
                        : undefined
                  return (
                    <td key={column} className="k-report-number">
                      {open ? (
                        <button
                          type="button"
                          className="k-report-open"
                          aria-label={t('open', { what: voice.words.column[column], row: name, value: text })}
                          onClick={open}
                        >
                          {text}
                        </button>
                      ) : (
                        <span className={cell === null || cell === 0 ? 'k-meta' : undefined}>{text}</span>
                      )}
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
