export { runLoad } from './actions/run-load.ts'
export { loadSample, readSample, removeSample } from './actions/sample.ts'
export type { SampleDeps } from './deps.ts'
