import { minuteMs } from '#kernel/clock.ts'
import type { NetworkEvent } from '../contract.ts'
import { ctcpAnswers } from './ctcp.ts'
import { rememberPeer } from './cursor.ts'
import { type MessageEvent, type Reading, type Said, saidIn, timeOf } from './inbound.ts'
import { idKey, ownKey, sentMark } from './keys.ts'
import type { Scene } from './scene.ts'
import { type Line, sourceOf } from './wire/line.ts'

type Deps = {
  scene: Scene
  /** True when the line is the echo of what is being sent: its sender then tells it. */
  takeEcho(said: Said, label: string | undefined): boolean
  hearService(nick: string, text: string): void
  /** `wrote`: just now, so they are there. */
  met(id: string, nick: string, wrote: boolean): void
}

/** Messages, typing, reactions and withdrawals, live or played back. */
export function talk({ scene, takeEcho, hearService, met }: Deps) {
  const { cursor, people, rooms, fold } = scene
  const ctcps = ctcpAnswers(scene)
  const session = crypto.randomUUID()
  let serial = 0

  const reading = (): Reading => ({
    me: scene.me(),
    formerNicks: cursor.nicks,
    fold,
    support: scene.support(),
    people,
    accountTags: scene.caps.has('account-tag'),
    titleOf: rooms.titleOf,
    now: scene.now(),
    since: new Date(cursor.since),
    serial: () => `live:${session}:${++serial}`,
  })

  /** What a bouncer shows of our own words gets the name under which we sent them. */
  function recognise(said: Said): MessageEvent {
    const { event } = said
    const mark = sentMark(said.to, said.raw)
    const near = (at: string) => Math.abs(event.sentAt.getTime() - Date.parse(at)) < 15 * minuteMs
    const ours = cursor.sent.findLast(each => each.mark === mark && near(each.at))
    if (!ours) return event
    return { ...event, key: ownKey(ours.txn), otherKeys: [...new Set([ours.txn, event.key, ...event.otherKeys])] }
  }

  function messages(line: Line, playback: boolean, live = false): MessageEvent[] {
    const said = saidIn(line, reading(), playback)
    if (!said) return []
    const source = sourceOf(line.source)
    if (!playback && !said.own)
      people.note(said.nick, {
        user: source.user,
        host: source.host,
        ...(scene.caps.has('account-tag') ? { account: line.tags.get('account') ?? null } : {}),
      })
    if (said.service) {
      // Our own lines to the services hold passwords: they are nobody's conversation.
      if (!said.own && !playback) hearService(said.nick, said.event.text)
      return []
    }
    // By the line's place and not its stamp, for a server's clock may be wrong.
    if (said.own && live && takeEcho(said, line.tags.get('label'))) return []
    const event = said.own ? recognise(said) : said.event
    if (said.ctcp && said.ctcp.command !== 'ACTION') {
      if (said.own || said.notice) return []
      const words = ctcps.take(said, !playback)
      return words === undefined ? [] : remembered({ ...event, text: words }, !playback)
    }
    return event.text.trim() === '' ? [] : remembered(event, !playback)
  }

  function remembered(event: MessageEvent, now: boolean): MessageEvent[] {
    const { conversation, sentAt } = event
    if (conversation.kind === 'room') {
      const room = cursor.rooms[conversation.id]
      if (room && room.at < sentAt.toISOString()) room.at = sentAt.toISOString()
    } else {
      const nick = event.own ? conversation.title : event.from.name
      rememberPeer(cursor, conversation.id, nick ?? conversation.id, sentAt)
      met(conversation.id, nick ?? conversation.id, now && !event.own)
    }
    return [event]
  }

  function tagged(line: Line): void {
    const said = saidIn({ ...line, params: [line.params[0] ?? '', ''] }, reading(), false)
    if (!said || said.own || said.service) return
    const { conversation, from, sentAt } = said.event
    const typing = line.tags.get('+typing') ?? line.tags.get('+draft/typing')
    if (typing !== undefined) scene.tell({ kind: 'typing', conversation, person: from, on: typing === 'active' })
    const emoji = line.tags.get('+draft/react')
    const target = line.tags.get('+draft/reply') ?? line.tags.get('+reply')
    if (emoji && target)
      scene.push({
        kind: 'reaction',
        key: said.event.key,
        target: idKey(target),
        conversation,
        from,
        emoji: [emoji],
        at: sentAt,
      })
  }

  function withdrawn(line: Line): void {
    const [target = '', msgid = ''] = line.params
    const said = saidIn({ ...line, params: [target, ''] }, reading(), false)
    if (!said || msgid === '') return
    const { conversation, from } = said.event
    scene.push({
      kind: 'retract',
      key: `retract:${msgid}`,
      target: idKey(msgid),
      conversation,
      from,
      at: timeOf(line) ?? scene.now(),
    })
  }

  return {
    reading,
    /** True when the line was talk. */
    take(line: Line): boolean {
      switch (line.command) {
        case 'PRIVMSG':
        case 'NOTICE':
          scene.push(...messages(line, isOld(line, scene.now()), true))
          return true
        case 'TAGMSG':
          tagged(line)
          return true
        case 'REDACT':
          withdrawn(line)
          return true
        default:
          return false
      }
    },
    /** The lines of a playback, in their order. */
    played(lines: readonly Line[]): NetworkEvent[] {
      return lines
        .filter(line => line.command === 'PRIVMSG' || line.command === 'NOTICE')
        .flatMap(line => messages(line, true))
    },
    remembered,
  }
}

/** Bouncers without batches play back in lines whose stamp tells their age. */
function isOld(line: Line, now: Date): boolean {
  const at = timeOf(line)
  return at !== undefined && now.getTime() - at.getTime() > minuteMs / 2
}
