import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { NumberText, Proportion } from '#web/kit/Figures.tsx'
import { fewest, type ShownMilestone, shownMilestones } from '../model.ts'
import type { ReportRowWire } from '../wire.ts'
import { rowWord } from './people-words.ts'

/** The same figures as in the chart and the file. Every number of people opens them. */
export function ReportTable(props: {
  rows: readonly ReportRowWire[]
  by: string
  onOpen: (row: ReportRowWire, milestone: ShownMilestone) => void
}) {
  const { rows, by, onOpen } = props
  const t = useText('attribution')
  const { formats } = useLanguage()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways is reached by keys
    <section className="k-report-scroll" aria-label={t('table')} tabIndex={0}>
      <table className="k-report-table">
        <thead>
          <tr>
            <th scope="col">{t(`by.${by}`)}</th>
            <th scope="col" className="k-report-number">
              {t('visits')}
            </th>
            {shownMilestones.map(name => (
              <th key={name} scope="col" className="k-report-number">
                {t(`milestone.${name}`)}
              </th>
            ))}
            <th scope="col" className="k-report-number">
              {t('answered-share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => {
            const word = rowWord(row, by, t, formats)
            return (
              <tr key={row.key ?? ''}>
                <th scope="row">
                  <bdi>{word}</bdi>
                  {by === 'source' && row.kind && <span className="k-meta"> {t(`kind.${row.kind}`)}</span>}
                </th>
                <td className="k-report-number">
                  <NumberText value={row.visits} />
                </td>
                {shownMilestones.map(name => (
                  <td key={name} className="k-report-number">
                    {row.people[name] === 0 ? (
                      <span className="k-meta">0</span>
                    ) : (
                      <button
                        type="button"
                        className="k-report-open"
                        aria-label={t('open-people', {
                          count: row.people[name],
                          what: t(`milestone.${name}`),
                          source: word,
                        })}
                        onClick={() => onOpen(row, name)}
                      >
                        <NumberText value={row.people[name]} />
                      </button>
                    )}
                  </td>
                ))}
                <td className="k-report-number">
                  {row.visits < fewest.visits ? (
                    <span className="k-meta">{t('too-few')}</span>
                  ) : (
                    <Proportion hits={Math.min(row.people.answered, row.visits)} total={row.visits} />
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
