import { useText } from '#web/i18n/i18n.ts'

/** How much of a checklist is done, in words and as a line. */
export function Meter({ done, of }: { done: number; of: number }) {
  const t = useText('tools')
  return (
    <span className="t-meter">
      <span>{t('progress', { done, of })}</span>
      <span className="t-meter-line" aria-hidden="true">
        <span style={{ inlineSize: `${(done / of) * 100}%` }} />
      </span>
    </span>
  )
}
