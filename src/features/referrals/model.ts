import { dayMs } from '#kernel/clock.ts'

export const referrerKinds = ['employee', 'alumnus', 'candidate', 'contact'] as const
export type ReferrerKind = (typeof referrerKinds)[number]

/** `waiting`: nobody has asked them yet; `asked`: once, and never again. */
export const referralStates = ['waiting', 'asked', 'agreed', 'declined', 'not-valid'] as const
export type ReferralState = (typeof referralStates)[number]
export const notValidReasons = ['earlier', 'known', 'self'] as const
export type NotValid = (typeof notValidReasons)[number]

export const rewardStates = ['none', 'pending', 'due', 'paid'] as const
export type RewardState = (typeof rewardStates)[number]

export type Terms = { amount: number; currency: string; afterDays: number; validDays: number; words: string }
export const usualTerms: Terms = { amount: 0, currency: 'EUR', afterDays: 90, validDays: 180, words: '' }

/** A question without an answer is forgotten after so long. */
export const askedForMs = 30 * dayMs
export const referralLimits = { perReferrerOpen: 20, code: 24 } as const

export type Earlier = { referrer: string; state: ReferralState; madeAt: Date }

/**
 * The first valid one counts: another that is open or agreed and still in its time was first; nobody is paid for somebody who was in
 * touch about work already, nor for themselves.
 */
export function judgeReferral(
  given: { referrer: string; isSelf: boolean; lastWorkAt: Date | null; earlier: readonly Earlier[] },
  terms: Pick<Terms, 'validDays'>,
  now: Date,
): NotValid | undefined {
  if (given.isSelf) return 'self'
  const since = now.getTime() - terms.validDays * dayMs
  const standing = given.earlier.some(
    one =>
      (one.state === 'agreed' || one.state === 'asked' || one.state === 'waiting') && one.madeAt.getTime() >= since,
  )
  if (standing) return 'earlier'
  return given.lastWorkAt !== null && given.lastWorkAt.getTime() >= since ? 'known' : undefined
}

/** `today`: `2026-12-24`. Pending until hired and the days of the terms are over. */
export function rewardState(
  referral: { state: ReferralState; amount: number | null; dueOn: string | null; paidAt: Date | null },
  today: string,
): RewardState {
  if (referral.state !== 'agreed' || referral.amount === null || referral.amount === 0) return 'none'
  if (referral.paidAt !== null) return 'paid'
  return referral.dueOn !== null && referral.dueOn <= today ? 'due' : 'pending'
}

/** What a referrer may hear; without the consent of whom they recommended, only that we asked. */
export type Heard =
  | 'noted'
  | 'asked'
  | 'no-answer'
  | 'talking'
  | 'hired'
  | 'not-now'
  | 'nothing-to-tell'
  | 'first-was-another'

export function heardOf(referral: {
  state: ReferralState
  why: NotValid | null
  tell: boolean
  pipeline: string | null
}): Heard {
  switch (referral.state) {
    case 'waiting':
      return 'noted'
    case 'asked':
      return 'asked'
    // A no is theirs alone: it looks like silence.
    case 'declined':
      return 'no-answer'
    case 'not-valid':
      return referral.why === 'earlier' ? 'first-was-another' : 'nothing-to-tell'
    case 'agreed':
      if (!referral.tell) return 'nothing-to-tell'
      if (referral.pipeline === 'hired') return 'hired'
      return referral.pipeline === 'not-now' ? 'not-now' : 'talking'
  }
}

/** `Sam Okoye` → `sam-okoye`. */
export const codeFrom = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, referralLimits.code)
    .replace(/-+$/, '') || 'friend'
