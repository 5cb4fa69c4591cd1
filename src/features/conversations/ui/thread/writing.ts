import { useSyncExternalStore } from 'react'
import type { UserId } from '#kernel/ids.ts'

/** A browser that writes says so every ten seconds; without its end it is forgotten after more than two of them. */
const forgottenMs = 25_000

type Writer = { user: string; conversation: string; timer: ReturnType<typeof setTimeout> }

const writing = new Map<string, Writer>()
const listeners = new Set<() => void>()

/** Told by the live line: `{conversation, user, on}`. */
export function hearWriting(payload: unknown): void {
  if (typeof payload !== 'object' || payload === null) return
  const { conversation, user, on } = { conversation: '', user: '', on: false, ...payload }
  const key = `${conversation} ${user}`
  clearTimeout(writing.get(key)?.timer)
  writing.delete(key)
  if (on === true)
    writing.set(key, {
      user: `${user}`,
      conversation: `${conversation}`,
      timer: setTimeout(() => forget(key), forgottenMs),
    })
  change()
}

function forget(key: string): void {
  writing.delete(key)
  change()
}

function change(): void {
  for (const listener of listeners) listener()
}

/** The colleague who writes in one of these conversations, and in which; undefined when it is nobody, or only we ourselves. */
export function useWriter(
  conversations: readonly string[],
  me: UserId,
): { user: string; conversation: string } | undefined {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => [...writing].find(([, each]) => each.user !== me && conversations.includes(each.conversation))?.[1],
  )
}
