import { z } from 'zod'

/**
 * What the Matrix client-server specification (1.16) asks of the requests used here: data/api/client-server and data/event-schemas of
 * matrix-org/matrix-spec. Bodies may hold more than is named, as the specification allows; query parameters may not.
 */
const userId = z.string().regex(/^@[^:]+:.+$/)
const roomId = z.string().regex(/^!.+$/)
const eventId = z.string().regex(/^\$.+$/)
const mxc = z.string().regex(/^mxc:\/\/[^/]+\/[A-Za-z0-9_-]+$/)
const object = z.record(z.string(), z.unknown())
const integer = z.string().regex(/^-?\d+$/)
const flag = z.enum(['true', 'false'])
const direction = z.enum(['b', 'f'])

const eventFilter = z.looseObject({
  limit: z.int().optional(),
  not_senders: z.array(z.string()).optional(),
  not_types: z.array(z.string()).optional(),
  senders: z.array(z.string()).optional(),
  types: z.array(z.string()).optional(),
})

const roomEventFilter = eventFilter.extend({
  unread_thread_notifications: z.boolean().optional(),
  lazy_load_members: z.boolean().optional(),
  include_redundant_members: z.boolean().optional(),
  not_rooms: z.array(roomId).optional(),
  rooms: z.array(roomId).optional(),
  contains_url: z.boolean().optional(),
})

export const syncFilter = z.looseObject({
  event_fields: z.array(z.string()).optional(),
  event_format: z.enum(['client', 'federation']).optional(),
  presence: eventFilter.optional(),
  account_data: eventFilter.optional(),
  room: z
    .looseObject({
      not_rooms: z.array(roomId).optional(),
      rooms: z.array(roomId).optional(),
      ephemeral: roomEventFilter.optional(),
      include_leave: z.boolean().optional(),
      state: roomEventFilter.optional(),
      timeline: roomEventFilter.optional(),
      account_data: roomEventFilter.optional(),
    })
    .optional(),
})
export type SyncFilter = z.output<typeof syncFilter>

const json = <Shape extends z.ZodType>(shape: Shape) =>
  z.string().superRefine((text, context) => {
    try {
      const parsed = shape.safeParse(JSON.parse(text))
      if (!parsed.success) context.addIssue(parsed.error.issues[0]?.message ?? 'wrong')
    } catch {
      context.addIssue('not JSON')
    }
  })

const mentions = z.looseObject({ user_ids: z.array(userId).optional(), room: z.boolean().optional() })
const inReplyTo = z.looseObject({ event_id: eventId })
const relatesTo = z
  .looseObject({
    rel_type: z.string().optional(),
    event_id: eventId.optional(),
    is_falling_back: z.boolean().optional(),
    key: z.string().optional(),
    'm.in_reply_to': inReplyTo.optional(),
  })
  .refine(given => given.rel_type === undefined || given.event_id !== undefined, 'rel_type without event_id')

const message = z.looseObject({
  body: z.string(),
  msgtype: z.string(),
  'm.mentions': mentions.optional(),
  'm.relates_to': relatesTo.optional(),
})

const info = z.looseObject({
  mimetype: z.string().optional(),
  size: z.int().nonnegative().optional(),
  w: z.int().optional(),
  h: z.int().optional(),
  duration: z.int().optional(),
})
const file = message.extend({ url: mxc.optional(), filename: z.string().optional(), info: info.optional() })

const byMsgtype: Readonly<Record<string, z.ZodType>> = {
  'm.text': message.extend({ format: z.string().optional(), formatted_body: z.string().optional() }),
  'm.notice': message,
  'm.emote': message,
  'm.image': file,
  'm.file': file,
  'm.audio': file,
  'm.video': file,
  'm.location': message.extend({ geo_uri: z.string() }),
}

const contents: Readonly<Record<string, z.ZodType>> = {
  'm.room.message': message.superRefine((content, context) => {
    const shape = byMsgtype[content.msgtype]
    const parsed = shape?.safeParse(content)
    for (const issue of parsed?.error?.issues ?? [])
      context.addIssue({ code: 'custom', message: issue.message, path: issue.path })
    if (content['m.relates_to']?.rel_type !== 'm.replace') return
    if (!message.safeParse(content['m.new_content']).success)
      context.addIssue({ code: 'custom', message: 'an edit needs its new content', path: ['m.new_content'] })
  }),
  'm.reaction': z.looseObject({
    'm.relates_to': z.looseObject({ rel_type: z.literal('m.annotation'), event_id: eventId, key: z.string().min(1) }),
  }),
  'm.sticker': z.looseObject({ body: z.string(), url: mxc, info }),
  'm.room.encrypted': z.looseObject({
    algorithm: z.enum(['m.olm.v1.curve25519-aes-sha2', 'm.megolm.v1.aes-sha2']),
    ciphertext: z.unknown(),
  }),
  'm.room.name': z.looseObject({ name: z.string() }),
  'm.room.topic': z.looseObject({ topic: z.string() }),
  'm.room.member': z.looseObject({
    membership: z.enum(['invite', 'join', 'knock', 'leave', 'ban']),
    displayname: z.string().nullish(),
  }),
  'm.room.encryption': z.looseObject({ algorithm: z.literal('m.megolm.v1.aes-sha2') }),
  'm.space.child': z.looseObject({
    via: z.array(z.string()).optional(),
    order: z.string().optional(),
    suggested: z.boolean().optional(),
  }),
  'm.room.tombstone': z.looseObject({ body: z.string(), replacement_room: roomId }),
}

/** The content of an event that a client sends. */
export const contentRule = (type: string): z.ZodType => contents[type] ?? object

const nothing = z.strictObject({})
const reason = z.looseObject({ reason: z.string().optional() })
const paging = z.strictObject({
  from: z.string().optional(),
  to: z.string().optional(),
  dir: direction,
  limit: integer.optional(),
  filter: json(roomEventFilter).optional(),
})

const userIdentifier = z.union([
  z.looseObject({ type: z.literal('m.id.user'), user: z.string() }),
  z.looseObject({ type: z.literal('m.id.thirdparty'), medium: z.string(), address: z.string() }),
])

const login = z
  .looseObject({
    type: z.string(),
    identifier: userIdentifier.optional(),
    user: z.string().optional(),
    password: z.string().optional(),
    token: z.string().optional(),
    device_id: z.string().optional(),
    initial_device_display_name: z.string().optional(),
    refresh_token: z.boolean().optional(),
  })
  .refine(given => given.type !== 'm.login.password' || given.password !== undefined, 'password is required')
  .refine(given => given.type !== 'm.login.token' || given.token !== undefined, 'token is required')

const createRoom = z.looseObject({
  visibility: z.enum(['public', 'private']).optional(),
  room_alias_name: z.string().optional(),
  name: z.string().optional(),
  topic: z.string().optional(),
  invite: z.array(userId).optional(),
  room_version: z.string().optional(),
  creation_content: object.optional(),
  initial_state: z
    .array(z.looseObject({ type: z.string(), state_key: z.string().optional(), content: object }))
    .optional(),
  preset: z.enum(['private_chat', 'public_chat', 'trusted_private_chat']).optional(),
  is_direct: z.boolean().optional(),
  power_level_content_override: object.optional(),
})

export type Rule = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  open?: true
  query?: z.ZodType
  /** Absent: there is no body. `bytes`: anything. */
  body?: z.ZodType | 'bytes'
}

const v3 = '/_matrix/client/v3'
const v1 = '/_matrix/client/v1'

/** Every request that this server knows; any other is unrecognised. */
export const rules = {
  wellKnown: { method: 'GET', path: '/.well-known/matrix/client', open: true },
  versions: { method: 'GET', path: '/_matrix/client/versions', open: true },
  loginFlows: { method: 'GET', path: `${v3}/login`, open: true },
  login: { method: 'POST', path: `${v3}/login`, open: true, body: login },
  register: {
    method: 'POST',
    path: `${v3}/register`,
    open: true,
    query: z.strictObject({ kind: z.enum(['guest', 'user']).optional() }),
    body: z.looseObject({ username: z.string().optional(), password: z.string().optional(), auth: object.optional() }),
  },
  logout: { method: 'POST', path: `${v3}/logout`, body: z.looseObject({}) },
  whoami: { method: 'GET', path: `${v3}/account/whoami` },
  capabilities: { method: 'GET', path: `${v3}/capabilities` },
  pushRules: { method: 'GET', path: `${v3}/pushrules/` },
  makeFilter: { method: 'POST', path: `${v3}/user/:user/filter`, body: syncFilter },
  readFilter: { method: 'GET', path: `${v3}/user/:user/filter/:filter` },
  profile: { method: 'GET', path: `${v3}/profile/:user` },
  setAvatar: {
    method: 'PUT',
    path: `${v3}/profile/:user/avatar_url`,
    body: z.looseObject({ avatar_url: z.string().regex(/^mxc:\/\/[^/]+\/[^/]+$/) }),
  },
  removeAvatar: { method: 'DELETE', path: `${v3}/profile/:user/avatar_url` },
  setName: {
    method: 'PUT',
    path: `${v3}/profile/:user/displayname`,
    body: z.looseObject({ displayname: z.string().nullish() }),
  },
  sync: {
    method: 'GET',
    path: `${v3}/sync`,
    query: z.strictObject({
      filter: z.union([json(syncFilter), z.string().regex(/^[^{]/)]).optional(),
      since: z.string().optional(),
      full_state: flag.optional(),
      set_presence: z.enum(['offline', 'online', 'unavailable']).optional(),
      timeout: integer.optional(),
      use_state_after: flag.optional(),
      // The SDK under test defeats caches with it, against the specification.
      _cacheBuster: z.string().optional(),
      'org.matrix.msc4222.use_state_after': flag.optional(),
    }),
  },
  accountData: { method: 'GET', path: `${v3}/user/:user/account_data/:type` },
  setAccountData: { method: 'PUT', path: `${v3}/user/:user/account_data/:type`, body: object },
  createRoom: { method: 'POST', path: `${v3}/createRoom`, body: createRoom },
  joinAny: {
    method: 'POST',
    path: `${v3}/join/:room`,
    query: z.strictObject({ via: z.string().optional(), server_name: z.string().optional() }),
    body: reason,
  },
  join: { method: 'POST', path: `${v3}/rooms/:room/join`, body: reason },
  leave: { method: 'POST', path: `${v3}/rooms/:room/leave`, body: reason },
  invite: { method: 'POST', path: `${v3}/rooms/:room/invite`, body: reason.extend({ user_id: userId }) },
  kick: { method: 'POST', path: `${v3}/rooms/:room/kick`, body: reason.extend({ user_id: userId }) },
  send: { method: 'PUT', path: `${v3}/rooms/:room/send/:type/:txn`, body: object },
  redact: { method: 'PUT', path: `${v3}/rooms/:room/redact/:event/:txn`, body: reason },
  readState: { method: 'GET', path: `${v3}/rooms/:room/state/:type/:key?` },
  setState: { method: 'PUT', path: `${v3}/rooms/:room/state/:type/:key?`, body: object },
  messages: { method: 'GET', path: `${v3}/rooms/:room/messages`, query: paging },
  context: {
    method: 'GET',
    path: `${v3}/rooms/:room/context/:event`,
    query: z.strictObject({ limit: integer.optional(), filter: json(roomEventFilter).optional() }),
  },
  event: { method: 'GET', path: `${v3}/rooms/:room/event/:event` },
  members: {
    method: 'GET',
    path: `${v3}/rooms/:room/members`,
    query: z.strictObject({
      at: z.string().optional(),
      membership: z.string().optional(),
      not_membership: z.string().optional(),
    }),
  },
  joinedMembers: { method: 'GET', path: `${v3}/rooms/:room/joined_members` },
  timestamp: {
    method: 'GET',
    path: `${v1}/rooms/:room/timestamp_to_event`,
    query: z.strictObject({ ts: integer, dir: direction }),
  },
  relations: {
    method: 'GET',
    path: `${v1}/rooms/:room/relations/:event/:rel?/:type?`,
    query: z.strictObject({
      from: z.string().optional(),
      to: z.string().optional(),
      limit: integer.optional(),
      dir: direction.optional(),
      recurse: flag.optional(),
    }),
  },
  receipt: {
    method: 'POST',
    path: `${v3}/rooms/:room/receipt/:kind/:event`,
    body: z.looseObject({ thread_id: z.string().optional() }),
  },
  readMarkers: {
    method: 'POST',
    path: `${v3}/rooms/:room/read_markers`,
    body: z.looseObject({
      'm.fully_read': eventId.optional(),
      'm.read': eventId.optional(),
      'm.read.private': eventId.optional(),
    }),
  },
  typing: {
    method: 'PUT',
    path: `${v3}/rooms/:room/typing/:user`,
    body: z.looseObject({ typing: z.boolean(), timeout: z.int().optional() }),
  },
  presence: { method: 'GET', path: `${v3}/presence/:user/status` },
  setPresence: {
    method: 'PUT',
    path: `${v3}/presence/:user/status`,
    body: z.looseObject({ presence: z.enum(['online', 'offline', 'unavailable']), status_msg: z.string().optional() }),
  },
  upload: {
    method: 'POST',
    path: '/_matrix/media/v3/upload',
    query: z.strictObject({ filename: z.string().optional() }),
    body: 'bytes',
  },
  mediaConfig: { method: 'GET', path: `${v1}/media/config` },
  download: {
    method: 'GET',
    path: `${v1}/media/download/:server/:media`,
    // The SDK under test adds the second, which the specification knows at the older address only.
    query: z.strictObject({ timeout_ms: integer.optional(), allow_redirect: flag.optional() }),
  },
  oldMediaConfig: { method: 'GET', path: '/_matrix/media/v3/config' },
  oldDownload: { method: 'GET', path: '/_matrix/media/v3/download/:server/:media', open: true },
} as const satisfies Record<string, Rule>

export type RuleName = keyof typeof rules

/** Without a query rule there is no parameter. */
export const queryRule = (rule: Rule): z.ZodType => rule.query ?? nothing
