export { type Check, type CheckId, checkIds } from './model/checks.ts'
export { type DigestPlan, nextDigest } from './model/digest.ts'
export { type IssueState, issueStates, type Segment } from './model/issues.ts'
export {
  firstWording,
  type Interest,
  type ListLanguage,
  listLanguages,
  type SubscriberState,
  subscriberStates,
} from './model/lists.ts'
export { listAddress, listNumberIn } from './model/reference.ts'
