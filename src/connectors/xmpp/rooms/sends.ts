import type { SendOutcome } from '../../contract.ts'
import { refusalText } from '../inbound.ts'
import { messageIdIn, ownKey } from '../keys.ts'
import { stanzaErrorOf } from '../stream/wire.ts'
import { attribute, type Element } from '../xml.ts'

const shownMs = 5_000
const waitMs = 2_500
const maxKnown = 500

/** What rooms say to our messages: they show them to us too, or refuse them. */
export function roomSends(now: () => Date) {
  const open = new Map<string, (outcome: SendOutcome | undefined) => void>()
  const refused = new Set<string>()
  const roomIds = new Map<string, string>()
  return {
    /** Undefined when the room says nothing: then the server's word is all there is. */
    expect(txn: string): Promise<SendOutcome | undefined> {
      return new Promise(resolve => {
        const settle = (outcome: SendOutcome | undefined) => {
          clearTimeout(timer)
          open.delete(txn)
          resolve(outcome)
        }
        const timer = setTimeout(() => settle(undefined), shownMs)
        timer.unref()
        open.set(txn, settle)
      })
    },
    take(stanza: Element): void {
      const settle = stanza.getName() === 'message' ? open.get(attribute(stanza, 'id') ?? '') : undefined
      if (!settle) return
      const id = attribute(stanza, 'id') ?? ''
      const type = attribute(stanza, 'type')
      if (type === 'groupchat') settle({ kind: 'accepted', key: ownKey(id), at: now() })
      if (type !== 'error') return
      refused.add(id)
      const { condition, text } = stanzaErrorOf(stanza)
      const words = refusalText(condition, text)
      // `wait` (RFC 6120 8.3.2): the same may be sent again a little later.
      const later = attribute(stanza.getChild('error'), 'type') === 'wait'
      settle(
        later
          ? { kind: 'later', retryAfterMs: waitMs, code: condition, text: words }
          : { kind: 'refused', code: condition, text: words },
      )
    },
    /** Our own message came back with the id that the room gave it. */
    shown(key: string, roomId: string | undefined): void {
      if (!roomId) return
      roomIds.set(messageIdIn(key) ?? key, roomId)
      const [oldest] = roomIds.keys()
      if (roomIds.size > maxKnown && oldest !== undefined) roomIds.delete(oldest)
    },
    roomId: (key: string): string | undefined => roomIds.get(messageIdIn(key) ?? key),
    /** True once when the refusal was already the outcome of the send. */
    settled: (txn: string): boolean => refused.delete(txn),
  }
}
