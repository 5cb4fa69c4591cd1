import { toolLabel } from '#features/tools/model.ts'
import { useText } from '#web/i18n/i18n.ts'
import type { PoolSearch } from '../api.ts'

/** What fills a pool, in a line. */
export function SearchWords({ search }: { search: PoolSearch }) {
  const t = useText('pools')
  const shell = useText('shell')
  const { q, stage, tool, place, tag, active } = search
  const parts = [
    q,
    stage && `${t('search.stage')}: ${shell(`stage.${stage}`)}`,
    tool && `${t('search.tool')}: ${toolLabel(tool)}`,
    place && `${t('search.place')}: ${place}`,
    tag && `${t('search.tag')}: ${tag}`,
    active && `${t('search.active')}: ${t(`span.${active}`)}`,
  ].filter(Boolean)
  return <span>{t('search.asks', { search: parts.join(' · ') })}</span>
}
