import type { RemoteId, RoomMember, RoomView } from '../contract.ts'
import type { Support } from './wire/support.ts'

type Room = {
  name: string
  topic: string | undefined
  inside: boolean
  members: Map<string, { nick: string; modes: Set<string> }>
  /** NAMES under way: replaces the members when it is complete. */
  arriving: Room['members'] | undefined
}

type Deps = { fold(name: string): string; support(): Support; me(): string; idOf(nick: string): RemoteId }

/** Channels and who is in them, from JOIN, PART, NAMES and MODE. */
export function roomBook({ fold, support, me, idOf }: Deps) {
  const rooms = new Map<RemoteId, Room>()
  const roomOf = (name: string): Room => {
    const id = fold(name)
    const room = rooms.get(id) ?? { name, topic: undefined, inside: false, members: new Map(), arriving: undefined }
    rooms.set(id, room)
    return room
  }
  const isMe = (nick: string) => fold(nick) === fold(me())
  return {
    idOf: (name: string): RemoteId => fold(name),
    has: (id: RemoteId): boolean => rooms.get(id)?.inside ?? false,
    titleOf: (id: RemoteId): string => rooms.get(id)?.name ?? id,
    joined(name: string, nick: string): void {
      const room = roomOf(name)
      if (isMe(nick)) {
        Object.assign(room, { name, inside: true, members: new Map(), topic: undefined })
      }
      room.members.set(fold(nick), { nick, modes: new Set() })
    },
    left(name: string, nick: string): void {
      if (isMe(nick)) rooms.delete(fold(name))
      else rooms.get(fold(name))?.members.delete(fold(nick))
    },
    /** The channels that saw them go. */
    gone(nick: string): RemoteId[] {
      return [...rooms].flatMap(([id, room]) => (room.members.delete(fold(nick)) ? [id] : []))
    },
    renamed(from: string, to: string): void {
      for (const room of rooms.values()) {
        const member = room.members.get(fold(from))
        if (!member) continue
        room.members.delete(fold(from))
        room.members.set(fold(to), { ...member, nick: to })
      }
    },
    topic(name: string, topic: string): void {
      const room = rooms.get(fold(name))
      if (room) room.topic = topic
    },
    /** 353: names with all their symbols before them, perhaps with user and host behind. Gives the nicks with their hosts. */
    names(name: string, list: string): string[] {
      const room = rooms.get(fold(name))
      if (!room) return []
      room.arriving ??= new Map()
      const { prefixes } = support()
      const sources: string[] = []
      for (const word of list.split(' ').filter(Boolean)) {
        let at = 0
        const modes = new Set<string>()
        for (let prefix = find(word, at); prefix; prefix = find(word, at)) {
          modes.add(prefix.mode)
          at += 1
        }
        const source = word.slice(at)
        const nick = source.replace(/!.*$/s, '')
        if (nick === '') continue
        room.arriving.set(fold(nick), { nick, modes })
        sources.push(source)
      }
      return sources
      function find(word: string, at: number) {
        return prefixes.find(each => each.symbol === word[at])
      }
    },
    namesEnd(name: string): void {
      const room = rooms.get(fold(name))
      if (room?.arriving) room.members = room.arriving
      if (room) room.arriving = undefined
    },
    /** MODE of a channel: only what people are there is kept. */
    modes(name: string, letters: string, params: readonly string[]): void {
      const room = rooms.get(fold(name))
      const { modesWithParam, prefixes } = support()
      let set = true
      let at = 0
      for (const letter of letters) {
        if (letter === '+' || letter === '-') {
          set = letter === '+'
          continue
        }
        const takes = modesWithParam.always.includes(letter) || (set && modesWithParam.whenSet.includes(letter))
        const param = takes ? params[at++] : undefined
        if (param === undefined || !prefixes.some(prefix => prefix.mode === letter)) continue
        const member = room?.members.get(fold(param))
        if (set) member?.modes.add(letter)
        else member?.modes.delete(letter)
      }
    },
    /** They are in a channel with us, so what they do there is told. */
    sees: (nick: string): boolean => [...rooms.values()].some(room => room.inside && room.members.has(fold(nick))),
    list: (): RoomView[] =>
      [...rooms]
        .filter(([, room]) => room.inside)
        .map(([id, room]) => ({
          id,
          title: room.name,
          ...(room.topic ? { subject: room.topic } : {}),
          nick: me(),
          members: [...room.members.values()].map(
            (member): RoomMember => ({ name: member.nick, id: idOf(member.nick), role: roleOf(member.modes) }),
          ),
        })),
  }
}

const roleOf = (modes: ReadonlySet<string>): RoomMember['role'] =>
  modes.has('q') ? 'owner' : modes.has('a') || modes.has('o') || modes.has('h') ? 'admin' : 'member'
