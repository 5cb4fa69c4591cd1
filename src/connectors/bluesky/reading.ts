import { dayMs, secondMs } from '#kernel/clock.ts'
import { CallFailure } from '../call-failure.ts'
import type { NetworkEvent, RemotePerson } from '../contract.ts'
import { directWith, idOf, publicWith } from './address.ts'
import type { Client } from './client.ts'
import { reviewBond, theyFollow } from './contacts.ts'
import { type Cursor, rememberTail } from './cursor.ts'
import { type Directory, otherIn } from './directory.ts'
import { chatEvent, heart, personOf, postEvent, repost } from './events.ts'
import { chatKey, partsOf, postKey } from './keys.ts'
import { convos, log, message, messages, type Notice, notices, type Post, post, profiles, records } from './shapes.ts'

const slackMs = 5 * secondMs

export type ReadDeps = {
  client: Client
  directory: Directory
  historyDays: number
  now: () => Date
  mostPages: number
  settled(): Promise<unknown>
  /** Of a post or message of ours. */
  txnOf(key: string, said: { conversation: string; text: string; at: Date }): string | undefined
}

export type Batch = { events: NetworkEvent[]; cursor: Cursor }

/** What came since the cursor, ours and theirs, in order. The first time everything found is history. */
export async function readNews(deps: ReadDeps, before: Cursor, signal: AbortSignal): Promise<Batch> {
  const cursor = structuredClone(before)
  const events = [
    ...(await readNotices(deps, cursor, signal)),
    ...(await readOwn(deps, cursor, signal)),
    ...(await readChat(deps, cursor, signal)),
  ]
  events.sort((a, b) => timeOf(a) - timeOf(b))
  return { events, cursor }
}

const timeOf = (event: NetworkEvent) =>
  (event.kind === 'message' ? event.sentAt : event.kind === 'gap' ? event.from : event.at).getTime()

async function readNotices(deps: ReadDeps, cursor: Cursor, signal: AbortSignal): Promise<NetworkEvent[]> {
  const { client, now } = deps
  const known = cursor.notices
  const seen = new Set(known?.ids)
  const edge = known
    ? new Date(new Date(known.at).getTime() - slackMs)
    : new Date(now().getTime() - deps.historyDays * dayMs)
  const all: Notice[] = []
  let cut: Date | undefined
  let place: string | undefined
  for (let page = 0; ; page += 1) {
    const params: Record<string, string> = place ? { limit: '100', cursor: place } : { limit: '100' }
    const found = await client.query('app.bsky.notification.listNotifications', notices, params, signal)
    all.push(...found.notifications)
    const last = found.notifications.at(-1)
    if (!last || !found.cursor || last.indexedAt < edge) break
    if (known && found.notifications.every(each => seen.has(each.uri))) break
    if (page + 1 >= deps.mostPages) {
      cut = last.indexedAt
      break
    }
    place = found.cursor
  }
  const latest = all.reduce((at, each) => Math.max(at, each.indexedAt.getTime()), new Date(known?.at ?? 0).getTime())
  const near = all.filter(each => each.indexedAt.getTime() >= latest - slackMs).map(each => each.uri)
  cursor.notices = {
    at: new Date(latest).toISOString(),
    ids: [...new Set([...(known?.ids ?? []), ...near])].slice(-400),
  }
  const fresh = all
    .filter(each => each.indexedAt >= edge && !seen.has(each.uri))
    .toReversed()
    .toSorted((a, b) => a.indexedAt.getTime() - b.indexedAt.getTime())
  const events = fresh.flatMap(each => noticeEvents(deps, cursor, each, known === undefined))
  if (cut && known)
    events.unshift({
      kind: 'gap',
      key: `gap:${known.at}`,
      from: new Date(known.at),
      to: cut,
      why: 'More happened while Kith was away than it reads back. Look into your notifications on Bluesky for what lies between.',
    })
  return events
}

function noticeEvents({ client }: ReadDeps, cursor: Cursor, notice: Notice, history: boolean): NetworkEvent[] {
  const from = personOf(cursor, notice.author)
  const conversation = publicWith(from.id)
  const at = notice.indexedAt
  switch (notice.reason) {
    case 'mention':
    case 'reply':
    case 'quote': {
      const found = post.safeParse(notice.record)
      if (!found.success || notice.author.did === client.me()?.did) return []
      rememberTail(cursor, conversation.id, postKey(notice.uri))
      const given = { uri: notice.uri, did: notice.author.did, post: found.data, from, conversation }
      return [postEvent(given, { own: false, history, at })]
    }
    case 'like':
    case 'repost':
      if (!notice.reasonSubject) return []
      return [
        {
          kind: 'reaction',
          key: `notice:${notice.uri}`,
          target: postKey(notice.reasonSubject),
          conversation,
          from,
          emoji: [notice.reason === 'like' ? heart : repost],
          at,
        },
      ]
    case 'follow':
      return theyFollow(cursor, from, notice.author, at)
    default:
      return []
  }
}

/** Posts of ours that speak to somebody, from here or from another app. */
async function readOwn(deps: ReadDeps, cursor: Cursor, signal: AbortSignal): Promise<NetworkEvent[]> {
  const me = deps.client.me()
  if (!me) return []
  const known = cursor.own
  const since = new Date(deps.now().getTime() - deps.historyDays * dayMs)
  const fresh: { uri: string; post: Post }[] = []
  let place: string | undefined
  for (let page = 0; page < deps.mostPages; page += 1) {
    const params = { repo: me.did, collection: 'app.bsky.feed.post', limit: '100', ...(place ? { cursor: place } : {}) }
    const found = await deps.client.query('com.atproto.repo.listRecords', records, params, signal)
    let older = found.records.length === 0
    for (const { uri, value } of found.records) {
      const read = post.safeParse(value)
      const rkey = partsOf(uri)?.rkey ?? ''
      older ||= known === undefined ? read.success && new Date(read.data.createdAt) < since : rkey <= known
      if (!older && read.success) fresh.push({ uri, post: read.data })
    }
    if (older || !found.cursor) break
    place = found.cursor
  }
  await deps.settled()
  const newest = fresh[0] && partsOf(fresh[0].uri)?.rkey
  if (newest || known === undefined) cursor.own = newest ?? ''
  const events: NetworkEvent[] = []
  for (const { uri, post: said } of fresh.toReversed()) {
    const other = await addressee(deps, cursor, said, me.did, signal)
    if (!other) continue
    const conversation = publicWith(other.id)
    const at = new Date(said.createdAt)
    const txn = deps.txnOf(postKey(uri), { conversation: conversation.id, text: said.text, at })
    rememberTail(cursor, conversation.id, postKey(uri))
    const given = { uri, did: me.did, post: said, from: { id: idOf(me.handle) }, conversation }
    events.push(postEvent(given, { own: true, history: known === undefined, txn, at }))
  }
  return events
}

/** Whom a post of ours answers, or names first. */
async function addressee(
  deps: ReadDeps,
  cursor: Cursor,
  said: Post,
  me: string,
  signal: AbortSignal,
): Promise<RemotePerson | undefined> {
  const answered = said.reply && partsOf(said.reply.parent.uri)?.did
  const named = said.facets?.flatMap(each => each.features.flatMap(({ did }) => did ?? [])) ?? []
  const did = [answered, ...named].find(each => each !== undefined && each !== me)
  if (!did) return undefined
  const known = cursor.names[did]
  if (known) return { id: idOf(known) }
  try {
    return personOf(cursor, await deps.directory.getProfile(did, signal))
  } catch (error) {
    // An account that is gone.
    if (error instanceof CallFailure && ['not-found', 'rejected'].includes(error.code)) return undefined
    throw error
  }
}

/** An app password without the right to direct messages closes the chat; the rest goes on. */
async function readChat(deps: ReadDeps, cursor: Cursor, signal: AbortSignal): Promise<NetworkEvent[]> {
  if (cursor.chat === null) return []
  try {
    return cursor.chat === undefined ? await beginChat(deps, cursor, signal) : await followChat(deps, cursor, signal)
  } catch (error) {
    if (!isChatClosed(error)) throw error
    cursor.chat = null
    return []
  }
}

export const isChatClosed = (error: unknown): boolean =>
  error instanceof CallFailure &&
  (error.code === 'forbidden' || /bad token (?:method|scope)|insufficient/i.test(error.message))

async function beginChat(deps: ReadDeps, cursor: Cursor, signal: AbortSignal): Promise<NetworkEvent[]> {
  const { client, directory } = deps
  // From here on the log tells; what is older is read conversation by conversation.
  const start = await client.query('chat.bsky.convo.getLog', log, {}, signal)
  cursor.chat = start.cursor ?? ''
  const since = new Date(deps.now().getTime() - deps.historyDays * dayMs)
  const events: NetworkEvent[] = []
  let place: string | undefined
  for (let page = 0; page < deps.mostPages; page += 1) {
    const params = { limit: '100', ...(place ? { cursor: place } : {}) }
    const found = await client.query('chat.bsky.convo.listConvos', convos, params, signal)
    for (const convo of found.convos) {
      directory.learnConvo(convo)
      const { messages: said } = await client.query(
        'chat.bsky.convo.getMessages',
        messages,
        { convoId: convo.id, limit: '100' },
        signal,
      )
      for (const each of said.toReversed()) {
        const read = message.safeParse(each)
        if (read.success && read.data.sentAt >= since)
          events.push(...(await chatSaid(deps, cursor, convo.id, read.data, true, signal)))
      }
    }
    if (!found.cursor || found.convos.length === 0) break
    place = found.cursor
  }
  return events
}

async function followChat(deps: ReadDeps, cursor: Cursor, signal: AbortSignal): Promise<NetworkEvent[]> {
  const events: NetworkEvent[] = []
  for (let page = 0; page < deps.mostPages; page += 1) {
    const found = await deps.client.query(
      'chat.bsky.convo.getLog',
      log,
      cursor.chat ? { cursor: cursor.chat } : {},
      signal,
    )
    await deps.settled()
    for (const entry of found.logs) {
      const read = message.safeParse(entry.message)
      if (!entry.convoId || !read.success) continue
      const about = read.data
      if (entry.$type.endsWith('#logCreateMessage'))
        events.push(...(await chatSaid(deps, cursor, entry.convoId, about, false, signal)))
      else if (/#log(?:Add|Remove)Reaction$/.test(entry.$type) && entry.reaction) {
        const who = entry.reaction.sender.did
        const other = otherIn(await deps.directory.getConvo(entry.convoId, signal), deps.client.me()?.did ?? '')
        if (!other) continue
        const person = personOf(cursor, other)
        const own = who !== other.did
        const left = (about.reactions ?? []).flatMap(({ value, sender }) => (sender.did === who ? value : []))
        events.push({
          kind: 'reaction',
          key: `reaction:${entry.rev}`,
          target: chatKey(about.id),
          conversation: directWith(person.id),
          from: own ? { id: idOf(deps.client.me()?.handle ?? '') } : person,
          ...(own ? { own: true } : {}),
          emoji: left,
          at: entry.reaction.createdAt,
        })
      }
    }
    const moved = found.cursor !== undefined && found.cursor !== cursor.chat
    if (found.cursor !== undefined) cursor.chat = found.cursor
    if (!moved || found.logs.length === 0) break
  }
  return events
}

async function chatSaid(
  deps: ReadDeps,
  cursor: Cursor,
  convoId: string,
  said: ReturnType<typeof message.parse>,
  history: boolean,
  signal: AbortSignal,
): Promise<NetworkEvent[]> {
  const me = deps.client.me()
  const other = me && otherIn(await deps.directory.getConvo(convoId, signal), me.did)
  if (!other) return []
  const person = personOf(cursor, other)
  const conversation = directWith(person.id)
  const own = said.sender.did === me.did
  const txn = own
    ? deps.txnOf(chatKey(said.id), { conversation: conversation.id, text: said.text ?? '', at: said.sentAt })
    : undefined
  const event = chatEvent(said, { from: own ? { id: idOf(me.handle) } : person, conversation, own, history, txn })
  return event ? [event] : []
}

/** Asks how things stand with everybody who asked us or is connected. */
export async function reviewBonds(deps: ReadDeps, before: Cursor, signal: AbortSignal): Promise<Batch> {
  const cursor = structuredClone(before)
  const events: NetworkEvent[] = []
  const open = Object.entries(cursor.bonds).flatMap(([person, { state }]) =>
    state === 'connected' || state === 'asks-us' ? person : [],
  )
  const didOf = new Map(Object.entries(cursor.names).map(([did, name]) => [idOf(name), did]))
  for (let from = 0; from < open.length; from += 25) {
    const some = open.slice(from, from + 25)
    const actors = some.flatMap(person => didOf.get(person) ?? [])
    if (actors.length === 0) continue
    const found = await deps.client.query('app.bsky.actor.getProfiles', profiles, { actors }, signal)
    for (const theirs of found.profiles)
      events.push(...reviewBond(cursor, personOf(cursor, theirs), theirs, deps.now()))
  }
  return { events, cursor }
}
