import type { Description, Operation, Parameter, Schema } from './description.ts'

/**
 * The part of X's API v2 that Kith uses, written here from its reference pages (docs.x.com: users, posts, direct messages, fields, errors). X's
 * own description for programs stands under its developer agreement and is not kept here.
 */
const string: Schema = { type: 'string' }
const whole: Schema = { type: 'integer' }
const number: Schema = { type: 'string', pattern: '^[0-9]{1,19}$' }
const instant: Schema = { type: 'string', format: 'date-time' }
const list = (items: Schema): Schema => ({ type: 'array', items, minItems: 1 })
const someOf = (...names: string[]): Schema => ({ ...list({ enum: names }), uniqueItems: true })

/** A name with `?` may be absent; nothing beside what is named. */
function object(fields: Readonly<Record<string, Schema>>): Schema {
  const names = Object.keys(fields)
  return {
    type: 'object',
    properties: Object.fromEntries(names.map(name => [name.replace('?', ''), fields[name]])),
    required: names.filter(name => !name.endsWith('?')),
    additionalProperties: false,
  }
}

const user = object({
  id: number,
  name: string,
  username: { type: 'string', pattern: '^[A-Za-z0-9_]{1,15}$' },
  'created_at?': instant,
  'description?': string,
  'location?': string,
  'profile_image_url?': { type: 'string', format: 'uri' },
  'protected?': { type: 'boolean' },
  'verified?': { type: 'boolean' },
})
const post = object({
  id: number,
  text: string,
  'edit_history_tweet_ids?': list(number),
  'author_id?': number,
  'conversation_id?': number,
  'created_at?': instant,
  'in_reply_to_user_id?': number,
  'lang?': string,
  'referenced_tweets?': list(object({ type: { enum: ['retweeted', 'quoted', 'replied_to'] }, id: number })),
})
const dmConversation: Schema = { type: 'string', pattern: '^([0-9]{1,19}-[0-9]{1,19}|[0-9]{15,19})$' }
const dmEvent = object({
  id: number,
  event_type: { enum: ['MessageCreate', 'ParticipantsJoin', 'ParticipantsLeave'] },
  'text?': string,
  'sender_id?': number,
  'created_at?': instant,
  'dm_conversation_id?': dmConversation,
  'participant_ids?': list(number),
  'attachments?': object({ 'media_keys?': list(string), 'card_ids?': list(string) }),
  'referenced_tweets?': list(object({ id: number })),
})
/** Errors are problems (RFC 7807). */
const problem = object({
  title: string,
  type: string,
  'detail?': string,
  'status?': whole,
  'parameter?': string,
  'value?': string,
  'resource_id?': string,
  'resource_type?': { enum: ['user', 'tweet', 'media', 'list', 'space'] },
  'section?': string,
  'reason?': string,
})
const meta = object({
  result_count: whole,
  'next_token?': string,
  'previous_token?': string,
  'newest_id?': number,
  'oldest_id?': number,
})
const includes = object({ 'users?': list(user), 'tweets?': list(post) })
const answer = (data: Schema, more: Readonly<Record<string, Schema>> = {}) =>
  object({ 'data?': data, 'errors?': list(problem), 'includes?': includes, ...more })

const query = (name: string, schema: Schema): Parameter => ({ in: 'query', name, required: false, schema })
const path = (name: string, schema: Schema = number): Parameter => ({ in: 'path', name, required: true, schema })
const userFields = query(
  'user.fields',
  someOf(
    'id',
    'name',
    'username',
    'created_at',
    'description',
    'location',
    'profile_image_url',
    'protected',
    'verified',
    'url',
  ),
)
const postFields = query(
  'tweet.fields',
  someOf(
    'id',
    'text',
    'author_id',
    'conversation_id',
    'created_at',
    'in_reply_to_user_id',
    'lang',
    'referenced_tweets',
    'edit_history_tweet_ids',
    'entities',
    'attachments',
  ),
)

function operation(
  id: string,
  [method, address]: readonly ['GET' | 'POST' | 'DELETE', string],
  parameters: readonly Parameter[],
  [status, given]: readonly [number, Schema],
  body?: Schema,
): Operation {
  return {
    id,
    method,
    path: address,
    parameters,
    ...(body ? { bodies: { required: true, types: new Map([['application/json', body]]) } } : {}),
    answers: new Map([
      [String(status), given],
      ['default', problem],
    ]),
  }
}

export const xApi: Description = {
  document: {},
  operations: [
    operation('findMyUser', ['GET', '/2/users/me'], [userFields], [200, answer(user)]),
    operation(
      'findUserByUsername',
      ['GET', '/2/users/by/username/{username}'],
      [path('username', { type: 'string', pattern: '^[A-Za-z0-9_]{1,15}$' }), userFields],
      [200, answer(user)],
    ),
    operation(
      'usersIdMentions',
      ['GET', '/2/users/{id}/mentions'],
      [
        path('id'),
        query('max_results', { type: 'integer', minimum: 5, maximum: 100 }),
        query('pagination_token', string),
        query('since_id', number),
        query('until_id', number),
        query('start_time', instant),
        query('end_time', instant),
        query(
          'expansions',
          someOf('author_id', 'in_reply_to_user_id', 'referenced_tweets.id', 'attachments.media_keys'),
        ),
        postFields,
        userFields,
      ],
      [200, answer(list(post), { meta })],
    ),
    operation(
      'getDmEvents',
      ['GET', '/2/dm_events'],
      [
        query('max_results', { type: 'integer', minimum: 1, maximum: 100 }),
        query('pagination_token', string),
        query('event_types', someOf('MessageCreate', 'ParticipantsJoin', 'ParticipantsLeave')),
        query(
          'dm_event.fields',
          someOf(
            'id',
            'text',
            'event_type',
            'created_at',
            'dm_conversation_id',
            'sender_id',
            'participant_ids',
            'referenced_tweets',
            'attachments',
          ),
        ),
        query('expansions', someOf('sender_id', 'participant_ids', 'referenced_tweets.id', 'attachments.media_keys')),
        userFields,
      ],
      [200, answer(list(dmEvent), { meta })],
    ),
    operation(
      'dmConversationWithUserEventIdCreate',
      ['POST', '/2/dm_conversations/with/{participant_id}/messages'],
      [path('participant_id')],
      [201, answer(object({ dm_conversation_id: dmConversation, dm_event_id: number }))],
      object({
        text: { type: 'string', minLength: 1, maxLength: 10_000 },
        'attachments?': { ...list(object({ media_id: number })), maxItems: 1 },
      }),
    ),
    operation(
      'createTweet',
      ['POST', '/2/tweets'],
      [],
      [201, answer(object({ id: number, text: string, 'edit_history_tweet_ids?': list(number) }))],
      object({
        text: { type: 'string', minLength: 1, maxLength: 25_000 },
        'reply?': object({ in_reply_to_tweet_id: number, 'exclude_reply_user_ids?': list(number) }),
        'quote_tweet_id?': number,
        'reply_settings?': { enum: ['following', 'mentionedUsers', 'subscribers', 'verified'] },
      }),
    ),
    operation(
      'usersIdLike',
      ['POST', '/2/users/{id}/likes'],
      [path('id')],
      [200, answer(object({ liked: { type: 'boolean' } }))],
      object({ tweet_id: number }),
    ),
    operation(
      'usersIdUnlike',
      ['DELETE', '/2/users/{id}/likes/{tweet_id}'],
      [path('id'), path('tweet_id')],
      [200, answer(object({ liked: { type: 'boolean' } }))],
    ),
  ],
}
