import type { Room } from '#features/etiquette/model.ts'
import { useText } from '#web/i18n/i18n.ts'

/** What a room expects, and how much of what we gave it was promotion. Nothing where neither is known. */
export function Norms({ room }: { room: Room | undefined }) {
  const t = useText('conversations')
  if (!room || (room.norms === undefined && room.promoShare === undefined)) return null
  return (
    <p className="k-meta c-norms">
      {room.norms !== undefined && (
        <>
          {t('composer.norms')} <bdi>{room.norms}</bdi>{' '}
        </>
      )}
      {room.promoShare !== undefined && t('composer.promo', { percent: Math.round(room.promoShare * 100) })}
    </p>
  )
}
