import { minuteMs } from '#kernel/clock.ts'
import { asOutcome, CallFailure, outcomeOf } from '../call-failure.ts'
import type { NetworkEvent, SendOutcome, SendRequest } from '../contract.ts'
import { handleIn, idOf, parsePostUrl, personIn } from './address.ts'
import type { Client } from './client.ts'
import { type Cursor, rememberName, rememberSent, rememberTail } from './cursor.ts'
import { type Directory, otherIn } from './directory.ts'
import { chatEvent, postEvent } from './events.ts'
import { chatIn, chatKey, madeAt, postIn, postKey, recordKey } from './keys.ts'
import { limits } from './manifest.ts'
import { isChatClosed } from './reading.ts'
import { countGraphemes, facetsOf, marksIn } from './rich-text.ts'
import {
  available,
  blob,
  type Convo,
  found,
  message,
  messages,
  oneConvo,
  type Post,
  post,
  posts,
  type postView,
  written,
} from './shapes.ts'

export type SendDeps = {
  client: Client
  directory: Directory
  cursor(): Cursor
  patch(change: (cursor: Cursor) => void): void
  commit(events: readonly NetworkEvent[]): Promise<void>
  openedAt: Date
  now: () => Date
}

const refused = (code: string, text: string): SendOutcome => ({ kind: 'refused', code, text })
const flat = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

export const chatClosed = (): SendOutcome =>
  refused(
    'chat-not-allowed',
    'This app password may not use direct messages. Make one that may, in Bluesky’s settings under App passwords, and enter it here.',
  )

export type Outgoing = ReturnType<typeof createOutgoing>

export function createOutgoing(deps: SendDeps) {
  const { client, directory } = deps
  /** Sends that may have arrived: an own message with these words is theirs. */
  const unsure = new Map<string, { to: string; text: string; since: Date }>()
  const underWay = new Set<Promise<unknown>>()

  function txnOf(key: string, said: { conversation: string; text: string; at: Date }): string | undefined {
    const known = deps.cursor().sent.find(([, each]) => each === key)?.[0]
    if (known) return known
    for (const [txn, { to, text, since }] of unsure) {
      if (to !== said.conversation || said.at < since || flat(text) !== flat(said.text)) continue
      unsure.delete(txn)
      deps.patch(cursor => rememberSent(cursor, txn, key))
      return txn
    }
    return undefined
  }

  const isAgain = (txn: string) => unsure.has(txn) || (madeAt(txn) ?? deps.now()) < deps.openedAt

  async function richText(text: string, signal: AbortSignal): Promise<object> {
    const marks = marksIn(text)
    const names = marks.flatMap(mark => (mark.kind === 'mention' ? mark.handle : []))
    const facets = facetsOf(marks, await directory.findDids(names, signal))
    return facets.length > 0 ? { text, facets } : { text }
  }

  function tooLong(text: string, graphemes: number, bytes: number): SendOutcome | undefined {
    const length = countGraphemes(text)
    if (length <= graphemes && Buffer.byteLength(text) <= bytes) return undefined
    return refused('too-long', `This has ${length} characters; Bluesky carries ${graphemes} here. Please shorten it.`)
  }

  async function accept(
    request: SendRequest,
    key: string,
    echo: NetworkEvent | undefined,
    at: Date,
  ): Promise<SendOutcome> {
    unsure.delete(request.txn)
    deps.patch(cursor => {
      rememberSent(cursor, request.txn, key)
      if (request.to.kind === 'public') rememberTail(cursor, request.to.id, key)
    })
    if (echo) await deps.commit([echo]).catch(() => undefined)
    return { kind: 'accepted', key, at }
  }

  async function attempt(
    request: SendRequest,
    act: () => Promise<SendOutcome>,
    signal: AbortSignal,
  ): Promise<SendOutcome> {
    try {
      return await act()
    } catch (error) {
      const maybe = signal.aborted || (error instanceof CallFailure && error.reached === 'maybe')
      if (!maybe) throw error
      const since = new Date(deps.now().getTime() - 2 * minuteMs)
      unsure.set(request.txn, { to: request.to.id, text: request.text, since })
      if (error instanceof CallFailure) return outcomeOf(error)
      return { kind: 'unknown', why: 'Kith stopped while this was being sent.' }
    }
  }

  async function chat(request: SendRequest, signal: AbortSignal): Promise<SendOutcome> {
    if ((request.files ?? []).length > 0)
      return refused('no-files', 'Bluesky’s chat carries no files. Send a link to it.')
    const long = tooLong(request.text, limits.chatGraphemes, limits.chatBytes)
    if (long) return long
    const person = personIn(request.to)
    const did = await directory.findDid(person, signal)
    if (!did) return nobody(person)
    const convo = await openConvo(person, did, signal)
    if (!('members' in convo)) return convo
    if (convo.status === 'request')
      await client.procedure('chat.bsky.convo.acceptConvo', message.partial(), { convoId: convo.id }, signal)
    if (isAgain(request.txn)) {
      const before = await findChat(request, convo.id, signal)
      if (before) return before
    }
    const answered =
      request.replyTo === undefined ? undefined : (chatIn(request.replyTo) ?? chatIn(sentAs(request.replyTo) ?? ''))
    const json = {
      convoId: convo.id,
      message: { ...(await richText(request.text, signal)), ...(answered ? { replyTo: { messageId: answered } } : {}) },
    }
    return attempt(
      request,
      async () => {
        const made = await client.procedure('chat.bsky.convo.sendMessage', message, json, signal)
        return accept(request, chatKey(made.id), chatEcho(request, made), made.sentAt)
      },
      signal,
    )
  }

  const sentAs = (txn: string) => deps.cursor().sent.find(([each]) => each === txn)?.[1]

  function chatEcho(request: SendRequest, made: ReturnType<typeof message.parse>) {
    const from = { id: idOf(client.me()?.handle ?? '') }
    return chatEvent(made, { from, conversation: request.to, own: true, history: false, txn: request.txn })
  }

  /** What an earlier try of the same send became. */
  async function findChat(
    request: SendRequest,
    convoId: string,
    signal: AbortSignal,
  ): Promise<SendOutcome | undefined> {
    const since = new Date((madeAt(request.txn) ?? deps.openedAt).getTime() - minuteMs)
    const latest = await client.query('chat.bsky.convo.getMessages', messages, { convoId, limit: '50' }, signal)
    for (const each of latest.messages) {
      const read = message.safeParse(each)
      if (!read.success || read.data.sender.did !== client.me()?.did || read.data.sentAt < since) continue
      const key = chatKey(read.data.id)
      if (flat(read.data.text ?? '') !== flat(request.text) || deps.cursor().sent.some(([, known]) => known === key))
        continue
      return accept(request, key, chatEcho(request, read.data), read.data.sentAt)
    }
    return undefined
  }

  async function openConvo(person: string, did: string, signal: AbortSignal): Promise<Convo | SendOutcome> {
    const can = await client.query('chat.bsky.convo.getConvoAvailability', available, { members: [did] }, signal)
    if (!can.canChat) return windowClosed(person, did, signal)
    if (can.convo && otherIn(can.convo, client.me()?.did ?? '')) return can.convo
    try {
      return (await client.query('chat.bsky.convo.getConvoForMembers', oneConvo, { members: [did] }, signal)).convo
    } catch (error) {
      if (error instanceof CallFailure && /^(?:MessagesDisabled|NotFollowedBySender)$/.test(error.error))
        return windowClosed(person, did, signal)
      throw error
    }
  }

  /** The person decides who may write to them, and a public reply stays possible. */
  async function windowClosed(person: string, did: string, signal: AbortSignal): Promise<SendOutcome> {
    const profile = await directory.getProfile(did, signal).catch(() => undefined)
    const who = profile?.associated?.chat?.allowIncoming
    const takes = who === 'none' ? 'takes no chat messages' : 'takes chat messages only from people they follow'
    return refused('window-closed', `${handleIn(person)} ${takes}. Answer what they post, in public.`)
  }

  async function targetOf(
    request: SendRequest,
    signal: AbortSignal,
  ): Promise<SendOutcome | typeof postView._output | undefined> {
    const { replyTo, to } = request
    const page = replyTo === undefined ? undefined : parsePostUrl(replyTo)
    let uri: string | undefined
    if (page) {
      const did = page.who.startsWith('did:')
        ? page.who
        : (await directory.findDids([page.who.toLowerCase()], signal)).get(page.who.toLowerCase())
      uri = did && `at://${did}/app.bsky.feed.post/${page.rkey}`
    } else uri = postIn((replyTo && (postIn(replyTo) ? replyTo : sentAs(replyTo))) || deps.cursor().tails[to.id] || '')
    if (!uri) return page ? noSuchPost : undefined
    const answer = await client.query('app.bsky.feed.getPosts', posts, { uris: [uri] }, signal)
    return answer.posts[0] ?? (page ? noSuchPost : undefined)
  }
  const noSuchPost = refused('no-such-post', 'Bluesky does not find this post. It may be gone.')
  const nobody = (person: string) =>
    refused('no-such-person', `Nobody has the handle ${handleIn(person)}. Check how it is written.`)

  async function publish(request: SendRequest, signal: AbortSignal): Promise<SendOutcome> {
    const files = request.files ?? []
    if (files.length > limits.images)
      return refused('too-many-files', `A post carries ${limits.images} pictures. Send the others after it.`)
    if (files.some(({ mimeType }) => !mimeType.startsWith('image/')))
      return refused('no-files', 'A post carries pictures only.')
    const me = client.me()
    if (!me) throw new CallFailure('unreachable', 'The sign-in is not done yet.')
    const person = personIn(request.to)
    const target = await targetOf(request, signal)
    if (target && 'kind' in target) return target
    const name = handleIn(person)
    if (!target) {
      const did = await directory.findDid(person, signal)
      if (!did) return nobody(person)
      deps.patch(cursor => void rememberName(cursor, did, name))
    }
    const text = target || request.text.toLowerCase().includes(`@${name}`) ? request.text : `@${name} ${request.text}`
    const long = tooLong(text, limits.postGraphemes, limits.postBytes)
    if (long) return long
    const images: object[] = []
    for (const file of files) {
      const bytes = await file.bytes()
      if (bytes.length > limits.imageBytes)
        return refused(
          'too-big',
          `${file.name} has ${Math.ceil(bytes.length / 1_000)} kB; Bluesky carries ${limits.imageBytes / 1_000}. Make it smaller.`,
        )
      const uploaded = await client.upload(blob, bytes, file.mimeType, signal)
      images.push({ image: uploaded.blob, alt: file.description ?? '' })
    }
    const above = target && post.safeParse(target.record)
    const parent = target && { uri: target.uri, cid: target.cid }
    const record = {
      $type: 'app.bsky.feed.post',
      ...(await richText(text, signal)),
      createdAt: deps.now().toISOString(),
      ...(parent ? { reply: { parent, root: (above?.success ? above.data.reply?.root : undefined) ?? parent } } : {}),
      ...(images.length > 0 ? { embed: { $type: 'app.bsky.embed.images', images } } : {}),
    }
    const rkey = recordKey(request.txn, deps.now())
    const place = { repo: me.did, collection: 'app.bsky.feed.post', rkey }
    const uri = `at://${place.repo}/${place.collection}/${rkey}`
    const done = (made: Post) => {
      const at = new Date(made.createdAt)
      const given = { uri, did: me.did, post: made, from: { id: idOf(me.handle) }, conversation: request.to }
      return accept(request, postKey(uri), postEvent(given, { own: true, history: false, txn: request.txn, at }), at)
    }
    const readBack = async () =>
      post.parse((await client.query('com.atproto.repo.getRecord', found, place, signal)).value)
    if (isAgain(request.txn)) {
      const before = await readBack().catch((error: unknown) => {
        if (error instanceof CallFailure && error.code === 'not-found') return undefined
        throw error
      })
      if (before) return done(before)
    }
    const create = async () => {
      // “Nothing there before” makes a second try of the same post no second post.
      await client.procedure('com.atproto.repo.putRecord', written, { ...place, record, swapRecord: null }, signal)
      return done(post.parse(record))
    }
    return attempt(
      request,
      () =>
        create().catch(async (error: unknown) => {
          const lost = error instanceof CallFailure && error.reached === 'maybe' && !signal.aborted
          if (!(error instanceof CallFailure && error.error === 'InvalidSwap') && !lost) throw error
          return await readBack().then(done, () => {
            throw error
          })
        }),
      signal,
    )
  }

  return {
    txnOf,
    settled: () => Promise.allSettled([...underWay]),
    async send(request: SendRequest, signal: AbortSignal): Promise<SendOutcome> {
      if (request.to.kind === 'room') return refused('no-rooms', 'Kith does not take part in group chats on Bluesky.')
      if (request.text.trim() === '' && (request.files ?? []).length === 0)
        return refused('empty', 'There is nothing to send.')
      const sending = asOutcome(async () => {
        const known = sentAs(request.txn)
        if (known) return { kind: 'accepted', key: known, at: deps.now() }
        try {
          return await (request.to.kind === 'public' ? publish(request, signal) : chat(request, signal))
        } catch (error) {
          if (request.to.kind === 'direct' && isChatClosed(error)) return chatClosed()
          // What came before the message itself said nothing to anybody.
          if (error instanceof CallFailure && error.reached === 'maybe' && !unsure.has(request.txn))
            return { kind: 'later', retryAfterMs: 10_000, code: error.code, text: error.message }
          throw error
        }
      })
      underWay.add(sending)
      return sending.finally(() => underWay.delete(sending))
    },
  }
}
