import type { NetworkEvent, RemoteConversation } from '../contract.ts'
import { derivedKey, idKey } from './keys.ts'
import type { PeopleBook } from './people.ts'
import { type Ctcp, ctcpOf, plainText } from './wire/formatting.ts'
import { isServer, type Line, sourceOf } from './wire/line.ts'
import type { Support } from './wire/support.ts'

export type MessageEvent = Extract<NetworkEvent, { kind: 'message' }>

export type Reading = {
  me: string
  /** Nicks that we had; they are ours in what is played back. */
  formerNicks: readonly string[]
  fold(name: string): string
  support: Support
  people: Pick<PeopleBook, 'idOf'>
  /** The account tag is told with every message that has one. */
  accountTags: boolean
  titleOf(room: string): string
  now: Date
  /** What was said before is history. */
  since: Date
  /** A key for a line that nothing else names. */
  serial(): string
}

export type Said = {
  event: MessageEvent
  nick: string
  own: boolean
  /** Folded channel or nick that it was sent to. */
  to: string
  /** As it was on the line. */
  raw: string
  notice: boolean
  ctcp: Ctcp | undefined
  /** From the services or the bouncer itself: no human talks there. */
  service: boolean
}

const services =
  /^(?:(?:nick|chan|memo|host|oper|bot|sasl|auth|stat|info|group|user|rpg|game|help|alis)serv|alis|saslserv|global|services)$/i

/** What a PRIVMSG or NOTICE says; undefined for a server's own notices and for lines without a target. */
export function saidIn(line: Line, reading: Reading, playback: boolean): Said | undefined {
  const { fold, support } = reading
  const [addressed = '', raw = ''] = line.params
  const { nick } = sourceOf(line.source)
  if (nick === '' || addressed === '' || isServer(line.source)) return undefined
  const target = bareTarget(addressed, support)
  const own =
    fold(nick) === fold(reading.me) || (playback && reading.formerNicks.some(each => fold(each) === fold(nick)))
  const inRoom = support.channelTypes.includes(target.charAt(0))
  const peer = own ? target : nick
  const account = line.tags.get('account')
  const idOf = (name: string) =>
    name === nick && account !== undefined
      ? reading.people.idOf(name, account)
      : reading.people.idOf(name, reading.accountTags && !playback && name === nick ? null : undefined)
  const conversation: RemoteConversation = inRoom
    ? { id: fold(target), kind: 'room', title: reading.titleOf(fold(target)) }
    : { id: idOf(peer), kind: 'direct', ...(own ? { title: peer } : {}) }
  const ctcp = ctcpOf(raw)
  const stamped = timeOf(line)
  const sentAt = stamped ?? reading.now
  const facts = {
    from: own ? 'me' : fold(nick),
    to: inRoom || own ? fold(target) : 'me',
    command: line.command,
    text: raw,
  }
  const msgid = line.tags.get('msgid') || undefined
  const keys = [...(msgid ? [idKey(msgid)] : []), ...(stamped ? [derivedKey(facts, stamped)] : [])]
  const key = keys[0] ?? reading.serial()
  const replied = line.tags.get('+draft/reply') || line.tags.get('+reply')
  return {
    nick,
    own,
    to: fold(target),
    raw,
    notice: line.command === 'NOTICE',
    ctcp,
    service: services.test(peer) || peer.startsWith('*'),
    event: {
      kind: 'message',
      key,
      otherKeys: keys.slice(1),
      conversation,
      from: { id: idOf(nick), name: nick },
      own,
      text: ctcp?.command === 'ACTION' ? `*${plainText(ctcp.text).trim()}*` : plainText(raw),
      sentAt,
      history: sentAt < reading.since,
      ...(replied ? { replyTo: idKey(replied) } : {}),
    },
  }
}

/** `@#kith` reaches the operators of #kith: it belongs to that channel. */
export function bareTarget(target: string, support: Support): string {
  let at = 0
  while (
    support.statusSymbols.includes(target.charAt(at)) &&
    support.channelTypes.includes(target.charAt(at + 1) || ' ')
  )
    at += 1
  return target.slice(at)
}

/** The server's stamp (server-time), as every playback of the line repeats it. */
export function timeOf(line: Line): Date | undefined {
  const stamp = line.tags.get('time')
  if (stamp === undefined) return undefined
  const at = new Date(stamp)
  return Number.isNaN(at.getTime()) ? undefined : at
}
