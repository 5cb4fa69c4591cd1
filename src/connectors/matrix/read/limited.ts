import type { NetworkEvent } from '../../contract.ts'
import type { Cursor } from '../cursor.ts'
import { pathOf } from '../wire/api.ts'
import { MatrixFailure } from '../wire/failure.ts'
import { messagesAnswer, type RoomEvent } from '../wire/shapes.ts'
import type { Reading } from './inbound.ts'
import type { Room } from './rooms.ts'

const limits = { page: 100, pages: 30 }

export type Filled = {
  /** Oldest first; ends where the timeline of the sync begins. */
  events: readonly RoomEvent[]
  gap: NetworkEvent[]
}

/** The server left out older events of a timeline: they are read back until the last one known, and what can't be had is a gap. */
export async function fillLimited(
  reading: Reading,
  room: Room,
  prevBatch: string | undefined,
  known: Cursor['last'][string],
  timeline: readonly RoomEvent[],
): Promise<Filled> {
  const found: RoomEvent[] = []
  let from = prevBatch
  let joined = timeline.some(event => event.event_id === known.id)
  for (let page = 0; page < limits.pages && !joined && from !== undefined; page += 1) {
    const answer = await reading.api
      .call(pathOf`/_matrix/client/v3/rooms/${room.id}/messages`, messagesAnswer, {
        query: { dir: 'b', from, limit: limits.page },
      })
      .catch((error: unknown) => {
        // No right to look back is an answer; a broken connection is none.
        if (error instanceof MatrixFailure && error.status !== undefined && error.status < 429) return undefined
        throw error
      })
    if (!answer) break
    for (const event of answer.chunk) {
      joined = event.event_id === known.id || event.type === 'm.room.create'
      if (event.event_id === known.id) break
      found.push(event)
      if (joined) break
    }
    from = answer.end
  }
  const events = found.reverse()
  if (joined) return { events, gap: [] }
  const first = events[0] ?? timeline[0]
  const now = reading.now().getTime()
  const to = new Date(Math.max(Math.min(first?.origin_server_ts ?? now, now), known.at))
  const why =
    from === undefined
      ? 'The server no longer has all that was written while Kith was away.'
      : 'So much was written while Kith was away that not all of it was read. Kith can look for the rest.'
  return {
    events,
    gap: [
      {
        kind: 'gap',
        key: `gap:${room.id}:${known.id}`,
        conversation: reading.book.conversationOf(room),
        from: new Date(known.at),
        to,
        why,
      },
    ],
  }
}
