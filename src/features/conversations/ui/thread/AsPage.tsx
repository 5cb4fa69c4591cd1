import { useQuery } from '@tanstack/react-query'
import { useText } from '#web/i18n/i18n.ts'
import { Sheet } from '#web/kit/Sheet.tsx'
import { ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { fetchMessages, fetchPersonMessages, type MessageView } from '../api.ts'
import { keys, type ThreadRef, threadOf } from '../queries.ts'
import { Clock } from './Clock.tsx'

const unrolled = 200

/** The last messages as a plain page of headings and words: to be read from top to end, by eye or by ear. */
export function AsPage(props: {
  thread: ThreadRef
  title: string
  nameOf: (message: MessageView) => string
  onClose: () => void
}) {
  const { thread, title, nameOf, onClose } = props
  const t = useText('conversations')
  const { data, error, refetch } = useQuery({
    queryKey: [...keys.messages(threadOf(thread)), 'page'],
    queryFn: () =>
      thread.person === null
        ? fetchMessages(thread.conversation, undefined, unrolled)
        : fetchPersonMessages(thread.person, undefined, unrolled),
  })
  return (
    <Sheet title={t('thread.as-page-title', { name: title })} onClose={onClose}>
      {error && !data && <ErrorState detail={error.message} onRetry={() => void refetch()} />}
      {!data && !error && <RowSkeleton rows={6} label={t('thread.loading')} />}
      <ol className="c-versions">
        {data?.messages
          .filter(message => message.kind !== 'gap')
          .toReversed()
          .map(message => (
            <li key={message.id}>
              <h3 className="c-message-head">
                <bdi>{nameOf(message)}</bdi>, {message.tool}, <Clock at={message.sentAt} day />
              </h3>
              <p className="c-as-page" dir="auto">
                {message.retractedAt === null ? message.text : t('thread.retracted')}
                {message.files.map(file => ` ${file.name}`)}
              </p>
            </li>
          ))}
      </ol>
    </Sheet>
  )
}
