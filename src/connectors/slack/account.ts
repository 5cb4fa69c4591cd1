import { z } from 'zod'
import type { Account } from '../contract.ts'

export type SlackAccount = {
  botToken: string
  /** For Socket Mode; absent: Slack delivers to Kith's own address. */
  appToken: string | undefined
  /** Slack signs its deliveries with it. */
  signingSecret: string | undefined
}

const values = z.object({
  botToken: z.string().trim().min(1).max(300),
  appToken: z.string().trim().max(300).default(''),
  signingSecret: z.string().trim().max(200).default(''),
})

export function readAccount(account: Account): { ok: true; value: SlackAccount } | { ok: false; text: string } {
  const refuse = (text: string) => ({ ok: false, text }) as const
  const parsed = values.safeParse(account.values)
  if (!parsed.success)
    return refuse(
      'The bot token is missing: your app, OAuth & Permissions, “Bot User OAuth Token”. It begins with xoxb-.',
    )
  const { botToken, appToken, signingSecret } = parsed.data
  if (!/^xoxb-[\w-]{10,}$/.test(botToken))
    return refuse(
      'This is no bot token: it begins with xoxb- and stands under OAuth & Permissions, after the app was installed.',
    )
  if (appToken !== '' && !/^xapp-[\w-]{10,}$/.test(appToken))
    return refuse(
      'This is no app-level token: it begins with xapp- and is made under Basic Information, App-Level Tokens.',
    )
  if (appToken === '' && signingSecret === '')
    return refuse(
      'Enter the app-level token (xapp-…), with which Kith fetches the messages, or the signing secret, with which Slack delivers them.',
    )
  return {
    ok: true,
    value: { botToken, appToken: appToken || undefined, signingSecret: signingSecret || undefined },
  }
}
