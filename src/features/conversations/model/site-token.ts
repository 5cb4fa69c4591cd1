import { z } from 'zod'
import type { Result } from '#kernel/result.ts'
import { done, refuse } from '#kernel/result.ts'

export const siteAlgorithms = ['HS256', 'ES256'] as const
export type SiteAlgorithm = (typeof siteAlgorithms)[number]

/** Who a customer's site says its visitor is. */
export type SiteVisitor = { subject: string; name: string | null; email: string | null }

/** Told to whoever builds the site, never to a visitor. */
export type TokenFault =
  | 'unreadable'
  | 'unknown-key'
  | 'wrong-algorithm'
  | 'wrong-signature'
  | 'expired'
  | 'too-long-lived'
  | 'not-yet'
  | 'wrong-audience'
  | 'no-subject'

const limits = { bytes: 4_096, lifeS: 600, skewS: 30 } as const

const header = z.object({
  alg: z.enum(siteAlgorithms),
  kid: z.uuid(),
  typ: z.literal('JWT').optional(),
  // A critical extension is one that whoever doesn't know it must refuse, and we know none.
  crit: z.undefined().optional(),
})
const claims = z.object({
  aud: z.string(),
  sub: z.string(),
  exp: z.number(),
  nbf: z.number().optional(),
  iat: z.number().optional(),
  name: z.string().max(120).optional(),
  email: z.email().max(254).optional(),
})

export type ReadToken = { algorithm: SiteAlgorithm; key: string; signed: string; signature: string; payload: unknown }

/** The three parts, before anything of them is believed. */
export function readToken(text: string): Result<ReadToken, TokenFault> {
  const parts = text.length > limits.bytes ? [] : text.trim().split('.')
  const [head = '', body = '', signature = ''] = parts
  if (parts.length !== 3 || parts.some(part => !/^[\w-]+$/.test(part))) return refuse('unreadable')
  const decoded = [head, body].map(part => jsonOf(part))
  const read = header.safeParse(decoded[0])
  if (!read.success) {
    const { alg } = Object(decoded[0])
    return refuse(siteAlgorithms.every(each => each !== alg) ? 'wrong-algorithm' : 'unreadable')
  }
  return done({
    algorithm: read.data.alg,
    key: read.data.kid,
    signed: `${head}.${body}`,
    signature,
    payload: decoded[1],
  })
}

/** What a token with a good signature says, at that instant, to that chat. */
export function judgeClaims(payload: unknown, audience: string, nowMs: number): Result<SiteVisitor, TokenFault> {
  const read = claims.safeParse(payload)
  if (!read.success) return refuse('unreadable')
  const { aud, sub, exp, nbf, iat, name, email } = read.data
  const now = nowMs / 1_000
  if (aud !== audience) return refuse('wrong-audience')
  if (exp <= now) return refuse('expired')
  if (exp > now + limits.lifeS) return refuse('too-long-lived')
  if ((nbf ?? 0) > now + limits.skewS || (iat ?? 0) > now + limits.skewS) return refuse('not-yet')
  const subject = sub.trim()
  if (subject === '' || subject.length > 200) return refuse('no-subject')
  return done({ subject, name: name?.trim() || null, email: email ?? null })
}

function jsonOf(part: string): unknown {
  try {
    const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0))
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
