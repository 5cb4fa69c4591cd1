import { z } from 'zod'
import { secondMs } from '#kernel/clock.ts'
import type { OutgoingFile, RemoteConversation, SendOutcome, SendRequest } from '../contract.ts'
import { wasNeverSent } from '../keep-trying.ts'
import { type ApiAnswer, type ApiRefusal, missingScope, type SlackApi } from './api.ts'
import { nameOfSign } from './emoji.ts'
import { messageKey, readKey } from './keys.ts'
import { maxTextCodePoints, maxUploadBytes } from './manifest.ts'
import { instantOf } from './objects.ts'
import { escaped } from './words.ts'

export const notConnected = {
  kind: 'later' as const,
  retryAfterMs: 5 * secondMs,
  code: 'not-connected',
  text: 'The connection to Slack is being restored.',
} satisfies SendOutcome

const refused = (code: string, text: string): SendOutcome => ({ kind: 'refused', code, text })
const tooLong = refused('too-long', 'This is longer than Slack carries in one message (4,000 characters).')

/** Slack's own words for it (docs: chat.postMessage, errors). */
function outcomeOf({ code, needed, retryAfterMs }: ApiRefusal): SendOutcome {
  switch (code) {
    case 'ratelimited':
    case 'rate_limited':
      return {
        kind: 'later',
        retryAfterMs: retryAfterMs ?? secondMs,
        code: 'too-fast',
        text: 'Slack asks for a pause in this channel.',
      }
    case 'invalid_auth':
    case 'token_revoked':
    case 'account_inactive':
      return { ...notConnected, code: 'wrong-credentials', text: 'Slack does not accept the token any more.' }
    case 'internal_error':
    case 'fatal_error':
    case 'request_timeout':
    case 'service_unavailable':
      return { kind: 'unknown', why: 'Slack had a fault while it took this message.' }
    case 'not_in_channel':
    case 'channel_not_found':
      return refused('not-allowed', 'The bot is not in this channel. Write /invite @ and its name there.')
    case 'is_archived':
      return refused('not-allowed', 'This channel is archived: nobody can write there.')
    case 'restricted_action':
      return refused('not-allowed', 'In this channel only some people may write.')
    case 'user_not_found':
    case 'user_not_visible':
    case 'cannot_dm_bot':
      return refused('window-closed', 'They are not in a workspace that installed the app, so it can’t write to them.')
    case 'user_disabled':
      return refused('gone', 'Their account in this workspace is closed.')
    case 'msg_too_long':
      return tooLong
    case 'message_not_found':
      return refused('gone', 'This message is gone.')
    case 'edit_window_closed':
    case 'cant_update_message':
    case 'cant_delete_message':
      return refused('too-late', 'This workspace does not let the message be changed any more.')
    case 'invalid_name':
      return refused('no-such-reaction', 'This workspace has no reaction with this sign.')
    case 'missing_scope':
      return refused('not-allowed', missingScope(needed))
    default:
      return refused('refused', `Slack says: ${code}`)
  }
}

export function senderOver({
  api,
  now,
  threadOf,
  directOf,
  learnDirect,
}: {
  api: SlackApi
  now(): Date
  threadOf(ts: string): string | undefined
  directOf(person: string): string | undefined
  learnDirect(channel: string, person: string): void
}) {
  const keyOfTxn = new Map<string, string>()
  const txnOfKey = new Map<string, string>()
  const pending = new Map<string, Set<Promise<unknown>>>()
  const heldUntil = new Map<string, number>()

  const messageIn = (key: string | undefined) => (key === undefined ? undefined : readKey(keyOfTxn.get(key) ?? key))
  const accepted = (txn: string, key: string, at: Date): SendOutcome => {
    keyOfTxn.set(txn, key)
    txnOfKey.set(key, txn)
    if (keyOfTxn.size > 1_000)
      for (const [oldest, old] of [...keyOfTxn].slice(0, 100)) {
        keyOfTxn.delete(oldest)
        txnOfKey.delete(old)
      }
    return { kind: 'accepted', key, at }
  }

  async function asked<T>(
    to: string,
    act: () => Promise<ApiAnswer<T>>,
  ): Promise<{ ok: true; result: T } | { ok: false; outcome: SendOutcome; code?: string }> {
    const leftMs = (heldUntil.get(to) ?? 0) - now().getTime()
    if (leftMs > 0)
      return {
        ok: false,
        outcome: {
          kind: 'later',
          retryAfterMs: leftMs,
          code: 'too-fast',
          text: 'Slack asks for a pause in this channel.',
        },
      }
    try {
      const answer = await act()
      if (answer.ok) return answer
      const { retryAfterMs, code } = answer.refusal
      if (retryAfterMs !== undefined) heldUntil.set(to, now().getTime() + retryAfterMs)
      return { ok: false, outcome: outcomeOf(answer.refusal), code }
    } catch (error) {
      if (wasNeverSent(error)) return { ok: false, outcome: notConnected }
      return {
        ok: false,
        outcome: { kind: 'unknown', why: error instanceof Error ? error.message : 'the connection broke' },
      }
    }
  }

  async function channelFor(
    to: RemoteConversation,
  ): Promise<{ ok: true; id: string } | { ok: false; outcome: SendOutcome }> {
    if (to.kind === 'room') return { ok: true, id: to.id }
    const known = directOf(to.id)
    if (known) return { ok: true, id: known }
    const shape = z.object({ channel: z.object({ id: z.string() }) })
    const opened = await asked(to.id, () => api.call('conversations.open', shape, { fields: { users: to.id } }))
    // Nothing was said yet: an unclear answer is no unclear message.
    if (!opened.ok) return { ok: false, outcome: opened.outcome.kind === 'unknown' ? notConnected : opened.outcome }
    learnDirect(opened.result.channel.id, to.id)
    return { ok: true, id: opened.result.channel.id }
  }

  async function threadFor(channel: string, key: string | undefined): Promise<string | undefined> {
    const answered = messageIn(key)
    if (!answered) return undefined
    const known = threadOf(answered.ts)
    if (known) return known
    const shape = z.object({ messages: z.array(z.object({ ts: z.string(), thread_ts: z.string().nullish() })) })
    const fields = { channel, ts: answered.ts, limit: 1 }
    const found = await api.call('conversations.replies', shape, { get: true, fields }).catch(() => undefined)
    return (
      (found?.ok ? found.result.messages.find(each => each.ts === answered.ts)?.thread_ts : undefined) ?? answered.ts
    )
  }

  /** Three steps (docs: files.getUploadURLExternal); what people see begins with the last. */
  async function sendFile(
    id: string,
    request: SendRequest,
    file: OutgoingFile,
    thread: string | undefined,
    signal: AbortSignal,
  ) {
    const bytes = await file.bytes()
    if (bytes.length > maxUploadBytes) return refused('too-big', 'Kith sends files up to 100 MB to Slack. Send a link.')
    const place = z.object({ upload_url: z.string(), file_id: z.string() })
    const got = await asked(id, () =>
      api.call('files.getUploadURLExternal', place, { fields: { filename: file.name, length: bytes.length }, signal }),
    )
    if (!got.ok) return got.outcome.kind === 'unknown' ? notConnected : got.outcome
    const put = await api
      .fetch(got.result.upload_url, {
        method: 'POST',
        body: bytes,
        headers: { 'content-type': file.mimeType },
        timeoutMs: 180 * secondMs,
        signal,
      })
      .catch(() => undefined)
    if (put?.status !== 200) return notConnected
    const fields = {
      files: JSON.stringify([{ id: got.result.file_id, title: file.name }]),
      channel_id: id,
      initial_comment: request.text === '' ? undefined : escaped(request.text),
      thread_ts: thread,
    }
    const done = await asked(id, () => api.call('files.completeUploadExternal', z.unknown(), { fields, signal }))
    return done.ok ? accepted(request.txn, `slack:file:${got.result.file_id}`, now()) : done.outcome
  }

  async function sendNow(id: string, request: SendRequest, signal: AbortSignal): Promise<SendOutcome> {
    const thread = await threadFor(id, request.replyTo)
    const [file] = request.files ?? []
    if (file) return sendFile(id, request, file, thread, signal)
    const fields = {
      channel: id,
      text: escaped(request.text),
      // Words stay words: no bold by stars, no mentions by names.
      mrkdwn: false,
      parse: 'none',
      thread_ts: thread,
      metadata: JSON.stringify({ event_type: 'kith', event_payload: { txn: request.txn } }),
    }
    const shape = z.object({ channel: z.string(), ts: z.string() })
    const answer = await asked(id, () => api.call('chat.postMessage', shape, { fields, signal }))
    if (!answer.ok) return answer.outcome
    const { channel, ts } = answer.result
    return accepted(request.txn, messageKey(channel, ts), instantOf(ts))
  }

  const done = (ts: string): SendOutcome => ({
    kind: 'accepted',
    key: `slack:changed:${ts}:${now().getTime()}`,
    at: now(),
  })
  const noNumber = refused('no-such-message', 'Slack gave this message no number, so it can’t be changed.')

  return {
    txnOf: (key: string) => txnOfKey.get(key),
    /** Resolves when everything that is under way into this channel was answered. */
    settled: async (channel: string): Promise<void> => void (await Promise.allSettled(pending.get(channel) ?? [])),
    async send(request: SendRequest, signal: AbortSignal): Promise<SendOutcome> {
      const { text, to, files = [] } = request
      if ([...text].length > maxTextCodePoints) return tooLong
      if (files.length > 1)
        return refused('one-file', 'Kith sends Slack one file with a message. Send them one by one.')
      if (files.length === 0 && text.trim() === '') return refused('empty', 'There is nothing to send.')
      const place = await channelFor(to)
      if (!place.ok) return place.outcome
      const sending = sendNow(place.id, request, signal)
      const mine = pending.get(place.id) ?? new Set()
      pending.set(place.id, mine.add(sending))
      try {
        return await sending
      } finally {
        mine.delete(sending)
      }
    },
    async edit(target: string, text: string): Promise<SendOutcome> {
      const found = messageIn(target)
      if (!found) return noNumber
      if ([...text].length > maxTextCodePoints) return tooLong
      const fields = { channel: found.channel, ts: found.ts, text: escaped(text), parse: 'none' }
      const answer = await asked(found.channel, () => api.call('chat.update', z.unknown(), { fields }))
      return answer.ok ? done(found.ts) : answer.outcome
    },
    async retract(target: string): Promise<SendOutcome> {
      const found = messageIn(target)
      if (!found) return noNumber
      const fields = { channel: found.channel, ts: found.ts }
      const answer = await asked(found.channel, () => api.call('chat.delete', z.unknown(), { fields }))
      return answer.ok || answer.code === 'message_not_found' ? done(found.ts) : answer.outcome
    },
    async react(target: string, emoji: readonly string[], before: readonly string[]): Promise<SendOutcome> {
      const found = messageIn(target)
      if (!found) return noNumber
      const names = emoji.map(nameOfSign)
      if (names.includes(undefined))
        return refused('no-such-reaction', 'Slack names its reactions, and Kith does not know the name of this sign.')
      const changes = [
        ...before.filter(each => !emoji.includes(each)).map(each => ['reactions.remove', nameOfSign(each)] as const),
        ...emoji.filter(each => !before.includes(each)).map(each => ['reactions.add', nameOfSign(each)] as const),
      ]
      for (const [method, name] of changes) {
        const fields = { channel: found.channel, timestamp: found.ts, name }
        const answer = await asked(found.channel, () => api.call(method, z.unknown(), { fields }))
        if (!answer.ok && answer.code !== 'already_reacted' && answer.code !== 'no_reaction') return answer.outcome
      }
      return done(found.ts)
    },
  }
}
