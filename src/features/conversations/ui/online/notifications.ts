import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { useLive } from '#web/live/LiveProvider.tsx'
import { fetchConversation } from '../api.ts'

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
  choose((await Notification.requestPermission()) === 'granted' ? 'on' : 'off')
}

export const turnOffNotifications = (): void => choose('off')

export function useNotifyState(): NotifyState {
  return useSyncExternalStore(listener => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, notifyState)
}

const namesIn = (payload: unknown): { conversation: string; fresh: boolean } | undefined => {
  if (typeof payload !== 'object' || payload === null) return undefined
  const { conversation, messages } = { conversation: undefined, messages: [], ...payload }
  if (typeof conversation !== 'string') return undefined
  // The server names only messages that are news; history comes with an empty list.
  return { conversation, fresh: Array.isArray(messages) && messages.length > 0 }
}

const isInFront = (conversation: string) => document.hasFocus() && window.location.pathname === `/inbox/${conversation}`

/** One notification per person, replaced by the newer and closed as soon as it was read anywhere. */
export function useNotifications(): void {
  const t = useText('conversations')
  const navigate = useNavigate()
  const shown = useRef(new Map<string, Notification>())
  const close = (conversation: string) => {
    shown.current.get(conversation)?.close()
    shown.current.delete(conversation)
  }
  useLive('event', (kind, payload) => {
    if (kind !== 'conversation.changed') return
    const news = namesIn(payload)
    if (!news || (!news.fresh && !shown.current.has(news.conversation))) return
    const id = news.conversation
    void fetchConversation(id)
      .then(({ conversation }) => {
        if (conversation.unread === 0 || isInFront(id)) {
          close(id)
          return
        }
        if (!news.fresh || conversation.lastOwn || notifyState() !== 'on') return
        const note = new Notification(
          conversation.kind === 'visitor' && !conversation.person ? t('visitor') : conversation.title,
          { body: conversation.lastPreview, tag: conversation.person?.id ?? id, icon: '/kith.svg' },
        )
        note.onclick = () => {
          window.focus()
          void navigate({ to: `/inbox/${id}` })
          note.close()
        }
        shown.current.set(id, note)
      })
      .catch(() => undefined)
  })
  useEffect(() => {
    const notes = shown.current
    return () => {
      for (const note of notes.values()) note.close()
      notes.clear()
    }
  }, [])
}
