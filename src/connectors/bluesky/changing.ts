import { z } from 'zod'
import { asOutcome, CallFailure } from '../call-failure.ts'
import type { RemoteConversation, RemoteId, SendOutcome } from '../contract.ts'
import { personIn } from './address.ts'
import type { Client } from './client.ts'
import type { Cursor } from './cursor.ts'
import type { Directory } from './directory.ts'
import { heart, repost } from './events.ts'
import { chatIn, partsOf, postIn } from './keys.ts'
import { isChatClosed } from './reading.ts'
import { chatClosed } from './sending.ts'
import { message, messages, oneConvo, posts, written } from './shapes.ts'

export type ChangeDeps = { client: Client; directory: Directory; cursor(): Cursor; now: () => Date }

const hearts = new Set([heart, '❤', '👍', '⭐'])
const anything = z.unknown()
const refused = (code: string, text: string): SendOutcome => ({ kind: 'refused', code, text })

/** Deletions, likes, reposts, reactions in the chat, and follows. */
export function createChanges({ client, directory, cursor, now }: ChangeDeps) {
  const keyOf = (target: string) => cursor().sent.find(([txn]) => txn === target)?.[1] ?? target
  const repo = () => client.me()?.did ?? ''

  const create = (collection: string, record: object, signal: AbortSignal) =>
    client.procedure(
      'com.atproto.repo.createRecord',
      written,
      { repo: repo(), collection, record: { $type: collection, ...record, createdAt: now().toISOString() } },
      signal,
    )

  const remove = async (uri: string, signal: AbortSignal) => {
    const parts = partsOf(uri)
    if (parts)
      await client.procedure(
        'com.atproto.repo.deleteRecord',
        anything,
        { repo: repo(), collection: parts.collection, rkey: parts.rkey },
        signal,
      )
  }

  return {
    retract: (target: string, signal: AbortSignal) =>
      asOutcome(async () => {
        const uri = postIn(keyOf(target))
        if (!uri)
          return refused('cannot-retract', 'Bluesky’s chat deletes a message for yourself only; they would keep it.')
        await remove(uri, signal)
        return { kind: 'accepted', key: `retract:${uri}`, at: now() }
      }),

    react: (to: RemoteConversation, target: string, emoji: readonly string[], signal: AbortSignal) =>
      asOutcome(async () => {
        const key = keyOf(target)
        const done: SendOutcome = { kind: 'accepted', key: `reacted:${key}:${now().getTime()}`, at: now() }
        const uri = postIn(key)
        if (uri) {
          const strange = emoji.find(each => !hearts.has(each) && each !== repost)
          if (strange !== undefined)
            return refused(
              'no-such-reaction',
              `Posts on Bluesky know a like (${heart}) and a repost (${repost}), not ${strange}.`,
            )
          const {
            posts: [view],
          } = await client.query('app.bsky.feed.getPosts', posts, { uris: [uri] }, signal)
          if (!view) return refused('no-such-post', 'Bluesky does not find this post. It may be gone.')
          const subject = { uri: view.uri, cid: view.cid }
          for (const [wanted, there, collection] of [
            [emoji.some(each => hearts.has(each)), view.viewer?.like, 'app.bsky.feed.like'],
            [emoji.includes(repost), view.viewer?.repost, 'app.bsky.feed.repost'],
          ] as const) {
            if (wanted && !there) await create(collection, { subject }, signal)
            if (!wanted && there) await remove(there, signal)
          }
          return done
        }
        const messageId = chatIn(key)
        const did = await directory.findDid(personIn(to), signal)
        if (!messageId || !did) return refused('cannot-react', 'Kith does not know which message this was.')
        try {
          const { convo } = await client.query(
            'chat.bsky.convo.getConvoForMembers',
            oneConvo,
            { members: [did] },
            signal,
          )
          const { messages: latest } = await client.query(
            'chat.bsky.convo.getMessages',
            messages,
            { convoId: convo.id, limit: '100' },
            signal,
          )
          const before = latest.flatMap(each => message.safeParse(each).data ?? []).find(({ id }) => id === messageId)
          const ours = (before?.reactions ?? []).flatMap(({ value, sender }) => (sender.did === repo() ? value : []))
          const change = (what: string, value: string) =>
            client.procedure(`chat.bsky.convo.${what}`, anything, { convoId: convo.id, messageId, value }, signal)
          for (const value of emoji) if (!ours.includes(value)) await change('addReaction', value)
          for (const value of ours) if (!emoji.includes(value)) await change('removeReaction', value)
        } catch (error) {
          if (isChatClosed(error)) return chatClosed()
          if (error instanceof CallFailure && error.error === 'ReactionLimitReached')
            return refused('too-many-reactions', 'Bluesky takes five reactions to a message from each.')
          throw error
        }
        return done
      }),

    /** Gives their profile as it was just before. */
    async follow(person: RemoteId, signal: AbortSignal) {
      const did = await directory.findDid(person, signal)
      if (!did) return undefined
      const profile = await directory.getProfile(did, signal)
      if (!profile.viewer?.following) await create('app.bsky.graph.follow', { subject: did }, signal)
      return profile
    },
  }
}
