import { candidacyMoved, personApplied } from '#features/openings/index.ts'
import { noteApplied, noteMoved } from './actions/referrals.ts'
import type { ReferralDeps } from './deps.ts'

/** A form that came by a referrer's link is a referral; whoever is hired makes its reward due. */
export function hearForReferrals(deps: ReferralDeps): void {
  deps.touches.events.hear(personApplied, (tx, applied) => noteApplied(tx, deps, applied))
  deps.touches.events.hear(candidacyMoved, (tx, moved) => noteMoved(tx, moved))
}
