import { useText } from '#web/i18n/i18n.ts'
import { CheckField } from '#web/kit/Fields.tsx'
import { type WebhookEvent, webhookEvents } from '../model.ts'

export function EventChoice(props: {
  chosen: readonly WebhookEvent[]
  onChoose: (chosen: readonly WebhookEvent[]) => void
}) {
  const t = useText('webhooks')
  const { chosen, onChoose } = props
  return (
    <fieldset className="webhooks-events">
      <legend>{t('events')}</legend>
      {webhookEvents.map(event => (
        <CheckField
          key={event}
          label={t(`event.${event}`)}
          hint={<code>{event}</code>}
          checked={chosen.includes(event)}
          onChange={({ target }) =>
            onChoose(webhookEvents.filter(each => (each === event ? target.checked : chosen.includes(each))))
          }
        />
      ))}
    </fieldset>
  )
}
