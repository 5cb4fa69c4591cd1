import { createHash } from 'node:crypto'

const hash = (...facts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 32)

/** The key of a message that this account sent by Kith. */
export const ownKey = (txn: string): string => `own:${txn}`

/** The server's own id (IRCv3 msgid). */
export const idKey = (msgid: string): string => `id:${msgid}`

/** The msgid inside a key; undefined where the message never had one. */
export function msgidIn(key: string): string | undefined {
  return key.startsWith('id:') ? key.slice(3) : undefined
}

export type Facts = {
  /** Folded nick of the one who wrote, or `me`. */
  from: string
  /** Folded channel or nick, or `me`. */
  to: string
  command: string
  /** As it was on the line, formatting included. */
  text: string
}

/** Without a msgid: what a bouncer plays back carries the instant that the live line had, so both give this. */
export const derivedKey = (facts: Facts, at: Date): string =>
  `at:${hash(facts.from, facts.to, facts.command, facts.text, at.toISOString())}`

/** What we wrote where, to know it again in a playback; holds no text. */
export const sentMark = (to: string, text: string): string => hash(to, text)
