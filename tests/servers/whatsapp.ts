import { createHmac, randomBytes } from 'node:crypto'
import type { Network } from '#connectors/conformance/harness.ts'
import type { Account, Connector } from '#connectors/contract.ts'
import { type Description, inner, innerList, readVendorFile, type Schema } from './vendor-api/description.ts'
import { describeOpenApi } from './vendor-api/openapi.ts'
import type { Call } from './vendor-api/request.ts'
import { type Answer, startVendorApi, type VendorApi } from './vendor-api/server.ts'
import { courier, type DoorAnswer, type Knock, until, webhookDoor } from './webhook-door.ts'

/**
 * Meta's description contradicts itself in places; each is mended here by what its own examples and pages say:
 * its messages forbid the very fields that their other half requires; media lack caption and filename; the read mark with its typing
 * sign stands among the examples only; and `biz_opaque_callback_data` is told for calls but taken for messages.
 */
function mended(): Schema {
  const document = readVendorFile('whatsapp')
  const schemas = inner(inner(document.components).schemas)
  const opened = Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const parts = innerList(inner(schema).allOf)
      if (!parts.some(part => part.$ref === '#/components/schemas/BaseMessageProperties')) return [name, schema]
      const open = parts.map(({ additionalProperties: _, ...rest }) => rest)
      return [name, { ...inner(schema), allOf: open }]
    }),
  )
  const tracked = { type: 'string', maxLength: 512 }
  const text = { type: 'string' }
  const withField = (name: string, fields: Schema) => ({
    ...inner(schemas[name]),
    properties: { ...inner(inner(schemas[name]).properties), ...fields },
  })
  const message = inner(schemas.Message)
  // What comes in is described beside what goes out, under the same names with a number, and the wrong ones are named.
  const incomingBase = { $ref: '#/components/schemas/BaseMessageProperties_1' }
  const incoming = [
    'text',
    'reaction',
    'audio',
    'document',
    'image',
    'sticker',
    'video',
    'location',
    'contacts',
    'unsupported',
  ]
  const isIncoming = (name: string, schema: Schema) =>
    JSON.stringify(schema).includes(`"enum":["${name}`) && !JSON.stringify(schema).includes('additionalProperties')
  const incomingShapes = Object.values(schemas)
    .map(inner)
    .filter(schema => innerList(schema.allOf).length === 2 && incoming.some(name => isIncoming(name, schema)))
    .map(schema => ({ allOf: [incomingBase, innerList(schema.allOf)[1]] }))
  const errors = inner(inner(inner(inner(document.paths)['/{Version}/{Phone-Number-ID}']).get).responses)
  const sending = inner(inner(document.paths)['/{Version}/{Phone-Number-ID}/messages'])
  const post = inner(sending.post)
  const media = inner(inner(document.paths)['/{Version}/{Media-ID}'])
  const read = {
    type: 'object',
    required: ['messaging_product', 'status', 'message_id'],
    properties: {
      messaging_product: text,
      status: { const: 'read' },
      message_id: text,
      typing_indicator: { type: 'object', properties: { type: { const: 'text' } }, required: ['type'] },
    },
  }
  return {
    ...document,
    components: {
      ...inner(document.components),
      schemas: {
        ...opened,
        BaseMessageProperties: withField('BaseMessageProperties', { biz_opaque_callback_data: tracked }),
        MediaObject: withField('MediaObject', { caption: text, filename: text }),
        IncomingMessage: { anyOf: incomingShapes },
        Message: { oneOf: [...innerList(message.oneOf), read] },
        Statuses: withField('Statuses', { biz_opaque_callback_data: tracked }),
      },
    },
    paths: {
      // Numbers, like those of telephones: told apart here by a word before them.
      '/{Version}/media{Media-ID}': {
        ...media,
        get: { ...inner(media.get), responses: { ...errors, ...inner(inner(media.get).responses) } },
      },
      ...inner(document.paths),
      '/{Version}/{Phone-Number-ID}/messages': {
        ...sending,
        post: { ...post, responses: { ...errors, ...inner(post.responses) } },
      },
    },
  }
}

const allOperations = describeOpenApi(mended(), path =>
  [
    '/{Version}/media{Media-ID}',
    '/{Version}/{Phone-Number-ID}/messages',
    '/{Version}/{Phone-Number-ID}/media',
    '/{Version}/{Phone-Number-ID}',
    '/{Version}/{WABA-ID}/message_templates',
    '/{Version}/{WABA-ID}/subscribed_apps',
  ].includes(path),
)

/** Every call to the Graph API may prove that it comes from the app: described for the whole of it, not here. */
const described: Description = {
  ...allOperations,
  operations: allOperations.operations.map(each => ({
    ...each,
    parameters: [
      ...each.parameters,
      { in: 'query', name: 'appsecret_proof', required: false, schema: { type: 'string', pattern: '^[0-9a-f]{64}$' } },
    ],
  })),
}

const phoneNumberId = '106540352242922'
const businessAccountId = '102290129340398'
export const appSecret = '5ca1ab1e0ddba11c0ffee0f1ce0ff1ce'

export const graphError = (code: number, message: string, subcode?: number) => ({
  error: {
    message,
    type: 'OAuthException',
    code,
    ...(subcode === undefined ? {} : { error_subcode: subcode }),
    fbtrace_id: 'A1',
  },
})

export type WhatsAppNetwork = Network & {
  readonly api: VendorApi
  /** What Meta posts: messages or statuses, as their entries. */
  send(value: object): void
  knock(given: Knock): Promise<DoorAnswer>
  signed(body: string): Knock
  /** The next sends are answered so. */
  answerWith(...answers: Answer[]): void
  readonly sent: readonly Call[]
  readonly uploads: readonly { name: string; type: string; text: string }[]
  /** Answers to `subscribed_apps` so far: what Kith asked Meta to bring where. */
  readonly subscribed: readonly Readonly<Record<string, unknown>>[]
  retries(): number
  /** How often it asked for patience. */
  limited(): number
  templates: unknown[]
  /** From now on the token lacks whatsapp_business_management, as far as the description has words for it: subscriptions. */
  withholdManagement(): void
  files: Map<string, string>
}

const managing = new Set(['getAllSubscriptionsForAWaba', 'subscribeToWabaWebhooks'])
const waId = '16505551234'
const wamid = () => `wamid.${randomBytes(24).toString('base64')}`

/** Meta's side: the API as described, a person with WhatsApp, and webhooks that come again until they are taken. */
export async function startWhatsApp(
  given: Connector,
  options: { burst?: number } = {},
): Promise<WhatsAppNetwork & { connector: Connector }> {
  const door = webhookDoor(given)
  const token = 'EAAGm0PX4ZCpsBAKithTestToken0123456789'
  const sent: Call[] = []
  const heard: { id: string; text: string; txn: string }[] = []
  const uploads: { name: string; type: string; text: string }[] = []
  const subscribed: Readonly<Record<string, unknown>>[] = []
  const planned: Answer[] = []
  const files = new Map<string, string>()
  let burst = options.burst ?? Number.POSITIVE_INFINITY
  let refillAt = 0
  let limited = 0
  const state = { templates: [] as unknown[], withheld: false }

  const metadata = { display_phone_number: '15550783881', phone_number_id: phoneNumberId }
  const wrap = (value: object) =>
    JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: businessAccountId,
          changes: [{ field: 'messages', value: { messaging_product: 'whatsapp', metadata, ...value } }],
        },
      ],
    })
  const signed = (body: string): Knock => ({
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-hub-signature-256': `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`,
    },
    body,
  })

  const api = await startVendorApi({
    description: described,
    before({ headers, operation }) {
      if (headers.get('authorization') !== `Bearer ${token}`)
        return { status: 401, json: graphError(190, 'Invalid OAuth access token.') }
      if (state.withheld && managing.has(operation.id))
        return { status: 400, json: graphError(200, 'Requires whatsapp_business_management permission.') }
      return undefined
    },
    beside({ url }) {
      const file = files.get(/^\/attachments\/of\/(.+)$/.exec(url.pathname)?.[1] ?? '')
      return file === undefined ? undefined : { status: 200, bytes: file }
    },
    answers: {
      retrieveMediaUrl({ path }) {
        const id = `media${path['Media-ID']}`
        return files.has(id)
          ? { status: 200, json: { id, messaging_product: 'whatsapp', url: `${api.url}/attachments/of/${id}` } }
          : { status: 400, json: graphError(100, 'Unsupported get request.', 33) }
      },
      getPhoneNumberById: ({ path }) =>
        path['Phone-Number-ID'] === phoneNumberId
          ? {
              status: 200,
              json: {
                id: phoneNumberId,
                display_phone_number: '+1 555-078-3881',
                verified_name: 'Mara recruits',
                quality_rating: 'GREEN',
              },
            }
          : { status: 400, json: graphError(100, 'Unsupported get request. Object does not exist.', 33) },
      subscribeToWabaWebhooks({ body }) {
        subscribed.push(body)
        return { status: 200, json: { success: true } }
      },
      getAllSubscriptionsForAWaba: () => ({
        status: 200,
        json: { data: subscribed.map(() => ({ id: '1', name: 'Kith' })) },
      }),
      getTemplateByNameDefaultFields: () => ({ status: 200, json: { data: state.templates, paging: { cursors: {} } } }),
      async uploadImage({ body, files: given }) {
        const file = given.get('file')
        uploads.push({ name: file?.name ?? '', type: file?.type ?? '', text: (await file?.text()) ?? '' })
        return body.messaging_product === 'whatsapp'
          ? { status: 200, json: { id: `media${uploads.length}` } }
          : { status: 400, json: graphError(100, 'messaging_product is required') }
      },
      sendMessage(call) {
        const { body } = call
        if (body.status === 'read') {
          sent.push(call)
          return { status: 200, as: 'read', bytes: '{"success":true}' }
        }
        const plan = planned.shift()
        if (plan) return plan
        if (burst <= 0 && Date.now() > refillAt) burst = options.burst ?? burst
        if (burst <= 0) {
          limited += 1
          return { status: 429, json: graphError(131056, 'Too many messages to this number.') }
        }
        if (burst === 1) refillAt = Date.now() + 4_000
        burst -= 1
        sent.push(call)
        const id = wamid()
        const txn = String(body.biz_opaque_callback_data ?? '')
        const text = inner(body.text).body
        if (typeof text === 'string') heard.push({ id, text, txn })
        if (options.burst === undefined) status(id, 'delivered', txn)
        return {
          status: 200,
          json: { messaging_product: 'whatsapp', contacts: [{ input: waId, wa_id: waId }], messages: [{ id }] },
        }
      },
    },
  })

  const account: Account = {
    id: 'whatsapp-account',
    values: { phoneNumberId, businessAccountId, accessToken: token, appSecret, apiUrl: api.url },
    webhookUrl: 'https://kith.example/api/v1/hooks/1/2',
    webhookWord: 'the-word',
  }
  const knock = (item: Knock) => door.knock(account, item)
  const post = courier(item => (api.running() ? knock(item()) : Promise.resolve({ status: 503, body: '' })))
  const send = (value: object) => {
    const body = wrap(value)
    api.sends({ $ref: '#/components/schemas/WebhookPayload' }, JSON.parse(body), 'webhook')
    post.bring(() => signed(body))
  }
  const seconds = () => String(Math.floor(Date.now() / 1_000))
  function status(id: string, name: string, txn: string, more: object = {}) {
    send({
      statuses: [
        {
          id,
          status: name,
          timestamp: seconds(),
          recipient_id: waId,
          ...(txn === '' ? {} : { biz_opaque_callback_data: txn }),
          ...more,
        },
      ],
    })
  }
  const notOnWhatsApp = async () => {
    throw new Error('WhatsApp has no such thing')
  }

  return {
    connector: door.connector,
    account,
    api,
    send,
    knock,
    signed,
    sent,
    uploads,
    subscribed,
    files,
    retries: post.retries,
    limited: () => limited,
    withholdManagement: () => {
      state.withheld = true
    },
    get templates() {
      return state.templates
    },
    set templates(next) {
      state.templates = next
    },
    answerWith: (...answers) => void planned.push(...answers),
    conversation: { id: `+${waId}`, kind: 'direct' },
    kill: () => api.kill(),
    restart: () => api.restart(),
    freeze: () => api.freeze(),
    stranger: {
      address: `+${waId}`,
      connect: async () => {},
      disconnect: async () => {},
      async say(text) {
        send({
          contacts: [{ profile: { name: 'Ana Ruiz' }, wa_id: waId }],
          messages: [{ from: waId, id: wamid(), timestamp: seconds(), type: 'text', text: { body: text } }],
        })
      },
      settled: post.settled,
      typing: notOnWhatsApp,
      heard: text => heard.filter(each => each.text === text).length,
      waitToHear: text => until(`“${text.slice(0, 30)}”`, () => heard.some(each => each.text === text)),
      async confirmRead(text) {
        const found = heard.find(each => each.text === text)
        if (found) status(found.id, 'read', found.txn)
      },
      invite: notOnWhatsApp,
      waitToBeInvited: notOnWhatsApp,
      accept: notOnWhatsApp,
      presence: notOnWhatsApp,
      [Symbol.asyncDispose]: async () => {},
    },
    async [Symbol.asyncDispose]() {
      await post[Symbol.asyncDispose]()
      await api[Symbol.asyncDispose]()
    },
  }
}
