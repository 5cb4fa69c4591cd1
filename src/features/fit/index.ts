export { type FitDeps, fitOf } from './actions.ts'
export { viewFit } from './views.ts'
