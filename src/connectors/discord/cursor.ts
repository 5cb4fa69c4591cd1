import { z } from 'zod'

const shape = z.object({
  v: z.literal(1),
  /** Discord repeats what came after `seq` when the session is taken up again. */
  session: z.object({ id: z.string(), url: z.string(), seq: z.number() }).optional(),
  /** When the account was first connected: what is older is history. */
  since: z.iso.datetime(),
  /** The last message that was stored, by channel. */
  read: z.record(z.string(), z.string()),
  /** Private chats, with the person in them: Discord lists none for a bot. */
  direct: z.record(z.string(), z.string()),
  /** Channels that the recruiter left in Kith. */
  left: z.array(z.string()),
  /** What each person's reactions to a message are now; Discord tells single changes only. */
  reactions: z.record(z.string(), z.array(z.string())),
})

export type Cursor = z.infer<typeof shape>

export const firstCursor = (now: Date): Cursor => ({
  v: 1,
  since: now.toISOString(),
  read: {},
  direct: {},
  left: [],
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
