import { z } from 'zod'
import { secondMs } from '#kernel/clock.ts'
import type { RemoteConversation, SendOutcome, SendRequest } from '../contract.ts'
import { wasNeverSent } from '../keep-trying.ts'
import { messageKey, readKey, targetOf } from './address.ts'
import type { ApiAnswer, ApiRefusal, TelegramApi } from './api.ts'
import { maxCaptionUnits, maxTextUnits, maxUploadBytes } from './manifest.ts'

export const notConnected = {
  kind: 'later' as const,
  retryAfterMs: 5 * secondMs,
  code: 'not-connected',
  text: 'The connection to Telegram is being restored.',
} satisfies SendOutcome

const refused = (code: string, text: string): SendOutcome => ({ kind: 'refused', code, text })

/** Telegram's own sentence decides: there are no finer codes than the status. */
export function outcomeOf(refusal: ApiRefusal, to: Pick<RemoteConversation, 'kind'>): SendOutcome {
  const { status, description, retryAfterMs } = refusal
  if (status === 429)
    return {
      kind: 'later',
      retryAfterMs: retryAfterMs ?? 5 * secondMs,
      code: 'too-fast',
      text: 'Telegram asks for a pause in this chat.',
    }
  if (status === 401)
    return { ...notConnected, code: 'wrong-credentials', text: 'Telegram does not know the token any more.' }
  if (status >= 500) return { kind: 'unknown', why: 'Telegram had a fault while it took this message.' }
  if (/blocked by the user/i.test(description)) return refused('blocked', 'They blocked the bot. Reach them elsewhere.')
  if (/deactivated/i.test(description)) return refused('gone', 'Their Telegram account is closed.')
  if (/kicked|not a member|CHAT_WRITE_FORBIDDEN|not enough rights|have no rights/i.test(description))
    return refused('not-allowed', 'The bot may not write in this group: it was removed, or only admins write here.')
  if (/can't initiate|chat not found|PEER_ID_INVALID/i.test(description))
    return to.kind === 'room'
      ? refused('not-allowed', 'The bot is not in this group. Add it there first.')
      : refused('window-closed', neverStarted)
  if (/message is too long|caption is too long/i.test(description))
    return refused('too-long', 'This is longer than Telegram carries in one message (4,096 characters).')
  if (/TOPIC_CLOSED|thread not found|TOPIC_DELETED/i.test(description))
    return refused('not-allowed', 'This topic is closed or was deleted.')
  return refused('refused', `Telegram says: ${description.slice(0, 200)}`)
}

const neverStarted =
  'A bot can’t write first on Telegram. Send them the bot’s link (t.me/…): the chat opens when they press Start.'

const sent = z.object({ message_id: z.number(), date: z.number() })

export type Sender = {
  send(request: SendRequest, signal: AbortSignal): Promise<SendOutcome>
  edit(to: RemoteConversation, target: string, text: string): Promise<SendOutcome>
  retract(to: RemoteConversation, target: string): Promise<SendOutcome>
  react(to: RemoteConversation, target: string, emoji: readonly string[]): Promise<SendOutcome>
}

/** `keyOfTxn`: what was sent in this process under a txn; `currentChat`: where a group lives now. */
export function senderOver(
  api: TelegramApi,
  { currentChat, now }: { currentChat(chat: number): number; now(): Date },
): Sender {
  const keyOfTxn = new Map<string, string>()
  /** Chats that Telegram asked to leave alone for a while. */
  const heldUntil = new Map<string, number>()

  const remember = (txn: string, key: string) => {
    keyOfTxn.set(txn, key)
    if (keyOfTxn.size > 1_000) for (const oldest of [...keyOfTxn.keys()].slice(0, 100)) keyOfTxn.delete(oldest)
  }
  const messageIn = (key: string | undefined) => (key === undefined ? undefined : readKey(keyOfTxn.get(key) ?? key))

  async function asked<T>(
    to: RemoteConversation,
    act: () => Promise<ApiAnswer<T>>,
  ): Promise<{ ok: true; result: T } | { ok: false; outcome: SendOutcome; refusal?: ApiRefusal }> {
    const until = heldUntil.get(to.id) ?? 0
    const leftMs = until - now().getTime()
    if (leftMs > 0)
      return {
        ok: false,
        outcome: {
          kind: 'later',
          retryAfterMs: leftMs,
          code: 'too-fast',
          text: 'Telegram asks for a pause in this chat.',
        },
      }
    try {
      const answer = await act()
      if (answer.ok) return answer
      const outcome = outcomeOf(answer.refusal, to)
      if (outcome.kind === 'later' && outcome.code === 'too-fast')
        heldUntil.set(to.id, now().getTime() + outcome.retryAfterMs)
      return { ok: false, outcome, refusal: answer.refusal }
    } catch (error) {
      if (wasNeverSent(error)) return { ok: false, outcome: notConnected }
      const why = error instanceof Error ? error.message : 'the connection broke'
      return { ok: false, outcome: { kind: 'unknown', why } }
    }
  }

  async function send(request: SendRequest, signal: AbortSignal): Promise<SendOutcome> {
    const target = targetOf(request.to)
    if (!target) return refused('window-closed', neverStarted)
    const [file, ...more] = request.files ?? []
    if (more.length > 0) return refused('one-file', 'Telegram carries one file with a message. Send them one by one.')
    const { text } = request
    if (text.length > (file ? maxCaptionUnits : maxTextUnits))
      return refused(
        'too-long',
        file
          ? 'Beside a file Telegram carries 1,024 characters. Send the words as a message of their own.'
          : 'This is longer than Telegram carries in one message (4,096 characters).',
      )
    if (!file && text.trim() === '') return refused('empty', 'There is nothing to send.')
    const answered = messageIn(request.replyTo)
    const place = (chat: number) => ({
      chat_id: chat,
      message_thread_id: target.topic,
      reply_parameters: answered ? { message_id: answered.message, allow_sending_without_reply: true } : undefined,
    })
    const bytes = file ? await file.bytes() : undefined
    if (bytes && bytes.length > maxUploadBytes)
      return refused('too-big', 'A bot may send files up to 50 MB. Send a link.')
    const chat = currentChat(target.chat)
    const act = (into: number) =>
      file && bytes
        ? api.call(
            'sendDocument',
            sent,
            { ...place(into), caption: text === '' ? undefined : text },
            {
              signal,
              timeoutMs: 180 * secondMs,
              file: { field: 'document', name: file.name, mimeType: file.mimeType, bytes },
            },
          )
        : api.call('sendMessage', sent, { ...place(into), text }, { signal })
    let answer = await asked(request.to, () => act(chat))
    const movedTo = answer.ok ? undefined : answer.refusal?.movedTo
    if (movedTo !== undefined) answer = await asked(request.to, () => act(movedTo))
    if (!answer.ok) return answer.outcome
    const key = messageKey(target.chat, answer.result.message_id)
    remember(request.txn, key)
    return { kind: 'accepted', key, at: new Date(answer.result.date * secondMs) }
  }

  /** Changes of what stands already: telling them twice changes nothing more. */
  async function change(
    to: RemoteConversation,
    target: string,
    act: (place: { chat_id: number; message_id: number }) => Promise<ApiAnswer<unknown>>,
    alsoFine: RegExp,
  ): Promise<SendOutcome> {
    const message = messageIn(target)
    if (!message) return refused('no-such-message', 'Telegram gave this message no number, so it can’t be changed.')
    const place = { chat_id: currentChat(Number(message.chat)), message_id: message.message }
    const answer = await asked(to, () => act(place))
    if (answer.ok || alsoFine.test(answer.refusal?.description ?? ''))
      return {
        kind: 'accepted',
        key: `${messageKey(message.chat, message.message)}:changed:${now().getTime()}`,
        at: now(),
      }
    return answer.outcome
  }

  return {
    send,
    edit: (to, target, text) =>
      text.length > maxTextUnits
        ? Promise.resolve(
            refused('too-long', 'This is longer than Telegram carries in one message (4,096 characters).'),
          )
        : change(
            to,
            target,
            place => api.call('editMessageText', z.unknown(), { ...place, text }),
            /message is not modified/i,
          ),
    retract: async (to, target) => {
      const outcome = await change(
        to,
        target,
        place => api.call('deleteMessage', z.unknown(), place),
        /message to delete not found/i,
      )
      return outcome.kind === 'refused' && /can't be deleted/i.test(outcome.text)
        ? refused('too-late', 'Telegram lets a bot take back a message for 48 hours.')
        : outcome
    },
    react: async (to, target, emoji) => {
      // A bot has one reaction to a message (core.telegram.org/bots/api#setmessagereaction).
      const reaction = emoji.slice(-1).map(each => ({ type: 'emoji', emoji: each.replace(/\ufe0f$/, '') }))
      const outcome = await change(
        to,
        target,
        place => api.call('setMessageReaction', z.unknown(), { ...place, reaction }),
        /^$/,
      )
      return outcome.kind === 'refused' && /REACTION_INVALID/i.test(outcome.text)
        ? refused('no-such-reaction', 'Telegram has no reaction with this sign, or this group allows only some.')
        : outcome
    },
  }
}
