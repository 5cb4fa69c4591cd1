import type { InfiniteData } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import type { Assessment } from '#features/etiquette/model.ts'
import { newId } from '#kernel/ids.ts'
import { ApiError } from '#web/api/client.ts'
import { queryClient } from '#web/api/queries.ts'
import type { SendRequestBody } from '../wire.ts'
import {
  type ConversationView,
  cancelMessage,
  type DetailWire,
  type MessagesWire,
  type MessageView,
  sendMessage,
} from './api.ts'
import { type JudgingContext, withSent } from './composer/context.ts'
import { readDraft, writeDraft } from './composer/drafts.ts'
import { createOutbox, type Waiting } from './outbox.ts'
import { contactQuery, keys, threadOf } from './queries.ts'

/** Text that came back to its writer: refused by the server, or taken back with `z`. */
export type Returned = {
  conversation: string
  why: 'refused' | 'undone'
  code: string
  message: string
  assessment: Assessment | undefined
}

let user = ''
const listeners = new Set<(returned: Returned) => void>()

export const outbox = createOutbox({
  store: localStorage,
  send: sendMessage,
  refusalOf: error =>
    error instanceof ApiError && error.status >= 400 && error.status < 500 && ![401, 408, 429].includes(error.status)
      ? error
      : undefined,
  onOutcome: (waiting, outcome) => {
    if (outcome.kind === 'sent') {
      showSent(outcome.message)
      return
    }
    // A template is chosen again, not written: its words don't belong into the field.
    giveBack(waiting.conversation, waiting.body.template ? '' : waiting.body.text, {
      why: 'refused',
      code: outcome.error.code,
      message: outcome.error.message,
      assessment: assessmentIn(outcome.error.body),
    })
    void queryClient.invalidateQueries({ queryKey: keys.one(waiting.conversation) })
    void queryClient.invalidateQueries({ queryKey: keys.messages(threadOf({ person: null, ...waiting })) })
    void queryClient.invalidateQueries({ queryKey: keys.context(waiting.conversation) })
    if (outcome.error.code === 'colleague-wrote' && waiting.person)
      void queryClient.invalidateQueries({ queryKey: contactQuery(waiting.person).queryKey })
  },
})

export function openOutbox(id: string): void {
  user = id
  outbox.open(id)
  void outbox.drain()
}

export type Outgoing = Omit<SendRequestBody, 'id' | 'action'> & { action?: SendRequestBody['action'] }

/** Shown at once, sent as soon as the server can be reached; the id is made here and now. */
export function post(
  { id, person, tool }: Pick<ConversationView, 'id' | 'person' | 'tool'>,
  given: Outgoing,
  files: Waiting['files'] = [],
): void {
  const seenAt = person ? newestOf(person.id) : undefined
  const body: SendRequestBody = {
    ...given,
    ...(seenAt === undefined ? {} : { seenAt }),
    action: given.action ?? 'message',
    id: newId<'Message'>(),
  }
  const waiting = { conversation: id, person: person?.id ?? null, tool, files, body, at: new Date().toISOString() }
  // The echo first, by itself; the request and everything else follow it.
  flushSync(() => outbox.add(waiting))
  setTimeout(() => void outbox.drain())
}

/** What the writer saw last of a person, whichever tool it came over. */
const newestOf = (person: string): string | undefined =>
  queryClient.getQueryData<InfiniteData<MessagesWire>>(keys.messages(person))?.pages[0]?.messages[0]?.sentAt

/** `z`: before it left, the text goes back to the composer. False when it was too late. */
export async function takeBack(message: Pick<MessageView, 'id' | 'conversation' | 'person'>): Promise<boolean> {
  const waiting = outbox.list().find(each => each.body.id === message.id)
  if (waiting && outbox.take(message.id)) {
    giveBack(waiting.conversation, waiting.body.template ? '' : waiting.body.text, undone)
    return true
  }
  try {
    const { text } = await cancelMessage(message.id)
    forget(message)
    giveBack(message.conversation, text, undone)
    return true
  } catch (error) {
    if (error instanceof ApiError && error.status === 409) return false
    throw error
  }
}

const undone = { why: 'undone', code: '', message: '', assessment: undefined } as const

/** Nothing written meanwhile is lost: what comes back stands before it. */
function giveBack(conversation: string, text: string, why: Omit<Returned, 'conversation'>): void {
  const now = readDraft(user, conversation)
  const joined = [text, now?.text ?? ''].filter(part => part.trim() !== '').join('\n')
  writeDraft(user, conversation, { text: joined, later: now?.later ?? '' })
  for (const listener of listeners) listener({ conversation, ...why })
}

/** A message that was put by comes back to the composer. */
export const bringBack = (conversation: string, text: string): void => giveBack(conversation, text, undone)

export function assessmentIn(body: unknown): Assessment | undefined {
  if (typeof body !== 'object' || body === null || !('assessment' in body)) return undefined
  return body.assessment as Assessment
}

function showSent(message: MessageView): void {
  const id = message.conversation
  queryClient.setQueryData<InfiniteData<MessagesWire, string | undefined>>(keys.messages(threadOf(message)), data => {
    const [first, ...rest] = data?.pages ?? []
    if (!data || !first || first.messages.some(each => each.id === message.id)) return data
    return { ...data, pages: [{ ...first, messages: [message, ...first.messages] }, ...rest] }
  })
  queryClient.setQueryData<DetailWire>(keys.one(id), detail =>
    detail
      ? { ...detail, draft: '', conversation: { ...detail.conversation, version: detail.conversation.version + 1 } }
      : detail,
  )
  if (message.kind === 'text')
    queryClient.setQueryData<JudgingContext>(keys.context(id), context =>
      context ? withSent(context, message.text) : context,
    )
  void queryClient.invalidateQueries({ queryKey: keys.lists })
}

function forget(message: Pick<MessageView, 'id' | 'conversation' | 'person'>): void {
  queryClient.setQueryData<InfiniteData<MessagesWire, string | undefined>>(keys.messages(threadOf(message)), data =>
    data
      ? {
          ...data,
          pages: data.pages.map(page => ({ ...page, messages: page.messages.filter(each => each.id !== message.id) })),
        }
      : data,
  )
  void queryClient.invalidateQueries({ queryKey: keys.context(message.conversation) })
}

/** Hears of text that came back, for any conversation. */
export function useReturned(listener: (returned: Returned) => void): void {
  const latest = useRef(listener)
  useEffect(() => {
    latest.current = listener
  })
  useEffect(() => {
    const own = (returned: Returned) => latest.current(returned)
    listeners.add(own)
    return () => {
      listeners.delete(own)
    }
  }, [])
}

export type { Waiting }
