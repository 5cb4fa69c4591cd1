import { type InfiniteData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Me } from '#features/accounts/wire.ts'
import { useText } from '#web/i18n/i18n.ts'
import { useKey } from '#web/keyboard/registry.ts'
import { ErrorState, Notice, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import type { DetailWire, MessagesWire } from '../api.ts'
import { Composer } from '../composer/Composer.tsx'
import { Correction } from '../composer/Correction.tsx'
import { LaterList } from '../later/LaterList.tsx'
import { NoteField } from '../notes/NoteField.tsx'
import { conversationQuery, keys, ownQuery, type ThreadRef, threadOf } from '../queries.ts'
import { takeInHand, useInHand } from './in-hand.ts'
import { useWhyNot } from './MessageActs.tsx'
import { Questions } from './Questions.tsx'
import { Suspicion } from './Suspicion.tsx'
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

/** ↑: the last message of ours that its tool can change; else why not. */
function useEditLast(thread: ThreadRef): () => void {
  const queries = useQueryClient()
  const why = useWhyNot()
  const t = useText('conversations')
  return () => {
    const pages = queries.getQueryData<InfiniteData<MessagesWire>>(keys.messages(threadOf(thread)))?.pages ?? []
    const last = pages.flatMap(page => page.messages).find(message => message.own && message.kind === 'text')
    if (!last) return
    const abilities = pages.find(page => page.abilities[last.conversation])?.abilities[last.conversation]
    const no = why('edit', last, abilities)
    if (no === undefined) takeInHand(thread, { act: 'edit', message: last })
    else tell(t('act.cannot', { why: no }))
  }
}

function Pane({ detail, me }: { detail: DetailWire; me: Me }) {
  const t = useText('conversations')
  const { conversation } = detail
  const { target, choose, setWritten } = useWay(me.user.id, detail)
  const thread = { conversation: conversation.id, person: conversation.person?.id ?? null }
  const inHand = useInHand(thread)
  const editLast = useEditLast(thread)
  const answered = inHand?.act === 'reply' ? inHand.message.conversation : undefined
  const follow = useRef(choose)
  follow.current = choose
  const [noting, setNoting] = useState(false)
  const mayWrite = me.may.includes('write-messages')
  useKey('inbox-note', () => setNoting(true), { enabled: mayWrite })
  const ways = useRef(detail.ways)
  ways.current = detail.ways
  useEffect(() => {
    // An answer goes where the message that it answers came from.
    const way = ways.current.find(each => each.conversation === answered)
    if (answered && way) follow.current(way)
  }, [answered])
  return (
    <div className="c-thread-pane">
      <Thread detail={detail} me={me} />
      {mayWrite && <Questions conversation={conversation} me={me} />}
      <Suspicion conversation={conversation} />
      {conversation.requested && !conversation.person && <WhoIsIt conversation={conversation} />}
      <LaterList conversation={conversation} me={me} />
      {noting && <NoteField conversation={conversation} onClose={() => setNoting(false)} />}
      {!mayWrite ? (
        <Notice>{t('composer.viewer')}</Notice>
      ) : target && inHand?.act === 'edit' ? (
        <Correction
          key={inHand.message.id}
          message={inHand.message}
          maxText={target.maxText}
          onDone={() => takeInHand(thread, undefined)}
        />
      ) : target ? (
        <Composer
          key={target.conversation.id}
          detail={target}
          ways={detail.ways}
          onWay={choose}
          onEditLast={editLast}
          onNote={() => setNoting(true)}
          onWritten={setWritten}
          me={me}
        />
      ) : (
        <RowSkeleton rows={2} label={t('thread.loading')} />
      )}
    </div>
  )
}
