import type { RemoteConversation, RemoteId, RemotePerson, RoomMember, RoomView } from '../../contract.ts'
import { localPartOf } from '../address.ts'
import { type BridgeInfo, bridgeTypes, readBridge } from '../bridges.ts'
import type { JoinedRoom, RoomEvent } from '../wire/shapes.ts'

type Membership = 'join' | 'invite' | 'leave' | 'ban' | 'knock'

/** What is known of a room that we are in. */
export type Room = {
  readonly id: RemoteId
  name: string | undefined
  alias: string | undefined
  topic: string | undefined
  isSpace: boolean
  /** Rooms that a space lists. */
  readonly children: Set<RemoteId>
  encrypted: boolean
  readonly bridges: Map<string, BridgeInfo>
  readonly members: Map<string, { membership: Membership; name: string | undefined }>
  heroes: readonly string[]
  joinedCount: number | undefined
  /** Programs that are members like people and are none (MSC4171). */
  helpers: ReadonlySet<string>
  /** Whom an invitation calls the other side of a conversation between two. */
  invitedWith: string | undefined
  powers: ReadonlyMap<string, number>
  /** Instant of the latest message, to choose among several rooms with one person. */
  lastAt: number
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined

const memberships: readonly Membership[] = ['join', 'invite', 'leave', 'ban', 'knock']

/** All rooms of the account, from the state events that the server tells. */
export function roomBook(me: string) {
  const rooms = new Map<RemoteId, Room>()
  let direct: ReadonlyMap<RemoteId, string> = new Map()

  function enter(id: RemoteId): Room {
    const known = rooms.get(id)
    if (known) return known
    const room: Room = {
      id,
      name: undefined,
      alias: undefined,
      topic: undefined,
      isSpace: false,
      children: new Set(),
      encrypted: false,
      bridges: new Map(),
      members: new Map(),
      heroes: [],
      joinedCount: undefined,
      helpers: new Set(),
      invitedWith: undefined,
      powers: new Map(),
      lastAt: 0,
    }
    rooms.set(id, room)
    return room
  }

  function takeState(room: Room, event: RoomEvent): void {
    const { content, state_key: key } = event
    if (key === undefined) return
    switch (event.type) {
      case 'm.room.create':
        room.isSpace = content.type === 'm.space'
        return
      case 'm.room.name':
        room.name = textOf(content.name)
        return
      case 'm.room.canonical_alias':
        room.alias = textOf(content.alias)
        return
      case 'm.room.topic':
        room.topic = textOf(content.topic)
        return
      case 'm.room.encryption':
        // Encryption can't be switched off again (specification, m.room.encryption).
        room.encrypted = true
        return
      case 'm.room.member':
        takeMember(room, event, key)
        return
      case 'm.room.power_levels':
        room.powers = new Map(
          Object.entries(content.users ?? {}).flatMap(([user, level]) =>
            typeof level === 'number' ? [[user, level] as const] : [],
          ),
        )
        return
      case 'm.space.child':
        if (Array.isArray(content.via)) room.children.add(key)
        else room.children.delete(key)
        return
      case 'io.element.functional_members':
        room.helpers = new Set(
          (Array.isArray(content.service_members) ? content.service_members : []).filter(
            each => typeof each === 'string',
          ),
        )
        return
      default:
    }
    if (!bridgeTypes.has(event.type)) return
    const bridge = readBridge(content)
    if (bridge) room.bridges.set(`${event.type} ${key}`, bridge)
    else room.bridges.delete(`${event.type} ${key}`)
  }

  function takeMember(room: Room, event: RoomEvent, user: string): void {
    const membership = memberships.find(each => each === event.content.membership)
    if (!membership) return
    room.members.set(user, { membership, name: textOf(event.content.displayname) })
    const before = event.unsigned?.prev_content
    // Who came in by an invitation that called it a conversation between two (specification, direct messaging).
    if (membership === 'join' && user !== me && before?.is_direct === true) room.invitedWith = user
    if (membership !== 'invite' || event.content.is_direct !== true) return
    if (user === me) room.invitedWith = event.sender
    else if (event.sender === me) room.invitedWith = user
  }

  const bridgeOf = (room: Room): BridgeInfo | undefined =>
    [...room.bridges.values()].find(bridge => bridge.tool !== undefined) ?? room.bridges.values().next().value

  /** People in it beside us; bridges' bots and other helpers are none. */
  function others(room: Room): string[] {
    const bots = new Set([...room.bridges.values()].flatMap(bridge => bridge.bot ?? []))
    const there = [...room.members].flatMap(([user, { membership }]) =>
      membership === 'join' || membership === 'invite' ? [user] : [],
    )
    return [...new Set([...there, ...room.heroes])].filter(
      user =>
        user !== me &&
        !bots.has(user) &&
        !room.helpers.has(user) &&
        !['leave', 'ban'].includes(room.members.get(user)?.membership ?? ''),
    )
  }

  /** The other side, when the room is a conversation between two. */
  function peerOf(room: Room): string | undefined {
    if (room.isSpace) return undefined
    const bridge = bridgeOf(room)
    const people = others(room)
    if (bridge?.kind === 'room' || bridge?.kind === 'space') return undefined
    if (bridge?.kind === 'direct') return people[0] ?? direct.get(room.id)
    const named = direct.get(room.id) ?? room.invitedWith
    if (named !== undefined) return people.some(user => user !== named) && people.length > 1 ? undefined : named
    return bridge && people.length === 1 ? people[0] : undefined
  }

  const nameIn = (room: Room | undefined, user: string): string | undefined => room?.members.get(user)?.name

  function nameOf(user: string): string | undefined {
    for (const room of rooms.values()) {
      const name = nameIn(room, user)
      if (name !== undefined) return name
    }
    return undefined
  }

  function titleOf(room: Room): string {
    if (room.name !== undefined) return room.name
    if (room.alias !== undefined) return room.alias
    const people = others(room)
    if (people.length === 0) return room.id
    const names = people.slice(0, 3).map(user => nameIn(room, user) ?? localPartOf(user))
    const more = Math.max((room.joinedCount ?? 0) - 1, people.length) - names.length
    return more > 0 ? `${names.join(', ')} +${more}` : names.join(', ')
  }

  const roomsWith = (person: RemoteId): Room[] =>
    [...rooms.values()].filter(room => peerOf(room) === person).sort((a, b) => b.lastAt - a.lastAt)

  return {
    enter,
    find: (id: RemoteId) => rooms.get(id),
    all: () => [...rooms.values()],
    forget: (id: RemoteId) => void rooms.delete(id),
    takeState,
    takeSummary(room: Room, summary: JoinedRoom['summary']): void {
      if (summary?.['m.heroes']) room.heroes = summary['m.heroes']
      if (summary?.['m.joined_member_count'] !== undefined) room.joinedCount = summary['m.joined_member_count']
    },
    /** `m.direct`: user ids with the rooms that are conversations with them. */
    takeDirect(content: Readonly<Record<string, readonly string[]>>): void {
      direct = new Map(Object.entries(content).flatMap(([user, ids]) => ids.map(id => [id, user] as const)))
    },
    peerOf,
    bridgeOf,
    titleOf,
    nameOf,
    /** Rooms with this person, the one used last first. */
    roomsWith,
    /** The room behind a conversation; of several with one person the one used last. */
    roomOf: (to: RemoteConversation): Room | undefined => (to.kind === 'room' ? rooms.get(to.id) : roomsWith(to.id)[0]),
    membershipOf: (room: Room, user: string): Membership | undefined => room.members.get(user)?.membership,
    personOf(room: Room, user: string): RemotePerson {
      const name = nameIn(room, user) ?? nameOf(user)
      return name === undefined ? { id: user } : { id: user, name }
    },
    conversationOf(room: Room): RemoteConversation {
      const peer = peerOf(room)
      const tool = bridgeOf(room)?.tool
      const carried = tool === undefined ? {} : { tool }
      if (peer === undefined) return { id: room.id, kind: 'room', title: titleOf(room), ...carried }
      const name = nameIn(room, peer)
      return { id: peer, kind: 'direct', ...(name === undefined ? {} : { title: name }), ...carried }
    },
    list(): RoomView[] {
      return [...rooms.values()].flatMap(room => {
        if (room.isSpace || peerOf(room) !== undefined) return []
        const members = [...room.members].flatMap(([id, member]): RoomMember[] =>
          member.membership === 'join'
            ? [{ id, name: member.name ?? localPartOf(id), role: roleOf(room.powers.get(id) ?? 0) }]
            : [],
        )
        const spaces = [...rooms.values()].flatMap(space =>
          space.isSpace && space.children.has(room.id) ? [titleOf(space)] : [],
        )
        return [
          {
            id: room.id,
            title: titleOf(room),
            ...(room.topic === undefined ? {} : { subject: room.topic }),
            nick: nameIn(room, me) ?? localPartOf(me),
            members,
            ...(spaces.length === 0 ? {} : { spaces }),
          },
        ]
      })
    },
  }
}

export type RoomBook = ReturnType<typeof roomBook>

function roleOf(power: number): RoomMember['role'] {
  if (power >= 100) return 'owner'
  return power >= 50 ? 'admin' : 'member'
}
