export { referralRoutes } from './routes.ts'
export { hearForReferrals } from './subscriptions.ts'
