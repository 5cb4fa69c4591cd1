import { z } from 'zod'

const folder = z.object({
  uidValidity: z.string(),
  /** Everything below is known. */
  uidNext: z.number().int().min(1),
  /** As it was when the folder was last read to its end; the same again means that nothing happened (RFC 7162). */
  highestModseq: z.string().optional(),
  /** UIDs of the newest that nobody had read then: whichever is missing later was read in another program. */
  unread: z.array(z.number().int()).readonly().optional(),
})

const shape = z.object({
  v: z.literal(1),
  /** When the account was first connected: mail from before is history. */
  since: z.iso.datetime(),
  /** When the folders were last read to their end. */
  at: z.iso.datetime(),
  importing: z.boolean(),
  /** By path. */
  folders: z.record(z.string(), folder),
})

export type Cursor = z.infer<typeof shape>
export type FolderMark = z.infer<typeof folder>

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
  return { v: 1, since: now.toISOString(), at: now.toISOString(), importing: true, folders: {} }
}
