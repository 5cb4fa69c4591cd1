import { z } from 'zod'
import type { Account } from '../contract.ts'

export type TelegramAccount = {
  token: string
  /** Without a slash at the end. */
  server: string
  /** Takes the bot from a program that receives its messages by webhook. */
  takeOver: boolean
  /** Telegram comes to us instead of being asked. */
  webhook: boolean
}

export const officialServer = 'https://api.telegram.org'

const values = z.object({
  token: z.string().trim().min(1).max(200),
  server: z.string().trim().max(500).default(''),
  takeOver: z.string().default(''),
  webhook: z.string().default(''),
})

const isOn = (value: string) => value === 'true' || value === 'on'

export function readAccount(account: Account): { ok: true; value: TelegramAccount } | { ok: false; text: string } {
  const parsed = values.safeParse(account.values)
  if (!parsed.success)
    return { ok: false, text: 'The bot’s token is missing: @BotFather gives it to you after /newbot.' }
  const { token, server, takeOver, webhook } = parsed.data
  if (!/^\d{3,}:[\w-]{20,}$/.test(token))
    return {
      ok: false,
      text: 'This is no bot token. It looks like 123456789:AAE…, with a colon, as @BotFather shows it after /newbot or /token.',
    }
  if (server !== '' && !URL.canParse(server))
    return { ok: false, text: `“${server}” is no web address. Leave it empty for Telegram’s own server.` }
  return {
    ok: true,
    value: {
      token,
      server: (server || officialServer).replace(/\/+$/, ''),
      takeOver: isOn(takeOver),
      webhook: isOn(webhook),
    },
  }
}
