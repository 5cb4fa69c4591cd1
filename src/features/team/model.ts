export { deal, type HandOverPart, handOverLimits, handOverParts, mayBeNobodys } from './model/hand-over.ts'
export { type DueGroup, daysAfter, dueGroup, dueGroups, todoLimits } from './model/todos.ts'
