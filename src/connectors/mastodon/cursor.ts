import { z } from 'zod'

const mark = z.object({ at: z.iso.datetime(), ids: z.array(z.string()) })

const bond = z.object({
  /** The account's id on our server. */
  id: z.string(),
  state: z.enum(['asks-us', 'asked', 'asked-locked', 'connected', 'accepted', 'none']),
  /** How often it changed: makes the keys. */
  count: z.number().int(),
})

const shape = z.object({
  v: z.literal(1),
  /** Everything before is known; of that instant, these. Absent until the first reading. */
  notices: mark.optional(),
  own: mark.optional(),
  /** By conversation: the post that ours goes on from. */
  tails: z.record(z.string(), z.string()),
  /** Our txns and the posts they became, the latest last. */
  sent: z.array(z.tuple([z.string(), z.string()])),
  /** By person: who asked whom. */
  bonds: z.record(z.string(), bond),
})

export type Cursor = z.infer<typeof shape>
export type Bond = z.infer<typeof bond>
export type Mark = z.infer<typeof mark>

const limits = { tails: 2_000, sent: 200, bonds: 5_000 }

/** Undefined when there is none or it can't be read: then it is the first time. */
export function readCursor(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined
  try {
    return shape.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

export const firstCursor = (): Cursor => ({ v: 1, tails: {}, sent: [], bonds: {} })

/** Sets the last of a record, and forgets the longest unchanged beyond `most`. */
function put<T>(record: Record<string, T>, key: string, value: T, most: number): void {
  delete record[key]
  record[key] = value
  for (const old of Object.keys(record).slice(0, -most)) delete record[old]
}

export const rememberTail = (cursor: Cursor, conversation: string, status: string) =>
  put(cursor.tails, conversation, status, limits.tails)

export const rememberBond = (cursor: Cursor, person: string, bond: Bond) =>
  put(cursor.bonds, person, bond, limits.bonds)

export function rememberSent(cursor: Cursor, txn: string, status: string): void {
  cursor.sent = [...cursor.sent.filter(([each]) => each !== txn), [txn, status] as [string, string]].slice(-limits.sent)
}
