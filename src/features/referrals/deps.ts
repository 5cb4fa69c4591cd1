import type { TouchDeps } from '#features/relationships/index.ts'
import type { OfferChat, SiteDeps } from '#features/site/index.ts'

export type ReferralDeps = SiteDeps & { touches: TouchDeps }
export type PublicDeps = ReferralDeps & { chatOffer: OfferChat }
