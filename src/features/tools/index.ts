export type { HandOffAction, Tool } from './model.ts'
export { allTools, getTool, handOffPage, kindOf, toolLabel } from './model.ts'
