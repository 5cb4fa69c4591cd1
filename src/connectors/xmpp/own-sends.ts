import { minuteMs } from '#kernel/clock.ts'
import type { SendOutcome } from '../contract.ts'
import type { Cursor } from './cursor.ts'

/** So long a place is kept for sends that the server has confirmed: a year-old one would be asked for when the archive has forgotten it. */
const keptMs = 60 * minuteMs
const keptEvents = 500

/**
 * A server shows us our own direct messages only in its archive. An answer that arrives live moves our place there past what it answers;
 * so the place before our first send is kept, and catching up goes on from there. What was stored already is known by its key.
 */
export function ownSends(cursor: () => Cursor) {
  let unsure = 0
  let since = 0
  return {
    async around(send: () => Promise<SendOutcome>): Promise<SendOutcome> {
      const { archive, at } = cursor()
      cursor().unseen ??= { archive, at }
      unsure += 1
      const outcome = await send()
      if (outcome.kind !== 'unknown') unsure -= 1
      return outcome
    },
    /** Something archived came live. A send that nobody confirmed keeps its place, however long ago it was. */
    moved(now: Date): void {
      const { unseen } = cursor()
      if (!unseen) return
      since += 1
      const old = since > keptEvents || now.getTime() - Date.parse(unseen.at) > keptMs
      if (unsure > 0 || !old) return
      delete cursor().unseen
      since = 0
    },
    /** For a new session, which reads from the kept place. */
    reset(): void {
      unsure = 0
      since = 0
    },
  }
}

/** The next catching up begins before the first send that was not seen. */
export function seeAgain(cursor: Cursor): void {
  const { unseen } = cursor
  if (!unseen) return
  delete cursor.unseen
  cursor.at = unseen.at
  if (unseen.archive === undefined) delete cursor.archive
  else cursor.archive = unseen.archive
}
