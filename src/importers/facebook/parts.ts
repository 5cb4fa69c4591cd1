import type { ImportRecord } from '#importers/contract.ts'
import { filled, instantOf, personNamed, profileNamed, rejected } from '../people.ts'
import { accountKey, accountOfUrl, profileOf } from '../profiles.ts'
import { digestOf } from '../text/digest.ts'
import { isJsonObject, type JsonObject, jsonList, jsonText } from '../text/json.ts'
import { repairText } from './mojibake.ts'

export type Network = 'facebook' | 'instagram'
export type Place = { file: string; row: number }

const textOf = (value: unknown): string => repairText(jsonText(value) ?? '')
export const nameOf = textOf

const instant = (value: unknown, unit: 'seconds' | 'milliseconds') =>
  typeof value === 'number' ? instantOf(value, unit) : undefined

/** Lists of Facebook's export: which of them make a person, which an invitation, which nothing. */
export const facebookLists = {
  friends_v2: 'friend',
  followers_v3: 'person',
  followers_v2: 'person',
  following_v3: 'person',
  following_v2: 'person',
  received_requests_v2: 'invited-me',
  sent_requests_v2: 'invited',
  rejected_requests_v2: 'nothing',
  deleted_friends_v2: 'nothing',
  removed_friends_v2: 'nothing',
} as const
export type FacebookList = keyof typeof facebookLists
export const isFacebookList = (name: string): name is FacebookList => Object.hasOwn(facebookLists, name)

/** `{name, timestamp}`: neither id nor address, so name and date together name the person in every export. */
export function readFriend(entry: unknown, list: FacebookList, place: Place): ImportRecord {
  const name = isJsonObject(entry) ? textOf(entry.name) : ''
  const at = isJsonObject(entry) ? instant(entry.timestamp, 'seconds') : undefined
  if (!name) return rejected(place.file, place.row, 'This entry has no name.', JSON.stringify(entry) ?? '')
  const kind = facebookLists[list]
  if (kind === 'nothing')
    return { kind: 'empty', ...place, why: 'They are no longer, or never were, among the friends.' }
  if (kind === 'invited' || kind === 'invited-me') {
    if (!at) return rejected(place.file, place.row, 'This request has no date.', JSON.stringify(entry))
    const direction = kind === 'invited' ? 'out' : 'in'
    const key = `facebook:request:${digestOf(direction, name, at)}`
    return { kind: 'invitation', ...place, key, tool: 'facebook', direction, name, sentAt: at }
  }
  return {
    kind: 'person',
    ...place,
    key: `facebook:${digestOf(name, at ?? '')}`,
    person: {
      ...personNamed(name, [profileNamed('facebook', name)]),
      ...(kind === 'friend' && at && { connectedAt: at }),
    },
  }
}

/** Instagram's followers and those followed: `{title?, string_list_data: [{href, value?, timestamp}]}`. */
export function readFollow(entry: unknown, place: Place): ImportRecord {
  const data = isJsonObject(entry) ? jsonList(entry.string_list_data).find(isJsonObject) : undefined
  const href = (jsonText(data?.href) ?? '').replace('instagram.com/_u/', 'instagram.com/')
  const handle = textOf(data?.value) || (isJsonObject(entry) ? textOf(entry.title) : '')
  const account = accountOfUrl(href) ?? accountOfUrl(`https://www.instagram.com/${handle}`)
  if (account?.tool !== 'instagram')
    return rejected(place.file, place.row, 'This entry names no Instagram account.', JSON.stringify(entry) ?? '')
  return {
    kind: 'person',
    ...place,
    key: accountKey(account),
    person: personNamed(account.handle, [{ ...profileOf(account), displayName: account.handle }]),
  }
}

export const participantNames = (value: unknown): string[] =>
  jsonList(value)
    .map(entry => (isJsonObject(entry) ? textOf(entry.name) : textOf(entry)))
    .filter(name => name !== '')

export type Thread = { id: string; tool: Network; owner: string; participants: readonly string[]; title: string }

/** A message of either layout: `sender_name` in the archive, `senderName` among the encrypted chats. */
export function readMessage(entry: JsonObject, thread: Thread, place: Place): ImportRecord {
  const sender = textOf(entry.sender_name ?? entry.senderName)
  const sentAt = instant(entry.timestamp_ms ?? entry.timestamp, 'milliseconds')
  if (!sender || !sentAt)
    return rejected(place.file, place.row, 'This message has no sender or no date.', JSON.stringify(entry))
  const text = textOf(entry.content ?? entry.text)
  if (!text) return { kind: 'empty', ...place, why: 'A picture, sticker or call without words.' }
  const isMine = sender === thread.owner
  const others = thread.participants.filter(name => name !== thread.owner)
  return {
    kind: 'message',
    ...place,
    key: `${thread.tool}:${digestOf(thread.id, sender, sentAt, text)}`,
    tool: thread.tool,
    conversationKey: `${thread.tool}:${thread.id}`,
    ...filled('conversationTitle', thread.title),
    ...(!isMine && { from: { name: sender } }),
    to: isMine ? others.map(name => ({ name })) : [{ name: thread.owner }],
    ...(others.length > 1 && { surface: 'room' as const }),
    sentAt,
    text,
  }
}
