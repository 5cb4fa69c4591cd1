import { contractHarness } from '#tests/servers/fediverse.ts'
import { describeConformance } from '../conformance.ts'

describeConformance(contractHarness)
