import { useQuery } from '@tanstack/react-query'
import { toolLabel } from '#features/tools/model.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import { Why } from '#web/kit/Why.tsx'
import type { PersonPart } from '#web/manifest.ts'
import { channelsQuery } from '../api.ts'
import { useFitWords } from './fit-words.ts'
import '../pools.css'

/** Where somebody is best reached, and why, tool by tool. */
export function ChannelLine({ person, stage }: PersonPart) {
  const t = useText('pools')
  const { formats } = useLanguage()
  const words = useFitWords()
  const { data: fit } = useQuery(channelsQuery(person))
  if (!fit || fit.best === null || stage === 'do-not-contact') return null
  const best = fit.tools.find(each => each.tool === fit.best)
  const said = best?.reasons.map(words) ?? []
  return (
    <div className="o-of-person">
      <span className="k-meta">{t('person.reach')}</span>
      <ToolMark tool={fit.best} word />
      <span className="o-reasons">
        {fit.certain ? new Intl.ListFormat(formats, { type: 'unit' }).format(said.slice(0, 3)) : t('fit.guess')}
      </span>
      <Why
        title={t('fit.title', { tool: toolLabel(fit.best) })}
        items={fit.tools.map(each => ({
          key: each.tool,
          what: `${toolLabel(each.tool)}: ${each.reasons.map(words).join(', ') || t('fit.nothing')}`,
        }))}
        note={t('fit.note')}
      />
    </div>
  )
}
