import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { ask } from '#web/api/ask.ts'
import type { ReferrerKind } from '../model.ts'
import type { Asked, ReferralsView, ReferralView, ReferrerView, TermsWire, ThanksView, thanksInput } from '../wire.ts'

export type { ReferralsView, ReferralView, ReferrerView, TermsWire }
export const keys = { all: ['referrals'] } as const

export const referralsQuery = queryOptions({
  queryKey: keys.all,
  queryFn: () => ask<ReferralsView>('/referrals'),
})

export const addReferrer = (person: string, kind: ReferrerKind) =>
  ask<{ id: string }>('/referrers', 'POST', { person, kind })
export const makeLink = (referrer: string) => ask<{ url: string }>(`/referrers/${referrer}/link`, 'POST')
export const changeTerms = (terms: Partial<TermsWire>) => ask<TermsWire>('/referral-terms', 'PUT', terms)
export const askThem = (referral: string) => ask<Asked>(`/referrals/${referral}/ask`, 'POST')
export const setPaid = (referral: string, paid: boolean) => ask<null>(`/referrals/${referral}/paid`, 'PUT', { paid })
export const thank = (referral: string, given: z.input<typeof thanksInput>) =>
  ask<ThanksView>(`/referrals/${referral}/thanks`, 'POST', given)
