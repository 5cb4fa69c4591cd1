import { useQuery } from '@tanstack/react-query'
import { unknownColleague } from '#features/relationships/model.ts'
import { toolLabel } from '#features/tools/model.ts'
import type { UserId } from '#kernel/ids.ts'
import { formatAgo } from '#web/i18n/format.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Notice } from '#web/kit/States.tsx'
import type { ContactView, ConversationView } from '../api.ts'
import { contactQuery } from '../queries.ts'

export const useContact = (person: string | undefined): ContactView | undefined =>
  useQuery({ ...contactQuery(person ?? ''), enabled: person !== undefined }).data

/** Whose contact they are and what a colleague said to them lately, on whatever tool: nobody writes to the same person unknowingly. */
export function ContactLine(props: { conversation: ConversationView; me: UserId; contact: ContactView | undefined }) {
  const { conversation, me, contact } = props
  const t = useText('conversations')
  const { formats } = useLanguage()
  if (!contact) return null
  const { owner, colleague, mineAt } = contact
  const { title } = conversation
  const said = unknownColleague(
    me,
    {
      owner,
      colleague: colleague && { ...colleague, at: new Date(colleague.at) },
      mineAt: mineAt === null ? null : new Date(mineAt),
    },
    { conversation: conversation.id },
  )
  if (!said) return null
  const words = {
    name: said.name,
    title,
    when: formatAgo(said.at, new Date(), formats),
    where: said.tool ? t('colleague.on', { tool: toolLabel(said.tool) }) : '',
  }
  return (
    <Notice tone="warn">
      {t(said.kind === 'invite-sent' ? 'colleague.invited' : 'colleague.wrote', words)}
      {owner && owner.id !== me && <> {t('colleague.owner', { title, name: owner.name })}</>}
    </Notice>
  )
}
