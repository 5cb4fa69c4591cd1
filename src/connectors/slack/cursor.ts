import { z } from 'zod'

const shape = z.object({
  v: z.literal(1),
  since: z.iso.datetime(),
  /** The last message that was stored, by channel. */
  read: z.record(z.string(), z.string()),
  /** Private chats, with the person in them. */
  direct: z.record(z.string(), z.string()),
  /** What each person's reactions to a message are now; Slack tells single changes only. */
  reactions: z.record(z.string(), z.array(z.string())),
})

export type Cursor = z.infer<typeof shape>

export const firstCursor = (now: Date): Cursor => ({
  v: 1,
  since: now.toISOString(),
  read: {},
  direct: {},
  reactions: {},
})

/** Undefined when there is none or it can't be read: then it is the first time. */
export function readCursor(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined
  try {
    return shape.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}
