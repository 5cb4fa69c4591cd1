export {
  type Act,
  type Because,
  isQuestion,
  namesOneOf,
  openQuestions,
  type RoomLine,
  readActs,
  thanksIn,
} from './model/acts.ts'
export { placeAddress } from './model/address.ts'
export { type GroupNorms, type JobNorm, readGroupNorms, type SettledNorms } from './model/norms.ts'
export { lowestShare, type Worth, type WorthFacts, type WorthReason, weighGroup } from './model/worth.ts'
