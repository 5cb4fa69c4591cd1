import { timingSafeEqual } from 'node:crypto'
import { type Clock, systemClock } from '#kernel/clock.ts'
import type { HttpClient } from '#platform/http.ts'
import type { CheckFinding, Connector } from '../contract.ts'
import { failureOf } from '../keep-trying.ts'
import { readAccount, type TelegramAccount } from './account.ts'
import { parseAddress } from './address.ts'
import { connectionFailure, me, telegramApi } from './api.ts'
import { eventsOf } from './events.ts'
import { manifest } from './manifest.ts'
import { openSession, secretFor, webhookInfo } from './session.ts'
import { update } from './update.ts'

export type TelegramOptions = {
  http: Pick<HttpClient, 'fetch'>
  openPoll(): HttpClient
  clock?: Clock
  pollSeconds?: number
}

const same = (a: string, b: string) => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

export function createTelegramConnector(options: TelegramOptions): Connector {
  const deps = { ...options, clock: options.clock ?? systemClock }

  async function tryOut(account: TelegramAccount, signal: AbortSignal) {
    const api = telegramApi(account, deps.http)
    const found = await api.call('getMe', me, {}, { signal })
    if (!found.ok) throw connectionFailure(found.refusal)
    const hook = await api.call('getWebhookInfo', webhookInfo, {}, { signal })
    if (!hook.ok) throw connectionFailure(hook.refusal)
    return { bot: found.result, hook: hook.result }
  }

  return {
    manifest,
    parseAddress,
    open: (account, host) => openSession(account, host, deps),
    doorway: {
      async address(account, signal) {
        const parsed = readAccount(account)
        if (!parsed.ok) return undefined
        const found = await telegramApi(parsed.value, deps.http).call('getMe', me, {}, { signal })
        return found.ok && found.result.username !== '' ? `@${found.result.username}` : undefined
      },
      // core.telegram.org/api/links#bot-links: Start sends `/start` with the code.
      link: (address, { code }) => `https://t.me/${address.slice(1)}?start=${code}`,
    },
    async test(account, signal) {
      const parsed = readAccount(account)
      if (!parsed.ok) return { ok: false, code: 'wrong-credentials', text: parsed.text }
      try {
        const { bot, hook } = await tryOut(parsed.value, signal)
        if (hook.url !== '' && hook.url !== account.webhookUrl && !parsed.value.takeOver)
          return {
            ok: false,
            code: 'conflict',
            text: `The token is right, but ${new URL(hook.url).host} receives the messages of @${bot.username}. Make a bot for Kith alone, or switch on “Take the bot over”.`,
          }
        return { ok: true, detail: `This is @${bot.username}. People open the chat with t.me/${bot.username}.` }
      } catch (error) {
        const { code, message } = failureOf(error)
        return { ok: false, code, text: message }
      }
    },
    async check(account, signal) {
      const parsed = readAccount(account)
      if (!parsed.ok) return [{ name: 'token', ok: false, text: parsed.text }]
      try {
        const { bot, hook } = await tryOut(parsed.value, signal)
        return [
          { name: 'token', ok: true, text: `This is @${bot.username}.` },
          ...groupsOf(bot.can_join_groups, bot.can_read_all_group_messages),
          deliveryOf(hook, account.webhookUrl, parsed.value),
        ]
      } catch (error) {
        return [{ name: 'token', ok: false, text: failureOf(error).message }]
      }
    },
    webhook: {
      required: false,
      async receive(account, request) {
        const parsed = readAccount(account)
        if (!parsed.ok || account.webhookUrl === undefined)
          return {
            kind: 'refused',
            status: 403,
            why: 'This connection does not take deliveries: its form is not complete.',
          }
        const said = request.headers['x-telegram-bot-api-secret-token'] ?? ''
        if (!same(said, secretFor(parsed.value, account.webhookUrl)))
          return {
            kind: 'refused',
            status: 401,
            why: 'A delivery did not carry the secret that Kith gave to Telegram.',
          }
        const read = update.safeParse(json(request.body))
        if (!read.success) return { kind: 'refused', status: 400, why: 'A delivery was no update of Telegram.' }
        const bot = Number(parsed.value.token.split(':')[0])
        return { kind: 'events', events: eventsOf(read.data, bot, { moved: {}, rooms: {} }) }
      },
    },
  }
}

function json(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return undefined
  }
}

function groupsOf(mayJoin: boolean, readsAll: boolean): CheckFinding[] {
  if (!mayJoin)
    return [
      {
        name: 'groups',
        ok: true,
        text: 'The bot can’t be added to groups (@BotFather: /setjoingroups); private chats work.',
      },
    ]
  return [
    readsAll
      ? { name: 'groups', ok: true, text: 'In groups the bot reads every message.' }
      : {
          name: 'groups',
          ok: false,
          text: 'In groups the bot sees only answers to it and commands. To read along: @BotFather, /setprivacy, choose the bot, Disable; then remove it from the group and add it again.',
        },
  ]
}

function deliveryOf(
  hook: { url: string; pending_update_count: number; last_error_message?: string | undefined },
  ours: string | undefined,
  account: TelegramAccount,
): CheckFinding {
  const name = 'delivery'
  if (hook.url === '')
    return account.webhook
      ? { name, ok: false, text: 'Telegram has no address of Kith yet: it is set when the connection starts.' }
      : { name, ok: true, text: 'Kith fetches the messages; no public address is needed.' }
  if (hook.url !== ours)
    return {
      name,
      ok: false,
      text: `${new URL(hook.url).host} receives the messages of this bot. Stop that program, or switch on “Take the bot over”.`,
    }
  if (hook.pending_update_count > 0 && hook.last_error_message)
    return {
      name,
      ok: false,
      text: `Telegram could not deliver ${hook.pending_update_count} messages: ${hook.last_error_message.slice(0, 200)}. Is the address reachable from outside, with a valid certificate?`,
    }
  return { name, ok: true, text: 'Telegram delivers to Kith.' }
}
