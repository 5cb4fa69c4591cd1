import { z } from 'zod'

const content = z.record(z.string(), z.unknown())

/** As the sender's server says, and any server may say anything: only what is an instant. */
const stamp = z.number().transform(ms => Math.min(Math.max(0, Math.trunc(ms)), 8_640_000_000_000_000))

/** An event in a room, as it stands in a timeline or in history. */
export const roomEvent = z.object({
  type: z.string(),
  event_id: z.string(),
  sender: z.string(),
  origin_server_ts: stamp,
  state_key: z.string().optional(),
  content: content.default({}),
  /** In rooms before version 11. */
  redacts: z.string().optional(),
  unsigned: z
    .object({
      transaction_id: z.string().optional(),
      redacted_because: z.unknown().optional(),
      prev_content: content.optional(),
    })
    .loose()
    .optional()
    .catch(undefined),
})
export type RoomEvent = z.output<typeof roomEvent>

/** State of a room that we were invited to: no ids, no times. */
export const strippedEvent = z.object({
  type: z.string(),
  sender: z.string(),
  state_key: z.string(),
  content: content.default({}),
})
export type StrippedEvent = z.output<typeof strippedEvent>

const smallEvent = z.object({ type: z.string(), sender: z.string().optional(), content: content.default({}) })
export type SmallEvent = z.output<typeof smallEvent>

/** Events one by one: one that can't be read is left out, and its neighbours stay. */
const listOf = <Shape extends z.ZodType>(shape: Shape) =>
  z
    .array(z.unknown())
    .default([])
    .transform(all =>
      all.flatMap(each => {
        const parsed = shape.safeParse(each)
        return parsed.success ? [parsed.data] : []
      }),
    )

const eventsOf = <Shape extends z.ZodType>(shape: Shape) => z.object({ events: listOf(shape) }).optional()

const joinedRoom = z.object({
  summary: z
    .object({
      'm.heroes': z.array(z.string()).optional(),
      'm.joined_member_count': z.number().optional(),
    })
    .optional()
    .catch(undefined),
  state: eventsOf(roomEvent),
  timeline: z
    .object({ events: listOf(roomEvent), limited: z.boolean().default(false), prev_batch: z.string().optional() })
    .optional(),
  ephemeral: eventsOf(smallEvent),
})
export type JoinedRoom = z.output<typeof joinedRoom>

export const syncAnswer = z.object({
  next_batch: z.string(),
  rooms: z
    .object({
      join: z.record(z.string(), joinedRoom).default({}),
      invite: z.record(z.string(), z.object({ invite_state: eventsOf(strippedEvent) })).default({}),
      leave: z
        .record(
          z.string(),
          z.object({ timeline: z.object({ events: listOf(roomEvent) }).optional(), state: eventsOf(roomEvent) }),
        )
        .default({}),
    })
    .default({ join: {}, invite: {}, leave: {} }),
  presence: eventsOf(smallEvent),
  account_data: eventsOf(smallEvent),
})
export type SyncAnswer = z.output<typeof syncAnswer>

export const messagesAnswer = z.object({
  start: z.string().optional(),
  end: z.string().optional(),
  chunk: listOf(roomEvent),
})

export const contextAnswer = z.object({
  start: z.string().optional(),
  end: z.string().optional(),
  event: roomEvent.optional(),
})

export const relationsAnswer = z.object({ chunk: listOf(roomEvent), next_batch: z.string().optional() })

export const sentAnswer = z.object({ event_id: z.string() })
export const roomAnswer = z.object({ room_id: z.string() })
export const nothing = z.unknown()
export const loginFlows = z.object({ flows: z.array(z.object({ type: z.string() }).loose()).default([]) })
export const loginAnswer = z.object({ user_id: z.string(), access_token: z.string(), device_id: z.string() })
export const whoAnswer = z.object({ user_id: z.string(), device_id: z.string().optional() })
export const versionsAnswer = z.object({
  versions: z.array(z.string()),
  unstable_features: z.record(z.string(), z.boolean()).default({}),
})
export const wellKnown = z.object({ 'm.homeserver': z.object({ base_url: z.string() }) })
export const uploadAnswer = z.object({ content_uri: z.string() })
export const mediaConfig = z.object({ 'm.upload.size': z.number().optional() })
export const foundEvent = z.object({ event_id: z.string() })
export const joinedMembers = z.object({
  joined: z.record(z.string(), z.object({ display_name: z.string().nullish() })).default({}),
})
/** `m.direct`: whom a room is a conversation with. */
export const directRooms = z.record(z.string(), z.array(z.string()).catch([]))
