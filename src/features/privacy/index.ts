export { makeLinkForAddress, type OwnMail, type PrivacyDeps } from './actions.ts'
export { privacyRoutes } from './routes.ts'
