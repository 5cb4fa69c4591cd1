import { useText } from '#web/i18n/i18n.ts'

const known: Readonly<Record<string, string>> = {
  'active daily': 'daily',
  'active weekly': 'weekly',
  'active monthly': 'monthly',
  'now and then': 'rare',
}

/** The server tells the level by its plain label; a label this page does not know is shown as it is. */
export function ActiveLabel({ label }: { label: string | null }) {
  const t = useText('people')
  const [, count, unit] = /^quiet for (\d+) (day|month|year)s?$/.exec(label ?? '') ?? []
  if (unit !== undefined) return <span className="p-quiet">{t(`active.quiet-${unit}`, { count: Number(count) })}</span>
  if (label === null || label === 'nothing public yet') return <span className="p-quiet">{t('active.unknown')}</span>
  const key = known[label]
  return key === undefined ? label : t(`active.${key}`)
}
