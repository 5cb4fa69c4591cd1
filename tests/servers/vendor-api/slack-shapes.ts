import type { Description, Operation, Schema } from './description.ts'

/**
 * The part of Slack's Web and Events API that Kith uses, written here from its reference pages (docs.slack.dev: one for each method, event and
 * object). Slack publishes descriptions for programs as well, under no licence that is named.
 */
const string: Schema = { type: 'string' }
const flag: Schema = { type: 'boolean' }
const whole: Schema = { type: 'integer' }
const ts: Schema = { type: 'string', pattern: '^\\d{10}\\.\\d{6}$' }
const id = (first: string): Schema => ({ type: 'string', pattern: `^[${first}][A-Z0-9]+$` })
const userId = id('UW')
const channelId = id('CDG')
const list = (items: Schema): Schema => ({ type: 'array', items })

/** Nothing beside what is named; a name with `?` may be absent. */
function object(fields: Readonly<Record<string, Schema>>): Schema {
  const names = Object.keys(fields)
  return {
    type: 'object',
    properties: Object.fromEntries(names.map(name => [name.replace('?', ''), fields[name]])),
    required: names.filter(name => !name.endsWith('?')),
    additionalProperties: false,
  }
}

const metadata = object({ event_type: string, event_payload: { type: 'object' } })
const file = object({
  id: id('F'),
  'created?': whole,
  'name?': string,
  'title?': string,
  'mimetype?': string,
  'filetype?': string,
  'size?': whole,
  'mode?': string,
  'user?': userId,
  'url_private?': { type: 'string', format: 'uri' },
  'url_private_download?': { type: 'string', format: 'uri' },
  'permalink?': { type: 'string', format: 'uri' },
})
const reaction = object({ name: string, count: whole, users: list(userId) })
const said = {
  type: { const: 'message' },
  ts,
  'user?': userId,
  'bot_id?': id('B'),
  'app_id?': id('A'),
  'username?': string,
  'team?': id('TE'),
  'text?': string,
  'blocks?': list({ type: 'object' }),
  'thread_ts?': ts,
  'parent_user_id?': userId,
  'edited?': object({ user: userId, ts }),
  'files?': list(file),
  'upload?': flag,
}
const message = object({
  ...said,
  'subtype?': string,
  'metadata?': metadata,
  'reactions?': list(reaction),
  'reply_count?': whole,
  'reply_users?': list(userId),
  'latest_reply?': ts,
})
const conversation = object({
  id: channelId,
  'name?': string,
  'user?': userId,
  'created?': whole,
  'creator?': userId,
  'is_channel?': flag,
  'is_group?': flag,
  'is_im?': flag,
  'is_mpim?': flag,
  'is_private?': flag,
  'is_archived?': flag,
  'is_member?': flag,
  'num_members?': whole,
})
const user = object({
  id: userId,
  team_id: id('TE'),
  name: string,
  'deleted?': flag,
  'real_name?': string,
  'tz?': string,
  'is_bot?': flag,
  'is_app_user?': flag,
  'updated?': whole,
  profile: object({
    'real_name?': string,
    'real_name_normalized?': string,
    'display_name?': string,
    'display_name_normalized?': string,
    'avatar_hash?': string,
    'email?': { type: 'string', format: 'email' },
  }),
})
const nextPage = object({ next_cursor: string })

/** Errors that every method may give; the others stand with their method. */
const everywhere = [
  'not_authed',
  'invalid_auth',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'no_permission',
  'missing_scope',
  'not_allowed_token_type',
  'ekm_access_denied',
  'access_denied',
  'deprecated_endpoint',
  'method_deprecated',
  'two_factor_setup_required',
  'accesslimited',
  'org_login_required',
  'team_access_not_granted',
  'team_added_to_org',
  'invalid_arguments',
  'invalid_arg_name',
  'invalid_array_arg',
  'invalid_charset',
  'invalid_form_data',
  'invalid_post_type',
  'missing_post_type',
  'request_timeout',
  'service_unavailable',
  'internal_error',
  'fatal_error',
  'ratelimited',
  'rate_limited',
]

type Method = {
  get?: true
  takes?: Readonly<Record<string, Schema>>
  gives?: Readonly<Record<string, Schema>>
  errors?: readonly string[]
}

function operation(name: string, { get, takes = {}, gives = {}, errors = [] }: Method): Operation {
  const fields = object(takes)
  const refused = object({
    ok: { const: false },
    error: { enum: [...everywhere, ...errors] },
    'needed?': string,
    'provided?': string,
    'callstack?': string,
  })
  return {
    id: name.replaceAll('.', '_'),
    method: get ? 'GET' : 'POST',
    path: `/${name}`,
    parameters: get
      ? Object.entries(takes).map(([key, schema]) => ({
          in: 'query',
          name: key.replace('?', ''),
          required: !key.endsWith('?'),
          schema,
        }))
      : [],
    ...(get
      ? {}
      : {
          bodies: {
            required: (fields.required as string[]).length > 0,
            types: new Map([['application/x-www-form-urlencoded', fields]]),
          },
        }),
    answers: new Map([
      ['200', object({ ok: { const: true }, ...gives, 'response_metadata?': nextPage, 'warning?': string })],
      ['default', refused],
    ]),
  }
}

const pages = { 'cursor?': string, 'limit?': { type: 'integer', minimum: 1, maximum: 1_000 } }
const span = { 'oldest?': string, 'latest?': string, 'inclusive?': flag, 'include_all_metadata?': flag, ...pages }
const noChannel = ['channel_not_found', 'not_in_channel', 'is_archived']

const methods: Readonly<Record<string, Method>> = {
  'auth.test': {
    get: true,
    gives: {
      url: { type: 'string', format: 'uri' },
      team: string,
      user: string,
      team_id: id('T'),
      user_id: userId,
      'bot_id?': id('B'),
      'is_enterprise_install?': flag,
    },
  },
  'apps.connections.open': {
    gives: { url: { type: 'string', pattern: '^wss?://' } },
    errors: ['forbidden_team', 'internal_error'],
  },
  'users.info': {
    get: true,
    takes: { user: userId, 'include_locale?': flag },
    gives: { user },
    errors: ['user_not_found', 'user_not_visible'],
  },
  'users.conversations': {
    get: true,
    takes: {
      'types?': list({ enum: ['public_channel', 'private_channel', 'mpim', 'im'] }),
      'exclude_archived?': flag,
      'user?': userId,
      'team_id?': id('T'),
      ...pages,
    },
    gives: { channels: list(conversation) },
    errors: ['invalid_cursor', 'invalid_limit', 'invalid_types'],
  },
  'conversations.info': {
    get: true,
    takes: { channel: channelId, 'include_locale?': flag, 'include_num_members?': flag },
    gives: { channel: conversation },
    errors: noChannel,
  },
  'conversations.open': {
    takes: { 'channel?': channelId, 'users?': string, 'return_im?': flag, 'prevent_creation?': flag },
    gives: { channel: conversation, 'no_op?': flag, 'already_open?': flag },
    errors: ['channel_not_found', 'user_not_found', 'user_not_visible', 'user_disabled', 'users_list_not_supplied'],
  },
  'conversations.join': {
    takes: { channel: channelId },
    gives: { channel: conversation },
    errors: ['channel_not_found', 'is_archived', 'method_not_supported_for_channel_type'],
  },
  'conversations.leave': {
    takes: { channel: channelId },
    gives: { 'not_in_channel?': flag },
    errors: ['channel_not_found', 'cant_leave_general', 'last_member', 'is_archived'],
  },
  'conversations.history': {
    get: true,
    takes: { channel: channelId, ...span },
    gives: {
      messages: list(message),
      has_more: flag,
      pin_count: whole,
      'channel_actions_ts?': { type: ['string', 'null'] },
    },
    errors: [...noChannel, 'invalid_cursor', 'invalid_ts_latest', 'invalid_ts_oldest'],
  },
  'conversations.replies': {
    get: true,
    takes: { channel: channelId, ts, ...span },
    gives: { messages: list(message), has_more: flag },
    errors: [...noChannel, 'thread_not_found', 'invalid_cursor', 'invalid_ts_latest', 'invalid_ts_oldest'],
  },
  'chat.postMessage': {
    takes: {
      channel: channelId,
      'text?': { type: 'string', maxLength: 40_000 },
      'thread_ts?': ts,
      'reply_broadcast?': flag,
      'metadata?': metadata,
      'mrkdwn?': flag,
      'parse?': { enum: ['none', 'full'] },
      'link_names?': flag,
      'unfurl_links?': flag,
      'unfurl_media?': flag,
      'blocks?': list({ type: 'object' }),
      'attachments?': list({ type: 'object' }),
      'username?': string,
      'icon_emoji?': string,
      'icon_url?': { type: 'string', format: 'uri' },
    },
    gives: { channel: channelId, ts, message },
    errors: [
      ...noChannel,
      'msg_too_long',
      'no_text',
      'restricted_action',
      'restricted_action_read_only_channel',
      'too_many_attachments',
      'messages_tab_disabled',
      'cannot_reply_to_message',
      'invalid_metadata_format',
      'metadata_too_large',
      'message_limit_exceeded',
    ],
  },
  'chat.update': {
    takes: {
      channel: channelId,
      ts,
      'text?': { type: 'string', maxLength: 40_000 },
      'parse?': { enum: ['none', 'full'] },
      'link_names?': flag,
      'metadata?': metadata,
      'blocks?': list({ type: 'object' }),
    },
    gives: { channel: channelId, ts, text: string, 'message?': message },
    errors: [...noChannel, 'message_not_found', 'cant_update_message', 'edit_window_closed', 'msg_too_long', 'no_text'],
  },
  'chat.delete': {
    takes: { channel: channelId, ts },
    gives: { channel: channelId, ts },
    errors: [...noChannel, 'message_not_found', 'cant_delete_message', 'compliance_exports_prevent_deletion'],
  },
  'reactions.add': {
    takes: { channel: channelId, timestamp: ts, name: string },
    errors: [
      ...noChannel,
      'message_not_found',
      'already_reacted',
      'invalid_name',
      'too_many_reactions',
      'no_item_specified',
    ],
  },
  'reactions.remove': {
    takes: { 'channel?': channelId, 'timestamp?': ts, name: string },
    errors: [...noChannel, 'message_not_found', 'no_reaction', 'invalid_name', 'no_item_specified'],
  },
  'files.getUploadURLExternal': {
    takes: {
      filename: string,
      length: { type: 'integer', minimum: 1 },
      'alt_txt?': { type: 'string', maxLength: 1_000 },
      'snippet_type?': string,
    },
    gives: { upload_url: { type: 'string', format: 'uri' }, file_id: id('F') },
    errors: ['file_upload_size_restricted', 'unknown_snippet_type'],
  },
  'files.completeUploadExternal': {
    takes: {
      files: { ...list(object({ id: id('F'), 'title?': string })), minItems: 1 },
      'channel_id?': channelId,
      'initial_comment?': string,
      'thread_ts?': ts,
    },
    gives: { files: list(object({ id: id('F'), 'title?': string })) },
    errors: ['file_not_found', 'channel_not_found', 'not_in_channel', 'invalid_channel', 'posting_to_channel_denied'],
  },
}

export const slackApi: Description = {
  document: {},
  operations: Object.entries(methods).map(([name, method]) => operation(name, method)),
}

const inEvent = { channel: channelId, event_ts: ts, 'channel_type?': { enum: ['im', 'mpim', 'channel', 'group'] } }
const reacted = {
  user: userId,
  reaction: string,
  item: object({ type: { const: 'message' }, channel: channelId, ts }),
  'item_user?': userId,
  event_ts: ts,
}
const hidden = { type: { const: 'message' }, ts, 'hidden?': flag, ...inEvent }
const event: Schema = {
  anyOf: [
    object({ ...said, ...inEvent }),
    object({ ...said, ...inEvent, subtype: { enum: ['file_share', 'bot_message', 'thread_broadcast', 'me_message'] } }),
    object({
      ...said,
      ...inEvent,
      subtype: { enum: ['channel_join', 'channel_leave', 'channel_topic', 'channel_purpose'] },
    }),
    object({ ...hidden, subtype: { const: 'message_changed' }, message, 'previous_message?': message }),
    object({ ...hidden, subtype: { const: 'message_deleted' }, deleted_ts: ts, 'previous_message?': message }),
    object({ type: { enum: ['reaction_added', 'reaction_removed'] }, ...reacted }),
  ],
}

/** What Slack wraps around every event, whichever way it brings it. */
export const slackDelivery: Schema = object({
  token: string,
  team_id: id('T'),
  api_app_id: id('A'),
  event,
  type: { const: 'event_callback' },
  event_id: { type: 'string', pattern: '^Ev[A-Za-z0-9]+$' },
  event_time: whole,
  'authorizations?': list(
    object({
      enterprise_id: { type: ['string', 'null'] },
      team_id: id('T'),
      user_id: userId,
      is_bot: flag,
      'is_enterprise_install?': flag,
    }),
  ),
  'is_ext_shared_channel?': flag,
  'event_context?': string,
})
