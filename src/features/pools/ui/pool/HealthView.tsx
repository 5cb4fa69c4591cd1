import { useQuery } from '@tanstack/react-query'
import { useText } from '#web/i18n/i18n.ts'
import { NumberText, Proportion } from '#web/kit/Figures.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import { healthQuery, type PoolView } from '../api.ts'

/** How a pool does: reach and answers by tool, activity, silence. Every figure is counted now. */
export function HealthView({ pool }: { pool: PoolView }) {
  const t = useText('pools')
  const { data, error, refetch } = useQuery(healthQuery(pool.id))
  if (!data) return error ? <ErrorState detail={error.message} onRetry={() => void refetch()} /> : <RowSkeleton />
  if (data.size === 0) return <EmptyState title={t('members.empty')} />
  const { fit, size } = data
  const touched = [
    ['month', data.touchedMonth],
    ['quarter', data.touchedQuarter],
    ['year', data.touchedYear],
    ['earlier', data.touchedEarlier],
    ['never', data.never],
  ] as const
  const active = [
    ['month', data.activeMonth],
    ['quarter', data.activeQuarter],
    ['year', data.activeYear],
  ] as const
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, and keys have to reach it
    <div className="o-health" tabIndex={0}>
      <section aria-labelledby="health-reach">
        <h2 id="health-reach">{t('health.reach')}</h2>
        <p>
          {t('health.would')}{' '}
          {fit.answered.total === 0 ? (
            t('health.nobody-asked')
          ) : (
            <Proportion hits={fit.answered.hits} total={fit.answered.total} />
          )}
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls sideways, by keys too */}
        <div className="o-scroll" tabIndex={0}>
          <table className="o-table">
            <thead>
              <tr>
                <th scope="col">{t('health.tool')}</th>
                <th scope="col" className="k-number">
                  {t('health.there')}
                </th>
                <th scope="col" className="k-number">
                  {t('health.answers')}
                </th>
              </tr>
            </thead>
            <tbody>
              {fit.tools.map(row => (
                <tr key={row.tool}>
                  <th scope="row">
                    <ToolMark tool={row.tool} word />
                  </th>
                  <td className="k-number">
                    <Bar value={row.people / size} /> <NumberText value={row.people} />
                  </td>
                  <td className="k-number">
                    {row.asked === 0 ? (
                      <span className="k-meta">{t('health.not-asked')}</span>
                    ) : (
                      <Proportion hits={row.answered} total={row.asked} />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <Spans id="silence" title={t('health.silence')} rows={touched} size={size} word={key => t(`touched.${key}`)}>
        {data.medianDays !== null && t('health.median', { count: data.medianDays })}
      </Spans>
      <Spans id="active" title={t('health.activity')} rows={active} size={size} word={key => t(`active.${key}`)} />
    </div>
  )
}

function Spans(props: {
  id: string
  title: string
  rows: readonly (readonly [string, number])[]
  size: number
  word: (key: string) => string
  children?: React.ReactNode
}) {
  const { id, title, rows, size, word, children } = props
  return (
    <section aria-labelledby={`health-${id}`}>
      <h2 id={`health-${id}`}>{title}</h2>
      {children && <p>{children}</p>}
      <table className="o-table">
        <tbody>
          {rows.map(([key, value]) => (
            <tr key={key}>
              <th scope="row">{word(key)}</th>
              <td className="k-number">
                <Bar value={value / size} /> <NumberText value={value} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const Bar = ({ value }: { value: number }) => (
  <span className="o-bar" aria-hidden="true">
    <i style={{ inlineSize: `${Math.round(Math.min(1, value) * 100)}%` }} />
  </span>
)
