import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useText } from '#web/i18n/i18n.ts'
import { useKey } from '#web/keyboard/registry.ts'
import { PresenceDot } from '#web/kit/PresenceDot.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { useLive, useLiveState } from '#web/live/LiveProvider.tsx'
import { setWaitingMessages } from '#web/live/waiting.ts'
import { useWaiting } from '../outbox.ts'
import { keys, ownQuery, presenceQuery } from '../queries.ts'
import { openOutbox, outbox, useReturned } from '../sending.ts'
import { hearTyping } from '../thread/typing.ts'
import { hearWriting } from '../thread/writing.ts'
import { useNotifications } from './notifications.ts'
import { OnlineList } from './OnlineList.tsx'
import { useUnreadMark } from './unread-mark.ts'
import '../side/side.css'

const retryMs = 10_000
const gatherMs = 300

/** On every page: who is online, what still waits to be sent, and news. */
export function Top() {
  const t = useText('conversations')
  const [open, setOpen] = useState(false)
  const { data: present = [] } = useQuery(presenceQuery)
  useKey('inbox-online', () => setOpen(true))
  useOutboxRuns()
  usePresenceHeard()
  useNotifications()
  useUnreadMark()
  const online = present.filter(row => row.state === 'online').length
  return (
    <>
      <button
        type="button"
        className="k-me c-top-online"
        aria-haspopup="dialog"
        aria-keyshortcuts="b"
        onClick={() => setOpen(true)}
      >
        <PresenceDot presence={online > 0 ? 'online' : 'off'} />
        <span>{t('online.count', { count: online })}</span>
      </button>
      {open &&
        createPortal(
          <Sheet title={t('online.title')} onClose={() => setOpen(false)}>
            <OnlineList onOpened={() => setOpen(false)} />
          </Sheet>,
          document.body,
        )}
    </>
  )
}

/** Sends what waits whenever the line is there; says what the server turned down. */
function useOutboxRuns(): void {
  const t = useText('conversations')
  const { data: me } = useQuery(ownQuery)
  const live = useLiveState()
  const waiting = useWaiting(outbox)
  const user = me?.user.id
  useEffect(() => {
    if (user !== undefined) openOutbox(user)
  }, [user])
  useEffect(() => {
    setWaitingMessages(waiting.length)
    if (waiting.length === 0 || live.kind === 'offline') return
    void outbox.drain()
    const timer = setInterval(() => void outbox.drain(), retryMs)
    return () => clearInterval(timer)
  }, [waiting.length, live.kind])
  useReturned(({ why, code, message }) => {
    if (why === 'refused' && code !== 'not-yet')
      tell(code === 'thread-moved' ? t('composer.thread-moved') : t('composer.came-back', { why: message }))
  })
}

/** Presence comes as signals, often many at once: the list is fetched again when they have settled. */
function usePresenceHeard(): void {
  const queries = useQueryClient()
  const live = useLiveState()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  // Signals of the time without a line are not told again.
  useEffect(() => {
    if (live.kind === 'live') void queries.invalidateQueries({ queryKey: keys.presence })
  }, [live.kind, queries])
  useLive('signal', (kind, payload) => {
    if (kind === 'typing') hearTyping(payload)
    if (kind === 'writing') hearWriting(payload)
    if (kind !== 'presence') return
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void queries.invalidateQueries({ queryKey: keys.presence }), gatherMs)
  })
}
