import { z } from 'zod'

const bond = z.object({
  state: z.enum(['asks-us', 'asked', 'connected', 'none']),
  count: z.number().int(),
})

const shape = z.object({
  v: z.literal(1),
  /** Notices up to here are known; of that instant, these. */
  notices: z.object({ at: z.iso.datetime(), ids: z.array(z.string()) }).optional(),
  /** Of our own posts, the latest known. */
  own: z.string().optional(),
  /** Of the chat's log; null while the app password keeps the chat closed. */
  chat: z.string().nullish(),
  tails: z.record(z.string(), z.string()),
  sent: z.array(z.tuple([z.string(), z.string()])),
  bonds: z.record(z.string(), bond),
  /** The handle under which a person is known here; it stays when they take another. */
  names: z.record(z.string(), z.string()),
})

export type Cursor = z.infer<typeof shape>
export type Bond = z.infer<typeof bond>

const limits = { tails: 2_000, sent: 200, bonds: 5_000, names: 10_000 }

/** Undefined when there is none or it can't be read: then it is the first time. */
export function readCursor(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined
  try {
    return shape.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

export const firstCursor = (): Cursor => ({ v: 1, tails: {}, sent: [], bonds: {}, names: {} })

function put<T>(record: Record<string, T>, key: string, value: T, most: number): void {
  delete record[key]
  record[key] = value
  for (const old of Object.keys(record).slice(0, -most)) delete record[old]
}

export const rememberTail = (cursor: Cursor, conversation: string, key: string) =>
  put(cursor.tails, conversation, key, limits.tails)
export const rememberBond = (cursor: Cursor, person: string, value: Bond) =>
  put(cursor.bonds, person, value, limits.bonds)

/** The first handle counts. */
export function rememberName(cursor: Cursor, did: string, handle: string): string {
  const known = cursor.names[did]
  if (known) return known
  put(cursor.names, did, handle.toLowerCase(), limits.names)
  return handle.toLowerCase()
}

export function rememberSent(cursor: Cursor, txn: string, key: string): void {
  cursor.sent = [...cursor.sent.filter(([each]) => each !== txn), [txn, key] as [string, string]].slice(-limits.sent)
}
