import {
  ClientEvent,
  createClient,
  Filter,
  type MatrixClient,
  type MatrixEvent,
  MsgType,
  Preset,
  RoomEvent,
  SetPresence,
} from 'matrix-js-sdk'
import { type Logger, logger } from 'matrix-js-sdk/lib/logger.js'
import type { Stranger } from '#connectors/conformance/harness.ts'
import { createWatch } from './watch.ts'

const waitMs = 30_000

export type MatrixStranger = Stranger & {
  readonly client: MatrixClient
  /** The room in which both are, made when there is none. */
  room(): Promise<string>
  /** Events as the SDK has them, oldest first. */
  readonly events: readonly MatrixEvent[]
  waitFor(what: string, happened: () => boolean): Promise<void>
}

// What the SDK tells on the way is no part of a test. Parts of it use this one logger whatever they are given.
const setLevel: unknown = Reflect.get(logger, 'setLevel')
if (typeof setLevel === 'function') Reflect.apply(setLevel, logger, ['silent'])
Reflect.set(logger, 'getChild', () => logger)

const quiet: Logger = {
  trace: () => undefined,
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  getChild: () => quiet,
}

/** Another person with the official SDK, which shares no code with the connector. */
export function matrixStranger(given: {
  baseUrl: string
  user: string
  token: string
  device: string
  /** The account under test. */
  friend: string
  /** Lets the friend come into a room, from another program of theirs. */
  bringFriend(room: string): Promise<void>
}): MatrixStranger {
  const events: MatrixEvent[] = []
  const heard = new Map<string, number>()
  const { changed, until } = createWatch(waitMs, () =>
    JSON.stringify(events.slice(-6).map(event => [event.getType(), event.getContent().body])),
  )
  const client = createClient({
    baseUrl: given.baseUrl,
    userId: given.user,
    accessToken: given.token,
    deviceId: given.device,
    logger: quiet,
    // A server that was away is asked again at once: the tests wait for conditions, not for patience.
    localTimeoutMs: 60_000,
  })
  let running = false
  let shared: Promise<string> | undefined
  let saying: Promise<unknown> = Promise.resolve()

  client.on(RoomEvent.Timeline, event => {
    const id = event.getId()
    if (id === undefined || id.startsWith('~') || events.some(each => each.getId() === id)) return
    events.push(event)
    const { body } = event.getContent()
    if (event.getType() === 'm.room.message' && event.getSender() === given.friend && typeof body === 'string')
      heard.set(body, (heard.get(body) ?? 0) + 1)
    changed()
  })
  for (const name of [ClientEvent.Sync, ClientEvent.Room, RoomEvent.MyMembership, RoomEvent.Receipt] as const)
    client.on(name, changed)

  const roomsBy = (membership: string) =>
    client.getRooms().filter(room => room.getMyMembership() === membership && room.getMember(given.friend) !== null)

  /** A person sees an invitation and follows it, before they can hear anything. */
  async function comeIn(): Promise<void> {
    for (const room of roomsBy('invite')) await client.joinRoom(room.roomId)
  }

  async function meet(): Promise<string> {
    await comeIn()
    const joined = roomsBy('join')[0]
    if (joined) return joined.roomId
    const { room_id: room } = await client.createRoom({
      preset: Preset.TrustedPrivateChat,
      is_direct: true,
      invite: [given.friend],
    })
    await given.bringFriend(room)
    return room
  }

  const room = () => {
    shared ??= meet()
    return shared
  }

  function find(text: string): MatrixEvent | undefined {
    return events.findLast(event => event.getSender() === given.friend && event.getContent().body === text)
  }

  const stranger: MatrixStranger = {
    address: given.user,
    client,
    events,
    room,
    waitFor: until,
    async connect() {
      if (running) {
        client.retryImmediately()
        return until('the connection', () => client.getSyncState() === 'SYNCING')
      }
      running = true
      const filter = new Filter(given.user)
      filter.setTimelineLimit(200)
      await client.startClient({ filter, pollTimeout: 10_000 })
      await until('the first sync', () => ['PREPARED', 'SYNCING'].includes(client.getSyncState() ?? ''))
    },
    async disconnect() {
      running = false
      client.stopClient()
    },
    say(text) {
      const mine = saying.then(async () => {
        await client.sendMessage(await room(), { msgtype: MsgType.Text, body: text })
      })
      saying = mine.catch(() => undefined)
      return mine
    },
    settled: async () => void (await saying),
    async typing(on) {
      await client.sendTyping(await room(), on, 30_000)
    },
    heard: text => heard.get(text) ?? 0,
    async waitToHear(text) {
      await until(`“${text.slice(0, 30)}” or an invitation`, () => heard.has(text) || roomsBy('invite').length > 0)
      await comeIn()
      await until(`“${text.slice(0, 30)}”`, () => heard.has(text))
    },
    async confirmRead(text) {
      await stranger.waitToHear(text)
      await client.sendReadReceipt(find(text) ?? null)
    },
    async invite() {
      await client.createRoom({ preset: Preset.TrustedPrivateChat, is_direct: true, invite: [given.friend] })
    },
    waitToBeInvited: () => until('an invitation', () => roomsBy('invite').length > 0),
    accept: comeIn,
    async presence(state, status) {
      const presence = state === 'online' ? SetPresence.Online : SetPresence.Unavailable
      await client.setSyncPresence(presence)
      await client.setPresence({ presence, ...(status === undefined ? {} : { status_msg: status }) })
    },
    async [Symbol.asyncDispose]() {
      running = false
      client.stopClient()
      client.removeAllListeners()
    },
  }
  return stranger
}
