import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { minuteMs, secondMs } from '#kernel/clock.ts'
import { CallFailure, outcomeOf } from '../call-failure.ts'
import type { NetworkEvent, OutgoingFile, RemoteConversation, SendOutcome, SendRequest } from '../contract.ts'
import { personIn } from './address.ts'
import type { Client } from './client.ts'
import { type Cursor, rememberSent, rememberTail } from './cursor.ts'
import type { Directory } from './directory.ts'
import { conversationOf, messageOf, wordsOf } from './events.ts'
import { madeAt, statusIdIn, statusKey } from './keys.ts'
import type { Server } from './server.ts'
import { media, type Status, status, statuses } from './shapes.ts'

const mediaWaitMs = 60 * secondMs

export type SendDeps = {
  client: Client
  server: Server
  directory: Directory
  cursor(): Cursor
  /** Changes the cursor; may be applied more than once. */
  patch(change: (cursor: Cursor) => void): void
  commit(events: readonly NetworkEvent[]): Promise<void>
  openedAt: Date
  now: () => Date
  /** Aborts when the session closes. */
  signal: AbortSignal
}

const refused = (code: string, text: string): SendOutcome => ({ kind: 'refused', code, text })

/** As Mastodon counts: of a name only what stands before the server, every link the same. */
export function countCharacters(text: string, link: number): number {
  const plain = text
    .replaceAll(/https?:\/\/[^\s<>"]+/gi, 'x'.repeat(link))
    .replaceAll(/(@[\p{L}\p{N}_.-]+)@[\p{L}\p{N}.:-]+/gu, '$1')
  return [...plain].length
}

/** What goes before the words, so that they reach the person: somebody of our own server is named without it, as its pages do. */
export function greetingFor(to: RemoteConversation, ownHost: string): string {
  const person = personIn(to)
  return `${person.endsWith(`@${ownHost}`) ? person.slice(0, -ownHost.length - 1) : person} `
}

const flat = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

export type Outgoing = ReturnType<typeof createOutgoing>

export function createOutgoing(deps: SendDeps) {
  /** Sends that may have arrived: an own post with these words is theirs. */
  const unsure = new Map<string, { to: string; text: string; since: Date }>()
  const underWay = new Set<Promise<unknown>>()

  function txnOf(post: Status): string | undefined {
    const known = deps.cursor().sent.find(([, id]) => id === post.id)?.[0]
    if (known) return known
    const { reading } = deps.server
    for (const [txn, { to, text, since }] of unsure) {
      if (post.created_at < since || conversationOf(post, reading)?.id !== to) continue
      if (flat(wordsOf(post, reading)) !== flat(text)) continue
      unsure.delete(txn)
      deps.patch(cursor => rememberSent(cursor, txn, post.id))
      return txn
    }
    return undefined
  }

  /** The post that an earlier try became, if it did. */
  async function findEarlier(request: SendRequest, signal: AbortSignal): Promise<Status | undefined> {
    const known = deps.cursor().sent.find(([txn]) => txn === request.txn)?.[1]
    if (known) return deps.client.get(`/api/v1/statuses/${encodeURIComponent(known)}`, status, signal)
    const made = madeAt(request.txn)
    if (!unsure.has(request.txn) && (made === undefined || made >= deps.openedAt)) return undefined
    const since = new Date((made ?? deps.openedAt).getTime() - minuteMs)
    const { reading, ownPath } = deps.server
    const own = await deps.client.get(ownPath, statuses, signal, { limit: '40' })
    return own.find(
      each =>
        each.account.id === reading.me.id &&
        each.created_at >= since &&
        !deps.cursor().sent.some(([, id]) => id === each.id) &&
        conversationOf(each, reading)?.id === request.to.id &&
        flat(wordsOf(each, reading)) === flat(request.text),
    )
  }

  async function findTarget(request: SendRequest, signal: AbortSignal): Promise<Status | SendOutcome | undefined> {
    const { replyTo, to } = request
    if (replyTo !== undefined && /^https?:/i.test(replyTo)) {
      const post = await deps.directory.findPost(replyTo, signal)
      return (
        post ??
        refused('no-such-post', `${deps.client.host} does not find this post. It may be gone, or not for everybody.`)
      )
    }
    const id =
      replyTo === undefined
        ? deps.cursor().tails[to.id]
        : (statusIdIn(replyTo) ??
          deps.cursor().sent.find(([txn]) => txn === replyTo)?.[1] ??
          deps.cursor().tails[to.id])
    if (id === undefined) return undefined
    try {
      return await deps.client.get(`/api/v1/statuses/${encodeURIComponent(id)}`, status, signal)
    } catch (error) {
      // What was answered is gone meanwhile: the words go on their own.
      if (error instanceof CallFailure && error.code === 'not-found') return undefined
      throw error
    }
  }

  async function upload(file: OutgoingFile, signal: AbortSignal): Promise<string> {
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(await file.bytes())], { type: file.mimeType }), file.name)
    if (file.description) form.set('description', file.description)
    let found = await deps.client.call('/api/v2/media', media, { form, timeoutMs: 2 * minuteMs }, signal)
    // 202: the server still works on it, and a post would be refused.
    for (let waited = 0; !found.url && waited < mediaWaitMs; waited += secondMs) {
      await sleep(secondMs, undefined, { signal })
      found = await deps.client.get(`/api/v1/media/${encodeURIComponent(found.id)}`, media, signal)
    }
    return found.id
  }

  function visibilityOf(to: RemoteConversation, target: Status | undefined): string {
    if (to.kind === 'direct') return 'direct'
    const theirs = target?.visibility
    return theirs === 'unlisted' || theirs === 'private' ? theirs : 'public'
  }

  async function post(request: SendRequest, signal: AbortSignal): Promise<SendOutcome> {
    const { to, txn } = request
    const { limits } = deps.server
    const files = request.files ?? []
    if (to.kind === 'room') return refused('no-rooms', 'The fediverse has no rooms.')
    if (request.text.trim() === '' && files.length === 0) return refused('empty', 'There is nothing to send.')
    if (files.length > limits.files)
      return refused(
        'too-many-files',
        `${deps.client.host} takes ${limits.files} files with one post. Send the others after it.`,
      )
    const person = personIn(to)
    const mentions = request.text.toLowerCase().includes(person)
    const text = `${mentions ? '' : greetingFor(to, deps.server.reading.host)}${request.text}`.trim()
    const length = countCharacters(text, limits.link)
    if (length > limits.text)
      return refused(
        'too-long',
        `With the name in front this has ${length} characters; ${deps.client.host} carries ${limits.text}. Please shorten it.`,
      )
    const earlier = await findEarlier(request, signal)
    if (earlier) return accept(request, earlier)
    if (to.kind === 'public' && (await deps.directory.findPerson(person, signal)) === undefined) return nobody(person)
    const target = await findTarget(request, signal)
    if (target && 'kind' in target) return target
    const ids: string[] = []
    for (const file of files) ids.push(await upload(file, signal))
    const json = {
      status: text,
      visibility: visibilityOf(to, target),
      ...(target ? { in_reply_to_id: target.id } : {}),
      ...(target?.spoiler_text ? { spoiler_text: target.spoiler_text, sensitive: true } : {}),
      ...(ids.length > 0 ? { media_ids: ids } : {}),
    }
    const publish = () => deps.client.call('/api/v1/statuses', status, { json, idempotencyKey: txn }, signal)
    try {
      return await accept(request, await publish())
    } catch (error) {
      if (!signal.aborted && !(error instanceof CallFailure && error.reached === 'maybe')) throw error
      const since = new Date(deps.now().getTime() - 2 * minuteMs)
      unsure.set(txn, { to: to.id, text: request.text, since })
      if (error instanceof CallFailure && !error.timedOut) return await tryOnce(request, publish, error, signal)
      return {
        kind: 'unknown',
        why: error instanceof Error ? error.message : 'Kith stopped while this was being sent.',
      }
    }
  }

  /** The answer was lost on the way. Whether the post is there can be asked, and where it is not it is sent once more. */
  async function tryOnce(
    request: SendRequest,
    publish: () => Promise<Status>,
    first: CallFailure,
    signal: AbortSignal,
  ): Promise<SendOutcome> {
    try {
      return await accept(request, (await findEarlier(request, signal)) ?? (await publish()))
    } catch (error) {
      if (error instanceof CallFailure) return { kind: 'unknown', why: first.message }
      throw error
    }
  }

  const nobody = (person: string) =>
    refused(
      'no-such-person',
      `${deps.client.host} finds nobody under ${person}. Check how it is written, or whether their server still runs.`,
    )

  async function accept(request: SendRequest, made: Status): Promise<SendOutcome> {
    const { reading } = deps.server
    unsure.delete(request.txn)
    if (made.mentions.length === 0) {
      // The server did not find the name, so nobody gets this post.
      await deps.client.call(
        `/api/v1/statuses/${encodeURIComponent(made.id)}`,
        z.unknown(),
        { method: 'DELETE' },
        deps.signal,
      )
      return nobody(personIn(request.to))
    }
    deps.patch(cursor => {
      rememberSent(cursor, request.txn, made.id)
      rememberTail(cursor, request.to.id, made.id)
    })
    const echo = messageOf(made, reading, { history: false, txn: request.txn }, request.to)
    // What the echo says is stored with the answer; without it the next reading tells it again.
    if (echo) await deps.commit([echo]).catch(() => undefined)
    return { kind: 'accepted', key: statusKey(made.id), at: made.created_at }
  }

  return {
    txnOf,
    settled: () => Promise.allSettled([...underWay]),
    async send(request: SendRequest, signal: AbortSignal): Promise<SendOutcome> {
      const sending = post(request, signal).catch((error: unknown): SendOutcome => {
        // Before the post itself nothing was said.
        if (error instanceof CallFailure)
          return error.reached === 'maybe'
            ? { kind: 'later', retryAfterMs: 10 * secondMs, code: error.code, text: error.message }
            : outcomeOf(error)
        throw error
      })
      underWay.add(sending)
      return sending.finally(() => underWay.delete(sending))
    },
  }
}
