export { type HandOffAction, handOffPage } from './model/hand-off.ts'
export { allTools, getTool, kindOf, mayServeEmployment, toolLabel } from './model/registry.ts'
export type {
  FirstContact,
  HandOffPages,
  PlaybookNumbers,
  Register,
  TextNumbers,
  Tool,
  ToolRules,
} from './model/tool.ts'
