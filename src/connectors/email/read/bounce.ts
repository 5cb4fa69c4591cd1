import { normalAddress } from '../address.ts'
import { decodeText, decodeTransfer } from './decode.ts'
import { type Headers, messageIds, readHeaders } from './headers.ts'

/** What a mail server reports of a mail of ours. */
export type Report = {
  action: 'failed' | 'delayed' | 'delivered'
  recipient: string | undefined
  /** RFC 3463, `5.1.1`. */
  status: string | undefined
  /** The other server's own words, in one line. */
  said: string
}

export type Bounce = Report & {
  /** The Message-ID of ours; undefined when the report does not say. */
  original: string | undefined
}

/** RFC 3464: one report for each recipient, after one for the whole mail. */
export function readDeliveryStatus(text: string): readonly Report[] {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .flatMap((block): Report[] => {
      const fields = readHeaders(Buffer.from(block))
      const action = fields.first('action')?.toLowerCase()
      if (
        action !== 'failed' &&
        action !== 'delayed' &&
        action !== 'delivered' &&
        action !== 'relayed' &&
        action !== 'expanded'
      )
        return []
      const recipient = fields.first('original-recipient') ?? fields.first('final-recipient')
      const said = (fields.first('diagnostic-code') ?? '').replace(/^\s*[\w-]+\s*;\s*/, '')
      return [
        {
          action: action === 'failed' || action === 'delayed' ? action : 'delivered',
          recipient: normalAddress((recipient ?? '').replace(/^[^;]*;/, '').replaceAll(/[<>\s]/g, '')),
          status: /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fields.first('status') ?? '')?.[0],
          said: oneLine(said),
        },
      ]
    })
}

const senders =
  /(?:mailer-daemon|postmaster|mail-daemon|mailerdaemon|delivery-?status|no-?reply-?bounce|microsoftexchange[0-9a-f]+)@|<>|mail delivery (?:sub)?system/i
const subjects =
  /undeliver|delivery (?:status )?notification|delivery (?:has )?failed|delivery failure|mail delivery (?:failed|system)|failure notice|returned mail|returned to sender|unzustellbar|nicht zugestellt|non remis|échec de la remise|no se puede entregar|no entregado|não entregue|mancato recapito|onbestelbaar/i
const failing =
  /(?:did not (?:reach|get)|could(?:n['’]t| not) be delivered|wasn['’]t (?:able to be )?delivered|address (?:not found|rejected)|permanent (?:fatal )?error|unable to deliver|user (?:unknown|doesn['’]t exist)|no such user|does(?:n['’]t| not) exist|recipient rejected|mailbox (?:is )?(?:full|unavailable)|konnte nicht zugestellt|empfänger unbekannt|5\d\d[ -]5\.\d+\.\d+)/i
const delaying =
  /(?:warning|delayed|still (?:being )?(?:trying|retried)|will be retried|not yet been delivered|verzögert|temporary failure)/i

/** Bounces of servers that write to people only: qmail, Exim, Exchange's short form, Google's, and their like. */
export function isPlainBounce(headers: Headers, subject: string): boolean {
  if (headers.first('x-failed-recipients') !== undefined) return true
  return senders.test(headers.first('from') ?? headers.first('return-path') ?? '') && subjects.test(subject)
}

export function readPlainBounce(headers: Headers, subject: string, body: string): Bounce | undefined {
  if (!isPlainBounce(headers, subject) || !failing.test(body)) return undefined
  const head = body.slice(0, 20_000)
  const returned = head.search(
    /^-+ ?(?:below this line is a copy|this is a copy of the|original message|returned message)/im,
  )
  const report = returned < 0 ? head : head.slice(0, returned)
  const rest = returned < 0 ? head : head.slice(returned)
  const named =
    headers.first('x-failed-recipients')?.split(',')[0] ??
    /<([^<>\s]+@[^<>\s]+)>/.exec(report)?.[1] ??
    /\b([^\s<>"'(),;:]+@[a-z0-9.-]+\.[a-z0-9-]+)\b/i.exec(report)?.[1]
  const line =
    report.split('\n').find(each => /\b[45]\d\d[ -]|\b5\.\d+\.\d+\b/.test(each)) ?? failing.exec(report)?.[0] ?? ''
  return {
    action: delaying.test(subject) ? 'delayed' : 'failed',
    recipient: normalAddress((named ?? '').trim()),
    status: /\b5\.\d{1,3}\.\d{1,3}\b/.exec(report)?.[0],
    said: oneLine(line),
    original: messageIds(/^(?:>\s?)*message-id:\s*(<[^<>\s]+>)/im.exec(rest)?.[1])[0] ?? originalIn(headers),
  }
}

/** The returned mail's id: from the part itself, else from what the report refers to. */
export function originalId(
  returned: Uint8Array | undefined,
  encoding: string | undefined,
  headers: Headers,
): string | undefined {
  const inside =
    returned &&
    messageIds(
      readHeaders(Buffer.from(decodeText(decodeTransfer(returned, encoding), undefined))).first('message-id'),
    )[0]
  return inside ?? originalIn(headers)
}

const originalIn = (headers: Headers): string | undefined =>
  messageIds(headers.first('x-original-message-id'))[0] ??
  messageIds(headers.first('in-reply-to'))[0] ??
  messageIds(headers.first('references')).at(-1)

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, 300)
