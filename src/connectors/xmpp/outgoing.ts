import type { RemoteConversation, SendOutcome, SendRequest } from '../contract.ts'
import { capsElement } from './caps.ts'
import { messageIdIn, ownKey, roomIdIn } from './keys.ts'
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
  const quote = quoteOf(request, maxTextBytes - size)
  const message = xml(
    'message',
    { type: typeOf(request.to), to: request.to.id, id: request.txn },
    xml('body', {}, quote.text + text),
    xml('origin-id', { xmlns: ns.stanzaId, id: request.txn }),
    ...quote.elements,
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

/** A file that lies on the server already, as its address (XEP-0066) and with what is known of it (XEP-0447). */
export function fileMessage(
  request: SendRequest,
  file: { name: string; mimeType: string; bytes: number; url: string },
) {
  const about = xml(
    'file',
    { xmlns: ns.fileData },
    xml('name', {}, legalText(file.name)),
    xml('media-type', {}, file.mimeType),
    xml('size', {}, String(file.bytes)),
  )
  const source = xml('sources', {}, xml('url-data', { xmlns: ns.urlData, target: file.url }))
  const sharing = xml('file-sharing', { xmlns: ns.files, disposition: 'inline' }, about, source)
  const plain = xml('x', { xmlns: ns.oob }, xml('url', {}, file.url))
  return textMessage({ ...request, text: file.url }, [plain, sharing])
}

const maxQuotePoints = 300

/** What the other message said stands before the text for programs that know no replies (XEP-0461 §3). */
function quoteOf(request: SendRequest, bytesLeft: number): { text: string; elements: Element[] } {
  const { replyTo, quoted, to } = request
  const id = replyTo && ((to.kind === 'room' && roomIdIn(replyTo)) || messageIdIn(replyTo))
  if (!id) return { text: '', elements: [] }
  const author = quoted?.from.id
  const reply = xml('reply', { xmlns: ns.reply, id, ...(author ? { to: author } : {}) })
  const said = legalText(quoted?.text ?? '').trim()
  if (said === '') return { text: '', elements: [reply] }
  const points = [...said]
  const short = points.length > maxQuotePoints ? `${points.slice(0, maxQuotePoints).join('')}…` : said
  const text = `${short.replaceAll(/^/gm, '> ')}\n`
  if (Buffer.byteLength(text) > bytesLeft) return { text: '', elements: [reply] }
  const range = xml('body', { start: '0', end: String([...text].length) })
  return { text, elements: [reply, xml('fallback', { xmlns: ns.fallback, for: ns.reply }, range)] }
}

/** Waits for the server's word. Without it nobody can know, and so the outcome is `unknown`, and it is not sent again by itself. */
export async function deliver(
  stream: XmppStream,
  stanza: Element,
  txn: string,
  now: () => Date,
  signal?: AbortSignal,
): Promise<SendOutcome> {
  const given = Promise.withResolvers<'late' | 'stopped'>()
  const over = new AbortController()
  const timer = setTimeout(() => given.resolve('late'), confirmMs)
  const stop = () => given.resolve('stopped')
  signal?.addEventListener('abort', stop)
  try {
    const taken = await Promise.race([stream.send(stanza, over.signal), given.promise])
    if (taken === true) return { kind: 'accepted', key: ownKey(txn), at: now() }
    const why = {
      late: 'The server did not confirm the message in time.',
      stopped: 'Kith stopped before the server confirmed the message.',
      broken: 'The connection broke before the server confirmed the message.',
    }
    return { kind: 'unknown', why: why[taken === false ? 'broken' : taken] }
  } finally {
    over.abort()
    clearTimeout(timer)
    signal?.removeEventListener('abort', stop)
  }
}

/** All reactions of ours to one message (XEP-0444); none take them back. */
export function reactionStanza(to: RemoteConversation, id: string, emoji: readonly string[], txn: string): Element {
  return xml(
    'message',
    { type: typeOf(to), to: to.id, id: txn },
    xml('reactions', { xmlns: ns.reactions, id }, ...emoji.map(each => xml('reaction', {}, legalText(each)))),
    xml('origin-id', { xmlns: ns.stanzaId, id: txn }),
    xml('store', { xmlns: ns.hints }),
  )
}

export function retractStanza(to: RemoteConversation, id: string, txn: string): Element {
  return xml(
    'message',
    { type: typeOf(to), to: to.id, id: txn },
    xml('retract', { xmlns: ns.retract, id }),
    xml('fallback', { xmlns: ns.fallback, for: ns.retract }),
    xml('body', {}, 'This message was withdrawn; your program can not hide it.'),
    xml('origin-id', { xmlns: ns.stanzaId, id: txn }),
    xml('store', { xmlns: ns.hints }),
  )
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
  presence.append(capsElement())
  return presence
}
