import { useQuery } from '@tanstack/react-query'
import { unknownColleague } from '#features/relationships/model.ts'
import { toolLabel } from '#features/tools/model.ts'
import { formatAgo } from '#web/i18n/format.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Notice } from '#web/kit/States.tsx'
import { contactQuery, ownQuery } from '../api.ts'

/** Who of the team wrote to them lately, on whatever tool: nobody writes to the same person unknowingly, by hand neither. */
export function ColleagueLine({ person, name }: { person: string; name: string }) {
  const t = useText('today')
  const { formats } = useLanguage()
  const { data: me } = useQuery(ownQuery)
  const { data: contact } = useQuery(contactQuery(person))
  if (!me || !contact) return null
  const { owner, colleague, mineAt } = contact
  const said = unknownColleague(
    me.user.id,
    {
      owner,
      colleague: colleague && { ...colleague, at: new Date(colleague.at) },
      mineAt: mineAt === null ? null : new Date(mineAt),
    },
    { conversation: null },
  )
  if (!said) return null
  const when = formatAgo(said.at, new Date(), formats)
  return (
    <Notice tone="warn">
      {said.tool
        ? t('hand-off.colleague-on', { by: said.name, name, when, tool: toolLabel(said.tool) })
        : t('hand-off.colleague', { by: said.name, name, when })}
    </Notice>
  )
}
