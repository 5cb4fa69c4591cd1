import type { Room } from '#features/etiquette/model.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'

/** 0 = Sunday. 4 January 1970 was one. */
const weekdays = (days: readonly number[], formats: string) => {
  const name = new Intl.DateTimeFormat(formats, { weekday: 'long', timeZone: 'UTC' })
  return new Intl.ListFormat(formats).format(days.map(day => name.format(new Date(Date.UTC(1970, 0, 4 + day)))))
}

/** What a room expects, and how much of what we gave it was promotion. Nothing where neither is known. */
export function Norms({ room }: { room: Room | undefined }) {
  const t = useText('conversations')
  const { formats } = useLanguage()
  if (!room || (room.norms === undefined && room.promoShare === undefined && room.settled === undefined)) return null
  const jobs = room.settled?.jobs
  return (
    <p className="k-meta c-norms">
      {jobs !== undefined && (
        <strong>
          {typeof jobs === 'string'
            ? t(`composer.settled.${jobs}`)
            : t('composer.settled.days', { days: weekdays(jobs.days, formats) })}{' '}
        </strong>
      )}
      {room.norms !== undefined && (
        <>
          {t('composer.norms')} <bdi>{room.norms}</bdi>{' '}
        </>
      )}
      {room.promoShare !== undefined && t('composer.promo', { percent: Math.round(room.promoShare * 100) })}
    </p>
  )
}
