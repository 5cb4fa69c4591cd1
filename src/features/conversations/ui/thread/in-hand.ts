import { useSyncExternalStore } from 'react'
import type { MessageView } from '../api.ts'
import { type ThreadRef, threadOf } from '../queries.ts'

/** The message that the next one answers, or that is being corrected. */
export type InHand = { act: 'reply' | 'edit'; message: MessageView }

const held = new Map<string, InHand>()
const listeners = new Set<() => void>()

/** One per thread; undefined puts it down. */
export function takeInHand(thread: ThreadRef, what: InHand | undefined): void {
  if (what) held.set(threadOf(thread), what)
  else held.delete(threadOf(thread))
  for (const listener of listeners) listener()
}

export function useInHand(thread: ThreadRef): InHand | undefined {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => held.get(threadOf(thread)),
  )
}
