import { lazy, type ReactNode, Suspense, useId, useRef } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '../Button.tsx'
import { Menu } from '../Menu.tsx'
import { RowSkeleton } from '../States.tsx'
import { tell } from '../Toasts.tsx'
import type { Series } from './LineChart.tsx'
import { dashes } from './looks.ts'
import { csvOf, pngOf, save, saveFrom, svgOf } from './save.ts'
import './chart.css'

const LineChart = lazy(async () => ({ default: (await import('./LineChart.tsx')).LineChart }))

/**
 * A chart with the sentences that say it, a key that needs no colour, and ways to take it along. `csv`: the table below it, or where the
 * server writes it; `files`: where it writes the others. Without series there is only what is said and the ways out.
 */
export function ChartFigure(props: {
  sentence: ReactNode
  labels: readonly string[]
  series: readonly Series[]
  /** The last label's time is not over. */
  running?: boolean
  name: string
  csv: (() => readonly (readonly (string | number)[])[]) | string
  files?: Readonly<Record<'xlsx' | 'pdf', string>>
}) {
  const { sentence, labels, series, running = false, name, csv, files } = props
  const t = useText('shell')
  const id = useId()
  const holder = useRef<HTMLDivElement>(null)
  const drawn = () => {
    const chart = holder.current?.querySelector<SVGSVGElement>('svg.recharts-surface')
    return chart && svgOf(chart, getComputedStyle(document.body).backgroundColor)
  }
  const attempt = (work: () => Promise<void> | void) =>
    void Promise.resolve()
      .then(work)
      .catch(() => tell(t('export.failed')))
  const picture = async (kind: 'png' | 'svg') => {
    const svg = drawn()
    if (!svg) throw new Error('nothing is drawn yet')
    save(kind === 'png' ? await pngOf(svg) : new Blob([svg.text], { type: 'image/svg+xml' }), `${name}.${kind}`)
  }
  const shown = series.length > 0
  const item = (key: string, run: () => Promise<void> | void) => ({
    kind: 'item' as const,
    key,
    label: t(`export.${key}`),
    run: () => attempt(run),
  })
  return (
    <figure className="k-figure" aria-labelledby={id}>
      <div className="k-figure-head">
        <figcaption id={id}>{sentence}</figcaption>
        <Menu
          label={t('export.label')}
          target={<Button size="row">{t('export.label')}</Button>}
          entries={[
            ...(shown ? [item('png', () => picture('png')), item('svg', () => picture('svg'))] : []),
            item('csv', () =>
              typeof csv === 'string' ? saveFrom(csv, `${name}.csv`) : save(csvOf(csv()), `${name}.csv`),
            ),
            ...(files
              ? [
                  item('xlsx', () => saveFrom(files.xlsx, `${name}.xlsx`)),
                  item('pdf', () => saveFrom(files.pdf, `${name}.pdf`)),
                ]
              : []),
          ]}
        />
      </div>
      {shown && (
        <ul className="k-chart-key" aria-hidden="true">
          {series.map((one, at) => (
            <li key={one.key}>
              <svg width="28" height="8" viewBox="0 0 28 8" aria-hidden="true">
                <line
                  x1="0"
                  y1="4"
                  x2="28"
                  y2="4"
                  strokeWidth="2"
                  stroke={dashes[at % dashes.length]?.stroke}
                  strokeDasharray={dashes[at % dashes.length]?.dash}
                />
              </svg>
              {one.label}
            </li>
          ))}
          {running && (
            <li>
              <svg width="28" height="10" viewBox="0 0 28 10" aria-hidden="true" className="k-chart-running">
                <line x1="0" y1="5" x2="20" y2="5" strokeWidth="2" strokeDasharray="1 5" strokeLinecap="round" />
                <circle cx="23" cy="5" r="4" strokeWidth="2" />
              </svg>
              {t('chart-running')}
            </li>
          )}
        </ul>
      )}
      {shown && (
        <div ref={holder} className="k-chart" aria-hidden="true">
          <Suspense fallback={<RowSkeleton rows={5} />}>
            <LineChart labels={labels} series={series} running={running} />
          </Suspense>
        </div>
      )}
    </figure>
  )
}
