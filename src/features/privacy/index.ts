export type { PrivacyDeps } from './actions.ts'
export { privacyRoutes } from './routes.ts'
