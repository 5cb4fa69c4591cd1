import { auditRoutes } from '#features/accounts/routes/audit.ts'
import { meRoutes } from '#features/accounts/routes/me.ts'
import { securityRoutes } from '#features/accounts/routes/security.ts'
import type { AccountRouteDeps } from '#features/accounts/routes/session-cookie.ts'
import { signInRoutes } from '#features/accounts/routes/sign-in.ts'
import { teamRoutes } from '#features/accounts/routes/team.ts'
import { tokenRoutes } from '#features/accounts/routes/tokens.ts'
import type { App } from '#platform/routes.ts'

export function accountRoutes(app: App, deps: AccountRouteDeps): void {
  signInRoutes(app, deps)
  meRoutes(app, deps)
  securityRoutes(app, deps)
  teamRoutes(app, deps)
  tokenRoutes(app, deps)
  auditRoutes(app, deps)
}
