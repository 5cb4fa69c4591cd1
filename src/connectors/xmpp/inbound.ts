import type { NetworkEvent, RemoteConversation, RemoteFile, RemotePerson, Signal } from '../contract.ts'
import { filesOf, withoutFallback } from './bodies.ts'
import { bareOf, fullOf, resourceOf } from './jid.ts'
import {
  archivedKey,
  areWords,
  derivedKey,
  inRoomKey,
  originIdOf,
  ownKey,
  roomKey,
  sentKey,
  stanzaIdBy,
} from './keys.ts'
import { ns } from './namespaces.ts'
import { attribute, childIn, type Element } from './xml.ts'

export type Reading = {
  /** Our bare address. */
  own: string
  now: Date
  /** Messages before this instant are history. */
  historyUntil: Date
  /** Our nick in each joined room. */
  nickIn(room: string): string | undefined
}

export type Received = { message: Element; archiveId?: string | undefined; sentAt?: Date | undefined; live: boolean }

/** Takes carbons (XEP-0280) out of their wrapping; a forged one gives undefined. */
export function unwrap(stanza: Element, own: string): Received | undefined {
  const carbon = stanza.getChild('sent', ns.carbons) ?? stanza.getChild('received', ns.carbons)
  const message = carbon?.getChild('forwarded', ns.forward)?.getChild('message')
  if (!carbon) return { message: stanza, sentAt: delayOf(stanza), live: true }
  const from = attribute(stanza, 'from')
  if (!message || (from !== undefined && fullOf(from) !== own)) return undefined
  return { message, sentAt: delayOf(carbon.getChild('forwarded', ns.forward)) ?? delayOf(message), live: true }
}

/** The id in our own archive, which is also where catching up goes on from. */
export function archiveIdOf(received: Received, own: string): string | undefined {
  return received.archiveId ?? stanzaIdBy(received.message, own)
}

export function delayOf(element: Element | undefined): Date | undefined {
  const stamp = new Date(attribute(element?.getChild('delay', ns.delay), 'stamp') ?? Number.NaN)
  return Number.isNaN(stamp.getTime()) ? undefined : stamp
}

/** What one message means; the same message gives the same keys live, as a carbon and from the archive. */
export function eventsOf(received: Received, reading: Reading): NetworkEvent[] {
  const { message } = received
  const scene = sceneOf(message, reading)
  if (!scene) return []
  const at = received.sentAt ?? reading.now
  const { conversation, from, own } = scene
  if (own && areWords(originIdOf(message))) return []
  if (attribute(message, 'type') === 'error') return failureEvents(message, conversation, at, reading)
  const event = { key: keyOf(received, scene, reading), conversation, from, at }
  const author = { id: from.id, own }
  const text = message.getChildText('body')
  const replaced = attribute(message.getChild('replace', ns.correct), 'id')
  if (replaced && text !== null) {
    const corrected = withoutFallback(message, text, ns.reply)
    return [{ ...event, kind: 'edit', target: sentKey(author, replaced), text: corrected, ...(own ? { own } : {}) }]
  }
  const retracted = retractedId(message)
  if (retracted) {
    const target = scene.room ? roomKey(scene.room, retracted) : sentKey(author, retracted)
    return [{ ...event, kind: 'retract', target, ...(own ? { own } : {}) }]
  }
  const reactions = message.getChild('reactions', ns.reactions)
  const reacted = attribute(reactions, 'id')
  if (reactions && reacted) {
    const emoji = reactions.getChildren('reaction').map(each => each.getText())
    return namesOf(reacted, scene).map((target, index) => ({
      ...event,
      key: index === 0 ? event.key : `${event.key}#${index}`,
      kind: 'reaction',
      target,
      emoji,
      ...(own ? { own } : {}),
    }))
  }
  const receipt = receiptEvents(message, scene, at)
  const files = filesOf(message)
  if (text === null || (text === '' && files.length === 0)) return receipt
  return [...receipt, messageEvent(received, scene, reading, { key: event.key, at, files, text })]
}

function messageEvent(
  received: Received,
  scene: Scene,
  reading: Reading,
  given: { key: string; at: Date; files: RemoteFile[]; text: string },
): Extract<NetworkEvent, { kind: 'message' }> {
  const { message } = received
  const { key, at, files } = given
  const author = { id: scene.from.id, own: scene.own }
  const id = attribute(message, 'id')
  const others = [originIdOf(message), id].filter(each => each !== undefined).map(each => sentKey(author, each))
  const archiveId = archiveIdOf(received, reading.own)
  if (archiveId && !scene.room) others.push(archivedKey(archiveId, id))
  const roomId = scene.room && (received.archiveId ?? stanzaIdBy(message, scene.room))
  if (scene.room && roomId) others.push(roomKey(scene.room, roomId), inRoomKey(scene.room, roomId, id))
  const reply = message.getChild('reply', ns.reply)
  const repliedTo = attribute(reply, 'id')
  const said = repliedTo ? withoutFallback(message, given.text, ns.reply) : given.text
  const bare = files.some(file => file.url === said.trim()) ? '' : said
  return {
    kind: 'message',
    key,
    otherKeys: [...new Set(others)].filter(other => other !== key),
    conversation: scene.conversation,
    from: scene.from,
    own: scene.own,
    text: bare || files[0]?.name || said,
    sentAt: at,
    history: at < reading.historyUntil,
    ...(repliedTo ? { replyTo: replyKey(repliedTo, attribute(reply, 'to'), scene, reading) } : {}),
    ...(files.length > 0 ? { files } : {}),
  }
}

/** A reaction names a message by its id only: in a room the room's, else one that either side may have given. */
function namesOf(id: string, scene: Scene): string[] {
  if (scene.room) return [roomKey(scene.room, id), sentKey({ id: scene.from.id, own: scene.own }, id)]
  const them = { id: scene.conversation.id, own: false }
  const us = { id: '', own: true }
  return (scene.own ? [them, us] : [us, them]).map(author => sentKey(author, id))
}

/** XEP-0461 names the author; without a name it is the other side's message. */
function replyKey(id: string, to: string | undefined, scene: Scene, reading: Reading): string {
  if (scene.room) return roomKey(scene.room, id)
  const own = to === undefined ? !scene.own : bareOf(to) === reading.own
  return sentKey({ id: scene.conversation.id, own }, id)
}

/** XEP-0424, and its older form inside a fastening. */
function retractedId(message: Element): string | undefined {
  const old = message.getChild('apply-to', ns.fasten)
  return (
    attribute(message.getChild('retract', ns.retract), 'id') ??
    (old?.getChild('retract', ns.retractOld) ? attribute(old, 'id') : undefined)
  )
}

/** XEP-0085: who is writing. Only live ones mean anything. */
export function typingOf(message: Element, reading: Reading): Signal | undefined {
  const state = childIn(message, ns.chatStates)?.getName()
  const scene = state ? sceneOf(message, reading) : undefined
  if (!scene || scene.own || attribute(message, 'type') === 'error' || delayOf(message)) return undefined
  return { kind: 'typing', conversation: scene.conversation, person: scene.from, on: state === 'composing' }
}

/** The id to confirm when the sender asks for a receipt (XEP-0184). */
export function receiptAskedBy(message: Element): { to: string; id: string } | undefined {
  const [id, from, type] = [attribute(message, 'id'), attribute(message, 'from'), attribute(message, 'type')]
  if (!id || !from || type === 'error' || type === 'groupchat') return undefined
  return message.getChild('request', ns.receipts) ? { to: from, id } : undefined
}

type Scene = { conversation: RemoteConversation; from: RemotePerson; own: boolean; room: string | undefined }

function sceneOf(message: Element, reading: Reading): Scene | undefined {
  const from = fullOf(attribute(message, 'from') ?? reading.own)
  const type = attribute(message, 'type')
  if (type === 'headline') return undefined
  if (type === 'groupchat') {
    const room = bareOf(from)
    const nick = resourceOf(from)
    // The room itself (its subject, its notices) is nobody.
    if (nick === undefined) return undefined
    const conversation = { id: room, kind: 'room' as const }
    return { conversation, from: { id: from, name: nick }, own: reading.nickIn(room) === nick, room }
  }
  const own = bareOf(from) === reading.own
  const peer = own ? fullOf(attribute(message, 'to') ?? reading.own) : from
  const inRoom = reading.nickIn(bareOf(peer)) !== undefined || message.getChild('x', ns.mucUser) !== undefined
  const id = inRoom && resourceOf(peer) !== undefined ? peer : bareOf(peer)
  if (!id.includes('@') && !message.getChildText('body')) return undefined
  const person = own ? { id: reading.own } : inRoom ? { id, name: resourceOf(peer) ?? id } : { id }
  return { conversation: { id, kind: 'direct' }, from: person, own, room: undefined }
}

function keyOf(received: Received, scene: Scene, reading: Reading): string {
  const { message } = received
  const originId = originIdOf(message)
  if (scene.own && originId) return ownKey(originId)
  const messageId = attribute(message, 'id')
  if (scene.room) {
    const id = received.archiveId ?? stanzaIdBy(message, scene.room)
    if (id) return inRoomKey(scene.room, id, messageId)
  } else {
    const id = archiveIdOf(received, reading.own)
    if (id) return archivedKey(id, messageId)
  }
  return derivedKey(message, received.sentAt)
}

/** The account has read theirs with another program, which is told to all of its programs (XEP-0280, XEP-0333). */
function seenEvents(message: Element, { conversation }: Scene, at: Date): NetworkEvent[] {
  const marker = childIn(message, ns.markers)
  const id = attribute(marker, 'id')
  if (!id || marker?.getName() !== 'displayed') return []
  const target = sentKey({ id: conversation.id, own: false }, id)
  return [{ kind: 'seen', key: `seen-by-us:${target}`, target, at }]
}

function receiptEvents(message: Element, scene: Scene, at: Date): NetworkEvent[] {
  if (scene.room) return []
  if (scene.own) return seenEvents(message, scene, at)
  const found = [childIn(message, ns.receipts), childIn(message, ns.markers)]
  const states = { received: 'delivered', displayed: 'read', acknowledged: 'read' } as const
  return found.flatMap(element => {
    const name = element?.getName()
    const id = attribute(element, 'id')
    if (!id || (name !== 'received' && name !== 'displayed' && name !== 'acknowledged')) return []
    const state = states[name]
    const { conversation } = scene
    const key = `receipt:${conversation.id}:${state}:${id}`
    return [{ kind: 'receipt', key, target: sentKey({ id: '', own: true }, id), conversation, state, at } as const]
  })
}

const refusals: Readonly<Record<string, string>> = {
  'service-unavailable': 'This address does not exist, or does not take messages from people it does not know.',
  'item-not-found': 'This address does not exist.',
  'recipient-unavailable': 'This person can not be reached now.',
  'remote-server-not-found': 'The server of this address can not be found.',
  'remote-server-timeout': 'The server of this address does not answer.',
  forbidden: 'This person or room does not take messages from you.',
  'not-allowed': 'The server does not allow this.',
  'not-acceptable': 'This person does not take messages from people who are not contacts, or you are not in the room.',
  'policy-violation': 'The server refused the message by its own rules.',
  'resource-constraint': 'The other side can not take more messages now.',
  conflict: 'Somebody in the room already has this name.',
  'registration-required': 'Only members may enter this room.',
  'not-authorized': 'This room asks for a password.',
}

export function refusalText(condition: string, text: string): string {
  return refusals[condition] ?? (text || `The server refused it (${condition}).`)
}

function failureEvents(message: Element, conversation: RemoteConversation, at: Date, reading: Reading): NetworkEvent[] {
  const id = attribute(message, 'id')
  const error = message.getChild('error')
  if (!id || !error || bareOf(attribute(message, 'from') ?? '') === reading.own) return []
  const code =
    error
      .getChildElements()
      .find(child => child.getName() !== 'text')
      ?.getName() ?? 'unknown'
  const text = refusalText(code, error.getChildText('text') ?? '')
  const target = sentKey({ id: '', own: true }, id)
  return [{ kind: 'failed', key: `failed:${conversation.id}:${id}`, target, code, text, at }]
}
