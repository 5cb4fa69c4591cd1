import type { NetworkEvent, RemoteConversation, RemoteFile, RemotePerson } from '../contract.ts'
import { directWith, fullAddress, publicWith } from './address.ts'
import { contentToText, withoutAddressees } from './content.ts'
import { statusKey } from './keys.ts'
import type { Notification, Person, Status } from './shapes.ts'

export const star = '⭐'
export const boost = '🔁'

/** Who we are, and what the server's words mean. */
export type Reading = {
  me: { id: string; address: string }
  host: string
  /** snac calls “private” what goes to the people mentioned and nobody else. */
  privateIsDirect: boolean
}

type Message = Extract<NetworkEvent, { kind: 'message' }>

const addressOf = (acct: string, { host }: Reading) => fullAddress(acct, host)

export function personOf(account: Person, reading: Reading): RemotePerson {
  const name = account.display_name.trim()
  const id = addressOf(account.acct, reading)
  return name === '' || name === account.acct ? { id } : { id, name }
}

export const isDirect = (status: Status, { privateIsDirect }: Reading): boolean =>
  status.visibility === 'direct' || (privateIsDirect && status.visibility === 'private')

const isOwn = (status: Status, { me }: Reading) => status.account.id === me.id

/** With the writer; a post of ours stands with the first whom it speaks to. Undefined for one that speaks to nobody. */
export function conversationOf(status: Status, reading: Reading): RemoteConversation | undefined {
  const other = isOwn(status, reading)
    ? status.mentions.map(({ acct }) => addressOf(acct, reading)).find(each => each !== reading.me.address)
    : addressOf(status.account.acct, reading)
  if (other === undefined) return undefined
  return isDirect(status, reading) ? directWith(other) : publicWith(other)
}

const nameIn = (url: string) => {
  const last = URL.canParse(url) ? new URL(url).pathname.split('/').findLast(Boolean) : undefined
  return decodeURIComponent(last ?? 'file')
}
const types: Readonly<Record<string, string>> = {
  image: 'image/*',
  video: 'video/*',
  gifv: 'video/mp4',
  audio: 'audio/*',
}

function filesOf(status: Status): RemoteFile[] {
  return status.media_attachments.flatMap(({ url, remote_url: remote, type, description }) => {
    const address = url ?? remote
    if (!address || !/^https?:/i.test(address)) return []
    const mimeType = types[type]
    return [
      {
        url: address,
        name: nameIn(address),
        ...(mimeType && !mimeType.includes('*') ? { mimeType } : {}),
        ...(description ? { description } : {}),
      },
    ]
  })
}

/** What was said, without the names that only address it. */
export function wordsOf(status: Status, reading: Reading): string {
  const names = status.mentions.flatMap(({ acct }) => [addressOf(acct, reading), `@${acct}`.toLowerCase()])
  return withoutAddressees(contentToText(status.content), [...names, reading.me.address])
}

export function messageOf(
  status: Status,
  reading: Reading,
  given: { history: boolean; txn?: string | undefined },
  conversation = conversationOf(status, reading),
): Message | undefined {
  if (!conversation) return undefined
  const files = filesOf(status)
  const warning = status.spoiler_text.trim()
  return {
    kind: 'message',
    key: statusKey(status.id),
    otherKeys: given.txn === undefined ? [] : [given.txn],
    conversation,
    from: personOf(status.account, reading),
    own: isOwn(status, reading),
    text: wordsOf(status, reading),
    sentAt: status.created_at,
    history: given.history,
    ...(status.in_reply_to_id ? { replyTo: statusKey(status.in_reply_to_id) } : {}),
    ...(files.length > 0 ? { files } : {}),
    ...(warning === '' ? {} : { warning }),
  }
}

export function editOf(status: Status, reading: Reading): NetworkEvent | undefined {
  const conversation = conversationOf(status, reading)
  const at = status.edited_at
  if (!conversation || !at) return undefined
  return {
    kind: 'edit',
    key: `edit:${status.id}:${at.toISOString()}`,
    target: statusKey(status.id),
    conversation,
    from: personOf(status.account, reading),
    ...(isOwn(status, reading) ? { own: true } : {}),
    text: wordsOf(status, reading),
    at,
  }
}

/** `both`: they favourited and boosted it, so one does not take the other back. */
export function reactionOf(notice: Notification, reading: Reading, both: boolean): NetworkEvent | undefined {
  const { status } = notice
  const emoji = notice.type === 'favourite' ? star : boost
  const from = personOf(notice.account, reading)
  if (!status) return undefined
  return {
    kind: 'reaction',
    key: `${notice.type}:${notice.id}`,
    target: statusKey(status.id),
    conversation: conversationOf(status, reading) ?? publicWith(from.id),
    from,
    emoji: both ? [star, boost] : [emoji],
    at: notice.created_at,
  }
}
