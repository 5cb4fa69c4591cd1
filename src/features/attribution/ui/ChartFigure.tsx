import { lazy, Suspense, useId, useRef } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { Menu } from '#web/kit/Menu.tsx'
import { RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { csvOf, pngOf, save, svgOf } from './export.ts'
import type { Series } from './LineChart.tsx'
import { dashes } from './looks.ts'

const LineChart = lazy(async () => ({ default: (await import('./LineChart.tsx')).LineChart }))

/** A chart with the sentence that says it, a key that needs no colour, and ways to take it along. `csv`: the table below it. */
export function ChartFigure(props: {
  sentence: string
  labels: readonly string[]
  series: readonly Series[]
  name: string
  csv: () => readonly (readonly (string | number)[])[]
}) {
  const { sentence, labels, series, name, csv } = props
  const t = useText('attribution')
  const id = useId()
  const holder = useRef<HTMLDivElement>(null)
  const drawn = () => {
    const chart = holder.current?.querySelector<SVGSVGElement>('svg.recharts-surface')
    return chart && svgOf(chart, getComputedStyle(document.body).backgroundColor)
  }
  const attempt = (work: () => Promise<void> | void) =>
    void Promise.resolve(work()).catch(() => tell(t('export.failed')))
  const picture = async (kind: 'png' | 'svg') => {
    const svg = drawn()
    if (!svg) throw new Error('nothing is drawn yet')
    save(kind === 'png' ? await pngOf(svg) : new Blob([svg.text], { type: 'image/svg+xml' }), `${name}.${kind}`)
  }
  return (
    <figure className="at-figure" aria-labelledby={id}>
      <div className="at-figure-head">
        <figcaption id={id}>{sentence}</figcaption>
        <Menu
          label={t('export.label')}
          target={<Button size="row">{t('export.label')}</Button>}
          entries={[
            { kind: 'item', key: 'png', label: t('export.png'), run: () => attempt(() => picture('png')) },
            { kind: 'item', key: 'svg', label: t('export.svg'), run: () => attempt(() => picture('svg')) },
            {
              kind: 'item',
              key: 'csv',
              label: t('export.csv'),
              run: () => attempt(() => save(csvOf(csv()), `${name}.csv`)),
            },
          ]}
        />
      </div>
      <ul className="at-key" aria-hidden="true">
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
      </ul>
      <div ref={holder} className="at-chart at-scroll" aria-hidden="true">
        <Suspense fallback={<RowSkeleton rows={5} />}>
          <LineChart labels={labels} series={series} />
        </Suspense>
      </div>
    </figure>
  )
}
