export type { Community, Shared } from './model/communities.ts'
export { type Advice, type KindnessKind, kindnessKinds, type Way, ways } from './model/kindness.ts'
export { type Grade, gradeOf, grades, type TieKind, tieKinds } from './model/ties.ts'
