import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import type { ConnectionView } from '../api.ts'
import { Clock } from '../thread/Clock.tsx'

type Place = NonNullable<ConnectionView['webhook']>

/** The address to enter at the network, and whether the network was there. */
export function WebhookPlace({ place, tool }: { place: Place; tool: string }) {
  const t = useText('conversations')
  if (!place.reachable)
    return (
      <p className={`c-hook-state c-tone-${place.required ? 'block' : 'info'}`}>
        {t(place.required ? 'connections.hook.unreachable' : 'connections.hook.fetches', { tool })}
      </p>
    )
  const troubled = place.refusedAt !== null
  return (
    <div className="c-hook k-stack k-gap-2">
      <Copied label={t('connections.hook.address', { tool })} text={place.url} />
      {place.word !== null && <Copied label={t('connections.hook.word')} text={place.word} />}
      <p
        className={`c-hook-state c-tone-${troubled ? 'block' : place.reachedAt ? 'ok' : place.required ? 'warn' : 'info'}`}
      >
        {place.refusedAt !== null ? (
          <>
            {t('connections.hook.refused')} <Clock at={place.refusedAt} day />: {place.why}
          </>
        ) : place.reachedAt !== null ? (
          <>
            {t('connections.hook.reached', { tool })} <Clock at={place.reachedAt} day />
          </>
        ) : (
          t(place.required ? 'connections.hook.never' : 'connections.hook.optional', { tool })
        )}
      </p>
    </div>
  )
}

function Copied({ label, text }: { label: string; text: string }) {
  const t = useText('conversations')
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    tell(t('connections.hook.copied'))
  }
  return (
    <div className="c-hook-line">
      <span className="k-meta">{label}</span>
      <code className="c-hook-text">{text}</code>
      <Button size="row" aria-label={t('connections.hook.copy-what', { what: label })} onClick={() => void copy()}>
        {t('connections.hook.copy')}
      </Button>
    </div>
  )
}
