import { measureSms } from '#kernel/sms-segments.ts'
import { useText } from '#web/i18n/i18n.ts'

/** How many texts it becomes, and which letter makes them shorter. */
export function SmsLine({ text }: { text: string }) {
  const t = useText('conversations')
  const { segments, left, because } = measureSms(text.trim())
  return (
    <p className="k-meta">
      {t('composer.sms', { count: segments, left })}
      {because !== undefined && ` ${t('composer.sms-because', { letter: because })}`}
    </p>
  )
}
