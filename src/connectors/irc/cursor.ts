import { z } from 'zod'

const shape = z.object({
  v: z.literal(1),
  /** Everything up to here is known, as far as IRC lets anybody know. */
  at: z.iso.datetime(),
  /** When the account was first connected: what is older is history. */
  since: z.iso.datetime(),
  /** Channels to be in, with the last message's time. */
  rooms: z.record(z.string(), z.object({ name: z.string(), key: z.string().optional(), at: z.iso.datetime() })),
  /** Channels of the form that the recruiter has left since. */
  left: z.array(z.string()),
  /** Whom we talk with, latest last; they are watched for presence and asked for in history. */
  peers: z.record(z.string(), z.object({ nick: z.string(), at: z.iso.datetime() })),
  /** Lines that we wrote, so that a bouncer's playback of them is known for ours. */
  sent: z.array(z.object({ txn: z.string(), mark: z.string(), at: z.iso.datetime() })),
  /** Nicks that we had. */
  nicks: z.array(z.string()),
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
  const at = now.toISOString()
  return { v: 1, at, since: at, rooms: {}, left: [], peers: {}, sent: [], nicks: [] }
}

const keptPeers = 200
const keptSent = 100

/** Moves the peer to the end; the longest silent ones are forgotten. */
export function rememberPeer(cursor: Cursor, id: string, nick: string, at: Date): void {
  const before = cursor.peers[id]?.at ?? ''
  delete cursor.peers[id]
  const iso = at.toISOString()
  cursor.peers[id] = { nick, at: iso > before ? iso : before }
  for (const old of Object.keys(cursor.peers).slice(0, -keptPeers)) delete cursor.peers[old]
}

export function rememberSent(cursor: Cursor, txn: string, marks: readonly string[], at: Date): void {
  cursor.sent.push(...marks.map(mark => ({ txn, mark, at: at.toISOString() })))
  cursor.sent.splice(0, cursor.sent.length - keptSent)
}

export function rememberNick(cursor: Cursor, nick: string): void {
  cursor.nicks = [...cursor.nicks.filter(each => each !== nick), nick].slice(-6)
}
