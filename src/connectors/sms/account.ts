import { z } from 'zod'
import type { Account } from '../contract.ts'
import { internationalNumber } from '../vendor.ts'
import { apiBase } from './manifest.ts'

export type SmsAccount = {
  accountSid: string
  authToken: string
  number: string
  service: string | undefined
  stopWords: readonly string[]
  /** Of the account's own resources. */
  base: string
  /** Before paths that Twilio gives. */
  origin: string
  webhookUrl: string | undefined
}

const values = z.object({
  accountSid: z
    .string()
    .trim()
    .regex(/^AC[0-9a-fA-F]{32}$/),
  authToken: z
    .string()
    .trim()
    .regex(/^[0-9a-fA-F]{32}$/),
  number: z.string().refine(text => internationalNumber(text) !== undefined),
  service: z
    .string()
    .trim()
    .regex(/^(MG[0-9a-fA-F]{32})?$/)
    .default(''),
  stopWords: z.string().max(500).default(''),
  apiUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default(''),
})

const wrong: Readonly<Record<string, string>> = {
  accountSid:
    'The Account SID begins with AC and has 34 letters and digits. It stands on the start page of the Twilio Console.',
  authToken: 'The auth token has 32 letters and digits. It stands below the Account SID.',
  number: 'Your number needs + and the country code: +4915112345678.',
  service: 'The SID of a Messaging Service begins with MG and has 34 letters and digits.',
  apiUrl: 'The address of the API begins with https://.',
}

export function readAccount(account: Account): { ok: true; value: SmsAccount } | { ok: false; text: string } {
  const parsed = values.safeParse(account.values)
  if (!parsed.success) {
    const field = String(parsed.error.issues[0]?.path[0] ?? '')
    return { ok: false, text: wrong[field] ?? 'The account is not complete.' }
  }
  const { accountSid, authToken, number, service, stopWords, apiUrl } = parsed.data
  const origin = (apiUrl || apiBase).replace(/\/+$/, '')
  return {
    ok: true,
    value: {
      accountSid,
      authToken,
      number: internationalNumber(number) ?? number,
      service: service === '' ? undefined : service,
      stopWords: stopWords
        .split(',')
        .map(word => word.trim().toLowerCase())
        .filter(word => word !== ''),
      origin,
      base: `${origin}/2010-04-01/Accounts/${accountSid}`,
      webhookUrl: account.webhookUrl,
    },
  }
}
