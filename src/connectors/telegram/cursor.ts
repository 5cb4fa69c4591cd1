import { z } from 'zod'

const shape = z.object({
  v: z.literal(1),
  /** The first update that is not stored yet; Telegram forgets those before it when it is asked with this. */
  offset: z.number().optional(),
  /** When Telegram was last heard: it keeps updates for a day. */
  at: z.iso.datetime(),
  /** Groups that became supergroups have another id since; they stay the conversation that they were. */
  moved: z.record(z.string(), z.string()),
  /** Groups and topics that the bot has heard of, with their titles. */
  rooms: z.record(z.string(), z.string()),
})

export type Cursor = z.infer<typeof shape>

export const firstCursor = (now: Date): Cursor => ({ v: 1, at: now.toISOString(), moved: {}, rooms: {} })

/** Undefined when there is none or it can't be read: then it is the first time. */
export function readCursor(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined
  try {
    return shape.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}
