import { formatInterval } from '#web/i18n/format.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Why } from '#web/kit/Why.tsx'
import type { WorthReasonWire } from '../wire.ts'

export function useReasonWords() {
  const t = useText('groups')
  const { formats } = useLanguage()
  return (reason: WorthReasonWire): string => {
    switch (reason.kind) {
      case 'answered': {
        const { hits, total } = reason
        const interval = formatInterval(hits, total, formats)
        return `${t('why.answered', { hits, count: total })}${interval ? ` (${interval})` : ''}`
      }
      case 'few-posts':
        return t('why.few-posts', { count: reason.total })
      case 'cost':
        return t('why.cost', { minutes: reason.per })
      case 'nobody':
        return t('why.nobody')
      default:
        return t(`why.${reason.kind}`, { count: reason.count })
    }
  }
}

/** Why time is worth so much there, item by item. */
export function WorthWhy({ title, reasons }: { title: string; reasons: readonly WorthReasonWire[] }) {
  const t = useText('groups')
  const words = useReasonWords()
  return (
    <Why
      title={t('why.title', { title })}
      items={reasons.map(reason => ({ key: reason.kind, what: words(reason) }))}
      note={t('why.note')}
    />
  )
}
