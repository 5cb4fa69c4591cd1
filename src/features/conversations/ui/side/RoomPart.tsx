import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { ApiError } from '#web/api/client.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { PersonName } from '#web/kit/PersonName.tsx'
import { ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { type ConversationView, fetchRoom, joinRoom, leaveRoom, moderateRoom, openConversation } from '../api.ts'
import { stageOf } from '../ConversationHead.tsx'
import { ownQuery } from '../queries.ts'

type Member = Awaited<ReturnType<typeof fetchRoom>>['members'][number]

/** Beside a room: who is there, and a person's card for each in one press. */
export function RoomPart({ conversation }: { conversation: ConversationView }) {
  const t = useText('conversations')
  const { data: me } = useQuery(ownQuery)
  const { data, error, refetch } = useQuery({
    queryKey: ['conversations', 'one', conversation.id, 'room'],
    queryFn: () => fetchRoom(conversation.id),
    refetchInterval: 30_000,
  })
  const failed = (problem: Error) => tell(t('action.failed', { why: problem.message }))
  const settled = { onError: failed, onSettled: () => void refetch() }
  const leaving = useMutation({ mutationFn: () => leaveRoom(conversation.id), ...settled })
  const joining = useMutation({ mutationFn: () => joinRoom(conversation.connection, conversation.address), ...settled })
  // No fault: it looks again by itself.
  const away = !data && error instanceof ApiError && error.code === 'not-connected'
  const mayWrite = me?.may.includes('write-messages') ?? false
  // A room of our own page: we never leave it, we keep order in it.
  const ours = conversation.tool === 'website-chat'
  const moderate = async (member: Member, removed: boolean) => {
    await moderateRoom(conversation.id, member.address ?? '', removed).catch(failed)
    void refetch()
    if (removed) tell(t('room.removed', { name: member.name }), () => void moderate(member, false))
  }
  return (
    <section aria-label={t('room.title')}>
      <h2>
        <bdi>{conversation.title}</bdi>
      </h2>
      {away && <p className="k-meta">{t('room.away')}</p>}
      {error && !data && !away && <ErrorState detail={error.message} onRetry={() => void refetch()} />}
      {!data && !error && <RowSkeleton rows={4} label={t('room.loading')} />}
      {data?.subject && (
        <p className="k-meta" dir="auto">
          {data.subject}
        </p>
      )}
      {data?.inside === false && <p className="k-meta">{t('room.outside')}</p>}
      {data?.inside && (
        <>
          <h3>{t('room.members', { count: data.members.length })}</h3>
          <ul className="c-members">
            {data.members.map(member => (
              <MemberRow
                key={member.name}
                member={member}
                conversation={conversation}
                mayWrite={mayWrite}
                onRemove={ours && mayWrite ? () => void moderate(member, true) : undefined}
              />
            ))}
          </ul>
        </>
      )}
      {data && mayWrite && !ours && (
        <Button
          size="row"
          busy={leaving.isPending || joining.isPending}
          onClick={() => (data.inside ? leaving.mutate() : joining.mutate())}
        >
          {t(data.inside ? 'room.leave' : 'room.join-again')}
        </Button>
      )}
    </section>
  )
}

/** Known: their card. Unknown with an address: the conversation with them, where they are kept or linked. */
function MemberRow(props: {
  member: Member
  conversation: ConversationView
  mayWrite: boolean
  onRemove?: (() => void) | undefined
}) {
  const { member, conversation, mayWrite, onRemove } = props
  const t = useText('conversations')
  const navigate = useNavigate()
  const { mutate } = useMutation({
    mutationFn: async () => (await openConversation(conversation.connection, member.address ?? '')).id,
    onSuccess: id => void navigate({ to: `/inbox/${id}` }),
    onError: problem => tell(t('action.failed', { why: problem.message })),
  })
  const role = member.role === 'member' || member.role === 'guest' ? '' : t(`room.role.${member.role}`)
  const rest = (
    <>
      {role !== '' && <span className="k-meta">{role}</span>}
      {member.us && <span className="k-meta">{t('thread.you')}</span>}
    </>
  )
  const remove = onRemove && (
    <Button size="row" aria-label={t('room.remove', { name: member.name })} onClick={onRemove}>
      {t('room.remove-short')}
    </Button>
  )
  if (member.person)
    return (
      <li>
        <Link to="/people/$personId" params={{ personId: member.person.id }} className="c-member">
          <PersonName name={member.person.name} stage={stageOf(member.person)} tools={[conversation.tool]} />
          <bdi className="k-meta">{member.name}</bdi>
          {rest}
        </Link>
        {remove}
      </li>
    )
  if (member.us || member.address === null || !mayWrite)
    return (
      <li className="c-member" title={member.us || member.address !== null ? undefined : t('room.hidden')}>
        <bdi>{member.name}</bdi>
        {rest}
      </li>
    )
  return (
    <li>
      <button type="button" className="c-member" title={t('room.who', { name: member.name })} onClick={() => mutate()}>
        <bdi>{member.name}</bdi>
        {rest}
      </button>
      {remove}
    </li>
  )
}
