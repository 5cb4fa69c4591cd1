import type { NetworkEvent, RemoteConversation } from '../../contract.ts'
import { isEventId } from '../keys.ts'
import { pathOf } from '../wire/api.ts'
import { MatrixFailure } from '../wire/failure.ts'
import { contextAnswer, foundEvent, messagesAnswer, type RoomEvent } from '../wire/shapes.ts'
import { eventsOf, type Reading } from './inbound.ts'
import type { Room } from './rooms.ts'

const limits = { page: 100, pages: 100 }
const how = { history: true, contiguous: false }

const missing = (error: unknown): undefined => {
  if (error instanceof MatrixFailure && error.status !== undefined && error.status < 500 && error.status !== 429)
    return undefined
  throw error
}

/** What the server keeps of rooms, told as history. */
export function historyReader(reading: Reading, eventOf: (key: string) => string | undefined) {
  const { api, book } = reading

  const roomsOf = (to: RemoteConversation): Room[] => {
    const room = to.kind === 'room' ? book.find(to.id) : undefined
    return to.kind === 'room' ? (room ? [room] : []) : book.roomsWith(to.id)
  }

  async function told(room: Room, chunk: readonly RoomEvent[]): Promise<NetworkEvent[]> {
    const all: NetworkEvent[] = []
    for (const event of chunk.toReversed()) all.push(...(await eventsOf(reading, room, event, how)))
    return all
  }

  const page = (room: Room, from: string | undefined, limit: number) =>
    api
      .call(pathOf`/_matrix/client/v3/rooms/${room.id}/messages`, messagesAnswer, {
        query: { dir: 'b', limit, from },
      })
      .catch(missing)

  /** The token from which the events before this one are read. */
  async function startAt(room: Room, event: string): Promise<string | undefined> {
    const context = await api
      .call(pathOf`/_matrix/client/v3/rooms/${room.id}/context/${event}`, contextAnswer, { query: { limit: 0 } })
      .catch(missing)
    return context?.event === undefined ? undefined : context.start
  }

  return {
    /** Only messages, and what changed them; oldest first. */
    async before(to: RemoteConversation, key: string | undefined, limit: number): Promise<NetworkEvent[]> {
      const event = key === undefined ? undefined : isEventId(key) ? key : eventOf(key)
      for (const room of roomsOf(to)) {
        const from = event === undefined ? undefined : await startAt(room, event)
        if (event !== undefined && from === undefined) continue
        const answer = await page(room, from, Math.min(limit, limits.page))
        if (answer) return told(room, answer.chunk)
      }
      return []
    },
    async between(
      to: RemoteConversation,
      from: Date,
      until: Date,
    ): Promise<{ events: readonly NetworkEvent[]; whole: boolean }> {
      const rooms = roomsOf(to)
      const events: NetworkEvent[] = []
      let whole = rooms.length > 0
      for (const room of rooms) {
        const found = await readBack(room, from, until)
        events.push(...(await told(room, found.chunk)))
        whole &&= found.whole
      }
      return { events, whole }
    },
  }

  /** Newest first, from the instant back to the other; whole when something older was met, or the room's beginning. */
  async function readBack(room: Room, from: Date, until: Date): Promise<{ chunk: RoomEvent[]; whole: boolean }> {
    const chunk: RoomEvent[] = []
    const near = await api
      .call(pathOf`/_matrix/client/v1/rooms/${room.id}/timestamp_to_event`, foundEvent, {
        query: { ts: until.getTime() + 1_000, dir: 'f' },
      })
      .catch(missing)
    let token = near ? await startAt(room, near.event_id) : undefined
    for (let count = 0; count < limits.pages; count += 1) {
      const answer = await page(room, token, limits.page)
      if (!answer) return { chunk, whole: false }
      for (const event of answer.chunk) {
        if (event.origin_server_ts < from.getTime() - 1_000) return { chunk, whole: true }
        if (event.origin_server_ts <= until.getTime() + 1_000) chunk.push(event)
        if (event.type === 'm.room.create') return { chunk, whole: true }
      }
      if (answer.end === undefined) return { chunk, whole: false }
      token = answer.end
    }
    return { chunk, whole: false }
  }
}
