export { type HandOffAction, handOffPage } from './model/hand-off.ts'
export { fieldsOfPage, type OwnPage, pageOf } from './model/own-page.ts'
export {
  type FieldState,
  type Fields,
  judgeField,
  type MasterField,
  masterFields,
  type OwnProfile,
  ownPictureLimits,
  ownProfileLimits,
  type ProfileField,
  profiledTools,
  type Standing,
  standingOf,
  type ToolProfile,
  toolProfileOf,
} from './model/own-profile.ts'
export {
  fitsPart,
  isSection,
  linesOf,
  type PartEdit,
  type PartValue,
  playbookLimits,
  progressOf,
  termPart,
  textOfSection,
  withEdits,
} from './model/playbooks/edits.ts'
export { type LingoFinder, lingoFinder, searchGlossary } from './model/playbooks/glossary.ts'
export { type LoadedPlaybook, loadChatWords, loadPlaybook } from './model/playbooks/load.ts'
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
