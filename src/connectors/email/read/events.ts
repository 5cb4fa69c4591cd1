import { dayMs, hourMs } from '#kernel/clock.ts'
import type { NetworkEvent, RemoteFile } from '../../contract.ts'
import { headerText, normalAddress } from '../address.ts'
import { derivedKey, messageKey, ownTarget, txnHeader, txnIn, txnOfHeader } from '../keys.ts'
import { refusalText } from '../refusals.ts'
import type { Tail, Threads } from '../threads.ts'
import { automaticKind } from './automatic.ts'
import { type Bounce, isPlainBounce, originalId, readDeliveryStatus, readPlainBounce } from './bounce.ts'
import { decodeWords } from './decode.ts'
import type { Fetched, MessageAddressObject } from './fetched.ts'
import { fileUrl } from './files.ts'
import { type Headers, isAnswerSubject, messageIds, subjectText } from './headers.ts'
import { partText, wordsOf } from './words.ts'

type MessageEvent = Extract<NetworkEvent, { kind: 'message' }>

export type Reading = {
  /** Our addresses in their normal form; the first is the account's. */
  own: readonly [string, ...string[]]
  threads: Threads
  /** Mail that was received before this instant is history: it lay somewhere else, or was there before us. */
  historyUntil: Date
  /** Newsletters and lists are left out. */
  skipLists: boolean
}

const maxPeople = 10

/** What one mail means. The same mail gives the same keys whatever folder it lies in. */
export function eventsOf(mail: Fetched, reading: Reading): readonly NetworkEvent[] {
  if (mail.flags.has('\\Draft') || mail.labels.has('\\Draft')) return []
  const { headers, envelope } = mail
  const subject = subjectText(headers.first('subject')) || headerText(envelope.subject ?? '')
  const sender = legible(people(envelope.from)[0] ?? people(envelope.sender)[0], headers)
  const own = isOwn(mail, sender?.id, reading)
  if (own === 'doubtful') return []
  if (own === 'no') {
    const bounce = bounceOf(mail, subject)
    if (bounce) return reportEvents(mail, bounce)
  }
  const automatic = own === 'yes' ? undefined : automaticKind(headers, subject)
  if (automatic === 'list' && reading.skipLists && !answersOurs(mail)) return []
  const messageId = messageIds(headers.first('message-id'))[0] ?? messageIds(envelope.messageId)[0]
  const others = own === 'yes' ? recipientsOf(mail, reading) : sender ? [sender] : []
  const first = others[0]
  if (!first) return []
  const { text, folded } = wordsOf(mail)
  const sentAt = sentAtOf(mail)
  const files = filesOf(mail, messageId)
  const key = messageId
    ? messageKey(messageId)
    : derivedKey([
        headers.first('date') ?? '',
        headers.first('from') ?? '',
        subject,
        String(sentAt.getTime()),
        text.slice(0, 500),
      ])
  const parent = parentOf(mail, first.id, subject, sentAt, messageId, reading)
  const txn = own === 'yes' ? (txnOfHeader(headers.first(txnHeader)) ?? txnIn(messageId)) : undefined
  if (messageId && automatic === undefined)
    learn(reading, first.id, { mail, messageId, subject, sentAt, own: own === 'yes' })
  return others.map((person, index): MessageEvent => {
    const copy = index === 0 ? '' : `>${person.id}`
    return {
      kind: 'message',
      key: `${key}${copy}`,
      otherKeys: index === 0 ? [...(txn ? [txn] : []), ...(mail.emailId ? [`eid:${mail.emailId}`] : [])] : [],
      conversation: { id: person.id, kind: 'direct', ...(own === 'yes' && person.name ? { title: person.name } : {}) },
      from: own === 'yes' ? { id: reading.own[0] } : person,
      own: own === 'yes',
      text: text !== '' || files.length > 0 ? text : subject,
      sentAt,
      history: mail.receivedAt < reading.historyUntil,
      ...(parent ? { replyTo: messageKey(parent) } : {}),
      ...(files.length > 0 ? { files } : {}),
      ...(subject === '' ? {} : { subject }),
      ...(folded === '' ? {} : { folded }),
      ...(automatic ? { automatic } : {}),
    }
  })
}

/** Ours is what lies in Sent. Elsewhere our address in From proves nothing: anybody can write it there. */
function isOwn(mail: Fetched, sender: string | undefined, reading: Reading): 'yes' | 'no' | 'doubtful' {
  if (mail.role === 'sent' || (mail.role === 'all' && mail.labels.has('\\Sent'))) return 'yes'
  return sender !== undefined && reading.own.includes(sender) ? 'doubtful' : 'no'
}

function people(list: readonly MessageAddressObject[] | undefined): readonly { id: string; name?: string }[] {
  return (list ?? []).flatMap(each => {
    const id = normalAddress((each.address ?? '').trim())
    if (!id) return []
    const name = headerText(each.name ?? '')
      .replaceAll(/^['"]+|['"]+$/g, '')
      .slice(0, 200)
    return [name === '' || name.toLowerCase() === id ? { id } : { id, name }]
  })
}

/** Names in bare bytes of another charset are read from the header again. */
function legible(person: { id: string; name?: string } | undefined, headers: Headers): typeof person {
  if (!person?.name?.includes('\ufffd')) return person
  const name = decodeWords((headers.first('from') ?? '').replace(/<[^<>]*>.*$/, '')).replaceAll(
    /^['"\s]+|['"\s]+$/g,
    '',
  )
  return name === '' ? { id: person.id } : { id: person.id, name: name.slice(0, 200) }
}

function recipientsOf({ envelope }: Fetched, reading: Reading): readonly { id: string; name?: string }[] {
  const all = [...people(envelope.to), ...people(envelope.cc), ...people(envelope.bcc)]
  const others = [...new Map(all.filter(each => !reading.own.includes(each.id)).map(each => [each.id, each])).values()]
  return others.length > maxPeople ? others.slice(0, 1) : others
}

/** The sender's clock where it can be right, else the server's. */
function sentAtOf({ headers, envelope, receivedAt }: Fetched): Date {
  const given = new Date(envelope.date ?? headers.first('date') ?? Number.NaN)
  const behindMs = receivedAt.getTime() - given.getTime()
  return behindMs > -hourMs && behindMs < 7 * dayMs ? given : receivedAt
}

function parentOf(
  mail: Fetched,
  person: string,
  subject: string,
  at: Date,
  messageId: string | undefined,
  reading: Reading,
): string | undefined {
  const answered =
    messageIds(mail.headers.first('in-reply-to'))[0] ?? messageIds(mail.headers.first('references')).at(-1)
  if (answered) return answered === messageId ? undefined : answered
  if (!isAnswerSubject(subject)) return undefined
  const before = reading.threads.before(person, subject, at, mail.threadId)
  return before === messageId ? undefined : before
}

function answersOurs({ headers }: Fetched): boolean {
  return [...messageIds(headers.first('in-reply-to')), ...messageIds(headers.first('references'))].some(
    id => txnIn(id) !== undefined,
  )
}

function learn(
  reading: Reading,
  person: string,
  {
    mail,
    messageId,
    subject,
    sentAt,
    own,
  }: { mail: Fetched; messageId: string; subject: string; sentAt: Date; own: boolean },
): void {
  reading.threads.learn(person, tailOf(mail, messageId, subject, sentAt, own), mail.threadId)
}

export function tailOf(mail: Fetched, messageId: string, subject: string, at: Date, own: boolean): Tail {
  const replyTo = own ? undefined : people(mail.envelope.replyTo)[0]?.id
  const sender = people(mail.envelope.from)[0]?.id
  return {
    messageId,
    references: messageIds(mail.headers.first('references')),
    subject,
    at,
    replyTo: replyTo === sender ? undefined : replyTo,
  }
}

function filesOf(mail: Fetched, messageId: string | undefined): readonly RemoteFile[] {
  return mail.layout.attachments.map(({ id, name, mimeType, bytes }) => ({
    url: fileUrl(mail.place, id, messageId),
    name,
    mimeType,
    bytes,
  }))
}

function bounceOf(mail: Fetched, subject: string): readonly Bounce[] | undefined {
  const { layout, bodies, headers } = mail
  if (layout.status) {
    const reports = readDeliveryStatus(partText({ ...layout.status, type: 'text/plain' }, bodies.get(layout.status.id)))
    if (reports.length > 0) {
      const original = originalId(layout.returned && bodies.get(layout.returned.id), layout.returned?.encoding, headers)
      return reports.map(report => ({ ...report, original }))
    }
  }
  if (!isPlainBounce(headers, subject)) return undefined
  const body = layout.texts.map(part => partText(part, bodies.get(part.id))).join('\n\n')
  const bounce = readPlainBounce(headers, subject, body)
  return bounce?.original ? [bounce] : undefined
}

/** A refusal or receipt at the mail it means; a delay is no news yet, for the server goes on trying. */
function reportEvents(mail: Fetched, reports: readonly Bounce[]): readonly NetworkEvent[] {
  const at = mail.receivedAt
  return reports.flatMap((report): NetworkEvent[] => {
    if (!report.original) return []
    const target = ownTarget(report.original)
    const key = `${report.action}:${target}:${report.recipient ?? ''}`
    if (report.action === 'failed')
      return [
        {
          kind: 'failed',
          key,
          target,
          code: report.status ?? 'bounced',
          text: refusalText(report.status, report.said),
          at,
        },
      ]
    if (report.action === 'delayed' || !report.recipient) return []
    return [
      { kind: 'receipt', key, target, conversation: { id: report.recipient, kind: 'direct' }, state: 'delivered', at },
    ]
  })
}
