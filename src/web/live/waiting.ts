import { useSyncExternalStore } from 'react'

let waiting = 0
const listeners = new Set<() => void>()

/** Told by whoever keeps the outbox: how many messages wait for the server. */
export function setWaitingMessages(count: number): void {
  waiting = count
  for (const listener of listeners) listener()
}

export function useWaitingMessages(): number {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => waiting,
  )
}
