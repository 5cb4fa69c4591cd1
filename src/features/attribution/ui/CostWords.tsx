import { useLanguage, useText } from '#web/i18n/i18n.ts'
import type { CampaignWire } from '../wire.ts'
import { durationWord } from './people-words.ts'

/** "6:20 hr, €40": what it cost so far. */
export function CostWords({ campaign }: { campaign: Pick<CampaignWire, 'minutes' | 'money'> }) {
  const t = useText('attribution')
  const { formats } = useLanguage()
  const minutes = campaign.minutes.reduce((sum, one) => sum + one.minutes, 0)
  const parts = [
    ...(minutes > 0 ? [durationWord(minutes, formats)] : []),
    ...campaign.money.map(({ amount, currency }) =>
      new Intl.NumberFormat(formats, {
        style: 'currency',
        currency,
        maximumFractionDigits: Number.isInteger(amount) ? 0 : 2,
      }).format(amount),
    ),
  ]
  return (
    <span className="k-meta">{parts.length === 0 ? t('cost.none') : t('cost.so-far', { cost: parts.join(', ') })}</span>
  )
}
