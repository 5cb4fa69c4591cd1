import { useQuery } from '@tanstack/react-query'
import { useText } from '#web/i18n/i18n.ts'
import { openQuestionsQuery, ownQuery } from '../queries.ts'

/** For admins: a text of a colleague waits for their word. */
export function OpenQuestions({ onOpen }: { onOpen: (conversation: string) => void }) {
  const t = useText('conversations')
  const { data: me } = useQuery(ownQuery)
  const mayAnswer = me?.may.includes('override-etiquette') ?? false
  const { data: questions = [] } = useQuery({ ...openQuestionsQuery, enabled: mayAnswer })
  const [first] = questions.filter(each => each.askedBy !== me?.user.id)
  if (!first) return null
  return (
    <p className="c-notify">
      <button type="button" className="k-why" onClick={() => onOpen(first.conversation)}>
        {t('question.open', { count: questions.length })}
      </button>
    </p>
  )
}
