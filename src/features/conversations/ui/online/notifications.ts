import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { useLive } from '#web/live/LiveProvider.tsx'
import { mentions, namesOf } from '../../model/mention.ts'
import { isQuiet, quietIn } from '../../model/quiet.ts'
import { fetchConversation, fetchMessages } from '../api.ts'
import { fetchNotices } from '../organise/api.ts'
import { connectionsQuery, ownQuery, presenceQuery } from '../queries.ts'
import { hearPresses, isPushed, startPush, stopPush } from './push.ts'

const choiceKey = 'kith.notify'
const listeners = new Set<() => void>()

export type NotifyState = 'impossible' | 'unasked' | 'off' | 'on'

/** Off until a press asked for it; the browser's own permission comes on top. */
export function notifyState(): NotifyState {
  if (typeof Notification === 'undefined') return 'impossible'
  if (Notification.permission === 'denied') return 'impossible'
  const choice = readChoice()
  if (choice === 'on' && Notification.permission === 'granted') return 'on'
  return choice === 'off' ? 'off' : 'unasked'
}

function readChoice(): string | null {
  try {
    return localStorage.getItem(choiceKey)
  } catch {
    return null
  }
}

function choose(choice: 'on' | 'off'): void {
  try {
    localStorage.setItem(choiceKey, choice)
  } catch {
    // Forbidden storage: asked again at the next start.
  }
  for (const listener of listeners) listener()
}

/** Only ever called by a press. */
export async function turnOnNotifications(): Promise<void> {
  const granted = (await Notification.requestPermission()) === 'granted'
  choose(granted ? 'on' : 'off')
  if (granted) await startPush()
}

export function turnOffNotifications(): void {
  choose('off')
  void stopPush().catch(() => undefined)
}

export function useNotifyState(): NotifyState {
  return useSyncExternalStore(listener => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, notifyState)
}

const namesIn = (payload: unknown): { conversation: string; fresh: readonly unknown[] } | undefined => {
  if (typeof payload !== 'object' || payload === null) return undefined
  const { conversation, messages } = { conversation: undefined, messages: [], ...payload }
  if (typeof conversation !== 'string') return undefined
  // The server names only messages that are news; history comes with an empty list.
  return { conversation, fresh: Array.isArray(messages) ? messages : [] }
}

const isInFront = (conversation: string) => document.hasFocus() && window.location.pathname === `/inbox/${conversation}`

type News = { tag: string; title: string; body: string; to: string }

/** What is shown now, by its tag: the newer takes the place of the older, and what was read anywhere goes. */
function createDesk(open: (to: string) => void) {
  const shown = new Map<string, Notification>()
  return {
    show({ tag, title, body, to }: News) {
      const note = new Notification(title, { body, tag, icon: '/kith.svg' })
      note.onclick = () => {
        window.focus()
        open(to)
        note.close()
      }
      shown.set(tag, note)
    },
    has: (tag: string) => shown.has(tag),
    close(tag: string) {
      shown.get(tag)?.close()
      shown.delete(tag)
    },
    closeAll() {
      for (const note of shown.values()) note.close()
      shown.clear()
    },
  }
}

/**
 * Told of only this: someone wrote, spoke of us in a room, came to one of our pages, an admin was asked or has answered, a connection
 * needs its owner, somebody is new to a saved search, a colleague named us in a note, or we wanted to be reminded. Nothing in the recruiter's quiet hours, and never history.
 */
export function useNotifications(): void {
  const t = useText('conversations')
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { data: me } = useQuery(ownQuery)
  const { data: present } = useQuery(presenceQuery)
  const [desk] = useState(() => createDesk(to => void navigate({ to })))
  const wanted = () => notifyState() === 'on' && !isQuiet(quietIn(me?.user.preferences), new Date())

  const hearConversation = async (payload: unknown) => {
    const news = namesIn(payload)
    if (!news || (news.fresh.length === 0 && !desk.has(news.conversation))) return
    const id = news.conversation
    const { conversation } = await fetchConversation(id)
    if (conversation.unread === 0 || isInFront(id)) return desk.close(id)
    if (isPushed()) return
    if (news.fresh.length === 0 || conversation.lastOwn || !wanted()) return
    if (conversation.kind === 'room' && !(await speaksOfUs(id, news.fresh))) return
    const title = conversation.kind === 'visitor' && !conversation.person ? t('visitor') : conversation.title
    desk.show({ tag: id, title, body: conversation.lastPreview, to: `/inbox/${id}` })
  }
  const speaksOfUs = async (id: string, fresh: readonly unknown[]) => {
    const connections = await queries.fetchQuery(connectionsQuery)
    const names = namesOf(
      me?.user.name ?? '',
      connections.filter(each => each.mine).map(each => each.values),
    )
    const { messages } = await fetchMessages(id, undefined, 20)
    return messages.some(each => !each.own && fresh.includes(each.id) && mentions(each.text, names))
  }
  const hearConnection = async (payload: unknown) => {
    const { connection, state } = { connection: '', state: '', ...(typeof payload === 'object' ? payload : {}) }
    const tag = `connection ${connection}`
    if (state !== 'needs-you') return desk.close(tag)
    const mine = (await queries.fetchQuery({ ...connectionsQuery, staleTime: 0 })).find(each => each.id === connection)
    if (!mine?.mine || !wanted()) return
    desk.show({
      tag,
      title: t('notify.needs-you', { label: mine.label }),
      body: mine.detail.text ?? '',
      to: '/settings/connections',
    })
  }
  const hearQuestion = async (kind: string, payload: unknown) => {
    const given = { conversation: '', by: '', yes: false, ...(typeof payload === 'object' ? payload : {}) }
    const tag = `question ${given.conversation}`
    if (kind === 'override.changed') return desk.close(tag)
    const asked = kind === 'override.asked'
    if (asked && (given.by === me?.user.id || !me?.may.includes('override-etiquette'))) return
    if (!wanted() || isInFront(given.conversation)) return
    const { conversation } = await fetchConversation(given.conversation)
    const title = asked ? 'notify.asks-you' : given.yes ? 'notify.said-yes' : 'notify.said-no'
    desk.show({ tag, title: t(title), body: conversation.title, to: `/inbox/${given.conversation}` })
  }
  const hearFound = async (payload: unknown) => {
    const found = { search: '', name: '', found: 0, ...(typeof payload === 'object' ? payload : {}) }
    if (!wanted() || found.search === '') return
    desk.show({
      tag: `search ${found.search}`,
      title: t('notify.found', { count: found.found, name: found.name }),
      body: '',
      to: `/people?fresh=${found.search}`,
    })
  }
  const hearNotice = async (payload: unknown) => {
    const made = { kind: '', todo: null, ...(typeof payload === 'object' ? payload : {}) }
    if ((made.kind !== 'todo-due' && made.kind !== 'mentioned') || !wanted()) return
    const notice = (await fetchNotices()).find(each => each.kind === made.kind && each.todo === made.todo)
    if (!notice || (notice.conversation !== null && isInFront(notice.conversation))) return
    if (notice.kind === 'todo-due')
      desk.show({ tag: `todo ${notice.todo}`, title: t('notify.todo'), body: notice.words, to: '/todos' })
    else
      desk.show({
        tag: `notice ${notice.id}`,
        title: notice.title,
        body: t('notices.mentioned', { name: notice.byName ?? t('thread.colleague'), title: notice.title }),
        to: `/inbox/${notice.conversation}`,
      })
  }
  useLive('event', (kind, payload) => {
    const told =
      kind === 'conversation.changed'
        ? hearConversation(payload)
        : kind === 'connection.changed'
          ? hearConnection(payload)
          : kind === 'people.search-found'
            ? hearFound(payload)
            : kind.startsWith('override.')
              ? hearQuestion(kind, payload)
              : kind === 'notice.made'
                ? hearNotice(payload)
                : undefined
    // What can't be asked for now is in the inbox in any case.
    void told?.catch(() => undefined)
  })

  const here = useRef<ReadonlySet<string>>(undefined)
  useEffect(() => {
    if (!present) return
    const visitors = present.filter(row => row.tool === 'website-chat' && row.state === 'online')
    const before = here.current
    here.current = new Set(visitors.map(row => row.address))
    for (const address of before ?? []) if (!here.current.has(address)) desk.close(`visitor ${address}`)
    // Whoever was here before this page was opened is no news.
    if (!before || !wanted()) return
    for (const row of visitors)
      if (!before.has(row.address))
        desk.show({
          tag: `visitor ${row.address}`,
          title: row.person?.name ?? t('notify.visitor'),
          body: row.status ?? '',
          to: row.conversation ? `/inbox/${row.conversation}` : '/online',
        })
  })
  useEffect(() => () => desk.closeAll(), [desk])
  useEffect(() => {
    if (notifyState() === 'on') void startPush()
    return hearPresses(to => void navigate({ to }))
  }, [navigate])
}
