import { z } from 'zod'
import { secondMs } from '#kernel/clock.ts'
import type { RemoteConversation, SendOutcome, SendRequest } from '../contract.ts'
import { wasNeverSent } from '../keep-trying.ts'
import type { ApiAnswer, ApiRefusal, DiscordApi } from './api.ts'
import { madeAt, messageKey, nonceOf, readKey } from './keys.ts'
import { maxFiles, maxTextCodePoints, maxUploadBytes } from './manifest.ts'
import { channel, message, snowflakeAt } from './objects.ts'

export const notConnected = {
  kind: 'later' as const,
  retryAfterMs: 5 * secondMs,
  code: 'not-connected',
  text: 'The connection to Discord is being restored.',
} satisfies SendOutcome

const refused = (code: string, text: string): SendOutcome => ({ kind: 'refused', code, text })
/** Discord forgets a nonce after some minutes; a later try looks at the channel first. */
const nonceMs = 60 * secondMs

/** Discord's error codes (discord.com/developers/docs/topics/opcodes-and-status-codes#json). */
function outcomeOf({ status, code, text, retryAfterMs }: ApiRefusal, to: RemoteConversation): SendOutcome {
  if (status === 429)
    return {
      kind: 'later',
      retryAfterMs: retryAfterMs ?? secondMs,
      code: 'too-fast',
      text: 'Discord asks for a pause.',
    }
  if (status === 401)
    return { ...notConnected, code: 'wrong-credentials', text: 'Discord does not know the token any more.' }
  if (status >= 500) return { kind: 'unknown', why: 'Discord had a fault while it took this message.' }
  switch (code) {
    case 50007:
    case 50278:
      return refused(
        'window-closed',
        'Discord does not let the bot write to them: they share no server with it, or take no messages from its members.',
      )
    case 50001:
    case 50013:
      return refused(
        'not-allowed',
        'The bot may not write in this channel. A server admin can give it “Send Messages” there.',
      )
    case 10003:
    case 10008:
      return refused('gone', to.kind === 'room' ? 'This channel or message is gone.' : 'This chat or message is gone.')
    case 10013:
      return refused('gone', 'There is no such account on Discord any more.')
    case 50083:
      return refused('not-allowed', 'This thread is closed.')
    case 40005:
      return refused('too-big', 'The file is larger than Discord takes from a bot.')
    case 10014:
      return refused('no-such-reaction', 'Discord does not know this sign, or the bot may not use it here.')
    case 20016:
    case 20028:
      return { kind: 'later', retryAfterMs: 10 * secondMs, code: 'too-fast', text: 'This channel is in slow mode.' }
    default:
      return refused('refused', `Discord says: ${text.slice(0, 200) || status}`)
  }
}

type SenderDeps = {
  api: DiscordApi
  bot(): string
  now(): Date
  directOf(person: string): string | undefined
  learnDirect(channel: string, person: string): void
}

export function senderOver({ api, bot, now, directOf, learnDirect }: SenderDeps) {
  const keyOfTxn = new Map<string, string>()
  const messageIn = (key: string | undefined) => (key === undefined ? undefined : readKey(keyOfTxn.get(key) ?? key))

  async function asked<T>(
    to: RemoteConversation,
    act: () => Promise<ApiAnswer<T>>,
  ): Promise<{ ok: true; result: T } | { ok: false; outcome: SendOutcome; code?: number }> {
    try {
      const answer = await act()
      if (answer.ok) return answer
      return { ok: false, outcome: outcomeOf(answer.refusal, to), code: answer.refusal.code }
    } catch (error) {
      if (wasNeverSent(error)) return { ok: false, outcome: notConnected }
      const why = error instanceof Error ? error.message : 'the connection broke'
      return { ok: false, outcome: { kind: 'unknown', why } }
    }
  }

  /** A private chat is made on first need; asking for it twice gives the same. */
  async function channelFor(
    to: RemoteConversation,
  ): Promise<{ ok: true; id: string } | { ok: false; outcome: SendOutcome }> {
    if (to.kind === 'room') return { ok: true, id: to.id }
    const known = directOf(to.id)
    if (known) return { ok: true, id: known }
    const made = await asked(to, () =>
      api.call('/users/@me/channels', channel, { method: 'POST', body: { recipient_id: to.id } }),
    )
    // Nothing was said yet: an unclear answer is no unclear message.
    if (!made.ok) return { ok: false, outcome: made.outcome.kind === 'unknown' ? notConnected : made.outcome }
    learnDirect(made.result.id, to.id)
    return { ok: true, id: made.result.id }
  }

  /** What an earlier try of the same message left in the channel. */
  async function alreadySent(id: string, { txn, text }: SendRequest, signal: AbortSignal) {
    const made = madeAt(txn)
    if (!made || now().getTime() - made.getTime() < nonceMs) return undefined
    const query = { after: snowflakeAt(new Date(made.getTime() - secondMs)), limit: 100 }
    const found = await api.call(`/channels/${id}/messages`, z.array(message).nullable(), { query, signal })
    if (!found.ok) return undefined
    const nonce = nonceOf(txn)
    return found.result?.find(
      each =>
        each.author.id === bot() &&
        (each.nonce === nonce || (each.nonce == null && text !== '' && each.content === text)),
    )
  }

  const accepted = (id: string, said: { id: string; timestamp: string }, txn: string): SendOutcome => {
    const key = messageKey(id, said.id)
    keyOfTxn.set(txn, key)
    if (keyOfTxn.size > 1_000) for (const oldest of [...keyOfTxn.keys()].slice(0, 100)) keyOfTxn.delete(oldest)
    return { kind: 'accepted', key, at: new Date(said.timestamp) }
  }

  async function send(request: SendRequest, signal: AbortSignal): Promise<SendOutcome> {
    const { to, txn, text, files = [] } = request
    if ([...text].length > maxTextCodePoints)
      return refused('too-long', 'This is longer than Discord carries in one message (2,000 characters).')
    if (files.length > maxFiles) return refused('too-many-files', 'Discord carries ten files with a message.')
    if (files.length === 0 && text.trim() === '') return refused('empty', 'There is nothing to send.')
    const uploads = await Promise.all(
      files.map(async (file, at) => ({
        field: `files[${at}]`,
        name: file.name,
        mimeType: file.mimeType,
        bytes: await file.bytes(),
      })),
    )
    if (uploads.some(({ bytes }) => bytes.length > maxUploadBytes))
      return refused('too-big', 'A bot may send files up to 10 MB on Discord. Send a link.')
    const place = await channelFor(to)
    if (!place.ok) return place.outcome
    const before = await asked(to, async () => ({ ok: true, result: await alreadySent(place.id, request, signal) }))
    if (!before.ok) return notConnected
    if (before.result) return accepted(place.id, before.result, txn)
    const answered = messageIn(request.replyTo)
    const body = {
      ...(text === '' ? {} : { content: text }),
      nonce: nonceOf(txn),
      enforce_nonce: true,
      // Words that look like a mention ring nobody.
      allowed_mentions: { parse: [] },
      ...(answered ? { message_reference: { message_id: answered.id, fail_if_not_exists: false } } : {}),
      ...(uploads.length > 0
        ? { attachments: uploads.map(({ name }, at) => ({ id: String(at), filename: name })) }
        : {}),
    }
    const answer = await asked(to, () =>
      api.call(`/channels/${place.id}/messages`, message, { method: 'POST', body, files: uploads, signal }),
    )
    return answer.ok ? accepted(place.id, answer.result, txn) : answer.outcome
  }

  const done = (id: string): SendOutcome => ({
    kind: 'accepted',
    key: `discord:changed:${id}:${now().getTime()}`,
    at: now(),
  })
  const noNumber = refused('no-such-message', 'Discord gave this message no number, so it can’t be changed.')

  return {
    send,
    async edit(to: RemoteConversation, target: string, text: string): Promise<SendOutcome> {
      const found = messageIn(target)
      if (!found) return noNumber
      if ([...text].length > maxTextCodePoints)
        return refused('too-long', 'This is longer than Discord carries in one message (2,000 characters).')
      const body = { content: text, allowed_mentions: { parse: [] } }
      const path = `/channels/${found.channel}/messages/${found.id}`
      const answer = await asked(to, () => api.call(path, message, { method: 'PATCH', body }))
      return answer.ok ? done(found.id) : answer.outcome
    },
    async retract(to: RemoteConversation, target: string): Promise<SendOutcome> {
      const found = messageIn(target)
      if (!found) return noNumber
      const path = `/channels/${found.channel}/messages/${found.id}`
      const answer = await asked(to, () => api.call(path, z.unknown(), { method: 'DELETE' }))
      return answer.ok || answer.code === 10008 ? done(found.id) : answer.outcome
    },
    /** Each sign is a request of its own; those of ours that are no longer wanted are taken back. */
    async react(
      to: RemoteConversation,
      target: string,
      emoji: readonly string[],
      before: readonly string[],
    ): Promise<SendOutcome> {
      const found = messageIn(target)
      if (!found) return noNumber
      const changes = [
        ...before.filter(each => !emoji.includes(each)).map(each => ['DELETE', each] as const),
        ...emoji.filter(each => !before.includes(each)).map(each => ['PUT', each] as const),
      ]
      for (const [method, sign] of changes) {
        const path = `/channels/${found.channel}/messages/${found.id}/reactions/${encodeURIComponent(sign)}/@me`
        const answer = await asked(to, () => api.call(path, z.unknown(), { method }))
        if (!answer.ok && answer.code !== 10008) return answer.outcome
      }
      return done(found.id)
    },
    channelFor,
  }
}

export type Sender = ReturnType<typeof senderOver>
