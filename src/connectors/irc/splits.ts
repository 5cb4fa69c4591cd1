import { dayMs } from '#kernel/clock.ts'
import type { RemoteId } from '../contract.ts'
import { roomConversation, type Scene } from './scene.ts'

/** Whoever comes back later than this comes back from somewhere else. */
const longestMs = dayMs

/**
 * Channels that lie on both sides of a netsplit. What is said on the other side meanwhile reaches nobody here, and no history has it; so
 * when the first of those people is back, the channel says from when to when.
 */
export function splitBook(scene: Pick<Scene, 'fold' | 'now' | 'push' | 'rooms'>) {
  const open = new Map<RemoteId, { since: Date; nicks: Set<string> }>()
  return {
    gone(nick: string, rooms: readonly RemoteId[]): void {
      for (const id of rooms) {
        const split = open.get(id) ?? { since: scene.now(), nicks: new Set<string>() }
        open.set(id, split)
        split.nicks.add(scene.fold(nick))
      }
    },
    back(nick: string, room: RemoteId): void {
      const split = open.get(room)
      if (!split?.nicks.has(scene.fold(nick))) return
      open.delete(room)
      const now = scene.now()
      if (now.getTime() - split.since.getTime() > longestMs) return
      scene.push({
        kind: 'gap',
        key: `split:${room}:${split.since.toISOString()}`,
        conversation: roomConversation(scene, room),
        from: split.since,
        to: now,
        why: 'The network was in two parts (a netsplit): what people on the other part said did not come here.',
      })
    },
  }
}
