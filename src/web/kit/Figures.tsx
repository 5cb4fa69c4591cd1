import { useEffect, useState } from 'react'
import { formatAgo, formatInstant, formatInterval } from '#web/i18n/format.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'

/** A number in the reader's language, right-aligned in tables by its class. */
export function NumberText({ value, ...format }: { value: number } & Intl.NumberFormatOptions) {
  const { formats } = useLanguage()
  return <span className="k-number">{new Intl.NumberFormat(formats, format).format(value)}</span>
}

/** "8 of 11 (43–90 %)"; under five only the counts, for a share of four says nothing. */
export function Proportion({ hits, total }: { hits: number; total: number }) {
  const { formats } = useLanguage()
  const t = useText('shell')
  const whole = new Intl.NumberFormat(formats)
  const interval = formatInterval(hits, total, formats)
  return (
    <span className="k-number">
      {t('proportion', { hits: whole.format(hits), total: whole.format(total) })}
      {interval && <span title={t('interval')}> ({interval})</span>}
    </span>
  )
}

function useNow(everyMs: number): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}

/** A date as people tell it, the full instant in its title; with `theirZone` their clock follows where it differs from ours. */
export function TimeAgo({ at, theirZone }: { at: string; theirZone?: string | undefined }) {
  const { formats } = useLanguage()
  const now = useNow(30_000)
  const instant = new Date(at)
  if (Number.isNaN(instant.getTime())) return null
  return (
    <time dateTime={instant.toISOString()} title={formatInstant(instant, formats)}>
      {formatAgo(instant, now, formats)}
      {theirZone && <TheirClock at={instant} zone={theirZone} />}
    </time>
  )
}

function TheirClock({ at, zone }: { at: Date; zone: string }) {
  const { formats } = useLanguage()
  const t = useText('shell')
  const clock = (timeZone: string | undefined) =>
    new Intl.DateTimeFormat(formats, { timeZone, timeStyle: 'short' }).format(at)
  const theirs = clock(zone)
  return theirs === clock(undefined) ? null : <span className="k-meta"> · {t('their-clock', { clock: theirs })}</span>
}
