import type { ReferralId, WorkspaceId } from '#kernel/ids.ts'
import { defineEvent } from '#platform/events.ts'
import type { ReferralState } from './model.ts'

export type ReferralStep = ReferralState | 'paid' | 'not-paid'

/** Somebody was recommended, asked, agreed or declined, or the reward was paid or not after all. A hire is told by its opening. */
export const referralChanged = defineEvent<{
  workspace: WorkspaceId
  referral: ReferralId
  state: ReferralStep
  at: Date
}>('referrals.changed')
