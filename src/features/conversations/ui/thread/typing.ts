import { useSyncExternalStore } from 'react'

/** Networks repeat "is typing" at least this often; a lost end is forgotten after it. */
const forgottenMs = 35_000

const typing = new Map<string, ReturnType<typeof setTimeout>>()
const listeners = new Set<() => void>()
const change = () => {
  for (const listener of listeners) listener()
}

/** Told by the live line: `{connection, remoteId, person, on}`. */
export function hearTyping(payload: unknown): void {
  if (typeof payload !== 'object' || payload === null) return
  const { connection, remoteId, on } = { connection: '', remoteId: '', on: false, ...payload }
  stopTyping(`${connection}`, `${remoteId}`)
  if (on === true)
    typing.set(
      `${connection} ${remoteId}`,
      setTimeout(() => stopTyping(`${connection}`, `${remoteId}`), forgottenMs),
    )
  change()
}

/** What they wrote has come: they type no longer. */
export function stopTyping(connection: string, remoteId: string): void {
  const key = `${connection} ${remoteId}`
  clearTimeout(typing.get(key))
  if (typing.delete(key)) change()
}

/** Over whichever of these they write. */
export function useTyping(places: readonly { connection: string; address: string }[]): boolean {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => places.some(({ connection, address }) => typing.has(`${connection} ${address}`)),
  )
}
