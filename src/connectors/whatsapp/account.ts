import { z } from 'zod'
import type { Account } from '../contract.ts'
import { graphBase, graphVersion } from './manifest.ts'

export type WhatsAppAccount = {
  phoneNumberId: string
  businessAccountId: string
  accessToken: string
  appSecret: string
  /** With the version. */
  base: string
  webhook: { url: string; word: string } | undefined
}

const id = z
  .string()
  .trim()
  .regex(/^\d{5,20}$/)
const values = z.object({
  phoneNumberId: id,
  businessAccountId: id,
  accessToken: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9\-_.|]{20,1000}$/),
  appSecret: z
    .string()
    .trim()
    .regex(/^[0-9a-fA-F]{32}$/),
  apiUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default(''),
})

const wrong: Readonly<Record<string, string>> = {
  phoneNumberId: 'The phone number ID is a row of digits. At Meta: WhatsApp, API Setup, below the number.',
  businessAccountId: 'The WhatsApp Business Account ID is a row of digits. At Meta: WhatsApp, API Setup.',
  accessToken: 'This is no access token of Meta: it begins with EAA and has no spaces. Copy it whole.',
  appSecret: 'The app secret has 32 letters and digits. At Meta: App settings, Basic, Show.',
  apiUrl: 'The address of the API begins with https://.',
}

export function readAccount(account: Account): { ok: true; value: WhatsAppAccount } | { ok: false; text: string } {
  const parsed = values.safeParse(account.values)
  if (!parsed.success) {
    const field = String(parsed.error.issues[0]?.path[0] ?? '')
    return { ok: false, text: wrong[field] ?? 'The account is not complete.' }
  }
  const { apiUrl, ...rest } = parsed.data
  const { webhookUrl, webhookWord } = account
  return {
    ok: true,
    value: {
      ...rest,
      base: `${(apiUrl || graphBase).replace(/\/+$/, '')}/${graphVersion}`,
      webhook: webhookUrl && webhookWord ? { url: webhookUrl, word: webhookWord } : undefined,
    },
  }
}
