export { findFirstOwner, loadSampleNow } from './actions/first-owner.ts'
export { removeSample } from './actions/sample.ts'
export type { SampleDeps } from './deps.ts'
