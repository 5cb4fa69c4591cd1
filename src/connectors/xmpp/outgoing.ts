import type { RemoteConversation, SendOutcome, SendRequest } from '../contract.ts'
import { ownKey } from './keys.ts'
import { maxTextBytes } from './manifest.ts'
import { ns } from './namespaces.ts'
import type { XmppStream } from './stream/stream.ts'
import { type Element, legalText, xml } from './xml.ts'

const confirmMs = 30_000
export const notConnected: SendOutcome = {
  kind: 'later',
  retryAfterMs: 5_000,
  code: 'not-connected',
  text: 'The XMPP connection is being restored.',
}

export const typeOf = (to: RemoteConversation) => (to.kind === 'room' ? 'groupchat' : 'chat')

/** A text message, ready to send; a refusal when it can't be one. */
export function textMessage(request: SendRequest, extra: readonly Element[] = []): Element | SendOutcome {
  const text = legalText(request.text)
  if (text.trim() === '') return { kind: 'refused', code: 'empty', text: 'There is nothing to send.' }
  const size = Buffer.byteLength(text)
  if (size > maxTextBytes)
    return {
      kind: 'refused',
      code: 'too-long',
      text: `The message has ${size} bytes; XMPP carries ${maxTextBytes} at most. Please shorten it.`,
    }
  const message = xml(
    'message',
    { type: typeOf(request.to), to: request.to.id, id: request.txn },
    xml('body', {}, text),
    xml('origin-id', { xmlns: ns.stanzaId, id: request.txn }),
    ...extra,
  )
  if (request.to.kind === 'direct') {
    message.append(
      xml('request', { xmlns: ns.receipts }),
      xml('markable', { xmlns: ns.markers }),
      xml('active', { xmlns: ns.chatStates }),
    )
  }
  return message
}

/** Waits for the server's word. Without it nobody can know, and so the outcome is `unknown`. */
export async function deliver(
  stream: XmppStream,
  stanza: Element,
  txn: string,
  now: () => Date,
  signal?: AbortSignal,
): Promise<SendOutcome> {
  const given = Promise.withResolvers<'late' | 'stopped'>()
  const timer = setTimeout(() => given.resolve('late'), confirmMs)
  const stop = () => given.resolve('stopped')
  signal?.addEventListener('abort', stop)
  try {
    const taken = await Promise.race([stream.send(stanza), given.promise])
    if (taken === true) return { kind: 'accepted', key: ownKey(txn), at: now() }
    const why = {
      late: 'The server did not confirm the message in time.',
      stopped: 'Kith stopped before the server confirmed the message.',
      broken: 'The connection broke before the server confirmed the message.',
    }
    return { kind: 'unknown', why: why[taken === false ? 'broken' : taken] }
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', stop)
  }
}

export function receiptStanza(to: string, id: string): Element {
  return xml(
    'message',
    { to, type: 'chat' },
    xml('received', { xmlns: ns.receipts, id }),
    xml('store', { xmlns: ns.hints }),
  )
}

export function readStanza(to: string, id: string): Element {
  return xml(
    'message',
    { to, type: 'chat' },
    xml('displayed', { xmlns: ns.markers, id }),
    xml('store', { xmlns: ns.hints }),
  )
}

export function typingStanza(to: RemoteConversation, on: boolean): Element {
  const state = xml(on ? 'composing' : 'paused', { xmlns: ns.chatStates })
  return xml('message', { to: to.id, type: typeOf(to) }, state, xml('no-store', { xmlns: ns.hints }))
}

export function presenceStanza(state: 'online' | 'away' | 'off', status: string | undefined): Element {
  const presence = xml('presence')
  if (state !== 'online') presence.append(xml('show', {}, state === 'away' ? 'away' : 'xa'))
  if (status) presence.append(xml('status', {}, legalText(status)))
  return presence
}
