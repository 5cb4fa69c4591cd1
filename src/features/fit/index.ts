export { type FitDeps, fitOf } from './actions.ts'
