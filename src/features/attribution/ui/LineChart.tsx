import { CartesianGrid, Line, LineChart as Lines, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { dashes } from './looks.ts'

export type Series = { key: string; label: string; values: readonly number[] }

/** Only what is seen: its words and its table stand beside it. Loaded when a page shows it. */
export function LineChart({ labels, series }: { labels: readonly string[]; series: readonly Series[] }) {
  const rows = labels.map((label, at) => ({
    label,
    ...Object.fromEntries(series.map(one => [one.key, one.values[at] ?? 0])),
  }))
  return (
    <ResponsiveContainer width="100%" height={260} minWidth={0}>
      <Lines data={rows} margin={{ top: 12, right: 16, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis dataKey="label" tickLine={false} stroke="var(--text3)" minTickGap={24} fontSize={12} />
        <YAxis allowDecimals={false} tickLine={false} axisLine={false} stroke="var(--text3)" width={44} fontSize={12} />
        <Tooltip
          isAnimationActive={false}
          contentStyle={{
            background: 'var(--surface)',
            borderColor: 'var(--line)',
            borderRadius: 8,
            color: 'var(--text)',
          }}
          labelStyle={{ color: 'var(--text2)' }}
          itemStyle={{ color: 'var(--text)' }}
        />
        {series.map((one, at) => (
          <Line
            key={one.key}
            type="linear"
            dataKey={one.key}
            name={one.label}
            stroke={dashes[at % dashes.length]?.stroke ?? ''}
            strokeDasharray={dashes[at % dashes.length]?.dash ?? '0'}
            strokeWidth={2}
            dot={labels.length < 3}
            isAnimationActive={false}
          />
        ))}
      </Lines>
    </ResponsiveContainer>
  )
}
