export { changePolicy, findPolicy } from './actions.ts'
export type { Assessment, Code, Context, Next, Reason } from './model.ts'
export { assess, countRecipients, findJobTalk, fingerprint, isNearDuplicate } from './model.ts'
