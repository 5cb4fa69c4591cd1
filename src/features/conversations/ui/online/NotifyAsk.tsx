import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { turnOffNotifications, turnOnNotifications, useNotifyState } from './notifications.ts'

/** Asked once, in place; the browser's own question comes only after a press. */
export function NotifyAsk() {
  const t = useText('conversations')
  if (useNotifyState() !== 'unasked') return null
  return (
    <div className="c-notify">
      <span>{t('notify.words')}</span>
      <span className="k-line">
        <Button size="row" onClick={() => void turnOnNotifications()}>
          {t('notify.on')}
        </Button>
        <Button size="row" look="quiet" onClick={turnOffNotifications}>
          {t('notify.off')}
        </Button>
      </span>
    </div>
  )
}
