export { type DueGroup, daysAfter, dueGroup, dueGroups, todoLimits } from './model/todos.ts'
