import { useQuery } from '@tanstack/react-query'
import { useText } from '#web/i18n/i18n.ts'
import type { PersonPart } from '#web/manifest.ts'
import { personSourcesQuery } from './queries.ts'
import './attribution.css'

/** What brought them: the link first, the page they wrote on last. */
export function CameByLine({ person }: PersonPart) {
  const t = useText('attribution')
  const { data: sources } = useQuery(personSourcesQuery(person))
  if (!sources || sources.length === 0) return null
  const labels = [...new Map(sources.map(one => [one.source, one.label])).values()]
  return (
    <div className="at-came">
      <span className="k-meta">{t('came-by')}</span>
      {labels.slice(0, 4).map(label => (
        <bdi key={label}>{label}</bdi>
      ))}
      {labels.length > 4 && <span className="k-meta">{t('came-by-more', { count: labels.length - 4 })}</span>}
    </div>
  )
}
