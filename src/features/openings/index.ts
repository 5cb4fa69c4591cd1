export { readBoard } from './actions/hiring/board.ts'
export { consider, considerOne } from './actions/hiring/consider.ts'
export { proposeInterview } from './actions/hiring/interviews.ts'
export { giveScorecard } from './actions/hiring/judge.ts'
export { moveCandidacy } from './actions/hiring/move.ts'
export { dayOf as openDay, setState } from './actions/manage.ts'
export { readOpenJobs } from './actions/read.ts'
export type { CalendarEntry } from './calendar.ts'
export type { HiringDeps, PublicDeps } from './deps.ts'
export { candidacyMoved, personApplied } from './events.ts'
export { jobUrl } from './job-posting.ts'
export { openingRoutes } from './routes.ts'
export {
  listInterviewsAhead,
  listOpeningsOf,
  updateInterviewers,
  updateOpeningsOf,
} from './store/hand-over.ts'
export { listOpen as listOpenJobs, type Opening as OpenJob } from './store/openings.ts'
export { deleteSampleOpenings, insertSampleOpening } from './store/sample.ts'
export { openingTasks } from './tasks.ts'
