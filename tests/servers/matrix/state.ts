import { randomBytes } from 'node:crypto'

export type Content = Record<string, unknown>
export type StoredEvent = {
  seq: number
  room: string
  type: string
  event_id: string
  sender: string
  origin_server_ts: number
  state_key?: string
  content: Content
  redacts?: string
  prev_content?: Content
  redacted_because?: StoredEvent
  /** Who may see the transaction id, and which it was. */
  txn?: { device: string; id: string }
}

export type User = {
  id: string
  password: string
  name: string
  avatar?: string
  direct: Content | undefined
  accountSeq: number
  presence: { state: 'online' | 'unavailable' | 'offline'; status?: string; seq: number }
  /** Sync requests that wait now. */
  polls: number
}

export type Device = { id: string; user: string; token: string | undefined; txns: Map<string, string> }

export type StoredRoom = {
  id: string
  events: StoredEvent[]
  state: Map<string, StoredEvent>
  receipts: Map<string, { event: string; ts: number; seq: number }>
  typing: { users: Map<string, NodeJS.Timeout>; seq: number }
}

/** What the server refuses, in the specification's words. */
export class Refused extends Error {
  readonly status: number
  readonly errcode: string
  readonly more: object
  constructor(status: number, errcode: string, text: string, more: object = {}) {
    super(text)
    this.status = status
    this.errcode = errcode
    this.more = more
  }
}

const random = (bytes = 9) => randomBytes(bytes).toString('base64url').replaceAll(/[-_]/g, 'x')
export const serverName = 'kith.test'

/** Users, rooms and their events, as a homeserver keeps them; outlives the listening socket. */
export function homeState() {
  const users = new Map<string, User>()
  const devices = new Map<string, Device>()
  const tokens = new Map<string, { device: Device; gone?: 'soft' | 'hard' }>()
  const rooms = new Map<string, StoredRoom>()
  const media = new Map<string, { bytes: Buffer; type: string; name: string | undefined }>()
  const filters = new Map<string, unknown>()
  const watchers = new Set<() => void>()
  const purges = new Map<string, number>()
  let seq = 0
  let encryptsDirect = false

  const changed = () => {
    for (const watcher of [...watchers]) watcher()
  }
  const next = () => {
    seq += 1
    queueMicrotask(changed)
    return seq
  }
  const userOf = (id: string): User => {
    const user = users.get(id)
    if (!user) throw new Refused(404, 'M_NOT_FOUND', 'No such user')
    return user
  }
  const roomOf = (id: string): StoredRoom => {
    const room = rooms.get(id)
    if (!room) throw new Refused(404, 'M_NOT_FOUND', 'No such room')
    return room
  }
  const stateKey = (type: string, key: string) => `${type}\u0000${key}`
  const stateOf = (room: StoredRoom, type: string, key = '') => room.state.get(stateKey(type, key))
  const membershipOf = (room: StoredRoom, user: string) => stateOf(room, 'm.room.member', user)?.content.membership

  function powerOf(room: StoredRoom, user: string): number {
    const users: unknown = stateOf(room, 'm.room.power_levels')?.content.users
    const level: unknown = typeof users === 'object' && users !== null ? Reflect.get(users, user) : undefined
    return typeof level === 'number' ? level : 0
  }

  function append(
    room: StoredRoom,
    given: {
      type: string
      sender: string
      content: Content
      state_key?: string
      redacts?: string
      txn?: { device: string; id: string }
    },
  ): StoredEvent {
    const before = given.state_key === undefined ? undefined : stateOf(room, given.type, given.state_key)
    const event: StoredEvent = {
      seq: next(),
      room: room.id,
      event_id: `$${random(24)}`,
      origin_server_ts: Date.now(),
      ...given,
      ...(before ? { prev_content: before.content } : {}),
    }
    room.events.push(event)
    if (given.state_key !== undefined) room.state.set(stateKey(given.type, given.state_key), event)
    return event
  }

  function member(room: StoredRoom, sender: string, user: string, membership: string, more: Content = {}): StoredEvent {
    const { name } = userOf(user)
    return append(room, {
      type: 'm.room.member',
      sender,
      state_key: user,
      content: { membership, ...(membership === 'leave' ? {} : { displayname: name }), ...more },
    })
  }

  return {
    users,
    devices,
    tokens,
    rooms,
    media,
    filters,
    random,
    changed,
    next,
    now: () => seq,
    userOf,
    roomOf,
    stateOf,
    membershipOf,
    powerOf,
    append,
    member,
    lostSince: (room: StoredRoom, since: number) => (purges.get(room.id) ?? 0) > since,
    /** As an administrator's purge does: what was said is gone, what holds is not. */
    purge(room: StoredRoom): void {
      room.events = []
      purges.set(room.id, next())
    },
    encryptDirectRooms(on: boolean) {
      encryptsDirect = on
    },
    addUser(localpart: string, password: string): User {
      const id = `@${localpart}:${serverName}`
      if (users.has(id)) throw new Refused(400, 'M_USER_IN_USE', 'This name is taken')
      const user: User = {
        id,
        password,
        name: localpart,
        direct: undefined,
        accountSeq: 0,
        presence: { state: 'offline', seq: 0 },
        polls: 0,
      }
      users.set(id, user)
      return user
    },
    signIn(user: string, wanted: string | undefined): Device {
      const id = wanted ?? random(6).toUpperCase()
      const device = devices.get(`${user} ${id}`) ?? { id, user, token: undefined, txns: new Map() }
      if (device.token !== undefined) tokens.set(device.token, { device, gone: 'hard' })
      device.token = `tok_${random(18)}`
      devices.set(`${user} ${id}`, device)
      tokens.set(device.token, { device })
      return device
    },
    wait(done: () => boolean, timeoutMs: number, signal: AbortSignal): Promise<void> {
      return new Promise(resolve => {
        const end = () => {
          clearTimeout(timer)
          watchers.delete(look)
          signal.removeEventListener('abort', end)
          resolve()
        }
        const look = () => {
          if (done()) end()
        }
        const timer = setTimeout(end, timeoutMs)
        watchers.add(look)
        signal.addEventListener('abort', end)
        if (signal.aborted) end()
        else look()
      })
    },
    setPresence(user: string, state: User['presence']['state'], status?: string): void {
      const { presence } = userOf(user)
      if (presence.state === state && presence.status === status) return
      userOf(user).presence = { state, seq: next(), ...(status === undefined ? {} : { status }) }
    },
    createRoom(creator: string, given: Content): StoredRoom {
      const id = `!${random(12)}:${serverName}`
      const room: StoredRoom = {
        id,
        events: [],
        state: new Map(),
        receipts: new Map(),
        typing: { users: new Map(), seq: 0 },
      }
      rooms.set(id, room)
      const invites = Array.isArray(given.invite) ? given.invite.map(String) : []
      const state = (type: string, content: Content, state_key = '') =>
        append(room, { type, sender: creator, state_key, content })
      const extra =
        typeof given.creation_content === 'object' && given.creation_content ? { ...given.creation_content } : {}
      state('m.room.create', { ...extra, room_version: '11' })
      member(room, creator, creator, 'join')
      const equals = given.preset === 'trusted_private_chat' ? invites : []
      state('m.room.power_levels', {
        users: Object.fromEntries([creator, ...equals].map(user => [user, 100])),
        users_default: 0,
        events_default: 0,
        state_default: 50,
        redact: 50,
        kick: 50,
        invite: 0,
      })
      if (typeof given.room_alias_name === 'string')
        state('m.room.canonical_alias', { alias: `#${given.room_alias_name}:${serverName}` })
      const open = given.preset === 'public_chat' || given.visibility === 'public'
      state('m.room.join_rules', { join_rule: open ? 'public' : 'invite' })
      state('m.room.history_visibility', { history_visibility: 'shared' })
      if (encryptsDirect && given.is_direct === true) state('m.room.encryption', { algorithm: 'm.megolm.v1.aes-sha2' })
      for (const each of Array.isArray(given.initial_state) ? given.initial_state : [])
        state(String(each.type), each.content, typeof each.state_key === 'string' ? each.state_key : '')
      if (typeof given.name === 'string') state('m.room.name', { name: given.name })
      if (typeof given.topic === 'string') state('m.room.topic', { topic: given.topic })
      for (const user of invites)
        member(room, creator, user, 'invite', given.is_direct === true ? { is_direct: true } : {})
      return room
    },
    redact(room: StoredRoom, target: string, redaction: StoredEvent): void {
      const event = room.events.find(each => each.event_id === target)
      if (!event) return
      event.content = event.type === 'm.room.member' ? { membership: event.content.membership } : {}
      event.redacted_because = redaction
    },
  }
}

export type HomeState = ReturnType<typeof homeState>

/** As a client sees it. */
export function shown(event: StoredEvent, device: string | undefined, withRoom = false): Content {
  return {
    type: event.type,
    event_id: event.event_id,
    sender: event.sender,
    origin_server_ts: event.origin_server_ts,
    content: event.content,
    ...(event.state_key === undefined ? {} : { state_key: event.state_key }),
    ...(event.redacts === undefined ? {} : { redacts: event.redacts }),
    ...(withRoom ? { room_id: event.room } : {}),
    unsigned: {
      ...(event.prev_content ? { prev_content: event.prev_content } : {}),
      ...(event.txn && event.txn.device === device ? { transaction_id: event.txn.id } : {}),
      ...(event.redacted_because ? { redacted_because: shown(event.redacted_because, undefined) } : {}),
    },
  }
}
