import { formatInstant } from '#web/i18n/format.ts'
import { useLanguage } from '#web/i18n/i18n.ts'

/** The time of day; the whole instant with its zone in the title. `day`: with the date, when it is not today. */
export function Clock({ at, day = false }: { at: string; day?: boolean }) {
  const { formats } = useLanguage()
  const instant = new Date(at)
  const today = instant.toDateString() === new Date().toDateString()
  const format: Intl.DateTimeFormatOptions =
    day && !today
      ? { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' }
      : { hour: 'numeric', minute: '2-digit' }
  return (
    <time dateTime={at} title={formatInstant(instant, formats)}>
      {new Intl.DateTimeFormat(formats, format).format(instant)}
    </time>
  )
}
