import type { RemoteConversation, RemoteId } from '../contract.ts'

/** `123456789` is a person, `@name` somebody known by name only, `-100123` a group, `-100123/45` a topic in it. */
export const roomId = (chat: number | string, topic?: number): RemoteId =>
  topic === undefined ? String(chat) : `${chat}/${topic}`

export const messageKey = (chat: number | string, message: number): string => `telegram:${chat}:${message}`

/** The message that a key names; undefined for keys that Telegram did not give. */
export function readKey(key: string): { chat: string; message: number } | undefined {
  const found = /^telegram:(-?\d+):(\d+)$/.exec(key)
  return found?.[1] && found[2] ? { chat: found[1], message: Number(found[2]) } : undefined
}

/** Where a message goes; undefined for a person whom Telegram lets no bot write to. */
export function targetOf(to: Pick<RemoteConversation, 'id'>): { chat: number; topic: number | undefined } | undefined {
  const found = /^(-?\d+)(?:\/(\d+))?$/.exec(to.id)
  return found?.[1] ? { chat: Number(found[1]), topic: found[2] ? Number(found[2]) : undefined } : undefined
}

/** A person's number, `@name`, or their t.me address. */
export function parseAddress(text: string): RemoteId | undefined {
  const typed = text.trim().replace(/^(?:https?:\/\/)?(?:t|telegram)\.me\//i, '@')
  if (/^\d{3,15}$/.test(typed)) return typed
  const name = /^@([a-z]\w{3,31})$/i.exec(typed)?.[1]
  return name ? `@${name.toLowerCase()}` : undefined
}
