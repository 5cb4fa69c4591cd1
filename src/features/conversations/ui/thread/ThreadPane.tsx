import { useQuery } from '@tanstack/react-query'
import { useText } from '#web/i18n/i18n.ts'
import { ErrorState, Notice, RowSkeleton } from '#web/kit/States.tsx'
import { Composer } from '../composer/Composer.tsx'
import { conversationQuery, ownQuery } from '../queries.ts'
import { Questions } from './Questions.tsx'
import { Thread } from './Thread.tsx'
import { WhoIsIt } from './WhoIsIt.tsx'

/** The open conversation: its messages, and the field below them. */
export function ThreadPane({ id }: { id: string }) {
  const t = useText('conversations')
  const { data: detail, error, refetch } = useQuery(conversationQuery(id))
  const { data: me } = useQuery(ownQuery)
  if (error && !detail) return <ErrorState detail={error.message} onRetry={() => void refetch()} />
  if (!detail || !me) return <RowSkeleton label={t('thread.loading')} />
  const { conversation } = detail
  return (
    <div className="c-thread-pane">
      <Thread conversation={conversation} me={me} />
      {me.may.includes('write-messages') && <Questions conversation={conversation} me={me} />}
      {conversation.requested && <WhoIsIt conversation={conversation} />}
      {me.may.includes('write-messages') ? (
        <Composer detail={detail} me={me} />
      ) : (
        <Notice>{t('composer.viewer')}</Notice>
      )}
    </div>
  )
}
