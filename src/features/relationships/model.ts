export { colleagueMs, unknownColleague } from './model/contact.ts'
export { type Gate, type GateName, gatesFor } from './model/gates.ts'
export {
  type NextStep,
  type NextStepFacts,
  type NextStepId,
  nextStep,
  type StepReason,
  stepReasons,
} from './model/next-step.ts'
export { optsOut } from './model/opts-out.ts'
export {
  isAtLeast,
  isSideState,
  isStage,
  type LadderStage,
  ladder,
  type SideState,
  type Stage,
  sideStates,
  stageRank,
  stages,
} from './model/stages.ts'
export {
  type StageMove,
  type Standing,
  stageOf,
  standingAfter,
  type TextReader,
  type TouchKind,
  touchKinds,
  touchOfContact,
} from './model/touches.ts'
