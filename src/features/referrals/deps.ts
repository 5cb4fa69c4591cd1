import type { TouchDeps } from '#features/relationships/index.ts'
import type { SiteDeps } from '#features/site/index.ts'

export type ReferralDeps = SiteDeps & { touches: TouchDeps }
