import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Me } from '#features/accounts/wire.ts'
import { toolLabel } from '#features/tools/model.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { announce } from '#web/kit/Announcer.tsx'
import { Button } from '#web/kit/Button.tsx'
import { ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { useLiveState } from '#web/live/LiveProvider.tsx'
import { mentions, namesOf } from '../../model/mention.ts'
import type { Abilities } from '../../model.ts'
import { type ConversationView, type DetailWire, type MessagesWire, type MessageView, markRead } from '../api.ts'
import { notesQuery } from '../notes/api.ts'
import { NoteRow } from '../notes/NoteRow.tsx'
import { useWaiting } from '../outbox.ts'
import { connectionsQuery, messagesQuery, threadOf, useNameOf } from '../queries.ts'
import { outbox } from '../sending.ts'
import { AsPage } from './AsPage.tsx'
import { isAnswered, toLines, withNotes } from './lines.ts'
import { MessageRow } from './MessageRow.tsx'
import { stopTyping, useTyping } from './typing.ts'
import { useWriter } from './writing.ts'

const nearEndPx = 80

/** A log without a live region of its own: new messages are spoken once, by the page's announcer. */
export function Thread({ detail, me }: { detail: DetailWire; me: Me }) {
  const { conversation, ways } = detail
  const t = useText('conversations')
  const { formats } = useLanguage()
  const { id } = conversation
  const thread = { conversation: id, person: conversation.person?.id ?? null }
  const here = threadOf(thread)
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    messagesQuery(thread),
  )
  const known = useNameOf()
  const waiting = useWaiting(outbox)
  const messages = useMemo(() => {
    const known = new Map((data?.pages ?? []).flatMap(page => page.messages).map(message => [message.id, message]))
    return [...known.values()].reverse().filter(message => message.delivery !== 'cancelled')
  }, [data])
  const abilities = useStableAbilities(data?.pages)
  const { data: notes } = useQuery(notesQuery(id))
  const lines = useMemo(() => {
    const ours = waiting.filter(each => threadOf({ person: null, ...each }) === here)
    return withNotes(toLines(messages, ours), notes ?? [], hasNextPage ? messages[0]?.sentAt : undefined)
  }, [messages, waiting, here, notes, hasNextPage])
  const scroll = useStayAtEnd(lines.length, messages[0]?.id)
  useSpoken(messages, conversation, ways)
  useRead(conversation, messages.at(-1)?.id)
  const typing = useTyping([conversation, ...ways])
  const writer = useWriter([id, ...ways.flatMap(way => way.conversation ?? [])], me.user.id)
  const writesOver = ways.find(way => way.conversation === writer?.conversation && way.conversation !== id)?.tool
  const nameOf = (user: MessageView['user']) =>
    user === null || user === me.user.id ? t('thread.you') : (known(user) ?? t('thread.colleague'))
  const writerOf = (message: MessageView) =>
    message.own ? nameOf(message.user) : (conversation.person?.name ?? (message.sender || conversation.title))
  const { data: connections = [] } = useQuery(connectionsQuery)
  const accounts = connections.filter(each => each.mine).map(each => each.values)
  const namesUs = (message: MessageView) =>
    conversation.kind === 'room' && !message.own && mentions(message.text, namesOf(me.user.name, accounts))
  const [asPage, setAsPage] = useState(false)
  const dayText = (at: string) =>
    new Intl.DateTimeFormat(formats, { weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(at))

  return (
    <div className="c-thread" ref={scroll}>
      {isPending && <RowSkeleton label={t('thread.loading')} />}
      {error && messages.length === 0 && <ErrorState detail={error.message} onRetry={() => void refetch()} />}
      {lines.length > 0 && (
        <div className="c-thread-top">
          {hasNextPage && (
            <Button size="row" look="quiet" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('thread.earlier')}
            </Button>
          )}
          <Button size="row" look="quiet" onClick={() => setAsPage(true)}>
            {t('thread.as-page')}
          </Button>
        </div>
      )}
      {asPage && (
        <AsPage thread={thread} title={conversation.title} nameOf={writerOf} onClose={() => setAsPage(false)} />
      )}
      {!isPending && lines.length === 0 && <p className="c-thread-empty">{t('thread.empty')}</p>}
      <div
        role="log"
        aria-live="off"
        aria-label={t('thread.log', { name: conversation.title })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling log is reached by keyboard
        tabIndex={0}
        className="c-log"
      >
        {lines.map(line =>
          line.kind === 'day' ? (
            <div key={line.key} className="c-day">
              <span>{dayText(line.at)}</span>
            </div>
          ) : line.kind === 'note' ? (
            <NoteRow key={line.key} note={line.note} me={me} />
          ) : (
            <MessageRow
              key={line.key}
              line={line}
              name={writerOf(line.message)}
              conversation={conversation}
              answered={isAnswered(messages, line.message)}
              abilities={abilities.get(line.message.conversation)}
              named={namesUs(line.message)}
            />
          ),
        )}
      </div>
      <p className="c-typing">
        {typing ? t('thread.typing', { name: conversation.title }) : ''}{' '}
        {writer !== undefined &&
          t(writesOver ? 'thread.writing-elsewhere' : 'thread.writing-here', {
            name: known(writer.user) ?? t('thread.colleague'),
            tool: writesOver ? toolLabel(writesOver) : '',
          })}
      </p>
    </div>
  )
}

/** The same object while nothing of it changes, so that rows are not drawn again for it. */
function useStableAbilities(pages: readonly MessagesWire[] | undefined): ReadonlyMap<string, Abilities> {
  const kept = useRef(new Map<string, Abilities>())
  for (const [conversation, abilities] of (pages ?? []).toReversed().flatMap(page => Object.entries(page.abilities)))
    if (JSON.stringify(kept.current.get(conversation)) !== JSON.stringify(abilities))
      kept.current.set(conversation, abilities)
  return kept.current
}

/** Stays at the newest message when the reader is there; stays with the reader's line when older ones come above. */
function useStayAtEnd(count: number, oldest: string | undefined) {
  const scroll = useRef<HTMLDivElement>(null)
  const was = useRef({ atEnd: true, height: 0, oldest })
  useEffect(() => {
    const area = scroll.current
    if (!area) return
    const note = () => {
      was.current.atEnd = area.scrollHeight - area.scrollTop - area.clientHeight < nearEndPx
    }
    // The field below grows with what is written: the last words stay in view.
    const watch = new ResizeObserver(() => {
      if (was.current.atEnd) area.scrollTop = area.scrollHeight
    })
    area.addEventListener('scroll', note, { passive: true })
    watch.observe(area)
    return () => {
      area.removeEventListener('scroll', note)
      watch.disconnect()
    }
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `count` says that lines came
  useLayoutEffect(() => {
    const area = scroll.current
    if (!area) return
    if (was.current.atEnd) area.scrollTop = area.scrollHeight
    else if (was.current.oldest !== oldest) area.scrollTop += area.scrollHeight - was.current.height
    was.current = { ...was.current, height: area.scrollHeight, oldest }
  }, [count, oldest])
  return scroll
}

/** What they write while the thread is open is spoken, never history and never our own. */
function useSpoken(messages: readonly MessageView[], conversation: ConversationView, ways: DetailWire['ways']): void {
  const t = useText('conversations')
  const last = useRef<string | undefined>(undefined)
  useEffect(() => {
    const newest = messages.at(-1)
    if (!newest || newest.id === last.current) return
    const before = last.current
    last.current = newest.id
    if (before === undefined) return
    const from = messages.findIndex(message => message.id === before) + 1
    const fresh = messages.slice(from).filter(message => !message.own && !message.history && message.kind === 'text')
    if (fresh.length === 0) return
    for (const way of [conversation, ...ways]) stopTyping(way.connection, way.address)
    announce(
      fresh
        .map(message => t('thread.says', { name: message.sender || conversation.title, text: message.text }))
        .join(' '),
    )
  }, [messages, conversation, ways, t])
}

/** Seen means: this thread open, this window in front. */
function useRead({ id, unread }: ConversationView, newest: string | undefined): void {
  const live = useLiveState()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a newer message is to be read as well
  useEffect(() => {
    if (unread === 0) return
    const read = () => {
      if (document.visibilityState === 'visible' && document.hasFocus()) void markRead(id).catch(() => undefined)
    }
    read()
    window.addEventListener('focus', read)
    document.addEventListener('visibilitychange', read)
    return () => {
      window.removeEventListener('focus', read)
      document.removeEventListener('visibilitychange', read)
    }
  }, [id, unread, newest, live.kind])
}
