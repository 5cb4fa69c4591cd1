import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { NetworkEvent, RemoteFile } from '../contract.ts'
import type { SmsAccount } from './account.ts'
import { wordOf, wordsFor } from './words.ts'

/** As the list and the answer to a send give it. */
export const record = z.object({
  sid: z.string().regex(/^(SM|MM)[0-9a-fA-F]{32}$/),
  from: z.string().nullish(),
  to: z.string().nullish(),
  body: z.string().nullish(),
  status: z.string(),
  direction: z.string().nullish(),
  date_sent: z.string().nullish(),
  date_created: z.string().nullish(),
  num_media: z.string().nullish(),
  error_code: z.number().nullish(),
  error_message: z.string().nullish(),
})
export type SmsRecord = z.infer<typeof record>

const direct = (id: string) => ({ id, kind: 'direct' as const })

export function sentAtOf({ date_sent, date_created }: SmsRecord): Date | undefined {
  const at = new Date(date_sent ?? date_created ?? '')
  return Number.isNaN(at.getTime()) ? undefined : at
}

/** An incoming text, and what its one word may mean. */
export function eventsOfText(
  account: SmsAccount,
  text: {
    sid: string
    from: string
    body: string
    at: Date
    history: boolean
    files: readonly RemoteFile[]
    optOut?: string
  },
): NetworkEvent[] {
  const { sid, from, body, at, history, files, optOut } = text
  const word = optOut === 'STOP' ? 'stop' : optOut === 'START' ? 'start' : wordOf(body, account.stopWords)
  const said: NetworkEvent = {
    kind: 'message',
    key: sid,
    otherKeys: [],
    conversation: direct(from),
    from: { id: from },
    own: false,
    text: body,
    sentAt: at,
    history,
    ...(files.length > 0 ? { files } : {}),
    // A word for the network: nobody has answered, and START asks for nothing.
    ...(word === 'stop' || optOut !== undefined ? { automatic: 'notice' as const } : {}),
  }
  if (word === undefined) return [said]
  const state = word === 'stop' ? ('stopped' as const) : ('resumed' as const)
  return [said, { kind: 'contact', key: `${sid} ${state}`, person: { id: from }, state, at }]
}

/** Where a text of ours stands now; nothing while it is on its way. */
export function eventsOfState(
  found: { sid: string; to: string; status: string; errorCode: number; errorText: string; at: Date },
  target = found.sid,
): NetworkEvent[] {
  const { sid, to, status, errorCode, errorText, at } = found
  if (status === 'delivered' || status === 'read')
    return [{ kind: 'receipt', key: `${sid} ${status}`, target, conversation: direct(to), state: status, at }]
  if (status !== 'failed' && status !== 'undelivered') return []
  const [code, words] = wordsFor(errorCode, errorText)
  return [{ kind: 'failed', key: `${sid} failed`, target, code, text: words, at }]
}

/** `txnOf`: of a text that this session has sent, or that may be it. */
export function eventsOfRecord(
  account: SmsAccount,
  found: SmsRecord,
  history: boolean,
  txnOf: (found: SmsRecord) => string | undefined,
): NetworkEvent[] {
  const at = sentAtOf(found)
  const { sid, from, to, body, status, direction } = found
  if (!at || !from || !to) return []
  if (direction === 'inbound')
    return eventsOfText(account, {
      sid,
      from,
      body: body ?? '',
      at,
      history,
      files: filesOf(sid, Number(found.num_media ?? 0)),
    })
  const txn = txnOf(found)
  const own: NetworkEvent = {
    kind: 'message',
    key: sid,
    otherKeys: txn === undefined ? [] : [txn],
    conversation: direct(to),
    from: { id: account.number },
    own: true,
    text: body ?? '',
    sentAt: at,
    history,
  }
  const errorCode = found.error_code ?? 0
  return [own, ...eventsOfState({ sid, to, status, errorCode, errorText: found.error_message ?? '', at })]
}

/** What stands in the list of a message's media is known when it is opened: here its place only. */
const filesOf = (sid: string, count: number): RemoteFile[] =>
  Array.from({ length: Math.min(count, 10) }, (_, at) => ({ url: `twilio:${sid}/${at}`, name: `file ${at + 1}` }))

const incoming = z.object({
  MessageSid: z.string().regex(/^(SM|MM)[0-9a-fA-F]{32}$/),
  From: z.string().min(1).max(60),
  To: z.string().min(1).max(60),
  Body: z.string().max(20_000).optional(),
  NumMedia: z.coerce.number().int().min(0).max(10).catch(0),
  OptOutType: z.string().optional(),
  MessageStatus: z.string().max(40).optional(),
  ErrorCode: z.coerce.number().catch(0),
})

/** What Twilio posts: a text to us, or the state of one of ours. Undefined when it is neither. */
export function eventsOfDelivery(
  account: SmsAccount,
  form: ReadonlyMap<string, string>,
  txn: string | undefined,
  at: Date,
): NetworkEvent[] | undefined {
  const parsed = incoming.safeParse(Object.fromEntries(form))
  if (!parsed.success) return undefined
  const { MessageSid: sid, From: from, To: to, Body: body, OptOutType: optOut, MessageStatus: status } = parsed.data
  if (status !== undefined && body === undefined)
    return eventsOfState({ sid, to, status, errorCode: parsed.data.ErrorCode, errorText: '', at }, txn)
  if (to !== account.number && account.service === undefined) return []
  const files = Array.from({ length: parsed.data.NumMedia }, (_, index): RemoteFile => {
    const mimeType = form.get(`MediaContentType${index}`)
    const ending = /\/([a-z0-9]+)/i.exec(mimeType ?? '')?.[1]
    return {
      url: `twilio:${sid}/${index}`,
      name: `file ${index + 1}${ending === undefined ? '' : `.${ending}`}`,
      ...(mimeType === undefined ? {} : { mimeType }),
    }
  })
  return eventsOfText(account, {
    sid,
    from,
    body: body ?? '',
    at,
    history: false,
    files,
    ...(optOut === undefined ? {} : { optOut }),
  })
}

/** A short mark of a text, for telling whether it is the one that was sent. */
export const markOf = (to: string, body: string): string =>
  createHash('sha256').update(`${to}\n${body}`).digest('base64url')
