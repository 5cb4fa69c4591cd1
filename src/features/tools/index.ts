export { putOwnPicture, readOwnPicture } from './actions/own-pictures.ts'
export { learntOf, readStandingPlaybook } from './actions/playbooks.ts'
export type { HandOffAction, Tool } from './model.ts'
export { allTools, getTool, handOffPage, kindOf, mayServeEmployment, toolLabel } from './model.ts'
