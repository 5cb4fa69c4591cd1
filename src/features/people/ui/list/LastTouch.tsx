import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { TimeAgo } from '#web/kit/Figures.tsx'
import type { PersonRowWire } from '../api.ts'

/** When something last happened between the two; of contacts of old with whom nothing has, since when they are one. */
export function LastTouch({ person }: { person: PersonRowWire }) {
  const t = useText('people')
  const { formats } = useLanguage()
  if (person.lastTouchAt) return <TimeAgo at={person.lastTouchAt} />
  if (!person.contactSince) return <span className="p-quiet">{t('never')}</span>
  const since = new Date(person.contactSince)
  const day = new Intl.DateTimeFormat(formats, { dateStyle: 'long' })
  const month = new Intl.DateTimeFormat(formats, { month: 'short', year: 'numeric' })
  return (
    <span className="p-quiet" title={t('contact-since', { date: day.format(since) })}>
      {t('contact-since', { date: month.format(since) })}
    </span>
  )
}
