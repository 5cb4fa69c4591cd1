import { useText } from '#web/i18n/i18n.ts'
import { turnOffNotifications, turnOnNotifications, useNotifyState } from './notifications.ts'

/** One quiet line below the conversations, once somebody has written; the browser's own question comes only after a press. */
export function NotifyAsk() {
  const t = useText('conversations')
  if (useNotifyState() !== 'unasked') return null
  return (
    <p className="c-notify">
      <button type="button" className="k-why" onClick={() => void turnOnNotifications()}>
        {t('notify.tell-me')}
      </button>
      <button type="button" className="k-why c-notify-off" onClick={turnOffNotifications}>
        {t('notify.off')}
      </button>
    </p>
  )
}
