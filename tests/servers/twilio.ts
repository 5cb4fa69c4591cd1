import { createHmac, randomBytes } from 'node:crypto'
import type { Network } from '#connectors/conformance/harness.ts'
import type { Account, Connector } from '#connectors/contract.ts'
import { readVendorFile } from './vendor-api/description.ts'
import { describeOpenApi } from './vendor-api/openapi.ts'
import type { Call } from './vendor-api/request.ts'
import { type Answer, startVendorApi, type VendorApi } from './vendor-api/server.ts'
import { courier, type DoorAnswer, type Knock, until, webhookDoor } from './webhook-door.ts'

const account = '/2010-04-01/Accounts/{AccountSid}'
const described = describeOpenApi(readVendorFile('twilio'), path =>
  [
    `${account}/Messages.json`,
    `${account}/Messages/{Sid}.json`,
    `${account}/Messages/{MessageSid}/Media.json`,
    `${account}/IncomingPhoneNumbers.json`,
    `${account}/IncomingPhoneNumbers/{Sid}.json`,
  ].includes(path),
)

const accountSid = `AC${'0123456789abcdef'.repeat(2)}`
const authToken = '00112233445566778899aabbccddeeff'
const ours = '+15005550006'
const theirs = '+4915112345678'

export const twilioError = (code: number, message: string, status = 400): Answer => ({
  status,
  bytes: JSON.stringify({ code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status }),
})

type Text = {
  sid: string
  from: string
  to: string
  body: string
  direction: 'inbound' | 'outbound-api'
  status: string
  at: Date
  media: string[]
  error: number | null
}

export type TwilioNetwork = Network & {
  readonly connector: Connector
  readonly api: VendorApi
  readonly sent: readonly Call[]
  readonly texts: readonly Text[]
  /** Kind and content of the pictures that were fetched for texts to them. */
  readonly fetched: readonly string[]
  answerWith(...answers: Answer[]): void
  /** What Twilio posts to our address for a text of theirs, or for the state of one of ours. */
  signed(fields: Record<string, string>, url?: string): Knock
  knock(given: Knock): Promise<DoorAnswer>
  say(text: string, more?: { media?: string[]; silently?: boolean }): Text
  become(text: string, status: string, error?: number): void
  number: { smsUrl: string | null }
  limited(): number
}

/** Twilio's side: the API as described, a telephone, and deliveries by webhook that come once, or none. */
export async function startTwilio(
  given: Connector,
  options: { webhook?: boolean; burst?: number } = {},
): Promise<TwilioNetwork> {
  const door = webhookDoor(given)
  const texts: Text[] = []
  const sent: Call[] = []
  const fetched: string[] = []
  const planned: Answer[] = []
  const number = { smsUrl: null as string | null }
  let burst = options.burst ?? Number.POSITIVE_INFINITY
  let refillAt = 0
  let limited = 0
  const sid = (kind = 'SM') => `${kind}${randomBytes(16).toString('hex')}`
  const view = (text: Text) => ({
    sid: text.sid,
    account_sid: accountSid,
    from: text.from,
    to: text.to,
    body: text.body,
    status: text.status,
    direction: text.direction,
    num_media: String(text.media.length),
    num_segments: '1',
    error_code: text.error,
    error_message: null,
    date_created: text.at.toUTCString().replace('GMT', '+0000'),
    date_sent: text.at.toUTCString().replace('GMT', '+0000'),
    date_updated: text.at.toUTCString().replace('GMT', '+0000'),
    uri: `/2010-04-01/Accounts/${accountSid}/Messages/${text.sid}.json`,
  })
  const base = `/2010-04-01/Accounts/${accountSid}`

  const api = await startVendorApi({
    description: described,
    before({ headers }) {
      const right = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`
      return headers.get('authorization') === right ? undefined : twilioError(20003, 'Authenticate', 401)
    },
    beside({ url }) {
      const [, text, media] = /\/Messages\/([A-Z]{2}[0-9a-f]{32})\/Media\/(ME[0-9a-f]{32})$/.exec(url.pathname) ?? []
      const found = texts.find(each => each.sid === text)?.media[Number.parseInt((media ?? '').slice(2), 16)]
      return found === undefined ? undefined : { status: 200, bytes: found }
    },
    answers: {
      ListIncomingPhoneNumber: ({ query }) => ({
        status: 200,
        json: {
          incoming_phone_numbers:
            query.PhoneNumber === ours
              ? [
                  {
                    sid: `PN${'0123456789abcdef'.repeat(2)}`,
                    phone_number: ours,
                    sms_url: number.smsUrl,
                    capabilities: { sms: true, mms: true, voice: true, fax: false },
                  },
                ]
              : [],
          next_page_uri: null,
        },
      }),
      UpdateIncomingPhoneNumber({ body }) {
        number.smsUrl = String(body.SmsUrl)
        return {
          status: 200,
          json: { sid: `PN${'0123456789abcdef'.repeat(2)}`, phone_number: ours, sms_url: number.smsUrl },
        }
      },
      ListMessage({ query }) {
        const size = Number(query.PageSize ?? 50)
        const at = Number(query.Page ?? 0) * size
        const since = Date.parse(String(query['DateSent>'] ?? '1970-01-01T00:00:00Z'))
        const found = texts
          .filter(text => query.To === undefined || text.to === query.To)
          .filter(text => query.From === undefined || text.from === query.From)
          .filter(text => text.at.getTime() >= since)
          .reverse()
        const more = at + size < found.length
        const next = new URLSearchParams()
        for (const [name, value] of Object.entries(query)) next.set(name, String(value))
        next.set('Page', String(Number(query.Page ?? 0) + 1))
        next.set('PageToken', 'PASM')
        return {
          status: 200,
          json: {
            messages: found.slice(at, at + size).map(view),
            next_page_uri: more ? `${base}/Messages.json?${next}` : null,
            page_size: size,
          },
        }
      },
      ListMedia: ({ path }) => ({
        status: 200,
        json: {
          media_list: (texts.find(text => text.sid === path.MessageSid)?.media ?? []).map((_, index) => ({
            sid: `ME${index.toString(16).padStart(32, '0')}`,
            parent_sid: path.MessageSid,
            content_type: 'image/jpeg',
          })),
        },
      }),
      CreateMessage(call) {
        const plan = planned.shift()
        if (plan) return plan
        if (burst <= 0 && Date.now() > refillAt) burst = options.burst ?? burst
        if (burst <= 0) {
          limited += 1
          return twilioError(20429, 'Too Many Requests', 429)
        }
        burst -= 1
        if (burst === 0) refillAt = Date.now() + 3_000
        sent.push(call)
        const text: Text = {
          sid: sid(),
          from: String(call.body.From),
          to: String(call.body.To),
          body: String(call.body.Body ?? ''),
          direction: 'outbound-api',
          status: 'queued',
          at: new Date(),
          media: [],
          error: null,
        }
        texts.push(text)
        // Twilio fetches every picture by itself, and sends nothing when one can't be had.
        for (const url of [call.body.MediaUrl ?? []].flat())
          void fetch(String(url)).then(async answer => {
            if (!answer.ok) return change(text, 'failed', 11200)
            fetched.push(`${answer.headers.get('content-type')} ${await answer.text()}`)
          })
        if (options.burst === undefined) setTimeout(() => text.status === 'queued' && change(text, 'delivered'), 20)
        return { status: 201, json: { ...view(text), status: 'queued', date_sent: null } }
      },
    },
  })

  const address = 'https://kith.example/api/v1/hooks/1/2'
  const values = { accountSid, authToken, number: ours, apiUrl: api.url }
  const connection: Account = options.webhook
    ? { id: 'sms-account', values, webhookUrl: address }
    : { id: 'sms-account', values }
  const signed = (fields: Record<string, string>, url = address): Knock => {
    const text =
      url +
      Object.entries(fields)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, value]) => name + value)
        .join('')
    return {
      method: 'POST',
      url,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': createHmac('sha1', authToken).update(text).digest('base64'),
      },
      body: new URLSearchParams(fields).toString(),
    }
  }
  const knock = (item: Knock) => door.knock(connection, item)
  const post = courier(item => (api.running() ? knock(item()) : Promise.resolve({ status: 503, body: '' })))

  function change(text: Text, status: string, error?: number) {
    text.status = status
    text.error = error ?? null
    const callback = sent.find(call => call.body.Body === text.body)?.body.StatusCallback
    if (typeof callback === 'string')
      post.bring(() =>
        signed(
          {
            MessageSid: text.sid,
            MessageStatus: status,
            From: text.from,
            To: text.to,
            AccountSid: accountSid,
            ...(error === undefined ? {} : { ErrorCode: String(error) }),
          },
          callback,
        ),
      )
  }
  const say: TwilioNetwork['say'] = (body, { media = [], silently = false } = {}) => {
    const text: Text = {
      sid: sid(media.length > 0 ? 'MM' : 'SM'),
      from: theirs,
      to: ours,
      body,
      direction: 'inbound',
      status: 'received',
      at: new Date(),
      media,
      error: null,
    }
    texts.push(text)
    if (options.webhook && !silently)
      post.bring(() =>
        signed({
          MessageSid: text.sid,
          From: theirs,
          To: ours,
          Body: body,
          NumMedia: String(media.length),
          SmsStatus: 'received',
          AccountSid: accountSid,
          ...Object.fromEntries(
            media.flatMap((_, at) => [
              [`MediaUrl${at}`, `https://api.twilio.com/media/${at}`],
              [`MediaContentType${at}`, 'image/jpeg'],
            ]),
          ),
        }),
      )
    return text
  }
  const heard = (body: string) => texts.filter(text => text.direction === 'outbound-api' && text.body === body)
  const none = async () => {
    throw new Error('a telephone has no such thing')
  }

  return {
    connector: door.connector,
    api,
    account: connection,
    sent,
    texts,
    fetched,
    number,
    signed,
    knock,
    say,
    become(body, status, error) {
      for (const text of heard(body)) change(text, status, error)
    },
    limited: () => limited,
    answerWith: (...answers) => void planned.push(...answers),
    conversation: { id: theirs, kind: 'direct' },
    kill: () => api.kill(),
    restart: () => api.restart(),
    freeze: () => api.freeze(),
    stranger: {
      address: theirs,
      connect: async () => {},
      disconnect: async () => {},
      say: async text => void say(text),
      settled: post.settled,
      typing: none,
      heard: text => heard(text).length,
      waitToHear: text => until(`“${text.slice(0, 30)}”`, () => heard(text).length > 0),
      confirmRead: async () => {},
      invite: none,
      waitToBeInvited: none,
      accept: none,
      presence: none,
      [Symbol.asyncDispose]: async () => {},
    },
    async [Symbol.asyncDispose]() {
      await post[Symbol.asyncDispose]()
      await api[Symbol.asyncDispose]()
    },
  }
}
