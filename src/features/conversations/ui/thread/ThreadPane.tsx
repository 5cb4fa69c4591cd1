import { useQuery } from '@tanstack/react-query'
import type { Me } from '#features/accounts/wire.ts'
import { useText } from '#web/i18n/i18n.ts'
import { ErrorState, Notice, RowSkeleton } from '#web/kit/States.tsx'
import { Composer } from '../composer/Composer.tsx'
import type { DetailWire } from '../api.ts'
import { conversationQuery, ownQuery } from '../queries.ts'
import { Questions } from './Questions.tsx'
import { Thread } from './Thread.tsx'
import { useWay } from './use-way.ts'
import { WhoIsIt } from './WhoIsIt.tsx'

/** The open conversation: its messages, and the field below them. */
export function ThreadPane({ id }: { id: string }) {
  const t = useText('conversations')
  const { data: detail, error, refetch } = useQuery(conversationQuery(id))
  const { data: me } = useQuery(ownQuery)
  if (error && !detail) return <ErrorState detail={error.message} onRetry={() => void refetch()} />
  if (!detail || !me) return <RowSkeleton label={t('thread.loading')} />
  return <Pane detail={detail} me={me} />
}

function Pane({ detail, me }: { detail: DetailWire; me: Me }) {
  const t = useText('conversations')
  const { conversation } = detail
  const { target, choose } = useWay(me.user.id, detail)
  return (
    <div className="c-thread-pane">
      <Thread detail={detail} me={me} />
      {me.may.includes('write-messages') && <Questions conversation={conversation} me={me} />}
      {conversation.requested && <WhoIsIt conversation={conversation} />}
      {!me.may.includes('write-messages') ? (
        <Notice>{t('composer.viewer')}</Notice>
      ) : target ? (
        <Composer key={target.conversation.id} detail={target} ways={detail.ways} onWay={choose} me={me} />
      ) : (
        <RowSkeleton rows={2} label={t('thread.loading')} />
      )}
    </div>
  )
}
