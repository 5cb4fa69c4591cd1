export { type HandOffAction, handOffPage } from './model/hand-off.ts'
export { type LoadedPlaybook, loadPlaybook } from './model/playbooks/load.ts'
export {
  type ChecklistItem,
  type Example,
  type Forbidden,
  type Playbook,
  type Section,
  type Situation,
  sections,
  type Term,
} from './model/playbooks/playbook.ts'
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
