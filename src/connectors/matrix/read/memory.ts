import type { RemoteId } from '../../contract.ts'

const kept = { events: 400, reactions: 5_000, threads: 2_000 }

type Seen = { id: string; sender: string; own: boolean }
type Reaction = { room: RemoteId; target: string; sender: string; emoji: string }

/** What the session remembers of recent events, to understand those that speak of them. Nothing here must survive a restart. */
export function eventMemory() {
  const timelines = new Map<RemoteId, Seen[]>()
  const reactions = new Map<string, Reaction>()
  const whole = new Set<string>()
  const threads = new Map<string, string>()

  const bound = (map: Map<string, unknown> | Set<string>, most: number) => {
    for (const key of map.keys()) {
      if (map.size <= most) return
      map.delete(key)
    }
  }

  return {
    see(room: RemoteId, event: Seen): void {
      const timeline = timelines.get(room) ?? []
      if (timeline.some(each => each.id === event.id)) return
      timeline.push(event)
      timeline.splice(0, timeline.length - kept.events)
      timelines.set(room, timeline)
    },
    /** A receipt may stand at anybody's message: it speaks for our last one up to there. Undefined when ours is not among the recent. */
    ownUpTo(room: RemoteId, event: string): string | undefined {
      const timeline = timelines.get(room) ?? []
      const end = timeline.findIndex(each => each.id === event)
      return end === -1 ? undefined : timeline.slice(0, end + 1).findLast(each => each.own)?.id
    },
    senderOf: (room: RemoteId, event: string): string | undefined =>
      timelines.get(room)?.find(each => each.id === event)?.sender,
    react(event: string, reaction: Reaction): void {
      reactions.set(event, reaction)
      bound(reactions, kept.reactions)
    },
    reaction: (event: string) => reactions.get(event),
    /** Gives what it was, so that the others of the same person can be told. */
    unreact(event: string): Reaction | undefined {
      const was = reactions.get(event)
      reactions.delete(event)
      return was
    },
    reactionsOf: (target: string, sender: string): { event: string; emoji: string }[] =>
      [...reactions].flatMap(([event, each]) =>
        each.target === target && each.sender === sender ? [{ event, emoji: each.emoji }] : [],
      ),
    /** Whether all reactions to the message are known, not only those since the start. */
    isWhole: (target: string) => whole.has(target),
    setWhole(target: string): void {
      whole.add(target)
      bound(whole, kept.reactions)
    },
    setThread(event: string, root: string): void {
      threads.set(event, root)
      bound(threads, kept.threads)
    },
    threadOf: (event: string) => threads.get(event),
  }
}

export type EventMemory = ReturnType<typeof eventMemory>
