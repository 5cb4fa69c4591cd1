import { z } from 'zod'

const shape = z.object({
  v: z.literal(1),
  /** `next_batch` of the last sync whose events are stored. */
  token: z.string(),
  /** When the account was first connected: what is older is history. */
  since: z.iso.datetime(),
  /** The latest event known of each room, to see whether a limited timeline joins up. */
  last: z.record(z.string(), z.object({ id: z.string(), at: z.number() })),
  /** Rooms whose invitation is open; the number tells a second one from the first. */
  invites: z.record(
    z.string(),
    z.object({ from: z.string(), direct: z.boolean(), open: z.boolean(), count: z.number() }),
  ),
  /** Event ids of what we sent, by our txn. */
  sent: z.array(z.tuple([z.string(), z.string()])),
})

export type Cursor = z.output<typeof shape>

/** Undefined when there is none or it can't be read: then it is the first time. */
export function readCursor(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined
  try {
    return shape.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

export const firstCursor = (now: Date): Cursor => ({
  v: 1,
  token: '',
  since: now.toISOString(),
  last: {},
  invites: {},
  sent: [],
})

const kept = { rooms: 1_000, sent: 200 }

/** Moves the room to the end; the longest silent ones are forgotten. */
export function rememberLast(cursor: Cursor, room: string, event: { id: string; at: number }): void {
  delete cursor.last[room]
  cursor.last[room] = event
  const rooms = Object.keys(cursor.last)
  for (const old of rooms.slice(0, Math.max(0, rooms.length - kept.rooms))) delete cursor.last[old]
}

export function rememberSent(cursor: Cursor, txn: string, event: string): void {
  if (cursor.sent.some(([known]) => known === txn)) return
  cursor.sent.push([txn, event])
  cursor.sent.splice(0, cursor.sent.length - kept.sent)
}
