import { useQuery } from '@tanstack/react-query'
import { toolLabel } from '#features/tools/model.ts'
import { formatInterval } from '#web/i18n/format.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { NumberText, Proportion } from '#web/kit/Figures.tsx'
import { Why, type WhyItem } from '#web/kit/Why.tsx'
import { type HealthWire, healthQuery, type PoolView } from '../api.ts'
import { Moved } from '../PoolsPage.tsx'

/** "214 · 62 % on XMPP or Mastodon · 8 of 11 answered there (43–90 %) · evenings · +3 −1", and why. */
export function HealthLine({ pool }: { pool: PoolView }) {
  const t = useText('pools')
  const { formats } = useLanguage()
  const { data } = useQuery(healthQuery(pool.id))
  const people = (
    <>
      <NumberText value={data?.size ?? pool.size} /> {t('people', { count: data?.size ?? pool.size })}
    </>
  )
  if (!data || data.size === 0) return people
  const { fit } = data
  const { best } = fit
  const percent = new Intl.NumberFormat(formats, { style: 'percent', maximumFractionDigits: 0 })
  const tools = best ? new Intl.ListFormat(formats, { type: 'disjunction' }).format(best.tools.map(toolLabel)) : ''
  return (
    <span className="o-health-line">
      {people}
      {best && (
        <>
          {' · '}
          {t('health.on', { share: percent.format(best.there / data.size), tools })}
        </>
      )}
      {best && best.answered.total > 0 && (
        <>
          {' · '}
          <Proportion hits={best.answered.hits} total={best.answered.total} /> {t('health.answered')}
        </>
      )}
      {fit.part && ` · ${t(`part.${fit.part}`)}`}
      {(data.came > 0 || data.went > 0) && (
        <>
          {' · '}
          <Moved came={data.came} went={data.went} />
        </>
      )}{' '}
      <Why title={t('health.why')} items={whyOf(data, t, formats)} note={t('health.note')} />
    </span>
  )
}

function whyOf(
  { fit, size }: HealthWire,
  t: (key: string, values?: Record<string, string | number>) => string,
  formats: string,
): WhyItem[] {
  return fit.tools.slice(0, 8).map(row => {
    const interval = formatInterval(row.answered, row.asked, formats)
    const answered =
      row.asked === 0
        ? t('health.not-asked')
        : t('health.tool-answered', { hits: row.answered, total: row.asked }) + (interval ? ` (${interval})` : '')
    return {
      key: row.tool,
      what: `${toolLabel(row.tool)}: ${t('health.tool-there', { count: row.people, size })}`,
      weight: answered,
    }
  })
}
