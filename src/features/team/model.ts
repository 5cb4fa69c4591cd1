export { adminActions, type FeedKind, feedKinds, feedLimits, openActions, toldTouches } from './model/feed.ts'
export { deal, type HandOverPart, handOverLimits, handOverParts, mayBeNobodys } from './model/hand-over.ts'
export { teamLimits } from './model/teams.ts'
export { type DueGroup, daysAfter, dueGroup, dueGroups, todoLimits } from './model/todos.ts'
