export { assess } from './model/assess.ts'
export { type Code, codes } from './model/codes.ts'
export { isIntroduction } from './model/introduction.ts'
export { findJobTalk, type JobTalk, whyJobTalk } from './model/job-talk/detect.ts'
export type { Because } from './model/job-talk/why.ts'
export { detectLanguage, tellLanguage } from './model/language.ts'
export {
  bitsApart,
  countRecipients,
  type Fingerprint,
  fingerprint,
  isNearDuplicate,
  likeness,
  nearDuplicateLikeness,
} from './model/near-duplicates.ts'
export type { Next, NextStep } from './model/next.ts'
export {
  fits,
  type HardCode,
  hardCodes,
  hourOf,
  kithsOwn,
  type LineValue,
  limitIds,
  linesOf,
  ownValue,
  type Policy,
  type PolicyLine,
  policyFrom,
  policyLines,
  policyReasonLeast,
  readLine,
  softCodes,
  toolsWithLength,
  valueIn,
} from './model/policy.ts'
export { isPromotion } from './model/promotion.ts'
export { isTimezone } from './model/quiet-hours.ts'
export { jobDaysOf, type Norms, normsOf, readNorms, speaksToOne } from './model/room.ts'
export { judgeShown } from './model/shown.ts'
export { countCodePoints, countEmoji, splitSentences, splitWords } from './model/text.ts'
export { asksAboutWork, isDecline } from './model/their-words.ts'
export {
  type Action,
  type Assessment,
  actions,
  type Context,
  type Finding,
  type HistoryItem,
  type PersonFacts,
  type Reading,
  type Reason,
  type Remedy,
  type Room,
  type Settled,
  type Sort,
  type Verdict,
} from './model/types.ts'
export { type Facts, type Phrase, phrases, type Sentences } from './model/words/phrases.ts'
export { reworded, say, type WordLanguage, wordLanguageFor, wordLanguages } from './model/words.ts'
