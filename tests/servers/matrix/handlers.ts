import { z } from 'zod'
import { contentRule, type RuleName, type SyncFilter, syncFilter } from './rules.ts'
import {
  type Content,
  type Device,
  type HomeState,
  Refused,
  type StoredEvent,
  type StoredRoom,
  serverName,
  shown,
} from './state.ts'
import { buildSync } from './sync.ts'

export type Asked = {
  params: Readonly<Record<string, string>>
  query: Readonly<Record<string, string>>
  body: Content
  bytes: Buffer
  type: string
  device: Device
  base: string
  signal: AbortSignal
}

export type Answer = object | { bytes: Buffer; type: string; name: string | undefined }
export type Handlers = Record<RuleName, (asked: Asked) => Answer | Promise<Answer>>

const text = z.string().catch('')
const longestPollMs = 30_000

export function handlers(state: HomeState, options: { versions(): readonly string[]; uploadSize: number }): Handlers {
  const { roomOf, stateOf, membershipOf, powerOf, append } = state

  const mine = ({ device, params }: Asked) => {
    if (params.user !== device.user) throw new Refused(403, 'M_FORBIDDEN', 'That is not you')
    return state.userOf(device.user)
  }
  const inRoom = ({ device, params }: Asked): StoredRoom => {
    const room = roomOf(params.room ?? '')
    if (membershipOf(room, device.user) !== 'join')
      throw new Refused(403, 'M_FORBIDDEN', `User ${device.user} is not in the room`)
    return room
  }
  const eventIn = (room: StoredRoom, id: string | undefined): StoredEvent => {
    const event = room.events.find(each => each.event_id === id)
    if (!event) throw new Refused(404, 'M_NOT_FOUND', 'Event not found')
    return event
  }
  const needPower = (room: StoredRoom, user: string, level: number) => {
    if (powerOf(room, user) < level) throw new Refused(403, 'M_FORBIDDEN', 'You don’t have the power to do this')
  }
  const checked = (type: string, content: Content) => {
    const parsed = contentRule(type).safeParse(content)
    const issue = parsed.error?.issues[0]
    if (issue)
      throw new Refused(400, 'M_BAD_JSON', `${type}: ${issue.path.join('.')} ${issue.message}`, { schema: true })
  }
  const once = (asked: Asked, path: string, make: (txn: { device: string; id: string }) => StoredEvent): Answer => {
    const key = `${path} ${asked.params.txn}`
    const before = asked.device.txns.get(key)
    if (before !== undefined) return { event_id: before }
    const event = make({ device: asked.device.id, id: asked.params.txn ?? '' })
    asked.device.txns.set(key, event.event_id)
    return { event_id: event.event_id }
  }
  const join = (asked: Asked): Answer => {
    const wanted = asked.params.room ?? ''
    const room = wanted.startsWith('#')
      ? [...state.rooms.values()].find(each => stateOf(each, 'm.room.canonical_alias')?.content.alias === wanted)
      : state.rooms.get(wanted)
    if (!room) throw new Refused(404, 'M_NOT_FOUND', `Room ${wanted} not found`)
    const before = membershipOf(room, asked.device.user)
    const open = stateOf(room, 'm.room.join_rules')?.content.join_rule === 'public'
    if (before === 'ban') throw new Refused(403, 'M_FORBIDDEN', 'You are banned from this room')
    if (before !== 'join' && before !== 'invite' && !open)
      throw new Refused(403, 'M_FORBIDDEN', 'You are not invited to this room')
    if (before !== 'join') state.member(room, asked.device.user, asked.device.user, 'join')
    return { room_id: room.id }
  }
  /** Tokens: `t5` stands before the event 5. */
  const seqOf = (token: string | undefined): number | undefined => {
    if (token === undefined) return undefined
    const seq = /^[ts](\d+)$/.exec(token)?.[1]
    if (seq === undefined) throw new Refused(400, 'M_INVALID_PARAM', 'Unknown pagination token')
    return Number(seq) + (token.startsWith('s') ? 1 : 0)
  }

  async function sync(asked: Asked): Promise<Answer> {
    const { device, query } = asked
    const given = query.filter
    const raw: unknown = given === undefined ? {} : given.startsWith('{') ? JSON.parse(given) : state.filters.get(given)
    const filter: SyncFilter = syncFilter.parse(raw ?? {})
    const since = query.since === undefined ? undefined : Number(/^s(\d+)$/.exec(query.since)?.[1] ?? Number.NaN)
    if (since !== undefined && !(since <= state.now())) throw new Refused(400, 'M_INVALID_PARAM', 'Unknown sync token')
    const user = state.userOf(device.user)
    const presence = query.set_presence ?? 'online'
    if (presence !== 'offline' && user.presence.state !== presence)
      state.setPresence(user.id, presence === 'unavailable' ? 'unavailable' : 'online', user.presence.status)
    user.polls += 1
    try {
      const fullState = query.full_state === 'true'
      let built: Content | undefined
      const look = () => {
        built = buildSync(state, device, { since, fullState, filter })
        return built !== undefined
      }
      const timeout = Math.min(Number(query.timeout ?? 0), longestPollMs)
      await state.wait(look, fullState || since === undefined ? 0 : timeout, asked.signal)
      return { next_batch: `s${state.now()}`, ...(built ?? {}) }
    } finally {
      user.polls -= 1
      // Who no longer asks is gone; a while is left between two questions.
      setTimeout(() => {
        if (user.polls === 0) state.setPresence(user.id, 'offline')
      }, 1_000).unref()
    }
  }

  const setTyping = (room: StoredRoom, user: string, on: boolean, forMs: number) => {
    const timer = room.typing.users.get(user)
    clearTimeout(timer)
    if (!on && timer === undefined) return
    room.typing.users.delete(user)
    if (on) room.typing.users.set(user, setTimeout(() => setTyping(room, user, false, 0), forMs).unref())
    room.typing.seq = state.next()
  }
  const mark = (room: StoredRoom, user: string, kind: string, event: string) => {
    room.receipts.set(`${kind} ${user}`, { event: eventIn(room, event).event_id, ts: Date.now(), seq: state.next() })
  }

  return {
    wellKnown: ({ base }) => ({ 'm.homeserver': { base_url: base } }),
    versions: () => ({ versions: options.versions(), unstable_features: {} }),
    loginFlows: () => ({ flows: [{ type: 'm.login.password' }] }),
    login: ({ body }) => {
      if (body.type !== 'm.login.password') throw new Refused(400, 'M_UNKNOWN', 'Bad login type')
      const identifier = z
        .looseObject({ user: text })
        .catch({ user: text.parse(body.user) })
        .parse(body.identifier)
      const id = identifier.user.startsWith('@') ? identifier.user : `@${identifier.user}:${serverName}`
      const user = state.users.get(id)
      if (!user || user.password !== body.password)
        throw new Refused(403, 'M_FORBIDDEN', 'Invalid username or password')
      const device = state.signIn(id, typeof body.device_id === 'string' ? body.device_id : undefined)
      return { user_id: id, access_token: device.token, device_id: device.id }
    },
    register: ({ body }) => {
      const auth = z.looseObject({ type: z.literal('m.login.dummy') }).safeParse(body.auth)
      if (!auth.success)
        throw new Refused(401, 'M_FORBIDDEN', 'Needs m.login.dummy', {
          flows: [{ stages: ['m.login.dummy'] }],
          params: {},
          session: 's',
        })
      const user = state.addUser(text.parse(body.username), text.parse(body.password))
      const device = state.signIn(user.id, undefined)
      return { user_id: user.id, access_token: device.token, device_id: device.id }
    },
    logout: ({ device }) => {
      if (device.token !== undefined) state.tokens.delete(device.token)
      state.devices.delete(`${device.user} ${device.id}`)
      return {}
    },
    whoami: ({ device }) => ({ user_id: device.user, device_id: device.id, is_guest: false }),
    capabilities: () => ({ capabilities: { 'm.room_versions': { default: '11', available: { 11: 'stable' } } } }),
    pushRules: () => ({ global: { override: [], content: [], room: [], sender: [], underride: [] } }),
    makeFilter: asked => {
      mine(asked)
      const id = `f${state.filters.size}`
      state.filters.set(id, asked.body)
      return { filter_id: id }
    },
    readFilter: asked => {
      const found = state.filters.get(asked.params.filter ?? '')
      if (typeof found !== 'object' || found === null) throw new Refused(404, 'M_NOT_FOUND', 'No such filter')
      return found
    },
    profile({ params }) {
      const { name, avatar } = state.userOf(params.user ?? '')
      return { displayname: name, ...(avatar ? { avatar_url: avatar } : {}) }
    },
    setAvatar(asked) {
      mine(asked).avatar = text.parse(asked.body.avatar_url)
      return {}
    },
    removeAvatar(asked) {
      delete mine(asked).avatar
      return {}
    },
    setName: asked => {
      const user = mine(asked)
      user.name = text.parse(asked.body.displayname)
      for (const room of state.rooms.values())
        if (membershipOf(room, user.id) === 'join') state.member(room, user.id, user.id, 'join')
      return {}
    },
    sync,
    accountData: asked => {
      const { direct } = mine(asked)
      if (asked.params.type !== 'm.direct' || direct === undefined)
        throw new Refused(404, 'M_NOT_FOUND', 'Account data not found')
      return direct
    },
    setAccountData: asked => {
      const user = mine(asked)
      if (asked.params.type === 'm.direct') {
        user.direct = asked.body
        user.accountSeq = state.next()
      }
      return {}
    },
    createRoom: ({ device, body }) => ({ room_id: state.createRoom(device.user, body).id }),
    joinAny: join,
    join,
    leave: ({ device, params }) => {
      const room = roomOf(params.room ?? '')
      const before = membershipOf(room, device.user)
      if (before !== 'join' && before !== 'invite') throw new Refused(403, 'M_FORBIDDEN', 'You are not in the room')
      state.member(room, device.user, device.user, 'leave')
      return {}
    },
    invite: asked => {
      const room = inRoom(asked)
      state.member(room, asked.device.user, text.parse(asked.body.user_id), 'invite')
      return {}
    },
    kick: asked => {
      const room = inRoom(asked)
      needPower(room, asked.device.user, 50)
      const reason = asked.body.reason === undefined ? {} : { reason: asked.body.reason }
      state.member(room, asked.device.user, text.parse(asked.body.user_id), 'leave', reason)
      return {}
    },
    send: asked => {
      const room = inRoom(asked)
      const { type = '' } = asked.params
      checked(type, asked.body)
      if (JSON.stringify(asked.body).length > 65_000) throw new Refused(413, 'M_TOO_LARGE', 'Event too large')
      return once(asked, `send ${room.id} ${type}`, txn =>
        append(room, { type, sender: asked.device.user, content: asked.body, txn }),
      )
    },
    redact: asked => {
      const room = inRoom(asked)
      const target = eventIn(room, asked.params.event)
      if (target.sender !== asked.device.user) needPower(room, asked.device.user, 50)
      return once(asked, `redact ${room.id} ${target.event_id}`, txn => {
        const content = { ...asked.body, redacts: target.event_id }
        const redaction = append(room, {
          type: 'm.room.redaction',
          sender: asked.device.user,
          content,
          redacts: target.event_id,
          txn,
        })
        state.redact(room, target.event_id, redaction)
        return redaction
      })
    },
    readState: asked => {
      const room = inRoom(asked)
      const found = stateOf(room, asked.params.type ?? '', asked.params.key ?? '')
      if (!found) throw new Refused(404, 'M_NOT_FOUND', 'State not found')
      return found.content
    },
    setState: asked => {
      const room = inRoom(asked)
      const { type = '', key = '' } = asked.params
      checked(type, asked.body)
      needPower(room, asked.device.user, 50)
      return {
        event_id: append(room, { type, sender: asked.device.user, content: asked.body, state_key: key }).event_id,
      }
    },
    messages: asked => {
      const room = inRoom(asked)
      const back = asked.query.dir === 'b'
      const from = seqOf(asked.query.from)
      const to = seqOf(asked.query.to)
      const limit = Math.min(Number(asked.query.limit ?? 10), 1_000)
      const line = back ? room.events.toReversed() : room.events
      const behind = (seq: number) => (back ? seq < (from ?? Number.POSITIVE_INFINITY) : seq >= (from ?? 0))
      const before = (seq: number) => to === undefined || (back ? seq >= to : seq < to)
      const found = line.filter(event => behind(event.seq) && before(event.seq))
      const chunk = found.slice(0, limit)
      const last = chunk.at(-1)
      const more = found.length > chunk.length && last
      return {
        start: asked.query.from ?? `t${state.now() + 1}`,
        chunk: chunk.map(event => shown(event, asked.device.id, true)),
        ...(more ? { end: back ? `t${last.seq}` : `t${last.seq + 1}` } : {}),
      }
    },
    context: asked => {
      const room = inRoom(asked)
      const event = eventIn(room, asked.params.event)
      return {
        start: `t${event.seq}`,
        end: `t${event.seq + 1}`,
        event: shown(event, asked.device.id, true),
        events_before: [],
        events_after: [],
        state: [],
      }
    },
    event: asked => shown(eventIn(inRoom(asked), asked.params.event), asked.device.id, true),
    members: asked => ({
      chunk: [...inRoom(asked).state.values()]
        .filter(event => event.type === 'm.room.member')
        .map(event => shown(event, asked.device.id, true)),
    }),
    joinedMembers: asked => ({
      joined: Object.fromEntries(
        [...inRoom(asked).state.values()].flatMap(event =>
          event.type === 'm.room.member' && event.content.membership === 'join'
            ? [[event.state_key ?? '', { display_name: event.content.displayname ?? null }]]
            : [],
        ),
      ),
    }),
    timestamp: asked => {
      const room = inRoom(asked)
      const ts = Number(asked.query.ts)
      const event =
        asked.query.dir === 'f'
          ? room.events.find(each => each.origin_server_ts >= ts)
          : room.events.findLast(each => each.origin_server_ts <= ts)
      if (!event) throw new Refused(404, 'M_NOT_FOUND', `Unable to find event from ${ts}`)
      return { event_id: event.event_id, origin_server_ts: event.origin_server_ts }
    },
    relations: asked => {
      const room = inRoom(asked)
      const { event: target, rel, type } = asked.params
      eventIn(room, target)
      const chunk = room.events.filter(event => {
        const relates = z.looseObject({ rel_type: text, event_id: text }).safeParse(event.content['m.relates_to'])
        return (
          relates.success &&
          relates.data.event_id === target &&
          (rel === undefined || relates.data.rel_type === rel) &&
          (type === undefined || event.type === type)
        )
      })
      return { chunk: chunk.toReversed().map(event => shown(event, asked.device.id, true)) }
    },
    receipt: asked => {
      const { kind = '', event = '' } = asked.params
      if (!['m.read', 'm.read.private', 'm.fully_read'].includes(kind))
        throw new Refused(400, 'M_INVALID_PARAM', 'Unknown receipt type')
      if (kind === 'm.read') mark(inRoom(asked), asked.device.user, kind, event)
      return {}
    },
    readMarkers: asked => {
      const read = asked.body['m.read']
      if (typeof read === 'string') mark(inRoom(asked), asked.device.user, 'm.read', read)
      return {}
    },
    typing: asked => {
      const room = inRoom(asked)
      const user = mine(asked)
      setTyping(room, user.id, asked.body.typing === true, Number(asked.body.timeout ?? 30_000))
      return {}
    },
    presence: ({ params }) => ({ presence: state.userOf(params.user ?? '').presence.state }),
    setPresence: asked => {
      const user = mine(asked)
      const wanted = z.enum(['online', 'offline', 'unavailable']).parse(asked.body.presence)
      state.setPresence(user.id, wanted, typeof asked.body.status_msg === 'string' ? asked.body.status_msg : undefined)
      return {}
    },
    upload: asked => {
      if (asked.bytes.byteLength > options.uploadSize) throw new Refused(413, 'M_TOO_LARGE', 'Upload too large')
      const id = state.random()
      state.media.set(id, { bytes: asked.bytes, type: asked.type, name: asked.query.filename })
      return { content_uri: `mxc://${serverName}/${id}` }
    },
    mediaConfig: () => ({ 'm.upload.size': options.uploadSize }),
    oldMediaConfig: () => ({ 'm.upload.size': options.uploadSize }),
    download: asked => found(asked),
    oldDownload: asked => {
      if (options.versions().includes('v1.11'))
        throw new Refused(404, 'M_NOT_FOUND', 'Media are given to those who are signed in')
      return found(asked)
    },
  }

  function found({ params }: Asked): Answer {
    const file = params.server === serverName ? state.media.get(params.media ?? '') : undefined
    if (!file) throw new Refused(404, 'M_NOT_FOUND', 'Not found')
    return file
  }
}
