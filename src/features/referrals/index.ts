export { noteApplied, recommend } from './actions/referrals.ts'
export { addReferrer, readReferrer } from './actions/referrers.ts'
export { referralRoutes } from './routes.ts'
export { hearForReferrals } from './subscriptions.ts'
