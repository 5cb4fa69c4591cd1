import { z } from 'zod'

const shape = z.object({
  v: z.literal(1),
  /** The last archive id that was committed. */
  archive: z.string().optional(),
  /** Everything up to here is known. */
  at: z.iso.datetime(),
  /** Where both stood before the first of our sends that the archive has not shown us: what came live since may lie behind it there. */
  unseen: z.object({ archive: z.string().optional(), at: z.iso.datetime() }).optional(),
  /** When the account was first connected. */
  since: z.iso.datetime(),
  /** Until the first reading of the archive is through: what is older than `since` is then history. */
  importing: z.boolean(),
  /** What was last told of each contact, with a count that makes the event's key unique. */
  contacts: z.record(z.string(), z.string()),
  /** Joined rooms, with our nick, the last message's time and the last id of the room's archive that was committed. */
  rooms: z.record(z.string(), z.object({ nick: z.string(), at: z.iso.datetime(), archive: z.string().optional() })),
})

export type Cursor = z.infer<typeof shape>

/** Undefined when there is none or it can't be read: then it is the first time. */
export function readCursor(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined
  try {
    return shape.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

export function firstCursor(now: Date): Cursor {
  return { v: 1, at: now.toISOString(), since: now.toISOString(), importing: true, contacts: {}, rooms: {} }
}

/** What came before the first connection is history; a stamp of the very second counts as before it. */
export function historyUntil(cursor: Cursor): Date {
  return new Date(cursor.importing ? Date.parse(cursor.since) + 1 : 0)
}
