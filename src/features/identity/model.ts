export { factsOf, isSharedBox } from './model/facts.ts'
export { type LearnedModel, usualModel } from './model/learned.ts'
export { type PersonFacts, scorePair } from './model/live.ts'
