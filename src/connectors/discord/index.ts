import { z } from 'zod'
import { type Clock, systemClock } from '#kernel/clock.ts'
import type { HttpClient, Reach } from '#platform/http.ts'
import type { Connector } from '../contract.ts'
import { failureOf } from '../keep-trying.ts'
import { readAccount } from './account.ts'
import { discordApi } from './api.ts'
import { parseAddress } from './keys.ts'
import { manifest } from './manifest.ts'
import { guild } from './objects.ts'
import { inviteLink, openSession, signIn } from './session.ts'

export type DiscordOptions = { http: Pick<HttpClient, 'fetch'>; reach: Reach; base?: string; clock?: Clock }

const noContent =
  'In channels Discord keeps the words from the bot. In the Developer Portal, under Bot, switch “Message Content Intent” on.'

export function createDiscordConnector(options: DiscordOptions): Connector {
  const { http, reach, clock = systemClock } = options
  const baseNow = () => options.base ?? 'https://discord.com/api/v10'

  async function look(token: string, signal: AbortSignal) {
    const api = discordApi({ token }, { http, base: baseNow(), now: () => clock.now() })
    const own = await signIn(api, signal)
    const guilds = (await api.read('/users/@me/guilds', z.array(guild).nullable(), { signal })) ?? []
    return { ...own, guilds }
  }

  return {
    manifest,
    parseAddress,
    open: (account, host) => openSession(account, host, { http, reach, clock, base: baseNow() }),
    async test(account, signal) {
      const parsed = readAccount(account)
      if (!parsed.ok) return { ok: false, code: 'wrong-credentials', text: parsed.text }
      try {
        const { user, app, content, guilds } = await look(parsed.value.token, signal)
        const where =
          guilds.length === 0
            ? `It is on no server yet: invite it with ${inviteLink(app.id)}`
            : `It is on ${guilds
                .map(({ name }) => name)
                .slice(0, 5)
                .join(', ')}.`
        return { ok: true, detail: `This is ${user.username}. ${where}${content ? '' : ` ${noContent}`}` }
      } catch (error) {
        const { code, message } = failureOf(error)
        return { ok: false, code, text: message }
      }
    },
    async check(account, signal) {
      const parsed = readAccount(account)
      if (!parsed.ok) return [{ name: 'token', ok: false, text: parsed.text }]
      try {
        const { user, app, content, guilds } = await look(parsed.value.token, signal)
        return [
          { name: 'token', ok: true, text: `This is ${user.username}.` },
          content
            ? { name: 'words', ok: true, text: 'The bot may read what is said in channels.' }
            : { name: 'words', ok: false, text: noContent },
          guilds.length > 0
            ? {
                name: 'servers',
                ok: true,
                text: `The bot is on ${guilds.length} ${guilds.length === 1 ? 'server' : 'servers'}.`,
              }
            : {
                name: 'servers',
                ok: false,
                text: `The bot is on no server, so nobody can write to it. Invite it: ${inviteLink(app.id)}`,
              },
        ]
      } catch (error) {
        return [{ name: 'token', ok: false, text: failureOf(error).message }]
      }
    },
  }
}
