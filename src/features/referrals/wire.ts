import { z } from 'zod'
import { idOf, instant, typedText } from '#kernel/schema.ts'
import { toolIds } from '#kernel/tools.ts'
import { notValidReasons, referralStates, referrerKinds, rewardStates } from './model.ts'

const currency = z.string().regex(/^[A-Z]{3}$/)

export const termsView = z.object({
  amount: z.number().min(0).max(9_999_999),
  currency,
  /** So many days after they began, it is due. */
  afterDays: z.int().min(0).max(730),
  /** So long a recommendation is its referrer's. */
  validDays: z.int().min(30).max(1_095),
  words: z.string().max(1_000),
})
export const termsChange = termsView.partial()
export type TermsWire = z.infer<typeof termsView>

export const referrerInput = z.object({ person: idOf<'Person'>(), kind: z.enum(referrerKinds) })
export const referrerParams = z.object({ referrer: idOf<'Referrer'>() })
export const referrerMade = z.object({ id: idOf<'Referrer'>() })
export const linkMade = z.object({ url: z.string() })

export const referrerView = z.object({
  id: idOf<'Referrer'>(),
  person: idOf<'Person'>(),
  name: z.string(),
  stage: z.string(),
  code: z.string(),
  url: z.string(),
  kind: z.enum(referrerKinds),
  hasPage: z.boolean(),
})
export type ReferrerView = z.infer<typeof referrerView>

export const reportRow = z.object({
  referrer: idOf<'Referrer'>(),
  name: z.string(),
  person: idOf<'Person'>(),
  kind: z.enum(referrerKinds),
  visits: z.int(),
  referrals: z.int(),
  agreed: z.int(),
  /** Came to an interview or further. */
  far: z.int(),
  hired: z.int(),
  /** Median days. */
  daysToAnswer: z.number().nullable(),
  daysToHire: z.number().nullable(),
})
export type ReportRowWire = z.infer<typeof reportRow>

export const referralView = z.object({
  id: idOf<'Referral'>(),
  referrer: z.object({ id: idOf<'Referrer'>(), name: z.string() }),
  /** Null until they agreed. */
  person: idOf<'Person'>().nullable(),
  stage: z.string(),
  name: z.string(),
  email: z.string(),
  words: z.string(),
  opening: z.object({ id: idOf<'Opening'>(), title: z.string() }).nullable(),
  state: z.enum(referralStates),
  why: z.enum(notValidReasons).nullable(),
  tell: z.boolean(),
  pipeline: z.string().nullable(),
  madeAt: instant(),
  askedAt: instant().nullable(),
  answeredAt: instant().nullable(),
  hiredAt: instant().nullable(),
  thankedAt: instant().nullable(),
  reward: z.object({
    state: z.enum(rewardStates),
    amount: z.number().nullable(),
    currency: z.string().nullable(),
    dueOn: z.iso.date().nullable(),
  }),
})
export type ReferralView = z.infer<typeof referralView>

export const referralsView = z.object({
  referrals: z.array(referralView),
  referrers: z.array(referrerView),
  report: z.array(reportRow),
  terms: termsView,
})
export type ReferralsView = z.infer<typeof referralsView>

export const referralParams = z.object({ referral: idOf<'Referral'>() })
/** The words and the address of the one question; they are given out once. */
export const asked = z.object({ email: z.string(), text: z.string(), url: z.string() })
export type Asked = z.infer<typeof asked>
export const paidInput = z.object({ paid: z.boolean() })
export const thanksInput = z.object({ text: typedText(4_000).optional(), keep: z.boolean().default(false) })
export const thanksView = z.object({
  text: z.string(),
  tool: z.enum(toolIds).nullable(),
  conversation: idOf<'Conversation'>().nullable(),
  verdict: z.enum(['allow', 'warn', 'block']),
  reasons: z.array(z.object({ code: z.string(), message: z.string(), verdict: z.enum(['warn', 'block']) })),
})
export type ThanksView = z.infer<typeof thanksView>
