import type { InfiniteData } from '@tanstack/react-query'
import { newId } from '#kernel/ids.ts'
import { ApiError } from '#web/api/client.ts'
import { queryClient } from '#web/api/queries.ts'
import type { ChangeRequestBody } from '../../wire.ts'
import { changeMessage, type MessagesWire, type MessageView } from '../api.ts'
import { keys, threadOf } from '../queries.ts'

type Asked = ChangeRequestBody extends infer Each ? (Each extends { id: unknown } ? Omit<Each, 'id'> : never) : never

const retryMs = [800, 2_500] as const

/** Shown at once; asked again under the same id while the server can't be reached. A refusal takes it back and is thrown. */
export async function change(message: MessageView, asked: Asked): Promise<void> {
  const body = { ...asked, id: newId<'Change'>() } as ChangeRequestBody
  const key = keys.messages(threadOf(message))
  queryClient.setQueryData<InfiniteData<MessagesWire, string | undefined>>(key, data =>
    data
      ? {
          ...data,
          pages: data.pages.map(page => ({
            ...page,
            messages: page.messages.map(each => (each.id === message.id ? asAsked(each, body) : each)),
          })),
        }
      : data,
  )
  try {
    for (let attempt = 0; ; attempt++) {
      try {
        return await changeMessage(message.id, body)
      } catch (error) {
        const waitMs = retryMs[attempt]
        if (waitMs === undefined || (error instanceof ApiError && error.status >= 400 && error.status < 500))
          throw error
        await new Promise(resolve => setTimeout(resolve, waitMs))
      }
    }
  } finally {
    void queryClient.invalidateQueries({ queryKey: key })
  }
}

function asAsked(message: MessageView, body: ChangeRequestBody): MessageView {
  const change = { id: body.id, kind: body.kind, state: 'queued' as const, why: null }
  switch (body.kind) {
    case 'edit':
      return { ...message, text: body.text, change }
    case 'retract':
      return { ...message, change }
    case 'react':
      return { ...message, change, reactions: withOurs(message.reactions, body.emoji) }
  }
}

function withOurs(reactions: MessageView['reactions'], ours: readonly string[]): MessageView['reactions'] {
  const theirs = reactions.flatMap(each =>
    each.who.length > 0 ? [{ ...each, mine: false, count: each.who.length }] : [],
  )
  const fresh = ours.filter(emoji => !theirs.some(each => each.emoji === emoji))
  return [
    ...theirs.map(each => (ours.includes(each.emoji) ? { ...each, mine: true, count: each.who.length + 1 } : each)),
    ...fresh.map(emoji => ({ emoji, count: 1, mine: true, who: [] })),
  ]
}

/** Ours with this one put there or taken away. */
export function toggled(message: MessageView, emoji: string): string[] {
  const ours = message.reactions.filter(each => each.mine).map(each => each.emoji)
  return ours.includes(emoji) ? ours.filter(each => each !== emoji) : [...ours, emoji]
}
