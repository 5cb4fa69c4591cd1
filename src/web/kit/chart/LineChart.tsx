import { CartesianGrid, Line, LineChart as Lines, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { dashes } from './looks.ts'

export type Series = { key: string; label: string; values: readonly number[] }

type Row = { label: string; values: readonly number[] } & Record<string, unknown>
const whole = (at: number) => `whole${at}`
const soFar = (at: number) => `soFar${at}`

/**
 * Only what is seen: its words and its table stand beside it. Loaded when a page shows it. `running`: the last place is not over, so it
 * is led to by dots and ends in a ring: a week that has just begun is no fall.
 */
export function LineChart(props: { labels: readonly string[]; series: readonly Series[]; running?: boolean }) {
  const { labels, series, running = false } = props
  const last = labels.length - 1
  const rows = labels.map((label, at): Row => {
    const values = series.map(one => one.values[at] ?? 0)
    const row: Row = { label, values }
    for (const [which, value] of values.entries()) {
      if (!running || at < last) row[whole(which)] = value
      if (running && at >= last - 1) row[soFar(which)] = value
    }
    return row
  })
  const look = (at: number) => dashes[at % dashes.length]
  return (
    <ResponsiveContainer width="100%" height={260} minWidth={0}>
      <Lines data={rows} margin={{ top: 12, right: 24, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis dataKey="label" tickLine={false} stroke="var(--text3)" minTickGap={24} fontSize={12} />
        <YAxis allowDecimals={false} tickLine={false} axisLine={false} stroke="var(--text3)" width={44} fontSize={12} />
        <Tooltip
          isAnimationActive={false}
          content={({ active, label }) => {
            const row = active ? rows.find(one => one.label === label) : undefined
            return row ? <Values row={row} series={series} /> : null
          }}
        />
        {series.map((one, at) => (
          <Line
            key={one.key}
            type="linear"
            dataKey={whole(at)}
            stroke={look(at)?.stroke ?? ''}
            strokeDasharray={look(at)?.dash ?? '0'}
            strokeWidth={2}
            dot={labels.length < 3}
            isAnimationActive={false}
          />
        ))}
        {running &&
          series.map((one, at) => (
            <Line
              key={`${one.key} so far`}
              type="linear"
              dataKey={soFar(at)}
              stroke={look(at)?.stroke ?? ''}
              strokeDasharray="1 5"
              strokeLinecap="round"
              strokeWidth={2}
              dot={({ index, cx, cy }: { index?: number; cx?: number; cy?: number }) => (
                <circle
                  key={index ?? 0}
                  cx={cx ?? 0}
                  cy={cy ?? 0}
                  r={index === last ? 4 : 0}
                  strokeWidth={2}
                  strokeDasharray="0"
                  stroke={look(at)?.stroke ?? ''}
                  fill="var(--surface)"
                />
              )}
              activeDot={false}
              isAnimationActive={false}
            />
          ))}
      </Lines>
    </ResponsiveContainer>
  )
}

function Values({ row, series }: { row: Row; series: readonly Series[] }) {
  return (
    <div className="k-chart-tip">
      <p>{row.label}</p>
      {series.map((one, at) => (
        <p key={one.key}>
          {one.label}: <b>{row.values[at]}</b>
        </p>
      ))}
    </div>
  )
}
