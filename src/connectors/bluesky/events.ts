import type { NetworkEvent, RemoteConversation, RemoteFile, RemotePerson } from '../contract.ts'
import { idOf } from './address.ts'
import { type Cursor, rememberName } from './cursor.ts'
import { chatKey, postKey } from './keys.ts'
import { wholeText } from './rich-text.ts'
import type { ChatMessage, Post, Profile } from './shapes.ts'

type Message = Extract<NetworkEvent, { kind: 'message' }>

export const heart = '❤️'
export const repost = '🔁'

/** The person as they are known here, whatever their handle is by now. */
export function personOf(cursor: Cursor, profile: Pick<Profile, 'did' | 'handle' | 'displayName'>): RemotePerson {
  const id = idOf(rememberName(cursor, profile.did, profile.handle))
  const name = profile.displayName?.trim()
  return name ? { id, name } : { id }
}

const cdn = 'https://cdn.bsky.app/img/feed_fullsize/plain'

function filesOf(post: Post, did: string): RemoteFile[] {
  return (post.embed?.images ?? []).map(({ alt, image }, at) => ({
    url: `${cdn}/${did}/${image.ref.$link}@jpeg`,
    name: `picture-${at + 1}.jpg`,
    mimeType: 'image/jpeg',
    ...(alt === '' ? {} : { description: alt }),
  }))
}

export function postEvent(
  given: { uri: string; did: string; post: Post; from: RemotePerson; conversation: RemoteConversation },
  more: { own: boolean; history: boolean; txn?: string | undefined; at: Date },
): Message {
  const { uri, did, post, from, conversation } = given
  const files = filesOf(post, did)
  const warning = (post.labels?.values ?? []).map(({ val }) => val).join(', ')
  const written = new Date(post.createdAt)
  // Programs may write any time into a post; one that was never is not believed.
  const sentAt = Number.isNaN(written.getTime()) || written > more.at ? more.at : written
  return {
    kind: 'message',
    key: postKey(uri),
    otherKeys: more.txn === undefined ? [] : [more.txn],
    conversation,
    from,
    own: more.own,
    text: wholeText(post.text, post.facets),
    sentAt,
    history: more.history,
    ...(post.reply ? { replyTo: postKey(post.reply.parent.uri) } : {}),
    ...(files.length > 0 ? { files } : {}),
    ...(warning === '' ? {} : { warning }),
  }
}

export function chatEvent(
  said: ChatMessage,
  given: {
    from: RemotePerson
    conversation: RemoteConversation
    own: boolean
    history: boolean
    txn?: string | undefined
  },
): Message | undefined {
  if (said.text === undefined) return undefined
  const { txn, ...who } = given
  return {
    kind: 'message',
    key: chatKey(said.id),
    otherKeys: txn === undefined ? [] : [txn],
    ...who,
    text: wholeText(said.text, said.facets),
    sentAt: said.sentAt,
    ...(said.replyTo ? { replyTo: chatKey(said.replyTo.id) } : {}),
  }
}
