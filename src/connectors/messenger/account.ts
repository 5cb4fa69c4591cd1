import { z } from 'zod'
import type { Account } from '../contract.ts'
import type { Flavour } from './manifest.ts'

export type PageAccount = {
  token: string
  appSecret: string
  base: string
  root: string
  humanAgent: boolean
  pageId: string | undefined
}

const values = z.object({
  token: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9\-_.|]{20,1000}$/),
  appSecret: z
    .string()
    .trim()
    .regex(/^[0-9a-fA-F]{32}$/),
  humanAgent: z.string().default(''),
  apiUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default(''),
  pageId: z.string().default(''),
})

const wrong: Readonly<Record<string, string>> = {
  token: 'This is no access token of Meta: it begins with EAA or IGA and has no spaces. Copy it whole.',
  appSecret: 'The app secret has 32 letters and digits. Copy it whole.',
  apiUrl: 'The address of the API begins with https://.',
}

export function readAccount(
  account: Account,
  flavour: Flavour,
): { ok: true; value: PageAccount } | { ok: false; text: string } {
  const parsed = values.safeParse({ ...account.values, token: account.values[flavour.tokenField] ?? '' })
  if (!parsed.success) {
    const field = String(parsed.error.issues[0]?.path[0] ?? '')
    return { ok: false, text: wrong[field] ?? 'The account is not complete.' }
  }
  const { token, appSecret, humanAgent, apiUrl, pageId } = parsed.data
  const root = (apiUrl || flavour.base).replace(/\/+$/, '')
  return {
    ok: true,
    value: {
      token,
      appSecret,
      root,
      base: `${root}/${flavour.version}`,
      humanAgent: humanAgent === 'true',
      pageId: pageId === '' ? undefined : pageId,
    },
  }
}
