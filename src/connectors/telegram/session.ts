import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { type Clock, dayMs, minuteMs, secondMs } from '#kernel/clock.ts'
import type { HttpClient } from '#platform/http.ts'
import type { Account, Host, NetworkEvent, Session } from '../contract.ts'
import { ConnectionFailure, commitOrFail, keepTrying } from '../keep-trying.ts'
import { readAccount, type TelegramAccount } from './account.ts'
import { roomId, targetOf } from './address.ts'
import { connectionFailure, me, type TelegramApi, telegramApi } from './api.ts'
import { type Cursor, firstCursor, readCursor } from './cursor.ts'
import { eventsOf } from './events.ts'
import { capabilities } from './manifest.ts'
import { profileOver } from './profile.ts'
import { notConnected, senderOver } from './send.ts'
import { allowedUpdates, update } from './update.ts'
import { maxDownloadBytes } from './words.ts'

export type TelegramDeps = {
  clock: Clock
  http: Pick<HttpClient, 'fetch'>
  /** For the one request that waits for news: it would keep others from a shared client. */
  openPoll(): HttpClient
  /** How long Telegram holds that request open. */
  pollSeconds?: number
}

export const webhookInfo = z.object({
  url: z.string(),
  pending_update_count: z.number().default(0),
  last_error_date: z.number().optional(),
  last_error_message: z.string().optional(),
})

/** Telegram keeps what nobody fetched for a day (core.telegram.org/bots/api#getting-updates). */
const keptMs = dayMs
/** How often an idle connection writes down that nothing was missed. */
const noteEveryMs = 10 * minuteMs
/** Each of two programs that read the same bot ends the other's request: this many in a row is no restart of our own. */
const mostConflicts = 4

/** What Telegram says with each delivery; both ends know it from the form. */
export function secretFor(account: TelegramAccount, webhookUrl: string): string {
  return createHash('sha256').update(`${account.token} ${webhookUrl}`).digest('hex')
}

export function openSession(given: Account, host: Host, deps: TelegramDeps): Session {
  const parsed = readAccount(given)
  const now = () => deps.clock.now()
  const closing = new AbortController()
  let cursor: Cursor = firstCursor(now())
  let ready = false
  const api = parsed.ok ? telegramApi(parsed.value, deps.http) : undefined
  const page = api ? profileOver(api) : undefined
  const currentChat = (chat: number) => {
    const moved = Object.entries(cursor.moved).find(([, before]) => before === String(chat))
    return moved ? Number(moved[0]) : chat
  }
  const sender = api ? senderOver(api, { currentChat, now }) : undefined

  async function commit(events: readonly NetworkEvent[], next: Cursor, signal: AbortSignal): Promise<void> {
    await commitOrFail(host, events, JSON.stringify(next), signal)
    cursor = next
  }

  async function signIn(own: TelegramApi, signal: AbortSignal): Promise<number> {
    const answer = await own.call('getMe', me, {}, { signal })
    if (!answer.ok) throw connectionFailure(answer.refusal)
    return answer.result.id
  }

  /** Told once, before anything that came since. */
  function gapSince(known: Cursor | undefined): NetworkEvent[] {
    if (!known) return []
    const from = new Date(known.at)
    if (now().getTime() - from.getTime() <= keptMs) return []
    const to = new Date(now().getTime() - keptMs)
    const why = 'Kith was off for more than a day, and Telegram keeps messages for a day.'
    return [{ kind: 'gap', key: `telegram:gap:${known.at}`, from, to, why }]
  }

  async function poll(account: TelegramAccount, known: Cursor | undefined, stable: () => void, signal: AbortSignal) {
    await using http = deps.openPoll()
    const own = telegramApi(account, http)
    const bot = await signIn(own, signal)
    if (account.takeOver) {
      const freed = await own.call('deleteWebhook', z.unknown(), {}, { signal })
      if (!freed.ok) throw connectionFailure(freed.refusal)
    }
    const gap = gapSince(known)
    if (gap.length > 0) await commit(gap, { ...cursor, at: now().toISOString() }, signal)
    const wait = deps.pollSeconds ?? 50
    let conflicts = 0
    // The first request only asks what is waiting: then we are up to date and say so.
    for (let seconds = 0; !signal.aborted; ) {
      const asked = { offset: cursor.offset, timeout: seconds, limit: 100, allowed_updates: allowedUpdates }
      const answer = await own.call('getUpdates', z.array(update), asked, {
        signal,
        timeoutMs: (seconds + 20) * secondMs,
      })
      if (!answer.ok) {
        const { status, description } = answer.refusal
        conflicts += 1
        if (status === 409 && !/webhook/i.test(description) && conflicts < mostConflicts) {
          await sleep(secondMs / 2, undefined, { signal }).catch(() => undefined)
          continue
        }
        throw connectionFailure(answer.refusal)
      }
      if (seconds > 0) conflicts = 0
      const updates = answer.result
      const last = updates.at(-1)
      const idleMs = now().getTime() - Date.parse(cursor.at)
      if (last) {
        const scene = { moved: { ...cursor.moved }, rooms: { ...cursor.rooms } }
        const events = updates.flatMap(each => eventsOf(each, bot, scene))
        await commit(events, { ...cursor, ...scene, offset: last.update_id + 1, at: now().toISOString() }, signal)
      } else if (idleMs > noteEveryMs) await commit([], { ...cursor, at: now().toISOString() }, signal)
      if (seconds === 0 && updates.length < 100) {
        ready = true
        stable()
        host.state({ kind: 'connected' })
        seconds = wait
      }
    }
  }

  /** Telegram comes to us: all there is to do is to tell it where, and to look now and then whether it gets through. */
  async function beReached(account: TelegramAccount, url: string, stable: () => void, signal: AbortSignal) {
    await using http = deps.openPoll()
    const own = telegramApi(account, http)
    await signIn(own, signal)
    const set = {
      url,
      secret_token: secretFor(account, url),
      allowed_updates: allowedUpdates,
      // One after the other, so that nothing overtakes.
      max_connections: 1,
    }
    const answer = await own.call('setWebhook', z.unknown(), set, { signal })
    if (!answer.ok) throw connectionFailure(answer.refusal)
    ready = true
    stable()
    host.state({ kind: 'connected' })
    let told = 0
    while (!signal.aborted) {
      await sleep(minuteMs, undefined, { signal }).catch(() => undefined)
      if (signal.aborted) return
      const info = await own.call('getWebhookInfo', webhookInfo, {}, { signal })
      if (!info.ok) throw connectionFailure(info.refusal)
      if (info.result.url !== url)
        throw new ConnectionFailure(
          'conflict',
          'Another program has taken this bot’s webhook. Make a bot for Kith alone.',
        )
      const failedAt = info.result.last_error_date ?? 0
      if (failedAt > told && info.result.pending_update_count > 0) {
        told = failedAt
        const why = (info.result.last_error_message ?? '').slice(0, 200)
        host.log.warn({ pending: info.result.pending_update_count, why }, 'telegram can not deliver')
      }
    }
  }

  return {
    async run(text, outer) {
      if (!parsed.ok) {
        host.state({ kind: 'needs-you', code: 'wrong-credentials', text: parsed.text })
        return
      }
      const { value: account } = parsed
      const signal = AbortSignal.any([outer, closing.signal])
      let known = readCursor(text)
      cursor = known ?? cursor
      if (account.webhook && given.webhookUrl === undefined) {
        const words =
          'Telegram can’t reach this Kith: KITH_PUBLIC_URL is no public https address. Set it, or switch “Let Telegram come to Kith” off.'
        host.state({ kind: 'needs-you', code: 'not-found', text: words })
        return
      }
      await keepTrying(host, now, signal, async stable => {
        try {
          if (account.webhook && given.webhookUrl !== undefined)
            await beReached(account, given.webhookUrl, stable, signal)
          else await poll(account, known, stable, signal)
        } finally {
          ready = false
          known = cursor
        }
      })
    },
    send: async (request, signal) =>
      ready && sender ? sender.send(request, AbortSignal.any([signal, closing.signal])) : notConnected,
    bucket: to => targetOf(to)?.chat.toString() ?? to.id,
    capabilities: () => capabilities,
    signals: {
      async typing(to, on) {
        const target = targetOf(to)
        if (!on || !target || !ready) return
        const action = { chat_id: currentChat(target.chat), message_thread_id: target.topic, action: 'typing' }
        await api?.call('sendChatAction', z.unknown(), action, { signal: closing.signal })
      },
      // Bots have neither read marks nor presence.
      read: () => Promise.resolve(),
      setPresence: () => Promise.resolve(),
    },
    edits: {
      edit: async (to, target, text) => (ready && sender ? sender.edit(to, target, text) : notConnected),
      retract: async (to, target) => (ready && sender ? sender.retract(to, target) : notConnected),
    },
    reactions: {
      react: async (to, target, emoji) => (ready && sender ? sender.react(to, target, emoji) : notConnected),
    },
    rooms: {
      join: async () => ({
        kind: 'refused',
        code: 'they-add',
        text: 'A bot can’t enter a group by itself. In Telegram open the group, choose “Add members” and pick the bot.',
      }),
      async leave(room) {
        const target = targetOf({ id: room })
        if (!ready || !api) return notConnected
        if (!target) return { kind: 'refused', code: 'no-such-room', text: 'There is no such group.' }
        const left = await api.call('leaveChat', z.unknown(), { chat_id: currentChat(target.chat) })
        if (!left.ok) return { kind: 'refused', code: 'refused', text: `Telegram says: ${left.refusal.description}` }
        return { kind: 'accepted', key: `telegram:left:${room}`, at: now() }
      },
      list: () => Object.entries(cursor.rooms).map(([id, title]) => ({ id: roomId(id), title, members: [] })),
    },
    profile: {
      read: async signal => (ready && page ? page.read(signal) : notHere),
      write: async (change, signal) => (ready && page ? page.write(change, signal) : notHere),
      picture: async signal => (ready && page ? page.picture(signal) : notHere),
    },
    files: {
      async open(url, signal) {
        const id = /^telegram:(.+)$/.exec(url)?.[1]
        if (!id || !api) return undefined
        const found = await api.call(
          'getFile',
          z.object({ file_path: z.string().optional() }),
          { file_id: id },
          { signal },
        )
        const path = found.ok ? found.result.file_path : undefined
        const bytes = path ? await api.download(path, maxDownloadBytes + 100_000, signal) : undefined
        return bytes ? one(bytes) : undefined
      },
    },
    async [Symbol.asyncDispose]() {
      closing.abort()
    },
  }
}

const notHere = {
  kind: 'later',
  retryAfterMs: 5 * secondMs,
  code: 'not-connected',
  text: 'The Telegram connection is being restored.',
} as const

async function* one(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}
