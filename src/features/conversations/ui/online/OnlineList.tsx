import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useText } from '#web/i18n/i18n.ts'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { PersonName } from '#web/kit/PersonName.tsx'
import { type Presence, PresenceDot } from '#web/kit/PresenceDot.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import { openConversation, type PresenceRow } from '../api.ts'
import { stageOf } from '../ConversationHead.tsx'
import { presenceQuery } from '../queries.ts'

const pathOf = (status: string) => {
  try {
    return new URL(status).pathname
  } catch {
    return status
  }
}

/** Everybody who can be reached now, on all networks and on our own pages; one press opens the conversation. */
export function OnlineList({ onOpened }: { onOpened?: () => void }) {
  const t = useText('conversations')
  const navigate = useNavigate()
  const { data, error, isPending, refetch } = useQuery(presenceQuery)
  const { mutate } = useMutation({
    mutationFn: async (row: PresenceRow) =>
      row.conversation ?? (await openConversation(row.connection, row.address)).id,
    onSuccess: id => {
      void navigate({ to: `/inbox/${id}` })
      onOpened?.()
    },
    onError: problem => tell(t('action.failed', { why: problem.message })),
  })
  if (isPending) return <RowSkeleton rows={4} label={t('online.loading')} />
  if (error && !data) return <ErrorState detail={error.message} onRetry={() => void refetch()} />
  if (data.length === 0) return <EmptyState title={t('online.empty')} />
  return (
    <ul className="c-online">
      {data.map(row => (
        <li key={`${row.connection} ${row.address}`}>
          <button type="button" className="c-online-row" onClick={() => mutate(row)}>
            <span className="c-online-name">
              <Who row={row} />
            </span>
            <span className="k-meta">
              {row.status !== null && row.status !== '' && <bdi>{pathOf(row.status)}</bdi>}{' '}
              {row.state === 'away' && t('online.idle')} <TimeAgo at={row.since} />
            </span>
            {row.visitor && <CameFrom visitor={row.visitor} />}
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Where a visitor found the page: what they want is often written there. */
function CameFrom({ visitor: { referrer, campaign } }: { visitor: NonNullable<PresenceRow['visitor']> }) {
  const t = useText('conversations')
  const host = referrer !== null && URL.canParse(referrer) ? new URL(referrer).host : ''
  const words = [
    ...(campaign ? [t('online.campaign', { campaign })] : []),
    ...(host ? [t('online.from', { host })] : []),
  ]
  if (words.length === 0) return null
  return (
    <span className="k-meta">
      <bdi>{words.join(', ')}</bdi>
    </span>
  )
}

function Who({ row }: { row: PresenceRow }) {
  const t = useText('conversations')
  const visitor = row.tool === 'website-chat'
  const presence: Presence = visitor && row.state === 'online' ? 'visitor' : row.state
  if (row.person)
    return <PersonName name={row.person.name} stage={stageOf(row.person)} tools={[row.tool]} presence={presence} />
  return (
    <span className="k-name">
      <bdi className="k-name-text">{visitor ? t('visitor') : row.address}</bdi>
      <ToolMark tool={row.tool} />
      <PresenceDot presence={presence} />
    </span>
  )
}
