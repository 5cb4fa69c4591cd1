import { z } from 'zod'
import { dayMs, hourMs, minuteMs, secondMs } from '#kernel/clock.ts'
import type { Account, Host, NetworkEvent, SendOutcome, SendRequest, Session } from '../contract.ts'
import {
  answered,
  type Exchange,
  exchange,
  type Http,
  type Pace,
  retryAfterMs,
  Trouble,
  unanswered,
  watchAccount,
} from '../vendor.ts'
import { readAccount, type SmsAccount } from './account.ts'
import { capabilities, firstLookMs, withPictures } from './manifest.ts'
import { eventsOfRecord, markOf, record, type SmsRecord, sentAtOf } from './messages.ts'
import { stoppedCode, wordsFor } from './words.ts'

export type SmsDeps = { http: Http; now(): Date; pace?: Pace }

/** Without a public address Kith fetches; with one it looks all the same, for Twilio delivers only once. */
const fetching: Pace = { everyMs: 5 * secondMs, firstWaitMs: secondMs, longestWaitMs: 3 * minuteMs }
const delivered: Pace = { ...fetching, everyMs: 5 * minuteMs }

const problem = z.object({ code: z.number().default(0), message: z.string().default('') })
const page = z.object({ messages: z.array(z.unknown()), next_page_uri: z.string().nullish() })
const numbers = z.object({
  incoming_phone_numbers: z.array(
    z.object({
      sid: z.string(),
      sms_url: z.string().nullish(),
      capabilities: z.object({ sms: z.boolean().optional(), mms: z.boolean().optional() }).nullish(),
    }),
  ),
})
const mediaList = z.object({ media_list: z.array(z.object({ sid: z.string() })) })
const cursorShape = z.object({ since: z.string() })

const overlapMs = 10 * minuteMs
/** States of our own texts change for so long. */
const statesMs = 3 * hourMs
const mostPages = 30
const pageSize = 100
const mostFileBytes = 20_000_000
const sameTextMs = 10 * minuteMs

export function callerFor(account: SmsAccount, http: Http) {
  const authorization = `Basic ${Buffer.from(`${account.accountSid}:${account.authToken}`).toString('base64')}`
  return {
    get: (url: string, signal?: AbortSignal, more: { maxBytes?: number; maxRedirects?: number } = {}) =>
      exchange(http, url, { headers: { authorization }, ...(signal ? { signal } : {}), ...more }),
    post: (url: string, form: Record<string, string> | readonly [string, string][], signal?: AbortSignal) =>
      exchange(http, url, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(Array.isArray(form) ? [...form] : { ...form }).toString(),
        ...(signal ? { signal } : {}),
      }),
  }
}
type Caller = ReturnType<typeof callerFor>

function expectOk(found: Exchange, now: Date): unknown {
  const answer = answered(found)
  if (answer.status < 400) return answer.json
  const { code, message } = problem.catch({ code: 0, message: '' }).parse(answer.json)
  if (answer.status === 401 || code === 20003)
    throw new Trouble(
      'wrong-credentials',
      'Twilio does not accept Account SID and auth token. Copy both from the start page of the Console.',
    )
  if (answer.status === 404 || code === 20404)
    throw new Trouble('not-found', 'Twilio does not know this account. Check the Account SID.')
  if (answer.status === 403) throw new Trouble('forbidden', `Twilio does not let this account in: ${message}`)
  throw new Trouble(
    answer.status === 429 ? 'rate-limit' : 'unavailable',
    answer.status === 429 ? 'Twilio asks for a pause.' : `Twilio answered with ${answer.status}.`,
    retryAfterMs(answer.headers, now),
  )
}

export async function fetchNumber(caller: Caller, account: SmsAccount, now: Date, signal: AbortSignal) {
  const url = `${account.base}/IncomingPhoneNumbers.json?${new URLSearchParams({ PhoneNumber: account.number })}`
  const found = numbers.parse(expectOk(await caller.get(url, signal), now)).incoming_phone_numbers[0]
  if (!found)
    throw new Trouble(
      'not-found',
      `${account.number} is not a number of this Twilio account. Check it, with + and country code.`,
    )
  return found
}

/** Empty, Twilio's own sample, or ours already. */
export const isFree = (url: string | null | undefined, own: string): boolean =>
  !url || url === own || /^https?:\/\/demo\.twilio\.com\//.test(url)

export function openSession(given: Account, host: Host, { http, now, pace }: SmsDeps): Session {
  const parsed = readAccount(given)
  const account = parsed.ok ? parsed.value : undefined
  const caller = account && callerFor(account, http)
  const watch = watchAccount({ host, now, pace: pace ?? (account?.webhookUrl ? delivered : fetching) })
  const txns = new Map<string, string>()
  /** Texts whose answer was lost: the list tells whether they went out. */
  const lost = new Map<string, { txn: string; at: Date }>()
  let cursor: Date | undefined
  let announced = false
  let pictures = false

  const txnOf = (found: SmsRecord): string | undefined => {
    const known = txns.get(found.sid)
    if (known !== undefined) return known
    const mark = markOf(found.to ?? '', found.body ?? '')
    const maybe = lost.get(mark)
    const created = new Date(found.date_created ?? '').getTime()
    // Twilio's clock has whole seconds and may be a little off.
    if (!maybe || Math.abs(created - maybe.at.getTime()) > sameTextMs) return undefined
    lost.delete(mark)
    return maybe.txn
  }

  async function list(filter: Record<string, string>, since: Date, signal: AbortSignal): Promise<SmsRecord[]> {
    if (!account || !caller) return []
    const query = new URLSearchParams({ ...filter, 'DateSent>': since.toISOString(), PageSize: String(pageSize) })
    let url = `${account.base}/Messages.json?${query}`
    const found: SmsRecord[] = []
    for (let count = 0; count < mostPages; count += 1) {
      const { messages, next_page_uri } = page.parse(expectOk(await caller.get(url, signal), now()))
      found.push(...messages.flatMap(each => record.safeParse(each).data ?? []))
      if (!next_page_uri) break
      url = `${account.origin}${next_page_uri}`
    }
    return found.reverse()
  }

  async function fetchNews(signal: AbortSignal): Promise<void> {
    if (!account) return
    const first = cursor === undefined
    const startedAt = now()
    const from = new Date(cursor ? cursor.getTime() - overlapMs : startedAt.getTime() - firstLookMs)
    const theirs = await list({ To: account.number }, from, signal)
    const ours = await list(
      { From: account.number },
      new Date(Math.min(from.getTime(), startedAt.getTime() - statesMs)),
      signal,
    )
    const all = [...theirs, ...ours].toSorted((a, b) => (sentAtOf(a)?.getTime() ?? 0) - (sentAtOf(b)?.getTime() ?? 0))
    const events = all.flatMap((each): NetworkEvent[] => eventsOfRecord(account, each, first, txnOf))
    const next = startedAt.toISOString()
    // An empty look moves the cursor only now and then: it is written to the database.
    const stale = !cursor || startedAt.getTime() - cursor.getTime() > minuteMs
    if (events.length === 0 && !stale) return
    await host.commit(events, JSON.stringify({ since: next }))
    cursor = startedAt
  }

  /** The number's texts are to be brought here, unless somebody has already sent them elsewhere. */
  async function announce(signal: AbortSignal): Promise<void> {
    if (!account || !caller) return
    const number = await fetchNumber(caller, account, now(), signal)
    pictures = account.webhookUrl !== undefined && number.capabilities?.mms === true
    if (account.webhookUrl === undefined || number.sms_url === account.webhookUrl) return
    if (!isFree(number.sms_url, account.webhookUrl)) {
      host.log.warn({}, 'the number delivers its texts to another address')
      return
    }
    const url = `${account.base}/IncomingPhoneNumbers/${number.sid}.json`
    expectOk(await caller.post(url, { SmsUrl: account.webhookUrl, SmsMethod: 'POST' }, signal), now())
  }

  async function send(request: SendRequest, signal: AbortSignal): Promise<SendOutcome> {
    if (!account || !caller) return { kind: 'refused', code: 'wrong-account', text: parsed.ok ? '' : parsed.text }
    const { txn, to, text, files = [] } = request
    const media = files.map(file => file.lentUrl?.())
    if (media.includes(undefined))
      return {
        kind: 'refused',
        code: 'no-public-address',
        text: 'Twilio fetches pictures from Kith, and cannot reach it. Set KITH_PUBLIC_URL to a public https address, or send a link.',
      }
    const callback = account.webhookUrl === undefined ? {} : { StatusCallback: `${account.webhookUrl}?txn=${txn}` }
    const sender =
      account.service === undefined
        ? { From: account.number }
        : { MessagingServiceSid: account.service, From: account.number }
    const at = now()
    const found = await caller.post(
      `${account.base}/Messages.json`,
      [
        ...Object.entries({ To: to.id, ...(text === '' ? {} : { Body: text }), ...sender, ...callback }),
        ...media.map((url): [string, string] => ['MediaUrl', url ?? '']),
      ],
      signal,
    )
    if (found.kind !== 'answer') {
      if (found.kind === 'lost') lost.set(markOf(to.id, text), { txn, at })
      watch.wake()
      return unanswered(found)
    }
    if (found.status < 300) {
      const sent = record.pick({ sid: true }).safeParse(found.json)
      if (!sent.success) return { kind: 'unknown', why: 'Twilio took it without saying under which SID.' }
      txns.set(sent.data.sid, txn)
      if (txns.size > 5_000) txns.delete(txns.keys().next().value ?? '')
      return { kind: 'accepted', key: sent.data.sid, at: now() }
    }
    const { code, message } = problem.catch({ code: 0, message: '' }).parse(found.json)
    if (found.status === 429 || code === 20429 || code === 21611 || found.status >= 500)
      return {
        kind: 'later',
        retryAfterMs: retryAfterMs(found.headers, now()) ?? (found.status >= 500 ? 15 * secondMs : 2 * secondMs),
        code: found.status >= 500 ? 'unavailable' : 'rate-limit',
        text: found.status >= 500 ? 'Twilio can’t do it right now.' : 'Twilio asks for a pause.',
      }
    if (code === stoppedCode)
      await host.commit([
        { kind: 'contact', key: `${txn} stopped`, person: { id: to.id }, state: 'stopped', at: now() },
      ])
    if (found.status === 401) watch.wake()
    const [name, words] = wordsFor(code, message)
    return { kind: 'refused', code: name, text: words }
  }

  return {
    async run(saved, signal) {
      const read = cursorShape.safeParse(saved === undefined ? undefined : JSON.parse(saved)).data
      cursor = read ? new Date(read.since) : undefined
      if (cursor && now().getTime() - cursor.getTime() > 300 * dayMs) cursor = undefined
      await watch.run(async each => {
        if (!account) throw new Trouble('wrong-credentials', parsed.ok ? '' : parsed.text)
        if (!announced) await announce(each)
        announced = true
        await fetchNews(each)
      }, signal)
    },
    send,
    // A number sends about one text a second; Twilio queues them in order.
    bucket: to => to.id,
    capabilities: () => (pictures ? withPictures : capabilities),
    files: {
      async open(url, signal) {
        const [, sid, at] = /^twilio:((?:SM|MM)[0-9a-fA-F]{32})\/(\d+)$/.exec(url) ?? []
        if (!account || !caller || sid === undefined) return undefined
        const list = await caller.get(`${account.base}/Messages/${sid}/Media.json`, signal)
        if (list.kind === 'answer' && list.status === 404) return undefined
        const media = mediaList.parse(expectOk(list, now())).media_list[Number(at)]
        if (!media) return undefined
        const place = `${account.base}/Messages/${sid}/Media/${media.sid}`
        const file = answered(await caller.get(place, signal, { maxBytes: mostFileBytes, maxRedirects: 3 }))
        if (file.status === 404) return undefined
        if (file.status !== 200) throw new Trouble('unavailable', `Twilio answered with ${file.status}.`)
        return (async function* () {
          yield file.bytes
        })()
      },
    },
    async [Symbol.asyncDispose]() {},
  }
}
